"""What whoever makes rounds does with one: fill it, and close it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from ijtui.domain.person import Person
from ijtui.domain.round import Round
from ijtui.errors import IjtuiError
from ijtui.screens.place import Place
from ijtui.words import _

Here = Place[Any]


def bring_up_to_date(place: Here, number: int) -> None:
    """Put in who is new, take out who has left, and say how many that were."""
    rounds, me = place.session.desk.rounds, place.session.me

    def do(this: Round) -> None:
        found = rounds.bring_up_to_date(me, this)
        place.say(_("Put in: {new}. Taken out: {gone}.", new=len(found.new), gone=len(found.gone)))

    _do(place, number, do)


def put_somebody_in(place: Here, number: int) -> None:
    """Pick somebody who is not in it, and put them in."""
    session = place.session
    rounds, me = session.desk.rounds, session.me
    inside = {person.id for person in rounds.members(me, rounds.get(me, number))}
    today = session.desk.clock().date()
    others = [
        person
        for person in session.desk.people.all(me)
        if person.id not in inside and not person.has_left(today)
    ]
    _pick(place, number, _("Put in whom?"), others, lambda this, person: rounds.put_in(me, this, person))


def take_somebody_out(place: Here, number: int) -> None:
    """Pick somebody who is in it, and take them out."""
    rounds, me = place.session.desk.rounds, place.session.me
    inside = rounds.members(me, rounds.get(me, number))
    _pick(place, number, _("Take out whom?"), inside, lambda this, person: rounds.take_out(me, this, person))


def close(place: Here, number: int) -> None:
    """Close it after asking."""
    from ijtui.screens.dialogs.confirm import ConfirmScreen

    rounds, me = place.session.desk.rounds, place.session.me
    question = _("Close “{name}”? Nobody is reminded of it any more.", name=rounds.get(me, number).name)

    def answered(sure: bool | None) -> None:
        if sure:
            _do(place, number, lambda this: rounds.close(me, this))

    place.app.push_screen(ConfirmScreen(question, _("close it"), _("keep it open")), answered)


def reopen(place: Here, number: int) -> None:
    """Open a closed one again."""
    rounds, me = place.session.desk.rounds, place.session.me
    _do(place, number, lambda this: rounds.reopen(me, this))


def _pick(
    place: Here, number: int, title: str, people: Iterable[Person], then: Callable[[Round, Person], object]
) -> None:
    """Ask which of these people, and do something with the one that is picked."""
    from ijtui.screens.dialogs.pick import Option, Pick

    by_number = {str(person.id): person for person in people}
    options = [Option(key, person.name, person.unit) for key, person in by_number.items()]

    def chosen(key: str | None) -> None:
        if key is not None:
            _do(place, number, lambda this: then(this, by_number[key]))

    place.app.push_screen(Pick(title, options), chosen)


def _do(place: Here, number: int, what: Callable[[Round], object]) -> None:
    """Do something with the round as it stands now, say why not where it can't be done, and show it."""
    try:
        what(place.session.desk.rounds.get(place.session.me, number))
    except IjtuiError as error:
        place.refuse(error)
    place.reload()
