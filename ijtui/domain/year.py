"""A person's years, quarter by quarter: what was held, what is booked, and what did not come about (D-P4).

What is expected follows from what the two do. One annual conversation a year is for everybody (D-C1). A
quarterly 1:1 (D-C2) or an annual evaluation (D-C3) is only missed where one was held in the year before, so
nobody is told to keep up a habit that they never had, or have left.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
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


class Diary:
    """A person's conversations, looked up by quarter and by year.

    Args:
        meetings: all of them, the earliest first; one without a day stands in the present quarter.
        today: the present day.
    """

    def __init__(self, meetings: Sequence[Meeting], today: date) -> None:
        self.today = today
        self._in: dict[Quarter, list[Meeting]] = {}
        self._held: dict[Kind, set[Quarter]] = {kind: set() for kind in Kind}
        for meeting in meetings:
            quarter = Quarter.of(meeting.day or today)
            self._in.setdefault(quarter, []).append(meeting)
            if meeting.day and meeting.state in (State.HELD, State.ONGOING):
                self._held[meeting.kind].add(quarter)

    @property
    def quarters(self) -> Iterable[Quarter]:
        """Those with a conversation in them."""
        return self._in

    def of(self, quarter: Quarter) -> tuple[Meeting, ...]:
        """Return the conversations in a quarter."""
        return tuple(self._in.get(quarter, ()))

    def lack_of(self, quarter: Quarter) -> Lack | None:
        """Return the 1:1 that a quarter without conversation lacks: one of the four before had one."""
        if quarter in self._in or quarter.first > self.today:
            return None
        year_before = (Quarter(quarter.year - (number >= quarter.number), number) for number in range(1, 5))
        used = not self._held[Kind.QUARTERLY].isdisjoint(year_before)
        return Lack(Kind.QUARTERLY, quarter.last < self.today) if used else None

    def lacks_of(self, year: int) -> tuple[Lack, ...]:
        """Return which long conversations a year lacks.

        An evaluation where one was held the year before; it belongs to the last quarter, so it is not asked
        for earlier. An annual one where any conversation was held in an earlier year, unless evaluations
        took its place.
        """
        if year > self.today.year:
            return ()
        evaluates = any(quarter.year == year - 1 for quarter in self._held[Kind.EVALUATION])
        annual = self._was_held(Kind.ANNUAL, year) or (
            not evaluates and any(self._was_held(kind, year) for kind in Kind)
        )
        asked = {
            Kind.ANNUAL: annual,
            Kind.EVALUATION: evaluates and self.today >= Quarter(year, 4).first,
        }
        there = {meeting.kind for number in range(1, 5) for meeting in self.of(Quarter(year, number))}
        missed = year < self.today.year
        return tuple(Lack(kind, missed) for kind, is_asked in asked.items() if is_asked and kind not in there)

    def _was_held(self, kind: Kind, before: int) -> bool:
        """Whether one of that kind was held in a year before that one."""
        return any(quarter.year < before for quarter in self._held[kind])


def years_of(
    meetings: Sequence[Meeting],
    tallies: Mapping[Quarter, Tally],
    reflections: Mapping[Quarter, int],
    today: date,
) -> tuple[Year, ...]:
    """Return the years that there is something to tell of, the latest first; the present one always."""
    diary, now = Diary(meetings, today), Quarter.of(today)
    known = {now, *diary.quarters, *tallies, *reflections}
    told: dict[int, list[Stretch]] = {}
    for quarter in reversed(quarters(min(known).first, max(known).first)):
        lack = diary.lack_of(quarter)
        of_year = told.setdefault(quarter.year, [])
        if lack or quarter in known:
            tally = tallies.get(quarter, NOTHING)
            of_year.append(Stretch(quarter, diary.of(quarter), lack, tally, reflections.get(quarter)))
    years = (Year(number, diary.lacks_of(number), tuple(found)) for number, found in told.items())
    return tuple(year for year in years if year.lacks or year.stretches)
