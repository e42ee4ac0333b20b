"""Goals as lines: each person's own below their name, with how far and where they are heading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from ijtui.domain.check_in import CheckIn
from ijtui.domain.course import needs_care
from ijtui.domain.goal import Goal, GoalKind, labels
from ijtui.domain.person import Person
from ijtui.screens.goal_words import bar, due_of, per_cent, standing
from ijtui.screens.saying import goal_label
from ijtui.widgets.fit import Column
from ijtui.widgets.lines import EMPTY, Line, Look
from ijtui.words import N_, _

COLUMNS = (Column(3), Column(), Column(10), Column(5, right=True), Column(13), Column(5))
_CLOSED = (Column(3), Column(), Column(10), Column(13))

GOING_ON = "going-on:"
"""Before the key of a goal from before, where it stands among those of a conversation."""

_NONE = {
    "open": N_("No goal goes on. Press enter to write one."),
    "all": N_("No goal yet. Press enter to write one."),
    "closed": N_("No goal is closed."),
}


class Shown(StrEnum):
    """Which goals are listed."""

    OPEN = "open"
    ALL = "all"
    CLOSED = "closed"

    @property
    def next(self) -> Shown:
        """The one that the key goes on to."""
        ways = list(Shown)
        return ways[(ways.index(self) + 1) % len(ways)]

    def holds(self, goal: Goal) -> bool:
        """Whether a goal belongs to it."""
        return self is Shown.ALL or goal.is_open == (self is Shown.OPEN)


@dataclass(frozen=True, slots=True)
class Board:
    """What the goals are listed from.

    Attributes:
        goals: all that the one who looks may read; of each person those that go on first.
        newest: the newest check-in by goal.
        me: who looks.
    """

    goals: Sequence[Goal]
    newest: Mapping[int, CheckIn]
    me: Person
    today: date

    def of(self, person: Person) -> list[Goal]:
        """Return that person's goals."""
        return [goal for goal in self.goals if goal.person == person.id]


def board_lines(board: Board, people: Iterable[Person], shown: Shown) -> list[Line]:
    """Return the goals of these people, each under their name."""
    lines: list[Line] = []
    for person in people:
        lines += [*([EMPTY] if lines else []), *_of_person(board, person, shown)]
    return lines


def _of_person(board: Board, person: Person, shown: Shown) -> Iterator[Line]:
    mine = person.id == board.me.id
    yield Line((_("{name} (you)", name=person.name) if mine else person.name,), look="heading")
    goals = [goal for goal in board.of(person) if shown.holds(goal)]
    if not goals:
        key = "" if shown is Shown.CLOSED else f"goal:new:0:{person.id}"
        yield Line((_(_NONE[shown]),), key, look="muted")
    yield from goal_lines(board, goals)


def goal_lines(board: Board, goals: Sequence[Goal]) -> Iterator[Line]:
    """Yield a line for each of one person's goals; those that go on are numbered."""
    named = labels(goal for goal in goals if goal.is_open)
    for goal in goals:
        yield goal_line(goal, board.newest.get(goal.id), named.get(goal.id), board.today)


def goal_line(goal: Goal, newest: CheckIn | None, label: tuple[GoalKind, int] | None, today: date) -> Line:
    """Return one goal; `!` marks one that is late, at risk or off track."""
    care = needs_care(goal, newest, today)
    named, due, stands = (
        goal_label(*label) if label else "",
        due_of(goal, today),
        standing(goal, newest, today),
    )
    if not goal.is_open:
        return Line((named, goal.title, due, stands), f"goal:{goal.id}", look="muted", columns=_CLOSED)
    cells = (named, goal.title, due, per_cent(goal.progress), stands, bar(goal.progress))
    look: Look = "warning" if care else "plain"
    return Line(cells, f"goal:{goal.id}", look=look, mark="!" if care else "", columns=COLUMNS)


def going_on_lines(board: Board) -> list[Line]:
    """Return the goals that go on from before a conversation, under a heading; nothing where none does."""
    if not board.goals:
        return []
    lines = (goal_line(goal, board.newest.get(goal.id), None, board.today) for goal in board.goals)
    listed = [replace(line, key=f"{GOING_ON}{line.key}") for line in lines]
    return [EMPTY, Line((_("Goals that go on"),), look="heading"), *listed]


def person_goals(board: Board) -> list[Line]:
    """Return one person's goals that go on, under their heading; nothing where none does."""
    if not board.goals:
        return []
    return [EMPTY, Line((_("Goals that go on"),), look="heading"), *goal_lines(board, board.goals)]
