"""Whom the rows of a list are about: known by employee number, else by name where that can be told."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from ijtui.domain.people_list import Known, Line, Namesakes
from ijtui.domain.person import Person
from ijtui.errors import BadInput

Groups = dict[int, list[Line]]
"""The rows of each person, by id; somebody new has a number below 0."""


class Whom:
    """Finds the person of each row.

    Args:
        known: what the file holds.
        namesakes: who somebody with a number is, where one of that name is known without; None if unsaid.
        problems: gathers what can't be told.
    """

    def __init__(self, known: Known, namesakes: Namesakes | None, problems: list[BadInput]) -> None:
        self._namesakes = namesakes
        self._problems = problems
        self._novel = 0
        self._numbered: dict[str, list[Person]] = defaultdict(list)
        self._named: dict[str, list[Person]] = defaultdict(list)
        for person in known.people.values():
            if person.number:
                self._numbered[person.number].append(person)
            self._named[person.name.casefold()].append(person)

    def of(self, lines: Sequence[Line]) -> Groups:
        """Return the rows of each person; those of whom it can't be told are left out."""
        by_key: dict[tuple[str, str], list[Line]] = defaultdict(list)
        for line in lines:
            by_key[(line.number, "" if line.number else line.name.casefold())].append(line)
        numbered = Counter(group[0].name.casefold() for key, group in by_key.items() if key[0])
        found: Groups = {}
        for group in by_key.values():
            person = self._of_group(group, numbered)
            if person in found:
                self._problems.append(
                    BadInput(
                        "This is the person of row {other}, too.",
                        line=group[0].row,
                        other=found[person][0].row,
                    )
                )
            elif person:
                found[person] = group
        return found

    def _of_group(self, group: list[Line], numbered: Counter[str]) -> int:
        """Return whose rows these are, or 0 where that can't be told."""
        first = next((line for line in group if line.name), group[0])
        for line in group:
            if line.name and line.name.casefold() != first.name.casefold():
                return self._unclear(
                    BadInput(
                        "Number {number} is {name} in row {row} and somebody else here.",
                        line=line.row,
                        number=line.number,
                        name=first.name,
                        row=first.row,
                    )
                )
        if first.number:
            return self._of_number(first, numbered)
        if len(group) > 1 and not all(line.since for line in group):
            return self._unclear(
                BadInput(
                    "{name} is in row {row}, too. Give employee numbers, so that the two can be told apart.",
                    line=group[1].row,
                    name=first.name,
                    row=first.row,
                )
            )
        return self._of_name(first)

    def _of_number(self, line: Line, numbered: Counter[str]) -> int:
        known = self._numbered.get(line.number, [])
        if len(known) > 1:
            return self._unclear(
                BadInput(
                    "Several people have number {number} here. Correct that first.",
                    line=line.row,
                    number=line.number,
                )
            )
        if known:
            return known[0].id
        namesakes = [person for person in self._named.get(line.name.casefold(), ()) if not person.number]
        if not namesakes or self._namesakes is Namesakes.NEW:
            return self._new(line)
        return self._same(line, namesakes, numbered[line.name.casefold()])

    def _same(self, line: Line, namesakes: Sequence[Person], rows: int) -> int:
        """Return the one of that name who has no number yet, where it was said that they are the same."""
        if self._namesakes is None:
            return self._unclear(
                BadInput(
                    "There is a {name} here already, without a number. Say --namesakes same if they are the "
                    "same person, or --namesakes new if they are another.",
                    line=line.row,
                    name=line.name,
                )
            )
        if len(namesakes) > 1 or rows > 1:
            return self._unclear(
                BadInput(
                    "Several people are called {name}; which one this is can't be told.",
                    line=line.row,
                    name=line.name,
                )
            )
        return namesakes[0].id

    def _of_name(self, line: Line) -> int:
        known = self._named.get(line.name.casefold(), [])
        if len(known) > 1:
            return self._unclear(
                BadInput(
                    "Several people here are called {name}. Give the employee number.",
                    line=line.row,
                    name=line.name,
                )
            )
        return known[0].id if known else self._new(line)

    def _unclear(self, problem: BadInput) -> int:
        """Take note that it can't be told who is meant."""
        self._problems.append(problem)
        return 0

    def _new(self, line: Line) -> int:
        if not line.name:
            return self._unclear(
                BadInput(
                    "Nobody here has number {number}, and somebody new needs a name.",
                    line=line.row,
                    number=line.number,
                )
            )
        self._novel -= 1
        return self._novel
