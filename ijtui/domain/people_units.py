"""The units that a list of people names: which are new, and which are to be part of something else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ijtui.domain.people_list import Line, Told, What
from ijtui.domain.unit import Tree, Unit, UnitKind
from ijtui.errors import BadInput


@dataclass
class _Wish:
    """What the rows say of one unit; `part_of` is "" as long as none of them says that."""

    row: int
    name: str
    kind: UnitKind
    part_of: str = ""


class Places:
    """The units as they will be.

    Args:
        tree: the units as they are.
        lines: those rows whose units are needed.
        problems: gathers what doesn't fit.
    """

    def __init__(self, tree: Tree, lines: Iterable[Line], problems: list[BadInput]) -> None:
        self._problems = problems
        self._before = tree
        self._wishes: dict[str, _Wish] = {}
        self._ids = {unit.name.casefold(): unit.id for unit in tree.units.values()}
        self._made: dict[int, Unit] = {}
        self._changed: dict[int, Unit] = {}
        self.told: list[Told] = []
        for line in lines:
            self._read(line)
        for kind in UnitKind:  # what others are part of comes first
            for wish in self._wishes.values():
                if wish.kind is kind:
                    self._store(wish)
        self.tree = Tree.of(({**tree.units, **self._changed} | self._made).values())
        self._refuse_circles()

    @property
    def added(self) -> tuple[Unit, ...]:
        """New ones, each after what it is part of."""
        return tuple(self._made.values())

    @property
    def changed(self) -> tuple[Unit, ...]:
        """Those that are to be part of something else, or of another kind."""
        return tuple(self._changed.values())

    def of(self, line: Line) -> int:
        """Return the id of the unit that a row names, or 0 where it names none."""
        return self._ids.get(line.place.casefold(), 0) if line.place else 0

    def _read(self, line: Line) -> None:
        part_of = ""
        for name, kind in (
            (line.organisation, UnitKind.ORGANISATION),
            (line.administration, UnitKind.ADMINISTRATION),
            (line.unit, UnitKind.UNIT),
        ):
            if name:
                self._wanted(_Wish(line.row, name, kind, part_of))
                part_of = name

    def _wanted(self, wish: _Wish) -> None:
        first = self._wishes.setdefault(wish.name.casefold(), wish)
        if first.kind is not wish.kind:
            self._problems.append(
                BadInput(
                    "{name} stands in another column in row {row}. Each unit needs a name of its own.",
                    line=wish.row,
                    name=wish.name,
                    row=first.row,
                )
            )
        elif not first.part_of:
            first.part_of = wish.part_of
        elif wish.part_of and first.part_of.casefold() != wish.part_of.casefold():
            self._problems.append(
                BadInput(
                    "{name} is part of {other} in row {row}, and of {here} here. Each unit needs a name of "
                    "its own: write {name} {here}, say.",
                    line=wish.row,
                    name=wish.name,
                    other=first.part_of,
                    row=first.row,
                    here=wish.part_of,
                )
            )

    def _store(self, wish: _Wish) -> None:
        """Make a unit, or move it."""
        parent = self._ids.get(wish.part_of.casefold()) if wish.part_of else None
        known = self._ids.get(wish.name.casefold())
        if known is None:
            self._make(wish, self._top() if parent is None else parent)
        elif known in self._before.units:
            self._change(self._before.units[known], wish.kind, parent)

    def _top(self) -> int | None:
        """Return the organisation, where there is one and no other."""
        tops = [
            unit.id
            for unit in (*self._before.units.values(), *self._made.values())
            if unit.kind is UnitKind.ORGANISATION and unit.parent is None
        ]
        return tops[0] if len(tops) == 1 else None

    def _make(self, wish: _Wish, parent: int | None) -> None:
        number = -len(self._made) - 1
        parent = None if wish.kind is UnitKind.ORGANISATION else parent
        self._made[number] = Unit(wish.name, wish.kind, parent, number)
        self._ids[wish.name.casefold()] = number
        self.told.append(Told(What.UNIT_NEW, wish.name, self._name(parent)))

    def _change(self, unit: Unit, kind: UnitKind, parent: int | None) -> None:
        elsewhere = parent is not None and parent not in {above.id for above in self._before.above(unit.id)}
        after = replace(unit, kind=kind, parent=parent if elsewhere else unit.parent)
        if after != unit:
            self._changed[unit.id] = after
            what = What.UNIT_MOVED if elsewhere else What.UNIT_KIND
            self.told.append(Told(what, unit.name, self._name(after.parent), kind.value))

    def _name(self, unit: int | None) -> str:
        found = self._made.get(unit or 0) or self._before.units.get(unit or 0)
        return found.name if found else ""

    def _refuse_circles(self) -> None:
        for unit in self._changed.values():
            if any(above.id == unit.id for above in self.tree.above(unit.id)):
                row = self._wishes[unit.name.casefold()].row
                self._problems.append(BadInput("{name} would be part of itself.", line=row, name=unit.name))
