"""What may be told of how many: no figure of fewer people than the floor, nor what gives one away (D-S4).

What is told are sums over parts of one tree, so whoever has all of it can work out what is left of a part
once everything told inside it is taken away, sums of such rests, and nothing else. A choice is therefore
sound exactly when each rest is of nobody or of enough people. A manager knows the figure of the own people,
too, so each rest has to be large enough also without those.

The choice depends on who works where, which everybody may know, and on nothing that was counted: it is the
same for everybody who asks, in every form and at every depth.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

USUAL_FLOOR = 5


class Hidden(StrEnum):
    """Why a figure is not told."""

    FEW = "few"  # fewer people than the floor
    GIVES_AWAY = "gives-away"  # enough people, but with it others could be worked out
    ELSEWHERE = "elsewhere"  # not for the one who asks


@dataclass(frozen=True, slots=True)
class Group:
    """A part of the tree: the people of one manager in one unit, or everything inside a unit.

    Attributes:
        key: what it is called; no two have the same.
        manager: id of who leads them; 0 for nobody. Only where there are no parts.
        present: ids of those who worked there at any time in the year: their points count here.
        employed: ids of those who work there on the last day of the year: their plans count here.
        parts: what it is made of; each of them adds up to it.
    """

    key: object
    manager: int = 0
    present: frozenset[int] = frozenset()
    employed: frozenset[int] = frozenset()
    parts: tuple[Group, ...] = ()

    def leaves(self) -> Iterator[Group]:
        """Yield the groups of one manager inside."""
        if not self.parts:
            yield self
        for part in self.parts:
            yield from part.leaves()

    def everybody(self) -> frozenset[int]:
        """Return who worked there at any time."""
        return frozenset().union(*(leaf.present for leaf in self.leaves()))


def hidden(top: Group, floor: int = USUAL_FLOOR) -> Mapping[object, Hidden]:
    """Return why the figure of a group is not told, by its key; what is not in it may be told.

    Args:
        top: all there is.
        floor: how few people are too few.
    """
    found: dict[object, Hidden] = {}
    if is_enough(top.leaves(), floor):
        _hide_inside(top, floor, found)
    else:
        found[top.key] = _why(top, floor)
        for part in top.parts:
            _hide_or_look_inside(part, floor, found)
    return found


def is_enough(leaves: Iterable[Group], floor: int) -> bool:
    """Whether a figure of exactly these may be known, to anybody and to each manager beside the own people's.

    That somebody can work out what is their own alone gives nothing away.
    """
    leaves = tuple(leaves)
    if len(leaves) == 1:  # nobody but their manager knows anything of them, who knows everything
        return all(not some or len(some) >= floor for some in (leaves[0].present, leaves[0].employed))
    if _is_plainly_enough(leaves, floor):
        return True
    bases = [leaf.present for leaf in leaves], [leaf.employed for leaf in leaves]
    return all(_is_enough_of(people, [leaf.manager for leaf in leaves], floor) for people in bases)


def _is_plainly_enough(leaves: Iterable[Group], floor: int) -> bool:
    """Whether two managers lead enough people each: then there are enough without those of any one."""
    first: int | None = None
    for leaf in leaves:
        if len(leaf.present) >= floor and len(leaf.employed) >= floor:
            if first is not None and leaf.manager != first:
                return True
            first = leaf.manager
    return False


def _is_enough_of(people: Sequence[frozenset[int]], managers: Sequence[int], floor: int) -> bool:
    """Whether nobody, whom 0 stands for, and no manager can work out a figure of too few others."""
    led = dict.fromkeys((0, *managers), 0)
    for some, manager in zip(people, managers, strict=True):
        led[manager] += len(some) if manager else 0
    everybody = len(frozenset().union(*people))
    return all(
        everybody - own >= floor or _knows_enough_of(viewer, people, managers, floor)
        for viewer, own in led.items()
    )


def _knows_enough_of(
    viewer: int, people: Sequence[frozenset[int]], managers: Sequence[int], floor: int
) -> bool:
    """Whether what is left without the people that the viewer leads is nobody, the viewer, or enough."""
    others = (some for some, manager in zip(people, managers, strict=True) if not viewer or manager != viewer)
    known = frozenset().union(*others)
    return not known or known == {viewer} or len(known) >= floor


def _hide_or_look_inside(group: Group, floor: int, found: dict[object, Hidden]) -> None:
    if is_enough(group.leaves(), floor):
        _hide_inside(group, floor, found)
    else:
        _hide_all(group, floor, found)


def _hide_inside(group: Group, floor: int, found: dict[object, Hidden], beside: Sequence[Group] = ()) -> None:
    """Hide the parts that are too small, and with them as many others as it takes, the smallest first.

    What is led by one manager gives way before what is a unit: a unit's figure is the one that is reported.
    Of a unit that gives way as much is told as can be.

    Args:
        group: whose parts.
        floor: how few people are too few.
        found: where what is hidden is written down.
        beside: what is not told outside of the group, together with which its hidden parts can be known.
    """
    small, told = _by_size(group.parts, floor)
    given: list[Group] = []
    if small or beside:
        told.sort(key=_gives_way)
        while not is_enough((*beside, *_leaves(small), *_leaves(given)), floor):
            given.append(told.pop(0))
    opened = max((part for part in given if part.parts), key=_gives_way, default=None)
    for part in (*small, *given):
        if part is not opened:
            _hide_all(part, floor, found)
    if opened is not None:
        found[opened.key] = Hidden.GIVES_AWAY
        others = (part for part in (*small, *given) if part is not opened)
        _hide_inside(opened, floor, found, (*beside, *_leaves(others)))
    for part in told:
        if part.parts:
            _hide_inside(part, floor, found)


def _by_size(groups: Iterable[Group], floor: int) -> tuple[list[Group], list[Group]]:
    """Return those that are too small, and those that are not."""
    small: list[Group] = []
    enough: list[Group] = []
    for group in groups:
        leaves = group.leaves() if group.parts else (group,)
        (enough if is_enough(leaves, floor) else small).append(group)
    return small, enough


def _leaves(groups: Iterable[Group]) -> Iterator[Group]:
    return (leaf for group in groups for leaf in group.leaves())


def _gives_way(group: Group) -> tuple[bool, int, str]:
    return bool(group.parts), sum(len(leaf.present) for leaf in group.leaves()), str(group.key)


def _hide_all(group: Group, floor: int, found: dict[object, Hidden]) -> None:
    found[group.key] = _why(group, floor)
    for part in group.parts:
        _hide_all(part, floor, found)


def _why(group: Group, floor: int) -> Hidden:
    return Hidden.FEW if len(group.everybody()) < floor else Hidden.GIVES_AWAY
