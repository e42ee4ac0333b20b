"""A person's years, quarter by quarter: what was held, what is booked, and what did not come about (D-P4).

What is expected follows from what the two do. One annual conversation a year is for everybody (D-C1). A
quarterly 1:1 (D-C2) or an annual evaluation (D-C3) is only missed where one was held in the year before, so
nobody is told to keep up a habit that they never had, or have left.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ijtui.domain.agenda import Kind
from ijtui.domain.conversation import State
from ijtui.domain.person import Person
from ijtui.domain.quarter import Quarter, quarters


@dataclass(frozen=True, slots=True)
class Meeting:
    """A conversation that is booked, goes on or was held.

    Attributes:
        conversation: its id.
        day: the day it is for, or None while none is set.
    """

    conversation: int
    kind: Kind
    state: State
    day: date | None

    def is_in(self, quarter: Quarter, today: date) -> bool:
        """Whether it stands in that quarter; one without a day stands in the present one."""
        return (self.day or today) in quarter


@dataclass(frozen=True, slots=True)
class Lack:
    """A conversation that is expected and not booked.

    Attributes:
        missed: its time is over; otherwise there is still time to book it.
    """

    kind: Kind
    missed: bool


@dataclass(frozen=True, slots=True)
class Tally:
    """What happened in a quarter besides talking.

    Attributes:
        started: goals that were written down.
        ended: goals that were closed, however.
        check_ins: of all goals.
        confirmed: agreements that were carried out.
        late: agreements that were to be done and were not done by their day.
    """

    started: int = 0
    ended: int = 0
    check_ins: int = 0
    confirmed: int = 0
    late: int = 0


NOTHING = Tally()


@dataclass(frozen=True, slots=True)
class Stretch:
    """One quarter of a person's years.

    Attributes:
        meetings: the earliest first.
        lack: the 1:1 that is expected in it and not booked, or None.
        reflection: id of the reader's own reflection on it, or None.
    """

    quarter: Quarter
    meetings: tuple[Meeting, ...] = ()
    lack: Lack | None = None
    tally: Tally = NOTHING
    reflection: int | None = None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell of it."""
        return not (self.meetings or self.lack or self.reflection) and self.tally == NOTHING


@dataclass(frozen=True, slots=True)
class Year:
    """One year.

    Attributes:
        lacks: the long conversations that are expected in it and not booked.
        stretches: its quarters with something to tell, the latest first.
    """

    number: int
    lacks: tuple[Lack, ...]
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class PersonYears:
    """All the years of one employee, as far as the reader may see them; the latest first."""

    employee: Person
    years: tuple[Year, ...]


def lack_of_quarter(quarter: Quarter, meetings: Sequence[Meeting], today: date) -> Lack | None:
    """Return the 1:1 that a quarter lacks: one was held in the four before, and no conversation is in it."""
    if quarter.first > today or any(meeting.is_in(quarter, today) for meeting in meetings):
        return None
    year_before = Quarter(quarter.year - 1, quarter.number).first
    used = any(
        meeting.kind is Kind.QUARTERLY and _was_held(meeting, year_before, quarter.first)
        for meeting in meetings
    )
    return Lack(Kind.QUARTERLY, quarter.last < today) if used else None


def lacks_of_year(year: int, meetings: Sequence[Meeting], today: date) -> tuple[Lack, ...]:
    """Return which long conversations a year lacks.

    An evaluation where one was held the year before; it belongs to the last quarter, so it is not asked for
    earlier. An annual one where any conversation was held in an earlier year, unless evaluations took its
    place.
    """
    begins = date(year, 1, 1)
    if begins > today:
        return ()
    before = [meeting for meeting in meetings if _was_held(meeting, date.min, begins)]
    evaluates = any(
        meeting.kind is Kind.EVALUATION and _was_held(meeting, date(year - 1, 1, 1), begins)
        for meeting in before
    )
    annual = any(meeting.kind is Kind.ANNUAL for meeting in before) or bool(before and not evaluates)
    asked = {Kind.ANNUAL: annual, Kind.EVALUATION: evaluates and today >= date(year, 10, 1)}
    there = {meeting.kind for meeting in meetings if (meeting.day or today).year == year}
    return tuple(
        Lack(kind, year < today.year) for kind, is_asked in asked.items() if is_asked and kind not in there
    )


def years_of(
    meetings: Sequence[Meeting],
    tallies: Mapping[Quarter, Tally],
    reflections: Mapping[Quarter, int],
    today: date,
) -> tuple[Year, ...]:
    """Return the years that there is something to tell of, the latest first; the present one always."""
    days = [meeting.day for meeting in meetings if meeting.day] + [today]
    days += [quarter.first for quarter in (*tallies, *reflections)]
    span = quarters(min(days), max(days))
    told = [_stretch(quarter, meetings, tallies, reflections, today) for quarter in span]
    return tuple(_years(told, meetings, today))


def _stretch(
    quarter: Quarter,
    meetings: Sequence[Meeting],
    tallies: Mapping[Quarter, Tally],
    reflections: Mapping[Quarter, int],
    today: date,
) -> Stretch:
    return Stretch(
        quarter,
        tuple(meeting for meeting in meetings if meeting.is_in(quarter, today)),
        lack_of_quarter(quarter, meetings, today),
        tallies.get(quarter, NOTHING),
        reflections.get(quarter),
    )


def _years(stretches: Sequence[Stretch], meetings: Sequence[Meeting], today: date) -> Iterator[Year]:
    for number in sorted({stretch.quarter.year for stretch in stretches}, reverse=True):
        told = [
            stretch
            for stretch in reversed(stretches)
            if stretch.quarter.year == number and (not stretch.is_empty or today in stretch.quarter)
        ]
        lacks = lacks_of_year(number, meetings, today)
        if told or lacks:
            yield Year(number, lacks, tuple(told))


def _was_held(meeting: Meeting, since: date, before: date) -> bool:
    """Whether it was held, or goes on, since one day and before another."""
    over = meeting.state in (State.HELD, State.ONGOING)
    return over and meeting.day is not None and since <= meeting.day < before
