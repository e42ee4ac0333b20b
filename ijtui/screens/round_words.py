"""How rounds, and how far everybody in them has come, are said."""

from __future__ import annotations

from datetime import date

from ijtui import dates
from ijtui.domain.coverage import Stage, Tally
from ijtui.domain.nudge import About, Nudge
from ijtui.domain.round import Round
from ijtui.words import N_, _, spoken

STAGES = {
    Stage.NOT_BOOKED: N_("not booked"),
    Stage.BOOKED: N_("booked"),
    Stage.PREPARED: N_("prepared"),
    Stage.HELD: N_("held"),
    Stage.SIGNED: N_("signed"),
    Stage.FOLLOWED_UP: N_("followed up"),
}
"""The stages as a conversation is called that has come so far."""

_NUDGES = {
    About.OWN: N_("your conversation is not booked, last day {day}"),
    About.LED: N_("{number} of {people} not booked, last day {day}"),
    About.BELOW: N_("{number} of {people} not booked in {round}, last day {day}"),
}


def nudged(item: Nudge) -> tuple[str, str]:
    """Return whose or what a reminder is about, and what it says; it names managers and nobody else."""
    last = dates.short(item.round.last, spoken())
    said = _(_NUDGES[item.about], number=item.unbooked, people=item.people, round=item.round.name, day=last)
    return item.name or item.round.name, said


def season(this: Round, today: date) -> str:
    """Return from when until when a round is, and whether it is closed."""
    first, last = (dates.short_or_year(day, today, spoken()) for day in (this.first, this.last))
    days = f"{first} – {last}"
    return days if this.is_open else _("{days}, closed", days=days)


def tally_words(tally: Tally) -> str:
    """Return the counts of the stages that anybody is at."""
    return " · ".join(f"{tally[stage]} {_(name)}" for stage, name in STAGES.items() if tally[stage])
