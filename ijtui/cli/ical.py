"""Appointments as an iCalendar file (RFC 5545), with the library `icalendar` for its folding and escaping.

Times are floating: nine o'clock is nine o'clock where the two meet, and the file knows no zone. Days are
events of the whole day and not to-dos, which most calendars don't import. There is no METHOD, so DTSTAMP is
when a thing was last changed, and the same things always give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, timedelta
from typing import TYPE_CHECKING

from ijtui import __version__
from ijtui.clean import clean_line
from ijtui.domain.calendar import Appointment
from ijtui.domain.conversation import Conversation
from ijtui.domain.goal import Goal
from ijtui.domain.quarter import Quarter
from ijtui.domain.round import Round
from ijtui.errors import BadInput
from ijtui.screens.saying import GOAL_KINDS, KINDS
from ijtui.words import N_, _, language

if TYPE_CHECKING:
    from icalendar import Event

_MISSING = N_("Writing a calendar needs the Python package icalendar. Run: pipx inject ijtui icalendar")


def calendar(appointments: Iterable[Appointment], name: str) -> bytes:
    """Return the whole file.

    Args:
        appointments: what is in it.
        name: by which calendars know the database, so that what comes again takes the place of what is there.

    Raises:
        BadInput: the library is not installed.
    """
    try:
        from icalendar import Calendar
    except ImportError as error:
        raise BadInput(_MISSING) from error
    whole = Calendar()
    whole.add("prodid", f"-//ijtui//ijtui {__version__}//{language().upper()}")
    whole.add("version", "2.0")
    for appointment in appointments:
        whole.add_component(_event(appointment, name))
    return bytes(whole.to_ical())


def _event(item: Appointment, name: str) -> Event:
    from icalendar import Event

    event, changed = Event(), item.changed.astimezone(UTC)
    event.add("uid", f"{item.occasion}-{item.number}-{name}")
    event.add("dtstamp", changed)
    event.add("last-modified", changed)
    event.add("sequence", item.revision)
    _add_time(event, item)
    event.add("summary", clean_line(_title(item)))
    if item.place:
        event.add("location", clean_line(item.place))
    event.add("status", "CANCELLED" if item.off else "CONFIRMED")
    event.add("class", "PRIVATE")
    return event


def _add_time(event: Event, item: Appointment) -> None:
    """Let it take its time, or the whole day without making one look busy."""
    if item.starts is not None:
        event.add("dtstart", item.starts)
        event.add("dtend", item.starts + timedelta(minutes=item.minutes))
        event.add("transp", "OPAQUE")
    else:
        event.add("dtstart", item.day)
        if item.day < date.max:  # a day without an end lasts a day
            event.add("dtend", item.day + timedelta(days=1))
        event.add("transp", "TRANSPARENT")


def _title(item: Appointment) -> str:
    """Return kind and name; what was agreed or aimed at stays in ijtui, and is found there by its number."""
    about, who = item.about, item.person.name if item.person else ""
    if isinstance(about, Conversation):
        kind = _(KINDS[about.agenda.kind])
        return _("{kind} with {name}", kind=kind[:1].upper() + kind[1:], name=who)
    if isinstance(about, Goal):
        kind = _(GOAL_KINDS[about.kind])
        return _("{kind} {number}: due today", kind=kind[:1].upper() + kind[1:], number=item.number)
    if isinstance(about, Round):
        return _season(about, item.number)
    if isinstance(about, Quarter):
        return _("Write your reflection on quarter {number}", number=about.number)
    return _("Agreement {number} with {name}: due today", number=item.number, name=who)


def _season(this: Round, number: str) -> str:
    """Return that it is the first day of a round, or its last."""
    first = number.endswith("first")
    return _("{round}: first day", round=this.name) if first else _("{round}: last day", round=this.name)
