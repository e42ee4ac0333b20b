"""Agreed actions: made in a conversation or between two, and found again (D-G5, D-M3)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ijtui.data.person import People
from ijtui.data.wording import Wordings
from ijtui.domain.action import Action
from ijtui.domain.conversation import Conversation
from ijtui.domain.person import Person
from ijtui.domain.today import Due
from ijtui.errors import NotAllowed
from ijtui.services.action_rows import WORDING, cleaned, reworded
from ijtui.services.follow_up import FollowUp
from ijtui.words import N_

_NOT_YOURS = N_(
    "You agree with your manager, or with somebody who has you as their manager or with whom you have "
    "a conversation."
)


class ActionService(FollowUp):
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
        """Return every action of the asker's own plan and of those the asker agreed as a manager."""
        return self._actions.visible_to(asker)

    def with_people(self, actions: Iterable[Action]) -> tuple[Due, ...]:
        """Return actions that the asker was given before, each with the two who agreed it."""
        actions = tuple(actions)
        people = People(self._store).some(who for item in actions for who in (item.employee, item.manager))
        return tuple(Due(item, people[item.employee], people[item.manager]) for item in actions)

    def add(self, asker: Person, conversation: Conversation, action: Action) -> Action:
        """Agree on a new action.

        Raises:
            RuleBroken: it says nothing, or too much.
            NotFound: not the asker's conversation.
        """
        with self._store.writing():
            now = self._conversation(asker, conversation.id)
            new = replace(action, employee=now.employee.id, manager=now.manager.id, conversation=now.id)
            return self._add(asker, replace(new, agreed_at=None))

    def add_between(self, asker: Person, person: Person, action: Action) -> Action:
        """Agree on a new action between two conversations; it comes up in every later one.

        Args:
            asker: one of the two.
            person: the other; or the asker, for one's own plan with one's manager.
            action: what is agreed.

        Raises:
            RuleBroken: it says nothing, or too much.
            NotAllowed: neither is the other's manager, and they have no conversation.
        """
        with self._store.writing():
            employee, manager = self.two(asker, person)
            new = replace(action, employee=employee.id, manager=manager.id, conversation=None)
            return self._add(asker, replace(new, agreed_at=self._clock().replace(microsecond=0)))

    def two(self, asker: Person, person: Person) -> tuple[Person, Person]:
        """Return who is the employee and who the manager when these two agree on something.

        The nearest manager is; else the sides are those of their latest conversation.

        Raises:
            NotAllowed: neither is the other's manager, and they have no conversation.
        """
        people = People(self._store)
        asker, person = people.get(asker.id), people.get(person.id)
        if asker.id == person.id and asker.manager:
            person = people.get(asker.manager)
        if asker.id == person.manager:
            return person, asker
        if person.id == asker.manager:
            return asker, person
        alone = asker.id == person.id
        shared = [
            item
            for item in self._conversations.of(asker)
            if (item.employee.id == asker.id if alone else item.party_of(person))
        ]
        if not shared:
            raise NotAllowed(_NOT_YOURS)
        return shared[-1].employee, shared[-1].manager

    def change(self, asker: Person, action: Action) -> Action:
        """Store what was agreed in other words; whose it is and all that was said of it stay.

        Once it is a promise, and no longer being written, the earlier wording is kept and it counts as
        changed.

        Raises:
            RuleBroken: it says nothing, or too much.
            Conflict: changed by somebody else since.
            NotFound: not the asker's.
        """
        return self._agree_anew(asker, action, "changed", lambda was: reworded(was, action))

    def remove(self, asker: Person, action: Action) -> None:
        """Take an action out of the plan.

        Raises:
            RuleBroken: it has been followed up.
            Conflict: changed by somebody else since.
            NotFound: not the asker's.
        """
        with self._store.writing():
            stored = self.get(asker, action.id).checked_for_removal()
            self._actions.remove(replace(stored, version=action.version))
            Wordings(self._store, WORDING).forget(stored.id)
            self._note(asker, "removed", f"action:{stored.id}", stored.conversation)

    def _add(self, asker: Person, action: Action) -> Action:
        """Store a new action of which nothing is said yet, inside `writing`."""
        new = Action(
            action.employee,
            action.conversation,
            action.what,
            action.responsible,
            action.other,
            action.due,
            action.question,
            action.goal,
            manager=action.manager,
            agreed=self._clock().date(),
            agreed_at=action.agreed_at,
        )
        stored = self._actions.add(cleaned(new).checked())
        self._note(asker, "agreed", f"action:{stored.id}", stored.conversation)
        return stored
