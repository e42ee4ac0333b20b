"""A journal in a file: read back it is the same, whatever its entries hold, and a mistake has its line."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ijtui.clean import clean, clean_line
from ijtui.domain.journal import EntryKind
from ijtui.errors import BadInput
from ijtui.minutes.journal import as_json, markdown
from ijtui.minutes.journal_read import read_journal
from ijtui.minutes.leaf import Leaf
from ijtui.words import Words
from tests.minutes.hostile import nasty

WORDS = Words("sv")
NOON = datetime(2026, 11, 21, 12, 0, 0, 5000)


def a_leaf(body: str = "Första demon", **given: Any) -> Leaf:
    return replace(Leaf("uid-1", date(2026, 11, 21), NOON, NOON, body), **given)


def both(leaves: list[Leaf]) -> list[str]:
    return [markdown(leaves, "Journal", WORDS), as_json(leaves, "Maria")]


OURS = st.sampled_from(
    [
        "<!-- ijtui end -->",
        "<!-- ijtui entry {} -->",
        "\\<!-- ijtui ",
        "<!-- ijtui journal 1 -->",
        "## 2026-11-21",
    ]
)
bodies = st.lists(nasty | OURS | st.text(max_size=30), max_size=6).map(lambda parts: clean("\n".join(parts)))
names = (nasty | st.text(max_size=20)).map(clean_line)
leaves = st.lists(
    st.builds(
        Leaf,
        uid=st.uuids().map(lambda uid: uid.hex),
        day=st.dates(date(1990, 1, 1), date(2100, 1, 1)),
        made=st.just(NOON),
        changed=st.just(NOON),
        body=bodies,
        kind=st.sampled_from(EntryKind),
        quarter=st.sampled_from(["", "2026-Q4"]),
        person=names,
        shared=st.booleans(),
        goal=names,
    ),
    max_size=4,
    unique_by=lambda leaf: leaf.uid,
)


@given(leaves)
def test_what_is_read_back_is_what_was_written(leaves: list[Leaf]) -> None:
    for text in both(leaves):
        assert list(read_journal(f"{text}\n".encode(), "x")) == leaves
        assert list(read_journal(text.replace("\n", "\r\n").encode("utf-8-sig"), "x")) == leaves


@given(leaves)
def test_a_file_cut_off_anywhere_is_refused(leaves: list[Leaf]) -> None:
    for text in both(leaves):
        for cut in (len(text) - 1, len(text) // 2, 30):
            with pytest.raises(BadInput):
                read_journal(text[:cut].encode(), "x")


def test_an_entry_stands_in_markdown_as_it_was_written() -> None:
    text = markdown([a_leaf("- [x] gjort\n\n**fet**")], "Journal · Maria", WORDS)
    assert "# Journal · Maria\n" in text
    assert "## 2026-11-21 (lö v. 47)\n\n- [x] gjort\n\n**fet**\n\n<!-- ijtui end -->" in text


def test_nothing_in_an_entrys_facts_ends_their_comment() -> None:
    text = markdown([a_leaf(goal="--> <b>", person="-->")], "J", WORDS)
    [comment] = [line for line in text.split("\n") if line.startswith("<!-- ijtui entry")]
    assert comment.count("-->") == 1


GOOD = markdown([a_leaf(), a_leaf("två", uid="uid-2")], "Journal", WORDS).split("\n")


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (lambda lines: ["hej", *lines], 1),
        (lambda lines: ["<!-- ijtui journal 2 -->", *lines[1:]], 1),
        (lambda lines: lines[:-1], len(GOOD) - 2),
        (lambda lines: [*lines[:4], *lines[5:]], 5),
        (lambda lines: [*lines[:3], lines[3].replace('"uid"', '"uid'), *lines[4:]], 4),
        (lambda lines: [*lines[:3], lines[3].replace("2026-11-21", "2026-13-21"), *lines[4:]], 4),
        (lambda lines: [*lines[:8], lines[8].replace("uid-2", "uid-1"), *lines[9:]], 9),
        (lambda lines: [*lines[:7], "<!-- ijtui what -->", *lines[7:]], 8),
        (lambda lines: [*lines[:7], *lines[8:]], 7),
        (lambda lines: [*lines, "efteråt"], len(GOOD) + 1),
    ],
)
def test_a_mistake_in_markdown_has_its_line(change: Any, line: int) -> None:
    with pytest.raises(BadInput) as refusal:
        read_journal("\n".join(change(GOOD)).encode(), "j.md")
    assert (refusal.value.source, refusal.value.line) == ("j.md", line)


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (lambda text: text.replace("]}", "]"), 4),
        (lambda text: text.replace('"uid-2"', "7"), 3),
        (lambda text: text.replace('"uid-2"', '" "'), 3),
        (lambda text: text.replace('"uid-2"', '"uid-1"'), 3),
        (lambda text: text.replace('"ijtui-journal": 1', '"ijtui-journal": 2'), 1),
        (lambda text: '{"entries": []}', 1),
        (lambda text: text.replace('"uid-2", "day": "2026', '"uid-2", "day": "9999'), 3),
        (lambda text: text.replace('"uid-2", "day": "2026', '"uid-2", "day": "0001'), 3),
        (lambda text: _at(text, "made", "0001-01-01T00:00:00+14:00"), 2),
        (lambda text: _at(text, "changed", "9999-12-31T23:59:59-14:00"), 2),
        (lambda text: "{" + "[" * 100_000, 1),
        (lambda text: '{"ijtui-journal": 1, "x": "entries", "y": [1], "entries": [7]}', 1),
    ],
)
def test_a_mistake_in_json_has_its_line(change: Any, line: int) -> None:
    text = as_json([a_leaf(), a_leaf("två", uid="uid-2")], "Maria")
    with pytest.raises(BadInput) as refusal:
        read_journal(change(text).encode(), "j.json")
    assert refusal.value.line == line


def _at(text: str, field: str, moment: str) -> str:
    return text.replace(f'"{field}": "{NOON.isoformat(timespec="milliseconds")}"', f'"{field}": "{moment}"')


def test_names_in_json_may_be_written_with_any_escapes() -> None:
    text = as_json([a_leaf(), a_leaf(uid="uid-2")], "Maria")
    assert len(read_journal(text.replace('"entries"', '"\\u0065ntries"').encode(), "j.json")) == 2


def test_bytes_that_are_no_text_are_refused_with_their_line() -> None:
    with pytest.raises(BadInput) as refusal:
        read_journal(b"<!-- ijtui journal 1 -->\n\xe5", "j.md")
    assert refusal.value.line == 2


def test_the_json_is_one_document_with_an_entry_a_line() -> None:
    text = as_json([a_leaf("a\nb"), a_leaf(uid="uid-2")], "Maria")
    assert json.loads(text)["entries"][0]["body"] == "a\nb"
    assert len(text.split("\n")) == 4


def test_a_moment_with_a_time_zone_becomes_a_local_one() -> None:
    text = as_json([a_leaf()], "Maria").replace("12:00:00.005", "12:00:00.005+00:00")
    [leaf] = read_journal(text.encode(), "x")
    assert leaf.made.tzinfo is None
