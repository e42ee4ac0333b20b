"""What is counted, from the whole organisation down to the people of one manager in one unit (D-S2)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import dataclass
from operator import attrgetter

from ijtui.domain.floor import USUAL_FLOOR, Group, Hidden, hidden
from ijtui.domain.tally import NO_UNIT, NOTHING, Cell, Tally, total
from ijtui.domain.unit import Tree, Unit, UnitKind

ALL = "all"
"""The key of the whole."""

NOBODY = -1
"""Stands for an asker who leads nobody."""


@dataclass(frozen=True, slots=True)
class Crew:
    """Who works in one cell.

    Attributes:
        present: ids of those who have worked there in the year.
        employed: ids of those who work there on its last day.
    """

    present: frozenset[int]
    employed: frozenset[int]

    def __add__(self, other: Crew) -> Crew:
        """Return all of those and these."""
        return Crew(self.present | other.present, self.employed | other.employed)


@dataclass(frozen=True, slots=True)
class Branch:
    """One line of the figure, and those that it is made of.

    Attributes:
        key: "all", "unit:3", or "led:3:7" for the people of manager 7 in unit 3.
        name: of the unit; "" for the whole, and for what is in no unit.
        kind: how high up the unit stands; None where it is no unit.
        manager: id of whose people these are, 0 for nobody's; None where it is no manager's line.
        tally: what is counted, or None where it is not told.
        why: why not.
        rest: what is counted of the parts that are not told one by one, taken together; None where there are
            none, or where that isn't told either.
        is_own: they are the asker's own people, whose rows the asker may read.
    """

    key: str
    name: str = ""
    kind: UnitKind | None = None
    manager: int | None = None
    tally: Tally | None = None
    why: Hidden | None = None
    parts: tuple[Branch, ...] = ()
    is_own: bool = False
    rest: Tally | None = None

    @property
    def is_elsewhere(self) -> bool:
        """Whether nothing of it is for the one who asks."""
        return self.why is Hidden.ELSEWHERE and not self.parts

    @property
    def heart(self) -> Branch:
        """The only unit that the whole is made of, which then says the same, or else this line."""
        return self.parts[0] if self.key == ALL and len(self.parts) == 1 and self.parts[0].kind else self

    @property
    def is_all_own(self) -> bool:
        """Whether there is nobody in it but the asker's own people."""
        return all(part.is_all_own for part in self.parts) if self.parts else self.is_own

    def walk(self, depth: int = 0) -> Iterator[tuple[int, Branch]]:
        """Yield this line and everything inside, each with how deep it lies."""
        yield depth, self
        for part in self.parts:
            yield from part.walk(depth + 1)

    def find(self, key: str) -> Branch | None:
        """Return the line with that key, or None."""
        return next((branch for _depth, branch in self.walk() if branch.key == key), None)

    def named(self, name: str) -> Branch | None:
        """Return the unit of that name, whatever its capitals, or None."""
        wanted = name.casefold()
        units = (branch for _depth, branch in self.walk() if branch.kind is not None)
        return next((branch for branch in units if branch.name.casefold() == wanted), None)


@dataclass(frozen=True, slots=True)
class Sight:
    """What somebody may be told.

    Attributes:
        asker: id of whose own people are told of however few they are, or `NOBODY`.
        line: ids of the asker and everybody below them; None for whoever counts for all.
    """

    asker: int
    line: Set[int] | None = None

    def may_see(self, leaves: Iterator[Group]) -> bool:
        """Whether all of these people are led by somebody in the asker's line."""
        return self.line is None or all(leaf.manager in self.line for leaf in leaves)


