"""`ijtui minutes`: to the standard output or to a file, always the same bytes, never anything private."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from ijtui.services.demo.script import read_script
from tests.cli.conftest import Ask

FORMATS = ("md", "docusaurus", "short", "json")


@pytest.mark.parametrize("form", FORMATS)
def test_it_gives_the_same_bytes_every_time(ask: Ask, filled: Path, form: str) -> None:
    first = ask("minutes", "2", "--format", form)
    ask("list", "people")
    ask("backup")
    second = ask("minutes", "2", "--format", form, "--language", "sv")
    assert (first.code, first.err) == (0, "")
    assert first.out == second.out


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_private_leaves_in_any_format(ask: Ask, example: Path, form: str) -> None:
    script = read_script("sv")
    said = "".join(
        ask("minutes", str(number), "--format", form, "--db", example).out for number in range(1, 10)
    )
    private = [text for parts in script.conversations.values() for text in parts.get("private", {}).values()]
    sealed = script.conversations["lina-now"]["manager"].values()
    assert len(private) == 3
    assert [text for text in (*private, *sealed) if text.strip()[:40] in said] == []


def test_the_usual_format_is_markdown(ask: Ask, example: Path) -> None:
    said = ask("minutes", "1", "--db", example)
    assert said.out.startswith("# Utvecklingssamtal: Åsa Berg\n")
    assert said.out == ask("minutes", "1", "--format", "md", "-o", "-", "--db", example).out
    assert json.loads(ask("minutes", "1", "--format", "json", "--db", example).out)


def test_a_file_is_for_the_owner_alone_and_holds_what_would_have_been_shown(ask: Ask, filled: Path) -> None:
    said = ask("minutes", "1", "-o", "minutes.md")
    assert (said.code, said.out, said.err) == (0, "", "")
    file = filled.parent / "minutes.md"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert file.read_text("utf-8") == ask("minutes", "1").out


def test_a_file_is_replaced_only_when_that_is_said(ask: Ask, filled: Path) -> None:
    file = filled.parent / "minutes.md"
    file.write_text("mine", "utf-8")
    refused = ask("minutes", "1", "-o", "minutes.md", "--language", "en")
    assert refused.code == 1
    assert "--force" in refused.err
    assert file.read_text("utf-8") == "mine"
    assert ask("minutes", "1", "-o", "minutes.md", "--force").code == 0
    assert file.read_text("utf-8").startswith("# Utvecklingssamtal")


@pytest.mark.parametrize("force", [[], ["--force"]])
def test_a_link_is_never_followed(ask: Ask, filled: Path, force: list[str]) -> None:
    target = filled.parent / "target.md"
    target.write_text("mine", "utf-8")
    (filled.parent / "minutes.md").symlink_to(target)
    (filled.parent / "nowhere.md").symlink_to("not there")
    for name in ("minutes.md", "nowhere.md"):
        assert ask("minutes", "1", "-o", name, *force).code == 1
    assert target.read_text("utf-8") == "mine"
    assert not (filled.parent / "not there").exists()


def test_a_name_that_is_not_utf_8_can_be_written_to(ask: Ask, filled: Path) -> None:
    name = "anteckningar-\udcff.md"
    assert ask("minutes", "1", "-o", name).code == 0
    assert (filled.parent / name).exists()
    assert ask("minutes", "1", "-o", name).code == 1
