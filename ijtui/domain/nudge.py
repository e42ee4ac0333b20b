"""What somebody is reminded of while a round is open: how many are not booked, and never who (D-P4)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from ijtui.domain.round import Round
from ijtui.domain.stage import Place, Stage

SOON = timedelta(days=14)
"""How long before its first day one is reminded of a round, and before its last one the next manager."""


FEW = 3
"""Of so many managers each has a line; of more there is one for all."""


class About(StrEnum):
    """Whose conversations are not booked."""

    OWN = "own"
    LED = "led"  # those of the people whom one leads
    BELOW = "below"  # those of a manager's people whom one leads
    MANY = "many"  # those of the people of several such managers, together


@dataclass(frozen=True, slots=True)
class Nudge:
    """That something of a round is not booked.

    Attributes:
        unbooked: how many; at least one.
        people: of how many.
        manager: id of the manager whose people they are, or None for one's own conversation.
        name: of that manager where it is somebody else, or "".
        managers: how many managers' people they are.
    """

    round: Round
    about: About
    unbooked: int
    people: int
    manager: int | None = None
    name: str = ""
    managers: int = 1


def nudges(this: Round, places: Iterable[Place], me: int, today: date) -> Iterator[Nudge]:
    """Yield what somebody is reminded of a round, the own conversation first.

    Args:
        this: the round.
        places: of themselves, of those whom they lead, and of those whom these lead.
        me: id of who is reminded.
        today: what is far off, closed, or too long ago to count is left alone.
    """
    if not this.is_open or not this.first - SOON <= today < this.until:
        return
    rows = tuple(places)
    yield from _nudge(this, About.OWN, [place for place in rows if place.person == me], None)
    led = [place for place in rows if place.leader == me]
    yield from _nudge(this, About.LED, led, me)
    if this.last - SOON <= today:
        yield from _below(this, [place for place in rows if place.manager != me and place.person != me])


def _below(this: Round, places: list[Place]) -> list[Nudge]:
    """Return a line for each manager below where somebody is not booked, or one for many of them."""
    by_manager: dict[int, list[Place]] = {}
    for place in places:
        if place.manager is not None:
            by_manager.setdefault(place.manager, []).append(place)
    each = [
        nudge
        for manager, theirs in by_manager.items()
        for nudge in _nudge(this, About.BELOW, theirs, manager)
    ]
    if len(each) <= FEW:
        return each
    unbooked, people = (sum(getattr(nudge, name) for nudge in each) for name in ("unbooked", "people"))
    return [Nudge(this, About.MANY, unbooked, people, managers=len(each))]


def _nudge(this: Round, about: About, places: list[Place], manager: int | None) -> Iterator[Nudge]:
    unbooked = sum(place.stage is Stage.NOT_BOOKED for place in places)
    if unbooked:
        yield Nudge(this, about, unbooked, len(places), manager)
