"""Rounds from the shell: in three forms, made and closed, and only for whom they are."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from ijtui.domain.round import Round
from tests.builders import FixedClock, Room, a_person, a_room
from tests.cli.conftest import Ask


@pytest.fixture
def room(surroundings: Path) -> Iterator[Room]:
    """The usual file, with two people led and an open round."""
    room = a_room(surroundings, FixedClock())
    room.desk.people.add(room.me, a_person("=Anna|Ask", manager=room.me.id))
    season = date(2026, 11, 1), date(2026, 12, 31)
    room.desk.rounds.add(room.me, Round("Annual 2026", *season))
    yield room
    room.desk.close()


def test_a_round_is_shown_by_name_to_whoever_leads_them(room: Room, ask: Ask) -> None:
    said = ask("round", "show", "1", "--language", "en")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("# Annual 2026\n\n2026-11-01 to 2026-12-31\n")
    assert "| =Anna\\|Ask | not booked |\n| Erik Ek | booked |" in said.out
    assert "| All | 2 | 1 | 1 | 0 | 0 | 0 | 0 |" in said.out
    assert "## How it is counted" in said.out


def test_no_cell_of_the_table_becomes_a_formula(room: Room, ask: Ask) -> None:
    said = ask("round", "show", "1", "--format", "csv", "--language", "en")
    rows = list(
        csv.reader(io.StringIO(said.out.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}")), delimiter=";")
    )
    assert rows[0][:5] == ["Unit", "Manager", "Name", "People", "not booked"]
    assert [row[2] for row in rows[1:3]] == ["'=Anna|Ask", "Erik Ek"]
    assert ["All", "", "", "2", "1", "1", "0", "0", "0", "0"] in rows


def test_programs_read_the_same(room: Room, ask: Ask) -> None:
    told = json.loads(ask("round", "show", "1", "--format", "json").out)
    assert (told["ijtui-round"], told["round"]["name"], told["own"]) == (1, "Annual 2026", None)
    assert [person["stage"] for person in told["people"]] == ["not-booked", "booked"]
    assert told["all"]["people"] == 2
    assert json.loads(ask("round", "list", "--format", "json").out) == [told["round"]]


def test_rounds_are_listed(room: Room, ask: Ask) -> None:
    assert ask("round", "list", "--language", "en").out.splitlines()[1].split() == [
        "1",
        "Annual",
        "2026",
        "2026-11-01",
        "2026-12-31",
    ]
    assert "1;Annual 2026;2026-11-01;2026-12-31;" in ask("round", "list", "--format", "csv").out


def test_a_round_is_made_brought_up_to_date_and_closed(room: Room, ask: Ask) -> None:
    season = ("--first", "2027-01-01", "--last", "2027-01-31")
    said = ask("round", "open", "Kvartal 1", *season, "--template", "quarterly", "--language", "en")
    assert (said.code, said.out) == (0, "Round 2: Kvartal 1, 2 people.\n")
    assert room.desk.rounds.get(room.me, 2).kind == "quarterly"
    room.desk.people.add(room.me, a_person("Ny Nord", manager=room.me.id))
    assert ask("round", "update", "2", "--language", "en").out == "Put in: 1. Taken out: 0.\n"
    assert ask("round", "close", "2", "--language", "en").out == "“Kvartal 1” is closed.\n"
    again = ask("round", "close", "2", "--language", "en")
    assert again.code == 1
    assert "is closed" in again.err


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("show", "9"), "There is no round with number 9."),
        (("show", "x"), "“x” is not the number of a round."),
        (("open", "A", "--first", "i höst", "--last", "2026-12-31"), "“i höst” is no day."),
        (("open", "A", "--first", "2026-12-31", "--last", "2026-12-30"), "The last day can't come before"),
        (("open", " ", "--first", "2026-12-01", "--last", "2026-12-30"), "A round needs a name"),
        (("open", "A", "--first", "2026-12-01", "--last", "2026-12-30", "--unit", "X"), "no unit called “X”"),
        (
            ("open", "A", "--first", "2026-12-01", "--last", "2026-12-30", "--template", "X"),
            "no template “X”",
        ),
    ],
)
def test_what_can_not_be_done_is_said_in_a_sentence(
    room: Room, ask: Ask, arguments: tuple[str, ...], sentence: str
) -> None:
    said = ask("round", *arguments, "--language", "en")
    assert said.code in (1, 2)
    assert sentence in said.err
    assert len(room.desk.rounds.all(room.me)) == 1


def test_in_a_file_without_rounds_that_is_said(surroundings: Path, ask: Ask) -> None:
    a_room(surroundings, FixedClock()).desk.close()
    said = ask("round", "list", "--language", "en")
    assert (said.code, said.out, said.err) == (0, "", "ijtui: There is no round yet.\n")
