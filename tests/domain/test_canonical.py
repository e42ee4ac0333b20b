"""Equal things have equal bytes, as RFC 8785 says; the package `rfc8785` is the oracle."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import pytest
import rfc8785
from hypothesis import given, settings
from hypothesis import strategies as st

from ijtui.domain.canonical import canonical, digest

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
WHOLE = st.integers(-(2**53) + 1, 2**53 - 1)
VALUES = st.recursive(
    st.none() | st.booleans() | WHOLE | TEXTS,
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(TEXTS, inner, max_size=5),
    max_leaves=30,
)


@settings(max_examples=300, derandomize=True, deadline=None)
@given(VALUES)
def test_it_writes_what_the_oracle_writes(value: Any) -> None:
    assert canonical(value) == rfc8785.dumps(value)


@settings(max_examples=100, derandomize=True, deadline=None)
@given(VALUES)
def test_what_is_written_reads_back_as_the_same(value: Any) -> None:
    assert json.loads(canonical(value)) == value


@settings(max_examples=100, derandomize=True, deadline=None)
@given(st.dictionaries(TEXTS, WHOLE, min_size=2, max_size=8))
def test_the_order_in_which_keys_came_does_not_matter(value: dict[str, int]) -> None:
    assert canonical(dict(reversed(value.items()))) == canonical(value)


def test_keys_stand_in_the_order_of_the_rfcs_own_sample() -> None:
    sample = {
        "\u20ac": "Euro Sign",
        "\r": "Carriage Return",
        "\ufb33": "Hebrew Letter Dalet With Dagesh",
        "1": "One",
        "\U0001f600": "Emoji: Grinning Face",
        "\u0080": "Control",
        "\u00f6": "Latin Small Letter O With Diaeresis",
    }
    assert list(json.loads(canonical(sample)).values()) == [
        "Carriage Return",
        "One",
        "Control",
        "Latin Small Letter O With Diaeresis",
        "Euro Sign",
        "Emoji: Grinning Face",
        "Hebrew Letter Dalet With Dagesh",
    ]


def test_a_text_is_not_brought_into_another_form() -> None:
    assert canonical("a\u030a") != canonical("\u00e5")


def test_the_hash_is_that_of_the_bytes() -> None:
    assert digest({"b": 1, "a": "å"}) == hashlib.sha256('{"a":"å","b":1}'.encode()).hexdigest()


@pytest.mark.parametrize("value", [1.5, {"a": [0.0]}, {1: "one"}, b"bytes", {"a", "b"}])
def test_what_has_no_one_way_to_be_written_is_refused(value: Any) -> None:
    with pytest.raises(TypeError):
        canonical(value)


@pytest.mark.parametrize("value", [2**53, -(2**53), "\ud800"])
def test_what_others_would_read_differently_is_refused(value: Any) -> None:
    with pytest.raises(ValueError, match=r"large|surrogates"):
        canonical(value)
