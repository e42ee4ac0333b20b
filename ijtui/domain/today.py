"""What a person meets first: the next conversations, what is due, and what waits for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from ijtui.domain.action import Action
from ijtui.domain.conversation import Conversation, Party, State
from ijtui.domain.draft import Draft
from ijtui.domain.person import Person
from ijtui.domain.quarter import Quarter

if TYPE_CHECKING:  # most files have no round
    from ijtui.domain.nudge import Nudge

SOON = timedelta(days=14)
"""How long before a conversation its preparation starts to wait for somebody."""

YEAR = timedelta(days=365)
"""Everybody has at least one conversation a year (D-C1, D-P4)."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """How far one party's preparation is.

    Attributes:
        answered: questions with an answer.
        asked: questions that party is asked to prepare.
        opened: the other may read it.
    """

    answered: int
    asked: int
    opened: bool


@dataclass(frozen=True, slots=True)
class Upcoming:
    """A conversation that has not been concluded, and how far it is prepared."""

    conversation: Conversation
    prepared: Mapping[Party, Prepared]


@dataclass(frozen=True, slots=True)
class Due:
    """An action and the two who agreed it.

    Attributes:
        employee: whose plan it belongs to.
        manager: with whom it was agreed.
    """

    action: Action
    employee: Person
    manager: Person


class Wait(StrEnum):
    """Why something waits for the person who looks."""

    PREPARE = "prepare"  # a conversation comes soon and my part is not prepared
    OPEN = "open"  # prepared, but the other can't read it yet
    SIGN = "sign"  # the other has signed the plan
    SIGN_BESIDE = "sign-beside"  # I have signed, and the other signs beside me, for want of a login
    SIGN_DECLINED = "sign-declined"  # the other has said why they don't sign
    CONCLUDE = "conclude"  # the talk was begun and never concluded
    OVERDUE = "overdue"  # its time has passed and it was not held
    UNBOOKED = "unbooked"  # no conversation for a year and none booked (D-P4)
    CONFIRM = "confirm"  # the other says that an action is done
    DROP = "drop"  # the other proposes to drop an action
    DRAFT = "draft"  # something was typed into a form and not saved
    REFLECTION = "reflection"  # the quarter has no reflection yet (D-J2)
    HANDED_OVER = "handed-over"  # I choose what goes on of what I have with my manager (D-M5)
    HANDING_OVER = "handing-over"  # I choose what goes on of what I have with an employee
    TAKING_OVER = "taking-over"  # an employee has been handed over to me
    ROUND = "round"  # in an open round somebody is not booked (D-P4)
    EXTRACT = "extract"  # an extract for the salary review was made that I have not seen (D-G8)


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that waits.

    Attributes:
        since: the day it refers to, or None.
        quarter: the one whose reflection is missing, or None.
        handover: number of the one that waits, or None.
        nudge: how many are not booked in a round, or None.
        year: the one that an extract for the salary review is of, or 0.
    """

    why: Wait
    conversation: Conversation | None = None
    person: Person | None = None
    draft: Draft | None = None
    agreed: Due | None = None
    since: date | None = None
    quarter: Quarter | None = None
    handover: int | None = None
    nudge: Nudge | None = None
    year: int = 0


@dataclass(frozen=True, slots=True)
class Today:
    """The start screen's three lists."""

    upcoming: tuple[Upcoming, ...]
    due: tuple[Due, ...]
    waiting: tuple[Waiting, ...]


def waiting_with(upcoming: Upcoming, me: Person, now: datetime) -> Waiting | None:
    """Return what waits for me in a conversation that is not concluded, or None; the most urgent only."""
    conversation = upcoming.conversation
    if conversation.state is State.ONGOING:
        return Waiting(Wait.CONCLUDE, conversation)
    starts = conversation.starts
    if starts is None:
        return None
    if starts + timedelta(minutes=conversation.minutes) < now:
        return Waiting(Wait.OVERDUE, conversation, since=starts.date())
    mine = conversation.party_of(me)
    if mine is None or starts - now > SOON:
        return None
    prepared = upcoming.prepared[mine]
    if prepared.answered < prepared.asked:
        return Waiting(Wait.PREPARE, conversation)
    return None if prepared.opened or not prepared.asked else Waiting(Wait.OPEN, conversation)


def waiting_for_answer(item: Due, me: Person) -> Waiting | None:
    """Return what waits for me with an action: the other's word that it is done, or the wish to drop it."""
    action = item.action
    first = action.withdrawal or action.report
    if not action.is_open or first is None or action.side_of(first.by) is action.side_of(me.id):
        return None
    return Waiting(Wait.DROP if action.withdrawal else Wait.CONFIRM, agreed=item, since=first.on)


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often two people talk.

    Attributes:
        comes: a conversation is booked or under way.
        last: the day of the last one that was held, or None.
    """

    comes: bool = False
    last: date | None = None

    def is_unbooked(self, today: date) -> bool:
        """Whether nothing is booked and nothing was held in the last year (D-P4)."""
        return not self.comes and (self.last is None or self.last + YEAR < today)
