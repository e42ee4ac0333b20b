"""Weeding and legal holds from the shell; what becomes of the file is tried in tests/services."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ijtui.content.keeping import read_rules, shipped, usual
from ijtui.domain.keeping import Sort
from tests.cli.conftest import Ask
from tests.services.weeding import ALL


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    file = tmp_path / "keeping.toml"
    file.write_text(ALL, "utf-8")
    return file


def test_the_list_needs_no_rules_and_the_weeding_does(ask: Ask, filled: Path) -> None:
    listed = ask("weed", "--dry-run", "--on", "2035-01-01", "--db", filled, "--language", "en")
    assert (listed.code, listed.err) == (0, "")
    assert "nobody has chosen" in listed.out
    assert "| work environment and health |" in listed.out
    refused = ask("weed", "--yes", "--db", filled, "--language", "en")
    assert (refused.code, refused.out) == (1, "")
    assert "--choose FILE" in refused.err


def test_rules_are_written_chosen_and_written_again_word_for_word(
    ask: Ask, filled: Path, tmp_path: Path
) -> None:
    shown = ask("weed", "--rules", "--db", filled, "--language", "sv").out
    assert shown.strip() == shipped("sv").strip()
    file = tmp_path / "mine.toml"
    file.write_text(shown.replace("after = 36", "after = 12  # beslut 2026:7"), "utf-8")
    assert ask("weed", "--choose", file, "--db", filled).code == 0
    assert ask("weed", "--rules", "--db", filled).out.strip() == file.read_text("utf-8").strip()


@pytest.mark.parametrize(
    ("was", "becomes", "line"),
    [
        ("after = 24", "after = -1", 16),
        ("after = 24", 'after = "alltid"', 16),
        ("left = 3", "# left = 3", 15),
        ("[feedback]", "[aterkoppling]", 27),
        ("[feedback]", "[feedback", 27),
    ],
)
def test_rules_that_are_wrong_are_refused_with_their_line(
    ask: Ask, filled: Path, tmp_path: Path, was: str, becomes: str, line: int
) -> None:
    file = tmp_path / "wrong.toml"
    file.write_text(shipped("en").replace(was, becomes, 1), "utf-8")
    refused = ask("weed", "--choose", file, "--db", filled, "--language", "en")
    assert (refused.code, refused.out) == (1, "")
    assert f"{file}:{line}:" in refused.err


def test_the_receipt_comes_as_a_page_and_as_json(ask: Ask, filled: Path, rules: Path) -> None:
    ask("weed", "--choose", rules, "--db", filled)
    ask("backup", "--db", filled)
    done = ask("weed", "--yes", "--db", filled, "--format", "json", "--language", "en")
    told = json.loads(done.out)
    assert told["receipt"] == 1
    assert told["removed"] == sum(part["number"] for part in told["parts"])
    assert done.code == 1
    assert "still holds it" in done.err
    clean = ask("weed", "--yes", "--backups", "--db", filled, "--language", "en")
    assert clean.code == 0
    assert "There is a new one" in clean.err
    assert len(list((filled.parent / "backups").iterdir())) == 1


def test_nothing_goes_where_nobody_can_be_asked(ask: Ask, filled: Path, rules: Path) -> None:
    ask("weed", "--choose", rules, "--db", filled)
    refused = ask("weed", "--db", filled, "--language", "en")
    assert (refused.code, refused.out) == (1, "")
    assert "--yes" in refused.err
    assert "| 0 |" not in ask("weed", "--dry-run", "--db", filled).out.splitlines()[-1]


def test_holds_are_added_listed_and_lifted(ask: Ask, filled: Path) -> None:
    added = ask("hold", "add", "Åsa Berg", "--reason", "Tvist, dnr 12", "--db", filled, "--language", "en")
    assert (added.code, added.err) == (0, "")
    conversation = ask("hold", "add", "--conversation", "1", "--reason", "Dito", "--db", filled)
    assert conversation.code == 0
    listed = ask("hold", "list", "--db", filled, "--language", "en").out
    assert "Åsa Berg" in listed
    assert "conversation 1" in listed
    assert ask("hold", "remove", "1", "--db", filled).code == 0
    assert ask("hold", "remove", "1", "--db", filled).code == 1
    for wrong in (
        ("hold", "add", "--reason", "x"),
        ("hold", "add", "Åsa Berg", "--conversation", "1", "--reason", "x"),
    ):
        refused = ask(*wrong, "--db", filled, "--language", "en")
        assert refused.code == 1
        assert "--conversation NUMBER" in refused.err


def test_the_rules_are_the_same_in_both_languages_and_leave_nothing_out() -> None:
    assert read_rules(shipped("sv"), "sv") == usual()
    assert list(usual()) == list(Sort)
    health = usual()[Sort.WORK_ENVIRONMENT]
    later = (Sort.NOTES, Sort.PLAN, Sort.RATING, Sort.CARE)
    assert all((health.after or 0) < (usual()[sort].after or 0) for sort in later)
