"""The journal from the shell: a line in, the whole of it out, and back to the same entries."""

from __future__ import annotations

import json
import stat
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ijtui.clean import clean
from ijtui.domain.journal import Entry, EntryKind
from ijtui.domain.quarter import Quarter
from ijtui.minutes.journal import as_json, markdown
from ijtui.minutes.journal_read import read_journal
from ijtui.services.journal_leaves import leaves, take_in
from ijtui.words import Words
from tests.builders import NOW, Room, a_goal, a_room
from tests.cli.conftest import Ask
from tests.minutes.hostile import nasty


@pytest.fixture
def room(surroundings: Path) -> Iterator[Room]:
    """An account's own file, open beside the commands."""
    room = a_room(surroundings)
    yield room
    room.desk.close()


def entries(room: Room) -> list[Entry]:
    return list(room.desk.journal.own(room.me))


def wrote(room: Room, body: str, **given: Any) -> Entry:
    return room.desk.journal.new(room.me, room.desk.journal.blank(room.me, body=body, **given))


def apart(entry: Entry) -> Entry:
    """Return an entry but for what each file counts for itself."""
    return replace(entry, id=0, filed=0, version=0)


# ijtui log


def test_a_line_becomes_an_entry_that_only_the_writer_sees(room: Room, ask: Ask) -> None:
    said = ask("log", "Första", "demon", "--tag", "demo", "--tag", "#åtgärd")
    assert (said.code, said.err) == (0, "")
    assert "Första demon" in said.out
    assert "Only you see it." in said.out
    assert said.out.count("\n") == 1
    [entry] = entries(room)
    assert (entry.body, entry.tags, entry.shared) == (
        "Första demon\n#demo #åtgärd",
        ("demo", "åtgärd"),
        False,
    )


def test_an_entry_can_point_at_a_goal_and_is_then_about_its_owner(room: Room, ask: Ask) -> None:
    goal = room.desk.goals.add(room.me, room.conversation, a_goal())
    assert ask("log", "framåt", "--goal", str(goal.id)).code == 0
    assert ask("log", "mer", "--goal", "DATABASEN").code == 0
    assert [(entry.goal, entry.person) for entry in entries(room)] == [(goal.id, room.employee.id)] * 2


def test_a_goal_that_could_be_several_is_asked_for_by_number(room: Room, ask: Ask) -> None:
    for title in ("Lära mig A", "Lära mig B"):
        room.desk.goals.add(room.me, room.conversation, a_goal(title))
    said = ask("log", "x", "--goal", "lära")
    assert (said.code, "Lära mig A" in said.err, "Lära mig B" in said.err) == (1, True, True)
    assert entries(room) == []


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["log", ""], 1),
        (["log", " "], 1),
        (["log", "x", "--goal", "99"], 1),
        (["log", "x", "--goal", str(2**70)], 1),
        (["log", "x", "--goal", "nej"], 1),
        (["log", "x", "--goal", ""], 1),
        (["log", "x", "--tag", "två ord"], 1),
        (["log", "x", "--tag", ""], 1),
    ],
)
def test_what_makes_no_entry_is_refused_in_a_sentence(
    room: Room, ask: Ask, arguments: list[str], code: int
) -> None:
    said = ask(*arguments)
    assert (said.code, said.out) == (code, "")
    assert "Traceback" not in said.err
    assert entries(room) == []


@pytest.mark.parametrize(
    ("data", "body"),
    [
        ("rad ett\r\n\r\n# rad två\n".encode(), "rad ett\n\n# rad två"),
        ("å".encode("latin-1"), "å"),
        (b"a\x1b[31m\x00b", "a[31mb"),
    ],
)
def test_what_comes_in_by_the_standard_input_is_an_entry(
    room: Room, process: Callable[..., subprocess.CompletedProcess[bytes]], data: bytes, body: str
) -> None:
    done = process("log", stdin=None, input=data)
    assert (done.returncode, done.stderr) == (0, b"")
    assert [entry.body for entry in entries(room)] == [body]


def test_a_file_without_an_owner_takes_no_entry(surroundings: Path, ask: Ask) -> None:
    assert ask("log", "hej").code == 1
    assert not (surroundings / "ijtui.db").exists()


# ijtui journal export, import


@pytest.mark.parametrize("form", ["md", "json"])
def test_the_journal_goes_out_and_comes_back(room: Room, ask: Ask, tmp_path: Path, form: str) -> None:
    wrote(room, "ett\n\n## rubrik\n\n")
    wrote(room, "två", person=room.employee.id, shared=True)
    before = entries(room)
    file = tmp_path / f"journal.{form}"
    assert ask("journal", "export", "--format", form, "-o", str(file)).code == 0
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    said = ask("journal", "import", str(file))
    assert said.out == "0 entries are new.\n2 were here already and stay as they are.\n"
    for entry in before:
        room.desk.journal.remove(room.me, entry.id)
    assert "2 entries are new." in ask("journal", "import", str(file)).out
    assert [apart(entry) for entry in entries(room)] == [apart(entry) for entry in before]


