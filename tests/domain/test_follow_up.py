"""What one says of an action counts when the other agrees; late, changed and dropped are their own ends."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from ijtui.domain.action import Action, ActionState, Extent, Report, Withdrawal
from ijtui.domain.conversation import State
from ijtui.domain.follow_up import (
    confirmed,
    dropped,
    is_agreed_anew,
    kept,
    must_be_said_by_both,
    proposed_to_drop,
    reported,
    returned,
)
from ijtui.domain.goal import Responsible
from ijtui.errors import RuleBroken
from tests.builders import NOW, an_action, an_outcome

TODAY = NOW.date()
MANAGER, EMPLOYEE, SUCCESSOR = 1, 2, 7
YESTERDAY = date(2026, 11, 20)


def promise(**changes: Any) -> Action:
    return an_action(manager=MANAGER, agreed=date(2026, 9, 1), **changes)


def test_what_the_owner_reports_counts_when_the_other_confirms() -> None:
    said = reported(promise(), EMPLOYEE, TODAY, "Kursen är bokad")
    assert (said.state(TODAY), said.is_open, said.fulfilled) == (ActionState.REPORTED, True, False)
    done = confirmed(said, MANAGER, date(2026, 12, 1))
    assert (done.state(TODAY), done.fulfilled) == (ActionState.DONE, True)
    assert done.outcome == an_outcome(
        on=date(2026, 12, 1), achieved="Kursen är bokad", goal_reached=None, done=TODAY
    )


def test_a_successor_confirms_in_place_of_the_manager_who_agreed() -> None:
    assert confirmed(reported(promise(), EMPLOYEE, TODAY, ""), SUCCESSOR, TODAY).fulfilled


@pytest.mark.parametrize("responsible", Responsible)
def test_nobody_confirms_their_own_report_alone(responsible: Responsible) -> None:
    by = EMPLOYEE if responsible is Responsible.EMPLOYEE else MANAGER
    said = reported(promise(responsible=responsible), by, TODAY, "")
    with pytest.raises(RuleBroken, match="when the other agrees"):
        confirmed(said, by, TODAY)
    assert confirmed(said, by, TODAY, beside=True).fulfilled


def test_it_is_the_owner_who_reports() -> None:
    with pytest.raises(RuleBroken, match="who sees to it says"):
        reported(promise(), MANAGER, TODAY, "")
    assert reported(promise(), MANAGER, TODAY, "", beside=True).report == Report(TODAY, EMPLOYEE)
    with pytest.raises(RuleBroken, match="who sees to it says"):
        reported(promise(responsible=Responsible.MANAGER), EMPLOYEE, TODAY, "")


@pytest.mark.parametrize("by", [MANAGER, EMPLOYEE])
def test_for_somebody_else_either_reports_and_the_other_confirms(by: int) -> None:
    said = reported(promise(responsible=Responsible.OTHER, other="IT"), by, TODAY, "")
    assert confirmed(said, MANAGER if by == EMPLOYEE else EMPLOYEE, TODAY).fulfilled


def test_not_done_yet_takes_the_report_back_and_keeps_what_was_told() -> None:
    back = returned(reported(promise(), EMPLOYEE, TODAY, "Nästan klart"))
    assert (back.state(TODAY), back.account) == (ActionState.OPEN, "Nästan klart")


@pytest.mark.parametrize(
    ("due", "late"), [(date(2026, 11, 22), 0), (TODAY, 0), (YESTERDAY, 1), (date(2026, 11, 9), 12), (None, 0)]
)
def test_late_counts_from_the_day_it_was_reported_and_not_from_when_it_was_confirmed(
    due: date | None, late: int
) -> None:
    done = confirmed(reported(promise(due=due), EMPLOYEE, TODAY, ""), MANAGER, date(2027, 9, 1))
    assert done.days_late == late
    assert done.state(TODAY) is (ActionState.DONE_LATE if late else ActionState.DONE)
    assert done.fulfilled


def test_in_a_conversation_nobody_is_late_for_want_of_a_day() -> None:
    """Months have gone by since the day it was due; nothing says that it was not done then."""
    action = promise(due=date(2026, 1, 31))
    assert action.evaluated(an_outcome(conversation=2)).state(TODAY) is ActionState.DONE
    late = action.evaluated(an_outcome(conversation=2, done=date(2026, 2, 12)))
    assert (late.state(TODAY), late.days_late) == (ActionState.DONE_LATE, 12)
    told = reported(action, EMPLOYEE, date(2026, 2, 3), "").evaluated(an_outcome(conversation=2))
    assert told.days_late == 3


def test_between_two_conversations_it_was_done_by_the_day_one_says_so() -> None:
    assert promise(due=YESTERDAY).evaluated(an_outcome()).days_late == 1


@pytest.mark.parametrize("extent", [Extent.NO, Extent.PARTLY])
def test_what_was_not_done_is_not_late(extent: Extent) -> None:
    said = promise(due=YESTERDAY).evaluated(an_outcome(carried_out=extent))
    assert (said.days_late, said.fulfilled) == (0, False)
    assert said.state(TODAY) is (ActionState.NOT_DONE if extent is Extent.NO else ActionState.PARTLY)


def test_it_is_overdue_until_somebody_says_that_it_is_done() -> None:
    action = promise(due=YESTERDAY)
    assert action.state(TODAY) is ActionState.OVERDUE
    assert reported(action, EMPLOYEE, TODAY, "").state(TODAY) is ActionState.REPORTED


def test_it_is_dropped_when_both_agree_and_counts_as_nothing() -> None:
    asked = proposed_to_drop(promise(), EMPLOYEE, TODAY, "Systemet läggs ned")
    assert asked.withdrawal == Withdrawal(TODAY, EMPLOYEE, "Systemet läggs ned")
    assert asked.state(TODAY) is ActionState.TO_CANCEL
    with pytest.raises(RuleBroken, match="when the other agrees"):
        dropped(asked, EMPLOYEE, TODAY)
    gone = dropped(asked, MANAGER, TODAY)
    assert (gone.state(TODAY), gone.fulfilled, gone.is_open) == (ActionState.CANCELLED, False, False)
    assert gone.outcome is not None
    assert gone.outcome.reason == "Systemet läggs ned"
    assert gone.reopened().state(TODAY) is ActionState.OPEN


def test_the_other_can_keep_it_and_the_one_who_asked_can_think_again() -> None:
    action = promise()
    assert kept(proposed_to_drop(action, MANAGER, TODAY, "")) == action


@pytest.mark.parametrize("conversation", [None, 4])
def test_where_both_sit_one_is_enough_to_drop_it(conversation: int | None) -> None:
    asked = proposed_to_drop(promise(), MANAGER, TODAY, "")
    gone = dropped(asked, MANAGER, TODAY, beside=conversation is None, conversation=conversation)
    assert gone.state(TODAY) is ActionState.CANCELLED


@pytest.mark.parametrize(
    ("now", "why"),
    [
        (promise(outcome=an_outcome()), "already said"),
        (promise(report=Report(TODAY, EMPLOYEE)), "reported as done"),
        (promise(withdrawal=Withdrawal(TODAY, EMPLOYEE)), "proposed to drop"),
    ],
)
def test_what_waits_for_an_answer_is_answered_first(now: Action, why: str) -> None:
    with pytest.raises(RuleBroken, match=why):
        reported(now, EMPLOYEE, TODAY, "")
    with pytest.raises(RuleBroken, match=why):
        proposed_to_drop(now, MANAGER, TODAY, "")


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (lambda action: confirmed(action, MANAGER, TODAY), "Nobody has reported"),
        (returned, "Nobody has reported"),
        (lambda action: dropped(action, MANAGER, TODAY), "Nobody has proposed"),
        (kept, "Nobody has proposed"),
    ],
)
def test_there_is_nothing_to_answer_where_nobody_asked(answer: Callable[[Action], Action], why: str) -> None:
    with pytest.raises(RuleBroken, match=why):
        answer(promise())
    with pytest.raises(RuleBroken):
        answer(promise(outcome=an_outcome(), report=Report(TODAY, EMPLOYEE)))


@pytest.mark.parametrize(
    ("responsible", "by", "allowed"),
    [
        (Responsible.EMPLOYEE, MANAGER, True),
        (Responsible.EMPLOYEE, EMPLOYEE, False),
        (Responsible.MANAGER, EMPLOYEE, True),
        (Responsible.MANAGER, MANAGER, False),
        (Responsible.OTHER, MANAGER, False),
        (Responsible.OTHER, EMPLOYEE, False),
    ],
)
def test_the_one_who_sees_to_it_does_not_say_alone_what_came_of_it(
    responsible: Responsible, by: int, allowed: bool
) -> None:
    action = promise(responsible=responsible)
    must_be_said_by_both(action, by, an_outcome(), beside=True)
    must_be_said_by_both(action, by, an_outcome(conversation=3), beside=False)
    if allowed:
        must_be_said_by_both(action, by, an_outcome(), beside=False)
        return
    with pytest.raises(RuleBroken, match="say together"):
        must_be_said_by_both(action, by, an_outcome(), beside=False)


@pytest.mark.parametrize(
    ("where", "anew"),
    [(State.BOOKED, False), (State.ONGOING, False), (State.HELD, True), (None, True)],
)
def test_a_change_is_a_new_promise_once_the_plan_is_no_longer_being_written(
    where: State | None, anew: bool
) -> None:
    was = promise()
    assert is_agreed_anew(was, replace(was, due=date(2027, 3, 1)), where, TODAY) is anew
    assert is_agreed_anew(was, replace(was, what="Annat"), where, TODAY) is anew
    assert not is_agreed_anew(was, replace(was, goal=9), where, TODAY)


def test_what_was_agreed_today_between_two_conversations_is_still_being_written() -> None:
    was = replace(promise(), agreed=TODAY)
    assert not is_agreed_anew(was, replace(was, what="Annat"), None, TODAY)
