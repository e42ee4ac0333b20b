"""What belongs in a calendar: when something is, of which kind, and with whom; never what was said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from ijtui.domain.action import Action
from ijtui.domain.conversation import Conversation, State
from ijtui.domain.goal import Goal
from ijtui.domain.person import Person
from ijtui.domain.quarter import Quarter
from ijtui.domain.round import Round

BACK = timedelta(days=31)
"""What lies longer back is left as it stands in the calendar."""

AHEAD = 4
"""Quarters whose reflection is reminded of: this one and the rest of a year."""


class Occasion(StrEnum):
    """Why there is something in the calendar."""

    CONVERSATION = "conversation"
    ACTION = "action"
    GOAL = "goal"
    REFLECTION = "reflection"
    ROUND = "round"


@dataclass(frozen=True, slots=True)
class Appointment:
    """One line of a calendar.

    Attributes:
        about: the conversation, action, goal, quarter or round; its words are for ijtui alone.
        number: which one, for ever the same: "12", "2026-Q4", or "3-first" and "3-last" of a round.
        day: the day it is on.
        starts: local time where it has one, or None for the whole day.
        minutes: its length where it has a time.
        place: where, or "".
        person: with whom, or None.
        off: it is cancelled, or done, so that nobody needs to think of it.
        revision: grows with every change.
        changed: when it was last changed.
    """

    about: Conversation | Action | Goal | Quarter | Round
    number: str
    day: date
    changed: datetime
    starts: datetime | None = None
    minutes: int = 0
    place: str = ""
    person: Person | None = None
    off: bool = False
    revision: int = 0

    @property
    def occasion(self) -> Occasion:
        """Why it is there."""
        kinds = {
            Conversation: Occasion.CONVERSATION,
            Action: Occasion.ACTION,
            Goal: Occasion.GOAL,
            Quarter: Occasion.REFLECTION,
            Round: Occasion.ROUND,
        }
        return kinds[type(self.about)]


def of_conversation(item: Conversation, me: Person, changed: datetime) -> Appointment | None:
    """Return when a conversation is, or None while it has no time."""
    if item.starts is None:
        return None
    return Appointment(
        about=item,
        number=str(item.id),
        day=item.starts.date(),
        changed=changed,
        starts=item.starts,
        minutes=item.minutes,
        place=item.place,
        person=item.manager if item.employee.id == me.id else item.employee,
        off=item.state is State.CANCELLED,
        revision=item.version - 1,
    )


def of_action(item: Action, person: Person | None, changed: datetime) -> Appointment | None:
    """Return the last day of something agreed, or None where none is set."""
    if item.due is None:
        return None
    off, revision = not item.is_open, item.version - 1
    return Appointment(item, str(item.id), item.due, changed, person=person, off=off, revision=revision)


def of_goal(item: Goal, changed: datetime) -> Appointment | None:
    """Return the day a goal is to be reached, or None where none is set."""
    if item.due is None:
        return None
    return Appointment(item, str(item.id), item.due, changed, off=not item.is_open, revision=item.version - 1)


def of_quarter(quarter: Quarter, written: datetime | None) -> Appointment:
    """Return the last working day of a quarter, when its reflection is to be written (D-J2).

    Args:
        quarter: which one.
        written: when its reflection was, or None.
    """
    weekend = max(0, quarter.last.weekday() - 4)
    changed = written or datetime.combine(date(quarter.year - 1, 1, 1), datetime.min.time())
    day, off = quarter.last - timedelta(days=weekend), written is not None
    return Appointment(quarter, str(quarter), day, changed, off=off, revision=int(off))


def of_round(this: Round) -> tuple[Appointment, Appointment]:
    """Return the first and the last day of a round's season (D-P4)."""
    changed = datetime.combine(this.made or this.first, datetime.min.time())
    first, last = (
        Appointment(this, f"{this.id}-{which}", day, changed, off=not this.is_open, revision=this.version - 1)
        for which, day in (("first", this.first), ("last", this.last))
    )
    return first, last


def belongs(item: Appointment, today: date) -> bool:
    """Whether it is worth a line: not long past, and nothing that is off once its day has passed."""
    return item.day >= today if item.off else item.day >= today - BACK
