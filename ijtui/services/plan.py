"""The plan of a conversation and the record that minutes are made from."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from ijtui.data.check_in import CheckIns
from ijtui.data.feedback import FeedbackRows
from ijtui.data.goal import Goals
from ijtui.data.person import People
from ijtui.data.signing import Signatures
from ijtui.data.text import Texts
from ijtui.domain.assessment import Assessment
from ijtui.domain.conversation import Conversation, Party, State
from ijtui.domain.course import progressed
from ijtui.domain.goal import Goal
from ijtui.domain.history import UNSEEN
from ijtui.domain.material import KEPT, Material
from ijtui.domain.order import as_it_was
from ijtui.domain.person import Person
from ijtui.domain.plan import Plan
from ijtui.domain.record import Record
from ijtui.domain.risk import left_open
from ijtui.domain.signature import Version
from ijtui.domain.signed_plan import text_of
from ijtui.domain.text import Text, TextKind
from ijtui.services.base import Service
from ijtui.services.competence import CompetenceService


class PlanService(Service):
    """What the two agreed on, and everything both may see."""

    def of(self, asker: Person, conversation: Conversation) -> Plan:
        """Return goals, actions, earlier actions, parked questions and risks that nothing is agreed about.

        Raises:
            NotFound: not the asker's conversation.
        """
        now = self._conversation(asker, conversation.id)
        actions, earlier = self._actions.of_conversation(now.id), self._earlier(now)
        return Plan(
            goals=Goals(self._store).of_conversation(now.id),
            actions=actions,
            earlier=earlier,
            parked=now.parked(),
            risks=left_open(now, (*actions, *earlier)),
            going_on=frozenset(action.id for action in earlier if action.decided == now.id),
            numbered=material.numbered() if (material := self._material(asker, now)) else {},
        )

    def _material(self, asker: Person, conversation: Conversation) -> Material | None:
        """Return what the conversation opens with; None for one that doesn't."""
        if conversation.agenda.kind not in KEPT:
            return None
        from ijtui.services.material import MaterialService

        return MaterialService(self._store, self._clock, self._new_id).of(asker, conversation)

    def record(self, asker: Person, conversation_id: int) -> Record:
        """Return the conversation without anything private: what both may see, and no more (D-M1).

        What came of an action after a conversation was concluded belongs to the later one's record.

        Raises:
            NotFound: none, or not the asker's.
        """
        now = self._conversation(asker, conversation_id)
        common = self._common_texts(now)
        assessment, before = self._assessed(asker, now)
        revised, revised_by = self._revised(now, common)
        signed = Signatures(self._store).newest_answered(now.id)
        return Record(
            conversation=now,
            notes={text.key.question: text.body for text in common if text.key.kind is TextKind.SHARED},
            opened={party: _answers(common, party) for party in Party},
            plan=self._as_concluded(asker, now),
            feedback=FeedbackRows(self._store).readable(now.id, None),
            material=self._material(asker, now),
            assessment=assessment,
            assessed_before=before,
            revised=revised,
            revised_by=revised_by,
            signed=signed,
            signed_stands=signed is None or self._stands(asker, now, signed),
        )

    def _stands(self, asker: Person, conversation: Conversation, signed: Version) -> bool:
        turns = self._conversations.turns(conversation.employee.id)
        now = text_of(conversation, self.of(asker, conversation), turns, signed.plan.text)
        return now.same_agreement(signed.plan.text)

    def _assessed(
        self, asker: Person, conversation: Conversation
    ) -> tuple[Assessment | None, Assessment | None]:
        """Return the assessment and last time's, as far as each of the two may see both.

        The employee took part in all of them, so what the manager may see is what both may.
        """
        competences = CompetenceService(self._store, self._clock, self._new_id)
        found = competences.of(asker, conversation)
        if found is None or not found.is_open:
            return None, None
        return found, competences.previous(conversation.manager, conversation)

    def _as_concluded(self, asker: Person, conversation: Conversation) -> Plan:
        plan = self.of(asker, conversation)
        turns = self._conversations.turns(conversation.employee.id)
        return replace(
            plan,
            goals=self._as_far_as_then(conversation, plan.goals),
            actions=tuple(as_it_was(conversation.id, turns, action) for action in plan.actions),
            earlier=tuple(as_it_was(conversation.id, turns, action) for action in plan.earlier),
        )

    def _as_far_as_then(self, conversation: Conversation, goals: tuple[Goal, ...]) -> tuple[Goal, ...]:
        """Return the goals as far as they had come on the day the conversation was held."""
        if conversation.state is not State.HELD or conversation.starts is None:
            return goals
        day, told = conversation.starts.date(), CheckIns(self._store).of([goal.id for goal in goals])
        return tuple(progressed(goal, (item for item in told if item.goal == goal.id), day) for goal in goals)

    def _common_texts(self, conversation: Conversation) -> tuple[Text, ...]:
        """Return the texts that each of the two may read."""
        texts = Texts(self._store)
        sides = [
            {text.key: text for text in texts.readable(conversation.id, party, opened=other)}
            for party, other in ((party, party.other in conversation.opened) for party in Party)
        ]
        return tuple(text for key, text in sides[0].items() if key in sides[1] and text.body.strip())

    def _revised(
        self, conversation: Conversation, texts: tuple[Text, ...]
    ) -> tuple[datetime | None, Person | None]:
        """Return when anything both may see was last changed, and by whom (D-M4)."""
        events = self._history.of_conversation(conversation.id)
        moments = [
            *((text.changed, text.author) for text in texts if text.changed),
            *((event.at, event.who) for event in events if event.verb not in UNSEEN),
            *self._conversations.progress_changes(conversation.id),
        ]
        if not moments:
            return None, None
        at, who = max(moments)
        return at, People(self._store).get(who)


def _answers(texts: tuple[Text, ...], party: Party) -> dict[str, str]:
    return {
        text.key.question: text.body
        for text in texts
        if text.key.kind is TextKind.PREPARATION and text.key.party is party
    }
