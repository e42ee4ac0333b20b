"""What goes to a salary review of what two have agreed on: facts, and nothing said in confidence (D-G8).

Goals with their measure and how far they have come, agreed points with their outcome, agreed levels beside
what the role requires. Why something went as it did, what support it needs, what was prepared, noted, told
between conversations or said to each other is not in it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any, Literal

from ijtui.domain.action import Action, ActionState
from ijtui.domain.assessment import Assessment
from ijtui.domain.canonical import canonical, digest
from ijtui.domain.goal import Goal

SCHEMA: Literal["ijtui/extract/1"] = "ijtui/extract/1"


@dataclass(frozen=True, slots=True)
class GoalPart:
    """A goal as it stands; days in ISO form, "" where nothing stands.

    Attributes:
        progress: per cent.
        result: how it ended, or "" while it goes on.
    """

    id: int
    kind: str
    title: str
    measure: str
    due: str
    progress: int
    result: str


@dataclass(frozen=True, slots=True)
class PointPart:
    """An agreed point and what came of it.

    Attributes:
        responsible: "employee", "manager" or "other".
        other: who that is, where it is "other".
        state: one of `ActionState`; what is open is only "open", and nobody is called late before it ends.
        days_late: how many days after its last one it was done.
    """

    id: int
    what: str
    responsible: str
    other: str
    due: str
    state: str
    days_late: int


@dataclass(frozen=True, slots=True)
class LevelPart:
    """One competence; where the two see it differently, both levels stand there and no reason.

    Attributes:
        agreed: None where they see it differently.
        employee: only where they see it differently.
        manager: only where they see it differently.
    """

    id: str
    title: str
    required: int
    agreed: int | None
    employee: int | None = None
    manager: int | None = None


@dataclass(frozen=True, slots=True)
class ExtractText:
    """All that is in an extract, and nothing else.

    Attributes:
        employee: name.
        manager: name.
        assessed: the day of the conversation that the levels are from, or "".
        salt: 64 hexadecimal digits by chance: the hash tells nobody what the text might be.
    """

    year: int
    employee: str
    manager: str
    goals: tuple[GoalPart, ...] = ()
    points: tuple[PointPart, ...] = ()
    levels: tuple[LevelPart, ...] = ()
    assessed: str = ""
    salt: str = ""
    schema: str = SCHEMA

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to hand over."""
        return not (self.goals or self.points or self.levels)

    def body(self) -> bytes:
        """Return exactly the bytes that the hash is of."""
        return canonical(asdict(self))

    def hash(self) -> str:
        """Return the SHA-256 of these bytes, as 64 hexadecimal digits."""
        return digest(asdict(self))

    def says_the_same(self, other: ExtractText) -> bool:
        """Whether both say the same of the same year."""
        return replace(self, salt="") == replace(other, salt="")


def read(body: str) -> ExtractText:
    """Return what `ExtractText.body` wrote.

    Raises:
        ValueError: it is no JSON.
        TypeError: it is something else.
        KeyError: something is missing.
    """
    found: dict[str, Any] = json.loads(body)
    return ExtractText(
        **{
            **found,
            "goals": tuple(GoalPart(**part) for part in found["goals"]),
            "points": tuple(PointPart(**part) for part in found["points"]),
            "levels": tuple(LevelPart(**part) for part in found["levels"]),
        }
    )


# What belongs to a year


def goal_parts(goals: Iterable[Goal], year: int) -> tuple[GoalPart, ...]:
    """Return the goals that went on at some time of the year, in the order of their numbers."""
    chosen = sorted((goal for goal in goals if _goes_on_in(goal, year)), key=lambda goal: goal.id)
    return tuple(
        GoalPart(
            goal.id,
            goal.kind.value,
            goal.title,
            goal.measure,
            _iso(goal.due),
            goal.progress,
            goal.result.value if goal.result else "",
        )
        for goal in chosen
    )


def _goes_on_in(goal: Goal, year: int) -> bool:
    begun = goal.made is None or goal.made.year <= year
    return begun and (goal.ended is None or goal.ended.year >= year)


def point_parts(actions: Iterable[Action], year: int) -> tuple[PointPart, ...]:
    """Return the points due or followed up in the year, and those without a day that were agreed in it."""
    chosen = sorted((action for action in actions if _is_of(action, year)), key=lambda action: action.id)
    return tuple(
        PointPart(
            action.id,
            action.what,
            action.responsible.value,
            action.other,
            _iso(action.due),
            _state(action),
            action.days_late,
        )
        for action in chosen
    )


def _is_of(action: Action, year: int) -> bool:
    days = [action.due or action.agreed, action.outcome.on if action.outcome else None]
    return any(day is not None and day.year == year for day in days)


def _state(action: Action) -> str:
    """Return what came of it; what waits for an answer, or whose day has passed, is open."""
    return (action.state(date.min) if action.outcome else ActionState.OPEN).value


def level_parts(assessment: Assessment) -> tuple[LevelPart, ...]:
    """Return what the two came to, in the order of the set; what they didn't speak of is not in it."""
    rows = (assessment.row(competence.id) for competence in assessment.profile.competences)
    return tuple(
        LevelPart(
            row.competence.id,
            row.competence.title,
            row.required,
            row.agreed,
            row.employee if row.differs else None,
            row.manager if row.differs else None,
        )
        for row in rows
        if row.agreed is not None or row.differs
    )


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
