"""What there is between an employee and one manager beside the agreements: as counts, and what was chosen.

Each part is asked for by itself, so that what was not chosen is never fetched.
"""

from __future__ import annotations

from collections.abc import Mapping

from ijtui.data.store import Row, Store
from ijtui.domain.handover import Matter

_TALKS = (
    "conversation.employee = ?1 AND conversation.manager = ?2 AND conversation.state IN ('ongoing', 'held')"
)
_WRITTEN = f"text JOIN conversation ON conversation.id = text.conversation WHERE {_TALKS}"
_SEALED = (
    "NOT EXISTS (SELECT 1 FROM opened WHERE opened.conversation = text.conversation"
    " AND opened.party = text.party)"
)
_HELD = "coalesce(conversation.began, conversation.starts)"
_NOTES = (
    f"text JOIN conversation ON conversation.id = text.conversation WHERE {_TALKS}"
    " AND text.kind = 'shared' AND trim(text.body, char(9, 10, 32, 160)) <> ''"
)
_LEVELS = (
    "agreed JOIN assessment ON assessment.id = agreed.assessment"
    f" JOIN conversation ON conversation.id = assessment.conversation WHERE {_TALKS}"
    " AND agreed.level IS NOT NULL"
)
_GIVEN = "recognition WHERE person = ?1 AND giver = ?2"
_REACHED = "advancement WHERE person = ?1 AND author = ?2"
_FEEDBACK = "feedback WHERE (giver, other) IN (VALUES (?1, ?2), (?2, ?1)) AND opened"
_ENTRIES = "entry WHERE writer = ?1 AND person = ?2 AND shared"

_COUNTED: Mapping[Matter, tuple[str, ...]] = {
    Matter.NOTES: (_NOTES,),
    Matter.LEVELS: (_LEVELS,),
    Matter.CARE: (_GIVEN, _REACHED),
    Matter.FEEDBACK: (_FEEDBACK,),
    Matter.ENTRIES: (_ENTRIES,),
}


class PageRows:
    """What lies between the two in one file.

    Args:
        store: the open file.
        employee: id of the one.
        manager: id of the other.
    """

    def __init__(self, store: Store, employee: int, manager: int) -> None:
        self._store = store
        self._two = employee, manager

    def counts(self) -> Mapping[Matter, int]:
        """Return how much there is of each matter but the agreements, without any word of it."""
        return {
            matter: sum(self._count(source) for source in sources) for matter, sources in _COUNTED.items()
        }

    def left(self) -> Mapping[str, int]:
        """Return how much there is that never goes on: "private" notes, and what is "sealed"."""
        return {
            "private": self._count(f"{_WRITTEN} AND text.kind = 'private'"),
            "sealed": self._count(f"{_WRITTEN} AND text.kind = 'preparation' AND {_SEALED}"),
        }

    def notes(self) -> list[Row]:
        """Return the shared notes, conversation by conversation: conversation, question, body, changed."""
        return self._rows(
            f"SELECT text.id, text.conversation, text.question, text.body, {_HELD} AS held"
            f" FROM {_NOTES} ORDER BY {_HELD}, text.id"
        )

    def levels(self) -> list[Row]:
        """Return the levels that the two agreed on, with the conversation they did it in."""
        return self._rows(
            "SELECT assessment.conversation, agreed.assessment, agreed.competence, agreed.level,"
            f" {_HELD} AS held FROM {_LEVELS} ORDER BY {_HELD}, agreed.competence"
        )

    def recognitions(self) -> list[Row]:
        """Return what the manager gave."""
        return self._rows(f"SELECT * FROM {_GIVEN} ORDER BY day, id")

    def reached(self) -> list[Row]:
        """Return what the manager wrote down of the next step in the role."""
        return self._rows(f"SELECT * FROM {_REACHED} ORDER BY step, criterion")

    def feedback(self) -> list[Row]:
        """Return what the two opened to each other."""
        return self._rows(f"SELECT * FROM {_FEEDBACK} ORDER BY given, id")

    def entries(self) -> list[Row]:
        """Return what the employee shared of their journal."""
        return self._rows(f"SELECT id, uid, day, body FROM {_ENTRIES} ORDER BY day, id")

    def courses(self) -> list[Row]:
        """Return the courses that are promised: approved and not taken."""
        return list(
            self._store.rows(
                "SELECT id, what, cost, day FROM training WHERE person = ? AND state = 'approved'"
                " ORDER BY day, id",
                self._two[0],
            )
        )

    def signed(self) -> int | None:
        """Return the conversation whose plan both signed last, or None."""
        rows = self._rows(
            "SELECT conversation.id FROM conversation"
            " JOIN signed_plan ON signed_plan.conversation = conversation.id"
            f" WHERE {_TALKS} AND 2 = (SELECT count(DISTINCT person) FROM signature"
            " WHERE plan = signed_plan.id AND answer = 'signed')"
            f" ORDER BY {_HELD} DESC, conversation.id DESC LIMIT 1"
        )
        return int(rows[0]["id"]) if rows else None

    def _count(self, source: str) -> int:
        return int(self._rows(f"SELECT count(*) AS n FROM {source}")[0]["n"])

    def _rows(self, sql: str) -> list[Row]:
        return list(self._store.rows(sql, *self._two))
