"""How rounds are said, and what somebody is reminded of in them."""

from __future__ import annotations

from datetime import date

from ijtui import dates
from ijtui.domain.nudge import About, Nudge
from ijtui.domain.round import Round
from ijtui.words import N_, _, spoken

_NUDGES = {
    About.OWN: N_("your conversation is not booked, last day {day}"),
    About.LED: N_("{number} of {people} not booked, last day {day}"),
    About.BELOW: N_("{number} of {people} not booked, last day {day} · {round}"),
    About.MANY: N_("{managers} managers: {number} of {people} not booked, last day {day}"),
}


def nudged(item: Nudge) -> tuple[str, str]:
    """Return whose or what a reminder is about, and what it says; it names managers and nobody else."""
    last = dates.short(item.round.last, spoken())
    said = _(
        _NUDGES[item.about],
        number=item.unbooked,
        people=item.people,
        managers=item.managers,
        round=item.round.name,
        day=last,
    )
    return item.name or item.round.name, said


def season(this: Round, today: date) -> str:
    """Return from when until when a round is."""
    first, last = (dates.short_or_year(day, today, spoken()) for day in (this.first, this.last))
    if this.first.isoformat() == first or this.last.isoformat() == last:  # both the same way
        first, last = this.first.isoformat(), this.last.isoformat()
    return f"{first} – {last}"
