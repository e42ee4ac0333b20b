"""How a handover stands, and what becomes of it, in words."""

from __future__ import annotations

from datetime import date

from ijtui import dates
from ijtui.domain.handover import Handover, Standing, State
from ijtui.domain.person import Person
from ijtui.services.handover_ways import Way
from ijtui.words import N_, _, spoken

STANDINGS = {
    Standing.NOT_BEGUN: N_("not begun"),
    Standing.BEGUN: N_("nobody has chosen yet"),
    Standing.YOURS: N_("you have chosen"),
    Standing.THEIRS: N_("the other has chosen"),
    Standing.BOTH: N_("both have chosen"),
    Standing.UNDER_WAY: N_("under way"),
    Standing.MOVED: N_("handed over"),
    Standing.OFF: N_("called off"),
}
"""As the one who looks sees it."""

_OTHERS = {
    Standing.YOURS: N_("one of the two has chosen"),
    Standing.THEIRS: N_("one of the two has chosen"),
}


def standing_words(way: Way, me: Person) -> str:
    """Return how it stands; to the successor it says nothing of who has chosen."""
    chooses = way.handover is None or way.handover.party_of(me.id) is not None
    return _(STANDINGS[way.standing] if chooses else _OTHERS.get(way.standing, STANDINGS[way.standing]))


def sight_words(way: Way, handover: Handover, *, alone: bool) -> str:
    """Return who reads what, and from when; what lies in a file of one's own is sent as a file."""
    taker = way.successor.first_name if way.successor else ""
    day = dates.long(handover.day, spoken())
    if alone:
        return _(
            "{name} takes over from {day}. Send it with: ijtui handover export {number} --to FILE",
            name=taker,
            day=day,
            number=way.employee.id,
        )
    if handover.state is State.MOVED:
        return _(
            "{name} reads what went on since {day}; {leaver} no longer.",
            name=taker,
            leaver=way.leaver.first_name,
            day=day,
        )
    return _(
        "From {day} {name} reads what goes on, and {leaver} nothing of {employee} any more.",
        name=taker,
        leaver=way.leaver.first_name,
        employee=way.employee.first_name,
        day=day,
    )


def is_at_once(way: Way, handover: Handover, me: Person, today: date, *, alone: bool) -> bool:
    """Whether it takes place as soon as the one who looks has chosen, for nobody else is waited for."""
    other = way.leaver if me.id == way.employee.id else way.employee
    return handover.day <= today and (alone or bool(handover.choices) or not other.login)
