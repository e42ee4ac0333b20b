"""Legal holds: nothing is weeded that has to do with a person, or with a conversation, while one stands.

Nobody weeds in a session at a shared server. The administrator is nobody in the file and gives a name; the
owner of a file leaves a line in its history as well.
"""

from __future__ import annotations

from ijtui.clean import clean_line
from ijtui.data.keeping import Keeping
from ijtui.data.person import People
from ijtui.domain.keeping import Hold
from ijtui.domain.person import Person
from ijtui.errors import NotAllowed, RuleBroken
from ijtui.services.base import Service
from ijtui.services.naming import one_named
from ijtui.words import N_

_NOT_HERE = N_("What is kept how long in a shared file is settled by whoever looks after the server.")
_LIFTED = N_("That legal hold was lifted already.")
_HELD = N_("There is such a legal hold already, with number {number}.")


class Holding(Service):
    """What can be done about legal holds.

    Every method is told who asks: the owner of the file, or the name of whoever looks after the server.
    """

    def holds(self, asker: Person | str) -> tuple[Hold, ...]:
        """Return every hold there ever was, those that stand first.

        Raises:
            NotAllowed: in a session at a shared server.
        """
        self._check(asker)
        return Keeping(self._store).holds()

    def hold_person(self, asker: Person | str, person: int, reason: str) -> Hold:
        """Let nothing be weeded that has to do with a person.

        Raises:
            RuleBroken: no reason, or there is such a hold.
            NotFound: nobody has that number.
            NotAllowed: in a session at a shared server.
        """
        return self._hold(asker, reason, person=People(self._store).get(person).id)

    def hold_conversation(self, asker: Person | str, conversation: int, reason: str) -> Hold:
        """Let nothing be weeded of a conversation.

        Raises:
            RuleBroken: no reason, or there is such a hold.
            NotFound: there is none of that number.
            NotAllowed: in a session at a shared server.
        """
        return self._hold(asker, reason, conversation=self._conversations.get(conversation).id)

    def find(self, asker: Person | str, who: str) -> Person:
        """Return the person of that number or whole name.

        Raises:
            BadInput: several have that name.
            NotFound: nobody has it.
            NotAllowed: in a session at a shared server.
        """
        self._check(asker)
        return one_named(People(self._store).all(), who)

    def about(self, asker: Person | str, hold: Hold) -> str:
        """Return the name of the person whom a hold is about; "" where it is about a conversation.

        Raises:
            NotAllowed: in a session at a shared server.
        """
        self._check(asker)
        return People(self._store).get(hold.person).name if hold.person else ""

    def _hold(
        self, asker: Person | str, reason: str, person: int | None = None, conversation: int | None = None
    ) -> Hold:
        name, rows = self._check(asker), Keeping(self._store)
        new = Hold(clean_line(reason), name, self._clock(), person, conversation).checked()
        with self._store.writing():
            for hold in rows.holds():
                if hold.until is None and (hold.person, hold.conversation) == (person, conversation):
                    raise RuleBroken(_HELD, number=hold.id)
            stored = rows.add_hold(new)
            self._written(asker, "held", f"hold:{stored.id}")
        return stored

    def lift(self, asker: Person | str, number: int) -> Hold:
        """Let a hold stand no longer.

        Raises:
            RuleBroken: it was lifted already.
            NotFound: there is none of that number.
            NotAllowed: in a session at a shared server.
        """
        name, rows = self._check(asker), Keeping(self._store)
        with self._store.writing():
            hold = rows.hold(number)
            if hold.until is not None:
                raise RuleBroken(_LIFTED)
            lifted = rows.lift(hold, name, self._clock())
            self._written(asker, "lifted", f"hold:{number}")
        return lifted

    def _check(self, asker: Person | str) -> str:
        """Return the name of who asks.

        Raises:
            NotAllowed: in a session at a shared server, where there is a wall.
        """
        if self._store.guarded is not None:
            raise NotAllowed(_NOT_HERE)
        return asker.name if isinstance(asker, Person) else clean_line(asker)

    def _written(self, asker: Person | str, verb: str, subject: str) -> None:
        """Add a line to the history inside `writing`, where a person of the file has done it."""
        if isinstance(asker, Person):
            self._note(asker, verb, subject)
