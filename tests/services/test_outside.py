"""A text in the person's own editor: nobody else can read it there, and nothing is lost."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from ijtui.domain.text import LONGEST
from ijtui.errors import BadInput, IjtuiError, NotFound, RuleBroken
from ijtui.services.outside import edited_outside


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary files lie in this test."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    return tmp_path


def an_editor(program: str) -> dict[str, str]:
    """Return surroundings with an editor that does that with the Path `file`."""
    code = f"import sys, os; from pathlib import Path; file = Path(sys.argv[-1]); {program}"
    return {"EDITOR": f"{sys.executable} -c '{code}'"}


def test_what_the_editor_saves_comes_back_cleaned(folder: Path) -> None:
    does = r'file.write_bytes(b"\xc3\xa5\r\nb\x1b[31m\n")'
    assert edited_outside("före", an_editor(does)) == "å\nb[31m"
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("text", ["", "a", "a\n", "a\n\n", "  å"])
def test_an_editor_that_changes_nothing_changes_nothing(text: str) -> None:
    assert edited_outside(text, an_editor("pass")) == text
    assert (
        edited_outside(
            text, an_editor('file.open("a").write("\\n" * (not file.read_text().endswith("\\n")))')
        )
        == text
    )


def test_nobody_else_can_read_the_file(folder: Path) -> None:
    does = "file.write_text(oct(file.stat().st_mode)[-3:] + oct(file.parent.stat().st_mode)[-3:])"
    assert edited_outside("", an_editor(does)) == "600700"


@pytest.mark.parametrize(
    ("environ", "error"),
    [
        ({}, NotFound),
        ({"EDITOR": " "}, NotFound),
        ({"EDITOR": "there-is-no-such-editor"}, NotFound),
        ({"EDITOR": "'"}, NotFound),
        (an_editor("sys.exit(3)"), RuleBroken),
        (an_editor('file.write_text("x"); sys.exit(1)'), RuleBroken),
    ],
)
def test_an_editor_that_fails_is_told_in_a_sentence(
    folder: Path, environ: dict[str, str], error: type[IjtuiError]
) -> None:
    with pytest.raises(error):
        edited_outside("före", environ)
    assert list(folder.iterdir()) == []


def test_what_an_editor_saved_before_it_was_killed_is_taken() -> None:
    assert edited_outside("", an_editor('file.write_text("sparat"); os.kill(os.getpid(), 9)')) == "sparat"


@pytest.mark.parametrize(
    "does",
    [
        r'file.write_bytes(b"\xe5")',
        f'file.write_text("x" * {LONGEST + 1})',
        "os.truncate(file, 10**11)",  # a hole, which no memory holds
    ],
)
def test_what_can_not_be_taken_is_left_where_the_sentence_says(folder: Path, does: str) -> None:
    with pytest.raises(BadInput) as refusal:
        edited_outside("", an_editor(does))
    [left] = folder.rglob("text.md")
    assert refusal.value.values["file"] == left


@pytest.mark.parametrize("does", ["", "; signal.signal(1, signal.SIG_IGN)"])
def test_an_editor_that_is_open_when_the_program_leaves_ends_and_what_it_saved_is_taken(
    folder: Path, does: str
) -> None:
    saved = folder / "saved"
    editor = an_editor(
        f'import signal, time{does}; file.write_text("sparat"); Path("{saved}").touch(); time.sleep(60)'
    )
    assert edited_outside("före", editor, saved.exists) == "sparat"
    assert list(folder.iterdir()) == [saved]


def test_what_an_editor_rescues_when_the_program_leaves_is_left_to_it(folder: Path) -> None:
    does = 'file.with_suffix(".swp").write_text("mer"); sys.exit(1)'
    assert edited_outside("före", an_editor(does), lambda: any(folder.rglob("*.swp"))) == "före"
    [left] = folder.rglob("*.swp")
    assert left.read_text() == "mer"


def test_visual_comes_before_editor() -> None:
    environ = {
        **an_editor('file.write_text("fel")'),
        "VISUAL": an_editor('file.write_text("rätt")')["EDITOR"],
    }
    assert edited_outside("", environ) == "rätt"
