"""Long texts and their earlier versions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from ijtui.data.store import Store
from ijtui.domain.conversation import Party
from ijtui.domain.text import Revision, Text, TextKey, TextKind

KEPT_APART = timedelta(minutes=2)
"""Autosaves of one writer closer than this are one earlier version, not hundreds."""

_SHRINKS = 40  # characters: a save that takes away more keeps what was there, however recent


class Texts:
    """The texts of one file."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self, key: TextKey) -> Text:
        """Return that text; one that nobody has written is empty with version 0."""
        rows = self._store.rows(f"SELECT * FROM text WHERE {_WHERE}", *_values(key))
        return _text(rows[0]) if rows else Text(key)

    def readable(self, conversation: int, party: Party, *, opened: bool) -> tuple[Text, ...]:
        """Return the texts of a conversation which that party may read; the others are not fetched.

        Args:
            conversation: its id.
            party: the side that asks.
            opened: the other side has opened its preparation.
        """
        rows = self._store.rows(
            "SELECT * FROM text WHERE conversation = ? AND (kind = 'shared' OR party = ?"
            " OR kind = 'preparation' AND (on_paper OR ?))",
            conversation,
            party.value,
            int(opened),
        )
        return tuple(_text(row) for row in rows)

    def answered(self, conversations: Sequence[int]) -> dict[tuple[int, Party], frozenset[str]]:
        """Return which questions each party has prepared in these conversations: ids, never texts."""
        marks = ", ".join("?" * len(conversations))
        rows = self._store.rows(
            "SELECT conversation, party, question FROM text WHERE kind = 'preparation'"
            f" AND trim(body) <> '' AND conversation IN ({marks})",
            *conversations,
        )
        found: dict[tuple[int, Party], frozenset[str]] = {}
        for row in rows:
            key = (row["conversation"], Party(row["party"]))
            found[key] = found.get(key, frozenset()) | {row["question"]}
        return found

    def put(self, text: Text, revision: str) -> None:
        """Store a text as the newest version; what it replaces becomes an earlier one.

        Args:
            text: with author, moment and the new version number.
            revision: random id for the version that is replaced.
        """
        rows = self._store.rows(f"SELECT * FROM text WHERE {_WHERE}", *_values(text.key))
        if not rows:
            self._store.insert("text", _row(text))
            return
        before = rows[0]
        if self._worth_keeping(before, text):
            self._keep(before["id"], revision, _text(before), lost=False)
        row = {name: value for name, value in _row(text).items() if name != "version"}
        self._store.update("text", before["id"], before["version"], row)

    def keep_beside(self, text: Text, revision: str) -> None:
        """Store a text that came too late as an earlier version marked as lost (a repeated id is one)."""
        rows = self._store.rows(f"SELECT id FROM text WHERE {_WHERE}", *_values(text.key))
        self._keep(rows[0]["id"], revision, text, lost=True)

    def revisions(self, key: TextKey) -> tuple[Revision, ...]:
        """Return the earlier versions of a text, newest first."""
        rows = self._store.rows(
            "SELECT revision.* FROM revision JOIN text ON text.id = revision.text"
            f" WHERE {_WHERE} ORDER BY revision.at DESC, revision.rowid DESC",
            *_values(key),
        )
        return tuple(_revision(row) for row in rows)

    def _worth_keeping(self, before: Mapping[str, Any], after: Text) -> bool:
        if not before["body"].strip() or before["body"] == after.body:
            return False
        if before["author"] != after.author or len(before["body"]) - len(after.body) > _SHRINKS:
            return True
        newest = self._store.rows(
            "SELECT max(at) AS at FROM revision WHERE text = ? AND lost = 0", before["id"]
        )[0]["at"]
        return newest is None or _at(newest) + KEPT_APART <= _at(before["changed"])

    def _keep(self, row: int, revision: str, text: Text, *, lost: bool) -> None:
        self._store.upsert(
            "revision",
            ["id"],
            {
                "id": revision,
                "text": row,
                "version": text.version,
                "body": text.body,
                "author": text.author,
                "at": _moment(text.changed),
                "lost": int(lost),
            },
        )


_WHERE = "conversation = ? AND question = ? AND kind = ? AND party = ?"


def _values(key: TextKey) -> tuple[object, ...]:
    return key.conversation, key.question, key.kind.value, key.party.value if key.party else ""


def _row(text: Text) -> dict[str, object]:
    conversation, question, kind, party = _values(text.key)
    return {
        "conversation": conversation,
        "question": question,
        "kind": kind,
        "party": party,
        "body": text.body,
        "version": text.version,
        "author": text.author,
        "changed": _moment(text.changed),
        "on_paper": int(text.on_paper),
    }


def _text(row: Mapping[str, Any]) -> Text:
    party = Party(row["party"]) if row["party"] else None
    return Text(
        key=TextKey(row["conversation"], row["question"], TextKind(row["kind"]), party),
        body=row["body"],
        version=row["version"],
        author=row["author"],
        changed=_at(row["changed"]),
        on_paper=bool(row["on_paper"]),
    )


def _revision(row: Mapping[str, Any]) -> Revision:
    return Revision(
        id=row["id"],
        version=row["version"],
        body=row["body"],
        author=row["author"],
        at=_at(row["at"]),
        lost=bool(row["lost"]),
    )


def _at(stored: str) -> datetime:
    return datetime.fromisoformat(stored)


def _moment(moment: datetime | None) -> str:
    return moment.isoformat(timespec="milliseconds") if moment else ""
