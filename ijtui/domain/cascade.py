"""From what the organisation is to reach down to how many personal goals serve it, which nobody names (D-G2).

What several people have as goals is theirs. A number of goals that one may not read is only told where it is
large enough, and where nothing smaller can be worked out from it (`domain.floor`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from ijtui.domain.floor import Group, hidden
from ijtui.domain.milestone import Milestone


@dataclass(frozen=True, slots=True)
class Serving:
    """How many goals serve a milestone; None where that is not told.

    Attributes:
        directly: that name it.
        altogether: that name it, or one that serves it, however far below.
    """

    directly: int | None = 0
    altogether: int | None = 0


@dataclass(frozen=True, slots=True)
class Step:
    """A milestone in the view from above: how far below the top it stands."""

    milestone: Milestone
    depth: int = 0


def below(milestones: Iterable[Milestone]) -> Mapping[int | None, tuple[Milestone, ...]]:
    """Return what serves each milestone, in the order given; None for those that serve none."""
    milestones = tuple(milestones)
    known = {item.id for item in milestones}
    found: dict[int | None, list[Milestone]] = defaultdict(list)
    for item in milestones:
        found[item.serves if item.serves in known else None].append(item)
    return {above: tuple(items) for above, items in found.items()}


def cascade(milestones: Sequence[Milestone]) -> tuple[Step, ...]:
    """Return all of them, each before what serves it."""
    parts = below(milestones)

    def walk(above: int | None, depth: int) -> Iterator[Step]:
        for item in parts.get(above, ()):
            yield Step(item, depth)
            yield from walk(item.id, depth + 1)

    return tuple(walk(None, 0))


def counted(
    milestones: Sequence[Milestone], goals: Mapping[int, int], readable: AbstractSet[int], floor: int
) -> Mapping[int, Serving]:
    """Return how many goals serve each milestone, as far as that may be told.

    Args:
        milestones: all there are.
        goals: which milestone each goal serves, by the goal's id.
        readable: ids of the goals that the one who asks may read anyway.
        floor: how few others' goals are too few.
    """
    serving: dict[int, set[int]] = defaultdict(set)
    for goal, milestone in goals.items():
        serving[milestone].add(goal)
    parts = below(milestones)
    secret = frozenset(goals) - readable
    kept_back = hidden(_group(None, parts, serving, secret), floor) if secret else {}
    altogether: dict[int, int] = {}
    for step in reversed(cascade(milestones)):  # what serves comes before what it serves
        item = step.milestone
        inside = sum(altogether[part.id] for part in parts.get(item.id, ()))
        altogether[item.id] = len(serving.get(item.id, ())) + inside
    return {
        item.id: Serving(
            None if ("direct", item.id) in kept_back else len(serving.get(item.id, ())),
            None if ("all", item.id) in kept_back else altogether.get(item.id, 0),
        )
        for item in milestones
    }


def _group(
    milestone: int | None,
    parts: Mapping[int | None, tuple[Milestone, ...]],
    serving: Mapping[int, set[int]],
    secret: frozenset[int],
) -> Group:
    """Return a milestone with all that serves it, as groups of goals that one may not read."""
    own = frozenset(serving.get(milestone or 0, ())) & secret
    direct = Group(("direct", milestone), present=own, employed=own)
    inside = (_group(item.id, parts, serving, secret) for item in parts.get(milestone, ()))
    return Group(("all", milestone), parts=(direct, *inside))
