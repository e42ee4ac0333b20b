"""Competence sets from TOML: what is read, and every error with its line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ijtui.content.competence import loaded
from ijtui.content.competence_file import load_profile
from ijtui.content.problems import Problems
from ijtui.content.toml_places import places
from ijtui.domain.competence import Profile

HEAD = 'title = "Sjuksköterska"\n'
ONE = """
[[competence]]
title = "{title}"
required = 3
levels = [
    "Har inte gjort det.",
    "Gör det med hjälp.",
    "Gör det oftast på egen hand.",
    "Gör det alltid på egen hand.",
    "Lär andra att göra det.",
]
"""
THREE = "".join(ONE.format(title=title) for title in ("Läkemedel", "Bemötande", "Rapport"))


def read(text: str, source: str = "vard.sv.toml") -> Profile:
    return load_profile(text, source, "en")


def wrong(text: str) -> list[tuple[int, str]]:
    with pytest.raises(Problems) as problems:
        read(text)
    return [(error.line, str(error)) for error in problems.value.found]


def test_what_is_left_out_is_made_of_what_is_there() -> None:
    profile = read(HEAD + THREE)
    assert (profile.id, profile.title, profile.language, profile.roles) == ("vard", "Sjuksköterska", "sv", ())
    assert [competence.id for competence in profile.competences] == ["lakemedel", "bemotande", "rapport"]
    assert profile.competences[0].required == 3
    assert profile.competences[2].levels[4] == "Lär andra att göra det."


def test_what_is_given_is_kept() -> None:
    facts = 'id = "nurse"\nlanguage = "en"\nroles = ["Sjuksköterska", " IVA  "]\n'
    profile = read(HEAD + facts + THREE.replace('title = "Rapport"', 'title = "Rapport"\nid = "report"'))
    assert (profile.id, profile.language, profile.roles) == ("nurse", "en", ("sjuksköterska", "iva"))
    assert profile.competences[2].id == "report"


def test_every_way_that_toml_can_be_written_is_read_the_same() -> None:
    levels = "levels=['0',\"1\",'''2''',\"\"\"3\"\"\", '4',]"
    short = [f"{{title='{title}', required=0x2, {levels}}}" for title in ("A b", "C", "D")]
    profile = read(f"competence = [\n{short[0]},\n{short[1]}, # kommentar ]\n{short[2]}]\ntitle='X'\n")
    assert [competence.levels for competence in profile.competences] == [("0", "1", "2", "3", "4")] * 3


def test_all_errors_are_told_at_once_each_with_its_line() -> None:
    text = 'titel = "X"\nlanguage = "no"\nid = "Å"\n' + THREE.replace(
        'title = "Bemötande"\n', "title = 3\n", 1
    ).replace("required = 3", "required = 7", 1).replace('    "Gör det med hjälp.",\n', "    2,\n", 1)
    lines = text.split("\n")
    found = wrong(text)
    assert [(line, message.partition(".")[0]) for line, message in found] == [
        (1, "“titel” is not known here"),
        (1, "“title” is missing here"),
        (2, "“no” can't be the language"),
        (3, "“Å” can't be an id"),
        (lines.index("required = 7") + 1, "“required” is not a level"),
        (lines.index("    2,") + 1, "“levels” is not a list of texts"),
        (lines.index("title = 3") + 1, "“title” is not a text"),
    ]


@pytest.mark.parametrize(
    ("change", "line", "said"),
    [
        (lambda text: text.replace('    "Lär andra att göra det.",\n', "", 1), 6, "Sentences here: 4"),
        (lambda text: text.replace("Gör det med hjälp.", "å" * 301, 1), 8, "301 characters"),
        (lambda text: text.replace("Gör det med hjälp.", " ", 1), 8, "nothing here"),
        (lambda text: text.replace("Läkemedel", "å" * 41, 1), 4, "41 characters"),
        (lambda text: text.replace("Bemötande", "Läkemedel", 1), 14, "has the id “lakemedel” already"),
        (lambda text: text.replace("required = 3", "required = true", 1), 5, "whole number from 0 to 4"),
        (lambda text: text.replace("required = 3", 'required = "3"', 1), 5, "whole number from 0 to 4"),
        (lambda text: text.replace("required = 3", "required = -1", 1), 5, "whole number from 0 to 4"),
        (lambda text: text.replace("required = 3\n", "", 1), 3, "“required” is missing"),
        (lambda text: text.replace("required = 3", "required = 3\nrequire = 3", 1), 6, "“require” is not"),
        (lambda text: text.replace("required = 3", "required = 3\n[competence.x]", 1), 6, "“x” is not known"),
        (lambda text: text.replace("required = 3", "required = 3\nrequired = 4", 1), 6, "read as TOML"),
        (lambda text: text.replace("levels = [", "levels = ", 1), 6, "read as TOML"),
        (lambda text: HEAD + ONE.format(title="Ensam"), 3, "Competences here: 1. Expected at least 3"),
        (lambda text: text + many(10), 3, "Competences here: 13. Expected at most 12"),
        (lambda text: HEAD, 1, "no competence here"),
        (lambda text: HEAD + "competence = 3\n", 2, "no competence here"),
        (lambda text: "", 1, "“title” is missing"),
        (lambda text: text.replace("Läkemedel", 'Läke"medel', 1), 4, "read as TOML"),
    ],
)
def test_an_error_is_told_where_it_stands(change: Callable[[str], str], line: int, said: str) -> None:
    found = wrong(change(HEAD + THREE))
    assert any(at == line and said in message for at, message in found), found


def many(number: int) -> str:
    return "".join(ONE.format(title=f"Nummer {at}") for at in range(number))


def test_control_characters_never_come_in() -> None:
    text = HEAD.replace("Sjuk", "\\u001b[31mSjuk\\u202e") + THREE.replace(
        "Läke", "\x1b[2J\u202eLäke\\u0007", 1
    )
    profile = read(text)
    assert profile.title == "[31mSjuksköterska"
    assert profile.competences[0].title == "[2JLäkemedel"


HOSTILE = {
    "other encoding": b"\xff\xfe\x00t",
    "large": b'title = "' + b"x" * 300_000 + b'"',
    "long": b"#\n" * 6_000,
    "open brackets": b"a = " + b"[" * 60_000,
    "deep list": b"a = " + b"[" * 5_000 + b"]" * 5_000,
    "deep table": b"a = " + b"{a=" * 5_000,
    "large number": b"required = " + b"9" * 10_000,
    "deep key": b".".join([b"a"] * 50_000) + b" = 1",
    "deep quoted key": b".".join([b'"a"'] * 40_000) + b" = 1",
    "deep header": b"[" + b" . ".join([b"a"] * 20_000) + b"]\nx = 1",
    "deep inline": b"x = {" + b".".join([b"a"] * 20_000) + b" = 1}",
    "open text": b'title = """' + b"\\\n" * 2_000,
    "quotes": b'"\\"' * 60_000,
    "control characters": b"\x00\x01",
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_file_is_refused_in_words(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "hostile.toml"
    path.write_bytes(data)
    with pytest.raises(Problems) as problems:
        loaded(path)
    assert all(error.source == str(path) for error in problems.value.found)
    assert all(len(str(error)) < 400 for error in problems.value.found)


def test_a_folder_or_nothing_is_no_set(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.toml"):
        with pytest.raises(Problems) as problems:
            loaded(path)
        assert "no such file" in str(problems.value.found[0])


def test_a_place_has_its_line_however_it_is_written() -> None:
    text = (
        '# [no]\n"od=d" = 1\nlist = [ "a",\n  """b]\n[[x]]""", # c ]\n"d" ]\n'
        "[[t]]\na.b = 1\n[[t]] # [\n[t.u]\nv = {}\n"
    )
    assert places(text) == {
        ("od=d",): 2,
        ("list",): 3,
        ("list", 0): 3,
        ("list", 1): 4,
        ("list", 2): 6,
        ("t", 0): 7,
        ("t",): 7,
        ("t", 0, "a", "b"): 8,
        ("t", 1): 9,
        ("t", 1, "u"): 10,
        ("t", 1, "u", "v"): 11,
    }
