"""One autosave of a note, against the same rows written by plain SQL with the same settings."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from pathlib import Path
from statistics import median

from benchmarks.example import filled
from benchmarks.report import in_turns, line, p95, ratio, show
from ijtui.data.connection import PRAGMAS
from ijtui.domain.agenda import StationKey
from ijtui.domain.text import TextKey, TextKind
from ijtui.services.desk import open_desk

ROUNDS = 300
_SIZE = 2000  # characters: a long note


class Plain:
    """A table with one row, written as fast as SQL can.

    Args:
        path: a new file.
    """

    def __init__(self, path: Path) -> None:
        self._conn = sqlite3.connect(path, isolation_level=None)
        for pragma in PRAGMAS:
            self._conn.execute(f"PRAGMA {pragma}").fetchall()
        self._conn.execute("CREATE TABLE text (id INTEGER PRIMARY KEY, body TEXT, version INTEGER) STRICT")
        self._conn.execute("INSERT INTO text VALUES (1, '', 0)")
        self._turn = 0

    def save(self) -> float:
        """Return the seconds that one save takes."""
        self._turn += 1
        body = f"{self._turn} ".ljust(_SIZE, "x")
        began = time.perf_counter()
        self._conn.execute("BEGIN IMMEDIATE")
        self._conn.execute("UPDATE text SET body = ?, version = version + 1 WHERE id = 1", [body])
        self._conn.execute("COMMIT")
        return time.perf_counter() - began

    def close(self) -> None:
        """Close the file."""
        self._conn.close()


def main() -> None:
    """Measure and print."""
    with filled() as example, closing(Plain(example.database.with_name("plain.db"))) as plain:
        desk = open_desk(example.database, create=False)
        owner = desk.people.me()
        if owner is None:
            raise LookupError("the example has no owner")
        me, _part = owner
        conversation = desk.conversations.get(me, 6)
        question = conversation.agenda.station(StationKey.WORK_ENVIRONMENT).questions[2]
        key = TextKey(conversation.id, question.id, TextKind.SHARED)
        text = desk.texts.read(me, key)
        turn = 0

        def save() -> float:
            nonlocal text, turn
            turn += 1
            body = f"{turn} ".ljust(_SIZE, "x")
            began = time.perf_counter()
            text = desk.texts.save(me, key, body, text.version)
            return time.perf_counter() - began

        found = in_turns({"plain": plain.save, "ours": save}, ROUNDS, warm_up=20)
        desk.close()
    show(
        f"One save of {_SIZE} characters, medians of {ROUNDS} in turn, WAL and synchronous=FULL",
        [
            line("plain SQL", median(found["plain"]) * 1000, "ms"),
            line("a save, access rule, version and earlier version", median(found["ours"]) * 1000, "ms"),
            line("the same, 95 of 100 stay below", p95(found["ours"]) * 1000, "ms"),
            line("a save / plain SQL", ratio(found["ours"], found["plain"]), "x"),
        ],
    )
