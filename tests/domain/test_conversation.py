"""From booking to held: what may follow what."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from ijtui.domain.agenda import StationKey
from ijtui.domain.conversation import Conversation, Party, Progress, State
from ijtui.errors import RuleBroken
from tests.builders import NOW, a_conversation, a_manager, a_person, an_agenda, an_employee


def refused(rule: str, conversation: Conversation) -> bool:
    try:
        if rule == "begin":
            conversation.begun(NOW)
        elif rule == "conclude":
            conversation.concluded()
        else:
            conversation.cancelled()
    except RuleBroken:
        return True
    return False


@pytest.mark.parametrize(
    ("state", "not_allowed"),
    [
        (State.BOOKED, {"conclude"}),
        (State.ONGOING, set()),
        (State.HELD, {"cancel"}),
        (State.CANCELLED, {"begin", "conclude"}),
    ],
)
def test_what_may_be_done_depends_on_how_far_it_has_come(state: State, not_allowed: set[str]) -> None:
    conversation = a_conversation(state=state)
    assert {rule for rule in ("begin", "conclude", "cancel") if refused(rule, conversation)} == not_allowed


def test_beginning_notes_when_and_happens_once() -> None:
    begun = a_conversation().begun(NOW)
    assert (begun.state, begun.began) == (State.ONGOING, NOW)
    assert begun.begun(NOW + timedelta(hours=1)) == begun
    held = begun.concluded()
    assert held.begun(NOW + timedelta(days=1)) == held


@pytest.mark.parametrize("hours", [-72, -1, 1])
def test_beginning_keeps_the_booked_time_of_today_or_of_a_day_that_has_passed(hours: int) -> None:
    booked = NOW + timedelta(hours=hours)
    assert a_conversation(starts=booked).begun(NOW).starts == booked


@pytest.mark.parametrize("booked", [None, NOW + timedelta(days=2)])
def test_beginning_dates_one_that_had_no_day_or_a_later_one(booked: datetime | None) -> None:
    moment = NOW.replace(second=17, microsecond=3)
    assert a_conversation(starts=booked).begun(moment).starts == NOW


def test_each_conclusion_is_a_new_edition() -> None:
    held = a_conversation().begun(NOW).concluded()
    assert (held.state, held.edition) == (State.HELD, 1)
    assert held.concluded().edition == 2


def test_putting_it_off_to_a_later_day_means_that_it_has_not_begun() -> None:
    begun = a_conversation(starts=NOW).begun(NOW)
    later = begun.moved(NOW + timedelta(days=1), "", 60, NOW.date())
    assert (later.state, later.began) == (State.BOOKED, None)
    same_day = begun.moved(NOW + timedelta(hours=3), "", 60, NOW.date())
    assert (same_day.state, same_day.began) == (State.ONGOING, NOW)
    held = begun.concluded().moved(NOW + timedelta(days=1), "", 60, NOW.date())
    assert held.state is State.HELD


@pytest.mark.parametrize("minutes", [-5, 0, 4, 481])
def test_it_has_a_sensible_length(minutes: int) -> None:
    with pytest.raises(RuleBroken, match="minutes"):
        a_conversation(minutes=minutes).checked_for_booking()


def test_it_takes_two() -> None:
    with pytest.raises(RuleBroken, match="two people"):
        a_conversation(employee=a_manager()).checked_for_booking()


def test_a_place_too_long_for_a_line_is_refused_not_cut() -> None:
    assert a_conversation(place="x" * 200).checked_for_booking()
    with pytest.raises(RuleBroken, match="200 characters here, and you wrote 201"):
        a_conversation(place="x" * 201).checked_for_booking()


def test_each_sits_on_one_side() -> None:
    conversation = a_conversation()
    assert conversation.party_of(an_employee()) is Party.EMPLOYEE
    assert conversation.party_of(a_manager()) is Party.MANAGER
    assert conversation.party_of(a_person(id=3)) is None
    assert {party.other for party in Party} == set(Party)
    assert conversation.person(Party.MANAGER.other) == an_employee()


def test_a_station_is_done_when_each_question_is_talked_through_or_parked() -> None:
    station = an_agenda().station(StationKey.FUTURE)
    half = a_conversation(progress={"assignment": Progress(done=True)})
    assert not half.is_done(station)
    whole = a_conversation(progress={"assignment": Progress(done=True), "competence": Progress(parked=True)})
    assert whole.is_done(station)
    assert [question.id for question in whole.parked()] == ["competence"]
