"""A conversation between an employee and the nearest manager, from booking to held (D-C)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Annotated

from annotated_types import Ge, Le, MaxLen

from ijtui.domain.agenda import Agenda, Question, Station, StationKey
from ijtui.domain.limits import within_limits
from ijtui.domain.person import Person
from ijtui.errors import RuleBroken


class Party(StrEnum):
    """The two who talk."""

    EMPLOYEE = "employee"
    MANAGER = "manager"

    @property
    def other(self) -> Party:
        """The one on the other side of the table."""
        return Party.MANAGER if self is Party.EMPLOYEE else Party.EMPLOYEE


class State(StrEnum):
    """How far a conversation has come."""

    BOOKED = "booked"
    ONGOING = "ongoing"
    HELD = "held"
    CANCELLED = "cancelled"


class Mark(StrEnum):
    """How an answer about the work environment is judged by the two (D-A2)."""

    FINE = "fine"
    WATCH = "watch"
    RISK = "risk"


@dataclass(frozen=True, slots=True)
class Progress:
    """Where one question stands in one conversation.

    Attributes:
        done: the two have talked about it.
        parked: put aside for the end or for next time.
        mark: fine, watch or risk; only the work environment uses it.
        choice: "yes", "no" or "" for a yes-or-no question.
    """

    done: bool = False
    parked: bool = False
    mark: Mark | None = None
    choice: str = ""


@dataclass(frozen=True, slots=True)
class Conversation:
    """One conversation and the template as it was when it was booked.

    Attributes:
        starts: local time, naive, or None while no time is set.
        minutes: planned length.
        edition: how many times the two have concluded it; 0 before the first time (D-M4).
        progress: by question id; a question without a row has the default.
        used: seconds spent per station.
        checked: ids of the checklist lines that are done.
        opened: parties who have opened their preparation to the other (one-way).
        began: when the two began to talk, or None; says in which order conversations were held.
    """

    agenda: Agenda
    employee: Person
    manager: Person
    starts: datetime | None = None
    place: Annotated[str, MaxLen(200)] = ""
    minutes: Annotated[int, Ge(5), Le(480)] = 60
    state: State = State.BOOKED
    edition: int = 0
    progress: Mapping[str, Progress] = field(default_factory=lambda: MappingProxyType({}))
    used: Mapping[StationKey, int] = field(default_factory=lambda: MappingProxyType({}))
    checked: frozenset[str] = frozenset()
    opened: frozenset[Party] = frozenset()
    id: int = 0
    version: int = 0
    began: datetime | None = None

    def checked_for_booking(self) -> Conversation:
        """Return self if it can be stored.

        Raises:
            RuleBroken: the same person on both sides of the table, no sensible length, too long a place.
        """
        if self.employee.id == self.manager.id:
            raise RuleBroken("A conversation needs two people: the employee and the manager are the same.")
        if not 5 <= self.minutes <= 480:
            raise RuleBroken("A conversation takes between 5 and 480 minutes.")
        return within_limits(self)

    def person(self, party: Party) -> Person:
        """Return who that party is."""
        return self.employee if party is Party.EMPLOYEE else self.manager

    def party_of(self, person: Person) -> Party | None:
        """Return the side that person sits on, or None."""
        if person.id == self.employee.id:
            return Party.EMPLOYEE
        return Party.MANAGER if person.id == self.manager.id else None

    def progress_of(self, question: Question) -> Progress:
        """Return where that question stands."""
        return self.progress.get(question.id, Progress())

    def parked(self) -> tuple[Question, ...]:
        """The questions that are put aside, in the agenda's order."""
        return tuple(question for question in self.agenda.questions() if self.progress_of(question).parked)

    def is_done(self, station: Station) -> bool:
        """Whether every question of that station is talked through or parked; an empty one never is."""
        states = [self.progress_of(question) for question in station.questions]
        return bool(states) and all(state.done or state.parked for state in states)

    def begun(self, at: datetime) -> Conversation:
        """Return it as going on since `at`; one that began stays.

        One that had no date yet, or a later day's, has this one from now on: nothing is held in the future.
        One whose day has passed keeps its date, for it may be written down afterwards.

        Raises:
            RuleBroken: it was cancelled.
        """
        if self.state is State.CANCELLED:
            raise RuleBroken("This conversation is cancelled; book a new one.")
        if self.state is not State.BOOKED:
            return self
        early = self.starts is None or self.starts.date() > at.date()
        starts = at.replace(second=0, microsecond=0) if early else self.starts
        return replace(self, state=State.ONGOING, began=at.replace(microsecond=0), starts=starts)

    def moved(self, starts: datetime | None, place: str, minutes: int, today: date) -> Conversation:
        """Return it with another time and place; one put off to a later day has not begun after all.

        Raises:
            RuleBroken: no sensible length, too long a place.
        """
        moved = replace(self, starts=starts, place=place, minutes=minutes).checked_for_booking()
        if self.state is State.ONGOING and starts is not None and starts.date() > today:
            return replace(moved, state=State.BOOKED, began=None)
        return moved

    def concluded(self) -> Conversation:
        """Return it as held, in its next edition (D-M4).

        Raises:
            RuleBroken: it never began.
        """
        if self.state in (State.BOOKED, State.CANCELLED):
            raise RuleBroken("Start the conversation before you conclude it.")
        return replace(self, state=State.HELD, edition=self.edition + 1)

    def cancelled(self) -> Conversation:
        """Return it as cancelled.

        Raises:
            RuleBroken: it has already been held.
        """
        if self.state is State.HELD:
            raise RuleBroken("A conversation that has been held can't be cancelled.")
        return replace(self, state=State.CANCELLED)
