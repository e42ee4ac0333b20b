"""`ijtui template`: list, check, new, show."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ijtui.cli.template import template
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
    result = CliRunner().invoke(template, arguments)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def test_the_list_shows_what_ships_and_what_is_ones_own(config: Path) -> None:
    run("new", "spring", "--from", "annual-municipality-b")
    (config / "agendas" / "broken.md").write_text("no question", "utf-8")
    (config / "feedback").mkdir()
    (config / "feedback" / "nurse.md").write_text("no heading", "utf-8")
    lines = run("list").stdout.splitlines()
    assert lines[0].split() == ["Name", "Language", "Kind", "Length", "Title", "Whose"]
    shipped = (
        "annual",
        "annual-municipality-a",
        "annual-municipality-b",
        "evaluation",
        "onboarding",
        "quarterly",
    )
    assert [line.split()[0] for line in lines[1:13]] == [*shipped, *shipped]
    assert lines[1].split(maxsplit=3)[1:3] == ["sv", "annual"]
    own = {line.split()[0]: line for line in lines[13:]}
    assert own["spring"].endswith("yours")
    assert own["broken"].endswith(f"ijtui template check {config / 'agendas' / 'broken.md'}")
    assert own["–"].endswith(f"ijtui template check {config / 'feedback' / 'nurse.md'}")


def test_a_new_template_is_a_copy_that_can_be_used_at_once(config: Path) -> None:
    result = run("new", "spring")
    path = config / "agendas" / "spring.en.md"
    assert result.stdout == f"{path}\n"
    assert run("check", str(path)).stdout == (
        "Development conversation (spring, en, annual, 75 min)\n"
        "  Before: 8 things to do\n"
        "  The year behind: 20 min, 5 questions\n"
        "  Work environment and health: 20 min, 6 questions\n"
        "  The future: 20 min, 5 questions\n"
        "  The development plan: 15 min, 4 questions\n"
    )


def test_a_new_template_is_in_the_language_that_is_spoken(config: Path) -> None:
    speak("sv")
    run("new", "spring")
    assert "title: Utvecklingssamtal" in (config / "agendas" / "spring.sv.md").read_text("utf-8")


def test_a_new_template_is_for_its_owners_eyes(config: Path) -> None:
    run("new", "spring")
    folder = config / "agendas"
    assert stat.S_IMODE((folder / "spring.en.md").stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_new_template_replaces_nothing_unless_told_to(config: Path) -> None:
    run("new", "spring")
    path = config / "agendas" / "spring.en.md"
    path.write_text("mine", "utf-8")
    with pytest.raises(BadInput, match="exists already"):
        run("new", "spring")
    assert path.read_text("utf-8") == "mine"
    run("new", "spring", "--force", "--from", "annual-municipality-a")
    assert "id: spring\n" in path.read_text("utf-8")


def test_a_link_in_the_place_of_a_new_template_is_not_followed(config: Path, tmp_path: Path) -> None:
    (config / "agendas").mkdir(parents=True)
    (tmp_path / "other.md").write_text("theirs", "utf-8")
    (config / "agendas" / "spring.en.md").symlink_to(tmp_path / "other.md")
    for force in ((), ("--force",)):
        with pytest.raises(BadInput):
            run("new", "spring", *force)
    assert (tmp_path / "other.md").read_text("utf-8") == "theirs"


@pytest.mark.parametrize("name", ["../spring", "Vår", "a b", "."])
def test_a_name_that_is_no_plain_word_makes_no_file(config: Path, name: str) -> None:
    with pytest.raises(BadInput):
        run("new", name)
    assert not config.exists()


def test_a_copy_of_nothing_makes_no_file(config: Path) -> None:
    with pytest.raises(NotFound):
        run("new", "spring", "--from", "none")
    assert not config.exists()


def test_check_says_every_error_with_file_and_line_on_standard_error(tmp_path: Path) -> None:
    path = tmp_path / "min mall.md"
    path.write_text("---\nkind: x\n---\n- a? {who=me}\n", "utf-8")
    result = run("check", str(path))
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        f"{path}:2: “x” can't be the kind. Expected one of: annual, quarterly, evaluation, onboarding.\n"
        f"{path}:4: “me” can't be the who. Expected one of: both, employee, manager.\n"
    )


def test_check_tells_what_was_not_used(tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    path.write_text("# T\n\n- a?\n\nText.\n\n| a |\n|---|\n", "utf-8")
    assert run("check", str(path)).stdout.endswith("neither heading nor question: lines 5, 7\n")


def test_check_reads_feedback_templates_too(tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    path.write_text("---\nrole: nurse\nlanguage: en\n---\n# Good\nYou ‹what›.\n# Goal\n‹What›.\n", "utf-8")
    assert run("check", str(path)).stdout == "2 feedback templates (nurse, en)\n  good: 1\n  goals: 1\n"
    path.write_text("---\nrole: nurse\n---\nNothing.", "utf-8")
    result = run("check", str(path))
    assert (result.exit_code, result.stdout) == (1, "")
    assert "There is no template here." in result.stderr


@pytest.mark.parametrize("content", [None, b"\xff\xfe#\x00"])
def test_check_of_what_is_no_text_says_so(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "x.md"
    if content:
        path.write_bytes(content)
    result = run("check", str(path))
    assert result.exit_code == 1
    assert result.stderr.startswith(f"{path}:")
    assert result.stderr.count("\n") == 1


def test_show_writes_the_markdown(config: Path) -> None:
    assert run("show", "annual").stdout.startswith("---\nid: annual\n")
    with pytest.raises(NotFound):
        run("show", "none")
