"""A day in a form: typed as one likes, echoed with weekday and week."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

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


_DAY = timedelta(days=1)


def read_day_gone(typed: str, today: date) -> date | None:
    """Return the day somebody typed where it lies behind: "fri" is the last Friday, "3/11" the last such day.

    A day with its year, and one counted from today, is what it says.

    Raises:
        BadInput: it is no day.
    """
    day = dates.read_day(typed, today)
    if day is None or day <= today or dates.read_day(typed, today - _DAY) == day - _DAY:
        return day
    earlier = (dates.read_day(typed, today - back) for back in (7 * _DAY, 364 * _DAY))
    return next((found for found in earlier if found and found <= today), day)


def gone_echo(today: date) -> Callable[[str], str]:
    """Return what says how a typed day that lies behind is understood."""

    def echo(typed: str) -> str:
        try:
            day = read_day_gone(typed, today)
        except BadInput:
            return _("not a day I know")
        return dates.long(day, spoken()) if day else _("e.g. fri, 3/11, w45")

    return echo
