"""Keys, what they do, and what the commands are called, in columns that fit the window."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

from textual.content import Content

from ijtui.screens.command import key_sign
from ijtui.widgets.fit import fitted

_KEYS, _TITLE = 16, 42
"""Cells for the keys and for what they do; what the command is called comes after."""

_INDENT = " " * _KEYS

_WITH_NAMES = 78
"""Columns of a window from which names stand at the right; in a narrower one they stand below."""

_FRAME = 4
"""Cells that the screen's edges and the scroll bar take."""


class Rows:
    """Makes the rows for a window.

    Args:
        width: of the window, in cells.
        plain: whether to write keys with letters where a sign is not in every font.
    """

    def __init__(self, width: int, plain: bool) -> None:
        self._beside = width >= _WITH_NAMES
        self._room = _TITLE - 1 if self._beside else max(20, width - _KEYS - _FRAME)
        self._plain = plain

    def row(self, keys: Iterable[str], title: str, name: str = "") -> Content:
        """Return one key or several and what they do, with the command's name if it has one."""
        signs = "  ".join(key_sign(key, plain=self._plain) for key in keys)
        left = fitted(signs, _KEYS) if len(signs) < _KEYS else f"{signs}\n{_INDENT}"
        said, *more = textwrap.wrap(title, self._room)
        beside = " " * (_TITLE - len(said)) + name if name and self._beside else ""
        first = Content.assemble((left, "bold"), said, (beside, "$quiet"))
        rows = [first, *(Content(_INDENT + line) for line in more)]
        if name and not self._beside:
            rows.append(Content(_INDENT + name).stylize("$quiet"))
        return Content("\n").join(rows)

    def part(self, title: str, rows: Iterable[Content]) -> Content:
        """Return rows under their heading."""
        return Content("\n").join([Content(title).stylize("bold $accent"), *rows])
