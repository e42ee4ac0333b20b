"""The units of the made-up municipality and the seats in them; who sits there changes over the years."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from ijtui.domain.unit import Unit, UnitKind
from ijtui.services.demo.municipality_names import names
from ijtui.services.demo.municipality_words import Administration, Words

_IN_A_UNIT = 15
"""People, the manager among them, on average."""

_UNDER_ONE_HEAD = 20
"""Units that the head of an administration leads; where there are more, area managers come between."""

_IN_AN_AREA = 10
_PEOPLE_A_HEAD = 40
_HOME = 6
"""Index of the administration where the owner of the file works."""


@dataclass(frozen=True, slots=True)
class Seat:
    """A place at work.

    Attributes:
        unit: id of the unit.
        boss: number of the seat that leads it; None at the very top.
        leads: whether it is a manager's.
    """

    number: int
    unit: int
    role: str
    boss: int | None
    leads: bool = False


@dataclass
class Layout:
    """Units and seats as they are laid out, each where its number says.

    Attributes:
        owner: number of the seat of the file's owner.
    """

    units: list[Unit] = field(default_factory=list)
    seats: list[Seat] = field(default_factory=list)
    owner: int = 0

    def unit(self, name: str, kind: UnitKind, parent: int | None) -> int:
        """Add a unit and return its id."""
        self.units.append(Unit(name, kind, parent, len(self.units) + 1))
        return len(self.units)

    def seat(self, unit: int, role: str, boss: int | None, *, leads: bool = False) -> int:
        """Add a seat and return its number."""
        self.seats.append(Seat(len(self.seats), unit, role, boss, leads))
        return len(self.seats) - 1


def laid_out(people: int, words: Words, chance: Random) -> Layout:
    """Return units and seats for that many people, 12 at least."""
    layout = Layout()
    top = layout.unit(words.organisation, UnitKind.ORGANISATION, None)
    director = layout.seat(top, words.director, None, leads=True)
    count = max(1, min(len(words.administrations), people // _PEOPLE_A_HEAD))
    sizes = _shared_out(people - 1, [each.share for each in words.administrations[:count]])
    for number, (each, size) in enumerate(zip(words.administrations, sizes, strict=False)):
        unit = layout.unit(each.name, UnitKind.ADMINISTRATION, top)
        head = layout.seat(unit, words.head, director, leads=True)
        left = size - 1
        if number == min(_HOME, count - 1):
            left -= _home(layout, words, unit, head, left)
        _staff(layout, words, each, (unit, head), left, chance)
    return layout


def _home(layout: Layout, words: Words, parent: int, head: int, left: int) -> int:
    """Add the unit of the file's owner and return how many people it takes."""
    unit = layout.unit(words.home, UnitKind.UNIT, parent)
    layout.owner = layout.seat(unit, words.home_head, head, leads=True)
    members = min(9, left // 2 - 1)
    for number in range(members):
        layout.seat(unit, words.home_roles[number % len(words.home_roles)], layout.owner)
    return members + 1


def _staff(
    layout: Layout, words: Words, each: Administration, top: tuple[int, int], left: int, chance: Random
) -> None:
    """Add the staff of an administration, its areas and its units."""
    unit, head = top
    staff = min(len(words.staff), left // 8)
    for role in words.staff[:staff]:
        layout.seat(unit, role, head)
    count = max(1, round((left - staff) / _IN_A_UNIT))
    areas = -(-count // _IN_AN_AREA) if count > _UNDER_ONE_HEAD else 0
    above = [_area(layout, words, each, top, number) for number in range(1, areas + 1)] or [top]
    sizes = _shared_out(left - staff - areas - count, [chance.randrange(60, 150) for _unit in range(count)])
    for number, size in enumerate(sizes):
        parent, boss = above[number % len(above)]
        name = each.units[number % len(each.units)].format(place=names().places[number // len(each.units)])
        part = layout.unit(name, UnitKind.UNIT, parent)
        leader = layout.seat(part, each.manager, boss, leads=True)
        for _seat in range(size):
            layout.seat(part, chance.choice(each.roles), leader)


def _area(
    layout: Layout, words: Words, each: Administration, top: tuple[int, int], number: int
) -> tuple[int, int]:
    unit = layout.unit(words.area.format(administration=each.name, number=number), UnitKind.UNIT, top[0])
    return unit, layout.seat(unit, words.area_head, top[1], leads=True)


def _shared_out(whole: int, weights: list[int]) -> list[int]:
    """Return whole numbers in the proportion of the weights, which add up to the whole."""
    total = sum(weights)
    parts = [whole * weight // total for weight in weights]
    for number in range(whole - sum(parts)):
        parts[number % len(parts)] += 1
    return parts
