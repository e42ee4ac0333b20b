"""How much of a text an edit takes away, and when that makes an earlier version."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ijtui.domain.text import KEPT_APART, MUCH, Text, is_worth_keeping, taken_away
from tests.builders import NOW, shared

LETTERS = st.text("ab\n å", max_size=60)


def a_text(body: str, author: int = 1, changed: datetime | None = NOW) -> Text:
    return Text(shared(), body, 1, author, changed)


@pytest.mark.parametrize(
    ("before", "after", "gone"),
    [
        ("", "", 0),
        ("", "abc", 0),
        ("abc", "abc", 0),
        ("abc", "abcd", 0),
        ("abc", "xabc", 0),
        ("abc", "abxc", 0),
        ("abc", "", 3),
        ("abc", "ac", 1),
        ("abc", "xyz", 3),
        ("aaaa", "aa", 2),
        ("abab", "ab", 2),
        ("one two three", "one 2 three", 3),
    ],
)
def test_what_lies_between_the_common_beginning_and_end_is_gone(before: str, after: str, gone: int) -> None:
    assert taken_away(before, after) == gone


@settings(derandomize=True, deadline=None)
@given(LETTERS, LETTERS, LETTERS)
def test_adding_takes_nothing_away(start: str, added: str, end: str) -> None:
    assert taken_away(start + end, start + added + end) == 0


@settings(derandomize=True, deadline=None)
@given(LETTERS, LETTERS)
def test_never_more_is_gone_than_was_there_nor_less_than_it_is_shorter(before: str, after: str) -> None:
    gone = taken_away(before, after)
    assert max(0, len(before) - len(after)) <= gone <= len(before)


@settings(derandomize=True, deadline=None)
@given(LETTERS, LETTERS)
def test_what_is_not_gone_stands_at_both_ends(before: str, after: str) -> None:
    stays = len(before) - taken_away(before, after)
    assert any(
        before[:start] == after[:start] and before[len(before) - end :] == after[len(after) - end :]
        for start, end in ((start, stays - start) for start in range(stays + 1))
    )


LATER = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("before", "after", "since", "taken", "kept"),
    [
        (a_text("a"), a_text("ab", changed=NOW + LATER), NOW, 0, False),
        (a_text("a"), a_text("ab", changed=NOW + KEPT_APART), NOW, 0, True),
        (a_text("a"), a_text("ab", author=2), NOW, 0, True),
        (a_text("a"), a_text(""), NOW, MUCH, False),
        (a_text("a"), a_text(""), NOW, MUCH + 1, True),
        (a_text(" \n"), a_text("b", author=2, changed=NOW + KEPT_APART), NOW, MUCH + 1, False),
    ],
    ids=["typing", "after a while", "by the other", "a line", "more than a line", "a blank"],
)
def test_an_earlier_version_is_kept(
    before: Text, after: Text, since: datetime, taken: int, kept: bool
) -> None:
    assert is_worth_keeping(before, after, since, taken) is kept
