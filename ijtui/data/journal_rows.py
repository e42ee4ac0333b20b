"""What a row of the journal says, and what a row is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ijtui.data.revision import at, moment
from ijtui.data.store import Row
from ijtui.domain.journal import Entry, EntryKind, Wanted, folded
from ijtui.domain.quarter import Quarter


def clauses(wanted: Wanted, before: Entry | None) -> tuple[str, Sequence[object]]:
    """Return what both halves of a page ask for, and the values for it."""
    asked: list[tuple[str, tuple[object, ...]]] = []
    if wanted.tag:
        asked.append(("id IN (SELECT entry FROM entry_tag WHERE tag = ?)", (folded(wanted.tag),)))
    if wanted.year is not None:
        asked.append(("day BETWEEN ? AND ?", (f"{wanted.year:04}-01-01", f"{wanted.year:04}-12-31")))
    if wanted.goal is not None:
        asked.append(("goal = ?", (wanted.goal,)))
    if before is not None:
        asked.append(("(day, id) < (?, ?)", (before.day.isoformat(), before.id)))
    values = [value for _clause, given in asked for value in given]
    return "".join(f" AND {clause}" for clause, _given in asked), values


def filing(entry: Entry) -> dict[str, object]:
    """Return everything but the body."""
    return {
        "uid": entry.uid,
        "writer": entry.writer,
        "person": entry.person,
        "shared": int(entry.shared),
        "kind": entry.kind.value,
        "quarter": str(entry.quarter) if entry.quarter else "",
        "day": entry.day.isoformat(),
        "goal": entry.goal,
        "made": moment(entry.made),
    }


def writing(entry: Entry) -> dict[str, object]:
    """Return the body, and what goes with it."""
    return {
        "body": entry.body,
        "folded": folded(entry.body),
        "author": entry.author,
        "changed": moment(entry.changed),
    }


def entry_of(row: Row) -> Entry:
    """Return what a row says."""
    return Entry(
        writer=row["writer"],
        day=date.fromisoformat(row["day"]),
        body=row["body"],
        person=row["person"],
        shared=bool(row["shared"]),
        kind=EntryKind(row["kind"]),
        quarter=Quarter.read(row["quarter"]) if row["quarter"] else None,
        goal=row["goal"],
        uid=row["uid"],
        author=row["author"],
        made=at(row["made"]),
        changed=at(row["changed"]),
        id=row["id"],
        filed=row["filed"],
        version=row["version"],
    )
