"""What the answers about the work environment add up to: by unit and question, of nobody by name (D-A2).

The yearly follow-up of the systematic work-environment management needs to know where something is at risk
and whether something is done about it. A question is the same one in every edition of its template, for it
keeps its id. What is told is chosen for each question by itself, by how many were asked (`domain.floor`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date

from ijtui.domain.figure import added
from ijtui.domain.floor import Hidden


@dataclass(frozen=True, slots=True)
class Answers:
    """How the answers to one question were judged; each risk is in at most one of the last four.

    Attributes:
        asked: in how many conversations that were held the question was talked through.
        watch: of these, to be watched.
        risk: of these, a risk.
        done: risks where all that was agreed is carried out.
        going_on: risks where something agreed goes on.
        late: risks where the last day of something agreed has passed.
        undone: risks where what was agreed ended and was not, or only in part, carried out.
    """

    asked: int = 0
    watch: int = 0
    risk: int = 0
    done: int = 0
    going_on: int = 0
    late: int = 0
    undone: int = 0

    def __add__(self, other: Answers) -> Answers:
        """Return how those and these were judged together."""
        return added(self, other)

    @property
    def acted(self) -> int:
        """Risks that something was agreed about."""
        return self.done + self.going_on + self.late + self.undone


COUNTS = tuple(name.name for name in fields(Answers))


@dataclass(frozen=True, slots=True, order=True)
class Asked:
    """A question, whatever the edition of its template."""

    template: str
    question: str


@dataclass(frozen=True, slots=True)
class Heard:
    """What those said to a question whom one manager talked with in one unit.

    Attributes:
        unit: name of the unit where they worked that day, or "".
        manager: id of the manager who held the conversations.
        people: how many they are; each counts once a year.
        answers: how it was judged, or None where that is not for the one who asks.
        heads: how many of them have talked with others of the unit as their manager.
    """

    asked: Asked
    unit: str
    manager: int
    people: int
    answers: Answers | None
    heads: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """The answers to one question in one part of the organisation.

    Attributes:
        unit: name of the unit; "" for those in none, and for everybody where `depth` is 0.
        depth: how deep the unit lies; 0 for the top, which everybody is in.
        manager: id of the manager whose people alone are counted; 0 for all in the unit.
        answers: None where they are not told.
        why: why they are not.
        is_for_me: they are of so few people that only the one who asks, who was there, is told.
    """

    unit: str
    depth: int
    manager: int = 0
    answers: Answers | None = None
    why: Hidden | None = None
    is_for_me: bool = False


@dataclass(frozen=True, slots=True)
class Topic:
    """One question with what is told of it.

    Attributes:
        title: what it is called, or "" where so few were asked that its words could name somebody.
    """

    asked: Asked
    title: str
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class WorkEnvironment:
    """What somebody is told of a year.

    Attributes:
        day: when it was counted.
        floor: how few people are too few to be told of.
        topics: the questions.
        names: of the managers whose people are counted by themselves, by id.
    """

    year: int
    day: date
    floor: int
    topics: tuple[Topic, ...]
    names: Mapping[int, str]

    def inside(self, unit: str) -> WorkEnvironment:
        """Return it of that unit alone, whatever its capitals, with what is part of it."""
        cut = (replace(topic, lines=tuple(_inside(topic, unit.casefold()))) for topic in self.topics)
        return replace(self, topics=tuple(topic for topic in cut if topic.lines))

    def by_place(self) -> Mapping[tuple[str, int], tuple[tuple[Topic, Line], ...]]:
        """Return what is told of each unit, or of each manager in it, in the order of the tree."""
        found: dict[tuple[str, int], tuple[tuple[Topic, Line], ...]] = {}
        for topic in sorted(self.topics, key=lambda topic: -len(topic.lines)):
            for line in topic.lines:
                found.setdefault((line.unit, line.manager), ())
        for topic in self.topics:
            for line in topic.lines:
                found[line.unit, line.manager] += ((topic, line),)
        return found


def _inside(topic: Topic, unit: str) -> Iterator[Line]:
    """Yield the lines of the unit and of all that lie deeper right after it."""
    above: int | None = None
    for line in topic.lines:
        if above is None or line.depth <= above:
            above = line.depth if line.unit.casefold() == unit else None
        if above is not None:
            yield line
