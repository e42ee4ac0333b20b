"""Cheap questions to the file: has anything that somebody sees changed? Counts and versions, never words."""

from __future__ import annotations

from ijtui.data.store import Row, Store
from ijtui.domain.conversation import Party
from ijtui.domain.pulse import Pulse


class Pulses:
    """The pulse of one file, as one person feels it."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of_conversation(self, conversation: int, asker: int) -> Pulse:
        """Return the pulse of everything that two people see of a conversation of theirs."""
        found = self._store.all(_pulse, _OF_CONVERSATION, conversation, asker)
        return found[0] if found else Pulse(())

    def of_everything(self, asker: int) -> Pulse:
        """Return the pulse of what a person sees in lists: their conversations and their journal."""
        return self._store.all(_pulse, _OF_EVERYTHING, asker)[0]


def _pulse(row: Row) -> Pulse:
    rest, *texts = row.values()
    return Pulse(tuple(texts), rest or 0)


_OF_CONVERSATION = f"""
    SELECT
        (SELECT id FROM stirred WHERE who IN (c.employee, c.manager) ORDER BY id DESC LIMIT 1) AS rest,
        c.version,
        (SELECT count(*) || ':' || total(text.version) FROM text WHERE conversation = c.id AND (
            kind = 'shared'
            OR party = CASE ?2 WHEN c.employee THEN '{Party.EMPLOYEE}' ELSE '{Party.MANAGER}' END
            OR kind = 'preparation' AND (
                on_paper OR party IN (SELECT party FROM opened WHERE conversation = c.id)
            )
        )) AS texts,
        (SELECT count(*) || ':' || max(changed) || ':' || total(done + 2 * parked)
            FROM progress WHERE conversation = c.id) AS progress,
        (SELECT total(seconds) FROM used WHERE conversation = c.id) AS used,
        (SELECT count(*) FROM checked WHERE conversation = c.id) AS checked
    FROM conversation AS c WHERE c.id = ?1 AND ?2 IN (c.employee, c.manager)
"""

_OF_EVERYTHING = """
    WITH mine AS (
        SELECT id FROM conversation
        WHERE (employee = ?1 OR manager = ?1) AND state IN ('booked', 'ongoing')
    )
    SELECT
        (SELECT id FROM stirred ORDER BY id DESC LIMIT 1) AS rest,
        (SELECT count(*) || ':' || total(version) FROM text
            WHERE kind = 'preparation' AND conversation IN mine) AS prepared,
        (SELECT max(changed) FROM progress WHERE conversation IN mine) AS progress,
        (SELECT count(*) FROM checked WHERE conversation IN mine) AS checked,
        (SELECT count(*) || ':' || total(version) FROM entry WHERE writer = ?1) AS entries
"""