def test_the_export_can_begin_at_a_day_and_go_to_the_standard_output(room: Room, ask: Ask) -> None:
    wrote(room, "gammalt", day=NOW.date() - timedelta(days=30))
    wrote(room, "nytt")
    told = json.loads(ask("journal", "export", "--since", "2026-11-01", "--format", "json").out)
    assert [entry["body"] for entry in told["entries"]] == ["nytt"]
    assert ask("journal", "export", "--since", "nej").code == 1


def test_what_another_shares_is_not_in_ones_own_export(room: Room, ask: Ask) -> None:
    theirs = room.desk.journal.blank(room.employee, body="Eriks", person=room.me.id, shared=True)
    room.desk.journal.new(room.employee, theirs)
    assert "Eriks" not in ask("journal", "export").out


def test_nothing_is_written_over_and_nothing_read_from_what_is_no_journal(
    room: Room, ask: Ask, tmp_path: Path
) -> None:
    file = tmp_path / "fil.md"
    file.write_text("# Något annat\n")
    assert ask("journal", "export", "-o", str(file)).code == 1
    refused = ask("journal", "import", str(file))
    assert (refused.code, f"{file}:1: " in refused.err) == (1, True)
    assert ask("journal", "import", str(tmp_path / "ingen")).code == 1
    assert ask("journal", "import", str(tmp_path)).code == 1


@pytest.mark.parametrize("arguments", [["log"], ["journal", "import", "/dev/zero"]])
def test_what_never_ends_is_too_long(
    room: Room, process: Callable[..., subprocess.CompletedProcess[bytes]], arguments: list[str]
) -> None:
    with subprocess.Popen(["yes"], stdout=subprocess.PIPE) as endless:
        done = process(*arguments, stdin=endless.stdout)
        endless.kill()
    assert (done.returncode, done.stderr.count(b"\n")) == (1, 1)
    assert entries(room) == []


def test_an_entry_that_makes_no_sense_keeps_all_of_them_out(room: Room, ask: Ask, tmp_path: Path) -> None:
    wrote(room, "ett")
    text = ask("journal", "export").out
    [entry] = entries(room)
    room.desk.journal.remove(room.me, entry.id)
    file = tmp_path / "j.md"
    file.write_text(text.replace('"quarter": ""', '"quarter": "2026-Q4"'))
    refused = ask("journal", "import", str(file))
    assert (refused.code, f"{file}:4: " in refused.err) == (1, True)
    assert entries(room) == []


def test_whoever_and_whatever_is_not_here_is_left_out_and_said(room: Room, ask: Ask, tmp_path: Path) -> None:
    goal = room.desk.goals.add(room.me, room.conversation, a_goal("Lära mig"))
    wrote(room, "ett", person=room.employee.id, shared=True, goal=goal.id)
    text = ask("journal", "export").out
    room.desk.journal.remove(room.me, entries(room)[0].id)
    file = tmp_path / "j.md"
    file.write_text(text.replace("Erik Ek", "Erika").replace("Lära mig", "Annat"))
    said = ask("journal", "import", str(file)).out
    assert "Erika" in said
    assert "Annat" in said
    assert "1 that was shared is only yours here." in said
    [entry] = entries(room)
    assert (entry.person, entry.shared, entry.goal) == (None, False, None)


bodies = st.lists(nasty | st.text(max_size=20), max_size=5).map(lambda parts: clean("\n".join(parts)))


@contextmanager
def two_rooms() -> Iterator[list[Room]]:
    with TemporaryDirectory() as one, TemporaryDirectory() as other:
        rooms = [a_room(Path(folder)) for folder in (one, other)]
        for room in rooms:
            room.desk.goals.add(room.me, room.conversation, a_goal())
        yield rooms
        for room in rooms:
            room.desk.close()


@given(st.lists(st.tuples(bodies, st.booleans(), st.booleans(), st.integers(0, 900)), max_size=5))
@settings(max_examples=25, deadline=None)
def test_a_journal_that_goes_to_another_file_is_the_same_there(
    written: list[tuple[str, bool, bool, int]],
) -> None:
    with two_rooms() as (here, there):
        for number, (body, shared, reflects, ago) in enumerate(written):
            entry = here.desk.journal.blank(here.me, body=body, day=NOW.date() - timedelta(days=ago))
            if shared:
                goals = here.desk.goals.visible(here.me)
                entry = replace(entry, person=here.employee.id, shared=True, goal=goals[0].id)
            if reflects:
                entry = replace(entry, kind=EntryKind.REFLECTION, quarter=Quarter(2026, 4))
            moment = NOW + timedelta(milliseconds=number)
            here.desk.journal.take_in(here.me, [replace(entry, made=moment, changed=moment)])
        out = leaves(here.desk, here.me, here.desk.journal.own(here.me))
        for text in (markdown(out, "J", Words("en")), as_json(out, "M")):
            take_in(there.desk, there.me, read_journal(text.encode(), "x"), "x")
            arrived = [apart(entry) for entry in there.desk.journal.own(there.me)]
            assert arrived == [apart(entry) for entry in here.desk.journal.own(here.me)]
            for entry in there.desk.journal.own(there.me):
                there.desk.journal.remove(there.me, entry.id)
