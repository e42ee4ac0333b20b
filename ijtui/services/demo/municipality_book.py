"""Where the made-up municipality is written down: rows some thousand at a time, the history day by day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from ijtui.data.archive import Archive
from ijtui.data.bulk import Bulk
from ijtui.data.history import History
from ijtui.data.signing import Signatures
from ijtui.domain.agenda import Agenda
from ijtui.domain.history import Event


class Book:
    """What is written, in the order in which it happened.

    Args:
        bulk: where the rows go.
        agenda: the template of every conversation.
    """

    def __init__(self, bulk: Bulk, agenda: Agenda) -> None:
        self.bulk = bulk
        self.agenda = agenda
        self.archive = Archive(bulk, agenda)
        self.signatures = Signatures(bulk)
        self._history = History(bulk)
        self._told: dict[int, list[Event]] = {}

    def note(self, who: int, verb: str, subject: str, at: datetime, conversation: int | None = None) -> None:
        """Add a line to the history of its year."""
        event = Event(who, verb, subject, at, conversation)
        self._told.setdefault(at.year, []).append(event)

    def close(self, year: int) -> None:
        """Write the history up to the end of that year; nothing may be noted in it any more."""
        self._history.add(*self._until(year))

    def _until(self, year: int) -> Iterator[Event]:
        for each in sorted(told for told in self._told if told <= year):
            yield from sorted(self._told.pop(each), key=lambda event: event.at)
