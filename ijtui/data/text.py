"""Long texts and their earlier versions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from ijtui.data.store import Row, Store
from ijtui.domain.conversation import Party
from ijtui.domain.text import Revision, Text, TextKey, TextKind, is_worth_keeping, taken_away


class Texts:
    """The texts of one file."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self, key: TextKey) -> Text:
        """Return that text; one that nobody has written is empty with version 0."""
        found = self._store.all(_text, f"SELECT * FROM text WHERE {_WHERE}", *_values(key))
        return found[0] if found else Text(key)

    def came_on_paper(self, key: TextKey) -> bool | None:
        """Return whether that text was entered from paper, or None where nobody has written it; no text."""
        rows = self._store.rows(f"SELECT on_paper FROM text WHERE {_WHERE}", *_values(key))
        return bool(rows[0]["on_paper"]) if rows else None

    def readable(self, conversation: int, party: Party, *, opened: bool) -> tuple[Text, ...]:
        """Return the texts of a conversation which that party may read; the others are not fetched.

        Args:
            conversation: its id.
            party: the side that asks.
            opened: the other side has opened its preparation.
        """
        return self._store.all(
            _text,
            "SELECT * FROM text WHERE conversation = ? AND (kind = 'shared' OR party = ?"
            " OR kind = 'preparation' AND (on_paper OR ?))",
            conversation,
            party.value,
            int(opened),
        )

    def answered(self, conversations: Sequence[int]) -> dict[tuple[int, Party], frozenset[str]]:
        """Return which questions each party has prepared in these conversations: ids, never texts."""
        marks = ", ".join("?" * len(conversations))
        rows = self._store.rows(
            "SELECT conversation, party, question FROM text WHERE kind = 'preparation'"
            f" AND trim(body, char(9, 10, 32, 160)) <> '' AND conversation IN ({marks})",
            *conversations,
        )
        found: dict[tuple[int, Party], frozenset[str]] = {}
        with self._store.understood():
            for row in rows:
                key = (row["conversation"], Party(row["party"]))
                found[key] = found.get(key, frozenset()) | {row["question"]}
        return found

    def put(self, text: Text, revision: str, *, decided: bool = False) -> None:
        """Store a text as the newest version; what it replaces may become an earlier one.

        Args:
            text: with author, moment and the new version number.
            revision: random id for the version that is replaced.
            decided: somebody chose this one instead, so what it replaces is kept in any case.

        Raises:
            Conflict: what is stored is not the version before this one.
        """
        rows = self._store.rows(f"SELECT * FROM text WHERE {_WHERE}", *_values(text.key))
        if not rows:
            self._store.insert("text", {**_row(text), "version": 1, "kept": _moment(text.changed)})
            return
        row, before = rows[0], _text(rows[0])
        since = _at(row["kept"])
        taken = row["taken"] + taken_away(before.body, text.body)
        if decided or is_worth_keeping(before, text, since, taken):
            self._keep(
                row["id"], Revision(revision, before.version, before.body, before.author, _at(row["changed"]))
            )
            since, taken = text.changed or since, 0
        elif not before.body.strip():
            since, taken = text.changed or since, 0
        values = {**_row(text), "kept": _moment(since), "taken": taken}
        self._store.update("text", row["id"], text.version - 1, values, lambda _row: before)

    def keep_beside(self, key: TextKey, late: Revision) -> None:
        """Store a text that came too late beside the one that is there; a repeated id is the same one."""
        row = self._store.rows(f"SELECT id FROM text WHERE {_WHERE}", *_values(key))[0]
        self._keep(row["id"], late)

    def revisions(self, key: TextKey) -> tuple[Revision, ...]:
        """Return the earlier versions of a text, newest first."""
        return self._store.all(
            _revision,
            "SELECT revision.* FROM revision JOIN text ON text.id = revision.text"
            f" WHERE {_WHERE} ORDER BY revision.at DESC, revision.rowid DESC",
            *_values(key),
        )

    def _keep(self, text: int, revision: Revision) -> None:
        values = {
            "id": revision.id,
            "text": text,
            "version": revision.version,
            "body": revision.body,
            "author": revision.author,
            "at": _moment(revision.at),
            "lost": int(revision.lost),
        }
        self._store.upsert("revision", ["id"], values)


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
        "author": text.author,
        "changed": _moment(text.changed),
        "on_paper": int(text.on_paper),
    }


def _text(row: Row) -> Text:
    party = Party(row["party"]) if row["party"] else None
    return Text(
        key=TextKey(row["conversation"], row["question"], TextKind(row["kind"]), party),
        body=row["body"],
        version=row["version"],
        author=row["author"],
        changed=_at(row["changed"]),
        on_paper=bool(row["on_paper"]),
    )


def _revision(row: Row) -> Revision:
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
