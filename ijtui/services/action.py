"""Agreed actions through their whole life (D-G5, D-M3)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ijtui.clean import clean, clean_line
from ijtui.data.action import NO_ACTION
from ijtui.data.conversation import NO_CONVERSATION
from ijtui.domain import access
from ijtui.domain.action import Action, Outcome
from ijtui.domain.conversation import Conversation
from ijtui.domain.person import Person
from ijtui.errors import NotFound
from ijtui.services.base import Service


class ActionService(Service):
    """What a person can do with actions."""

    def of(self, asker: Person, conversation: Conversation) -> tuple[Action, ...]:
        """Return the actions agreed in that conversation.

        Raises:
            NotFound: not the asker's.
        """
        self._conversation(asker, conversation.id)
        return self._actions.of_conversation(conversation.id)

    def to_follow_up(self, asker: Person, conversation: Conversation) -> tuple[Action, ...]:
        """Return the actions of earlier plans, to go through one by one (D-A1); see `domain.order`.

        Raises:
            NotFound: not the asker's.
        """
        return self._earlier(self._conversation(asker, conversation.id))

    def visible(self, asker: Person) -> tuple[Action, ...]:
        """Return every action of the asker's own plan and of the conversations they hold."""
        return self._actions.visible_to(asker)

    def add(self, asker: Person, conversation: Conversation, action: Action) -> Action:
        """Agree on a new action.

        Raises:
            RuleBroken: it says nothing, or too much.
            NotFound: not the asker's conversation.
        """
        with self._store.writing():
            now = self._conversation(asker, conversation.id)
            new = replace(
                _cleaned(action),
                employee=now.employee.id,
                manager=now.manager.id,
                agreed=self._clock().date(),
                conversation=now.id,
                outcome=None,
                id=0,
            )
            stored = self._actions.add(new.checked())
            self._note(asker, "agreed", f"action:{stored.id}", now.id)
        return stored

    def change(self, asker: Person, action: Action) -> Action:
        """Store what was agreed in other words; whose it is, where it was agreed and its outcome stay.

        Raises:
            RuleBroken: it says nothing, or too much.
            Conflict: changed by somebody else since.
            NotFound: not the asker's.
        """

        def reworded(stored: Action) -> Action:
            kept = {
                name: getattr(stored, name)
                for name in ("employee", "manager", "agreed", "conversation", "outcome")
            }
            return replace(_cleaned(action), **kept).checked()

        return self._change(asker, action, "changed", reworded)

    def evaluate(self, asker: Person, action: Action, outcome: Outcome) -> Action:
        """Write what came of it on the same row (D-G5).

        Raises:
            RuleBroken: it says too much.
            Conflict: changed by somebody else since.
            NotFound: not the asker's, or evaluated in a conversation that is not about this employee.
        """
        said = replace(
            outcome, achieved=clean(outcome.achieved).strip(), reason=clean(outcome.reason).strip()
        )

        def evaluated(stored: Action) -> Action:
            if said.conversation is not None:
                where = self._conversation(asker, said.conversation)
                if where.employee.id != stored.employee:
                    raise NotFound(NO_CONVERSATION, number=said.conversation)
            return stored.evaluated(said)

        return self._change(asker, action, "evaluated", evaluated)

    def reopen(self, asker: Person, action: Action) -> Action:
        """Take an outcome back.

        Raises:
            Conflict: changed by somebody else since.
            NotFound: not the asker's.
        """
        return self._change(asker, action, "reopened", Action.reopened)

    def remove(self, asker: Person, action: Action) -> None:
        """Take an action out of the plan.

        Raises:
            RuleBroken: it has been followed up.
            Conflict: changed by somebody else since.
            NotFound: not the asker's.
        """
        with self._store.writing():
            stored = self._stored(asker, action).checked_for_removal()
            self._actions.remove(replace(stored, version=action.version))
            self._note(asker, "removed", f"action:{stored.id}", stored.conversation)

    def _change(self, asker: Person, action: Action, verb: str, rule: Callable[[Action], Action]) -> Action:
        """Store what a rule makes of the action, if it is still as the asker saw it."""
        with self._store.writing():
            was = self._stored(asker, action)
            now = self._actions.change(replace(rule(was), id=was.id, version=action.version))
            self._note(asker, verb, f"action:{now.id}", _said_in(was, now))
        return now

    def _stored(self, asker: Person, action: Action) -> Action:
        """Return the action as it stands now; whoever it doesn't concern learns nothing.

        Raises:
            NotFound: there is none, or it is not the asker's.
        """
        stored = self._actions.get(action.id)
        turns = self._conversations.turns(stored.employee)
        if not access.may_touch_action(asker, stored, turns):
            raise NotFound(NO_ACTION, number=action.id)
        return stored


def _said_in(was: Action, now: Action) -> int | None:
    """Return the conversation whose minutes a change shows in; None for an outcome between two."""
    outcome = now.outcome or was.outcome
    return outcome.conversation if now.outcome != was.outcome and outcome else now.conversation


def _cleaned(action: Action) -> Action:
    return replace(action, what=clean_line(action.what), other=clean_line(action.other))
