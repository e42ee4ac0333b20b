"""Drawing with signs that every font and every screen reader has, for those who ask for it."""

from __future__ import annotations

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

_LIKE = {
    "-": "─━╌╍┄┅┈┉╴╶╸╺╼╾–—‐−",
    "=": "═",
    "|": "│┃╎╏┆┇┊┋║╵╷╹╻╽╿",
    "+": "┌┐└┘├┤┬┴┼╭╮╯╰┏┓┗┛┣┫┳┻╋╔╗╚╝╠╣╦╩╬",
    "#": "█▉▊▇▆▓■●",
    " ": "▁▂▔▏▎▕░▗▖▝▘\u00a0\u2009\u202f",
    ".": "…",
    "<": "‹«←",
    ">": "›»→",
    "^": "↑",
    "v": "↓",
    '"': "“”„",
    "'": "‘’‚",
    "*": "•",
    "x": "×",
    "~": "≈",
}
"""Plain signs, each with those it stands in for: one cell for one cell, so that nothing moves."""

_TABLE = str.maketrans({sign: plain for plain, signs in _LIKE.items() for sign in signs})


class PlainSigns(LineFilter):
    """Puts plain signs in the place of lines, arrows and quotation marks in all that is painted."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the same line with plain signs."""
        return [Segment(text.translate(_TABLE), style, control) for text, style, control in segments]
