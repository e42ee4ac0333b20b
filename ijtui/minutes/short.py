"""The minutes as a direct message: at most 1 500 characters, cut at whole items (D-C2, D-M1)."""

from __future__ import annotations

from collections.abc import Iterator

from ijtui import dates
from ijtui.domain.agenda import Kind, Station, StationKey
from ijtui.domain.record import Record
from ijtui.minutes import competence, labels
from ijtui.minutes.escape import guarded
from ijtui.minutes.pen import Pen
from ijtui.minutes.short_items import (
    Part,
    action_line,
    clipped,
    course_lines,
    feedback_lines,
    followed_up_line,
    goal_line,
    item_line,
    note_lines,
)

LONGEST = 1500
"""Characters of the whole message."""

_TITLE = 200


def short(record: Record, pen: Pen) -> str:
    """Return the message.

    Of an annual conversation what was agreed comes first, then goals, follow-up, feedback, notes; the others
    are told station by station, as the two walked through them (D-C2).
    """
    title = guarded(pen.line(clipped(_title(record, pen), _TITLE)), pen.mdx)
    is_annual = record.conversation.agenda.kind is Kind.ANNUAL
    told = _of_annual(record, pen) if is_annual else _by_station(record, pen)
    parts = [part for part in told if part.items]
    counts = [0] * len(parts)
    open_parts = set(range(len(parts)))
    while open_parts:  # one item of each part in turn, so that none crowds the others out
        for number in sorted(open_parts):
            counts[number] += 1
            if (
                counts[number] > len(parts[number].items)
                or len(_message(title, parts, counts, pen)) > LONGEST
            ):
                counts[number] -= 1
                open_parts.remove(number)
    return _message(title, parts, counts, pen)


def _message(title: str, parts: list[Part], counts: list[int], pen: Pen) -> str:
    shown = (part.shown(count, pen) for part, count in zip(parts, counts, strict=True))
    return "\n\n".join((title, *shown)) + "\n"


def _title(record: Record, pen: Pen) -> str:
    starts = record.conversation.starts
    day = f", {dates.long(starts.date(), pen.words)}" if starts else ""
    return labels.title(record.conversation) + day


def _of_annual(record: Record, pen: Pen) -> Iterator[Part]:
    words = pen.words
    yield Part(words("Agreed actions"), tuple(_agreed(record, pen)))
    yield Part(words("Goals"), tuple(_goals(record, pen)))
    yield Part(words("Competences below the requirement"), tuple(competence.gaps(record, pen)))
    yield Part(words("Follow-up of the previous plan"), tuple(_followed_up(record, pen)))
    yield Part(words("Feedback"), tuple(feedback_lines(record, pen)))
    yield Part(words("Shared notes"), tuple(note_lines(record, record.conversation.agenda.questions(), pen)))
    yield _parked(record, pen)


def _by_station(record: Record, pen: Pen) -> Iterator[Part]:
    for station in record.conversation.agenda.stations:
        title = guarded(pen.line(clipped(station.title, _TITLE)), pen.mdx)
        yield Part(title, tuple(_at(record, station, pen)))
    yield _parked(record, pen)


def _at(record: Record, station: Station, pen: Pen) -> Iterator[str]:
    """Yield what belongs to a station: what it opens with, its notes, what came of it."""
    agenda = record.conversation.agenda
    if station.key is agenda.order[0]:
        yield from course_lines(record, pen)
        yield from _followed_up(record, pen)
    if station.key is agenda.first_of(StationKey.FEEDBACK, StationKey.WORK_ENVIRONMENT):
        yield from feedback_lines(record, pen)
    if station.key is agenda.first_of(StationKey.FUTURE):
        yield from competence.gaps(record, pen)
    if station.key is agenda.first_of(StationKey.DEVELOPMENT_PLAN):
        yield from _agreed(record, pen)
        yield from _goals(record, pen)
    yield from note_lines(record, station.questions, pen)


def _agreed(record: Record, pen: Pen) -> Iterator[str]:
    return (action_line(record, action, pen) for action in record.plan.actions)


def _goals(record: Record, pen: Pen) -> Iterator[str]:
    names = labels.goals(record, pen.words)
    return (goal_line(goal, names[goal.id], pen) for goal in record.plan.goals)


def _followed_up(record: Record, pen: Pen) -> Iterator[str]:
    return (followed_up_line(record, action, pen) for action in record.plan.earlier)


def _parked(record: Record, pen: Pen) -> Part:
    parked = (item_line("", question.title, "", pen) for question in record.plan.parked)
    return Part(pen.words("Parked questions"), tuple(parked))
