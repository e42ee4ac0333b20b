"""Which keys may be given to a command."""

from __future__ import annotations

import pytest
from textual.keys import _character_to_key

from ijtui.errors import BadInput
from ijtui.keys import HARD, SIGNS, checked


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("n", "n"), ("N", "N"), ("7", "7"), ("ö", "ö"), ("f12", "f12"), ("ctrl+n", "ctrl+n"),
        ("alt+n", "alt+n"), ("ctrl+shift+a", "ctrl+shift+a"), ("shift+tab", "shift+tab"),
        ("ctrl+pagedown", "ctrl+pagedown"), ("/", "slash"), ("slash", "slash"), ("+", "plus"),
        (",", "comma"), ("n, f2", "n,f2"),
    ],
)  # fmt: skip
def test_a_key_that_every_keyboard_has_is_taken(typed: str, key: str) -> None:
    assert checked(typed) == key


@pytest.mark.parametrize("sign", [*HARD, *HARD.values(), "ctrl+at", "ctrl+alt+n", "alt+ctrl+e"])
def test_a_key_that_needs_altgr_or_a_dead_key_is_refused(sign: str) -> None:
    with pytest.raises(BadInput, match="AltGr"):
        checked(sign)


@pytest.mark.parametrize(
    "key", ["ctrl+i", "ctrl+m", "ctrl+h", "ctrl+7", "ctrl+slash", "ctrl+ö", "shift+enter"]
)
def test_a_key_that_terminals_confuse_is_refused(key: str) -> None:
    with pytest.raises(BadInput, match="in many terminals"):
        checked(key)


@pytest.mark.parametrize(
    "key", ["", "nn", "f13", "ctrl+", "control+n", "ctrl+ctrl+n", "ctrl+N", "n,", "Enter", "\x1b"]
)
def test_what_is_no_key_is_refused(key: str) -> None:
    with pytest.raises(BadInput, match="is not the name of a key"):
        checked(key)


def test_copying_stays_where_people_expect_it() -> None:
    with pytest.raises(BadInput, match="copies"):
        checked("ctrl+c")


@pytest.mark.parametrize(("sign", "name"), [*SIGNS.items(), *HARD.items()])
def test_signs_have_the_names_that_textual_gives_them(sign: str, name: str) -> None:
    assert _character_to_key(sign) == name
