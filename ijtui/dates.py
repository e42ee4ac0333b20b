"""Days as people of these two languages write and read them: ISO, with weekday and week number."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from ijtui.errors import BadInput
from ijtui.words import N_, Words

_DAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))
_MONTHS = (
    N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("May"), N_("Jun"),
    N_("Jul"), N_("Aug"), N_("Sep"), N_("Oct"), N_("Nov"), N_("Dec"),
)  # fmt: skip
_NOT_A_DAY = N_("“{text}” is not a day I know. Write 2026-11-30, 30/11, +7 (days), fri, or w48.")
_NOT_A_TIME = N_("“{text}” is not a time of day. Write 09:30 or 9.30.")


def weekday(day: date, words: Words) -> str:
    """Return the short weekday: "lö", "Sat"."""
    return words(_DAYS[day.weekday()])


def month(day: date, words: Words) -> str:
    """Return the short month: "nov", "Nov"."""
    return words(_MONTHS[day.month - 1])


def short(day: date, words: Words) -> str:
    """Return weekday, day and month: "lö 21 nov", "Sat 21 Nov"."""
    return f"{weekday(day, words)} {day.day} {month(day, words)}"


def long(day: date, words: Words) -> str:
    """Return the ISO date with weekday and week number: "2026-11-21 (lö v. 47)"."""
    return f"{day.isoformat()} ({weekday(day, words)} {week(day, words)})"


def week(day: date, words: Words) -> str:
    """Return the ISO week number: "v. 47", "w. 47"."""
    return words(N_("w. {number}"), number=day.isocalendar().week)


def short_or_year(day: date, today: date, words: Words) -> str:
    """Return the short form, or the ISO date when the day is more than half a year away."""
    return short(day, words) if abs((day - today).days) < 183 else day.isoformat()


def near(day: date, today: date, words: Words) -> str:
    """Return "yesterday", "today" or "tomorrow" where it is one of them, else the short form."""
    names = {-1: N_("yesterday"), 0: N_("today"), 1: N_("tomorrow")}
    name = names.get((day - today).days)
    return words(name) if name else short_or_year(day, today, words)


def read_day(text: str, today: date) -> date | None:
    """Return the day somebody typed, or None for an empty field.

    Understands 2026-11-30, 20261130, 30/11, 30 nov (both also with a year), +7, today, tomorrow, weekday
    names in Swedish and English (the next such day after today), and w48, v48 or vecka 48 (its Friday).

    Raises:
        BadInput: it is none of these, or no such day exists.
    """
    typed = " ".join(text.casefold().split())
    if not typed:
        return None
    try:
        found = _iso(typed) or _day_month(typed, today) or _offset(typed, today) or _named(typed, today)
        found = found or _week(typed, today)
    except (ValueError, OverflowError):
        found = None
    if found is None or not is_usual(found):
        raise BadInput(_NOT_A_DAY, text=text.strip()[:40])
    return found


def is_usual(day: date) -> bool:
    """Whether it is a day of these centuries; a year further away is a slip of the finger."""
    return 1900 <= day.year < 2200


def read_time(text: str) -> tuple[int, int] | None:
    """Return hour and minute of what somebody typed (09:30, 9.30, 930, 9), or None for an empty field.

    Raises:
        BadInput: it is no time of day.
    """
    typed = text.strip()
    if not typed:
        return None
    match = re.fullmatch(r"(\d{1,2})(?:[:.]?(\d{2}))?", typed, re.ASCII)
    if match is None or int(match[1]) > 23 or int(match[2] or 0) > 59:
        raise BadInput(_NOT_A_TIME, text=typed[:40])
    return int(match[1]), int(match[2] or 0)


def clock_time(moment: datetime) -> str:
    """Return hours and minutes: "09:34"."""
    return moment.strftime("%H:%M")


def _iso(typed: str) -> date | None:
    match = re.fullmatch(r"(\d{4})-?(\d{1,2})-?(\d{1,2})", typed, re.ASCII)
    return date(int(match[1]), int(match[2]), int(match[3])) if match else None


def _day_month(typed: str, today: date) -> date | None:
    match = re.fullmatch(r"(\d{1,2})(?:/(\d{1,2})|\.? ?([a-z]{3,9})\.?)(?:[ /](\d{4}))?", typed, re.ASCII)
    number = match and (int(match[2]) if match[2] else _month_number(match[3]))
    if not match or not number:
        return None
    day = date(int(match[4] or today.year), number, int(match[1]))
    return day.replace(year=day.year + 1) if not match[4] and day < today else day


_MONTH_NAMES = (
    "januari january", "februari february", "mars march", "april", "maj may", "juni june",
    "juli july", "augusti august", "september", "oktober october", "november", "december",
)  # fmt: skip


def _month_number(typed: str) -> int | None:
    """Return the number of the month that begins as typed, in either language."""
    begun = (any(name.startswith(typed) for name in names.split()) for names in _MONTH_NAMES)
    return next((number for number, is_it in enumerate(begun, 1) if is_it), None)


def _offset(typed: str, today: date) -> date | None:
    match = re.fullmatch(r"\+(\d{1,4})", typed, re.ASCII)
    return today + timedelta(days=int(match[1])) if match else None


_WEEKDAYS = (
    ("må", "mån", "måndag", "mon", "monday"),
    ("ti", "tis", "tisdag", "tue", "tuesday"),
    ("on", "ons", "onsdag", "wed", "wednesday"),
    ("to", "tor", "torsdag", "thu", "thursday"),
    ("fr", "fre", "fredag", "fri", "friday"),
    ("lö", "lör", "lördag", "sat", "saturday"),
    ("sö", "sön", "söndag", "sun", "sunday"),
)
_NEAR = {
    **dict.fromkeys(("idag", "i dag", "today"), 0),
    **dict.fromkeys(("imorgon", "i morgon", "tomorrow"), 1),
    **dict.fromkeys(("övermorgon", "i övermorgon"), 2),
}


def _named(typed: str, today: date) -> date | None:
    if typed in _NEAR:
        return today + timedelta(days=_NEAR[typed])
    for number, names in enumerate(_WEEKDAYS):
        if typed in names:
            return today + timedelta(days=(number - today.weekday() - 1) % 7 + 1)
    return None


def _week(typed: str, today: date) -> date | None:
    match = re.fullmatch(r"(?:[vw]\.?|vecka|week) ?(\d{1,2})", typed, re.ASCII)
    if match is None:
        return None
    year = today.isocalendar().year
    friday = date.fromisocalendar(year, int(match[1]), 5)
    return friday if friday >= today else date.fromisocalendar(year + 1, int(match[1]), 5)
