"""What a plan lacks before the two can sign it, said in the order of what matters."""

from __future__ import annotations

from ijtui.domain.goal import GoalKind, GoalLack, Responsible
from ijtui.domain.plan import Lack, Plan, PlanLack
from tests.builders import a_goal, a_plan, a_question, an_action, an_outcome


def test_a_complete_plan_lacks_nothing() -> None:
    assert a_plan().lacks() == ()


def test_an_empty_plan_lacks_everything_and_that_is_one_line() -> None:
    assert Plan((), ()).lacks() == (Lack(PlanLack.NOTHING_AGREED),)


def test_goals_without_one_for_development_are_not_a_development_plan() -> None:
    delivery = a_goal("Leverera", id=1, kind=GoalKind.PERFORMANCE)
    assert a_plan(goals=(delivery,)).lacks() == (Lack(PlanLack.NO_DEVELOPMENT_GOAL),)
    assert Plan((), (an_action(),)).lacks() == (Lack(PlanLack.NO_DEVELOPMENT_GOAL),)


def test_what_a_goal_lacks_is_said_with_its_number_among_its_kind() -> None:
    goals = (
        a_goal("A", id=7),
        a_goal("B", id=4, measure=""),
        a_goal("C", id=9, kind=GoalKind.PERFORMANCE, due=None, support=""),
    )
    assert a_plan(goals=goals).labels() == {
        7: (GoalKind.DEVELOPMENT, 1),
        4: (GoalKind.DEVELOPMENT, 2),
        9: (GoalKind.PERFORMANCE, 1),
    }
    assert a_plan(goals=goals).lacks() == (
        Lack(PlanLack.GOAL, "B", 2, GoalKind.DEVELOPMENT, GoalLack.MEASURE),
        Lack(PlanLack.GOAL, "C", 1, GoalKind.PERFORMANCE, GoalLack.DUE),
        Lack(PlanLack.GOAL, "C", 1, GoalKind.PERFORMANCE, GoalLack.SUPPORT),
    )


def test_an_action_needs_a_day_and_somebody_with_a_name() -> None:
    actions = (
        an_action("A", due=None),
        an_action("B", responsible=Responsible.OTHER, other=" "),
        an_action("C", responsible=Responsible.OTHER, other="HR"),
    )
    assert a_plan(actions=actions).lacks() == (
        Lack(PlanLack.ACTION_WITHOUT_DUE, "A", 1),
        Lack(PlanLack.ACTION_WITHOUT_NAME, "B", 2),
    )


def test_what_is_left_open_is_said_last() -> None:
    earlier = (an_action("Open"), an_action("Said", outcome=an_outcome()))
    plan = a_plan(
        actions=(an_action("A", due=None),),
        earlier=earlier,
        parked=(a_question("results"),),
        risks=(a_question("balance"),),
    )
    assert [lack.what for lack in plan.lacks()] == [
        PlanLack.ACTION_WITHOUT_DUE,
        PlanLack.OUTCOME_OPEN,
        PlanLack.RISK_WITHOUT_ACTION,
        PlanLack.PARKED,
    ]
    assert [lack.title for lack in plan.lacks()] == ["A", "Open", "Balance", "Results"]
