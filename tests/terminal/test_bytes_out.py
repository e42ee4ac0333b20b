"""Nothing stored can give the terminal orders."""

from __future__ import annotations

import sys

from rich.cells import cell_len
from rich.segment import ControlType, Segment
from rich.style import Style
from textual.color import Color

from ijtui.clean import UNSAFE_IN_A_LINE
from ijtui.terminal.bytes_out import Harmless
from tests.journeys.conftest import OpenTerminal
from tests.terminal.apps import program
from tests.terminal.apps.exhibition import ORDERS, PLACES

BLACK = Color(0, 0, 0)
UNSAFE = [chr(code) for code in range(sys.maxunicode + 1) if UNSAFE_IN_A_LINE.match(chr(code))]


def filtered(*segments: Segment) -> list[Segment]:
    return Harmless().apply(list(segments), BLACK)


def test_every_unsafe_character_is_taken_out() -> None:
    [segment] = filtered(Segment("a" + "".join(UNSAFE) + "b"))
    assert UNSAFE_IN_A_LINE.search(segment.text) is None
    assert segment.text.replace(" ", "") == "ab"


def test_every_unsafe_character_is_unprintable_which_is_what_is_asked_first() -> None:
    assert not [character for character in UNSAFE if character.isprintable()]


def test_a_line_keeps_its_width() -> None:
    for character in UNSAFE:
        [segment] = filtered(Segment(f"å{character}ä"))
        assert cell_len(segment.text) == cell_len(f"å{character}ä"), hex(ord(character))


def test_a_harmless_line_is_not_touched() -> None:
    line = [Segment("Åsa — 日本 €", Style(bold=True)), Segment(" " * 20)]
    assert Harmless().apply(line, BLACK) is line


def test_style_stays_and_control_segments_of_widgets_pass() -> None:
    bold = Style(bold=True)
    control = Segment("\x1b[H", None, [(ControlType.HOME,)])
    assert filtered(Segment("\x07a", bold), control) == [Segment("a", bold), control]


def test_a_link_keeps_its_address_only_if_that_is_harmless() -> None:
    good = Style(link="https://example.org")
    bad = Style(link="https://example.org/\x1b]2;taken\x07", bold=True)
    kept, dropped = filtered(Segment("a", good), Segment("b", bad))
    assert kept.style is not None
    assert kept.style.link == "https://example.org"
    assert dropped.style is not None
    assert (dropped.style.link, dropped.style.bold) == (None, True)


def hostile_bytes(raw: bytes) -> set[str]:
    return {order for order in ORDERS if order.encode() in raw}


def test_no_widget_lets_a_stored_order_reach_the_terminal(open_terminal: OpenTerminal) -> None:
    terminal = open_terminal(program("exhibition"), cols=140, rows=40)
    terminal.wait_until(lambda screen: screen.count("nocent") >= PLACES, "the text in every place")
    assert hostile_bytes(terminal.raw) == set()


def test_without_the_filter_they_would_reach_it(open_terminal: OpenTerminal) -> None:
    # When this fails, Textual has learned to do it and the filter may go.
    terminal = open_terminal(program("exhibition"), cols=140, rows=40, env={"STOCK": "1"})
    terminal.wait_sent(b"nocent")
    assert hostile_bytes(terminal.raw) >= {"\x1b[21t", "\x9b21t", "\u202e"}
