"""Check-ins as rows: each one stays, the newest says how far a goal has come."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from ijtui.data.store import Row, Store
from ijtui.domain.check_in import CheckIn, Course
from ijtui.errors import NotFound
from ijtui.words import N_

NO_CHECK_IN = N_("There is no check-in with number {number}.")

_NEWEST = """
    SELECT check_in.* FROM check_in WHERE goal IN ({marks}) AND id = (
        SELECT newest.id FROM check_in AS newest WHERE newest.goal = check_in.goal
        ORDER BY newest.day DESC, newest.id DESC LIMIT 1
    )
"""


class CheckIns:
    """The check-ins of one file."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self, check_in: int) -> CheckIn:
        """Return that check-in.

        Raises:
            NotFound: none has that number.
        """
        found = self._store.find(_check_in, "check_in", check_in)
        if found is None:
            raise NotFound(NO_CHECK_IN, number=check_in)
        return found

    def of(self, goals: Iterable[int]) -> tuple[CheckIn, ...]:
        """Return every check-in of these goals, the newest first."""
        ids = tuple(goals)
        wanted = f"SELECT * FROM check_in WHERE goal IN ({_marks(ids)}) ORDER BY day DESC, id DESC"
        return self._store.all(_check_in, wanted, *ids)

    def newest(self, goals: Iterable[int]) -> dict[int, CheckIn]:
        """Return the newest check-in of each of these goals; a goal without one is absent."""
        ids = tuple(goals)
        found = self._store.all(_check_in, _NEWEST.format(marks=_marks(ids)), *ids)
        return {item.goal: item for item in found}

    def add(self, check_in: CheckIn) -> CheckIn:
        """Store a new check-in and return it with its number."""
        return replace(check_in, id=self._store.insert("check_in", _row(check_in)), version=1)

    def change(self, check_in: CheckIn) -> CheckIn:
        """Store a changed check-in.

        Raises:
            Conflict: changed in another session since.
            NotFound: removed since.
        """
        version = self._store.update("check_in", check_in.id, check_in.version, _row(check_in), self.get)
        return replace(check_in, version=version)

    def remove(self, check_in: CheckIn) -> None:
        """Delete a check-in.

        Raises:
            Conflict: changed in another session since.
            NotFound: removed since.
        """
        self._store.delete("check_in", check_in.id, check_in.version, self.get)


def _marks(ids: tuple[int, ...]) -> str:
    return ", ".join("?" * len(ids))


def _check_in(row: Row) -> CheckIn:
    return CheckIn(
        **{
            **row,
            "day": date.fromisoformat(row["day"]),
            "course": Course(row["course"]),
            "made": datetime.fromisoformat(row["made"]),
        }
    )


def _row(check_in: CheckIn) -> dict[str, object]:
    return {
        "goal": check_in.goal,
        "day": check_in.day.isoformat(),
        "progress": check_in.progress,
        "course": check_in.course.value,
        "comment": check_in.comment,
        "conversation": check_in.conversation,
        "author": check_in.author,
        "made": check_in.made.isoformat(timespec="seconds") if check_in.made else "",
    }
