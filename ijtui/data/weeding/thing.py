"""What is weeded of a table: where the words lie, whose they are, and since when.

Every `rows` finds, of records that still say something, their keys, and then in this order: whom they are
about, or who wrote what is theirs alone; somebody else whose leaving counts as well; somebody else whose
hold counts as well; the conversation; and the day that counts, NULL where it has not come yet.
"""

from __future__ import annotations

from dataclasses import dataclass

from ijtui.domain.keeping import Sort

NO_TITLE = "–"
"""Stands where a goal or the like had its name; a row without one would be an empty line everywhere."""

OF_TALK = "talk.employee, NULL, NULL, talk.id"
"""About the employee of a conversation."""

JOINED = "JOIN conversation AS talk ON talk.id = {table}.conversation"


_BY_CHANCE = frozenset({"revision", "entry_revision"})


@dataclass(frozen=True, slots=True)
class Source:
    """Rows of a table that go by the rule of one kind.

    Attributes:
        sort: the kind.
        rows: SQL, see above.
        parts: the manager's own of an employee whom they have handed over counts as that of one who has left.
    """

    sort: Sort
    rows: str
    parts: bool = False


@dataclass(frozen=True, slots=True)
class Thing:
    """Words of one kind in one table, and how they are removed.

    Attributes:
        table: where they lie; it has several things where they go by different rules.
        removal: SQL that removes them, but for which rows; {day} is the day it is seen from.
        sources: a row goes by the first that finds it.
        keys: columns by which a row is found.
        name: of the thing, where it is not the table's.
    """

    table: str
    removal: str
    sources: tuple[Source, ...]
    keys: tuple[str, ...] = ("id",)
    name: str = ""

    @property
    def called(self) -> str:
        """Its name, unlike that of any other thing."""
        return self.name or self.table

    @property
    def is_numbered(self) -> bool:
        """Whether its rows have numbers; random ids say nothing to anybody."""
        return len(self.keys) == 1 and self.table not in _BY_CHANCE


def blank(table: str, *columns: str, title: str = "") -> str:
    """Return SQL that empties columns, and gives the row a version on which no open form was typed."""
    parts = [f"{column} = ''" for column in columns]
    parts += [f"{title} = '{NO_TITLE}'"] if title else []
    return f"UPDATE main.{table} SET {', '.join(parts)}, version = version + 1"


def removed(table: str) -> str:
    """Return SQL that removes rows as a whole."""
    return f"DELETE FROM main.{table}"


def held(otherwise: str = "NULL") -> str:
    """Return SQL for when a conversation was, or what counts where it has no day."""
    return f"coalesce(talk.began, talk.starts, {otherwise})"
