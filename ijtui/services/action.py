"""Agreed actions through their whole life (D-G5, D-M3)."""

from __future__ import annotations

from dataclasses import replace

from ijtui.clean import clean, clean_line
from ijtui.data.action import Actions
from ijtui.domain.action import Action, Outcome
from ijtui.domain.conversation import Conversation
from ijtui.domain.person import Person
from ijtui.errors import NotFound
from ijtui.services.base import Service
from ijtui.words import N_


class ActionService(Service):
    """What a person can do with actions."""

    def of(self, asker: Person, conversation: Conversation) -> tuple[Action, ...]:
        """Return the actions agreed in that conversation.

        Raises:
            NotFound: not the asker's.
        """
        self._conversation(asker, conversation.id)
        return Actions(self._store).of_conversation(conversation.id)

    def to_follow_up(self, asker: Person, conversation: Conversation) -> tuple[Action, ...]:
        """Return the previous plan's actions, to go through one by one (D-A1).

        Raises:
            NotFound: not the asker's.
        """
        self._conversation(asker, conversation.id)
        return Actions(self._store).to_follow_up(conversation.employee.id, conversation.id)

    def visible(self, asker: Person) -> tuple[Action, ...]:
        """Return every action of the asker's own plan and of the conversations they hold."""
        return Actions(self._store).visible_to(asker)

    def add(self, asker: Person, conversation: Conversation, action: Action) -> Action:
        """Agree on a new action.

        Raises:
            RuleBroken: it says nothing.
            NotFound: not the asker's conversation.
        """
        self._conversation(asker, conversation.id)
        mine = replace(_cleaned(action), employee=conversation.employee.id, conversation=conversation.id)
        with self._store.writing():
            stored = Actions(self._store).add(mine.checked())
            self._note(asker, "agreed", f"action:{stored.id}", conversation.id)
        return stored

    def change(self, asker: Person, action: Action) -> Action:
        """Store a changed action.

        Raises:
            RuleBroken: it says nothing.
            Conflict: changed by somebody else since.
            NotFound: not the asker's.
        """
        return self._store_changed(asker, _cleaned(action).checked(), "changed")

    def evaluate(self, asker: Person, action: Action, outcome: Outcome) -> Action:
        """Write what came of it on the same row (D-G5).

        Raises:
            Conflict: changed by somebody else since.
            NotFound: not the asker's.
        """
        said = replace(
            outcome, achieved=clean(outcome.achieved).strip(), reason=clean(outcome.reason).strip()
        )
        return self._store_changed(asker, action.evaluated(said), "evaluated")

    def reopen(self, asker: Person, action: Action) -> Action:
        """Take an outcome back.

        Raises:
            Conflict: changed by somebody else since.
            NotFound: not the asker's.
        """
        return self._store_changed(asker, action.reopened(), "reopened")

    def remove(self, asker: Person, action: Action) -> None:
        """Take an action out of the plan.

        Raises:
            NotFound: not the asker's.
        """
        self._check(asker, action)
        with self._store.writing():
            Actions(self._store).remove(action)
            self._note(asker, "removed", f"action:{action.id}", action.conversation)

    def _store_changed(self, asker: Person, action: Action, verb: str) -> Action:
        self._check(asker, action)
        where = action.outcome.conversation if action.outcome else None
        with self._store.writing():
            stored = Actions(self._store).change(action)
            self._note(asker, verb, f"action:{stored.id}", where or action.conversation)
        return stored

    def _check(self, asker: Person, action: Action) -> None:
        """Only the employee, who agreed it, and who evaluates it in a conversation of theirs may touch it."""
        if asker.id == action.employee:
            return
        followed_up_in = action.outcome.conversation if action.outcome else None
        conversations = [number for number in (action.conversation, followed_up_in) if number]
        if not any(self._conversations.get(number).party_of(asker) for number in conversations):
            raise NotFound(N_("There is no action with number {number}."), number=action.id)


def _cleaned(action: Action) -> Action:
    return replace(action, what=clean_line(action.what), other=clean_line(action.other))
