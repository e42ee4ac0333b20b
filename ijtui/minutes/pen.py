"""How one form of the minutes writes: in which language, and what it must make harmless."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from ijtui import dates
from ijtui.clean import clean_line
from ijtui.minutes.escape import line
from ijtui.minutes.typed import typed
from ijtui.words import Words

NOTHING = "–"
"""Stands in a table where nothing is known."""


@dataclass(frozen=True, slots=True)
class Pen:
    """Writes what people typed, and the program's own words beside it.

    Attributes:
        words: the language of the conversation's template.
        mdx: for Docusaurus, see `typed`.
    """

    words: Words
    mdx: bool = False

    def line(self, text: str) -> str:
        """Return the text as one line that is shown exactly as it stands; never put it first on a line."""
        return line(clean_line(text), self.mdx)

    def cell(self, text: str) -> str:
        """Return the text for a table, a dash for none."""
        return self.line(text) or NOTHING

    def block(self, text: str) -> str:
        """Return the text as Markdown blocks, or ""."""
        return typed(text, self.mdx)

    def day(self, day: date | None) -> str:
        """Return the day for a table, a dash for none."""
        return day.isoformat() if day else NOTHING

    def moment(self, moment: datetime) -> str:
        """Return day, week and time of day."""
        return f"{dates.long(moment.date(), self.words)} {dates.clock_time(moment)}"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a GFM table; the cells are written already."""
    ruler = ["---"] * len(head)
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, ruler, *rows))


def fact(label: str, value: str) -> str:
    """Return a line of a list that names one thing."""
    return f"- **{label}:** {value}"
