"""A form from the shell: out, filled in, and back; shown before it is saved."""

from __future__ import annotations

import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pexpect
import pytest

from ijtui.domain.conversation import Party
from tests.builders import Room, a_room, preparation
from tests.cli.conftest import Ask
from tests.minutes.test_paper import filled


@pytest.fixture
def room(surroundings: Path) -> Iterator[Room]:
    """An account's own file, open beside the commands."""
    room = a_room(surroundings)
    yield room
    room.desk.close()


@pytest.fixture
def form(room: Room, tmp_path: Path) -> Path:
    """The employee's form with two answers in it."""
    paper = room.desk.papers.paper(room.me, 1)
    file = tmp_path / "svar.md"
    file.write_text(filled(paper, {"results": "Det gick bra.", "proud": "Lanseringen"}), "utf-8")
    return file


def answer(room: Room, question: str = "results") -> str:
    return room.desk.texts.read(room.me, preparation(Party.EMPLOYEE, question)).body


def test_a_form_goes_out_and_comes_back(room: Room, ask: Ask, tmp_path: Path) -> None:
    assert ask("prep", "export", "1", "-o", "form.md").code == 0
    file = tmp_path / "form.md"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert file.read_text("utf-8") == ask("prep", "export", "1").out
    assert ask("prep", "export", "1", "-o", "form.md").code == 1
    label = "**Your answer:**" if "**Your answer:**" in file.read_text("utf-8") else "**Ditt svar:**"
    file.write_text(file.read_text("utf-8").replace(label, f"{label}\n\nBra!", 1), "utf-8")
    said = ask("--language", "en", "prep", "import", "form.md", "--yes")
    assert (said.code, said.err) == (0, "")
    assert "1 answer is saved." in said.out
    assert answer(room) == "Bra!"


def test_what_was_understood_is_shown_before_it_is_saved(room: Room, ask: Ask, form: Path) -> None:
    dry = ask("--language", "en", "prep", "import", form, "--dry-run")
    assert dry.code == 0
    assert "Erik Ek" in dry.out
    assert "1. Results (line" in dry.out
    assert "+ Det gick bra. (3 words)" in dry.out
    assert "questions have no answer" in dry.out
    asked = ask("--language", "en", "prep", "import", form)
    assert asked.code == 1
    assert asked.out == dry.out
    assert "--yes" in asked.err
    assert answer(room) == ""


def test_a_form_is_read_from_the_standard_input(
    room: Room, form: Path, process: Callable[..., subprocess.CompletedProcess[bytes]]
) -> None:
    done = process("prep", "import", "-", "--yes", stdin=None, input=form.read_bytes())
    assert (done.returncode, done.stderr) == (0, b"")
    assert answer(room, "proud") == "Lanseringen"
    again = process("prep", "import", "-", stdin=None, input=form.read_bytes())
    assert again.returncode == 0, "nothing is left to save, so nothing is asked"


def test_an_answer_beside_another_text_is_told(room: Room, ask: Ask, form: Path) -> None:
    room.write(room.me, preparation(Party.EMPLOYEE), "Skrivet sedan", on_paper=True)
    said = ask("--language", "en", "prep", "import", form, "--yes")
    assert "- Skrivet sedan (2 words)" in said.out
    assert "another text is here by now" in said.out
    assert answer(room) == "Skrivet sedan"


def test_what_could_not_be_placed_is_shown_with_its_line(room: Room, ask: Ask, form: Path) -> None:
    form.write_text(f"Hej Maria!\n\n{form.read_text('utf-8')}\n-- \nErik på mobilen\n", "utf-8")
    said = ask("--language", "en", "prep", "import", form, "--yes")
    assert "line 1: Hej Maria!" in said.out
    assert "below a signature" in said.out
    assert "in your journal" in said.out
    assert ["Hej Maria!" in entry.body for entry in room.desk.journal.own(room.me)] == [True]


def test_a_form_for_others_is_refused_unless_its_number_is_given(room: Room, ask: Ask, form: Path) -> None:
    text = form.read_text("utf-8")
    code = room.desk.papers.paper(room.me, 1).code
    form.write_text(text.replace(code, "ijtui-1-employee-00000000"), "utf-8")
    refused = ask("--language", "en", "prep", "import", form, "--yes")
    assert refused.code == 1
    line = next(n for n, row in enumerate(text.split("\n"), 1) if code in row)
    assert f"svar.md:{line}:" in refused.err
    assert ask("prep", "import", form, "--number", "1", "--yes").code == 0
    assert answer(room) == "Det gick bra."


def test_ones_own_form_is_ones_own(room: Room, ask: Ask, tmp_path: Path) -> None:
    paper = room.desk.papers.paper(room.me, 1, Party.MANAGER)
    assert (
        ask("prep", "export", "1", "--for", "manager").out.strip() != ask("prep", "export", "1").out.strip()
    )
    (tmp_path / "own.md").write_text(filled(paper, {"results": "Mitt"}), "utf-8")
    assert ask("prep", "import", "own.md", "--yes").code == 0
    text = room.desk.texts.read(room.me, preparation(Party.MANAGER))
    assert (text.body, text.on_paper) == ("Mitt", False)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["export"], 2),
        (["export", "x"], 2),
        (["export", "1", "--for", "hr"], 2),
        (["export", "99"], 1),
        (["import"], 2),
        (["import", "nowhere.md"], 1),
        (["import", "."], 1),
        (["import", "--number", "x", "f"], 2),
    ],
)
def test_what_is_wrong_is_one_sentence(room: Room, ask: Ask, arguments: list[str], code: int) -> None:
    said = ask("prep", *arguments)
    assert said.code == code
    assert said.out == ""
    assert "Traceback" not in said.err
    assert said.err


@pytest.mark.parametrize(("reply", "saved"), [("ja", True), ("Y", True), ("nej", False), ("", False)])
def test_where_somebody_can_answer_it_is_asked(room: Room, form: Path, reply: str, saved: bool) -> None:
    asked = pexpect.spawn(
        sys.executable, ["-m", "ijtui", "--language", "en", "prep", "import", str(form)], encoding="utf-8"
    )
    asked.expect("Save this")
    asked.sendline(reply)
    asked.expect(pexpect.EOF)
    asked.close()
    assert asked.exitstatus == 0
    assert ("Nothing is saved." in asked.before) != saved
    assert answer(room) == ("Det gick bra." if saved else "")
