"""What happened in a stretch of time: one item a thing, each with where it comes from (D-C3, D-J6)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from ijtui.domain.agenda import Kind
from ijtui.domain.goal import Goal, GoalKind


class Source(StrEnum):
    """Where an item comes from, in the order in which they are read."""

    GOAL = "goal"
    CHECK_IN = "check-in"
    MILESTONE = "milestone"
    ACTION = "action"
    FEEDBACK = "feedback"
    ENTRY = "entry"
    RECOGNITION = "recognition"
    TRAINING = "training"
    COMPETENCE = "competence"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that happened. It holds what people wrote and the domain's own values, no words of ours.

    Attributes:
        source: what it is.
        key: where it leads, as everywhere on the screens: "goal:5", "entry:12"; "" for nowhere.
        text: what it is about, in the words of whoever wrote it.
        day: when, or None.
        sort: a `GoalKind`, an `EntryKind`, a `TemplatePart`, a `RecognitionKind`; "" for one sort only.
        value: how it stands: a `Result`, a `Course`, an `ActionState`; "" for nothing to say.
        said: what else was written of it.
        amount: per cent, a level, or an amount of money.
        before: the level it had before.
        number: a goal's number among its kind, from 1.
        goals: ids of the goals it has to do with.
        who: id of the person who gives, writes or sees to it; 0 for nobody in particular.
        to: id of the person who gets it; 0 for nobody in particular.
        mine: nobody but the asker may read it, so it never enters anything that both see.
    """

    source: Source
    key: str
    text: str
    day: date | None = None
    sort: str = ""
    value: str = ""
    said: str = ""
    amount: int | None = None
    before: int | None = None
    number: int = 0
    goals: tuple[int, ...] = ()
    who: int = 0
    to: int = 0
    mine: bool = False


@dataclass(frozen=True, slots=True)
class Material:
    """Everything from one day to another, both included.

    Attributes:
        items: in the order of `Source`; a goal's check-ins follow the goal.
    """

    first: date
    last: date
    items: tuple[Item, ...] = ()

    def shared(self) -> Material:
        """Return what both may read."""
        return replace(self, items=tuple(item for item in self.items if not item.mine))

    def but(self, source: Source) -> Material:
        """Return it without what comes from there."""
        return replace(self, items=tuple(item for item in self.items if item.source is not source))

    def without(self, goals: Iterable[Goal]) -> Material:
        """Return it without these goals, how they came along, and what they alone serve."""
        left_out = {goal.id for goal in goals}
        about_goals = (Source.GOAL, Source.CHECK_IN, Source.MILESTONE)
        kept = (
            replace(item, goals=tuple(goal for goal in item.goals if goal not in left_out))
            for item in self.items
            if item.source not in about_goals or not left_out.issuperset(item.goals)
        )
        return replace(self, items=renumbered(kept))

    def groups(self) -> Mapping[Source, tuple[Item, ...]]:
        """Return the items by source, goals with their check-ins; empty groups are absent."""
        found: dict[Source, tuple[Item, ...]] = {}
        for source in Source:
            items = tuple(item for item in self.items if _group(item) is source)
            if items:
                found[source] = items
        return found

    def numbered(self) -> Mapping[GoalKind, int]:
        """Return how many goals of each kind it has, so that those agreed now get the numbers after them."""
        kinds = [kind for kind, _number in self.labels().values()]
        return {kind: kinds.count(kind) for kind in GoalKind}

    def labels(self) -> Mapping[int, tuple[GoalKind, int]]:
        """Return for each goal's id its kind and its number among its kind."""
        return {
            item.goals[0]: (GoalKind(item.sort), item.number)
            for item in self.items
            if item.source is Source.GOAL
        }


def _group(item: Item) -> Source:
    return Source.GOAL if item.source is Source.CHECK_IN else item.source


def renumbered(items: Iterable[Item]) -> tuple[Item, ...]:
    """Return the items with the goals of each kind numbered from 1."""
    seen: dict[str, int] = {}
    told = []
    for item in items:
        if item.source is Source.GOAL:
            seen[item.sort] = seen.get(item.sort, 0) + 1
            item = replace(item, number=seen[item.sort])
        told.append(item)
    return tuple(told)


def arranged(first: date, last: date, items: Iterable[Item]) -> Material:
    """Return the material with its items in order: by source, goals with theirs, the others by day."""
    given = tuple(items)
    goals = [item for item in given if item.source is Source.GOAL]
    course: dict[tuple[int, ...], list[Item]] = {goal.goals: [] for goal in goals}
    for item in given:
        if item.source is Source.CHECK_IN and item.goals in course:
            course[item.goals].append(item)
    told: list[Item] = []
    for goal in goals:
        told += [goal, *_by_day(course[goal.goals])]
    for source in Source:
        if source not in (Source.GOAL, Source.CHECK_IN):
            told += _by_day(item for item in given if item.source is source)
    return Material(first, last, renumbered(told))


def _by_day(items: Iterable[Item]) -> list[Item]:
    """Return items with the oldest first; they come in the order in which they were written down."""
    return sorted(items, key=lambda item: item.day or date.max)


# Which stretch of time a conversation looks back on

KEPT = frozenset({Kind.QUARTERLY, Kind.EVALUATION})
"""Conversations that open with the material; when they are concluded it is kept as it was."""

_YEAR = timedelta(days=365)
_QUARTER = timedelta(days=92)
_LATE = 6
"""An evaluation that is held no later than this month is about the year before."""


def looks_back(kind: Kind, day: date, before: date | None) -> tuple[date, date]:
    """Return the first and the last day that a conversation looks back on.

    An evaluation is about a calendar year (D-C3); the others are about what came since last time.

    Args:
        kind: of the conversation.
        day: on which one looks.
        before: the day of the last conversation, of the same kind for an annual one; None for none. What
            was said on that day has been talked about.
    """
    if kind is Kind.EVALUATION:
        year = day.year if day.month > _LATE else day.year - 1
        return date(year, 1, 1), min(day, date(year, 12, 31))
    usual = day - (_YEAR if kind is Kind.ANNUAL else _QUARTER)
    return min(before + timedelta(days=1) if before else usual, day), day
