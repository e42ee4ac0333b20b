"""What is wrong with a template: every error at once, each with its line."""

from __future__ import annotations

from ijtui.errors import BadInput, IjtuiError
from ijtui.words import N_

_UNUSABLE = N_("The template {source} can't be used. To see why: ijtui template check {source}")


class Problems(IjtuiError):
    """A template that cannot be used as it is.

    Attributes:
        source: the file it came from.
        found: every error, in the order of the lines.
    """

    def __init__(self, source: str, found: tuple[BadInput, ...], message: str = _UNUSABLE) -> None:
        super().__init__(message, source=source)
        self.source = source
        self.found = found


class Findings:
    """Gathers errors while one file is read, so that the reading goes on after the first.

    Args:
        source: the file's name as the person gave it.
    """

    def __init__(self, source: str) -> None:
        self.source = source
        self._found: list[BadInput] = []

    def add(self, message: str, line: int, **values: object) -> None:
        """Note one error: message id, line from 1, and what goes into the message's fields."""
        self._found.append(BadInput(message, self.source, line, **values))

    @property
    def in_order(self) -> tuple[BadInput, ...]:
        """Everything found, by line."""
        return tuple(sorted(self._found, key=lambda error: error.line))

    def raise_if_any(self) -> None:
        """Stop here if something is wrong.

        Raises:
            Problems: holds everything that was found.
        """
        if self._found:
            raise Problems(self.source, self.in_order)
