"""A way in to a shared file: who a login name belongs to, and from which day to which."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Office(StrEnum):
    """What somebody is in the organisation, beside employee and manager."""

    NONE = ""
    HR = "hr"  # counts, and reads nothing that was said (D-P2)


@dataclass(frozen=True, slots=True)
class Door:
    """How somebody came in, as the system says and not as they say themselves.

    Attributes:
        login: the name that the key or the system account belongs to.
        key: fingerprint of the SSH key that was used, or "" where none was.
        keys: fingerprints of all keys that the server knows to be that person's.
    """

    login: str
    key: str = ""
    keys: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Account:
    """One row of who may come in; login names are given again to others, so each has its days.

    Attributes:
        person: id of the person.
        number: the employee number, or "".
        since: the first day.
        until: the last day, or None while it is open.
    """

    login: str
    person: int
    since: date
    until: date | None = None
    number: str = ""
    office: Office = Office.NONE
    id: int = 0

    def is_open(self, day: date) -> bool:
        """Whether it lets its person in on that day."""
        return self.since <= day and (self.until is None or day <= self.until)
