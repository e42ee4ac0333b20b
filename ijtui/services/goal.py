"""Goals: made in a conversation, SMART with a reminder and never a refusal (D-G2)."""

from __future__ import annotations

from dataclasses import replace

from ijtui.clean import clean, clean_line
from ijtui.data.goal import Goals
from ijtui.domain.conversation import Conversation
from ijtui.domain.goal import Goal
from ijtui.domain.person import Person
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
            RuleBroken: it says nothing.
            NotFound: not the asker's conversation.
        """
        self._conversation(asker, conversation.id)
        mine = replace(_cleaned(goal), person=conversation.employee.id, conversation=conversation.id)
        with self._store.writing():
            stored = Goals(self._store).add(mine.checked())
            self._note(asker, "agreed", f"goal:{stored.id}", conversation.id)
        return stored

    def change(self, asker: Person, conversation: Conversation, goal: Goal) -> Goal:
        """Store a changed goal.

        Raises:
            RuleBroken: it says nothing.
            Conflict: changed by somebody else since.
            NotFound: not the asker's conversation.
        """
        self._conversation(asker, conversation.id)
        with self._store.writing():
            stored = Goals(self._store).change(_cleaned(goal).checked())
            self._note(asker, "changed", f"goal:{stored.id}", conversation.id)
        return stored

    def remove(self, asker: Person, conversation: Conversation, goal: Goal) -> None:
        """Take a goal out of the plan; actions that served it stay.

        Raises:
            NotFound: not the asker's conversation.
        """
        self._conversation(asker, conversation.id)
        with self._store.writing():
            Goals(self._store).remove(goal)
            self._note(asker, "removed", f"goal:{goal.id}", conversation.id)


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
