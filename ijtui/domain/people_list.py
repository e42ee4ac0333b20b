"""A list of people from outside: what a row says, what is known already, and what would change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from ijtui.domain.person import Person
from ijtui.domain.post import Post
from ijtui.domain.posting import Posting
from ijtui.domain.unit import Tree, Unit
from ijtui.errors import BadInput


class Column(StrEnum):
    """What a column of the list says; none is needed but a number or a name, which may stand in two."""

    NUMBER = "number"
    NAME = "name"
    GIVEN = "given"
    FAMILY = "family"
    ROLE = "role"
    UNIT = "unit"
    ADMINISTRATION = "administration"
    ORGANISATION = "organisation"
    MANAGER = "manager"
    SINCE = "since"
    UNTIL = "until"


class Namesakes(StrEnum):
    """Who somebody with a number is, where somebody of that name is known without one."""

    SAME = "same"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Line:
    """One row: somebody, and one post of theirs. An empty cell says nothing, but for who has no manager.

    Attributes:
        row: as a spreadsheet counts them; the headings are row 1.
        manager: employee number or name of the nearest manager, or "" at the very top.
        since: first day of the post.
        until: last day of it.
    """

    row: int
    number: str = ""
    name: str = ""
    role: str = ""
    unit: str = ""
    administration: str = ""
    organisation: str = ""
    manager: str = ""
    since: date | None = None
    until: date | None = None

    @property
    def place(self) -> str:
        """The name of the unit that the post is in: the lowest that is named."""
        return self.unit or self.administration or self.organisation


@dataclass(frozen=True, slots=True)
class PeopleList:
    """Everything that was read.

    Attributes:
        source: the file's name as the person gave it.
        columns: those that are there.
        lines: by row.
        problems: what couldn't be read, each with its row.
    """

    source: str
    columns: frozenset[Column]
    lines: tuple[Line, ...]
    problems: tuple[BadInput, ...] = ()


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the list doesn't say itself.

    Attributes:
        on: the day on which begins what has no day of its own; None for today.
        end_missing: the last day of everybody who is not in the list; None to leave them alone.
        namesakes: None where nobody said.
    """

    on: date | None = None
    end_missing: date | None = None
    namesakes: Namesakes | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """What the file holds before the list is taken in.

    Attributes:
        people: by id.
        posts: of each person, the first one first.
        tree: all units.
        asker: id of who takes the list in.
        shared: whether others come in by doors of their own, so that the asker leads nobody else than before.
    """

    people: Mapping[int, Person]
    posts: Mapping[int, tuple[Post, ...]]
    tree: Tree
    today: date
    asker: int = 0
    shared: bool = False


class What(StrEnum):
    """What would change, in one word."""

    UNIT_NEW = "unit-new"
    UNIT_MOVED = "unit-moved"
    UNIT_KIND = "unit-kind"
    NEW = "new"
    BACK = "back"
    MOVES = "moves"
    LED = "led"
    ROLE = "role"
    NAME = "name"
    NUMBER = "number"
    ENDS = "ends"
    GOES_ON = "goes-on"
    CORRECTED = "corrected"
    FALLS_AWAY = "falls-away"
    NO_MANAGER = "no-manager"
    MANAGER_LEFT = "manager-left"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Told:
    """One line of what would change.

    Attributes:
        what: it is.
        name: of the person or unit.
        unit: name of the unit that it is about, or what a unit is to be part of.
        other: name of the manager, or what a name, number or role is to be.
        day: from which on, or until which.
    """

    what: What
    name: str
    unit: str = ""
    other: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Intended:
    """What is to be stored of one person.

    Attributes:
        person: as they will be; a number below 0 stands for somebody new.
        posting: what becomes of their posts; whoever's and whichever's numbers are below 0 are new.
    """

    person: Person
    posting: Posting = field(default_factory=lambda: Posting(()))


@dataclass(frozen=True, slots=True)
class Change:
    """Everything that a list would change; nothing where it says what is known already.

    Attributes:
        units: new ones, with numbers below 0, each after what it is part of.
        units_changed: those that are known and would be elsewhere.
        people: those who are new or would be changed, managers before those they lead.
        told: the same for a person to read.
        missing: how many are known and not in the list, and stay as they are.
    """

    units: tuple[Unit, ...] = ()
    units_changed: tuple[Unit, ...] = ()
    people: tuple[Intended, ...] = ()
    told: tuple[Told, ...] = ()
    missing: int = 0

    @property
    def is_nothing(self) -> bool:
        """Whether the list says nothing that is not known."""
        return not (self.units or self.units_changed or self.people)
