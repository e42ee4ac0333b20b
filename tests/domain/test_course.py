"""A goal's course, quarter by quarter."""

from __future__ import annotations

from datetime import date
from itertools import permutations
from typing import Any

import pytest

from ijtui.domain.check_in import CheckIn, Course
from ijtui.domain.course import course, needs_care, planned
from ijtui.domain.goal import Goal, GoalKind, Result, is_enough, labels
from ijtui.domain.quarter import Quarter
from tests.builders import a_goal

TODAY = date(2026, 11, 21)
MADE = date(2026, 2, 10)


def goal(**changes: Any) -> Goal:
    return a_goal(**{"made": MADE, "due": date(2027, 5, 31), "id": 1, **changes})


def told(month: int, progress: int, heading: Course = Course.ON_TRACK, **changes: Any) -> CheckIn:
    return CheckIn(1, date(2026, month, 1), progress, heading, **changes)


def test_the_course_goes_from_the_quarter_it_was_made_in_to_the_one_it_is_due_in() -> None:
    story = (told(3, 10), told(5, 25, Course.AT_RISK), told(6, 30))
    for shuffled in permutations(story):
        stretches = course(goal(), shuffled, TODAY)
        assert [str(item.quarter) for item in stretches] == [
            "2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4", "2027-Q1", "2027-Q2",
        ]  # fmt: skip
        assert [item.progress for item in stretches] == [10, 30, 30, 30, None, None]
        assert [item.course for item in stretches[:3]] == [Course.ON_TRACK, Course.ON_TRACK, None]


def test_before_the_first_check_in_nobody_knows_how_far_it_has_come() -> None:
    assert [item.progress for item in course(goal(), (told(7, 40),), TODAY)][:3] == [None, None, 40]


def test_of_one_days_check_ins_the_one_written_down_last_counts() -> None:
    story = (told(3, 50, id=2), told(3, 10, id=1))
    assert course(goal(), story, TODAY)[0].progress == 50


def test_a_closed_goal_ends_with_the_quarter_it_was_closed_in() -> None:
    ended = goal(result=Result.REACHED, ended=date(2026, 8, 1))
    assert str(course(ended, (), TODAY)[-1].quarter) == "2026-Q3"


def test_a_check_in_from_before_it_was_written_down_belongs_to_it() -> None:
    early = goal(made=date(2026, 9, 1))
    assert course(early, (told(1, 5),), TODAY)[0].quarter == Quarter(2026, 1)


def test_a_date_of_another_age_makes_no_endless_course() -> None:
    stretches = course(goal(made=date(1, 1, 1), due=date(9999, 12, 31)), (), TODAY)
    assert (stretches[0].quarter, stretches[-1].quarter) == (Quarter(2021, 4), Quarter(2031, 4))


@pytest.mark.parametrize(
    ("day", "expected"),
    [(date(2026, 1, 1), 0), (MADE, 0), (date(2026, 10, 6), 50), (date(2027, 5, 31), 100), (TODAY, 60)],
)
def test_the_plan_goes_evenly_to_the_date(day: date, expected: int) -> None:
    assert planned(goal(), day) == expected


def test_without_a_date_there_is_no_plan() -> None:
    assert planned(goal(due=None), TODAY) is None
    assert planned(goal(made=None), TODAY) is None
    assert planned(goal(due=MADE), MADE) == 100


@pytest.mark.parametrize(
    ("changes", "newest", "expected"),
    [
        ({}, None, False),
        ({}, told(3, 10), False),
        ({}, told(3, 10, Course.AT_RISK), True),
        ({}, told(3, 10, Course.OFF), True),
        ({"due": date(2026, 11, 20)}, told(3, 90), True),
        ({"due": TODAY}, None, False),
        ({"result": Result.DROPPED, "due": date(2026, 1, 1)}, told(3, 10, Course.OFF), False),
    ],
)
def test_what_is_late_at_risk_or_off_needs_care(
    changes: dict[str, Any], newest: CheckIn | None, expected: bool
) -> None:
    assert needs_care(goal(**changes), newest, TODAY) is expected


def test_three_development_goals_are_enough() -> None:
    two = [goal(), goal(), goal(kind=GoalKind.PERFORMANCE), goal(result=Result.REACHED)]
    assert not is_enough(two)
    assert is_enough([*two, goal()])


def test_goals_are_numbered_kind_by_kind() -> None:
    kinds = {4: GoalKind.DEVELOPMENT, 7: GoalKind.PERFORMANCE, 9: GoalKind.DEVELOPMENT}
    numbered = labels(goal(id=number, kind=kind) for number, kind in kinds.items())
    assert numbered == {
        4: (GoalKind.DEVELOPMENT, 1),
        7: (GoalKind.PERFORMANCE, 1),
        9: (GoalKind.DEVELOPMENT, 2),
    }
