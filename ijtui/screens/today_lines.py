"""The start screen's lists as lines."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from ijtui.domain.person import Person
from ijtui.domain.today import Due, Today, Wait, Waiting
from ijtui.screens.conversation_lines import conversation_line
from ijtui.screens.saying import other_in, responsible_of
from ijtui.screens.today_words import last_day, waits
from ijtui.widgets.fit import Column
from ijtui.widgets.lines import EMPTY, Line
from ijtui.words import N_, _, ngettext

_DUE = (Column(16), Column(), Column(9), Column(13))
_WAITING = (Column(16), Column())


def today_lines(today: Today, me: Person, now: datetime, rows: int) -> list[Line]:
    """Return the three lists, each under its heading; an empty one says what to press.

    Args:
        today: what there is.
        me: who looks.
        now: what time it is.
        rows: of the window; where all of it does not fit, the first two lists say how many more there are.
    """
    upcoming = [conversation_line(item, me, now) for item in today.upcoming]
    due = [due_line(item, me, now) for item in today.due]
    waiting = [_waiting(item, me) for item in today.waiting]
    most_upcoming, most_due = _shares(len(upcoming), len(due), len(waiting), rows - _FRAME)
    return [
        *_section(_("Next conversations"), _first(upcoming, most_upcoming, UPCOMING), _NONE_BOOKED),
        EMPTY,
        *_section(_("Due"), _first(due, most_due, DUE), _NONE_DUE),
        EMPTY,
        *_section(_("Waiting for you"), waiting, _NONE_WAITS),
    ]


UPCOMING, DUE = "more:conversations", "more:due"
"""Keys of the lines that lead to the rest."""

_FRAME = 5
"""Rows that the headings and the air between them take."""

_NONE_BOOKED = N_("Nothing is booked. Press n to book a conversation.")
_NONE_DUE = N_("Nothing is agreed that has not been done.")
_NONE_WAITS = N_("Nothing waits for you.")


def _shares(upcoming: int, due: int, waiting: int, rows: int) -> tuple[int, int]:
    """Return how many rows the first two lists get; what waits needs at most three to be noticed."""
    for_both = max(6, rows - min(3, max(1, waiting)))
    third = max(3, for_both * 2 // 5)
    most_upcoming = max(third, for_both - max(1, due))
    return most_upcoming, max(2, for_both - min(upcoming or 1, most_upcoming))


def _first(lines: list[Line], most: int, key: str) -> list[Line]:
    """Return the lines, or as many as fit and one that says how many more there are."""
    if len(lines) <= most:
        return lines
    more = len(lines) - most + 1
    said = ngettext("and one more", "and {number} more", more)
    return [*lines[: most - 1], Line((said,), key, look="muted")]


def _section(title: str, lines: list[Line], empty: str) -> Iterator[Line]:
    yield Line((title,), look="heading")
    yield from lines or [Line((_(empty),), look="muted")]


def due_line(item: Due, me: Person, now: datetime) -> Line:
    """Return one open agreement; `!` marks one whose day has passed."""
    action = item.action
    responsible = responsible_of(action, item.employee, item.manager, me)
    person = other_in(item, me).name
    late = action.is_overdue(now.date())
    return Line(
        (
            last_day(item, now.date()),
            action.what,
            responsible,
            "" if person.startswith(responsible) else person,
        ),
        f"action:{action.id}",
        look="warning" if late else "plain",
        mark="!" if late else "",
        columns=_DUE,
    )


def _waiting(item: Waiting, me: Person) -> Line:
    return Line(waits(item, me), _leads_to(item, me), columns=_WAITING)


_TO_SIGN = frozenset({Wait.SIGN, Wait.SIGN_BESIDE, Wait.SIGN_DECLINED})


def _leads_to(item: Waiting, me: Person) -> str:
    if item.draft is not None:
        return f"draft:{item.draft.form}"
    if item.quarter is not None:
        return f"waiting:entry:new:reflection:{item.quarter}"
    if item.nudge is not None:
        return f"waiting:round:{item.nudge.round.id}:{item.nudge.about}"
    if item.handover is not None:
        return f"waiting:handover:{item.handover}"
    if item.conversation is not None:
        kind = "signing" if item.why in _TO_SIGN else "conversation"
        return f"waiting:{kind}:{item.conversation.id}"
    if item.agreed is not None:
        return f"waiting:action:{item.agreed.action.id}"
    if item.year:
        return f"waiting:extract:{me.id}:{item.year}"
    return f"waiting:person:{item.person.id if item.person else 0}"
