"""What has been assessed: in a conversation, in the one before it, and through the years (D-K3)."""

from __future__ import annotations

from ijtui.clock import Clock
from ijtui.data.competence import Assessments
from ijtui.data.store import Store
from ijtui.domain import access, rating
from ijtui.domain.assessment import Assessment
from ijtui.domain.conversation import Conversation
from ijtui.domain.goal import Goal
from ijtui.domain.person import Person
from ijtui.errors import RuleBroken
from ijtui.services.base import NewId, Service
from ijtui.words import N_, in_language

_NONE = N_("Choose a competence set for this conversation first.")
_GOAL = N_("{competence}: reach level {level}")


class Assessed(Service):
    """Reading assessments, each as far as the asker may see it.

    Args:
        store: the open file.
        clock: what time it is.
        new_id: random ids.
    """

    def __init__(self, store: Store, clock: Clock, new_id: NewId) -> None:
        super().__init__(store, clock, new_id)
        self._assessments = Assessments(store)

    def of(self, asker: Person, conversation: Conversation) -> Assessment | None:
        """Return the conversation's assessment as far as the asker may see it; None while none is begun.

        Raises:
            NotFound: not the asker's conversation.
        """
        now = self._conversation(asker, conversation.id)
        found = self._assessments.of_conversation(now.id)
        return self._readable(asker, now, found) if found else None

    def previous(self, asker: Person, conversation: Conversation) -> Assessment | None:
        """Return the employee's last one before this, of a held conversation that the asker took part in.

        Raises:
            NotFound: not the asker's conversation.
        """
        now = self._conversation(asker, conversation.id)
        turns = self._conversations.turns(now.employee.id)
        here = turns[now.id]
        earlier = [
            found
            for found in self.through_the_years(asker, now.employee)
            if turns[found.conversation].is_over and turns[found.conversation] < here
        ]
        return earlier[-1] if earlier else None

    def through_the_years(self, asker: Person, employee: Person) -> tuple[Assessment, ...]:
        """Return a person's assessments that are open and that the asker took part in, oldest first."""
        found = self._assessments.open_of(employee.id, asker.id)
        turns = self._conversations.turns(employee.id) if found else {}
        return tuple(sorted(found, key=lambda assessment: turns[assessment.conversation]))

    def goal_for(self, asker: Person, conversation: Conversation, competence_id: str) -> Goal:
        """Return a goal, not stored yet, that closes the gap in one competence and points at it (D-K2).

        It strives for the required level, or for the next one where that is reached, and is known to be
        reached by that level's own sentence. It is in the language of the conversation.

        Raises:
            RuleBroken: nothing is begun, or not both have submitted.
            NotFound: not the asker's conversation, or no such competence.
        """
        now = self._conversation(asker, conversation.id)
        found = self._stored(now)
        rating.check_agreeing(found, competence_id)
        row = self._readable(asker, now, found).row(competence_id)
        words = in_language(now.agenda.language)
        return Goal(
            person=now.employee.id,
            title=words(_GOAL, competence=row.competence.title, level=row.aim),
            measure=row.competence.levels[row.aim],
            conversation=now.id,
            assessment=found.id,
            competence=competence_id,
        )

    def _stored(self, conversation: Conversation) -> Assessment:
        """Return what both know of the assessment, without ratings.

        Raises:
            RuleBroken: none is begun.
        """
        found = self._assessments.of_conversation(conversation.id)
        if found is None:
            raise RuleBroken(_NONE)
        return found

    def _readable(self, asker: Person, conversation: Conversation, assessment: Assessment) -> Assessment:
        """Return it with the ratings that the asker may read."""
        sides = access.readable_ratings(asker, conversation, assessment)
        return self._assessments.with_ratings(assessment, sides)
