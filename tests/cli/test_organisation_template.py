"""The organisation's templates from the shell and at the door: publish, list, show, diff, retire, export."""

from __future__ import annotations

import io
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from ijtui.cli import run
from ijtui.domain.account import Door, Office
from ijtui.errors import BadInput
from ijtui.server.verbs import understood
from tests.builders import Room, a_person, a_room, let_in
from tests.cli.conftest import Ask, Said
from tests.templates import AGENDA, NAME, SET

NEXT = AGENDA.replace("Vad har varit svårt?", "Vad var svårast?").replace("{#learn}", "{#learning}")


@pytest.fixture
def room(surroundings: Path) -> Iterator[Room]:
    """An account's own file, open beside the commands."""
    room = a_room(surroundings)
    yield room
    room.desk.close()


@pytest.fixture
def english(ask: Ask) -> Ask:
    def asked(*arguments: str | Path) -> Said:
        return ask("--language", "en", *arguments)

    return asked


@pytest.fixture
def files(surroundings: Path) -> Path:
    for name, text in (("autumn.md", AGENDA), ("next.md", NEXT), ("nurse.toml", SET)):
        (surroundings / name).write_text(text, "utf-8")
    return surroundings


@pytest.mark.usefixtures("room", "files")
def test_a_text_is_published_listed_shown_compared_and_retired(english: Ask) -> None:
    assert english("template", "publish", "autumn", "autumn.md").out == "Published: Höstsamtal, version 1\n"
    said = english("template", "publish", "autumn", "next.md", "--note", "svårast")
    assert said.out.split("\n")[0] == "Published: Höstsamtal, version 2"
    assert said.out.split("\n")[1:] == english("template", "diff", "autumn").out.split("\n")
    row = english("template", "list").out.split("\n")[1]
    assert row.split() == [
        "autumn",
        "sv",
        "annual",
        "45",
        "min",
        "Höstsamtal",
        "the",
        "organisation's,",
        "version",
        "2",
    ]
    assert english("template", "show", "autumn").out == NEXT
    assert english("template", "show", "autumn", "--version", "1").out == AGENDA
    assert english("template", "retire", "autumn").code == 0
    assert "version 2, retired" in english("template", "list").out
    assert english("template", "show", "autumn").code == 1
    assert english("template", "retire", "autumn", "--again").out == "Höstsamtal is offered again.\n"


@pytest.mark.usefixtures("room", "files")
def test_a_difference_is_told_by_its_questions_and_what_is_lost_comes_first(english: Ask) -> None:
    english("template", "publish", "autumn", "autumn.md")
    english("template", "publish", "autumn", "next.md")
    assert english("template", "diff", "autumn", "1", "2").out == (
        "! Lära has another id, learning instead of learn: earlier answers are no longer found beside it.\n"
        "~ Svårt is asked otherwise:\n"
        "    - Vad har varit svårt?\n"
        "    + Vad var svårast?\n"
    )
    assert english("template", "diff", "autumn", "2", "2").out == "Nothing is different.\n"
    assert english("template", "diff", "autumn", "7").code == 1


@pytest.mark.usefixtures("room", "files")
def test_sets_go_the_same_way(english: Ask) -> None:
    assert english("competence", "publish", "nurse", "nurse.toml").out == (
        "Published: Sjuksköterska, version 1\n"
    )
    assert "the organisation's, version 1" in english("competence", "list").out
    assert english("competence", "show", "nurse").out == SET
    assert english("competence", "diff", "nurse").err.endswith("so there is nothing to compare.\n")
    assert english("template", "show", "nurse").code == 1, "a set is no agenda"


@pytest.mark.usefixtures("room")
def test_every_error_has_its_line_and_nothing_is_published(english: Ask, files: Path) -> None:
    (files / "wrong.md").write_text(AGENDA.replace("who=employee", "who=boss").replace("45", "x"), "utf-8")
    said = english("template", "publish", "autumn", "wrong.md")
    assert (said.code, said.out) == (1, "")
    assert [line.split(":")[:2] for line in said.err.splitlines()] == [["wrong.md", "5"], ["wrong.md", "11"]]
    assert "autumn" not in english("template", "list").out


@pytest.mark.usefixtures("files")
def test_a_draft_written_in_the_app_is_published_by_its_name(english: Ask, room: Room) -> None:
    room.desk.templates.begin(room.me, NAME, AGENDA)
    assert "autumn" in english("template", "list").out
    assert english("template", "publish", "autumn", "--draft").out == "Published: Höstsamtal, version 1\n"
    assert english("template", "publish", "autumn", "--draft").code == 1


@pytest.mark.usefixtures("room", "files")
def test_a_version_goes_to_a_file_of_ones_own_and_comes_back(english: Ask, files: Path) -> None:
    english("template", "publish", "autumn", "autumn.md")
    assert english("template", "export", "autumn", "out.md").out == "out.md\n"
    assert (files / "out.md").read_text("utf-8") == AGENDA
    assert stat.S_IMODE((files / "out.md").stat().st_mode) == 0o600
    assert english("template", "export", "autumn", "out.md").code == 1
    assert english("template", "publish", "autumn", "out.md").err.endswith("since version 1.\n")


def test_templates_are_listed_and_shown_before_there_is_a_file(english: Ask, surroundings: Path) -> None:
    assert english("template", "list").code == english("template", "show", "annual").code == 0
    assert english("competence", "list").code == 0
    assert not (surroundings / "ijtui.db").exists()
    assert english("template", "publish", "autumn", "-").code == 1


# At the door


def at_the_door(command: str, door: Door, monkeypatch: pytest.MonkeyPatch, text: str = "") -> int:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode()), "utf-8"))
    return run(understood(command), door=door)


@pytest.fixture
def doors(room: Room) -> tuple[Door, Door]:
    """HR's, and the manager's."""
    hanna = room.desk.people.add(room.me, a_person("Hanna Hed"))
    return let_in(room.desk, hanna, "hanna", Office.HR), let_in(room.desk, room.me, "maria")


def test_hr_publishes_through_the_standard_input_and_all_read_it(
    doors: tuple[Door, Door], monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    hr, manager = doors
    assert at_the_door("template publish autumn --note 'höstens'", hr, monkeypatch, AGENDA) == 0
    assert at_the_door("template publish autumn", hr, monkeypatch, NEXT) == 0
    capfdbinary.readouterr()
    for command in ("template list", "template show autumn --version 1", "template diff autumn 1 2"):
        assert at_the_door(command, manager, monkeypatch) == 0
    assert AGENDA.encode() in capfdbinary.readouterr().out
    assert at_the_door("template publish autumn", manager, monkeypatch, AGENDA) == 1
    assert at_the_door("template retire autumn", manager, monkeypatch) == 1
    assert b"written by HR" in capfdbinary.readouterr().err.replace(b"skrivs av HR", b"written by HR")


def test_no_file_of_the_server_is_read_at_the_door(
    doors: tuple[Door, Door],
    files: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    assert at_the_door(f"template publish autumn {files / 'autumn.md'}", doors[0], monkeypatch) == 1
    assert capfdbinary.readouterr().out == b""


@pytest.mark.parametrize(
    "command",
    ["template check x", "template new x", "template export x y", "competence check x", "template"],
)
def test_what_reads_or_writes_files_is_not_for_the_door(command: str) -> None:
    with pytest.raises(BadInput):
        understood(command)
