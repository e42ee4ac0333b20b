"""What is due, looked up as fast as a shell's profile wants it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from ijtui.clock import Clock
from ijtui.data.glance import glance
from ijtui.data.person import People
from ijtui.domain.login import at_login, is_quiet
from ijtui.domain.person import Person
from ijtui.domain.today import Today
from ijtui.services.today import TodayService


@dataclass(frozen=True, slots=True)
class Reminder:
    """What somebody is told at login.

    Attributes:
        me: whose file it is.
        today: what is near and theirs; there is something in it.
        now: when it was looked up.
    """

    me: Person
    today: Today
    now: datetime


def remind(path: Path, clock: Clock) -> Reminder | None:
    """Return what the owner of the file is to be told, or None: no file, no owner, or nothing due.

    Raises:
        StorageFailed: the file can't be read.
    """
    with glance(path) as store:
        owner = People(store).owner() if store else None
        if store is None or owner is None:
            return None
        return reminder_of(TodayService(store, clock, str), owner[0], clock())


def reminder_of(service: TodayService, me: Person, now: datetime) -> Reminder | None:
    """Return what somebody is to be told at login, or None where nothing is due."""
    today = at_login(service.look(me), me, now)
    return None if is_quiet(today) else Reminder(me, today, now)
