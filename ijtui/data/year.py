"""A person's years as counts: one query a kind, and no agenda is read only to draw the overview."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from ijtui.data.store import Row, Store
from ijtui.domain.agenda import Agenda, Kind
from ijtui.domain.agenda_json import agenda_from_json
from ijtui.domain.compared import MOST, Said
from ijtui.domain.conversation import Mark, State
from ijtui.domain.quarter import Quarter
from ijtui.domain.year import Meeting

Counts = Mapping[Quarter, tuple[int, ...]]
"""By quarter, one or more numbers."""

_QUARTER = "substr({day}, 1, 4) || '-Q' || ((substr({day}, 6, 2) + 2) / 3)"
"""The quarter of a column with a day, as `Quarter` writes it."""

_MINE = "employee = ?1 AND manager = coalesce(?2, manager)"
_WRITTEN = "trim(body, char(9, 10, 32)) <> ''"
_TALKED = f"SELECT id FROM conversation WHERE {_MINE} AND state IN ('ongoing', 'held')"


class Years:
    """What one file knows of an employee's years.

    Args:
        store: the open file.
        employee: id of whose years they are.
        manager: id of the manager whose conversations count; None for all, which only the employee may ask.
    """

    def __init__(self, store: Store, employee: int, manager: int | None) -> None:
        self._store = store
        self._pair = (employee, manager)

    # The overview

    def meetings(self) -> tuple[Meeting, ...]:
        """Return the conversations, cancelled ones left out, the earliest first."""
        return self._store.all(
            _meeting,
            "SELECT id, kind, state, starts FROM conversation"
            f" WHERE {_MINE} AND state <> 'cancelled' ORDER BY starts IS NULL, starts, id",
            *self._pair,
        )

    def check_ins(self, goals: Iterable[int]) -> Counts:
        """Return how many check-ins of these goals each quarter has."""
        ids = tuple(goals)
        marks = ", ".join("?" * len(ids))
        return self._counts(
            f"SELECT {_QUARTER.format(day='day')} AS quarter, count(*) AS n FROM check_in"
            f" WHERE goal IN ({marks}) GROUP BY 1",
            *ids,
        )

    def agreements(self, today: date) -> Counts:
        """Return how many agreements were carried out in each quarter, and how many due in it were late."""
        ended = "coalesce(action.done, action.evaluated_on)"
        return self._counts(
            f"""
            WITH mine AS (
                SELECT action.due, {ended} AS ended, carried_out = 'yes' AND NOT cancelled AS confirmed,
                    NOT cancelled AND due < coalesce({ended}, ?3) AS late
                FROM action LEFT JOIN turns ON turns.id = action.conversation
                WHERE action.employee = ?1 AND action.manager = coalesce(?2, action.manager)
                    AND turns.state IS NOT 'cancelled'
            )
            SELECT quarter, sum(confirmed) AS confirmed, sum(late) AS late FROM (
                SELECT {_QUARTER.format(day="ended")} AS quarter, 1 AS confirmed, 0 AS late
                FROM mine WHERE confirmed
                UNION ALL
                SELECT {_QUARTER.format(day="due")}, 0, 1 FROM mine WHERE late
            ) GROUP BY quarter
            """,
            *self._pair,
            today.isoformat(),
        )

    def reflections(self, writer: int) -> Mapping[Quarter, int]:
        """Return the writer's own reflections, the newest a quarter; of a manager those on this employee."""
        about = "" if writer == self._pair[0] else "AND person = ?2"
        rows = self._store.rows(
            "SELECT quarter, max(id) AS id FROM entry"
            f" WHERE writer = ?1 AND kind = 'reflection' AND quarter <> '' {about} GROUP BY quarter",
            writer,
            *([self._pair[0]] if about else []),
        )
        with self._store.understood():
            return {Quarter.read(row["quarter"]): row["id"] for row in rows}

    def _counts(self, sql: str, *values: object) -> Counts:
        rows = self._store.rows(sql, *values)
        with self._store.understood():
            return {Quarter.read(quarter): tuple(numbers) for quarter, *numbers in map(dict.values, rows)}

    # The same question across the years

    def topics(self) -> tuple[tuple[str, int, bool], ...]:
        """Return the questions with notes, a mark or an answer in more than one conversation.

        Each with in how many, and whether it was ever marked.
        """
        return self._store.all(
            lambda row: (row["question"], row["times"], bool(row["marked"])),
            f"""
            SELECT question, count(DISTINCT conversation) AS times, max(marked) AS marked FROM (
                SELECT conversation, question, 0 AS marked FROM text
                WHERE kind = 'shared' AND {_WRITTEN} AND conversation IN ({_TALKED})
                UNION ALL
                SELECT conversation, question, mark IS NOT NULL FROM progress
                WHERE (mark IS NOT NULL OR choice <> '') AND conversation IN ({_TALKED})
            ) GROUP BY question HAVING times > 1
            """,
            *self._pair,
        )

    def agendas(self) -> Iterable[Agenda]:
        """Yield the different agendas of the conversations, the newest first, each read when it is needed."""
        rows = self._store.rows(
            "SELECT body FROM conversation JOIN template_copy ON template_copy.id = conversation.agenda"
            f" WHERE conversation.id IN ({_TALKED})"
            " GROUP BY agenda ORDER BY max(coalesce(starts, began)) DESC",
            *self._pair,
        )
        for row in rows:
            with self._store.understood():
                yield agenda_from_json(row["body"])

    def said(self, question: str) -> tuple[Said, ...]:
        """Return what both may read on a question, from each conversation with something; latest first."""
        return self._store.all(
            _said,
            f"""
            SELECT conversation.id, conversation.kind, starts, coalesce(substr(body, 1, {MOST}), '') AS notes,
                coalesce(length(body), 0) <= {MOST} AS whole, mark, coalesce(choice, '') AS choice
            FROM conversation
            LEFT JOIN text ON text.conversation = conversation.id AND text.question = ?3
                AND text.kind = 'shared' AND {_WRITTEN}
            LEFT JOIN progress ON progress.conversation = conversation.id AND progress.question = ?3
            WHERE conversation.id IN ({_TALKED}) AND (notes <> '' OR mark IS NOT NULL OR choice <> '')
            ORDER BY starts DESC, conversation.id DESC
            """,
            *self._pair,
            question,
        )


def _day(moment: str | None) -> date | None:
    return datetime.fromisoformat(moment).date() if moment else None


def _meeting(row: Row) -> Meeting:
    return Meeting(row["id"], Kind(row["kind"]), State(row["state"]), _day(row["starts"]))


def _said(row: Row) -> Said:
    mark = Mark(row["mark"]) if row["mark"] else None
    day = _day(row["starts"])
    whole = bool(row["whole"])
    return Said(row["id"], Kind(row["kind"]), day, row["notes"], whole, mark, row["choice"])
