"""Who has which conversation open, as rows that come and go; nothing of it is ever kept."""

from __future__ import annotations

from datetime import datetime

from ijtui.data.store import Row, Store
from ijtui.domain.presence import Presence


class Presences:
    """Everybody who is somewhere in one file just now."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of_others(self, conversation: int, asker: int) -> tuple[Presence, ...]:
        """Return the sessions of everybody but the asker in a conversation that is the asker's, newest first.

        Sessions that were killed are among them.
        """
        return self._store.all(
            _presence,
            "SELECT presence.* FROM presence JOIN conversation ON conversation.id = presence.conversation"
            " WHERE presence.conversation = ? AND presence.person <> ?"
            " AND ? IN (conversation.employee, conversation.manager)"
            " ORDER BY presence.seen DESC, presence.session",
            conversation,
            asker,
            asker,
        )

    def put(self, presence: Presence) -> None:
        """Store where a session is, inside `writing`."""
        self._store.upsert("presence", ["session"], _row(presence))

    def see(self, presence: Presence) -> None:
        """Store a sign of life, inside `writing`, and of the rest only what is no longer there."""
        seen = _text(presence.seen)
        found = self._store.db.execute(
            "UPDATE main.presence SET seen = ? WHERE session = ?", [seen, presence.session]
        )
        if not found.rowcount:
            self.put(presence)

    def take_pen_from(self, other: Presence) -> None:
        """Take the pen out of a session's hand, inside `writing`."""
        self._store.db.execute("UPDATE main.presence SET pen = '' WHERE session = ?", [other.session])

    def remove(self, session: str) -> None:
        """Forget where a session was, inside `writing`."""
        self._store.db.execute("DELETE FROM main.presence WHERE session = ?", [session])

    def remove_before(self, moment: datetime, mine: Presence) -> None:
        """Forget sessions of the same person or conversation that are silent since then, inside `writing`."""
        self._store.db.execute(
            "DELETE FROM main.presence WHERE seen < ? AND (person = ? OR conversation = ?)",
            [_text(moment), mine.person, mine.conversation],
        )


def _presence(row: Row) -> Presence:
    wrote = row["wrote"]
    moments = {
        "seen": datetime.fromisoformat(row["seen"]),
        "wrote": datetime.fromisoformat(wrote) if wrote else None,
    }
    return Presence(**{**row, **moments})


def _row(presence: Presence) -> dict[str, object]:
    return {
        "session": presence.session,
        "person": presence.person,
        "conversation": presence.conversation,
        "place": presence.place,
        "pen": presence.pen,
        "wrote": _text(presence.wrote) if presence.wrote else None,
        "seen": _text(presence.seen),
    }


def _text(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds")
