"""Goals: made in a conversation, SMART with a reminder and never a refusal (D-G2)."""

from __future__ import annotations

from dataclasses import replace

from ijtui.clean import clean, clean_line
from ijtui.data.goal import NO_GOAL, Goals
from ijtui.domain.conversation import Conversation
from ijtui.domain.goal import Goal
from ijtui.domain.person import Person
from ijtui.errors import NotFound
from ijtui.services.base import Service


class GoalService(Service):
    """What a person can do with goals."""

    def of(self, asker: Person, conversation: Conversation) -> tuple[Goal, ...]:
        """Return the goals agreed in that conversation.

        Raises:
            NotFound: not the asker's.
        """
        self._conversation(asker, conversation.id)
        return Goals(self._store).of_conversation(conversation.id)

    def add(self, asker: Person, conversation: Conversation, goal: Goal) -> Goal:
        """Agree on a new goal for the employee.

        Raises:
            RuleBroken: it says nothing, or too much.
            NotFound: not the asker's conversation.
        """
        with self._store.writing():
            now = self._conversation(asker, conversation.id)
            new = replace(
                _cleaned(goal),
                person=now.employee.id,
                conversation=now.id,
                made=self._clock().date(),
                author=asker.id,
                id=0,
            )
            stored = Goals(self._store).add(new.checked())
            self._note(asker, "agreed", f"goal:{stored.id}", now.id)
        return stored

    def change(self, asker: Person, conversation: Conversation, goal: Goal) -> Goal:
        """Store a changed goal; whose it is and where it was agreed stay.

        Raises:
            RuleBroken: it says nothing, or too much.
            Conflict: changed by somebody else since.
            NotFound: not the asker's conversation, or not a goal of its employee.
        """
        with self._store.writing():
            was = self._stored(asker, conversation, goal)
            changed = replace(_cleaned(goal), person=was.person, conversation=was.conversation)
            stored = Goals(self._store).change(changed.checked())
            self._note(asker, "changed", f"goal:{stored.id}", was.conversation)
        return stored

    def remove(self, asker: Person, conversation: Conversation, goal: Goal) -> None:
        """Take a goal out of the plan; actions that served it stay.

        Raises:
            Conflict: changed by somebody else since.
            NotFound: not the asker's conversation, or not a goal of its employee.
        """
        with self._store.writing():
            was = self._stored(asker, conversation, goal)
            Goals(self._store).remove(replace(was, version=goal.version))
            self._note(asker, "removed", f"goal:{goal.id}", was.conversation)

    def _stored(self, asker: Person, conversation: Conversation, goal: Goal) -> Goal:
        """Return the goal as it stands now; goals of others are as if they weren't there."""
        now = self._conversation(asker, conversation.id)
        stored = Goals(self._store).get(goal.id)
        if stored.person != now.employee.id:
            raise NotFound(NO_GOAL, number=goal.id)
        return stored


def _cleaned(goal: Goal) -> Goal:
    return replace(
        goal,
        title=clean_line(goal.title),
        measure=clean(goal.measure).strip(),
        achievable=clean(goal.achievable).strip(),
        serves=clean_line(goal.serves),
        support=clean(goal.support).strip(),
        period=clean_line(goal.period),
    )
