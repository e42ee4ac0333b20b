"""What a person sees: a pyte screen that also has the alternate screen full-screen programs use."""

from __future__ import annotations

import copy
from typing import Any

import pyte

_ALTERNATE = 1049


class Picture(pyte.Screen):
    """A terminal's screen; leaving the alternate one brings back what stood there before."""

    _before: tuple[Any, Any] | None = None

    def set_mode(self, *modes: int, **flags: Any) -> None:
        if flags.get("private") and _ALTERNATE in modes:
            self._before = copy.deepcopy((self.buffer, self.cursor))
            self.erase_in_display(2)
        super().set_mode(*modes, **flags)

    def reset_mode(self, *modes: int, **flags: Any) -> None:
        super().reset_mode(*modes, **flags)
        if flags.get("private") and _ALTERNATE in modes and self._before is not None:
            (self.buffer, self.cursor), self._before = self._before, None
            self.dirty.update(range(self.lines))

    def text(self) -> str:
        """Return the rows without their trailing blanks."""
        return "\n".join(row.rstrip() for row in self.display)
