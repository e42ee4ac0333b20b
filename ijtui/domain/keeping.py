"""How long each kind of record is kept, and what is held back from weeding (GDPR art. 5.1 e).

What is removed are words. Who talked when, what was agreed how often and kept, and the lines of the history
stay as rows, for the figures of earlier years are counted from them.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated

from annotated_types import MaxLen

from ijtui.domain.limits import within_limits
from ijtui.errors import RuleBroken

LONGEST = 1200
"""Months: a hundred years."""


class Sort(StrEnum):
    """The kinds of records that have a rule of their own, those that say most of a person first.

    A record that is of several kinds goes by the first of their rules that it falls under.
    """

    WORK_ENVIRONMENT = "work-environment"  # all that is written and answered under that heading, health too
    PREPARATION = "preparation"
    PRIVATE = "private-notes"
    FEEDBACK = "feedback"
    CHECK_IN = "check-ins"  # what is told between two conversations, and why a goal was not reached
    EARLIER = "earlier-versions"  # of texts, entries, goals and agreements
    DRAFT = "drafts"
    JOURNAL = "journal"
    RATING = "ratings"  # and the levels agreed, with reasons
    MATERIAL = "material"  # copies of all that a conversation looked back on
    NOTES = "shared-notes"
    PLAN = "plan"  # the words of goals, agreements and signed plans, reservations too
    CARE = "care"  # recognition, training, the next step in the role
    EXTRACT = "salary-extracts"
    MARK = "marks"  # "watch" and "risk", which the yearly follow-up counts


@dataclass(frozen=True, slots=True)
class Rule:
    """When a record is to be removed: by the first of the two that has come; None for never.

    Attributes:
        after: months after the conversation, or after the day that is written on the record.
        left: months after the person whom it is about, or who wrote it, has left.
    """

    after: int | None = None
    left: int | None = None


Rules = Mapping[Sort, Rule]


@dataclass(frozen=True, slots=True)
class Limits:
    """The days of one rule as seen from one day; "" for never. What is before is due."""

    after: str
    left: str


def limits(rule: Rule, on: date) -> Limits:
    """Return before which days something must lie to be due."""
    return Limits(*(earlier(on, months).isoformat() if months is not None else "" for months in
                    (rule.after, rule.left)))  # fmt: skip


def earlier(day: date, months: int) -> date:
    """Return the same day so many months before, or the last one of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    if year < date.min.year:
        return date.min
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


@dataclass(frozen=True, slots=True)
class Chosen:
    """The rules of a file, and who chose them when.

    Attributes:
        text: as they were written, with the reasons beside them.
        at: None for the rules that ship, which nobody has chosen yet.
    """

    rules: Rules
    text: str
    at: datetime | None = None
    author: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class Hold:
    """A legal hold: nothing of a person or of a conversation is weeded while it stands.

    Attributes:
        person: id, or None where it is about a conversation; everything with that person in it stays.
        conversation: id, or None where it is about a person.
        reason: in a few words; the person reads it in their own data.
        author: name of who asked for it.
        until: the day it was lifted, or None while it stands.
    """

    reason: Annotated[str, MaxLen(500)]
    author: str
    since: datetime
    person: int | None = None
    conversation: int | None = None
    until: datetime | None = None
    lifted_by: str = ""
    id: int = 0

    def checked(self) -> Hold:
        """Return self if it can be stored.

        Raises:
            RuleBroken: it gives no reason, or says too much.
        """
        if not self.reason.strip():
            raise RuleBroken("Say why nothing may be weeded: the case or the decision.")
        return within_limits(self)


@dataclass(frozen=True, slots=True)
class Part:
    """Some records of one kind about one person, in one conversation or between two.

    Attributes:
        table: where they lie.
        person: id of whom they are about, or who wrote what is theirs alone.
        number: how many.
        ids: of the rows, where they are numbered.
        held: they are due and stay, for something holds them.
    """

    sort: Sort
    table: str
    person: int
    conversation: int | None
    number: int
    ids: tuple[int, ...] = ()
    held: bool = False


@dataclass(frozen=True, slots=True)
class Counts:
    """How many records of one kind are removed, and how many are due and held back."""

    removed: int = 0
    held: int = 0


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a weeding removes: counts and ids, and never a text.

    Attributes:
        day: seen from which day things were due.
        at: when it was done; None for a list of what would be removed.
        author: name of who did it.
        chosen: when the rules were chosen; None where that was nobody.
        cleaned: when the file, its log and its pages were last made sure to hold nothing of it, or None.
        id: 0 for a list.
    """

    day: date
    parts: tuple[Part, ...]
    at: datetime | None = None
    author: str = ""
    chosen: datetime | None = None
    cleaned: datetime | None = None
    id: int = 0

    @property
    def removed(self) -> int:
        """How many records are removed."""
        return sum(part.number for part in self.parts if not part.held)

    @property
    def held(self) -> int:
        """How many are due and stay."""
        return sum(part.number for part in self.parts if part.held)

    def by_sort(self) -> Mapping[Sort, Counts]:
        """Return the counts of each kind of which there are any, in the order of the kinds."""
        found: dict[Sort, list[int]] = {}
        for part in self.parts:
            found.setdefault(part.sort, [0, 0])[part.held] += part.number
        return {sort: Counts(*found[sort]) for sort in Sort if sort in found}

    def numbered(self, *, held: bool = False) -> Mapping[str, tuple[int, ...]]:
        """Return the ids of the numbered rows by the table they lie in, in order."""
        found: dict[str, set[int]] = {}
        for part in self.parts:
            if part.held == held and part.ids:
                found.setdefault(part.table, set()).update(part.ids)
        return {table: tuple(sorted(ids)) for table, ids in sorted(found.items())}


def check_day(on: date, today: date, *, only_looking: bool) -> None:
    """Refuse to remove what is due on a day that is still to come.

    Raises:
        RuleBroken: it is not only a list that is asked for.
    """
    if on > today and not only_looking:
        raise RuleBroken("Only a day that has come can be weeded from. Add --dry-run to look ahead.")


def check_chosen(chosen: Chosen) -> None:
    """Refuse to remove anything by rules that nobody has chosen: archive law may forbid it.

    Raises:
        RuleBroken: they are the rules that ship.
    """
    if chosen.at is None:
        raise RuleBroken(
            "Nobody has chosen yet how long things are kept here, and the law on archives may forbid to "
            "remove them. Write the rules to a file with --rules, settle them by your document plan, and "
            "choose them with --choose FILE."
        )
