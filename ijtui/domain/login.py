"""What somebody is told at login: only what is near and theirs, and nothing when there is nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from ijtui.domain.conversation import State
from ijtui.domain.person import Person
from ijtui.domain.today import SOON, Due, Today, Upcoming

_WEEK = timedelta(days=7)
"""How long before its last day one is reminded of what one has promised."""


def at_login(today: Today, me: Person, now: datetime) -> Today:
    """Return the conversations of the next two weeks, what I am to do this week, and what waits for me."""
    return replace(
        today,
        upcoming=tuple(item for item in today.upcoming if _is_near(item, now)),
        due=tuple(
            item
            for item in today.due
            if item.action.seen_to_by is item.action.side_of(me.id) and _is_due(item, now)
        ),
    )


def is_quiet(today: Today) -> bool:
    """Whether there is nothing to tell."""
    return not (today.upcoming or today.due or today.waiting)


def _is_near(item: Upcoming, now: datetime) -> bool:
    """Whether it is to come, and soon; one that is under way or was not held waits for somebody instead."""
    starts = item.conversation.starts
    booked = item.conversation.state is State.BOOKED
    return booked and starts is not None and now.date() <= starts.date() <= (now + SOON).date()


def _is_mine(item: Due, me: Person) -> bool:
    return item.action.seen_to_by is item.action.side_of(me.id)


def _is_due(item: Due, now: datetime) -> bool:
    """Whether its last day is near or has passed, and nobody has said yet that it is done or dropped."""
    action = item.action
    answered = action.report is not None or action.withdrawal is not None
    return action.due is not None and not answered and action.due <= (now + _WEEK).date()
