"""The conversations of the made-up municipality: a season a year, and what comes of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from random import Random

from ijtui.domain.agenda import Agenda
from ijtui.domain.conversation import Conversation, State
from ijtui.domain.person import Person
from ijtui.services.demo.municipality_staff import Staff
from ijtui.services.demo.municipality_tree import Layout, Seat
from ijtui.services.demo.municipality_words import Words

_SEASON = 78
"""Working days from the first of September: until a week before Christmas."""

_A_WEEK = 5
_HOURS = (time(9), time(10, 30), time(13), time(14, 30))
_NONE, _CALLED_OFF, _LATE = 0.04, 0.01, 0.02
"""How likely nobody books it, it is called off, or it is booked and not held before another is."""


@dataclass(frozen=True, slots=True)
class Booking:
    """A conversation as it is booked.

    Attributes:
        at: when somebody booked it.
        state: what has become of it by today.
    """

    seat: Seat
    conversation: Conversation
    at: datetime
    state: State


class Season:
    """Books the conversations of one year.

    Args:
        layout: who leads whom.
        staff: who sits where.
        people: everybody, each where the number before theirs says.
        words: places to talk.
        agenda: the template of all of them.
        today: what is later is only booked, what would be booked later is not.
        chance: decides.
    """

    def __init__(
        self,
        layout: Layout,
        staff: Staff,
        people: list[Person],
        words: Words,
        agenda: Agenda,
        today: date,
        chance: Random,
    ) -> None:
        self._staff = staff
        self._people = people
        self._words = words
        self._agenda = agenda
        self._today = today
        self._chance = chance
        self._teams: dict[int, list[Seat]] = {}
        for seat in layout.seats:
            if seat.boss is not None:
                self._teams.setdefault(seat.boss, []).append(seat)

    def bookings(self, year: int) -> list[Booking]:
        """Return what is booked for that year's season, in the order in which it is booked."""
        found = [booking for team in self._teams.values() for booking in self._team(team, year)]
        return sorted(found, key=lambda booking: (booking.at, booking.seat.number))

    def _team(self, team: list[Seat], year: int) -> Iterator[Booking]:
        """Yield those of one manager, spread over the season so that no two meet."""
        span = _SEASON if year == self._today.year else _SEASON * 2 // 3
        step = span / len(team)
        for number, seat in enumerate(team):
            told, days = self._chance.random(), int(number * step + self._chance.random() * max(step - 1, 0))
            starts = datetime.combine(_working_day(year, days), self._chance.choice(_HOURS))
            booked = _booked_before(starts, self._chance)
            if told >= _NONE and booked.date() <= self._today:
                yield self._booking(seat, starts, booked, told)

    def _booking(self, seat: Seat, starts: datetime, booked: datetime, told: float) -> Booking:
        day = starts.date()
        employee, boss = self._staff.holder(seat.number, day), self._staff.holder(seat.boss or 0, day)
        conversation = Conversation(
            self._agenda,
            self._people[employee - 1],
            self._people[boss - 1],
            starts,
            self._chance.choice(self._words.places_of_talks),
            self._agenda.minutes,
            version=1,
        )
        return Booking(seat, conversation, booked, self._state(day, told))

    def _state(self, day: date, told: float) -> State:
        if told < _NONE + _CALLED_OFF:
            return State.CANCELLED
        if day >= self._today or (told < _NONE + _CALLED_OFF + _LATE and day.year == self._today.year):
            return State.BOOKED
        return State.HELD


def numbered(booking: Booking, number: int) -> Booking:
    """Return it with the number that it is stored by."""
    return replace(booking, conversation=replace(booking.conversation, id=number))


def _working_day(year: int, days: int) -> date:
    """Return the working day that comes so many after the first one of September."""
    first = date(year, 9, 1)
    monday = first - timedelta(days=first.weekday())
    weeks, left = divmod(max(days, first.weekday() if first.weekday() < _A_WEEK else _A_WEEK), _A_WEEK)
    return monday + timedelta(weeks=weeks, days=left)


def _booked_before(starts: datetime, chance: Random) -> datetime:
    day = starts.date() - timedelta(days=chance.randrange(14, 42))
    return datetime.combine(day - timedelta(days=max(0, day.weekday() - 4)), time(8, chance.randrange(60)))
