"""The history: whole, changed, or cut off, and a last link that is kept elsewhere."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from tests.admin.conftest import Server


def forge(server: Server, statement: str) -> None:
    """Do what whoever has taken over the account could do to the file."""
    with closing(sqlite3.connect(server.places.database)) as file:
        guards = file.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'history'"
        )
        for (name,) in guards.fetchall():
            file.execute(f"DROP TRIGGER {name}")
        file.execute(statement)
        file.commit()


def test_the_last_link_is_printed_to_be_kept(peopled: Server) -> None:
    lines, head = peopled.fine("chain").splitlines()
    assert lines == "2 lines hold together."
    assert len(head) == 64
    peopled.fine("person", "end", "bo")
    later = peopled.fine("chain", "--known", head).splitlines()
    assert later[0] == "3 lines hold together."
    assert later[1] != head


def test_a_line_that_was_changed_is_named(peopled: Server) -> None:
    forge(peopled, "UPDATE history SET verb = 'nothing' WHERE id = 1")
    said = peopled.admin("chain")
    assert (said.code, "from line 1 on" in said.err) == (1, True)
    doctor = peopled.admin("doctor")
    assert (doctor.code, "! The history doesn't hold together from line 1 on." in doctor.out) == (1, True)


def test_a_tail_that_was_cut_off_is_seen_by_whoever_kept_a_link(peopled: Server) -> None:
    head = peopled.fine("chain").splitlines()[1]
    forge(peopled, "DELETE FROM history WHERE id = 2")
    assert peopled.admin("chain").code == 0
    said = peopled.admin("chain", "--known", head)
    assert (said.code, head in said.err) == (1, True)
