"""Looking for words among 100 000 journal entries, beside a bare scan of them; and a key meanwhile."""

from __future__ import annotations

import random
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.example import PYTHON
from benchmarks.report import in_turns, line, p95, ratio, show
from benchmarks.terminal import Terminal
from ijtui.domain.journal import folded
from ijtui.domain.person import Part, Person
from ijtui.domain.search import read_query
from ijtui.services.desk import Desk, open_desk

ENTRIES = 100_000
_LONG_AGO = ENTRIES // 10
ROUNDS = 15
_RUNS = 10
BETWEEN = (0.08, 0.2)
"""Seconds between two keys, at least and at most: some come while a search runs, some when it ends."""

_LETTERS = 400  # characters an entry, about: 40 MB in all
_FIRST, _A_DAY = date(2016, 1, 1), 27
_TEXT = (
    "samtal handledning kunden demonstrationen gick bättre än väntat frågorna om säkerhet tog tid kurs dag "
    "möte plan mål vecka Åsa Omar återkoppling från gruppen att och i på det som en är för av med till den"
)
_RARE, _NOWHERE = "zettelkasten", "handledningsfri"
LOOKED_FOR = {
    "a letter": "a",
    "a common word": "handledning",
    "a word that is there once, long ago": _RARE,
    "a word that is nowhere": _NOWHERE,
    "two words that are nowhere together": f"handledning {_RARE}x",
    "a phrase that is nowhere": '"säkerhet gick handledning omar kurs"',
    "a tag that is nowhere": "#frånvaro",
}


@contextmanager
def written() -> Iterator[tuple[Path, Path]]:
    """Make two files, with one entry and with those of 27 a day for ten years; they are gone afterwards."""
    with TemporaryDirectory(prefix="ijtui-benchmark-") as folder:
        one, many = Path(folder, "one.db"), Path(folder, "many.db")
        for database, numbers in ((one, range(_LONG_AGO, _LONG_AGO + 1)), (many, range(ENTRIES))):
            _write(database, numbers)
        yield one, many


def _write(database: Path, numbers: range) -> None:
    with closing(open_desk(database)) as desk:
        writer = desk.people.first_run("Vera Skriver", Part.MANAGER)
        with desk.store.writing():
            desk.store.db.executemany(
                "INSERT INTO entry (uid, writer, day, body, folded, author, made, changed, kept)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                _rows(writer, numbers),
            )


def _rows(writer: Person, numbers: range) -> Iterator[tuple[object, ...]]:
    chance, every = random.Random(47), _TEXT.split()
    for number in numbers:
        words = chance.choices(every, k=_LETTERS // 6)
        body = " ".join([*words, _RARE] if number == _LONG_AGO else words)
        day = (_FIRST + timedelta(days=number // _A_DAY)).isoformat()
        at = f"{day}T10:00:00.000"
        yield f"{number:032x}", writer.id, day, body, folded(body), writer.id, at, at, at


def bare(conn: sqlite3.Connection, word: str) -> float:
    """Return the seconds in which SQLite alone walks all rows and finds which hold the word."""
    began = time.perf_counter()
    conn.execute("SELECT id FROM entry WHERE instr(folded, ?)", [word]).fetchall()
    return time.perf_counter() - began


def ours(desk: Desk, asker: Person, typed: str) -> float:
    """Return the seconds from what is typed to the hits."""
    began = time.perf_counter()
    desk.search.look_for(asker, read_query(typed))()
    return time.perf_counter() - began


def searches(database: Path) -> float:
    """Measure and print how long a search takes; return it for the word that is there once, in ms."""
    desk = open_desk(database, create=False)
    owner = desk.people.me()
    if owner is None:
        raise LookupError("the file has no owner")
    me = owner[0]
    with closing(sqlite3.connect(database)) as conn:
        measures = {name: partial(ours, desk, me, typed) for name, typed in LOOKED_FOR.items()}
        found = in_turns({"bare": partial(bare, conn, _NOWHERE), **measures}, ROUNDS)
    desk.close()
    lines = [line("bare SQL: instr over all rows", median(found["bare"]) * 1000, "ms")]
    for name in LOOKED_FOR:
        lines.append(line(name, median(found[name]) * 1000, "ms", 150))
        lines.append(line("  the slowest of them", max(found[name]) * 1000, "ms", 150))
    nowhere = ratio(found["a word that is nowhere"], found["bare"])
    lines.append(line("a word that is nowhere / bare SQL", nowhere, "x"))
    show(f"A search among {ENTRIES} entries, medians of {ROUNDS} rounds in turn", lines)
    return median(found["a word that is there once, long ago"]) * 1000


@contextmanager
def box(database: Path) -> Iterator[Terminal]:
    """Open the search on that file."""
    environment = {"IJTUI_CONFIG": str(database.with_name("config")), "LC_ALL": "C.UTF-8"}
    command = [PYTHON, "-m", "ijtui", "--db", str(database), "--language", "en"]
    with Terminal(command, environment) as terminal:
        terminal.wait_for("Waiting for you")
        terminal.settle(1.5)
        terminal.key("/")
        terminal.wait_for("Write what you look for")
        terminal.settle(1.0)
        yield terminal


def typed(terminal: Terminal, text: str) -> list[float]:
    """Type a text and return how many milliseconds each letter took until it was painted."""
    chance, took = random.Random(47), []
    for letter in text:
        until = time.perf_counter() + chance.uniform(*BETWEEN)
        took.append(terminal.key(letter, quiet=0.01).painted * 1000)
        terminal.listen(max(0.0, until - time.perf_counter()))
    return took


def keys(one: Path, many: Path, search: float) -> None:
    """Measure and print how long a letter takes while a search runs, beside one that ends at once.

    The word is there once, long ago: each letter of it sets off a search through everything, and both
    boxes show the same entry. A search keeps one processor busy; on a machine with none to spare a letter
    is slower for that, too.

    Args:
        one: the file with one entry.
        many: the file with all of them.
        search: milliseconds that a search for the word takes.
    """
    painted: dict[str, list[float]] = {"idle": [], "busy": []}
    with box(one) as idle, box(many) as busy:
        for turn in range(1 + _RUNS):
            for name, terminal in (("idle", idle), ("busy", busy)):
                took = typed(terminal, f"{_RARE} ")
                painted[name] += took if turn else []
                terminal.settle(0.4, 2.0)
    show(
        f"A letter in the search box, {len(painted['busy'])} of them, 120x40",
        [
            line("one entry to look in: median", median(painted["idle"]), "ms"),
            line("one entry to look in: 95 of 100 stay below", p95(painted["idle"]), "ms"),
            line("a search of 100 000 entries runs: median", median(painted["busy"]), "ms"),
            line("a search of 100 000 entries runs: 95 of 100", p95(painted["busy"]), "ms"),
            line("busy / idle, median", median(painted["busy"]) / median(painted["idle"]), "x"),
            line("a letter meanwhile / the search itself", median(painted["busy"]) / search, "x", 0.25),
        ],
    )


def main() -> None:
    """Measure and print."""
    with written() as (one, many):
        keys(one, many, searches(many))
