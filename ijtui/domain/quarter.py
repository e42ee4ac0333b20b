"""The quarters of a year, in which goals are revised and reflections written (D-C2, D-G1, D-J2)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from ijtui.errors import BadInput

_YEAR = re.compile(r"(?!0000)\d{4}", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """Three months.

    Attributes:
        number: 1 to 4.
    """

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> Quarter:
        """Return the quarter that day lies in."""
        return cls(day.year, (day.month + 2) // 3)

    @classmethod
    def read(cls, text: str) -> Quarter:
        """Return the quarter written as `2026-Q4`, which is how it is stored.

        Raises:
            BadInput: it is written otherwise.
        """
        year, dash, number = text.partition("-Q")
        if not dash or not _YEAR.fullmatch(year) or number not in ("1", "2", "3", "4"):
            raise BadInput("Write a quarter as 2026-Q4.")
        return cls(int(year), int(number))

    def __str__(self) -> str:
        return f"{self.year:04}-Q{self.number}"

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, 3 * self.number - 2, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return date(self.year, 3 * self.number, 31 if self.number in (1, 4) else 30)

    @property
    def next(self) -> Quarter:
        """The quarter after it."""
        return Quarter(self.year + self.number // 4, self.number % 4 + 1)

    @property
    def previous(self) -> Quarter:
        """The quarter before it."""
        return Quarter(self.year - (self.number == 1), (self.number + 2) % 4 + 1)

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


def quarters(first: date, last: date) -> tuple[Quarter, ...]:
    """Return every quarter that has a day between these two, both included."""
    found, quarter, end = [], Quarter.of(first), Quarter.of(last)
    while quarter <= end:
        found.append(quarter)
        quarter = quarter.next
    return tuple(found)
