"""A day in a form: typed as one likes, echoed with weekday and week."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from ijtui import dates
from ijtui.errors import BadInput
from ijtui.words import _, spoken


def day_text(day: date | None) -> str:
    """Return a day as it stands in a field."""
    return day.isoformat() if day else ""


def day_echo(today: date) -> Callable[[str], str]:
    """Return what says how a typed day is understood: "2026-11-30 (må v. 49)"."""

    def echo(typed: str) -> str:
        try:
            day = dates.read_day(typed, today)
        except BadInput:
            return _("not a day I know")
        return dates.long(day, spoken()) if day else _("e.g. +14, fri, w48")

    return echo
