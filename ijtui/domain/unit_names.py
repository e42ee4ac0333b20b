"""Units that are known by their names alone, from several files, as one tree."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ijtui.domain.report import Place
from ijtui.domain.unit import Tree, Unit


class Names:
    """The tree of all units that files speak of, and each by its name.

    Args:
        places: what the files say.
        expected: what is known of the organisation; it goes before what the files say.
    """

    def __init__(self, places: Iterable[Place], expected: Iterable[Place] = ()) -> None:
        self.tree = _tree((*expected, *sorted(places, key=lambda place: (place.unit, place.part_of))))
        self._by_name = {unit.name.casefold(): unit for unit in self.tree.units.values()}

    def named(self, name: str) -> Unit | None:
        """Return the unit of that name, whatever its capitals, or None."""
        return self._by_name.get(name.casefold())

    def above(self, name: str) -> tuple[str, ...]:
        """Return the names of all that a unit is part of, the nearest first."""
        unit = self.named(name)
        return tuple(up.name for up in self.tree.above(unit.id)) if unit else ()


def _tree(places: Iterable[Place]) -> Tree:
    found: dict[str, Place] = {}
    for place in places:
        known = found.setdefault(place.unit.casefold(), place)
        if place.part_of and not known.part_of:
            found[place.unit.casefold()] = replace(place, unit=known.unit)
    for above in [place.part_of for place in found.values() if place.part_of]:
        found.setdefault(above.casefold(), Place(above))
    ids = {name: number for number, name in enumerate(sorted(found), 1)}
    parents = {ids[name]: ids.get(place.part_of.casefold()) for name, place in found.items()}
    _break_rounds(parents)
    return Tree.of(
        Unit(place.unit, place.kind, parents[ids[name]], ids[name]) for name, place in sorted(found.items())
    )


def _break_rounds(parents: dict[int, int | None]) -> None:
    """Let a unit be part of nothing that would be part of itself; a file may say anything."""
    for unit in parents:
        seen, here = {unit}, parents[unit]
        while here is not None and here not in seen:
            seen.add(here)
            here = parents[here]
        if here == unit:
            parents[unit] = None


def missing(tree: Tree, covered: Iterable[str], wholes: Iterable[str]) -> tuple[Unit, ...]:
    """Return the units that nobody has reported, the highest of each branch.

    What consists of other units is reported once all of them are.

    Args:
        tree: the units that there should be.
        covered: names of those that are counted.
        wholes: names of those of which everybody is counted.
    """
    told, whole = ({name.casefold() for name in names} for names in (covered, wholes))

    def lacking(unit: Unit) -> list[Unit]:
        parts, name = tree.below.get(unit.id, ()), unit.name.casefold()
        if name in whole or (name in told and not parts):
            return []
        found = [lack for part in parts for lack in lacking(part)]
        if name not in told and len(found) >= len(parts) and set(parts) <= set(found):
            return [unit]
        return found

    return tuple(lack for top in tree.below.get(None, ()) for lack in lacking(top))
