"""The list of everybody from the shell: looked at, taken in and given out."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from ijtui.cli import run
from ijtui.domain.account import Door, Office
from ijtui.domain.person import Part
from ijtui.server.verbs import understood
from tests.builders import a_desk, let_in
from tests.cli.conftest import Ask
from tests.listing import LIST

Process = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    """A list as a spreadsheet on Windows writes it."""
    file = tmp_path / "folk.csv"
    file.write_bytes(LIST.replace("\n", "\r\n").encode("cp1252"))
    return file


def test_a_dry_run_says_what_would_change_and_changes_nothing(ask: Ask, filled: Path, listed: Path) -> None:
    before = ask("people", "export", "--db", filled).out
    told = ask("people", "import", listed, "--dry-run", "--db", filled, "--language", "en")
    assert (told.code, told.err) == (0, "")
    assert "New units: 3\n  Kommunen\n  Vård, part of Kommunen\n" in told.out
    assert "New people: 5\n  Karin Kommun, Kommunen\n" in told.out
    assert told.out.endswith("Nothing is changed yet. Take the list in without --dry-run.\n")
    assert ask("people", "export", "--db", filled).out == before


def test_a_list_is_stored_once_and_given_out_again(ask: Ask, filled: Path, listed: Path) -> None:
    assert ask("people", "import", listed, "--db", filled, "--language", "en").out.endswith(
        "Stored: 5 people.\n"
    )
    again = ask("people", "import", listed, "--db", filled, "--language", "en")
    assert again.out.endswith("\nThe list says nothing new. Nothing is changed.\n")
    assert again.out.startswith("Without a manager, so nobody holds their conversations: 1\n  Karin Kommun")
    listed.write_text(ask("people", "export", "--db", filled).out)
    assert ask("people", "import", listed, "--db", filled, "--language", "en").out.endswith(
        "Nothing is changed.\n"
    )


def test_a_list_comes_through_the_standard_input(process: Process, filled: Path) -> None:
    own = {"env": {"IJTUI_DB": str(filled)}, "stdin": None, "input": LIST.encode()}
    done = process("people", "import", "--language", "en", **own)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.endswith(b"Stored: 5 people.\n")


def test_every_error_has_its_row_and_there_is_an_end_to_them(ask: Ask, filled: Path, tmp_path: Path) -> None:
    file = tmp_path / "fel.csv"
    file.write_text("nr;namn;chef\n" + "".join(f"{row};Namn {row};\x1b[31mingen\n" for row in range(70)))
    told = ask("people", "import", file, "--db", filled, "--language", "en")
    lines = told.err.splitlines()
    assert (told.code, told.out, len(lines)) == (1, "", 52)
    assert lines[0] == "row 2: The manager [31mingen is neither in the list nor here, by number or by name."
    assert lines[-2:] == ["… and 20 more", "The list can't be taken in, and nothing was changed."]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "The list is empty"),
        (b"betyg\n1;2\n", "names no column for a name"),
        (b"namn;Name\nA;B\n", "Two columns say the same: namn and Name."),
        (b"\x00\xff\xfe\n", "names no column for a name"),
        (b'namn\n"Anna', "row 2: The row can't be read as CSV."),
        ("\N{ZERO WIDTH NO-BREAK SPACE}namn\nAnna\n".encode("utf-16-le"), None),
    ],
)
def test_a_file_that_is_no_list_is_told_in_one_sentence(
    ask: Ask, filled: Path, tmp_path: Path, data: bytes, said: str | None
) -> None:
    file = tmp_path / "x.csv"
    file.write_bytes(data)
    told = ask("people", "import", file, "--db", filled, "--language", "en")
    assert told.code == (1 if said else 0)
    assert (said or "") in told.err
    assert "Traceback" not in told.err


def test_a_file_that_is_not_there_is_told(ask: Ask, filled: Path, tmp_path: Path) -> None:
    told = ask("people", "import", tmp_path / "no.csv", "--db", filled)
    assert (told.code, told.err.count("\n")) == (1, 1)


def shared(folder: Path, office: Office) -> tuple[Path, Door]:
    desk = a_desk(folder)
    hr = desk.people.first_run("Hanna Hed", Part.EMPLOYEE)
    door = let_in(desk, hr, "hanna", office)
    desk.close()
    return folder / "ijtui.db", door


@pytest.mark.parametrize(("office", "code"), [(Office.HR, 0), (Office.NONE, 1)])
def test_at_the_door_the_list_is_hrs(
    surroundings: Path, capfdbinary: pytest.CaptureFixture[bytes], office: Office, code: int
) -> None:
    _file, door = shared(surroundings, office)
    assert run(understood("people export"), door) == code
    told = capfdbinary.readouterr()
    if code:
        assert (told.out, told.err.count(b"\n")) == (b"", 1)
        assert b"HR" in told.err
    else:
        assert told.out.startswith(b"\xef\xbb\xbf")


def test_at_the_door_no_list_lies_in_a_path(
    surroundings: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    _file, door = shared(surroundings, Office.HR)
    (surroundings / "folk.csv").write_text(LIST)
    assert run(understood("people import folk.csv"), door) == 1
    assert b"standard input" in capfdbinary.readouterr().err
