"""What one table shows to one person, and what that person may do to its rows."""

from __future__ import annotations

from dataclasses import dataclass, field

NOBODY = "0"
"""Nothing that a session does."""

EVERYBODY = "{me} <> 0"
"""What is nobody's secret, but for whoever has no account."""

HR = "{hr}"
"""Whoever counts for the organisation (`Office.HR`), and reads nothing that was said."""

LINE = "{line}"
"""The ids of the person and of everybody below them, those whom they lead, whom those lead, and so on."""


@dataclass(frozen=True, slots=True)
class Fence:
    """One table of the file.

    A condition is SQL about a row. `{row}` stands for it, `{me}` for the id of the person, and `{hr}` for 1
    where they count for the organisation and 0 where not; of a change OLD is the row as it is and NEW as it
    will be.

    Attributes:
        table: its name; a view of the same name stands in front of it.
        sees: which rows the person sees.
        add: which rows the person may add, said of NEW.
        change: which rows the person may change and to what, said of OLD and NEW.
        remove: which rows the person may remove, said of OLD.
        keys: columns that a statement may name past the view: those by which a row that is written is found.
        hidden: what is shown in a column instead of what is in it, by column: SQL about the row.
        with_rowid: the view has a column `rowid`, by which rows are put in the order they were added.
    """

    table: str
    sees: str
    add: str = NOBODY
    change: str = NOBODY
    remove: str = NOBODY
    keys: frozenset[str] = frozenset()
    hidden: tuple[tuple[str, str], ...] = field(default=())
    with_rowid: bool = False


@dataclass(frozen=True, slots=True)
class Lookout:
    """A view of the file that says of rows that they are there, and not what is in them.

    Attributes:
        name: of the view, which another of the same name stands in front of.
        shows: the columns, as SQL about a row.
        table: what it is a view of, or in parentheses a statement about several tables of `main`; what
            that one calls a part of its own begins with `{wall}`, or it is refused like any other.
        sees: which rows the person is told of.
    """

    name: str
    shows: str
    table: str
    sees: str


def of(condition: str, row: str) -> str:
    """Return a condition said of that row."""
    return condition.replace("{row}", row)
