"""A session over SSH: what works in it, and that nothing typed is lost, however it ends."""

from __future__ import annotations

import os
import signal
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.journeys.patience import eventually
from tests.journeys.terminal import Terminal
from tests.server.accounts import processes_of
from tests.server.host import Host, Way

TYPED = "typed before the line broke"


@contextmanager
def session(way: Way, home: Path) -> Iterator[Terminal]:
    """Give the app, opened over SSH on a terminal."""
    with Terminal(way.line("-tt"), home=home) as terminal:
        terminal.wait_for("Today")
        yield terminal


def stored(host: Host, text: str) -> bool:
    """Whether that stands anywhere in the file."""
    db = sqlite3.connect(f"file:{host.places.database}?mode=ro", uri=True)
    try:
        return any(text in line for line in db.iterdump())
    finally:
        db.close()


def test_the_app_opens_and_the_window_may_change(host: Host, tmp_path: Path) -> None:
    with session(host.door, tmp_path) as terminal:
        terminal.wait_for("Bo Berg")
        terminal.resize(50, 10)
        terminal.wait_for("too small")
        terminal.resize(100, 30)
        terminal.wait_for("Bo Berg")
        terminal.press("ctrl+q")
        assert terminal.exit_code() == 0


def test_minutes_are_fetched_from_where_one_came_in(host: Host, tmp_path: Path) -> None:
    with session(host.door, tmp_path) as terminal:
        terminal.type("2")
        terminal.wait_for("To come")
        terminal.press("enter", "f2")
        terminal.wait_for("Bo Berg", "# Utvecklingssamtal")
        terminal.type("e")
        terminal.wait_for("On your own machine", f"{host.account}@")


def test_settings_are_each_ones_own(host: Host, tmp_path: Path) -> None:
    with session(host.door, tmp_path) as terminal:
        terminal.type(",")
        terminal.wait_for("came in as anna")
        terminal.press("left", "left")
        terminal.wait_for("Inställningar")
        terminal.press("escape", "ctrl+q")
        assert terminal.exit_code() == 0
    file = host.places.settings_of("anna")
    assert 'language = "sv"' in file.read_text()
    assert (file.stat().st_mode & 0o777, file.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    assert [path.name for path in file.parent.iterdir()] == ["anna.toml"]
    assert host.door.ask("list people").stdout.startswith(b"Nr")
    file.unlink()


@pytest.mark.parametrize(
    ("door", "end"),
    [
        ("key", "killed"),
        ("key", "frozen"),
        ("key", "cut off"),
        ("key", "closed"),
        ("sudo", "killed"),
        ("sudo", "frozen"),
        ("sudo", "cut off"),
        ("sudo", "closed"),
    ],
)
def test_nothing_typed_is_lost_and_nothing_stays_behind(
    host: Host, tmp_path: Path, door: str, end: str
) -> None:
    text = f"{TYPED}: {door}, {end}"
    with session(host.door if door == "key" else host.own, tmp_path) as terminal:
        terminal.press("f5")
        terminal.wait_for("only you see this")
        terminal.type(text)
        terminal.wait_for(text)
        at_once = {"killed": signal.SIGKILL, "frozen": signal.SIGSTOP}
        if end in at_once:
            terminal.kill(at_once[end])
        elif end == "closed":
            terminal.hang_up()
        else:
            _cut(terminal.process.pid)
        eventually(lambda: not processes_of(host.account), "the session to end")
    assert stored(host, text)


def _cut(client: int) -> None:
    """End the server's end of the connection, as its terminal closes when the server's sshd dies."""
    for process in _sshd_of(client):
        os.kill(process, signal.SIGKILL)


def _sshd_of(client: int) -> list[int]:
    """Return the sshd processes that serve that client: those whose socket is the other end of its own."""
    mine = _ports(client)
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            is_sshd = (folder / "cmdline").read_bytes().startswith(b"sshd: ")
        except OSError:
            continue
        if is_sshd and mine & _ports(int(folder.name), theirs=True):
            found.append(int(folder.name))
    assert found
    return found


def _ports(process: int, *, theirs: bool = False) -> set[str]:
    """Return the ports of this machine at this end, or the other end, of that process's connections."""
    own = {link.readlink().name for link in Path(f"/proc/{process}/fd").iterdir() if link.is_symlink()}
    rows = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    return {row[2 if theirs else 1] for row in rows if f"socket:[{row[9]}]" in own}


def test_a_session_that_nobody_is_at_goes_blank_and_then_ends(host: Host, tmp_path: Path) -> None:
    file = host.places.etc / "server.toml"
    file.write_text("blank_after = 0.03\nleave_after = 0.1\n")
    try:
        with session(host.door, tmp_path) as terminal:
            terminal.press("f5")
            terminal.wait_for("only you see this")
            terminal.type("typed and left alone")
            terminal.wait_for("Nobody has typed anything for a while")
            assert "left alone" not in terminal.screen()
            assert terminal.exit_code() == 0
            assert "Everything is saved" in terminal.screen()
    finally:
        file.unlink()
    assert stored(host, "typed and left alone")
