"""The last gate before the terminal: no text on screen can give it orders.

Everything is cleaned when it comes in (`ijtui.clean`); this catches what came another way, from an older
file or a forgotten entrance. Textual itself writes stored escape bytes to the terminal from every widget
(reliability notes §4.1).
"""

from __future__ import annotations

import re

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from ijtui.clean import UNSAFE, UNSAFE_IN_A_LINE


class Harmless(LineFilter):
    """Takes control characters out of one line's text; colours, styles and widths stay."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments, the same list where there is nothing to take out."""
        if all(map(_is_plain, segments)):
            return segments
        return [segment if segment.control else _harmless(segment) for segment in segments]


def _is_plain(segment: Segment) -> bool:
    text, style, _ = segment
    # Whatever is unsafe is also unprintable, and asking for that costs half of the search.
    return text.isprintable() and (style is None or style.link is None)


def _harmless(segment: Segment) -> Segment:
    text, style, _ = segment
    if style is not None and style.link and UNSAFE.search(style.link):
        style = style.update_link(None)
    return Segment(UNSAFE_IN_A_LINE.sub(_blank, text), style)


def _blank(found: re.Match[str]) -> str:
    """Return as many spaces as the character was counted for, which is none for most of them."""
    return " " * cell_len(found[0])
