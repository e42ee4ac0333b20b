"""What goes on, who may begin and choose, and what a handover opens and closes (D-M5)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from ijtui.domain import access
from ijtui.domain.conversation import Party
from ijtui.domain.handover import (
    ANSWER,
    CHOICES,
    Handover,
    Matter,
    Standing,
    State,
    may_begin,
    may_choose,
)
from ijtui.domain.succession import UNBROKEN, Move, Succession
from ijtui.errors import RuleBroken
from tests.builders import NOW, a_conversation, a_manager, a_person, an_employee

TODAY = NOW.date()
EMPLOYEE, LEAVER, SUCCESSOR, OTHER = 2, 1, 3, 4
HANDOVER = Handover("uid", EMPLOYEE, LEAVER, SUCCESSOR, TODAY, TODAY, LEAVER, id=1, version=1)


def chosen(**matters: frozenset[Matter]) -> Handover:
    found = HANDOVER
    for party, wanted in matters.items():
        found = found.chosen(Party(party), wanted)
    return found


def test_agreements_always_go_on_and_the_rest_if_both_say_so() -> None:
    assert HANDOVER.goes_on == {Matter.AGREEMENTS}
    one = chosen(employee=frozenset(CHOICES))
    assert one.goes_on == {Matter.AGREEMENTS}
    both = one.chosen(Party.MANAGER, [Matter.NOTES])
    assert both.goes_on == {Matter.AGREEMENTS, Matter.NOTES}


def test_nobody_takes_agreements_out_by_choosing() -> None:
    assert chosen(employee=frozenset(Matter)).choices[Party.EMPLOYEE] == frozenset(CHOICES)


@pytest.mark.parametrize(
    ("found", "manager", "employee"),
    [
        (HANDOVER, Standing.BEGUN, Standing.BEGUN),
        (chosen(manager=frozenset()), Standing.YOURS, Standing.THEIRS),
        (chosen(employee=frozenset()), Standing.THEIRS, Standing.YOURS),
        (chosen(employee=frozenset(), manager=frozenset()), Standing.BOTH, Standing.BOTH),
        (replace(HANDOVER, state=State.MOVED), Standing.MOVED, Standing.MOVED),
        (replace(HANDOVER, state=State.OFF), Standing.OFF, Standing.OFF),
    ],
)
def test_each_sees_how_it_stands(found: Handover, manager: Standing, employee: Standing) -> None:
    assert (found.standing(LEAVER), found.standing(EMPLOYEE)) == (manager, employee)


def test_it_waits_for_both_or_for_a_week_where_the_successor_leads() -> None:
    both = chosen(employee=frozenset(), manager=frozenset())
    assert both.is_ready((), TODAY, is_led=False)
    assert not HANDOVER.is_ready((), TODAY + 10 * ANSWER, is_led=False)
    assert not HANDOVER.is_ready((), TODAY + ANSWER - timedelta(days=1), is_led=True)
    assert HANDOVER.is_ready((), TODAY + ANSWER, is_led=True)


def test_nobody_waits_for_whoever_has_no_way_to_answer() -> None:
    assert chosen(employee=frozenset()).is_ready([Party.MANAGER], TODAY, is_led=False)
    assert not HANDOVER.is_ready([Party.MANAGER], TODAY, is_led=False)


@pytest.mark.parametrize("state", [State.MOVED, State.OFF])
def test_what_has_taken_place_or_was_called_off_stays(state: State) -> None:
    done = replace(HANDOVER, state=state)
    with pytest.raises(RuleBroken):
        done.chosen(Party.EMPLOYEE, ())
    with pytest.raises(RuleBroken):
        done.moved_to(OTHER, TODAY)
    assert not done.is_due(TODAY)


def test_it_is_between_three() -> None:
    for same in ({"successor": LEAVER}, {"successor": EMPLOYEE}, {"leaver": EMPLOYEE}):
        with pytest.raises(RuleBroken, match="three people"):
            replace(HANDOVER, **same).checked()  # type: ignore[arg-type] # each of them is an id


@pytest.mark.parametrize(
    ("asker", "led_by", "held", "hr", "allowed"),
    [
        (LEAVER, LEAVER, {LEAVER}, False, True),
        (LEAVER, SUCCESSOR, {LEAVER}, False, True),
        (LEAVER, SUCCESSOR, set(), False, False),
        (EMPLOYEE, SUCCESSOR, {LEAVER}, False, True),
        (EMPLOYEE, LEAVER, {LEAVER}, False, False),
        (SUCCESSOR, SUCCESSOR, {LEAVER}, False, True),
        (SUCCESSOR, SUCCESSOR, {OTHER}, False, False),
        (SUCCESSOR, LEAVER, {LEAVER}, False, False),
        (OTHER, LEAVER, {LEAVER}, False, False),
        (OTHER, LEAVER, {LEAVER}, True, True),
        (SUCCESSOR, LEAVER, {LEAVER}, True, False),
    ],
)
def test_who_begins(asker: int, led_by: int, held: set[int], hr: bool, allowed: bool) -> None:
    assert may_begin(a_person(id=asker), HANDOVER, led_by, held, hr=hr) is allowed


@pytest.mark.parametrize(
    ("asker", "party", "login", "alone", "allowed"),
    [
        (EMPLOYEE, Party.EMPLOYEE, "erik", False, True),
        (LEAVER, Party.MANAGER, "erik", False, True),
        (LEAVER, Party.EMPLOYEE, "erik", False, False),
        (LEAVER, Party.EMPLOYEE, "", False, True),
        (EMPLOYEE, Party.MANAGER, "erik", False, False),
        (SUCCESSOR, Party.EMPLOYEE, "", False, False),
        (OTHER, Party.MANAGER, "", False, False),
        (LEAVER, Party.EMPLOYEE, "", True, True),
    ],
)
def test_who_chooses(asker: int, party: Party, login: str, alone: bool, allowed: bool) -> None:
    employee = an_employee(login=login)
    assert may_choose(a_person(id=asker), HANDOVER, party, employee, alone=alone) is allowed


LEFT = Succession((Move(LEAVER, SUCCESSOR, TODAY),))
BACK = Succession((Move(LEAVER, SUCCESSOR, TODAY, bars=False, holds=False), Move(SUCCESSOR, LEAVER, TODAY)))


def test_what_is_from_before_is_closed_to_who_left_and_only_to_them() -> None:
    before = TODAY - timedelta(days=1)
    assert LEFT.is_closed(LEAVER, before)
    assert LEFT.is_closed(LEAVER, None)
    assert not LEFT.is_closed(LEAVER, TODAY)
    assert not LEFT.is_closed(SUCCESSOR, before)
    assert LEFT.has_taken_over(SUCCESSOR)
    assert not LEFT.has_taken_over(LEAVER)
    assert not UNBROKEN.is_closed(LEAVER, None)


def test_whoever_comes_back_has_it_again() -> None:
    assert not BACK.is_closed(LEAVER, date.min)
    assert BACK.has_taken_over(LEAVER)
    assert BACK.is_closed(SUCCESSOR, date.min)
    assert not BACK.has_taken_over(SUCCESSOR)


def test_what_was_given_is_kept_back_unless_both_let_it_go_on() -> None:
    assert LEFT.keeps_back(LEAVER)
    assert not Succession((Move(LEAVER, SUCCESSOR, TODAY, care=True),)).keeps_back(LEAVER)
    assert not LEFT.keeps_back(SUCCESSOR)


def test_a_conversation_is_closed_by_the_day_it_was_held() -> None:
    manager, employee = a_manager(), an_employee()
    held = a_conversation(manager=manager, employee=employee, began=NOW - timedelta(days=9))
    later = a_conversation(manager=manager, employee=employee, starts=NOW + timedelta(days=9))
    assert not access.may_see_conversation(manager, held, LEFT)
    assert access.may_see_conversation(manager, later, LEFT)
    assert access.may_see_conversation(employee, held, LEFT)
    assert not access.may_see_conversation(a_person(id=SUCCESSOR), held, LEFT)
