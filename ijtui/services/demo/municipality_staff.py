"""Who sits where in the made-up municipality: people come, move, leave and come back."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from ijtui.domain.person import Person
from ijtui.domain.post import Post
from ijtui.domain.posting import as_posted
from ijtui.domain.unit import Tree
from ijtui.services.demo.municipality_names import names
from ijtui.services.demo.municipality_tree import Layout, Seat

_LEAVES, _MOVES, _COMES_BACK = 0.03, 0.02, 0.08
"""How likely in a year; the last is of those who left, when a seat is free."""

_FIRST_NUMBER = 10_001
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Somebody in a seat from a day on."""

    since: date
    person: int


class Staff:
    """The people of the municipality and their seats over the years; the owner of the file is number 1.

    Args:
        layout: the seats.
        years: from the first to the last.
        today: nothing changes after it.
        chance: decides.
    """

    def __init__(self, layout: Layout, years: range, today: date, chance: Random) -> None:
        self._layout = layout
        self._chance = chance
        self._today = today
        self._begins = date(years[0], 1, 1)
        self.people: list[Person] = []
        self.came: list[date] = []
        self._gone: list[int] = []
        self._leaving: list[int] = []
        self._left: dict[int, list[date]] = {}
        self._stretches: list[list[Stretch]] = [[] for _seat in layout.seats]
        self._sit_down()
        for year in years:
            self._change(year)

    def holder(self, seat: int, day: date) -> int:
        """Return who has the seat on that day, by id."""
        stretches = self._stretches[seat]
        return stretches[bisect_right(stretches, day, key=lambda each: each.since) - 1].person

    def stays(self, person: int, since: date, until: date) -> bool:
        """Whether somebody does not leave between two days."""
        return not any(since <= day <= until for day in self._left.get(person, ()))

    def endings(self) -> Iterator[tuple[int, date]]:
        """Yield who worked for the last time on which day."""
        for person, days in self._left.items():
            yield from ((person, day - _DAY) for day in days)

    def posts(self) -> list[Post]:
        """Return every post there was, by its first day."""
        found = [post for seat in self._layout.seats for post in self._posts_of(seat)]
        return sorted(found, key=lambda post: (post.since, post.person))

    def _posts_of(self, seat: Seat) -> Iterator[Post]:
        """Yield the posts of one seat: a new one for each who has it and each who leads it."""
        bosses = self._stretches[seat.boss] if seat.boss is not None else []
        turns = {each.since for each in (*self._stretches[seat.number], *bosses)}
        days = sorted(turns)
        for since, then in zip(days, (*days[1:], None), strict=True):
            boss = self.holder(seat.boss, since) if seat.boss is not None else None
            person = self.holder(seat.number, since)
            yield Post(person, seat.unit, since, boss, seat.role, then - _DAY if then else None)

    def _sit_down(self) -> None:
        """Fill every seat on the first day, the owner's first."""
        seats = sorted(self._layout.seats, key=lambda seat: seat.number != self._layout.owner)
        for seat in seats:
            self._take(seat, self._hire(self._begins), self._begins)

    def _take(self, seat: Seat, person: int, day: date) -> None:
        self._stretches[seat.number].append(Stretch(day, person))

    def _hire(self, day: date) -> int:
        if self._gone and self._chance.random() < _COMES_BACK:
            return self._gone.pop(self._chance.randrange(len(self._gone)))
        name = f"{self._chance.choice(names().first)} {self._chance.choice(names().last)}"
        number = len(self.people) + 1
        self.people.append(Person(name, id=number, version=1, number=str(_FIRST_NUMBER + len(self.people))))
        self.came.append(day)
        return number

    def _change(self, year: int) -> None:
        """Let some leave and some move, on the first of a month in spring or summer."""
        movers = []
        for seat in self._layout.seats:
            told = self._chance.random()
            if seat.number == self._layout.owner:
                continue
            if told < _LEAVES:
                self._replace(seat, self._day_in(year))
            elif told < _LEAVES + _MOVES and not seat.leads:
                movers.append(seat)
        self._chance.shuffle(movers)
        for one, other in zip(movers[::2], movers[1::2], strict=False):
            self._swap(one, other, self._day_in(year))
        self._gone += self._leaving
        self._leaving.clear()

    def _day_in(self, year: int) -> date:
        return date(year, self._chance.randrange(2, 9), 1)

    def _replace(self, seat: Seat, day: date) -> None:
        if day <= self._today:
            leaves = self._stretches[seat.number][-1].person
            self._take(seat, self._hire(day), day)
            self._leaving.append(leaves)
            self._left.setdefault(leaves, []).append(day)

    def _swap(self, one: Seat, other: Seat, day: date) -> None:
        if day <= self._today and one.unit != other.unit:
            first, second = (self._stretches[seat.number][-1].person for seat in (one, other))
            self._take(one, second, day)
            self._take(other, first, day)

    def settled(self) -> list[Person]:
        """Return everybody as their newest post says."""
        tree = Tree.of(self._layout.units)
        posts: dict[int, list[Post]] = {}
        for post in self.posts():
            posts.setdefault(post.person, []).append(post)
        return [as_posted(person, posts[person.id], tree, self._today) for person in self.people]
