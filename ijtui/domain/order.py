"""The order in which a person's conversations are held, which is not the order in which they are booked.

What was agreed in one comes up in the next one held after it, and never in itself (D-M3).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from ijtui.domain.action import Action
from ijtui.domain.agenda import Kind
from ijtui.domain.goal import Goal


@dataclass(frozen=True, slots=True, order=True)
class Turn:
    """Where one conversation stands among all that an employee has.

    Those that began come first, by when they did; then the booked ones by date; the undated last.

    Attributes:
        waits: it has not begun.
        at: when it began or is booked for; the end of time for neither.
        starts: what it is booked for, for those that began in the same moment.
        conversation: its id.
        manager: id of the one who holds it.
        is_over: it was concluded.
        is_off: it was cancelled.
        kind: what it is for: the yearly ones look back on a year, the others on the time since the last one.
    """

    waits: bool
    at: datetime
    starts: datetime
    conversation: int
    manager: int = field(compare=False)
    is_over: bool = field(compare=False)
    is_off: bool = field(compare=False)
    kind: Kind = field(compare=False, default=Kind.ANNUAL)


_YEARLY = frozenset({Kind.ANNUAL, Kind.EVALUATION})

_NEVER = datetime(9999, 12, 31)  # noqa: DTZ001 - local like every time here

THIRD_TIME = 3
"""At that many conversations with the same open action it is time to decide: do, change or drop."""

Turns = Mapping[int, Turn]
"""Every conversation of one employee, by id."""


def a_turn(
    conversation: int,
    manager: int,
    starts: datetime | None,
    began: datetime | None,
    *,
    is_over: bool = False,
    is_off: bool = False,
    kind: Kind = Kind.ANNUAL,
) -> Turn:
    """Return where a conversation with these moments stands."""
    booked = starts or _NEVER
    return Turn(began is None, began or booked, booked, conversation, manager, is_over, is_off, kind)


def to_follow_up(conversation: int, turns: Turns, actions: Iterable[Action]) -> tuple[Action, ...]:
    """Return which of an employee's actions a conversation goes through, the first due first (D-A1).

    Every one agreed before it that is open, and those that were evaluated since the last conversation; a
    yearly one tells of the whole year, of all that was evaluated since the last one of its kind.
    """
    here = turns[conversation]
    found = [action for action in actions if _comes_up(action, here, turns)]
    return tuple(sorted(found, key=_by_due))


def as_it_was(conversation: int, turns: Turns, action: Action) -> Action:
    """Return an action as a concluded conversation left it: what was said of it later is left out.

    To be read and not stored, so it has no version.
    """
    here, outcome = turns[conversation], action.outcome
    if outcome is None or not here.is_over or here.waits:
        return replace(action, version=0)
    there = turns.get(outcome.conversation or 0)
    later = here < there if there else outcome.on > here.at.date()
    return replace(action, version=0, outcome=None if later else outcome)


def times_up(action: Action, turns: Turns, until: int | None = None) -> int:
    """Return in how many conversations that were begun it came up while it was open.

    Args:
        action: one of the employee's.
        turns: all that the employee has.
        until: id of the last conversation to count, or None for all of them.
    """
    begun = (turn for turn in turns.values() if not turn.waits and not turn.is_off)
    counted = [turn for turn in begun if until is None or not turns[until] < turn]
    return sum(_comes_up(action, turn, turns) and _was_open(action, turn, turns) for turn in counted)


def asks_for_decision(action: Action, turns: Turns, here: int) -> bool:
    """Whether it is open for the third time and the two have not said in this conversation what to do.

    What is reported as done, or proposed to be dropped, waits for an answer instead.
    """
    waits = action.is_open and action.report is None and action.withdrawal is None
    return waits and action.decided != here and times_up(action, turns, here) >= THIRD_TIME


def _was_open(action: Action, here: Turn, turns: Turns) -> bool:
    """Whether it was open when a conversation began where it came up."""
    outcome = action.outcome
    if outcome is None:
        return True
    there = turns.get(outcome.conversation or 0)
    return not there < here if there else outcome.on >= here.at.date()


def concerns(manager: int, action: Action, turns: Turns) -> bool:
    """Whether that manager agreed the action, or holds a conversation where it can come up."""
    return _is_with(manager, _agreed(action, turns), turns)


def concerns_goal(manager: int, goal: Goal, turns: Turns) -> bool:
    """Whether that manager wrote the goal down, or holds the conversation it is from or a later one."""
    made = turns[goal.conversation] if goal.conversation is not None else _between(goal.made, goal.author)
    return _is_with(manager, made, turns)


def is_from(thing: Action | Goal, turns: Turns) -> date | None:
    """Return from which day an agreement is; None while the conversation it is planned in has no date."""
    if isinstance(thing, Action):
        made = _agreed(thing, turns)
    else:
        made = turns[thing.conversation] if thing.conversation is not None else _between(thing.made, None)
    return None if made.at == _NEVER else made.at.date()


def _is_with(manager: int, agreed: Turn, turns: Turns) -> bool:
    later = (turn for turn in turns.values() if agreed < turn and not turn.is_off)
    return any(turn.manager == manager for turn in (agreed, *later))


def _agreed(action: Action, turns: Turns) -> Turn:
    """Return when it was agreed: in a conversation, or at a moment between two."""
    if action.conversation is not None:
        return turns[action.conversation]
    if action.agreed_at is None:
        return _between(action.agreed, action.manager)
    return _at(action.agreed_at, action.manager)


def _between(day: date | None, manager: int | None) -> Turn:
    """Return where something stands that was agreed on a day between two conversations."""
    return _at(datetime.combine(day or _NEVER.date(), datetime.min.time()), manager or 0)


def _at(moment: datetime, manager: int) -> Turn:
    return Turn(False, moment, moment, 0, manager, is_over=True, is_off=False)


def _by_due(action: Action) -> tuple[date, int]:
    return action.due or _NEVER.date(), action.id


def _comes_up(action: Action, here: Turn, turns: Turns) -> bool:
    agreed = _agreed(action, turns)
    if agreed.is_off or not agreed < here:
        return False
    outcome = action.outcome
    if outcome is None:
        return True
    there = turns.get(outcome.conversation or 0)
    told = [turn for turn in turns.values() if agreed < turn < here and _tells_of_the_same(turn, here)]
    if there is not None:
        return not any(there <= turn for turn in told)
    return not any(turn.at.date() > outcome.on for turn in told)


def _tells_of_the_same(earlier: Turn, here: Turn) -> bool:
    """Whether what was told of in an earlier conversation need not be told of again here."""
    return not earlier.waits and (here.kind not in _YEARLY or earlier.kind is here.kind)
