"""How far everybody in a round has come: states of one's own people, and of others counts alone (D-P4)."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from ijtui.domain import floor
from ijtui.domain.person import Person
from ijtui.domain.round import Round
from ijtui.domain.stage import Place, Stage

Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Tally:
    """How many there are at each stage.

    Attributes:
        counts: as many numbers as there are stages, in their order.
    """

    counts: tuple[int, ...] = (0,) * len(Stage)

    @classmethod
    def of(cls, stages: Iterable[Stage]) -> Tally:
        """Return how many of each there are."""
        counts = [0] * len(Stage)
        for stage in stages:
            counts[stage] += 1
        return cls(tuple(counts))

    def __getitem__(self, stage: Stage) -> int:
        return self.counts[stage]

    def __add__(self, other: Tally) -> Tally:
        return Tally(tuple(map(sum, zip(self.counts, other.counts, strict=True))))

    @property
    def people(self) -> int:
        """How many there are in all."""
        return sum(self.counts)

    @property
    def held(self) -> int:
        """How many have had their conversation."""
        return sum(self.counts[Stage.HELD :])


@dataclass(frozen=True, slots=True)
class Group:
    """Those of one manager, or of one part of the organisation.

    Attributes:
        name: of the manager or the unit; "" where none is written down.
        tally: how many there are at each stage; None where that is not told, for they are too few.
        manager: id of the manager, or None.
    """

    name: str
    tally: Tally | None
    manager: int | None = None


@dataclass(frozen=True, slots=True)
class Branch:
    """A part of the organisation, and its managers."""

    whole: Group
    managers: tuple[Group, ...] = ()


@dataclass(frozen=True, slots=True)
class Coverage:
    """A round as one of those sees it who have to do with it.

    Attributes:
        own: how far one's own conversation has come, or None where one isn't in it.
        people: those whom one leads, by name, each with how far it has come.
        below: the counts of the managers whom one leads.
        total: for whoever counts for all, the sum of everybody; else None.
        branches: for whoever counts for all, its parts.
    """

    round: Round
    own: Stage | None = None
    people: tuple[tuple[Person, Stage], ...] = ()
    below: tuple[Group, ...] = ()
    total: Group | None = None
    branches: tuple[Branch, ...] = ()

    @property
    def tally(self) -> Tally:
        """How many of those whom one leads are at each stage."""
        return Tally.of(stage for _person, stage in self.people)


def groups(places: Iterable[Place], names: Mapping[int, str]) -> tuple[Group, ...]:
    """Return the counts of each manager, in the order of the names; last of those whom nobody leads.

    Args:
        places: the rows to count.
        names: of everybody, by id, in the order in which they are listed.
    """
    found = _grouped((place.manager, place) for place in places)
    order = [*(number for number in names if number in found), *({None} & found.keys())]
    return tuple(Group(names.get(number or 0, ""), _tally(found[number]), number) for number in order)


def parts_of(members: Iterable[tuple[int, int | None, str]], home: Callable[[str], str]) -> floor.Group:
    """Return everybody in a round as the tree of which `branches` tells.

    Args:
        members: of each the ids of person and manager, and the name of the unit, as they are counted.
        home: says of a unit's name which part of the organisation it is in.
    """
    found: dict[str, dict[int | None, set[int]]] = {}
    for person, manager, unit in members:
        found.setdefault(home(unit), {}).setdefault(manager, set()).add(person)
    return floor.Group(_ALL, parts=tuple(_part(name, of) for name, of in found.items()))


_ALL = "all"


def _part(name: str, managers: Mapping[int | None, set[int]]) -> floor.Group:
    leaves = [
        floor.Group((name, manager), manager or 0, frozenset(people), frozenset(people))
        for manager, people in managers.items()
    ]
    return floor.Group((name,), parts=tuple(leaves))


def branches(
    places: Iterable[Place], names: Mapping[int, str], home: Callable[[str], str], hidden: Container[object]
) -> tuple[Group, tuple[Branch, ...]]:
    """Return the sum and its parts, without the counts that are hidden.

    Args:
        places: every row of a round.
        names: of everybody, by id, in the order in which they are listed.
        home: says of a unit's name which part of the organisation it is in.
        hidden: keys of what is not told (`domain.floor.hidden` of `parts_of`).
    """
    rows = tuple(places)
    by_home = _grouped((home(place.unit), place) for place in rows)
    return _without(Group("", _tally(rows)), _ALL, hidden), tuple(
        Branch(
            _without(Group(name, _tally(by_home[name])), (name,), hidden),
            tuple(_without(group, (name, group.manager), hidden) for group in groups(by_home[name], names)),
        )
        for name in sorted(by_home, key=lambda name: (not name, name))
    )


def _without(group: Group, key: object, hidden: Container[object]) -> Group:
    return replace(group, tally=None) if key in hidden else group


def _tally(places: Iterable[Place]) -> Tally:
    return Tally.of(place.stage for place in places)


def _grouped(pairs: Iterable[tuple[Key, Place]]) -> dict[Key, list[Place]]:
    found: dict[Key, list[Place]] = {}
    for key, place in pairs:
        found.setdefault(key, []).append(place)
    return found
