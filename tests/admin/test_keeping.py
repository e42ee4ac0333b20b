"""Weeding and legal holds at a shared server: root's, done as the account, and out of reach of sessions."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from tests.admin.conftest import Server
from tests.services.weeding import ALL, MARK


def said_something(server: Server) -> None:
    """Let the first person have left a draft that is old by now."""
    with closing(sqlite3.connect(server.places.database)) as file:
        file.execute(
            "INSERT INTO draft VALUES (1, 'goal:new:1', ?, '2020-01-01')", [f'{{"title": "{MARK}"}}']
        )
        file.commit()


def holding(server: Server) -> list[Path]:
    files = [path for path in server.places.data.rglob("*") if path.is_file()]
    return [path for path in files if MARK.encode() in path.read_bytes()]


def test_root_weeds_and_the_receipt_names_who_became_root(peopled: Server) -> None:
    said_something(peopled)
    refused = peopled.admin("weed", "--yes")
    assert (refused.code, "--choose FILE" in refused.err) == (1, True)
    rules = peopled.folder / "keeping.toml"
    rules.write_text(ALL, "utf-8")
    peopled.fine("weed", "--choose", str(rules))
    assert "| drafts | 1 | 0 |" in peopled.fine("weed", "--dry-run")
    assert holding(peopled)
    receipt = peopled.fine("weed", "--yes", "--backups")
    assert "by root" in receipt
    assert holding(peopled) == []
    owners = {path.owner() for path in peopled.places.data.rglob("*")}
    assert owners == {peopled.account}
    assert peopled.fine("chain")
    assert "keeping" not in peopled.admin("doctor").out


def test_a_hold_keeps_what_is_due(peopled: Server) -> None:
    said_something(peopled)
    rules = peopled.folder / "keeping.toml"
    rules.write_text(ALL, "utf-8")
    peopled.fine("weed", "--choose", str(rules))
    peopled.fine("hold", "add", "1", "--reason", "Tvist, dnr 12")
    assert "Tvist, dnr 12" in peopled.fine("hold", "list")
    assert "| drafts | 0 | 1 |" in peopled.fine("weed", "--yes")
    assert holding(peopled)
    peopled.fine("hold", "remove", "1")
    peopled.fine("weed", "--yes", "--backups")
    assert holding(peopled) == []
