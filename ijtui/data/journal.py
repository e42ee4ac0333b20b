"""Journal entries as rows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ijtui.data.journal_rows import clauses, entry_of, filing, writing
from ijtui.data.revision import Revisions, moment, succession
from ijtui.data.store import Store
from ijtui.domain.journal import Entry, Wanted
from ijtui.domain.quarter import Quarter
from ijtui.domain.text import Revision
from ijtui.errors import NotFound
from ijtui.words import N_

NO_ENTRY = N_("There is no journal entry with number {number}.")

_BITS = 64  # SQLite can't be asked for a larger number
_NEWEST_FIRST = "ORDER BY day DESC, id DESC"


class Entries:
    """The journals of one file."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._revisions = Revisions(store, "entry_revision", "entry")

    def get(self, entry_id: int, asker: int) -> Entry:
        """Return that entry, if it is the asker's or shared with them; another's is not fetched.

        Raises:
            NotFound: none that the asker may read has that number.
        """
        found = self._one("id = ?", entry_id, asker) if entry_id.bit_length() < _BITS else None
        if found is None:
            raise NotFound(NO_ENTRY, number=entry_id)
        return found

    def with_uid(self, uid: str, asker: int) -> Entry | None:
        """Return the entry with that uid, if it is the asker's or shared with them."""
        return self._one("uid = ?", uid, asker)

    def is_known(self, uid: str) -> bool:
        """Whether an entry in anybody's journal has that uid."""
        return bool(self._store.rows("SELECT 1 FROM main.entry WHERE uid = ?", uid))

    def _one(self, which: str, value: object, asker: int) -> Entry | None:
        readable = f"SELECT * FROM entry WHERE {which} AND (writer = ? OR shared AND person = ?)"
        found = self._store.all(entry_of, readable, value, asker, asker)
        return found[0] if found else None

    def page(self, asker: int, wanted: Wanted, limit: int, before: Entry | None) -> tuple[Entry, ...]:
        """Return what the asker may read, newest first: their own, and what others share with them.

        Each half is walked along an index of its own, so that a page is as quick in a long journal as in a
        short one.

        Args:
            asker: id of the person.
            wanted: what it is about.
            limit: how many at most.
            before: the last one of the page before, or None.
        """
        asked, values = clauses(wanted, before)
        own, shared = asked, asked
        own_values, shared_values = list(values), list(values)
        if wanted.person is not None:
            own, shared = f"{own} AND person = ?", f"{shared} AND writer = ?"
            own_values.append(wanted.person)
            shared_values.append(wanted.person)
        return self._store.all(
            entry_of,
            "SELECT * FROM ("
            f" SELECT * FROM (SELECT * FROM entry WHERE writer = ?{own} {_NEWEST_FIRST} LIMIT ?)"
            " UNION ALL SELECT * FROM (SELECT * FROM entry WHERE shared AND person = ? AND writer <> ?"
            f" {shared} {_NEWEST_FIRST} LIMIT ?)) {_NEWEST_FIRST} LIMIT ?",
            *(asker, *own_values, limit, asker, asker, *shared_values, limit, limit),
        )

    def about(self, asker: int, other: int, since: date, *, own: bool) -> tuple[Entry, ...]:
        """Return what the asker wrote about the other since a day, and what that one shared; oldest first.

        Args:
            asker: id of the one who reads.
            other: id of the other one.
            since: the first day.
            own: what the asker wrote about nobody else belongs there, too.
        """
        day = since.isoformat()
        return self._store.all(
            entry_of,
            "SELECT * FROM entry WHERE writer = ? AND day >= ? AND (person = ? OR person IS NULL AND ?)"
            " UNION ALL SELECT * FROM entry WHERE shared AND person = ? AND day >= ? AND writer = ?"
            " ORDER BY day, id",
            *(asker, day, other, int(own), asker, day, other),
        )

    def shared(self, reader: int, writer: int, since: date, until: date) -> tuple[Entry, ...]:
        """Return what one shared with the other between two days, both included, oldest first."""
        return self._store.all(
            entry_of,
            "SELECT * FROM entry WHERE shared AND person = ? AND writer = ? AND day BETWEEN ? AND ?"
            " ORDER BY day, id",
            *(reader, writer, since.isoformat(), until.isoformat()),
        )

    def reflection(self, writer: int, quarter: Quarter) -> Entry | None:
        """Return the reflection on that quarter, the first where there are several, or None."""
        found = self._store.all(
            entry_of,
            "SELECT * FROM entry WHERE kind = 'reflection' AND writer = ? AND quarter = ?"
            " ORDER BY id LIMIT 1",
            *(writer, str(quarter)),
        )
        return found[0] if found else None

    def span(self, writer: int) -> tuple[date, date] | None:
        """Return the first and the last day of that person's entries, or None where there are none."""
        row = self._store.rows(
            "SELECT min(day) AS first, max(day) AS last FROM entry WHERE writer = ?", writer
        )[0]
        with self._store.understood():
            return (
                (date.fromisoformat(row["first"]), date.fromisoformat(row["last"])) if row["first"] else None
            )

    def has_any(self, writer: int) -> bool:
        """Whether that person has written anything."""
        return bool(self._store.rows("SELECT 1 FROM entry WHERE writer = ? LIMIT 1", writer))

    def tags(self, asker: int) -> tuple[tuple[str, int], ...]:
        """Return the tags of what the asker may read, with how many entries have each, most used first."""
        rows = self._store.rows(
            "SELECT tag, count(*) AS number FROM entry_tag JOIN entry ON entry.id = entry_tag.entry"
            " WHERE writer = ? OR shared AND person = ? GROUP BY tag ORDER BY number DESC, tag",
            *(asker, asker),
        )
        return tuple((row["tag"], row["number"]) for row in rows)

    def own(self, writer: int, since: date | None) -> tuple[Entry, ...]:
        """Return one's own entries since a day, or all, oldest first."""
        first = since.isoformat() if since else ""
        sql = "SELECT * FROM entry WHERE writer = ? AND day >= ? ORDER BY day, id"
        return self._store.all(entry_of, sql, writer, first)

    def add(self, entry: Entry) -> Entry:
        """Store a new entry inside `writing` and return it with its number."""
        values = {**filing(entry), **writing(entry), "kept": moment(entry.changed)}
        stored = replace(entry, id=self._store.insert("entry", values), filed=1, version=1)
        self._tag(stored)
        return stored

    def put(self, text: Entry, revision: str, *, decided: bool = False) -> None:
        """Store a body as the newest version; what it replaces may become an earlier one.

        Args:
            text: with author, moment and the new version number.
            revision: random id for the version that is replaced.
            decided: somebody chose this one instead, so what it replaces is kept in any case.

        Raises:
            Conflict: what is stored is not the version before this one.
        """
        row = self._store.rows("SELECT * FROM entry WHERE id = ?", text.id)[0]
        before = entry_of(row)
        becomes = succession(row, before, text, revision, decided=decided)
        if becomes.earlier is not None:
            self._revisions.keep(text.id, becomes.earlier)
        values = {**writing(text), **becomes.columns}
        self._store.update("entry", text.id, text.version - 1, values, lambda _row: before)
        self._tag(text)

    def keep_beside(self, key: int, late: Revision) -> None:
        """Store a text that came too late beside the one that is there; a repeated id is the same one."""
        self._revisions.keep(key, late)

    def revisions(self, entry_id: int) -> tuple[Revision, ...]:
        """Return the earlier versions of an entry, newest first."""
        return self._revisions.all(entry_id)

    def file(self, entry: Entry) -> None:
        """Store everything but the body, inside `writing`."""
        values = filing(entry)
        columns = ", ".join(f"{column} = ?" for column in values)
        self._store.db.execute(
            f"UPDATE main.entry SET {columns}, filed = filed + 1 WHERE id = ?", [*values.values(), entry.id]
        )

    def remove(self, entry_id: int) -> None:
        """Delete an entry with its tags and its earlier versions, inside `writing`."""
        self._store.db.execute("DELETE FROM main.entry WHERE id = ?", [entry_id])

    def _tag(self, entry: Entry) -> None:
        """Keep the table of tags in step."""
        stored = {
            row["tag"] for row in self._store.rows("SELECT tag FROM entry_tag WHERE entry = ?", entry.id)
        }
        tags = set(entry.tags)
        for tag in stored - tags:
            self._store.db.execute("DELETE FROM main.entry_tag WHERE tag = ? AND entry = ?", [tag, entry.id])
        for tag in tags - stored:
            self._store.db.execute("INSERT INTO main.entry_tag (entry, tag) VALUES (?, ?)", [entry.id, tag])
