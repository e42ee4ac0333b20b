"""Who leads a unit: nobody writes it down, for it follows from who works where under whom (D-P3)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ijtui.domain.person import Person
from ijtui.domain.unit import Tree


@dataclass(frozen=True, slots=True)
class Overview:
    """All units of a day.

    Attributes:
        heads: who leads each; one that nobody leads is absent.
        numbers: how many work in each itself; one where nobody does is absent.
    """

    tree: Tree
    heads: Mapping[int, Person]
    numbers: Mapping[int, int]


def numbers(tree: Tree, people: Iterable[Person]) -> dict[int, int]:
    """Return how many of these work in each unit itself, each with the name of the unit."""
    places = {unit.name.casefold(): unit.id for unit in tree.units.values()}
    found = Counter(places.get(person.unit.casefold(), 0) for person in people)
    return {unit: number for unit, number in found.items() if unit}


def heads(tree: Tree, people: Iterable[Person]) -> dict[int, Person]:
    """Return who leads each unit; one that nobody leads is absent.

    That is whoever works in the unit itself and leads most of those in it and in what is part of it. Where
    the leader works elsewhere, it is the nearest manager of most of those in it.

    Args:
        tree: all units.
        people: who works today, each with the name of the unit.
    """
    people = tuple(people)
    by_id = {person.id: person for person in people}
    places = {unit.name.casefold(): unit.id for unit in tree.units.values()}
    of_unit: dict[int, Counter[int]] = {unit: Counter() for unit in tree.units}
    nearest: dict[int, Counter[int]] = {unit: Counter() for unit in tree.units}
    for person in people:
        unit = places.get(person.unit.casefold())
        if unit is None or person.manager not in by_id:
            continue
        nearest[unit][person.manager] += 1
        home = places.get(by_id[person.manager].unit.casefold())
        if home is not None and home in {unit, *(above.id for above in tree.above(unit))}:
            of_unit[home][person.manager] += 1
    chosen = {unit: of_unit[unit] or nearest[unit] for unit in tree.units}
    return {unit: by_id[_most(counts)] for unit, counts in chosen.items() if counts}


def _most(counts: Counter[int]) -> int:
    """Return who leads most; of several, the one who was there first."""
    return min(counts, key=lambda person: (-counts[person], person))
