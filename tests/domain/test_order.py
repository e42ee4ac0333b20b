"""What was agreed in one conversation comes up in the next one held after it, and never in itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from ijtui.domain.action import Action, Report, Withdrawal
from ijtui.domain.agenda import Kind
from ijtui.domain.order import Turn, Turns, a_turn, as_it_was, asks_for_decision, times_up, to_follow_up
from tests.builders import an_action, an_outcome


def on(day: int) -> datetime:
    return datetime(2026, 11, day, 10, 0)


def turn(number: int, starts: datetime | None = None, began: datetime | None = None, **options: Any) -> Turn:
    return a_turn(number, 1, starts, began, **options)


def turns(*all_: Turn) -> Turns:
    return {one.conversation: one for one in all_}


def comes_up_in(action: Action, order: Turns) -> list[int]:
    return [number for number in order if to_follow_up(number, order, [action])]


def order_of(order: Turns) -> list[int]:
    return [one.conversation for one in sorted(order.values())]


def test_held_ones_come_first_then_booked_ones_then_undated_ones() -> None:
    order = turns(turn(1), turn(2, on(20)), turn(3, on(19)), turn(4, on(18), on(17)), turn(5, on(1), on(16)))
    assert order_of(order) == [5, 4, 3, 2, 1]


def test_ones_that_began_in_the_same_moment_go_by_what_they_were_booked_for() -> None:
    order = turns(turn(1, on(9), on(20)), turn(2, on(8), on(20)), turn(3, on(8), on(20)))
    assert order_of(order) == [2, 3, 1]


def test_an_action_comes_up_in_every_later_conversation_until_it_is_evaluated() -> None:
    order = turns(turn(1, on(1), on(1)), turn(2, on(2), on(2)), turn(3, on(3), on(3)), turn(4, on(4)))
    assert comes_up_in(an_action(conversation=2), order) == [3, 4]


def test_ones_that_are_held_in_another_order_than_booked_follow_each_other_as_held() -> None:
    """The first is put off until after the second, whose agreements then come up in the first."""
    order = turns(turn(1, on(1), on(20)), turn(2, on(10), on(10)))
    assert comes_up_in(an_action(conversation=2), order) == [1]
    assert comes_up_in(an_action(conversation=1), order) == []


def test_one_whose_day_has_passed_without_being_held_is_still_to_come() -> None:
    order = turns(turn(1, on(1)), turn(2, on(10), on(10)))
    assert comes_up_in(an_action(conversation=2), order) == [1]


def test_an_undated_one_follows_up_all_that_is_dated() -> None:
    order = turns(turn(1), turn(2, on(10), on(10)), turn(3, on(30)))
    assert comes_up_in(an_action(conversation=2), order) == [1, 3]
    assert comes_up_in(an_action(conversation=3), order) == [1]


def test_what_was_evaluated_in_one_comes_up_there_and_no_more_afterwards() -> None:
    order = turns(*(turn(day, on(day), on(day)) for day in (1, 2, 3, 4)))
    evaluated = an_action(conversation=1, outcome=an_outcome(conversation=3))
    assert comes_up_in(evaluated, order) == [2, 3]


@pytest.mark.parametrize(
    ("day", "where"), [(1, [2]), (2, [2, 3]), (3, [2, 3, 4]), (9, [2, 3, 4])], ids=["1", "2", "3", "after"]
)
def test_what_was_evaluated_between_two_is_told_of_in_the_next_one(day: int, where: list[int]) -> None:
    order = turns(*(turn(number, on(number), on(number)) for number in (1, 2, 3, 4)))
    evaluated = an_action(conversation=1, outcome=an_outcome(conversation=None, on=date(2026, 11, day)))
    assert comes_up_in(evaluated, order) == where


def test_what_was_planned_in_one_that_was_called_off_comes_up_nowhere() -> None:
    order = turns(turn(1, on(1), on(1), is_off=True), turn(2, on(2)))
    assert comes_up_in(an_action(conversation=1), order) == []


def test_the_first_due_comes_first_and_those_without_a_day_last() -> None:
    order = turns(turn(1, on(1), on(1)), turn(2, on(2)))
    actions = [
        an_action(id=1, due=None),
        an_action(id=2, due=date(2027, 3, 1)),
        an_action(id=3, due=date(2027, 1, 1)),
        an_action(id=4, due=date(2027, 3, 1)),
    ]
    assert [action.id for action in to_follow_up(2, order, actions)] == [3, 2, 4, 1]


HELD = turns(turn(1, on(1), on(1), is_over=True), turn(2, on(2), on(2), is_over=True), turn(3, on(3), on(3)))


@pytest.mark.parametrize(
    ("conversation", "outcome", "known"),
    [
        (2, an_outcome(conversation=2), True),
        (2, an_outcome(conversation=3), False),
        (1, an_outcome(conversation=2), False),
        (3, an_outcome(conversation=3), True),
        (2, an_outcome(conversation=None, on=date(2026, 11, 2)), True),
        (2, an_outcome(conversation=None, on=date(2026, 11, 3)), False),
        (3, an_outcome(conversation=None, on=date(2026, 11, 9)), True),
        (2, None, False),
    ],
)
def test_a_concluded_conversation_does_not_know_what_was_said_later(
    conversation: int, outcome: Any, known: bool
) -> None:
    action = an_action(conversation=1, outcome=outcome)
    assert (as_it_was(conversation, HELD, action).outcome is not None) is known


def a_year() -> Turns:
    """Two annual conversations with three quarterly ones between."""
    quarters = (turn(number, on(number), on(number), kind=Kind.QUARTERLY) for number in (2, 3, 4))
    return turns(turn(1, on(1), on(1)), *quarters, turn(5, on(5), on(5)), turn(6, on(6), on(6)))


def test_the_annual_conversation_tells_of_the_whole_year() -> None:
    evaluated = an_action(conversation=1, outcome=an_outcome(conversation=3, on=date(2026, 11, 3)))
    assert comes_up_in(evaluated, a_year()) == [2, 3, 5]
    between = an_action(conversation=1, outcome=an_outcome(conversation=None, on=date(2026, 11, 2)))
    assert comes_up_in(between, a_year()) == [2, 3, 5]


def test_one_that_was_evaluated_early_in_the_year_is_not_counted_as_open_at_its_end() -> None:
    evaluated = an_action(conversation=1, outcome=an_outcome(conversation=2, on=date(2026, 11, 2)))
    assert times_up(evaluated, a_year()) == 1


def test_what_is_agreed_between_two_comes_up_in_those_that_begin_after_that_moment() -> None:
    order = turns(
        turn(1, on(1), on(1)), turn(2, on(5), on(5)), turn(3, on(5), on(6)), turn(4), turn(5, on(3))
    )
    between = an_action(conversation=None, agreed=date(2026, 11, 5), manager=1)
    assert comes_up_in(replace(between, agreed_at=datetime(2026, 11, 5, 9, 59)), order) == [2, 3, 4, 5]
    assert comes_up_in(replace(between, agreed_at=datetime(2026, 11, 5, 10, 1)), order) == [3, 4, 5]


def test_it_counts_in_how_many_begun_conversations_an_action_came_up_open() -> None:
    order = turns(
        turn(1, on(1), on(1)),
        turn(2, on(2), on(2)),
        turn(3, on(3), on(3), is_off=True),
        turn(4, on(4), on(4)),
        turn(5, on(5)),
    )
    action = an_action(conversation=1)
    assert times_up(action, order) == 2
    assert times_up(action, order, 2) == 1
    assert times_up(replace(action, outcome=an_outcome(conversation=2)), order) == 1
    assert times_up(replace(action, outcome=an_outcome(on=date(2026, 11, 3))), order) == 1


def test_the_third_time_asks_for_a_decision_until_it_is_taken_there() -> None:
    order = turns(*(turn(day, on(day), on(day)) for day in (1, 2, 3, 4, 5)))
    action = an_action(conversation=1)
    assert [day for day in (2, 3, 4, 5) if asks_for_decision(action, order, day)] == [4, 5]
    assert [day for day in (4, 5) if asks_for_decision(replace(action, decided=4), order, day)] == [5]
    assert not asks_for_decision(replace(action, outcome=an_outcome(conversation=4)), order, 4)
    assert not asks_for_decision(replace(action, report=Report(date(2026, 11, 3), 2)), order, 4)
    assert not asks_for_decision(replace(action, withdrawal=Withdrawal(date(2026, 11, 3), 2)), order, 4)
