"""A filled municipality: thousands of people, ten years of conversations, nothing of it real.

Nobody could press all the keys, so the rows are written as the services would have left them, through the
same domain and the same repositories; the same size, language and day always give the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path
from random import Random

from ijtui import paths
from ijtui.content.agenda import trusted_agenda
from ijtui.content.source import read_file
from ijtui.data.bulk import Bulk, in_bulk
from ijtui.data.milestone import Milestones
from ijtui.data.person import People
from ijtui.data.post import Posts
from ijtui.data.unit import Units
from ijtui.domain.agenda import Agenda
from ijtui.domain.milestone import Milestone
from ijtui.domain.person import Part, Person
from ijtui.domain.round import Round
from ijtui.domain.unit import Unit, UnitKind
from ijtui.services.demo.municipality_book import Book
from ijtui.services.demo.municipality_plans import Plans
from ijtui.services.demo.municipality_staff import Staff
from ijtui.services.demo.municipality_talks import Season, numbered
from ijtui.services.demo.municipality_tree import laid_out
from ijtui.services.demo.municipality_words import read_words
from ijtui.services.demo.new_file import new_file
from ijtui.services.desk import Desk

PEOPLE, YEARS = 5000, 10
_AGENDA = "annual-municipality-b"
_OWNER = 1
_SEED = 47

Told = Callable[[int], None]
"""Is told after each year which one it was."""


def fill_municipality(
    path: Path,
    language: str,
    today: date,
    *,
    people: int = PEOPLE,
    years: int = YEARS,
    told: Told = lambda _year: None,
) -> None:
    """Make a file and fill it with a municipality, which the head of its HR owns.

    Args:
        path: the new file.
        language: of the texts and of the agenda, "sv" or "en".
        today: the day on which it plays, in the last of the years.
        people: how many work there at a time, 12 at least.
        years: how many there are, each with a season of conversations.
        told: hears after each year that it is written.

    Raises:
        BadInput: there is something of that name already.
        StorageFailed: the file can't be made; nothing is left behind.
    """
    with new_file(path, str, lambda: datetime.combine(today, time(8))) as desk:
        with in_bulk(desk.store) as bulk:
            bulk.made_on(today)
            municipality = _Municipality(bulk, language, today, people, years)
            for year in municipality.years:
                municipality.play(year)
                told(year)
            municipality.finish()
        _count(desk, read_words(language).round, today.year)


def _count(desk: Desk, name: str, year: int) -> None:
    """Let HR follow this year's season as a round, and set what is to be reached, as the example has it."""
    owner = desk.people.get(Person(""), _OWNER)
    season = date(year, 9, 1), date(year, 10, 31)
    desk.rounds.add(owner, Round(name.format(year=year), *season, template=_AGENDA))
    desk.figure.take_over_example(owner)


class _Municipality:
    """A municipality on its way through the years."""

    def __init__(self, bulk: Bulk, language: str, today: date, people: int, years: int) -> None:
        self.years = range(today.year - years + 1, today.year + 1)
        chance = Random(_SEED)
        self._words = read_words(language)
        self._layout = laid_out(people, self._words, chance)
        self._staff = Staff(self._layout, self.years, today, chance)
        self._book = Book(bulk, _agenda(language))
        everybody = self._staff.settled()
        self._season = Season(
            self._layout, self._staff, everybody, self._words, self._book.agenda, today, chance
        )
        self._plans = Plans(self._book, self._staff, self._words, today, chance)
        self._chance = chance
        self._today = today
        self._begin()

    def _begin(self) -> None:
        """Write down who works where, day by day; whose file it is comes first."""
        bulk, first = self._book.bulk, datetime(self.years[0], 1, 1, 8)  # noqa: DTZ001 - local like every time
        everybody = self._staff.settled()
        for person in everybody:
            People(bulk).add(person)
        bulk.flush()
        People(bulk).set_owner(everybody[0], Part.BOTH)
        self._book.note(_OWNER, "added", f"person:{_OWNER}", first)
        for unit in self._layout.units:
            Units(bulk).add(replace(unit, id=0))
            self._book.note(_OWNER, "added", f"unit:{unit.id}", first)
        for number, came in enumerate(self._staff.came[1:], _OWNER + 1):
            self._book.note(_OWNER, "added", f"person:{number}", datetime.combine(came, time(8)))
        for post in self._staff.posts():
            Posts(bulk).add(post)
            self._book.note(_OWNER, "moved", f"person:{post.person}", datetime.combine(post.since, time(8)))
        for number, last in self._staff.endings():
            self._book.note(_OWNER, "ended", f"person:{number}", datetime.combine(last, time(8)))

    def play(self, year: int) -> None:
        """Let a year pass."""
        milestones = self._milestones(year)
        bookings = [
            numbered(booking, self._book.bulk.next_id("conversation"))
            for booking in self._season.bookings(year)
        ]
        for booking in bookings:
            now = booking.conversation
            self._book.note(now.manager.id, "booked", f"conversation:{now.id}", booking.at, now.id)
        for booking in sorted(
            bookings, key=lambda booking: (booking.conversation.starts, booking.seat.number)
        ):
            self._plans.hold(booking, milestones[booking.seat.unit])
        for person, last in self._staff.endings():
            if last.year == year:
                self._plans.see_off(person, last)
        self._book.close(year)

    def finish(self) -> None:
        """Write what is still open."""
        self._plans.finish()

    def _milestones(self, year: int) -> dict[int, list[Milestone]]:
        """Write down what is to be reached that year, and return by unit what its goals can serve."""
        lines = self._chance.sample(range(len(self._words.milestones)), 3)
        found: dict[int, dict[int, Milestone]] = {}
        for unit in self._layout.units:
            above = found.get(unit.parent or 0, {})
            chosen = lines if unit.kind is not UnitKind.UNIT else self._chance.sample(lines, 1)
            found[unit.id] = {line: self._milestone(unit, year, line, above.get(line)) for line in chosen}
        return {unit: [*items.values()] for unit, items in found.items()}

    def _milestone(self, unit: Unit, year: int, line: int, above: Milestone | None) -> Milestone:
        title = self._words.milestones[line][unit.kind.value]
        new = Milestone(unit.name, year, title, serves=above.id if above else None)
        stored = Milestones(self._book.bulk).add(new)
        at = datetime.combine(min(date(year, 1, 10), self._today), time(7))
        self._book.note(_OWNER, "added", f"milestone:{stored.id}", at)
        return stored


def _agenda(language: str) -> Agenda:
    """Return the agenda as it ships; a person's own must not change the example."""
    path = paths.CONTENT / language / "agendas" / f"{_AGENDA}.md"
    return trusted_agenda(read_file(path), str(path), language)
