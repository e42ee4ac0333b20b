"""A day that lies behind, as one types it in a form."""

from __future__ import annotations

from datetime import date

import pytest

from ijtui.screens.dialogs.day import gone_echo, read_day_gone

TODAY = date(2026, 11, 21)  # a Saturday


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("fri", date(2026, 11, 20)),
        ("lö", date(2026, 11, 21)),
        ("sö", date(2026, 11, 15)),
        ("3/11", date(2026, 11, 3)),
        ("3 dec", date(2025, 12, 3)),
        ("w45", date(2026, 11, 6)),
        ("w48", date(2025, 11, 28)),
        ("idag", TODAY),
        ("+7", date(2026, 11, 28)),
        ("imorgon", date(2026, 11, 22)),
        ("2026-12-01", date(2026, 12, 1)),
        ("2024-02-29", date(2024, 2, 29)),
        ("", None),
    ],
)
def test_a_day_without_its_year_is_the_last_such_day(typed: str, day: date | None) -> None:
    assert read_day_gone(typed, TODAY) == day


def test_the_echo_says_which_day_it_is() -> None:
    echo = gone_echo(TODAY)
    assert echo("3/11").startswith("2026-11-03")
    assert echo("snart") == "not a day I know"
    assert echo("") == "e.g. fri, 3/11, w45"