@dataclass(frozen=True, slots=True)
class Counted:
    """Everything that is counted in one year, before anybody is told.

    Attributes:
        tree: the units.
        crews: who works where.
        tallies: what is counted there; a cell without a crew is nobody's and left out.
    """

    tree: Tree
    crews: Mapping[Cell, Crew]
    tallies: Mapping[Cell, Tally]

    def told(self, sight: Sight, floor: int = USUAL_FLOOR) -> Branch:
        """Return what somebody may be told: the whole, its parts, and theirs."""
        top = self._groups()
        return _Teller(self.tree, self._sums(top), sight, hidden(top, floor)).tell(top)

    def _sums(self, top: Group) -> Mapping[object, Tally]:
        """Return what is counted of every group, by its key."""
        found: dict[object, Tally] = {}
        for cell, tally in self.tallies.items():
            key = _key_of(cell)
            found[key] = found[key] + tally if key in found else tally

        def add_up(group: Group) -> Tally:
            if group.parts:
                found[group.key] = total([add_up(part) for part in group.parts])
            return found.setdefault(group.key, NOTHING)

        add_up(top)
        return found

    def _groups(self) -> Group:
        """Return who works where as one tree; units where nobody does are left out."""
        inside: dict[int, list[Group]] = defaultdict(list)
        for cell in sorted(self.crews, key=attrgetter("unit", "manager")):
            crew = self.crews[cell]
            inside[cell.unit].append(Group(_key_of(cell), cell.manager, crew.present, crew.employed))
        parts = [self._group(unit, inside) for unit in self.tree.below.get(None, ())]
        return Group(ALL, parts=(*(part for part in parts if part.parts), *inside[NO_UNIT]))

    def _group(self, unit: Unit, inside: Mapping[int, list[Group]]) -> Group:
        units = (self._group(below, inside) for below in self.tree.below.get(unit.id, ()))
        parts = (*(part for part in units if part.parts), *inside.get(unit.id, ()))
        return Group(f"unit:{unit.id}", parts=parts)


@dataclass(frozen=True, slots=True)
class _Teller:
    tree: Tree
    sums: Mapping[object, Tally]
    sight: Sight
    why: Mapping[object, Hidden]

    def tell(self, group: Group) -> Branch:
        """Return a group as a line; without what the asker has no part in."""
        key = str(group.key)
        kind, unit, manager = _parts_of(key)
        own = manager is not None and manager == self.sight.asker
        why = None if own else self._why(group)
        stands = self.tree.units.get(unit)
        return Branch(
            key,
            stands.name if stands and manager is None else "",
            stands.kind if stands and manager is None else None,
            manager,
            self.sums[group.key] if why is None else None,
            why,
            tuple(self._inside(group)) if kind != "led" else (),
            own,
            self._rest(group) if why is None else None,
        )

    def _rest(self, group: Group) -> Tally | None:
        """Return the parts that are hidden as one, which is what is left when the others are taken away."""
        untold = [part for part in group.parts if part.key in self.why]
        return total(self.sums[part.key] for part in untold) if untold else None

    def _inside(self, group: Group) -> Iterator[Branch]:
        told = map(self.tell, group.parts)
        return (part for part in told if not part.is_elsewhere)

    def _why(self, group: Group) -> Hidden | None:
        if not self.sight.may_see(group.leaves()):
            return Hidden.ELSEWHERE
        return self.why.get(group.key)


def _key_of(cell: Cell) -> str:
    return f"led:{cell.unit}:{cell.manager}"


def _parts_of(key: str) -> tuple[str, int, int | None]:
    """Return what a key says: which sort of line, the unit, and the manager where it is one's."""
    kind, _colon, rest = key.partition(":")
    unit, _colon, manager = rest.partition(":")
    return kind, int(unit or NO_UNIT), int(manager) if manager else None


def line_of(asker: int, managers: Mapping[int, int | None]) -> frozenset[int]:
    """Return the ids of somebody and of everybody below them.

    Args:
        asker: the one at the top.
        managers: of everybody, by id.
    """
    below: dict[int | None, list[int]] = defaultdict(list)
    for person, manager in managers.items():
        below[manager].append(person)
    found, waiting = {asker}, [asker]
    while waiting:
        new = [person for person in below[waiting.pop()] if person not in found]
        found.update(new)
        waiting += new
    return frozenset(found)


Names = Callable[[str], int]
"""Returns the id of the unit of that name."""


def with_names(tree: Tree, names: Set[str]) -> tuple[Tree, Names]:
    """Return a tree that has a unit of each name, and what finds it; a mere name gets an id below 0."""
    lacking = sorted({name.casefold(): name for name in names if name and tree.named(name) is None}.values())
    new = [Unit(name, id=-number) for number, name in enumerate(lacking, 1)]
    whole = Tree.of((*tree.units.values(), *new)) if new else tree
    ids = {unit.name.casefold(): unit.id for unit in whole.units.values()}
    return whole, lambda name: ids.get(name.casefold(), NO_UNIT)
