"""What tells whether something one sees has changed: numbers to compare, never anything that was said."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pulse:
    """How far everything has come; two that are equal mean that nothing has changed.

    Attributes:
        texts: of what is written second by second, the texts and where each question stands.
        rest: of everything that leaves a line in the history.
    """

    texts: tuple[object, ...]
    rest: int = 0
