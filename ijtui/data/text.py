"""Long texts and their earlier versions."""

from __future__ import annotations

from collections.abc import Sequence

from ijtui.data.revision import Revisions, at, moment, succession
from ijtui.data.store import Row, Store
from ijtui.domain.conversation import Party
from ijtui.domain.text import Revision, Text, TextKey, TextKind


class Texts:
    """The texts of one file."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._revisions = Revisions(store, "revision", "text")

    def get(self, key: TextKey) -> Text:
        """Return that text; one that nobody has written is empty with version 0."""
        found = self._store.all(_text, f"SELECT * FROM text WHERE {_WHERE}", *_values(key))
        return found[0] if found else Text(key)

    def came_on_paper(self, key: TextKey) -> bool | None:
        """Return whether that preparation came on paper, or None where nobody has written it; no text."""
        conversation, question, kind, party = _values(key)
        rows = self._store.rows(
            "SELECT on_paper FROM prepared WHERE 'preparation' = ?"
            " AND conversation = ? AND question = ? AND party = ?",
            *(kind, conversation, question, party),
        )
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
            "SELECT conversation, party, question FROM prepared"
            f" WHERE NOT blank AND conversation IN ({marks})",
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
            self._store.insert("text", {**_row(text), "version": 1, "kept": moment(text.changed)})
            return
        row, before = rows[0], _text(rows[0])
        becomes = succession(row, before, text, revision, decided=decided)
        if becomes.earlier is not None:
            self._revisions.keep(row["id"], becomes.earlier)
        values = {**_row(text), **becomes.columns}
        self._store.update("text", row["id"], text.version - 1, values, lambda _row: before)

    def keep_beside(self, key: TextKey, late: Revision) -> None:
        """Store a text that came too late beside the one that is there; a repeated id is the same one."""
        self._revisions.keep(self._number(key) or 0, late)

    def revisions(self, key: TextKey) -> tuple[Revision, ...]:
        """Return the earlier versions of a text, newest first."""
        number = self._number(key)
        return self._revisions.all(number) if number else ()

    def _number(self, key: TextKey) -> int | None:
        """Return the id of the row that holds a text, or None where nobody has written it."""
        rows = self._store.rows(f"SELECT id FROM text WHERE {_WHERE}", *_values(key))
        return int(rows[0]["id"]) if rows else None


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
        "changed": moment(text.changed),
        "on_paper": int(text.on_paper),
    }


def _text(row: Row) -> Text:
    party = Party(row["party"]) if row["party"] else None
    return Text(
        key=TextKey(row["conversation"], row["question"], TextKind(row["kind"]), party),
        body=row["body"],
        version=row["version"],
        author=row["author"],
        changed=at(row["changed"]),
        on_paper=bool(row["on_paper"]),
    )
