"""The extract for the salary review from the shell."""

from __future__ import annotations

import json
from pathlib import Path

from ijtui.services.desk import open_desk
from tests.builders import FixedClock
from tests.cli.conftest import TODAY, Ask

YEAR = str(TODAY.year)


def seen(file: Path) -> None:
    """Let the employee see the newest extract beside the owner."""
    desk = open_desk(file, clock=FixedClock())
    found = desk.people.me()
    assert found
    employee = next(person for person in desk.people.all(found[0]) if person.name == "Åsa Berg")
    extract = desk.salary.show(found[0], employee, TODAY.year)
    desk.salary.see(found[0], extract, "Kursen är inte med", initials="ÅB")
    desk.close()


def test_it_is_shown_first_and_written_when_it_was_seen(ask: Ask, filled: Path) -> None:
    asked = ("extract", "åsa berg", "--year", YEAR, "--db", filled)
    refused = ask(*asked, "--language", "en")
    assert (refused.code, refused.out) == (1, "")
    assert "Åsa Berg has not seen this extract yet" in refused.err
    seen(filled)
    page = ask(*asked, "--language", "en")
    assert (page.code, page.err) == (0, "")
    assert page.out.startswith(f"# Extract for the salary review {YEAR} · Åsa Berg")
    assert "> Kursen är inte med" in page.out
    assert "## Agreed levels, " in page.out
    told = json.loads(ask(*asked, "--format", "json").out)
    assert told["extract"]["employee"] == "Åsa Berg"
    assert told["seen"]["initials"] == "ÅB"


def test_markdown_and_json_tell_the_same(ask: Ask, filled: Path) -> None:
    ask("extract", "åsa berg", "--year", YEAR, "--db", filled)
    seen(filled)
    asked = ("extract", "åsa berg", "--year", YEAR, "--db", filled)
    page, told = ask(*asked).out, json.loads(ask(*asked, "--format", "json").out)
    parts = told["extract"]
    assert parts["goals"]
    assert parts["points"]
    assert parts["levels"]
    for said in (
        *(goal["title"] for goal in parts["goals"]),
        *(point["what"] for point in parts["points"]),
        *(level["title"] for level in parts["levels"]),
        told["hash"],
    ):
        assert said in page.replace("\\", "")


def test_who_is_meant_is_asked_for_where_it_is_not_clear(ask: Ask, example: Path) -> None:
    refused = ask("extract", "Ingen Alls", "--db", example, "--language", "en")
    assert (refused.code, refused.out) == (1, "")
    assert "Nobody here is called “Ingen Alls”" in refused.err


def test_a_file_is_for_ones_own_eyes(ask: Ask, filled: Path, tmp_path: Path) -> None:
    ask("extract", "åsa berg", "--year", YEAR, "--db", filled)
    seen(filled)
    asked = ("extract", "åsa berg", "--year", YEAR, "--db", filled, "-o", "utdrag.md")
    assert ask(*asked).code == 0
    assert (tmp_path / "utdrag.md").stat().st_mode & 0o077 == 0
    assert ask(*asked).code == 1


def test_a_file_is_known_again_and_one_that_was_changed_is_not(
    ask: Ask, filled: Path, tmp_path: Path
) -> None:
    ask("extract", "åsa berg", "--year", YEAR, "--db", filled)
    seen(filled)
    file = tmp_path / "utdrag.json"
    asked = ("extract", "åsa berg", "--year", YEAR, "--format", "json", "--db", filled)
    assert ask(*asked, "-o", file).code == 0
    verify = ("verify", file, "--db", filled, "--language", "en")
    found = ask(*verify)
    assert (found.code, "Åsa Berg saw it" in found.out) == (0, True)
    assert ask(*verify, "--alone").code == 0
    text = file.read_text("utf-8")
    for was, becomes, sentence in (
        ('"progress": ', '"progress": 1', "another"),
        ("Kursen är inte med", "Allt är bra", "something else"),
    ):
        file.write_text(text.replace(was, becomes), "utf-8")
        wrong = ask(*verify)
        assert (wrong.code, sentence in wrong.out) == (1, True)
    file.write_text('{"ijtui-extract": 1}', "utf-8")
    refused = ask(*verify)
    assert (refused.code, refused.out) == (1, "")
    assert "not an extract" in refused.err
