"""A person's years as lines: one a quarter, and one more for each further conversation in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from ijtui import dates
from ijtui.domain.conversation import State
from ijtui.domain.feedback import Feedback
from ijtui.domain.person import Person
from ijtui.domain.year import Lack, Meeting, PersonYears, Stretch, Tally, Year
from ijtui.screens.conversation_lines import KINDS_IN_SHORT
from ijtui.screens.feedback_lines import begins
from ijtui.screens.saying import STATES, name_of
from ijtui.widgets.fit import Column
from ijtui.widgets.lines import EMPTY, Line
from ijtui.words import _, ngettext, spoken

_COUNTS = tuple(Column(width, right=True) for width in (5, 5, 5, 5, 4, 5))
_HEADING = (Column(), *_COUNTS)
COLUMNS = (Column(4), Column(19), Column(), *_COUNTS)
_SAID = (Column(10), Column(12), Column())


def year_lines(found: PersonYears, me: Person, today: date) -> list[Line]:
    """Return the years, the latest first.

    Keys: `conversation:` and its id, `booking:new:` and whom to book with, or `entry:` and a reflection's id.
    """
    shown = [_year(year, found.employee, me, today) for year in found.years]
    return [line for number, lines in enumerate(shown) for line in ([EMPTY] if number else []) + lines]


def span(found: PersonYears) -> str:
    """Return the first and the last year that are told of: "2016–2026"."""
    numbers = [year.number for year in found.years]
    return "–".join(str(number) for number in sorted({min(numbers), max(numbers)}))


def _year(year: Year, employee: Person, me: Person, today: date) -> list[Line]:
    counts = (_("goals"), _("ended"), _("chk."), _("done"), _("late"), _("refl."))
    return [
        Line((str(year.number), *counts), look="heading", columns=_HEADING),
        *(_lacking("", lack, employee, me) for lack in year.lacks),
        *(line for stretch in year.stretches for line in _stretch(stretch, employee, me, today)),
    ]


def _stretch(stretch: Stretch, employee: Person, me: Person, today: date) -> Iterator[Line]:
    """Yield the latest conversation first; what was counted stands on the first line."""
    quarter = _("Q{number}", number=stretch.quarter.number)
    counted = _counts(stretch.tally, stretch.reflection)
    meetings = stretch.meetings[::-1]
    if meetings:
        yield _meeting(quarter, meetings[0], counted, today)
    elif stretch.lack is not None:
        yield _lacking(quarter, stretch.lack, employee, me, counted)
    else:
        key = f"entry:{stretch.reflection}" if stretch.reflection else ""
        nothing = "" if any(counted) else _("nothing yet")
        yield Line((quarter, nothing, "", *counted), key, "plain" if key or any(counted) else "muted")
    for meeting in meetings[1:]:
        yield _meeting("", meeting, (), today)


def _meeting(quarter: str, meeting: Meeting, counted: tuple[str, ...], today: date) -> Line:
    """Return a conversation; `!` marks one whose day passed without it."""
    late = meeting.state is State.BOOKED and meeting.day is not None and meeting.day < today
    cells = (quarter, _(KINDS_IN_SHORT[meeting.kind]), _when(meeting, late), *counted)
    key = f"conversation:{meeting.conversation}"
    return Line(cells, key, "warning" if late else "plain", "!" if late else "")


def _when(meeting: Meeting, late: bool) -> str:
    if meeting.day is None:
        return _("booked, no day")
    day = f"{meeting.day.day} {dates.month(meeting.day, spoken())}"
    if meeting.state is State.BOOKED:
        return _("missed {day}", day=day) if late else _("booked {day}", day=day)
    return day if meeting.state is State.HELD else _(STATES[meeting.state])


def _lacking(quarter: str, lack: Lack, employee: Person, me: Person, counted: tuple[str, ...] = ()) -> Line:
    """Return what did not come about, or what there is still time to book."""
    said = _("was not held") if lack.missed else _("not booked yet")
    whom = "" if employee.id == me.id else f":{employee.id}"
    key = "" if lack.missed else f"booking:new{whom}"
    return Line(
        (quarter, _(KINDS_IN_SHORT[lack.kind]), said, *counted), key, "muted" if lack.missed else "plain"
    )


def _counts(tally: Tally, reflection: int | None) -> tuple[str, ...]:
    """Return the numbers in their columns; nothing where nothing happened."""
    numbers = (tally.started, tally.ended, tally.check_ins, tally.confirmed, tally.late)
    return (*(str(number) if number else "" for number in numbers), _("yes") if reflection else "")


def process_lines(said: Iterable[Feedback], people: Mapping[int, Person], me: Person) -> list[Line]:
    """Return what was said about the conversations themselves, latest first; keys `feedback:` and the id."""
    lines = [
        Line(
            (
                item.given.date().isoformat() if item.given else "",
                name_of(people[item.giver], me),
                begins(item),
            ),
            f"feedback:{item.id}",
            columns=_SAID,
        )
        for item in reversed(tuple(said))
    ]
    title = ngettext(
        "About the conversations themselves · {number} thing said",
        "About the conversations themselves · {number} things said",
        len(lines),
    )
    return [EMPTY, Line((title,), look="heading"), *lines] if lines else []
