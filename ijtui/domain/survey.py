"""What is told of the answers about the work environment: by question and unit, and of enough people (D-S4).

What may be told of a question is chosen by how many were asked it in each part, and is the same for all who
ask: how it was judged plays no part in it. A manager is told of the own people, however few they are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count

from ijtui.domain.floor import Group, Hidden, hidden
from ijtui.domain.unit import Tree
from ijtui.domain.work_environment import Answers, Asked, Heard, Line, Topic


def topics(
    heard: Iterable[Heard], titles: Mapping[Asked, str], tree: Tree, asker: int, floor: int, *, for_all: bool
) -> tuple[Topic, ...]:
    """Return what somebody is told of each question, in the order of the titles.

    Args:
        heard: everything that was heard, one of each question, unit and manager.
        titles: of the questions, in the order of the agenda.
        tree: the units.
        asker: id of who is told.
        floor: how few people are too few.
        for_all: whether they count for the organisation and are told of units; else of each manager's people.
    """
    by_question: dict[Asked, list[Heard]] = defaultdict(list)
    for one in heard:
        by_question[one.asked].append(one)
    order = {asked: place for place, asked in enumerate(titles)}
    found = []
    for asked in sorted(by_question, key=lambda one: (order.get(one, len(order)), one)):
        survey = Survey(by_question[asked], tree, asker, floor)
        lines = tuple(survey.of_units() if for_all else survey.of_managers())
        title = titles.get(asked, "") if any(line.answers for line in lines) else ""
        found.append(Topic(asked, title, lines))
    return tuple(topic for topic in found if topic.lines)


class Survey:
    """The answers to one question, grouped as people work.

    Args:
        heard: one of each unit and manager.
        tree: the units; one that it does not know is part of none.
        asker: id of who is told.
        floor: how few people are too few.
    """

    def __init__(self, heard: Iterable[Heard], tree: Tree, asker: int, floor: int) -> None:
        self._tree, self._asker = tree, asker
        self._heard: dict[object, Heard] = {}
        self._names: dict[object, str] = {}
        self._ids = count(-1, -1)
        self._by_unit: dict[str, list[Heard]] = defaultdict(list)
        for one in sorted(heard, key=lambda one: (one.unit, one.manager)):
            self._by_unit[one.unit].append(one)
        self._top = self._grouped()
        self._why = hidden(self._top, floor)

    def of_units(self) -> Iterator[Line]:
        """Yield everybody, then each unit that anybody was asked in, inside what it is part of."""
        yield from self._inside(self._top, 0)

    def _inside(self, group: Group, depth: int) -> Iterator[Line]:
        yield self._line(list(group.leaves()), Line(self._names[group.key], depth), self._why.get(group.key))
        for part in group.parts:
            if part.key in self._names:
                yield from self._inside(part, depth + 1)

    def of_managers(self) -> Iterator[Line]:
        """Yield those of each manager in each unit whose answers the asker may count, the own first."""
        leaves = [leaf for leaf in self._top.leaves() if self._heard[leaf.key].answers is not None]
        for leaf in sorted(leaves, key=lambda leaf: leaf.manager != self._asker):
            yield self._line(
                [leaf], Line(self._heard[leaf.key].unit, 1, leaf.manager), self._why.get(leaf.key)
            )

    def _line(self, leaves: Sequence[Group], line: Line, why: Hidden | None) -> Line:
        counted = [self._heard[leaf.key] for leaf in leaves]
        if why is not None and any(one.manager != self._asker for one in counted):
            return Line(line.unit, line.depth, line.manager, why=why)
        answers = sum((one.answers for one in counted if one.answers), Answers())
        return Line(line.unit, line.depth, line.manager, answers, is_for_me=why is not None)

    def _grouped(self) -> Group:
        """Return everybody who was asked as one tree, whose top is a unit where all are part of one."""
        known = list(self._units(None))
        others = [self._unit(name, ()) for name in list(self._by_unit)]
        if len(known) + len(others) == 1:
            return (known + others)[0]
        self._names["all"] = ""
        return Group("all", parts=(*known, *others))

    def _units(self, parent: int | None) -> Iterator[Group]:
        for unit in self._tree.below.get(parent, ()):
            inside = tuple(self._units(unit.id))
            if inside or unit.name in self._by_unit:
                yield self._unit(unit.name, inside)

    def _unit(self, name: str, inside: tuple[Group, ...]) -> Group:
        key = ("unit", name)
        self._names[key] = name
        heard = self._by_unit.pop(name, [])
        return Group(key, parts=(*(self._leaf(one, heard) for one in heard), *inside))

    def _leaf(self, one: Heard, heard: Sequence[Heard]) -> Group:
        """Return those who were asked by one manager in one unit, as ids that stand for nobody.

        Whoever was asked in two places counts in the last one; the other is not empty for that. The only
        one who heads the unit is known by the id of the manager: to them their own answer is no news.
        """
        key = ("led", one.unit, one.manager)
        self._heard[key] = one
        others = [other.manager for other in heard if other is not one]
        if (one.people, one.heads, len(others)) == (1, 1, 1):
            return Group(key, one.manager, frozenset(others))
        present = frozenset(next(self._ids) for _one in range(max(1, one.people)))
        return Group(key, one.manager, present)
