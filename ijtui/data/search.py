"""Looking for words, on a connection of its own that another thread can interrupt.

There is no index of words: what was erased would stay in it (reliability notes D7). Entries have a
folded copy of their text beside it; of the rest there is so little that it is folded as it is read.
"""

from __future__ import annotations

import sqlite3
from datetime import date
from typing import Any

from ijtui.data.connection import connect_for_reading
from ijtui.data.errors import told_plainly
from ijtui.data.store import Row, Store
from ijtui.domain.agenda_json import agenda_from_json
from ijtui.domain.journal import folded
from ijtui.domain.search import BEFORE, MOST, PIECE, Hit, Query, Where
from ijtui.errors import StorageFailed

_TEXTS = """
    WITH held AS (
        SELECT id, employee, manager, state, agenda, iif(employee = ?1, 'employee', 'manager') AS mine,
            iif(employee = ?1, manager, employee) AS person,
            substr(coalesce(starts, began), 1, 10) AS day
        FROM conversation WHERE ?1 IN (employee, manager) AND state <> 'cancelled'
    ), said AS (
        SELECT held.id, agenda, person, coalesce(day, substr(changed, 1, 10)) AS day, question, body
        FROM held JOIN text ON text.conversation = held.id
        WHERE kind = 'shared' OR kind = 'preparation' AND (
            on_paper OR party = mine AND state <> 'held'
            OR EXISTS (SELECT 1 FROM opened WHERE opened.conversation = held.id AND opened.party = text.party)
        )
        UNION ALL
        SELECT held.id, agenda, person, coalesce(day, substr(given, 1, 10)), '',
            positive || char(10) || improve || char(10) || support
        FROM held JOIN feedback ON feedback.conversation = held.id WHERE opened
    )
    SELECT id, (SELECT copy.body FROM template_copy AS copy WHERE copy.id = agenda) AS agenda,
        person, day, question, {piece} AS piece FROM said WHERE {clauses}
    ORDER BY day DESC, id DESC LIMIT ?
"""
"""What one may read of one's conversations: what the minutes have, and one's own preparation before them."""


_TAGGED = "id IN (SELECT entry FROM entry_tag WHERE tag >= ? AND tag < ?)"
_LAST = "\U0010ffff"


class Stopped(Exception):
    """Another thread interrupted the search."""


class SearchStore(Store):
    """The file, open for one who looks for words."""

    def rows(self, sql: str, *values: object) -> list[dict[str, Any]]:
        """Return every row of a query.

        Raises:
            Stopped: another thread interrupted it.
            StorageFailed: the file can't be read.
        """
        try:
            return super().rows(sql, *values)
        except StorageFailed as failed:
            cause = failed.__cause__
            if isinstance(cause, sqlite3.Error) and cause.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
                raise Stopped from failed
            raise

    def interrupt(self) -> None:
        """Stop the query that runs in another thread, if one does."""
        self.db.interrupt()


def open_for_search(store: Store) -> SearchStore:
    """Open a file anew for looking only, behind the same wall; threads may use it, one at a time.

    Raises:
        StorageFailed: it can't be opened.
    """
    with told_plainly(store.path):
        db = connect_for_reading(store.path, any_thread=True)
    db.create_function("folded", 1, folded, deterministic=True)
    looking = SearchStore(store.path, db)
    if store.guarded is not None:
        looking.guard(*store.guarded)
    return looking


class Search:
    """Looks in what a person may read; the rest is not fetched.

    Args:
        store: the file.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def entries(self, asker: int, query: Query) -> tuple[Hit, ...]:
        """Return the newest entries of one's own journal, and those that others share with one."""
        own = self._entries("writer = ?", "person", asker, query)
        return own + self._entries("shared AND person = ?", "writer", asker, query)

    def _entries(self, whose: str, other: str, asker: int, query: Query) -> tuple[Hit, ...]:
        """Walk along the index from the newest and stop at one more than are shown."""
        piece, first = _piece("body", "folded", query)
        clauses, values = _clauses("folded", other, query, tagged=_TAGGED)
        return self._store.all(
            _entry,
            f"SELECT id, day, {other} AS person, {piece} AS piece FROM entry WHERE {whose} AND {clauses}"
            " ORDER BY day DESC, id DESC LIMIT ?",
            *(*first, asker, *values, MOST + 1),
        )

    def texts(self, asker: int, query: Query) -> tuple[Hit, ...]:
        """Return the newest things said in conversations."""
        piece, first = _piece("body", "folded(body)", query)
        clauses, values = _clauses("folded(body)", "person", query)
        sql = _TEXTS.format(piece=piece, clauses=clauses)
        return self._store.all(_text, sql, asker, *first, *values, MOST + 1)

    def years(self, asker: int) -> tuple[int, int] | None:
        """Return the first and the last year that there is something of, or None."""
        row = self._store.rows(
            "SELECT min(day) AS first, max(day) AS last FROM ("
            " SELECT min(day) AS day FROM entry WHERE writer = ?1"
            " UNION ALL SELECT max(day) FROM entry WHERE writer = ?1"
            " UNION ALL SELECT starts FROM conversation WHERE ?1 IN (employee, manager))",
            asker,
        )[0]
        with self._store.understood():
            return (int(row["first"][:4]), int(row["last"][:4])) if row["first"] else None


def _piece(body: str, column: str, query: Query) -> tuple[str, list[object]]:
    """Return what fetches a piece of a text around the first word, and the values for it.

    Folded and unfolded texts are about as long, which is near enough: there is room around the word.
    """
    wanted = f"substr({body}, max(1, instr({column}, ?) - {BEFORE}), {PIECE})"
    return wanted, [query.sought[0]]


def _clauses(column: str, other: str, query: Query, tagged: str = "") -> tuple[str, list[object]]:
    """Return what a text has to fulfil, and the values for it.

    Args:
        column: where the folded text is.
        other: where the id of the other person is.
        query: what is looked for.
        tagged: what finds a tag where there is a table of them; elsewhere it is a word with `#` before it.
    """
    asked: list[tuple[str, tuple[object, ...]]] = []
    if query.year is not None:
        asked.append(("day BETWEEN ? AND ?", (f"{query.year:04}-01-01", f"{query.year:04}-12-31")))
    if query.person is not None:
        asked.append((f"{other} = ?", (query.person,)))
    if tagged:
        asked += [(tagged, (tag, tag + _LAST)) for tag in query.tags]
    asked += [(f"instr({column}, ?)", (word,)) for word in (query.words if tagged else query.sought)]
    return " AND ".join(clause for clause, _given in asked), [value for _c, given in asked for value in given]


def _entry(row: Row) -> Hit:
    return Hit(Where.ENTRY, row["id"], date.fromisoformat(row["day"]), row["piece"], row["person"])


def _text(row: Row) -> Hit:
    agenda = agenda_from_json(row["agenda"])
    question = agenda.question(row["question"])
    about, day = question.title if question else "", date.fromisoformat(row["day"])
    return Hit(Where.CONVERSATION, row["id"], day, row["piece"], row["person"], about, agenda.kind)
