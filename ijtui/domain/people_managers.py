"""Who leads whom in a list of people: found by number or name, and never in a circle (D-P3)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from ijtui.domain.people_list import Known, Line
from ijtui.domain.people_who import Groups
from ijtui.domain.person import Person
from ijtui.errors import BadInput


class Managers:
    """Finds the manager that a cell names, among those in the list and those who are known.

    Args:
        known: what the file holds.
        groups: the rows of each person.
        problems: gathers what can't be told.
    """

    def __init__(self, known: Known, groups: Groups, problems: list[BadInput]) -> None:
        self._problems = problems
        self._numbered: dict[str, int] = {}
        self._named: dict[str, set[int]] = defaultdict(set)
        for person in known.people.values():
            if person.number:
                self._numbered[person.number] = person.id
            if not person.has_left(known.today):
                self._named[person.name.casefold()].add(person.id)
        for person_id, lines in groups.items():
            for line in lines:
                self._numbered[line.number] = person_id
                self._named[line.name.casefold()].add(person_id)

    def of(self, line: Line) -> int | None:
        """Return the id of whom a row names as manager, or None: nobody, or it can't be told."""
        if not line.manager:
            return None
        if line.manager in self._numbered:
            return self._numbered[line.manager]
        named = self._named.get(line.manager.casefold(), set())
        if len(named) == 1:
            return next(iter(named))
        self._problems.append(_untold(line, among=len(named)))
        return None


def _untold(line: Line, among: int) -> BadInput:
    """Return why it can't be told who is meant, of that many."""
    if among:
        return BadInput(
            "Several people are called {manager}. Give the manager's employee number.",
            line=line.row,
            manager=line.manager,
        )
    return BadInput(
        "The manager {manager} is neither in the list nor here, by number or by name.",
        line=line.row,
        manager=line.manager,
    )


def refuse_circles(people: Iterable[Person], rows: Mapping[int, int], problems: list[BadInput]) -> None:
    """Tell of each circle of managers once, in the row of one of them.

    Args:
        people: everybody as they will be.
        rows: a row of each person who is in the list, by id.
        problems: gathers what is found.
    """
    everybody = {person.id: person for person in people}
    done: set[int] = set()
    for start in everybody:
        path: list[int] = []
        here: int | None = start
        while here is not None and here not in done and here not in path:
            path.append(here)
            here = everybody[here].manager if here in everybody else None
        if here in path:
            _tell(path[path.index(here) :], everybody, rows, problems)
        done.update(path)


def _tell(
    circle: Sequence[int], everybody: Mapping[int, Person], rows: Mapping[int, int], problems: list[BadInput]
) -> None:
    listed = [person for person in circle if person in rows]
    if listed:
        names = " → ".join(everybody[person].name for person in [*circle, circle[0]][:12])
        row = min(rows[person] for person in listed)
        problems.append(BadInput("The managers lead each other in a circle: {names}.", line=row, names=names))


def managers_first(people: Iterable[Person]) -> list[Person]:
    """Return them so that everybody comes after their manager; there is no circle among them."""
    waiting = {person.id: person for person in people}
    found: list[Person] = []
    for person in list(waiting.values()):
        above: list[Person] = []
        here: Person | None = waiting.get(person.id)
        while here is not None:
            above.append(waiting.pop(here.id))
            here = waiting.get(here.manager or 0)
        found += reversed(above)
    return found
