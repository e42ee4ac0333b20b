"""One's own data and one's own figure from the shell."""

from __future__ import annotations

import json
import stat
from pathlib import Path

from tests.cli.conftest import Ask


def test_everything_about_oneself_comes_as_markdown_and_as_json(ask: Ask, example: Path) -> None:
    page = ask("mine", "--db", example)
    assert (page.code, page.err) == (0, "")
    assert page.out.startswith("# ")
    told = json.loads(ask("mine", "--db", example, "--format", "json").out)
    assert told["ijtui-mine"] == 1
    tables = {portion["table"] for portion in told["portions"]}
    assert {"person", "conversation", "text", "entry", "action", "goal", "history"} <= tables


def test_the_file_is_for_ones_own_eyes_and_replaces_none(ask: Ask, example: Path, tmp_path: Path) -> None:
    assert ask("mine", "--db", example, "-o", "mine.md").code == 0
    assert stat.S_IMODE((tmp_path / "mine.md").stat().st_mode) == 0o600
    lines = (tmp_path / "mine.md").read_text("utf-8").splitlines()
    assert lines[3:] == ask("mine", "--db", example).out.splitlines()[3:]  # above it stands when
    refused = ask("mine", "--db", example, "-o", "mine.md")
    assert refused.code == 1
    assert "mine.md" in refused.err
    assert ask("mine", "--db", example, "-o", "mine.md", "--force").code == 0
    assert [path.name for path in tmp_path.glob("*.md")] == ["mine.md"]


def test_the_figure_is_told_with_its_rule_and_as_json(ask: Ask, example: Path) -> None:
    page = ask("figure", "--db", example, "--language", "en")
    assert (page.code, page.err) == (0, "")
    assert page.out.startswith("Key figure 2")
    assert "How it is counted" in page.out
    told = json.loads(ask("figure", "--db", example, "--json", "--year", "2026").out)
    assert told["year"] == 2026
    points = told["manager"]["points"]
    assert points["fulfilled"] == points["in_time"] + points["late"] > 0
    assert ask("figure", "--year", "next").code == 2
