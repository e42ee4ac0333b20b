"""The goals of the made-up municipality: one to three a conversation, closed at the next one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from random import Random

from ijtui.data.shortfall import Shortfalls
from ijtui.domain.cause import Cause
from ijtui.domain.conversation import Conversation
from ijtui.domain.goal import Goal, GoalKind, Result
from ijtui.domain.milestone import Milestone
from ijtui.domain.quarter import Quarter
from ijtui.domain.shortfall import Shortfall
from ijtui.services.demo.municipality_book import Book
from ijtui.services.demo.municipality_words import Words

_HOW_MANY = (1, 1, 2, 2, 3)
_RESULTS = (*[Result.REACHED] * 6, *[Result.PARTLY] * 2, Result.NOT_REACHED, Result.DROPPED)
_CAUSES = (Cause.UNCLEAR, Cause.RESOURCES, Cause.RESOURCES, Cause.OBSTACLES)
_SERVES = 0.6
"""How likely a goal serves one of the unit's milestones."""


class Goals:
    """Sets goals and closes them.

    Args:
        book: where they are written down.
        words: what is said.
        chance: decides.
    """

    def __init__(self, book: Book, words: Words, chance: Random) -> None:
        self._book = book
        self._words = words
        self._chance = chance
        self._shortfalls = Shortfalls(book.bulk)

    def close(self, goals: Sequence[Goal], now: Conversation, at: datetime) -> None:
        """End those of the last conversation, and say why where they were not reached."""
        for goal in goals:
            result = self._chance.choice(_RESULTS)
            self._book.archive.goal(replace(goal.closed(result, at.date()), version=goal.version + 1))
            self._book.note(now.manager.id, "closed", f"goal:{goal.id}", at)
            if result.asks_why:
                self._explain(goal, now, at)

    def _explain(self, goal: Goal, now: Conversation, at: datetime) -> None:
        why = Shortfall(
            goal.id,
            at.date(),
            self._chance.choice(_CAUSES),
            Quarter.of(at.date()).next,
            self._chance.choice(self._words.told["not_done"]),
            self._chance.choice(self._words.points),
            now.id,
            now.manager.id,
        )
        self._shortfalls.add(why)
        self._book.note(now.manager.id, "explained", f"goal:{goal.id}", at, now.id)

    def agree(self, now: Conversation, milestones: Sequence[Milestone], at: datetime) -> tuple[Goal, ...]:
        """Return the new ones as the plan shows them: development goals first."""
        count = self._chance.choice(_HOW_MANY)
        chosen = self._chance.sample(self._words.goals, count)
        kinds = [GoalKind.DEVELOPMENT, GoalKind.DEVELOPMENT, GoalKind.PERFORMANCE][:count]
        return tuple(
            self._goal(said, kind, now, milestones, at) for said, kind in zip(chosen, kinds, strict=True)
        )

    def _goal(
        self,
        said: Mapping[str, str],
        kind: GoalKind,
        now: Conversation,
        milestones: Sequence[Milestone],
        at: datetime,
    ) -> Goal:
        due = at.date() + timedelta(days=self._chance.randrange(150, 350))
        serves = self._chance.choice(milestones) if self._chance.random() < _SERVES else None
        goal = Goal(
            now.employee.id,
            said["title"],
            kind,
            said["measure"],
            serves=serves.title if serves else "",
            due=due,
            support=said["support"],
            period=str(due.year),
            conversation=now.id,
            milestone=serves.id if serves else None,
            made=at.date(),
            author=now.manager.id,
            id=self._book.bulk.next_id("goal"),
            version=1,
        )
        self._book.note(now.manager.id, "agreed", f"goal:{goal.id}", at, now.id)
        return goal
