"""What is due, told at login: short, harmless and silent when there is nothing."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from ijtui.clock import wall_clock
from ijtui.domain.conversation import Party
from ijtui.domain.goal import Responsible
from ijtui.domain.person import Part
from tests.builders import FixedClock, Room, a_desk, a_person, a_room, an_action, preparation
from tests.cli.conftest import Ask

Process = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def room(surroundings: Path) -> Iterator[Room]:
    """The usual file of the account: one conversation in a week, counted from the day of the test."""
    room = a_room(surroundings, FixedClock(wall_clock().replace(hour=9, minute=30)))
    yield room
    room.desk.close()


def agree(room: Room, what: str, days: int, who: Responsible = Responsible.MANAGER) -> None:
    due = room.clock.now.date() + timedelta(days=days)
    room.desk.actions.add(room.me, room.conversation, an_action(what, due=due, responsible=who))


def test_what_is_near_and_mine_is_told(ask: Ask, room: Room) -> None:
    agree(room, "late and mine", -2)
    agree(room, "this week", 6)
    agree(room, "next month", 30)
    agree(room, "not mine", -2, Responsible.EMPLOYEE)
    room.book(starts=room.clock.now + timedelta(days=40))
    told = ask("today", "--language", "en")
    assert (told.code, told.err) == (0, "")
    lines = told.out.splitlines()
    assert lines[0] == "Next conversations"
    assert "Erik Ek" in lines[1]
    assert "annual development conversation" in lines[1]
    assert lines[2] == "Due"
    assert lines[3].startswith("! ")
    assert lines[3].endswith("late and mine")
    assert lines[4].startswith("  ")
    assert lines[4].endswith("this week")
    assert lines[5:] == ["Waiting for you", "  Erik Ek  your preparation is not finished"]


def test_it_speaks_swedish(ask: Ask, room: Room) -> None:
    told = ask("today", "--language", "sv")
    assert told.out.splitlines()[0] == "Nästa samtal"
    assert "din förberedelse" in told.out


def test_nothing_that_was_written_in_confidence_is_shown(ask: Ask, room: Room) -> None:
    room.write(room.me, preparation(Party.MANAGER), "hemligheten")
    room.desk.journal.new(room.me, room.desk.journal.blank(room.me, body="hemligheten"))
    assert "hemlig" not in ask("today").out


def test_a_long_list_is_cut_and_says_so(ask: Ask, room: Room) -> None:
    for number in range(9):
        room.desk.people.add(room.me, a_person(f"Person {number}", manager=room.me.id))
    told = ask("today", "--language", "en")
    assert told.out.count("no conversation is booked") == 4
    assert told.out.splitlines()[-1] == "  and 5 more"


def test_nothing_due_is_no_word(ask: Ask, surroundings: Path) -> None:
    desk = a_desk(surroundings)
    desk.people.first_run("Maria", Part.MANAGER)
    desk.close()
    told = ask("today")
    assert (told.code, told.out, told.err) == (0, "", "")


def test_no_file_and_a_file_without_an_owner_are_no_word(ask: Ask, surroundings: Path) -> None:
    file = surroundings / "ijtui.db"
    silence = (0, "", "")
    told = [ask("today")]
    file.touch(0o600)
    told.append(ask("today"))
    a_desk(surroundings).close()
    told.append(ask("today"))
    assert [(said.code, said.out, said.err) for said in told] == [silence] * 3


def test_no_file_is_made(ask: Ask, surroundings: Path) -> None:
    ask("today")
    assert list(surroundings.iterdir()) == []


def test_a_broken_file_is_one_line_and_no_failure(ask: Ask, surroundings: Path) -> None:
    (surroundings / "ijtui.db").write_bytes(b"no database" * 100)
    told = ask("today")
    assert (told.code, told.out) == (0, "")
    assert told.err.count("\n") == 1


def test_a_damaged_page_is_one_line_and_no_failure(ask: Ask, room: Room) -> None:
    room.desk.close()
    file = room.desk.store.path
    whole = bytearray(file.read_bytes())
    whole[4096 : len(whole) - 4096] = b"\xff" * (len(whole) - 8192)
    file.write_bytes(whole)
    told = ask("today")
    assert (told.code, told.out) == (0, "")
    assert told.err.count("\n") == 1


def test_a_file_that_somebody_holds_is_one_line_soon(process: Process, room: Room) -> None:
    file = room.desk.store.path
    room.desk.close()
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode=DELETE")
        other.execute("PRAGMA locking_mode=EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        other.execute("INSERT INTO meta VALUES ('a', 'b')")
        told = process("today", "--language", "en")
    assert (told.returncode, told.stdout) == (0, b"")
    assert told.stderr.count(b"\n") == 1


def test_a_file_of_an_older_version_says_what_to_do(ask: Ask, room: Room) -> None:
    file = room.desk.store.path
    room.desk.close()
    with closing(sqlite3.connect(file)) as other:
        other.execute("DROP TABLE entry_tag")
        other.execute("DROP TABLE entry")
        other.execute("PRAGMA user_version = 3")
        other.commit()
    told = ask("today", "--language", "en")
    assert told.code == 0
    assert "is of an older version. Start ijtui once" in told.err


def test_it_changes_nothing_beside_the_file(ask: Ask, room: Room, surroundings: Path) -> None:
    room.desk.close()
    before = {path: path.read_bytes() for path in surroundings.iterdir()}
    assert ask("today").out
    assert {path: path.read_bytes() for path in surroundings.iterdir()} == before


LOADED = """
import sys
from ijtui.__main__ import main
sys.argv = ["ijtui", "today"]
try:
    main()
finally:
    print(*sys.modules, file=sys.stderr)
"""


def test_it_imports_nothing_that_takes_longer_than_the_look(room: Room) -> None:
    done = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True)
    assert "Erik Ek" in done.stdout
    loaded = {name.partition(".")[0] for name in done.stderr.splitlines()[-1].split()}
    assert loaded & {"sqlite_utils", "textual", "rich", "pydantic", "markdown_it", "asyncio"} == set()
