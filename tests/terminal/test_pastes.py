"""No key is pressed by what stands in a paste, however the stream is cut into pieces."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from ijtui.terminal.pastes import END, START, Pastes

PIECES = some.lists(
    some.sampled_from([START, END, "\x1b", "\x1b[", "\x1b[20", "1~", "[A", "å", "text", "\x07"])
)


def passed(*pieces: str) -> str:
    pastes = Pastes()
    return "".join(pastes.pass_on(piece) for piece in pieces)


def test_an_order_inside_a_paste_is_text() -> None:
    assert passed(f"{START}\x1b]0;owned\x07here{END}") == f"{START}]0;owned\x07here{END}"


def test_keys_before_and_after_a_paste_pass_unchanged() -> None:
    assert passed(f"\x1b[A{START}text{END}\x1b[B\x1b") == f"\x1b[A{START}text{END}\x1b[B\x1b"


def test_an_escape_key_passes_at_once() -> None:
    assert Pastes().pass_on("\x1b") == "\x1b"


def test_pasted_text_passes_at_once() -> None:
    assert Pastes().pass_on(f"{START}text") == f"{START}text"


@given(PIECES, some.data())
def test_the_pieces_that_come_do_not_matter(parts: list[str], data: some.DataObject) -> None:
    whole = "".join(parts)
    cuts = sorted(data.draw(some.lists(some.integers(0, len(whole)))))
    pieces = [whole[start:end] for start, end in zip([0, *cuts], [*cuts, len(whole)], strict=True)]
    # The end that is waited for inside a paste may still be held back, in either.
    assert passed(*pieces, END) == passed(whole, END)


@given(PIECES)
def test_inside_pastes_there_is_no_escape(parts: list[str]) -> None:
    for paste in passed("".join(parts), END).split(START)[1:]:
        assert "\x1b" not in paste.split(END)[0]


@given(PIECES)
def test_what_is_no_paste_is_never_changed(parts: list[str]) -> None:
    text = "".join(parts).replace(START, "")
    if START not in text:
        assert passed(text) == text
