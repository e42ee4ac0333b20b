"""Which competence sets there are; what ships is whole in both languages, and fits the role."""

from __future__ import annotations

from pathlib import Path

import pytest

from ijtui import paths
from ijtui.content.competence import listed_as, loaded, profile, profiles, renamed, suggested
from ijtui.content.problems import Problems
from ijtui.content.source import read_file
from ijtui.errors import NotFound
from tests.content.test_competence_format import HEAD, THREE

NAMES = ["coach", "developer", "finance-lead", "general"]


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "competences"
    folder.mkdir()
    return folder


def ids(own: Path, language: str | None = "sv") -> list[str]:
    return [listed.id for listed in profiles(language, own)]


@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_set_is_the_same_in_both_languages(name: str, own: Path) -> None:
    swedish, english = (profile(name, language, own) for language in ("sv", "en"))
    assert [(item.id, item.required) for item in swedish.competences] == [
        (item.id, item.required) for item in english.competences
    ]
    assert 6 <= len(swedish.competences) <= 8
    for one, other in zip(swedish.competences, english.competences, strict=True):
        assert all(mine != theirs for mine, theirs in zip(one.levels, other.levels, strict=True))


def test_every_shipped_set_stands_the_check_and_says_every_sentence_once() -> None:
    files = sorted(paths.CONTENT.glob("*/competences/*.toml"))
    assert [path.stem for path in files] == NAMES * 2
    for path in files:
        checked = loaded(path)
        assert checked == profile(path.stem, path.parts[-3])
        said = [sentence for item in checked.competences for sentence in item.levels]
        assert len(set(said)) == len(said)
        assert all(sentence.endswith(".") and len(sentence) <= 100 for sentence in said)
        assert all(2 <= item.required <= 3 for item in checked.competences)


def test_in_swedish_nobody_is_called_man() -> None:
    for listed in profiles("sv"):
        assert listed.profile
        for item in listed.profile.competences:
            assert not {"man", "ens", "en själv"} & set(" ".join(item.levels).casefold().split())


@pytest.mark.parametrize(
    ("role", "name"),
    [
        ("utvecklare", "developer"),
        ("Senior systemutvecklare", "developer"),
        ("IT-utvecklare, drift", "developer"),
        ("verksamhetsutvecklare", "general"),
        ("Seniorcoach", "coach"),
        ("Ekonomiansvarig", "finance-lead"),
        ("lärare", "general"),
        ("", "general"),
        ("(.*", "general"),
    ],
)
def test_the_set_that_is_for_the_role_is_suggested(role: str, name: str, own: Path) -> None:
    assert suggested(role, "sv", own).id == name


def test_the_longest_name_of_a_role_decides_and_ones_own_set_before_a_shipped_one(own: Path) -> None:
    (own / "a.toml").write_text(HEAD + "roles = ['utvecklare', 'senior utvecklare']\n" + THREE, "utf-8")
    assert suggested("utvecklare", "sv", own).id == "a"
    assert suggested("senior utvecklare", "sv", own).id == "a"
    assert suggested("utvecklare", "en", own).id == "developer"


def test_ones_own_set_takes_the_place_of_the_shipped_one_of_its_name_and_language(own: Path) -> None:
    (own / "mine.toml").write_text("id = 'coach'\n" + HEAD + THREE, "utf-8")
    assert ids(own).count("coach") == ids(own, "en").count("coach") == 1
    assert profile("coach", "sv", own).title == "Sjuksköterska"
    assert listed_as("coach", "sv", own).own
    assert profile("coach", "en", own).title == "Coach"


def test_a_broken_set_is_listed_and_says_why_when_it_is_wanted(own: Path) -> None:
    (own / "trasig.toml").write_text("title =\n", "utf-8")
    broken = profiles("en", own)[-1]
    assert (broken.id, broken.profile, broken.own) == ("trasig", None, True)
    with pytest.raises(Problems) as problems:
        profile("trasig", "sv", own)
    assert problems.value.found[0].line == 1
    assert "ijtui competence check" in str(problems.value)
    assert suggested("utvecklare", "sv", own).id == "developer"


def test_a_set_that_isn_t_there_is_not_found(own: Path) -> None:
    with pytest.raises(NotFound, match="ijtui competence list"):
        profile("none", "sv", own)


def test_a_set_under_a_new_name_is_the_same_otherwise(own: Path) -> None:
    for listed in profiles(None, own):
        assert listed.profile
        path = own / "copy.toml"
        path.write_text(renamed(renamed(read_file(listed.source), "first"), "second"), "utf-8")
        copy = loaded(path)
        assert (copy.id, copy.competences, copy.roles) == (
            "second",
            listed.profile.competences,
            listed.profile.roles,
        )
        path.unlink()
