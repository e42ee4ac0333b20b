"""What goes on from one manager to the next, in one piece: kept in a file, or sent as one (D-M5)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Any

from annotated_types import Ge, Le, MaxLen

from ijtui.domain.action import Action
from ijtui.domain.canonical import canonical
from ijtui.domain.goal import Goal
from ijtui.domain.handover import Matter
from ijtui.domain.handover_items import MATTERS, Named, PackedAction, PackedGoal, Page, Uid

FORMAT = 1
"""Which form it has; a later ijtui may write another."""


@dataclass(frozen=True, slots=True)
class Package:
    """All that goes on of one employee.

    Attributes:
        id: the handover's uid.
        day: from which on the successor reads it.
        made: when it was put together.
        salt: random, so that nobody guesses the words from the hash.
        matters: what was chosen.
    """

    id: Uid
    employee: Named
    leaver: Named
    successor: Named
    day: date
    made: datetime
    salt: Annotated[str, MaxLen(120)]
    matters: Annotated[tuple[Matter, ...], MaxLen(len(Matter))]
    goals: Annotated[tuple[PackedGoal, ...], MaxLen(10_000)] = ()
    actions: Annotated[tuple[PackedAction, ...], MaxLen(10_000)] = ()
    pages: Annotated[tuple[Page, ...], MaxLen(10_000)] = ()
    format: Annotated[int, Ge(1), Le(10**6)] = FORMAT

    def body(self) -> bytes:
        """Return the one way to write it, as JSON in UTF-8."""
        return canonical(_plain(asdict(self)))

    def hash(self) -> str:
        """Return the SHA-256 of the one way to write it."""
        return hashlib.sha256(self.body()).hexdigest()

    def with_earlier(self, earlier: Iterable[Package]) -> Package:
        """Return it with the pages that the one who hands over was given before, of what is chosen again.

        The newer one of two pages that are the same stands.
        """
        handed = [page for package in earlier for page in package.pages]
        kept = {page.uid: page for page in handed if MATTERS[page.kind] in self.matters}
        own = {page.uid: page for page in self.pages}
        return replace(self, pages=tuple((kept | own).values()))

    def titles(self) -> Iterator[tuple[Matter, str]]:
        """Yield what a receipt says of it: agreements by their words, the rest by what it is about."""
        for goal in self.goals:
            if goal.is_open:
                yield Matter.AGREEMENTS, goal.title
        for action in self.actions:
            if action.is_open:
                yield Matter.AGREEMENTS, action.what
        for page in self.pages:
            day = f"{page.day} " if page.day else ""
            yield MATTERS[page.kind], f"{day}{page.title}"


@dataclass(frozen=True, slots=True)
class Receipt:
    """What both keep of a handover: what went on and what did not, never its content.

    Attributes:
        went: of each matter that went on, what it was about.
        stayed: how much there is of what did not.
        counted: how much went on of each matter, also when the titles have been weeded.
    """

    employee: str
    leaver: str
    successor: str
    day: date
    moved: date
    went: dict[Matter, tuple[str, ...]]
    stayed: dict[Matter, int]
    counted: dict[Matter, int]
    hash: str = ""

    def body(self) -> str:
        """Return it as it is stored, without the hash, which stands beside it."""
        plain = asdict(self)
        del plain["hash"]
        return canonical(_plain(plain)).decode()


def receipt_of(package: Package, moved: date, counts: Mapping[Matter, int]) -> Receipt:
    """Return the receipt of what went on.

    Args:
        package: what went on.
        moved: the day it did.
        counts: how much there is of each matter.
    """
    went: dict[Matter, tuple[str, ...]] = {matter: () for matter in Matter if matter in package.matters}
    for matter, title in package.titles():
        went[matter] = (*went.get(matter, ()), title)
    stayed = {matter: count for matter, count in counts.items() if count and matter not in went}
    names = (package.employee.name, package.leaver.name, package.successor.name)
    counted = {matter: len(titles) for matter, titles in went.items()}
    return Receipt(*names, package.day, moved, went, stayed, counted, package.hash())


def local_uid(file: str, thing: Goal | Action) -> str:
    """Return by what name a goal or an action is known in every file.

    Args:
        file: the name of the file where it lies.
        thing: as it is stored.
    """
    return thing.uid or f"{file}:{type(thing).__name__.lower()}:{thing.id}"


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    return str(value) if isinstance(value, StrEnum) else value
