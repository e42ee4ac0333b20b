"""Putting up the wall on one connection, for one person."""

from __future__ import annotations

import secrets
import sqlite3
from collections.abc import Iterator

from ijtui.data.errors import REFUSED
from ijtui.data.wall.authorizer import Authorizer
from ijtui.data.wall.census import FENCES, LOOKOUTS
from ijtui.data.wall.fence import LINE, Fence, Lookout, of


def put_up(conn: sqlite3.Connection, person: int, *, hr: bool = False) -> None:
    """Let this connection see and write only what is that person's; it can't be taken away again.

    Args:
        conn: to the file, with every step of the schema; nobody but the caller has used it.
        person: id of who asks; 0 for nobody, who sees nothing.
        hr: whether they count for the organisation.
    """
    # A view or a common table expression may have any name, and the authorizer is told no more than that.
    secret = f"wall_{secrets.token_hex(12)}"
    conn.execute("PRAGMA temp_store=MEMORY")
    columns, pointing = _columns(conn), _pointing(conn)
    statements = "".join(f"{line};" for line in _statements(secret, columns))
    statements = statements.replace(LINE, _line(secret)).replace("{wall}", secret)
    filled = statements.replace("{me}", str(int(person))).replace("{hr}", str(int(hr)))
    conn.executescript(f"BEGIN;{filled}COMMIT")
    conn.set_authorizer(Authorizer(secret, pointing))


def _line(secret: str) -> str:
    """Return who the person and everybody below them are; it is the wall's own part, by its name."""
    return (
        f"(WITH RECURSIVE {secret}_line(id) AS (SELECT {{me}} UNION SELECT below.id FROM {secret}_line AS up"
        f" JOIN main.person AS below ON below.manager = up.id) SELECT id FROM {secret}_line)"
    )


def _columns(conn: sqlite3.Connection) -> dict[str, list[str]]:
    """Return the columns of the tables where the view shows something else than what is in them."""
    found: dict[str, list[str]] = {}
    for fence in FENCES:
        if fence.hidden:
            asked = conn.execute("SELECT name FROM pragma_table_info(?)", [fence.table])
            found[fence.table] = [name for (name,) in asked]
    return found


def _pointing(conn: sqlite3.Connection) -> frozenset[tuple[str, str]]:
    """Return every column that points at a row of another table, with its table."""
    asked = (
        'SELECT held.name, points."from" FROM sqlite_schema AS held'
        " JOIN pragma_foreign_key_list(held.name) AS points WHERE held.type = 'table'"
    )
    return frozenset((table, column) for table, column in conn.execute(asked))


def _statements(secret: str, columns: dict[str, list[str]]) -> Iterator[str]:
    for fence in FENCES:
        yield _view(secret, fence.table, _shown(fence, columns), fence.table, fence.sees)
        yield from _triggers(secret, fence)
    for lookout in LOOKOUTS:
        yield _lookout(secret, lookout)


def _lookout(secret: str, lookout: Lookout) -> str:
    return _view(secret, lookout.name, lookout.shows, lookout.table, lookout.sees)


def _view(secret: str, name: str, shown: str, table: str, sees: str) -> str:
    """Return what makes a view of a table's rows; what reads the table is known by the secret name."""
    read = table if table.startswith("(") else f"main.{table}"
    rows = f"SELECT {shown} FROM {read} AS row WHERE {of(sees, 'row')}"
    return f"CREATE TEMP VIEW {name} AS WITH {secret} AS ({rows}) SELECT * FROM {secret}"


def _shown(fence: Fence, columns: dict[str, list[str]]) -> str:
    instead = {column: f"{of(shown, 'row')} AS {column}" for column, shown in fence.hidden}
    names = columns.get(fence.table)
    listed = ", ".join(instead.get(name, f"row.{name}") for name in names) if names else "row.*"
    return f"row.rowid AS rowid, {listed}" if fence.with_rowid else listed


def _triggers(secret: str, fence: Fence) -> Iterator[str]:
    for what, allowed in (("INSERT", fence.add), ("UPDATE", fence.change), ("DELETE", fence.remove)):
        name = f"{secret}_{fence.table}_{what}"
        yield (
            f"CREATE TEMP TRIGGER {name} BEFORE {what} ON main.{fence.table}"
            f" WHEN ({allowed}) IS NOT 1 BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END"
        )
