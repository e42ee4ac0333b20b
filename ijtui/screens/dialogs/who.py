"""Choosing a person in a form: somebody who is known, or a new name."""

from __future__ import annotations

from ijtui.clean import clean_line
from ijtui.domain.conversation import Party
from ijtui.domain.person import Part, Person
from ijtui.errors import BadInput
from ijtui.screens.session import Session
from ijtui.widgets.picked import NOVEL
from ijtui.words import N_

_NOBODY = N_("Say whom the conversation is with.")


def people_to_pick(session: Session, *, but: int) -> tuple[tuple[str, str], ...]:
    """Return number and name of everybody but one person; role and unit tell namesakes apart."""
    people = [person for person in session.desk.people.all(session.me) if person.id != but]
    return tuple((str(person.id), _named(person)) for person in people)


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
