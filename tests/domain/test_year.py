"""What a person's years lack, on a table of cases, and how they are told."""

from __future__ import annotations

from datetime import date

import pytest

from ijtui.domain.agenda import Kind
from ijtui.domain.conversation import State
from ijtui.domain.quarter import Quarter
from ijtui.domain.year import Diary, Lack, Meeting, Tally, years_of

TODAY = date(2026, 11, 21)
KINDS = {"A": Kind.ANNUAL, "Q": Kind.QUARTERLY, "E": Kind.EVALUATION, "O": Kind.ONBOARDING}
STATES = {"h": State.HELD, "b": State.BOOKED, "o": State.ONGOING}


def talks(text: str) -> tuple[Meeting, ...]:
    """Read "Qh 2026-01-12, Ab -": kind, state and day of each; "-" for no day yet."""
    made = []
    for number, item in enumerate(filter(None, text.split(", ")), 1):
        what, day = item.split()
        when = None if day == "-" else date.fromisoformat(day)
        made.append(Meeting(number, KINDS[what[0]], STATES[what[1]], when))
    return tuple(made)


@pytest.mark.parametrize(
    ("held", "quarter", "lack"),
    [
        ("", "2026-Q4", None),
        ("Ah 2025-10-05", "2026-Q3", None),  # who only has annual talks misses no quarter
        ("Qh 2026-07-06", "2026-Q4", "due"),
        ("Qh 2026-04-06", "2026-Q3", "missed"),
        ("Qh 2025-07-06", "2026-Q3", "missed"),  # the habit is a year old at most
        ("Qh 2025-06-30", "2026-Q3", None),
        ("Qb 2026-04-06", "2026-Q3", None),  # booked and never held is no habit
        ("Qo 2026-07-06", "2026-Q4", "due"),
        ("Qh 2026-07-06, Qb 2026-12-01", "2026-Q4", None),
        ("Qh 2026-07-06, Qb -", "2026-Q4", None),
        ("Qh 2026-04-06, Qb -", "2026-Q3", "missed"),
        ("Qh 2026-07-06, Ah 2026-10-01", "2026-Q4", None),  # the two have met
        ("Qh 2026-07-06, Eb 2026-12-10", "2026-Q4", None),
        ("Qh 2026-07-06", "2027-Q1", None),
    ],
)
def test_a_quarter_is_missed_where_quarterlies_are_held(held: str, quarter: str, lack: str | None) -> None:
    found = Diary(talks(held), TODAY).lack_of(Quarter.read(quarter))
    assert found == (Lack(Kind.QUARTERLY, lack == "missed") if lack else None)


@pytest.mark.parametrize(
    ("held", "year", "lacks"),
    [
        ("", 2026, ""),
        ("Ab 2026-12-01", 2026, ""),
        ("Ah 2025-10-05", 2025, ""),
        ("Ah 2025-10-05", 2026, "annual due"),
        ("Ah 2024-10-05", 2025, "annual missed"),
        ("Ah 2019-10-05", 2025, "annual missed"),
        ("Ah 2025-10-05, Ab -", 2026, ""),
        ("Oh 2025-02-01", 2025, ""),  # who has just begun misses nothing
        ("Oh 2025-02-01", 2026, "annual due"),
        ("Qh 2025-02-01", 2026, "annual due"),
        ("Eh 2025-12-10", 2026, "evaluation due"),  # an evaluation a year is the year's long conversation
        ("Eh 2024-12-10", 2025, "evaluation missed"),
        ("Eh 2023-12-10", 2025, "annual missed"),
        ("Ah 2025-03-10, Eh 2025-12-10", 2026, "annual due, evaluation due"),
        ("Ah 2025-03-10, Eh 2025-12-10, Ah 2026-03-01, Eb 2026-12-10", 2026, ""),
        ("Ah 2025-10-05", 2027, ""),
    ],
)
def test_a_year_is_missed_where_there_was_a_conversation_before_it(held: str, year: int, lacks: str) -> None:
    found = Diary(talks(held), TODAY).lacks_of(year)
    assert ", ".join(f"{lack.kind} {'missed' if lack.missed else 'due'}" for lack in found) == lacks


def test_an_evaluation_is_not_asked_for_before_the_last_quarter() -> None:
    before = talks("Eh 2025-12-10")
    assert Diary(before, date(2026, 9, 30)).lacks_of(2026) == ()
    assert Diary(before, date(2026, 10, 1)).lacks_of(2026) == (Lack(Kind.EVALUATION, False),)


def test_years_and_quarters_are_told_latest_first_and_empty_ones_left_out() -> None:
    held = talks("Ah 2024-10-05, Qh 2026-01-12, Qh 2026-02-12, Ab 2027-02-01")
    reflected = {Quarter(2025, 2): 7}
    years = years_of(held, {Quarter(2026, 1): Tally(check_ins=3)}, reflected, TODAY)
    assert [year.number for year in years] == [2027, 2026, 2025, 2024]
    told = {str(stretch.quarter): stretch for year in years for stretch in year.stretches}
    assert list(told) == ["2027-Q1", "2026-Q4", "2026-Q3", "2026-Q2", "2026-Q1", "2025-Q2", "2024-Q4"]
    assert [meeting.conversation for meeting in told["2026-Q1"].meetings] == [2, 3]
    assert told["2026-Q1"].tally.check_ins == 3
    assert told["2025-Q2"].reflection == 7
    assert [year.lacks for year in years[1:3]] == [
        (Lack(Kind.ANNUAL, False),),
        (Lack(Kind.ANNUAL, True),),
    ]


def test_a_conversation_without_a_day_stands_in_the_present_quarter() -> None:
    (year,) = years_of(talks("Ab -"), {}, {}, TODAY)
    assert [meeting.conversation for meeting in year.stretches[0].meetings] == [1]


def test_who_is_new_sees_the_present_quarter_and_no_reproach() -> None:
    (year,) = years_of((), {}, {}, TODAY)
    assert (year.number, year.lacks, [stretch.is_empty for stretch in year.stretches]) == (2026, (), [True])
