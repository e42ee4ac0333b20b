"""Which templates there are, the shipped ones and one's own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from ijtui.content.library import agenda, agendas, broken_feedback, feedback_templates, source_of
from ijtui.content.problems import Problems
from ijtui.content.starter import named, renamed
from ijtui.domain.agenda import Kind
from ijtui.errors import BadInput, NotFound

OWN = "---\nid: {id}\ntitle: {title}\nlanguage: sv\nkind: onboarding\nminutes: 30\n---\n- Hur känns det?\n"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "agendas"
    folder.mkdir()
    return folder


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def ids(folder: Path, language: str | None = "sv") -> list[str]:
    return [listed.id for listed in agendas(language, folder)]


def test_the_shipped_agendas_are_listed_where_there_are_no_others(tmp_path: Path) -> None:
    assert ids(tmp_path / "none") == [
        "annual",
        "annual-municipality-a",
        "annual-municipality-b",
        "evaluation",
        "onboarding",
        "quarterly",
    ]
    assert {listed.language for listed in agendas(None, tmp_path)} == {"sv", "en"}
    first = agendas("en", tmp_path)[0]
    assert (first.title, first.kind, first.minutes) == ("Development conversation", Kind.ANNUAL, 75)
    assert (first.own, first.broken) == (False, False)


def test_ones_own_are_listed_after_them(own: Path) -> None:
    path = write(own, "start.md", OWN.format(id="start", title="Första veckan"))
    listed = agendas("sv", own)[-1]
    assert (listed.id, listed.title, listed.kind, listed.minutes) == (
        "start",
        "Första veckan",
        Kind.ONBOARDING,
        30,
    )
    assert (listed.own, listed.broken, listed.source) == (True, False, path)
    assert "start" not in ids(own, "en")


def test_ones_own_agenda_replaces_the_shipped_one_of_its_name_and_language(own: Path) -> None:
    path = write(own, "mine.md", OWN.format(id="annual", title="Vårt samtal"))
    assert ids(own).count("annual") == 1
    assert agenda("annual", "sv", own).title == "Vårt samtal"
    assert source_of("annual", "sv", own) == path
    assert agenda("annual", "en", own).title == "Development conversation"


def test_a_broken_one_is_listed_in_both_languages_and_never_used(own: Path) -> None:
    path = write(own, "min mall.md", "---\nkind: monthly\n---\n- a?")
    write(own, "bytes.md", "")
    (own / "bytes.md").write_bytes(b"\xff")
    broken = [listed for listed in agendas("en", own) if listed.broken]
    assert [(listed.id, listed.title) for listed in broken] == [
        ("bytes", "bytes.md"),
        ("min-mall", "min mall.md"),
    ]
    with pytest.raises(Problems) as caught:
        agenda("min-mall", "sv", own)
    assert caught.value.source == str(path)


def test_only_markdown_files_are_looked_at(own: Path) -> None:
    write(own, "notes.txt", "- a?")
    (own / "folder.md").mkdir()
    assert ids(own) == ids(own / "none")


def test_a_name_that_is_none_is_not_found(own: Path) -> None:
    for name in ("monthly", "../annual", "", "/etc/passwd"):
        with pytest.raises(NotFound, match="ijtui template list"):
            agenda(name, "sv", own)
        with pytest.raises(NotFound):
            source_of(name, "sv", own)


def test_feedback_ships_in_both_languages(tmp_path: Path) -> None:
    swedish, english = feedback_templates("sv", tmp_path), feedback_templates("en", tmp_path)
    assert [template.id for template in swedish] == [template.id for template in english]
    assert {template.language for template in swedish} == {"sv"}


def test_ones_own_feedback_comes_with_the_rest_and_replaces_what_has_its_id(tmp_path: Path) -> None:
    write(
        tmp_path,
        "nurse.md",
        "---\nlanguage: sv\n---\n# Bra · sköterska {#calm}\nLugn.\n# Bra {#good}\nVår egen.\n",
    )
    found = {template.id: template for template in feedback_templates("sv", tmp_path)}
    assert found["calm"].role == "nurse"
    assert found["good"].body == "Vår egen."
    assert "calm" not in {template.id for template in feedback_templates("en", tmp_path)}


def test_a_broken_file_of_feedback_is_left_out_and_told(tmp_path: Path) -> None:
    write(tmp_path, "a.md", "# Bra\n‹vad")
    (tmp_path / "b.md").write_bytes(b"\xff")
    assert len(feedback_templates("sv", tmp_path)) == len(feedback_templates("sv", tmp_path / "none"))
    assert [Path(problems.source).name for problems in broken_feedback(tmp_path)] == ["a.md", "b.md"]


def test_listing_what_ships_needs_no_markdown_parser() -> None:
    code = (
        "import sys; from pathlib import Path; from ijtui.content.library import agendas;"
        "agendas('sv', Path('none')); print(sorted({'markdown_it', 'pydantic'} & set(sys.modules)))"
    )
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
        == "[]\n"
    )


def test_using_what_ships_needs_no_validation() -> None:
    code = (
        "import sys; from pathlib import Path; from ijtui.content.library import agenda, feedback_templates;"
        "agenda('annual', 'sv', Path('none')); feedback_templates('en', Path('none'));"
        "print('pydantic' in sys.modules)"
    )
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
        == "False\n"
    )


@pytest.mark.parametrize("name", ["", "Min mall", "å", "../x", "a/b", "-x", "x" * 61])
def test_a_template_s_name_is_a_plain_word(name: str) -> None:
    with pytest.raises(BadInput, match="can't be a template's name"):
        named(name)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\ntitle: A\nid: old\n---\n- a?\n", "---\ntitle: A\nid: new\n---\n- a?\n"),
        ("---\ntitle: A\n---\n- a?\n", "---\nid: new\ntitle: A\n---\n- a?\n"),
        ("\n---\ntitle: A\n# x\n---\n- a?\n", "\n---\nid: new\ntitle: A\n# x\n---\n- a?\n"),
        ("- a?\n", "---\nid: new\nlanguage: sv\n---\n\n- a?\n"),
    ],
)
def test_a_copy_has_its_own_name_and_is_otherwise_the_same(text: str, expected: str) -> None:
    assert renamed(text, "new", "sv") == expected
