"""The language of the command line, click's own words included."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from ijtui.cli.language import asked_for
from tests.cli.conftest import Ask

Process = Callable[..., subprocess.CompletedProcess[bytes]]

PAGES: tuple[list[str], ...] = (
    [],
    ["demo"],
    ["list"],
    ["minutes"],
    ["template"],
    ["template", "list"],
    ["template", "check"],
    ["template", "new"],
    ["template", "show"],
    ["competence"],
    ["competence", "list"],
    ["competence", "check"],
    ["competence", "new"],
    ["competence", "show"],
    ["backup"],
    ["restore"],
    ["doctor"],
)

MISTAKES = (
    ["nothing"],
    ["--nothing"],
    ["--db"],
    ["--db="],
    ["minutes"],
    ["minutes", "x"],
    ["minutes", "1", "2"],
    ["minutes", "1", "2", "3"],
    ["minutes", "1", "--format", "pdf"],
    ["minutes", "1", "--force=x"],
    ["minutes", "1", "--forc"],
    ["list"],
    ["list", "x"],
    ["demo", "--db", "x"],
    ["template"],
    ["template", "nothing"],
)

ENGLISH = re.compile(
    r"\b(the|and|of|this|that|these|file|usage|options?|commands?|error|with|your|for|help|show|missing|such|"
    r"value|try|choose|invalid|unexpected|one|not)\b",
    re.IGNORECASE,
)
OURS_TO_TYPE = re.compile(
    r"--?[\w-]+|\[[\w|]+\]|'[^']*'|ijtui( \w+)*|^  (show|list|check|new)\b", re.MULTILINE
)
"""What is the same in every language: options, choices, what was typed, names of commands."""


@pytest.mark.parametrize(
    ("arguments", "language"),
    [
        ([], ""),
        (["--language", "sv"], "sv"),
        (["--language=sv", "list"], "sv"),
        (["list", "people", "--language", "en"], "en"),
        (["--language"], ""),
        (["--language", "fi"], ""),
        (["--", "--language", "sv"], ""),
    ],
)
def test_the_language_is_found_wherever_it_is_asked_for(arguments: list[str], language: str) -> None:
    assert asked_for(arguments) == language


def test_the_option_goes_before_the_settings_and_these_before_the_system(
    ask: Ask, surroundings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def spoken(*arguments: str) -> str:
        refused = ask("list", "people", *arguments).err
        return "sv" if "Det finns ingen" in refused else "en"

    assert spoken() == "en"
    monkeypatch.setenv("LANG", "sv_SE.UTF-8")
    assert spoken() == "sv"
    (surroundings / "config").mkdir()
    (surroundings / "config" / "settings.toml").write_text('language = "en"\n', "utf-8")
    assert spoken() == "en"
    assert spoken("--language", "sv") == "sv"


@pytest.mark.parametrize("text", [b'language = "fi"\n', b"language = \n", b"\xff\xfe", b'thema = "dark"\n'])
def test_settings_that_cant_be_read_are_complained_about_and_stop_nothing(
    ask: Ask, filled: Path, surroundings: Path, text: bytes
) -> None:
    (surroundings / "config").mkdir()
    (surroundings / "config" / "settings.toml").write_bytes(text)
    said = ask("list", "people")
    assert said.code == 0
    assert "Åsa Berg" in said.out
    assert "settings.toml" in said.err
    assert said.err.count("\n") == 1


@pytest.mark.parametrize("page", PAGES, ids=" ".join)
def test_no_help_page_has_english_left(process: Process, page: list[str]) -> None:
    swedish, english = (
        process("--language", language, *page, "--help").stdout.decode() for language in ("sv", "en")
    )
    assert "Användning: ijtui" in swedish
    assert ENGLISH.findall(OURS_TO_TYPE.sub("", swedish)) == []
    sentences = {line.strip() for line in swedish.splitlines() if len(line.split()) > 3}
    assert sentences & {line.strip() for line in english.splitlines()} == set()


@pytest.mark.parametrize("mistake", MISTAKES, ids=" ".join)
def test_no_mistake_is_explained_in_english(process: Process, mistake: list[str]) -> None:
    done = process("--language", "sv", *mistake)
    said = done.stderr.decode()
    assert done.returncode == 2
    assert "Fel: " in said or "Användning: " in said
    assert ENGLISH.findall(OURS_TO_TYPE.sub("", said)) == []
