"""Days as people write and read them, in both languages."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ijtui.dates import clock_time, long, near, read_day, read_time, short, short_or_year, week
from ijtui.errors import BadInput
from ijtui.words import in_language

SATURDAY = date(2026, 11, 21)
SV, EN = in_language("sv"), in_language("en")
DAYS = st.dates(date(1990, 1, 1), date(2080, 1, 1))


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-11-30", date(2026, 11, 30)),
        ("20261130", date(2026, 11, 30)),
        ("2026-1-3", date(2026, 1, 3)),
        ("30/11", date(2026, 11, 30)),
        ("21/11", date(2026, 11, 21)),
        ("20/11", date(2027, 11, 20)),
        ("30/11 2027", date(2027, 11, 30)),
        ("24 dec", date(2026, 12, 24)),
        ("24 December 2027", date(2027, 12, 24)),
        ("1 maj", date(2027, 5, 1)),
        ("3 Oct.", date(2027, 10, 3)),
        ("30 nov", date(2026, 11, 30)),
        ("30 november 2027", date(2027, 11, 30)),
        ("1 jan.", date(2027, 1, 1)),
        ("1 januari", date(2027, 1, 1)),
        ("2 may", date(2027, 5, 2)),
        ("2 maj", date(2027, 5, 2)),
        ("+7", date(2026, 11, 28)),
        ("+0", SATURDAY),
        ("i dag", SATURDAY),
        ("Idag", SATURDAY),
        ("tomorrow", date(2026, 11, 22)),
        ("i övermorgon", date(2026, 11, 23)),
        ("i  morgon", date(2026, 11, 22)),
        ("fre", date(2026, 11, 27)),
        ("Friday", date(2026, 11, 27)),
        ("lö", date(2026, 11, 28)),
        ("sö", date(2026, 11, 22)),
        ("v48", date(2026, 11, 27)),
        ("w. 48", date(2026, 11, 27)),
        ("vecka 48", date(2026, 11, 27)),
        ("v47", date(2027, 11, 26)),
        ("v1", date(2027, 1, 8)),
    ],
)
def test_a_day_may_be_written_in_many_ways(typed: str, day: date) -> None:
    assert read_day(typed, SATURDAY) == day


@pytest.mark.parametrize("typed", ["", "   ", "\t"])
def test_an_empty_field_is_no_day(typed: str) -> None:
    assert read_day(typed, SATURDAY) is None
    assert read_time(typed) is None


@pytest.mark.parametrize(
    "typed",
    [
        "31/2",
        "2026-13-01",
        "v54",
        "snart",
        "+99999",
        "12",
        "²/3",
        "30/11/",
        "30 no",
        "30 xyz",
        "32 maj",
        "9999-99-99",
        "9999-12-31",
        "2206-11-21",
        "0226-11-21",
        "24 ja",
        "31 feb",
        "3 novembr",
    ],
)
def test_what_is_no_day_is_refused_with_the_ways_to_write_one(typed: str) -> None:
    with pytest.raises(BadInput, match="Write 2026-11-30"):
        read_day(typed, SATURDAY)


def test_the_end_of_the_calendar_is_told_as_a_sentence() -> None:
    with pytest.raises(BadInput, match=r"\+9999"):
        read_day("+9999", date(9999, 12, 31))


def test_a_day_that_the_next_year_lacks_is_told_as_a_sentence() -> None:
    with pytest.raises(BadInput, match="29/2"):
        read_day("29/2", date(2028, 3, 1))


@given(st.text(max_size=20), DAYS)
def test_whatever_is_typed_gives_a_day_or_a_sentence(typed: str, today: date) -> None:
    with suppress(BadInput):
        assert (read_day(typed, today) is None) is (not typed.split())


@given(DAYS, DAYS)
def test_a_day_as_shown_is_read_as_the_same_day(day: date, today: date) -> None:
    assert read_day(day.isoformat(), today) == day


@given(DAYS)
def test_a_weekday_is_the_next_one_and_never_today(today: date) -> None:
    for name in ("må", "ti", "on", "to", "fr", "lö", "sö"):
        day = read_day(name, today)
        assert day is not None
        assert timedelta(0) < day - today <= timedelta(7)
        assert short(day, SV).startswith(name)


@pytest.mark.parametrize(
    ("typed", "time"),
    [
        ("09:30", (9, 30)),
        ("9.30", (9, 30)),
        ("930", (9, 30)),
        ("9", (9, 0)),
        ("23:59", (23, 59)),
        ("0", (0, 0)),
    ],
)
def test_a_time_may_be_written_in_many_ways(typed: str, time: tuple[int, int]) -> None:
    assert read_time(typed) == time


@pytest.mark.parametrize("typed", ["24:00", "9:60", "9:3", "nio", "12:30:00", "-1"])
def test_what_is_no_time_is_refused(typed: str) -> None:
    with pytest.raises(BadInput, match=r"Write 09:30 or 9\.30"):
        read_time(typed)


def test_days_in_swedish() -> None:
    assert short(SATURDAY, SV) == "lö 21 nov"
    assert long(SATURDAY, SV) == "2026-11-21 (lö v. 47)"
    assert near(SATURDAY, SATURDAY, SV) == "i dag"
    assert near(SATURDAY - timedelta(1), SATURDAY, SV) == "i går"
    assert near(SATURDAY + timedelta(1), SATURDAY, SV) == "i morgon"
    assert short(date(2026, 5, 1), SV) == "fr 1 maj"


def test_days_in_english() -> None:
    assert short(SATURDAY, EN) == "Sat 21 Nov"
    assert long(SATURDAY, EN) == "2026-11-21 (Sat w. 47)"
    assert near(SATURDAY, SATURDAY, EN) == "today"


def test_the_week_is_the_iso_week_also_around_new_year() -> None:
    assert week(date(2027, 1, 1), SV) == "v. 53"
    assert week(date(2024, 12, 30), SV) == "v. 1"


def test_a_day_far_away_has_its_year() -> None:
    assert short_or_year(date(2027, 6, 30), SATURDAY, SV) == "2027-06-30"
    assert short_or_year(date(2027, 1, 31), SATURDAY, SV) == "sö 31 jan"
    assert near(date(2025, 11, 21), SATURDAY, SV) == "2025-11-21"


def test_a_time_has_two_digits() -> None:
    assert clock_time(datetime(2026, 11, 21, 9, 4, 12)) == "09:04"
