"""Transactions: whole or not at all, and every failure is told and over."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from ijtui.data.opening import open_store
from ijtui.data.store import Store
from ijtui.errors import Conflict, NotFound, StorageFailed
from tests.builders import a_goal, a_person, a_room, an_action, shared
from tests.processes import Session


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(tmp_path / "ijtui.db", patience=0)
    yield opened
    opened.close()


def names(store: Store) -> list[str]:
    return [row["name"] for row in store.rows("SELECT name FROM person ORDER BY id")]


def add(store: Store, name: str) -> None:
    store.insert("person", {"name": name})


def fail_after_adding(store: Store, name: str) -> None:
    with store.writing():
        add(store, name)
        raise ZeroDivisionError


def test_a_block_is_stored_whole_or_not_at_all(store: Store) -> None:
    with store.writing():
        add(store, "a")
        add(store, "b")
    with pytest.raises(ZeroDivisionError):
        fail_after_adding(store, "c")
    assert names(store) == ["a", "b"]
    assert not store.db.in_transaction


def test_an_inner_block_that_fails_takes_back_its_own_part_alone(store: Store) -> None:
    with store.writing():
        add(store, "a")
        with pytest.raises(ZeroDivisionError):
            fail_after_adding(store, "b")
        add(store, "c")
    assert names(store) == ["a", "c"]


def test_an_inner_block_is_not_stored_before_the_outermost_is(store: Store) -> None:
    with closing(sqlite3.connect(store.path)) as other, store.writing():
        with store.writing():
            add(store, "a")
        assert other.execute("SELECT count(*) FROM person").fetchone() == (0,)
    assert names(store) == ["a"]


def test_a_block_takes_the_write_lock_before_it_reads(store: Store) -> None:
    with closing(sqlite3.connect(store.path, timeout=0)) as other:
        with store.writing(), pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
        other.execute("BEGIN IMMEDIATE")
        other.execute("ROLLBACK")


def test_a_read_never_waits_for_a_writer(store: Store) -> None:
    with closing(sqlite3.connect(store.path, timeout=0, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert names(store) == []


def test_a_locked_file_is_told_and_works_again_when_it_is_free(store: Store) -> None:
    with closing(sqlite3.connect(store.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageFailed, match="Another program"), store.writing():
            add(store, "a")
        assert not store.db.in_transaction
        other.execute("ROLLBACK")
    with store.writing():
        add(store, "a")
    assert names(store) == ["a"]


def test_a_file_that_turns_read_only_is_told_and_works_again_when_it_is_mended(store: Store) -> None:
    store.db.execute("PRAGMA query_only=ON")
    with pytest.raises(StorageFailed, match="only be read"), store.writing():
        add(store, "a")
    assert not store.db.in_transaction
    store.db.execute("PRAGMA query_only=OFF")
    with store.writing():
        add(store, "a")
    assert names(store) == ["a"]


def test_a_failed_read_leaves_nothing_open(store: Store) -> None:
    with pytest.raises(StorageFailed, match="can't be opened or read"):
        store.rows("SELECT * FROM nothing")
    assert not store.db.in_transaction


def test_a_file_that_was_moved_away_is_noticed_before_anything_is_written_into_it(store: Store) -> None:
    elsewhere = store.path.with_name("elsewhere.db")
    store.path.rename(elsewhere)
    with pytest.raises(StorageFailed, match="moved or replaced"), store.writing():
        add(store, "a")
    store.path.touch(0o600)
    with pytest.raises(StorageFailed, match="moved or replaced"), store.writing():
        add(store, "a")
    elsewhere.replace(store.path)
    with store.writing():
        add(store, "a")
    assert names(store) == ["a"]


def test_a_slip_in_our_own_code_is_not_told_as_a_failing_disk(store: Store) -> None:
    with pytest.raises(sqlite3.ProgrammingError):
        store.rows("SELECT ?")
    with pytest.raises(sqlite3.IntegrityError), store.writing():
        store.insert("person", {"name": None})


FULL = """
import resource, signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
desk = a_desk(path.parent, patience=0)
me, _part = desk.people.me()
resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, resource.RLIM_INFINITY))
body, base = "x" * 100_000, 0
try:
    desk.texts.save(me, shared(), body, 0)
    print("saved?")
except StorageFailed as failed:
    print(failed)
