"""What waits for a person: the most urgent thing of each conversation, and people without one (D-P4)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from ijtui.domain.conversation import Party, State
from ijtui.domain.person import Person
from ijtui.domain.today import Prepared, Rhythm, Upcoming, Wait, waiting_with
from tests.builders import NOW, a_conversation, a_manager, a_person, an_employee

NOTHING, HALF, ALL = Prepared(0, 4, False), Prepared(2, 4, False), Prepared(4, 4, False)
OPENED = Prepared(4, 4, True)


def waits(prepared: Prepared = NOTHING, me: Person | None = None, **changes: object) -> Wait | None:
    """Return why a conversation waits for the manager, whose preparation is as given."""
    conversation = a_conversation(**changes)
    found = waiting_with(
        Upcoming(conversation, {Party.MANAGER: prepared, Party.EMPLOYEE: OPENED}), me or a_manager(), NOW
    )
    return found.why if found else None


@pytest.mark.parametrize(
    ("prepared", "why"),
    [
        (NOTHING, Wait.PREPARE),
        (HALF, Wait.PREPARE),
        (ALL, Wait.OPEN),
        (OPENED, None),
        (Prepared(0, 0, False), None),
    ],
)
def test_before_a_conversation_one_prepares_and_then_opens(prepared: Prepared, why: Wait | None) -> None:
    assert waits(prepared) is why


@pytest.mark.parametrize(("days", "why"), [(15, None), (14, Wait.PREPARE), (0, Wait.PREPARE)])
def test_a_preparation_waits_for_two_weeks_before(days: int, why: Wait | None) -> None:
    assert waits(starts=NOW + timedelta(days=days)) is why


@pytest.mark.parametrize(("minutes", "why"), [(60, Wait.PREPARE), (61, Wait.OVERDUE)])
def test_one_that_was_not_held_is_overdue_when_its_time_has_passed(minutes: int, why: Wait) -> None:
    assert waits(starts=NOW - timedelta(minutes=minutes)) is why


def test_one_that_was_begun_waits_to_be_concluded_whenever_it_was() -> None:
    assert waits(state=State.ONGOING, starts=NOW - timedelta(days=30)) is Wait.CONCLUDE


def test_an_undated_one_waits_for_nobody() -> None:
    assert waits(starts=None) is None


def test_it_waits_for_the_two_alone() -> None:
    assert waits(me=a_person(id=3)) is None
    assert waits(me=an_employee()) is None, "the employee has prepared and opened"


@pytest.mark.parametrize(
    ("comes", "days_ago", "unbooked"),
    [(False, 365, False), (False, 366, True), (True, 400, False), (True, None, False), (False, None, True)],
)
def test_everybody_has_one_a_year_held_or_booked(comes: bool, days_ago: int | None, unbooked: bool) -> None:
    last = None if days_ago is None else NOW.date() - timedelta(days=days_ago)
    assert Rhythm(comes, last).is_unbooked(NOW.date()) is unbooked
