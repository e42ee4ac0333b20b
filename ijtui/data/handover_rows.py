"""Goals and actions that come from another file: one row each, however often they come."""

from __future__ import annotations

from ijtui.data import action as actions
from ijtui.data import goal as goals
from ijtui.data.store import Store
from ijtui.domain.action import Action
from ijtui.domain.goal import Goal


class ArrivingRows:
    """The rows of one file by the names that hold in every file.

    Args:
        store: the open file.
        file: its own name, by which its own rows are known elsewhere, or "" where nobody knows it yet.
        employee: id of the one whose rows are looked for; a name that means another's row finds nothing.
    """

    def __init__(self, store: Store, file: str, employee: int) -> None:
        self._store = store
        self._file = file
        self._employee = employee

    def goal(self, uid: str) -> Goal | None:
        """Return the goal that is known by that name, or None."""
        number = self._number("goal", uid)
        found = goals.Goals(self._store).get(number) if number else None
        return found if found and found.person == self._employee else None

    def action(self, uid: str) -> Action | None:
        """Return the action that is known by that name, or None."""
        number = self._number("action", uid)
        found = actions.Actions(self._store).get(number) if number else None
        return found if found and found.employee == self._employee else None

    def put_goal(self, goal: Goal) -> int:
        """Store one as it came, its version too, inside `writing`; return its number."""
        return self._put("goal", goal.id, {**goals.row_of(goal), "version": goal.version})

    def put_action(self, action: Action) -> int:
        """Store one as it came, its version too, inside `writing`; return its number."""
        return self._put("action", action.id, {**actions.row_of(action), "version": action.version})

    def _number(self, table: str, uid: str) -> int:
        found = self._store.rows(f"SELECT id FROM {table} WHERE uid = ? ORDER BY id LIMIT 1", uid)
        if found:
            return int(found[0]["id"])
        file, _colon, rest = uid.partition(":")
        kind, _colon, number = rest.partition(":")
        if not self._file or (file, kind) != (self._file, table) or not number.isascii():
            return 0
        own = int(number) if number.isdigit() and len(number) < 18 else 0
        there = self._store.rows(f"SELECT id FROM {table} WHERE id = ? AND uid = ''", own)
        return own if there else 0

    def _put(self, table: str, number: int, row: dict[str, object]) -> int:
        if not number:
            return self._store.insert(table, row)
        columns = ", ".join(f"{column} = ?" for column in row)
        self._store.db.execute(f"UPDATE main.{table} SET {columns} WHERE id = ?", [*row.values(), number])
        return number
