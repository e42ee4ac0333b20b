"""An entry on a real terminal: one key from anywhere, one's own editor, and nothing lost in a kill."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from ijtui.services.desk import open_desk
from tests.journeys.conftest import OpenFile
from tests.journeys.example import enter_talk
from tests.journeys.patience import eventually


def last_written(file: Path) -> str:
    """Return the body of the entry that was made last."""
    desk = open_desk(file, create=False)
    try:
        owner = desk.people.me()
        assert owner is not None
        return max(desk.journal.own(owner[0]), key=lambda entry: entry.id).body
    finally:
        desk.close()


def test_an_entry_is_written_in_the_middle_of_a_talk_and_one_is_back_in_it(
    open_file: OpenFile, english: Path
) -> None:
    terminal = enter_talk(open_file(english))
    terminal.type("said")
    terminal.wait_for("said")
    terminal.press("f5")
    terminal.wait_for("only you see this")
    terminal.type("- thought\n\nÅäö")
    terminal.wait_for("Åäö")
    terminal.press("escape")
    terminal.wait_for("both of you see this")
    terminal.type(" more")
    terminal.wait_for("said more")
    eventually(lambda: last_written(english) == "- thought\nÅäö", "the entry")


@pytest.mark.parametrize(("code", "body"), [(0, "before and after"), (1, "before")])
def test_ones_own_editor_gets_the_text_and_gives_the_terminal_back(
    open_file: OpenFile, english: Path, tmp_path: Path, code: int, body: str
) -> None:
    editor = tmp_path / "editor"
    editor.write_text(
        f"#!{sys.executable}\nimport sys\nopen(sys.argv[1], 'a').write(' and after')\nsys.exit({code})"
    )
    editor.chmod(0o700)
    terminal = open_file(english, env={"EDITOR": str(editor)})
    terminal.wait_for("Next conversations")
    terminal.press("f5")
    terminal.wait_for("only you see this")
    terminal.type("before")
    terminal.wait_for("before")
    terminal.press("ctrl+o")
    terminal.wait_for(body if code == 0 else "ended with an error")
    terminal.press("ctrl+s")
    eventually(lambda: last_written(english) == body, "the text")
    assert not list(tmp_path.glob("ijtui-*"))


def test_what_was_saved_in_ones_own_editor_when_the_connection_broke_is_there(
    open_file: OpenFile, english: Path, tmp_path: Path
) -> None:
    (tmp_path / "tmp").mkdir()
    editor = tmp_path / "editor"
    editor.write_text(
        f"#!{sys.executable}\nimport sys, time\nopen(sys.argv[1], 'a').write(' and saved')\n"
        "print('EDITING', flush=True)\ntime.sleep(60)"
    )
    editor.chmod(0o700)
    terminal = open_file(english, env={"EDITOR": str(editor), "TMPDIR": str(tmp_path / "tmp")})
    terminal.wait_for("Next conversations")
    terminal.press("f5")
    terminal.wait_for("only you see this")
    terminal.type("before")
    terminal.wait_for("before")
    terminal.press("ctrl+o")
    terminal.wait_for("EDITING")
    terminal.hang_up()
    terminal.wait_all_gone(4)
    assert last_written(english) == "before and saved"
    assert list((tmp_path / "tmp").iterdir()) == []


def test_what_was_written_before_the_process_was_killed_is_there(open_file: OpenFile, english: Path) -> None:
    terminal = open_file(english)
    terminal.wait_for("Next conversations")
    terminal.press("f5")
    terminal.wait_for("only you see this")
    terminal.type("not lost")
    terminal.wait_for("not lost")
    eventually(lambda: last_written(english) == "not lost", "the entry")
    terminal.kill()
    assert last_written(english) == "not lost"
