"""A round: the conversations that an organisation holds in one season (D-C1, D-P3, D-P4)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Annotated

from annotated_types import MaxLen

from ijtui.domain.agenda import Kind
from ijtui.domain.limits import within_limits
from ijtui.domain.person import Person
from ijtui.errors import RuleBroken

if TYPE_CHECKING:  # whoever is only reminded of a round needs neither
    from ijtui.domain.post import Post
    from ijtui.domain.unit import Tree

_LONGEST = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Round:
    """What is held in a season, say "Annual 2026" from September to October, before the budget.

    A conversation counts for it when it is of its kind, not cancelled, of somebody who is in it, and on a
    day from the first of the season on: for a year, or three months where it is the quarterly one, and
    never after the next round that the person is in has begun. One without a day counts as booked while
    the round is open. So a late one is never refused and never lost.

    Attributes:
        template: id of the agenda that is booked, or "" for whichever of the kind one picks.
        first: the first day of the season.
        last: its last day.
        author: id of who made it.
        closed: the day it was closed, or None while it is open.
        units: ids of those whose people it is for, everything that is part of them included; none for all.
        id: 0 until stored.
    """

    name: Annotated[str, MaxLen(120)]
    first: date
    last: date
    kind: Kind = Kind.ANNUAL
    template: Annotated[str, MaxLen(60)] = ""
    author: int = 0
    made: date | None = None
    closed: date | None = None
    units: frozenset[int] = frozenset()
    id: int = 0
    version: int = 0

    @property
    def is_open(self) -> bool:
        """Whether people can still be added and taken out, and are reminded."""
        return self.closed is None

    @property
    def until(self) -> date:
        """The day from which no conversation counts for it any more, whatever comes after it."""
        months = 3 if self.kind is Kind.QUARTERLY else 12
        later = self.first.month - 1 + months
        month = date(self.first.year + later // 12, later % 12 + 1, 1)
        return max(self.last + timedelta(days=1), month + timedelta(days=self.first.day - 1))

    def checked(self) -> Round:
        """Return self if it can be stored.

        Raises:
            RuleBroken: no name, too long a one, or no season.
        """
        if not self.name.strip():
            raise RuleBroken("A round needs a name, for example “Annual 2026”.")
        if self.last < self.first:
            raise RuleBroken("The last day can't come before the first.")
        if self.last - self.first > _LONGEST:
            raise RuleBroken("A round lasts a year at most. Make another one for the next year.")
        return within_limits(self)

    def checked_as_open(self) -> Round:
        """Return self if it can be changed.

        Raises:
            RuleBroken: it is closed.
        """
        if not self.is_open:
            raise RuleBroken("“{name}” is closed. Open it again first.", name=self.name)
        return self

    def ended(self, today: date) -> Round:
        """Return it as closed on that day.

        Raises:
            RuleBroken: it is closed already.
        """
        return replace(self.checked_as_open(), closed=today)


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody in a round.

    Attributes:
        person: id of who.
        manager: id of the nearest manager when they came into it, or when it was closed.
        unit: name of the unit then.
        since: the day they came into it.
    """

    person: int
    manager: int | None
    unit: str
    since: date


@dataclass(frozen=True, slots=True)
class Strays:
    """How those in an open round differ from those whom it is for.

    Attributes:
        new: who belongs into it and is not in it, say since they were hired.
        gone: who is in it and works there no more.
    """

    new: tuple[Person, ...] = ()
    gone: tuple[Person, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.new or self.gone)


def belonging(
    this: Round, people: Iterable[Person], posts: Iterable[Post], tree: Tree, today: date
) -> tuple[Person, ...]:
    """Return whom a round is for: everybody who is led by somebody, or has a post, in one of its units.

    Somebody of whom posts are written down is where they say that day; of others it says the person.

    Args:
        this: the round.
        people: everybody in the file.
        posts: every post there is.
        tree: the units.
        today: the day on which one works there.
    """
    held: dict[int, list[Post]] = {}
    for post in posts:
        held.setdefault(post.person, []).append(post)
    wanted = frozenset[int]().union(*(tree.within(unit) for unit in this.units))

    def belongs(person: Person) -> bool:
        if person.id not in held:
            unit = tree.named(person.unit) if wanted else None
            here = not wanted or (unit is not None and unit.id in wanted)
            return here and person.manager is not None and not person.has_left(today)
        now = [post for post in held[person.id] if post.covers(today)]
        return any(not wanted or post.unit in wanted for post in now)

    return tuple(person for person in people if belongs(person))


def strays(members: Iterable[Member], wanted: Iterable[Person], people: Iterable[Person]) -> Strays:
    """Return who is missing in a round and who is too much in it."""
    inside = {member.person for member in members}
    belong = {person.id: person for person in wanted}
    return Strays(
        tuple(person for number, person in belong.items() if number not in inside),
        tuple(person for person in people if person.id in inside and person.id not in belong),
    )