try:
    desk.backups.make()
    print("backed up?")
except StorageFailed as failed:
    print(failed)
print(desk.store.db.in_transaction, desk.texts.read(me, shared()).version, desk.backups.all())
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
print(desk.texts.save(me, shared(), body, 0).version, len(desk.texts.read(me, shared()).body))
desk.close()
"""


def test_a_full_disk_loses_nothing_that_was_stored_and_saves_again_when_there_is_room(tmp_path: Path) -> None:
    room = a_room(tmp_path)
    room.desk.close()
    saved, backed_up, state, again = Session(FULL, tmp_path / "ijtui.db").end().splitlines()
    assert "full or failing" in saved
    assert "full or failing" in backed_up
    assert state == "False 0 ()"
    assert again == "1 100000"


class ForgetsTheAnswer(sqlite3.Connection):
    """A connection to a disk that stores a commit and then says that it failed."""

    forgets = False

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:
        cursor = super().execute(sql, parameters)
        if sql == "COMMIT" and self.forgets:
            self.forgets = False
            raise sqlite3.OperationalError("disk I/O error")
        return cursor


def test_after_a_commit_of_unknown_end_the_same_save_or_more_of_it_is_safe(tmp_path: Path) -> None:
    room = a_room(tmp_path)
    texts, key = room.desk.texts, shared()
    forgetful = sqlite3.connect(room.desk.store.path, factory=ForgetsTheAnswer, isolation_level=None)
    room.desk.store.db.close()
    room.desk.store.db = forgetful
    first = texts.save(room.me, key, "one", 0)

    forgetful.forgets = True
    with pytest.raises(StorageFailed):
        texts.save(room.me, key, "one two", first.version)
    assert not forgetful.in_transaction
    same = texts.save(room.me, key, "one two", first.version)
    assert (same.body, same.version) == ("one two", 2)

    forgetful.forgets = True
    with pytest.raises(StorageFailed):
        texts.save(room.me, key, "one two three", same.version)
    more = texts.save(room.me, key, "one two three four", same.version)
    assert (more.body, more.version) == ("one two three four", 4)
    assert [revision.lost for revision in texts.versions(room.me, key)] == []
    with pytest.raises(Conflict):
        texts.save(room.me, key, "five", same.version)
    room.desk.close()


def test_a_stale_change_says_what_is_stored_now(tmp_path: Path) -> None:
    room = a_room(tmp_path)
    goal = room.desk.goals.add(room.me, room.conversation, a_goal())
    newer = room.desk.goals.change(room.me, a_goal("Newer", id=goal.id, version=1))
    with pytest.raises(Conflict) as conflict:
        room.desk.goals.change(room.me, a_goal("Older", id=goal.id, version=1))
    assert conflict.value.theirs == newer
    with pytest.raises(Conflict):
        room.desk.goals.remove(room.me, goal)
    room.desk.goals.remove(room.me, newer)
    with pytest.raises(NotFound):
        room.desk.goals.change(room.me, newer)
    room.desk.close()


def test_an_action_for_a_goal_that_was_just_removed_is_told_as_a_conflict(tmp_path: Path) -> None:
    room = a_room(tmp_path)
    goal = room.desk.goals.add(room.me, room.conversation, a_goal())
    room.desk.goals.remove(room.me, goal)
    with pytest.raises(Conflict, match="removed in another session"):
        room.desk.actions.add(room.me, room.conversation, an_action(goal=goal.id))
    assert not room.desk.store.db.in_transaction
    room.desk.close()


@pytest.mark.parametrize("number", [0, -1, 99, 2**63, 10**30])
def test_any_number_may_be_asked_for(tmp_path: Path, number: int) -> None:
    room = a_room(tmp_path)
    for ask in (room.desk.people.get, room.desk.conversations.get, room.desk.plans.record):
        with pytest.raises(NotFound, match=str(number)):
            ask(room.me, number)
    room.desk.close()


def test_changes_grow_when_another_session_writes(tmp_path: Path) -> None:
    room = a_room(tmp_path)
    before = room.desk.changes()
    room.desk.people.add(room.me, a_person("Own"))
    assert room.desk.changes() == before
    other = open_store(tmp_path / "ijtui.db")
    with other.writing():
        add(other, "Theirs")
    other.close()
    assert room.desk.changes() != before
    room.desk.close()
