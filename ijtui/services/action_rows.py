"""What every use case of an agreed action needs: finding it, storing what a rule makes of it, and a line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ijtui.clean import clean_line
from ijtui.data.action import NO_ACTION
from ijtui.data.person import People
from ijtui.data.wording import Wordings
from ijtui.domain import access
from ijtui.domain.action import Action
from ijtui.domain.follow_up import is_agreed_anew, wording
from ijtui.domain.person import Person
from ijtui.domain.wording import Wording
from ijtui.errors import NotFound
from ijtui.services.base import Service

WORDING = "action"
"""What actions are called where earlier wordings are kept."""

Rule = Callable[[Action], Action]
"""What the domain makes of the action as it is stored."""


class ActionRows(Service):
    """Actions as they stand, and the one way to change them."""

    def get(self, asker: Person, number: int) -> Action:
        """Return that action as it stands now.

        Raises:
            NotFound: none, or not the asker's.
        """
        stored = self._actions.get(number)
        turns = self._conversations.turns(stored.employee)
        succession = self._succession(asker, stored.employee)
        if not access.may_touch_action(asker, stored, turns, succession):
            raise NotFound(NO_ACTION, number=number)
        return stored

    def may_speak_for_other(self, asker: Person, action: Action) -> bool:
        """Whether the asker may write down what the other says beside them: one who has no login."""
        return all(map(access.may_speak_for, map(People(self._store).get, self._others(asker, action))))

    def _others(self, asker: Person, action: Action) -> tuple[int, ...]:
        """Return who speaks for the other side: the employee, or the one it was agreed with and who leads."""
        if asker.id != action.employee:
            return (action.employee,)
        leads = People(self._store).get(action.employee).manager
        return tuple(manager for manager in (action.manager, leads) if manager)

    def wordings(self, asker: Person, action: Action) -> tuple[Wording, ...]:
        """Return what was agreed before it was agreed anew, the newest first.

        Raises:
            NotFound: not the asker's.
        """
        return Wordings(self._store, WORDING).of(self.get(asker, action.id).id)

    def _change(
        self,
        asker: Person,
        action: Action,
        verb: str,
        rule: Rule,
        seen_in: int | None = None,
        *,
        beside: bool = False,
    ) -> Action:
        """Store what a rule makes of the action, if it is still as the asker saw it.

        Args:
            asker: who does it.
            action: as the asker saw it.
            verb: what is done, for the history.
            rule: what it becomes.
            seen_in: id of the conversation whose minutes tell of it, where it is no outcome.
            beside: the asker writes down what the other says, too.

        Raises:
            NotAllowed: the other has a login and says it themself.
        """
        with self._store.writing():
            was = self.get(asker, action.id)
            if beside:
                self._check_speaks_for(*self._others(asker, was))
            now = self._actions.change(replace(rule(was), id=was.id, version=action.version))
            self._note(asker, verb, f"action:{now.id}", _said_in(was, now) or seen_in)
        return now

    def _agree_anew(
        self, asker: Person, action: Action, verb: str, rule: Rule, seen_in: int | None = None
    ) -> Action:
        """Store it in other words, and the earlier ones where they were a promise already."""
        with self._store.writing():
            was = self.get(asker, action.id)
            now = self._change(asker, action, verb, rule, seen_in or was.conversation)
            where = self._conversations.get(was.conversation).state if was.conversation else None
            if not is_agreed_anew(was, now, where, self._clock().date()):
                return now
            earlier = Wording(was.version, wording(was), asker.id, self._clock())
            Wordings(self._store, WORDING).keep(was.id, earlier)
        return replace(now, changes=was.changes + 1)


def cleaned(action: Action) -> Action:
    """Return it with its words as they are stored."""
    return replace(action, what=clean_line(action.what), other=clean_line(action.other))


_WORDS = ("what", "responsible", "other", "due", "question", "goal")
"""What a change is about; whose it is and all that was said of it stay."""


def reworded(was: Action, action: Action) -> Action:
    """Return the action as it is stored, in other words.

    Raises:
        RuleBroken: it says nothing, or too much.
    """
    words = cleaned(action)
    return replace(was, **{name: getattr(words, name) for name in _WORDS}).checked()


def _said_in(was: Action, now: Action) -> int | None:
    """Return the conversation whose minutes tell of an outcome that was given, changed or taken back."""
    outcome = now.outcome or was.outcome
    return outcome.conversation if outcome and now.outcome != was.outcome else None
