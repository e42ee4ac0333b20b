"""Choosing a person in a form: somebody who is known, or a new name."""

from __future__ import annotations

from ijtui.clean import clean_line
from ijtui.domain.conversation import Party
from ijtui.domain.person import Part, Person
from ijtui.errors import BadInput, NotFound
from ijtui.screens.session import Session
from ijtui.widgets.picked import NOVEL
from ijtui.words import N_

_NOBODY = N_("Say whom the conversation is with.")


_AT_A_TIME = 50
"""People that are listed; whoever is not among them is found by a few letters."""


class PeopleSource:
    """Whom one can pick: first those one talks with, then everybody by name, or whoever fits what is typed.

    Args:
        session: who asks.
        but: id of somebody to leave out.
        before: what stands before the number in each value.
    """

    def __init__(self, session: Session, *, but: int, before: str = "") -> None:
        self._people, self._me = session.desk.people, session.me
        self._but = but
        self._before = before

    def found(self, typed: str) -> tuple[tuple[str, str], ...]:
        """Return value and name of the first that fit; role and unit tell namesakes apart."""
        near = () if typed.strip() else self._people.near(self._me)
        by_name = self._people.found(self._me, typed, _AT_A_TIME, working=not typed.strip())
        people = {person.id: person for person in (*near, *by_name) if person.id != self._but}
        return tuple((f"{self._before}{number}", _named(person)) for number, person in people.items())

    def named(self, value: str) -> str:
        """Return the name of whom a value says, or ""."""
        number = value.removeprefix(self._before)
        if not number.isdecimal():
            return ""
        try:
            return _named(self._people.get(self._me, int(number)))
        except NotFound:
            return ""


def _named(person: Person) -> str:
    return " · ".join(part for part in (person.name, person.role, person.unit) if part)


def person_picked(session: Session, value: str, party: Party) -> Person:
    """Return whom a form says; a new name is stored, with oneself as manager where that is so.

    Args:
        session: who asks.
        value: number of a person, or `new:` and a name.
        party: the side that person sits on.

    Raises:
        BadInput: nobody was picked.
        NotFound: that person is gone.
    """
    people, me = session.desk.people, session.me
    if value.startswith(NOVEL):
        manager = me.id if party is Party.EMPLOYEE else None
        return people.add(me, Person(clean_line(value.removeprefix(NOVEL)), manager=manager))
    if not value:
        raise BadInput(_NOBODY)
    return people.get(me, int(value))


def side_towards(session: Session, value: str) -> Party:
    """Return the side of the table where one most likely sits with whom a form says."""
    if session.part is not Part.BOTH:
        return Party(session.part.value)
    return Party.EMPLOYEE if value and value == str(session.me.manager or "") else Party.MANAGER
