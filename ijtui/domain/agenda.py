"""What a conversation goes through: stations, sections and questions (D-A)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from annotated_types import Ge, Le, MaxLen, MinLen

Id = Annotated[str, MinLen(1), MaxLen(60)]
Line = Annotated[str, MinLen(1), MaxLen(500)]


class Kind(StrEnum):
    """The conversations of D-C."""

    ANNUAL = "annual"
    QUARTERLY = "quarterly"
    EVALUATION = "evaluation"
    ONBOARDING = "onboarding"


class StationKey(StrEnum):
    """The stations there are, in the order in which they are walked (D-A1 to D-A4, D-C2)."""

    YEAR_BEHIND = "year_behind"
    WORK_ENVIRONMENT = "work_environment"
    FEEDBACK = "feedback"  # both ways; the annual conversation has it in its work environment
    FUTURE = "future"
    DEVELOPMENT_PLAN = "development_plan"


ANNUAL = tuple(key for key in StationKey if key is not StationKey.FEEDBACK)
"""The four that an annual conversation has, all of them (D-A)."""


def allowed(kind: Kind) -> tuple[StationKey, ...]:
    """Return the stations that an agenda of that kind can have, in their order."""
    return ANNUAL if kind is Kind.ANNUAL else tuple(StationKey)


def is_complete(kind: Kind, keys: tuple[StationKey, ...]) -> bool:
    """Whether an agenda of that kind can consist of these stations.

    An annual one has its four. The others have at least one and may leave out what they don't need;
    the order is the same for all.
    """
    if kind is Kind.ANNUAL:
        return keys == ANNUAL
    return bool(keys) and keys == tuple(key for key in StationKey if key in keys)


class Who(StrEnum):
    """Who prepares a question or has a task before the conversation."""

    BOTH = "both"
    EMPLOYEE = "employee"
    MANAGER = "manager"


class Ask(StrEnum):
    """How a question is answered."""

    TEXT = "text"
    YES_NO = "yes-no"  # a side job: "no" is an answer (D-A5)


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to talk about.

    Attributes:
        id: unique in the agenda, kept between editions so that answers can be compared.
        text: the question itself, one line.
        title: a few words for lists; the question's beginning where the author gave none.
        who: who is asked to prepare an answer.
        hint: one line of help, or "".
    """

    id: Id
    text: Line
    title: Annotated[str, MaxLen(80)]
    who: Who = Who.BOTH
    ask: Ask = Ask.TEXT
    hint: Annotated[str, MaxLen(500)] = ""

    def is_for(self, party: str) -> bool:
        """Whether that party (`employee` or `manager`) is asked to prepare it."""
        return self.who in (Who.BOTH, party)


@dataclass(frozen=True, slots=True)
class Section:
    """Questions under one heading inside a station; the title may be empty."""

    title: Annotated[str, MaxLen(200)]
    questions: tuple[Question, ...] = ()


@dataclass(frozen=True, slots=True)
class Station:
    """One of the parts of a conversation.

    Attributes:
        title: the heading in the agenda's own language.
        minutes: planned time.
        intro: what the station is for, one or two sentences, or "".
    """

    key: StationKey
    title: Annotated[str, MinLen(1), MaxLen(200)]
    minutes: Annotated[int, Ge(0), Le(480)] = 0
    intro: Annotated[str, MaxLen(2000)] = ""
    sections: tuple[Section, ...] = ()

    @property
    def questions(self) -> tuple[Question, ...]:
        """All questions of the station in order."""
        return tuple(question for section in self.sections for question in section.questions)


@dataclass(frozen=True, slots=True)
class Task:
    """A line of the checklist before a conversation (D-P1)."""

    id: Id
    text: Line
    who: Who = Who.BOTH


@dataclass(frozen=True, slots=True)
class Agenda:
    """A template as it is used: its stations each once, in order; see `is_complete`.

    Attributes:
        id: the template's name ("annual"), unique within language and owner.
        language: "sv" or "en": the template's own.
        minutes: planned length of the whole conversation.
        checklist: what to do before, D-P1.
        version: under which number the organisation published it; 0 of any other template.
    """

    id: Id
    title: Annotated[str, MinLen(1), MaxLen(200)]
    language: Annotated[str, MaxLen(8)]
    kind: Kind
    minutes: Annotated[int, Ge(5), Le(480)]
    stations: tuple[Station, ...]
    checklist: tuple[Task, ...] = ()
    version: Annotated[int, Ge(0)] = 0

    @property
    def order(self) -> tuple[StationKey, ...]:
        """The keys of its stations in the order in which they are walked."""
        return tuple(station.key for station in self.stations)

    def station(self, key: StationKey) -> Station:
        """Return the station with that key."""
        return next(station for station in self.stations if station.key == key)

    def first_of(self, *keys: StationKey) -> StationKey:
        """Return the first of these stations that it has; its last one where it has none of them."""
        return next((key for key in keys if key in self.order), self.order[-1])

    def questions(self) -> Iterator[Question]:
        """All questions in the order in which they are asked."""
        for station in self.stations:
            yield from station.questions

    def question(self, question_id: str) -> Question | None:
        """Return the question with that id, or None."""
        return next((question for question in self.questions() if question.id == question_id), None)

    def station_of(self, question_id: str) -> Station | None:
        """Return the station where that question is asked, or None."""
        asking = (part for part in self.stations if any(item.id == question_id for item in part.questions))
        return next(asking, None)

    def asked_of(self, party: str) -> tuple[Question, ...]:
        """The questions which that party is asked to prepare."""
        return tuple(question for question in self.questions() if question.is_for(party))
