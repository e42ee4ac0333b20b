"""How far everybody in a round has come: states of one's own people, and of others counts alone (D-P4)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import TypeVar

from ijtui.domain.person import Person
from ijtui.domain.round import Round

Key = TypeVar("Key")


class Stage(IntEnum):
    """How far somebody's conversation has come; everybody in a round is at exactly one."""

    NOT_BOOKED = 0
    BOOKED = 1
    PREPARED = 2  # both have opened what they prepared, or it came on paper
    HELD = 3  # it was concluded
    SIGNED = 4  # both have signed the newest version of the plan
    FOLLOWED_UP = 5  # signed, and every point has an outcome or was decided on in a later conversation


@dataclass(frozen=True, slots=True)
class Place:
    """One row of a round, as far as it may be seen.

    Attributes:
        stage: how far it has come.
        person: id of who, or None where only the count may be seen.
        manager: id of the manager with whom it is counted, or None where there is none.
        unit: name of the unit where it is counted.
    """

    stage: Stage
    person: int | None
    manager: int | None
    unit: str


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


def branches(
    places: Iterable[Place], names: Mapping[int, str], home: Callable[[str], str], floor: int
) -> tuple[Group, tuple[Branch, ...]]:
    """Return the sum and its parts; of groups below the floor no count is told, nor can it be worked out.

    Args:
        places: every row of a round.
        names: of everybody, by id, in the order in which they are listed.
        home: says of a unit's name which part of the organisation it is in.
        floor: the smallest group of which counts are told; 1 for all.
    """
    rows = tuple(places)
    by_home = _grouped((home(place.unit), place) for place in rows)
    wholes = [
        Group(name, _tally(by_home[name])) for name in sorted(by_home, key=lambda name: (not name, name))
    ]
    total = _told((Group("", _tally(rows)),), floor)[0]
    told = _told(wholes, floor) if total.tally else [replace(whole, tally=None) for whole in wholes]
    return total, tuple(
        Branch(whole, _told(groups(by_home[whole.name], names), floor if whole.tally else _NONE))
        for whole in told
    )


_NONE = 1 << 62
"""A floor that no group reaches."""


def _told(groups: Sequence[Group], floor: int) -> tuple[Group, ...]:
    """Return the groups without the counts of those that are too few.

    What is left of the sum when all others are taken from it is told by the sum, so it isn't too few either:
    where it would be, the smallest of the others keeps its counts to itself as well.
    """
    by_size = sorted(groups, key=lambda group: group.tally.people if group.tally else 0)
    kept: list[Group] = []
    left = 0
    for group in by_size:
        people = group.tally.people if group.tally else 0
        if people < floor or 0 < left < floor:
            kept.append(group)
            left += people
    return tuple(replace(group, tally=None) if group in kept else group for group in groups)


def _tally(places: Iterable[Place]) -> Tally:
    return Tally.of(place.stage for place in places)


def _grouped(pairs: Iterable[tuple[Key, Place]]) -> dict[Key, list[Place]]:
    found: dict[Key, list[Place]] = {}
    for key, place in pairs:
        found.setdefault(key, []).append(place)
    return found
