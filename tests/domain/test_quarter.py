"""Quarters, up to both ends of the calendar."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from ijtui.domain.quarter import Quarter, quarters
from ijtui.errors import BadInput


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_a_quarter_ends_where_the_next_one_begins(number: int) -> None:
    quarter = Quarter(2026, number)
    assert quarter.last + timedelta(days=1) == quarter.next.first
    assert quarter.first in quarter
    assert quarter.last in quarter
    assert Quarter.read(str(quarter)) == quarter


def test_the_last_quarter_there_is_has_an_end() -> None:
    assert Quarter(9999, 4).last == date.max
    assert quarters(date(9999, 7, 1), date.max) == (Quarter(9999, 3), Quarter(9999, 4))


def test_a_slip_of_the_finger_long_ago_is_still_a_quarter() -> None:
    assert Quarter.read("0206-Q4") == Quarter(206, 4)


@pytest.mark.parametrize("text", ["99999-Q1", "0000-Q1", "2026-Q5", "2026Q4", "٢٠٢٦-Q1", ""])
def test_what_is_no_quarter_is_refused(text: str) -> None:
    with pytest.raises(BadInput):
        Quarter.read(text)
