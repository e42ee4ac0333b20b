"""`ijtui list`: columns for people, JSON for programs."""

from __future__ import annotations

import json
import re
from contextlib import closing
from pathlib import Path

import pytest

from ijtui.domain.person import Part
from ijtui.services.desk import open_desk
from tests.cli.conftest import Ask


def table_of(said: str) -> list[list[str]]:
    return [re.split(r"\s{2,}", line) for line in said.splitlines()]


def test_people_are_listed_by_name_with_their_manager(ask: Ask, example: Path) -> None:
    rows = table_of(ask("list", "people", "--db", example, "--language", "en").out)
    assert rows[0] == ["No.", "Name", "Role", "Unit", "Manager"]
    assert [row[1] for row in rows[1:]] == [
        "Jonas Öberg",
        "Karin Nyström",
        "Lina Ek",
        "Omar Haddad",
        "Åsa Berg",
    ]
    assert rows[-1] == ["2", "Åsa Berg", "systemutvecklare", "Digital utveckling", "Karin Nyström"]


def test_conversations_are_listed_with_the_latest_first(ask: Ask, example: Path) -> None:
    rows = table_of(ask("list", "conversations", "--db", example, "--language", "en").out)
    days = [row[1] for row in rows[1:]]
    assert days == sorted(days, reverse=True)
    [row] = [row for row in rows if row[1] == "2026-11-23 09:00"]
    assert row[2:] == ["Åsa Berg", "Karin Nyström", "annual development conversation", "booked", "Rum Eken"]


def test_actions_are_listed_with_the_first_due_first_and_what_is_late_is_told(ask: Ask, filled: Path) -> None:
    rows = table_of(ask("list", "actions", "--language", "sv").out)
    days = [row[1] for row in rows[1:]]
    assert days == [*sorted(days[:-1]), "–"]
    states = {row[5]: row[2] for row in rows[1:]}
    assert states["Skriv lasttester för sökningen"] == "delvis genomförd"
    assert states["Ring juristerna om avtalet med registret"] == "genomförd, 16 dagar för sent"
    assert states["Boka handledning i projektledning varannan vecka"] == "försenad"
    assert states["Visa ekonomin i tio minuter på teammötet en gång i månaden"] == "anmäld som klar"
    assert states["Skriv tre frågor till användarna, med ett tydligt syfte"] == "återstår"


def test_the_json_has_the_documented_keys(ask: Ask, example: Path) -> None:
    documented = (Path(__file__).parents[2] / "docs" / "command-line.md").read_text("utf-8")
    for what in ("people", "conversations", "actions", "goals"):
        part = documented.partition(f"\n**{what}**\n")[2].partition("\n\n**")[0].partition("\nFor example")[0]
        cells = re.findall(r"^\| (`.+?) \|", part, re.MULTILINE)
        keys = {key for cell in cells for key in re.findall(r"`(\w+)`", cell)}
        found = json.loads(ask("list", what, "--json", "--db", example).out)
        assert found
        assert {frozenset(item) for item in found} == {frozenset(keys)}, what


def test_the_json_says_the_same_in_every_language(ask: Ask, example: Path) -> None:
    for what in ("people", "conversations", "actions", "goals"):
        swedish, english = (
            ask("list", what, "--json", "--db", example, "--language", code).out for code in ("sv", "en")
        )
        assert swedish == english


def test_an_action_in_json_carries_its_outcome(ask: Ask, example: Path) -> None:
    listed = json.loads(ask("list", "actions", "--json", "--db", example).out)
    found = {item["id"]: item for item in listed}
    assert (found[3]["state"], found[3]["manager"]["name"]) == ("not-done", "Karin Nyström")
    assert found[3]["outcome"] == {
        "carried_out": "no",
        "achieved": "Filtret byttes.",
        "goal_reached": "no",
        "reason": "Fläkten hör till fastighetsbolaget, som väntar på en reservdel.",
        "on": "2025-11-14",
        "conversation": 2,
        "done": None,
        "cancelled": False,
    }
    assert any(item["outcome"] and item["outcome"]["conversation"] is None for item in listed)
    assert [item["outcome"] for item in listed if item["due"] is None] == [None]
    assert [item["other"] for item in listed if item["responsible"] == "other"] == ["hela gruppen"]
    reported = [item for item in listed if item["state"] == "reported"]
    assert [(item["reported"], item["outcome"]) for item in reported] == [("2026-11-18", None)]


def test_goals_are_listed_with_how_far_they_have_come(ask: Ask, example: Path) -> None:
    with closing(open_desk(example)) as desk:
        owner = desk.people.me()
        assert owner is not None
        goals = desk.goals.visible(owner[0])
        newest = desk.goals.newest(owner[0], goals)
    rows = table_of(ask("list", "goals", "--db", example, "--language", "en").out)
    assert rows[0] == ["No.", "Due", "State", "Progress", "Employee", "Goal"]
    assert [(row[0], row[3], row[5]) for row in rows[1:]] == [
        (str(goal.id), f"{goal.progress} %", goal.title) for goal in goals
    ]
    told = json.loads(ask("list", "goals", "--db", example, "--json").out)
    assert [goal["course"] for goal in told] == [
        newest[goal.id].course.value if goal.id in newest else None for goal in goals
    ]


@pytest.mark.parametrize("what", ["conversations", "actions", "goals"])
def test_an_empty_list_says_so_beside_the_output(ask: Ask, surroundings: Path, what: str) -> None:
    desk = open_desk(surroundings / "ijtui.db")
    desk.people.first_run("Karin", Part.MANAGER)
    desk.close()
    said = ask("list", what, "--language", "en")
    assert (said.code, said.out) == (0, "")
    assert re.fullmatch(r"ijtui: There are no .+ yet\.\n", said.err)
    assert ask("list", what, "--json").out == "[]\n"
