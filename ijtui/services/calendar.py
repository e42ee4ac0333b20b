"""What belongs in a person's calendar."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from ijtui.data.calendar import CalendarRows
from ijtui.data.goal import Goals
from ijtui.data.journal import Entries
from ijtui.data.person import People
from ijtui.data.round import Rounds
from ijtui.domain.calendar import (
    AHEAD,
    Appointment,
    belongs,
    of_action,
    of_conversation,
    of_goal,
    of_quarter,
    of_round,
)
from ijtui.domain.person import Person
from ijtui.domain.quarter import Quarter
from ijtui.services.base import Service

_NEVER = datetime(2000, 1, 1)  # noqa: DTZ001 - local like every time here; for what has no history


class CalendarService(Service):
    """What a person can put into a calendar."""

    def name(self) -> str:
        """Return the file's random name in calendars, made at the first time and for ever the same.

        Raises:
            StorageFailed: it has none yet and can't be written.
        """
        rows = CalendarRows(self._store)
        known = rows.name()
        if known:
            return known
        with self._store.writing():
            known = rows.name() or self._new_id()
            rows.set_name(known)
        return known

    def appointments(self, asker: Person) -> tuple[Appointment, ...]:
        """Return the asker's conversations, last days and reflections, from a month ago on, by day."""
        today = self._clock().date()
        found = [item for item in self._all(asker) if item is not None and belongs(item, today)]
        return tuple(sorted(found, key=lambda item: (item.day, item.occasion, item.number)))

    def _all(self, asker: Person) -> Iterator[Appointment | None]:
        changes = CalendarRows(self._store).changes()
        for conversation in self._conversations.of(asker):
            yield of_conversation(conversation, asker, _when(changes, f"conversation:{conversation.id}"))
        yield from self._agreed(asker, changes)
        for goal in Goals(self._store).visible_to(asker.id, asker.id):
            yield of_goal(goal, _when(changes, f"goal:{goal.id}"))
        yield from self._reflections(asker)
        yield from self._rounds(asker)

    def _rounds(self, asker: Person) -> Iterator[Appointment]:
        """Yield the seasons of the rounds that the asker is in, or leads somebody in."""
        for this in Rounds(self._store).all():
            if Rounds(self._store).concerns(this.id, asker.id):
                yield from of_round(this)

    def _agreed(self, asker: Person, changes: Mapping[str, datetime]) -> Iterator[Appointment | None]:
        actions = self._actions.visible_to(asker)
        people = People(self._store).some(item.manager for item in actions) | People(self._store).some(
            item.employee for item in actions
        )
        for action in actions:
            if action.seen_to_by is action.side_of(asker.id):
                other = action.manager if action.employee == asker.id else action.employee
                yield of_action(action, people.get(other), _when(changes, f"action:{action.id}"))

    def _reflections(self, asker: Person) -> Iterator[Appointment]:
        quarter = Quarter.of(self._clock().date())
        for _number in range(AHEAD):
            written = Entries(self._store).reflection(asker.id, quarter)
            yield of_quarter(quarter, written.made if written else None)
            quarter = quarter.next


def _when(changes: Mapping[str, datetime], subject: str) -> datetime:
    return changes.get(subject, _NEVER)
