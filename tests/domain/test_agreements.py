"""People, goals, actions and feedback: what can be stored, and what is only reminded of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from ijtui.domain.action import Extent
from ijtui.domain.goal import GoalLack
from ijtui.errors import RuleBroken
from tests.builders import NOW, a_goal, a_person, an_action, an_outcome, some_feedback

TODAY = NOW.date()


@pytest.mark.parametrize("nothing", ["", "  ", "\n\t"])
def test_what_says_nothing_is_not_stored(nothing: str) -> None:
    with pytest.raises(RuleBroken, match="name"):
        a_person(nothing).checked()
    with pytest.raises(RuleBroken, match="reached"):
        a_goal(nothing).checked()
    with pytest.raises(RuleBroken, match="done"):
        an_action(nothing).checked()
    with pytest.raises(RuleBroken, match="three parts"):
        some_feedback(positive=nothing, improve=nothing, support=nothing).checked()


def test_nobody_is_their_own_manager() -> None:
    with pytest.raises(RuleBroken, match="own manager"):
        a_person(id=3, manager=3).checked()
    assert a_person(id=3, manager=4).checked()


def test_one_part_of_feedback_is_enough() -> None:
    assert some_feedback(positive="", improve="").checked()


@pytest.mark.parametrize("progress", [-1, 101])
def test_progress_is_a_percentage(progress: int) -> None:
    with pytest.raises(RuleBroken, match="0 to 100"):
        a_goal(progress=progress).checked()


@pytest.mark.parametrize(
    ("without", "lack"),
    [
        ({"measure": " "}, GoalLack.MEASURE),
        ({"due": None}, GoalLack.DUE),
        ({"owner": None}, GoalLack.OWNER),
        ({"support": ""}, GoalLack.SUPPORT),
        ({"serves": ""}, GoalLack.SERVES),
    ],
)
def test_a_goal_that_is_not_smart_is_reminded_of_and_stored_all_the_same(
    without: dict[str, Any], lack: GoalLack
) -> None:
    goal = a_goal(**without).checked()
    assert goal.lacks() == (lack,)
    assert a_goal().lacks() == ()


def test_an_action_is_overdue_from_the_day_after_its_last_and_only_while_it_is_open() -> None:
    assert not an_action(due=TODAY).is_overdue(TODAY)
    assert an_action(due=date(2026, 11, 20)).is_overdue(TODAY)
    assert not an_action(due=None).is_overdue(TODAY)
    assert not an_action(due=date(2026, 11, 20), outcome=an_outcome()).is_overdue(TODAY)


def test_an_outcome_can_be_given_and_taken_back_and_what_was_told_stays() -> None:
    action = an_action()
    evaluated = action.evaluated(an_outcome(carried_out=Extent.PARTLY))
    assert not evaluated.is_open
    assert evaluated.reopened() == replace(action, account="Kursen är klar")


def test_what_has_been_followed_up_is_not_removed() -> None:
    action = an_action()
    assert action.checked_for_removal() == action
    with pytest.raises(RuleBroken, match="followed up"):
        replace(action, outcome=an_outcome()).checked_for_removal()
