"""What becomes of what is agreed in the made-up municipality."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from random import Random

from ijtui.domain import follow_up
from ijtui.domain.action import Action, Extent, Outcome
from ijtui.domain.cause import Cause
from ijtui.domain.conversation import Conversation
from ijtui.services.demo.municipality_words import Words


class Fate(StrEnum):
    """How a point will end."""

    CONFIRMED = "confirmed"  # reported and confirmed between two conversations
    IN_TIME = "in-time"  # the rest at the next conversation
    LATE = "late"
    PARTLY = "partly"
    NOT_DONE = "not-done"
    DROPPED = "dropped"
    DECIDED = "decided"  # to go on with it, to another day
    WAITING = "waiting"  # nobody says anything


_FATES = (
    *[Fate.CONFIRMED] * 38, *[Fate.IN_TIME] * 22, *[Fate.LATE] * 12, *[Fate.PARTLY] * 9,
    *[Fate.NOT_DONE] * 9, *[Fate.DROPPED] * 3, *[Fate.DECIDED] * 3, *[Fate.WAITING] * 4,
)  # fmt: skip
"""Of a hundred points."""

_TOLD = {
    Fate.IN_TIME: (Extent.YES, "achieved"),
    Fate.LATE: (Extent.YES, "achieved"),
    Fate.PARTLY: (Extent.PARTLY, "partly"),
    Fate.NOT_DONE: (Extent.NO, "not_done"),
}
_CAUSES = (Cause.UNCLEAR, *[Cause.RESOURCES] * 2, Cause.OBSTACLES, None)
"""What stood in the way; some don't say."""


@dataclass(slots=True)
class Point:
    """An agreed point on its way.

    Attributes:
        reported: when one will say that it is done, and `confirmed` when the other will; None for neither.
    """

    action: Action
    fate: Fate
    reported: date | None = None
    confirmed: date | None = None


def a_point(action: Action, agreed: date, chance: Random) -> Point:
    """Return a new point with a last day and its fate."""
    fate = chance.choice(_FATES)
    if fate is not Fate.CONFIRMED:
        return Point(replace(action, due=agreed + timedelta(days=chance.randrange(60, 390))), fate)
    due = agreed + timedelta(days=chance.randrange(50, 240))
    reported = due - timedelta(days=chance.randrange(-5, 30))
    return Point(replace(action, due=due), fate, reported, reported + timedelta(days=chance.randrange(1, 12)))


def ends(point: Point, now: Conversation, day: date, words: Words, chance: Random) -> tuple[Action, str]:
    """Return what the two say of an open point in a conversation, and what the history calls that.

    Args:
        point: an open one.
        now: the conversation.
        day: on which it is held.
        words: what may be said.
        chance: decides.

    Returns:
        The action, and "" where they leave it as it is.
    """
    action, fate = point.action, _in_time_for(point, day)
    if fate is Fate.WAITING:
        return action, ""
    if fate is Fate.DROPPED:
        why = chance.choice(words.told["dropped"])
        proposed = follow_up.proposed_to_drop(action, now.manager.id, day, why)
        return follow_up.dropped(proposed, now.manager.id, day, conversation=now.id), "dropped"
    if fate is Fate.DECIDED:
        due = day + timedelta(days=chance.randrange(60, 200))
        return replace(action, due=due, decided=now.id), "decided"
    extent, told = _TOLD[fate]
    said = chance.choice(words.told[told])
    outcome = Outcome(extent, day, conversation=now.id, done=_done(action, fate, day, chance))
    if extent is Extent.NO:
        cause = chance.choice(_CAUSES)
        return action.evaluated(replace(outcome, reason=said, cause=cause)), "evaluated"
    reached = Extent.YES if extent is Extent.YES else Extent.PARTLY
    return action.evaluated(replace(outcome, achieved=said, goal_reached=reached)), "evaluated"


def _in_time_for(point: Point, day: date) -> Fate:
    """Return what is said of it that day: one that was decided or left before ends now, one not due waits."""
    due = point.action.due or day
    if point.action.decided or point.action.version > 1 or point.fate is Fate.CONFIRMED:
        return Fate.LATE if due < day else Fate.IN_TIME
    if due >= day and point.fate is not Fate.IN_TIME:
        point.fate = Fate.NOT_DONE if point.fate is Fate.WAITING else point.fate
        return Fate.WAITING
    if point.fate is Fate.WAITING:
        point.fate = Fate.NOT_DONE
        return Fate.WAITING
    return point.fate


def _done(action: Action, fate: Fate, day: date, chance: Random) -> date | None:
    """Return the day on which it was done, where it was."""
    agreed, due = action.agreed or day, action.due or day
    if fate is Fate.LATE:
        return due + timedelta(days=chance.randrange(1, (day - due).days + 1))
    if fate is Fate.IN_TIME:
        last = min(due, day)
        return agreed + timedelta(days=chance.randrange(1, max(2, (last - agreed).days + 1)))
    return None
