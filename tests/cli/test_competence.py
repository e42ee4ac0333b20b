"""`ijtui competence`: list, check, new, show."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ijtui.cli.competence import competence
from ijtui.errors import BadInput, NotFound
from ijtui.words import language, speak


@pytest.fixture(autouse=True)
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    before = language()
    monkeypatch.setenv("IJTUI_CONFIG", str(tmp_path / "config"))
    speak("en")
    yield tmp_path / "config"
    speak(before)


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(competence, arguments)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def test_the_list_shows_what_ships_and_what_is_ones_own(config: Path) -> None:
    run("new", "nurse", "--from", "coach")
    broken = config / "competences" / "broken.toml"
    broken.write_text("no set", "utf-8")
    lines = run("list").stdout.splitlines()
    assert lines[0].split() == ["Name", "Language", "Competences", "Title", "Whose"]
    assert [line.split()[0] for line in lines[1:9]] == ["coach", "developer", "finance-lead", "general"] * 2
    own = {line.split()[0]: line for line in lines[9:]}
    assert own["nurse"].endswith("yours")
    assert own["broken"].endswith(f"ijtui competence check {broken}")


def test_a_new_set_is_a_copy_that_can_be_used_at_once_and_is_for_its_owners_eyes(config: Path) -> None:
    result = run("new", "nurse", "--from", "developer")
    path = config / "competences" / "nurse.en.toml"
    assert result.stdout == f"{path}\n"
    said = run("check", str(path)).stdout.splitlines()
    assert said[:3] == ["Developer (nurse, en)", "  Code: requirement 3", "  Testing: requirement 3"]
    assert said[-1].startswith("For the roles: developer, programmer")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with pytest.raises(BadInput, match="exists already"):
        run("new", "nurse")


@pytest.mark.parametrize("name", ["../nurse", "Vård", "a b", "."])
def test_a_name_that_is_no_plain_word_makes_no_file(config: Path, name: str) -> None:
    with pytest.raises(BadInput, match="a set's name"):
        run("new", name)
    assert not config.exists()


def test_a_copy_of_nothing_makes_no_file(config: Path) -> None:
    with pytest.raises(NotFound):
        run("new", "nurse", "--from", "none")
    assert not config.exists()


def test_check_says_every_error_with_file_and_line_on_standard_error(tmp_path: Path) -> None:
    path = tmp_path / "mitt set.toml"
    path.write_text("title = 3\nlanguage = 'no'\n", "utf-8")
    result = run("check", str(path))
    assert (result.exit_code, result.stdout) == (1, "")
    assert [line.partition(": ")[0] for line in result.stderr.splitlines()] == [
        f"{path}:1",
        f"{path}:1",
        f"{path}:2",
    ]


def test_show_gives_back_what_a_set_is_written_in() -> None:
    speak("sv")
    assert run("show", "general").stdout.startswith('title = "Allmän"\n')
    with pytest.raises(NotFound):
        run("show", "none")
