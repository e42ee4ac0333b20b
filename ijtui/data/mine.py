"""Which rows of every table are about a person or by them, and may be read by them.

What is sealed or another's is never fetched: each condition says the same as `domain/access.py`.
In a condition ?1 is the person and ?2 the conversation.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from ijtui.data.store import Store
from ijtui.data.template_copy import TemplateCopies

_SIDE = "(SELECT iif(employee = ?1, 'employee', 'manager') FROM conversation WHERE id = ?2)"
_SEALED = "('gave', 'withdrew')"
"""Verbs that would tell the other of feedback which is not opened to them."""

_CONVERSATIONS = "SELECT id FROM conversation WHERE employee = ?1 OR manager = ?1"
_GOALS = f"SELECT id FROM goal WHERE person = ?1 OR author = ?1 OR conversation IN ({_CONVERSATIONS})"
_ACTIONS = "SELECT id FROM action WHERE employee = ?1 OR manager = ?1"
_ASSESSMENTS = "(SELECT id FROM assessment WHERE conversation = ?2)"

OF_PERSON: Mapping[str, str] = {
    "person": "id = ?1",
    "account": "person = ?1",
    "post": "person = ?1",
    "presence": "person = ?1",
    "round": "author = ?1 OR id IN (SELECT round FROM round_member WHERE person = ?1)",
    "round_member": "person = ?1",
    "goal": f"id IN ({_GOALS})",
    "check_in": f"author = ?1 OR goal IN ({_GOALS})",
    "shortfall": f"author = ?1 OR goal IN ({_GOALS})",
    "action": f"id IN ({_ACTIONS})",
    "wording": f"author = ?1 OR thing = 'goal' AND number IN ({_GOALS})"
    f" OR thing = 'action' AND number IN ({_ACTIONS})",
    "feedback": "giver = ?1 OR other = ?1 AND opened",
    "recognition": "person = ?1 OR giver = ?1",
    "training": "person = ?1 OR decided_by = ?1",
    "training_budget": "person = ?1 OR decided_by = ?1",
    "advancement": "person = ?1 OR author = ?1",
    "entry": "writer = ?1 OR shared AND person = ?1",
    "entry_tag": "entry IN (SELECT id FROM entry WHERE writer = ?1)",
    "entry_revision": "entry IN (SELECT id FROM entry WHERE writer = ?1)",
    "draft": "person = ?1",
    "template_version": "author = ?1",
    "template_draft": "author = ?1",
    "template_revision": "author = ?1",
    "handover": "?1 IN (employee, leaver, successor)",
    "handover_choice": "handover IN (SELECT id FROM handover WHERE ?1 IN (employee, leaver, successor))",
    "handed_over": "handover IN (SELECT id FROM handover"
    " WHERE ?1 IN (employee, successor) AND state = 'moved')",
    "extract": "person = ?1 OR manager = ?1",
    "hold": "person = ?1",
    "weeded": "person = ?1",
    "history": "conversation IS NULL AND (who = ?1 OR subject = 'person:' || ?1"
    " OR subject IN (SELECT 'training:' || id FROM training WHERE person = ?1)"
    " OR subject IN (SELECT 'recognition:' || id FROM recognition WHERE person = ?1)"
    " OR subject LIKE 'training-budget:' || ?1 || ':%' OR subject LIKE 'advancement:' || ?1 || ':%'"
    " OR subject LIKE 'extract:' || ?1 || ':%'"
    f" OR subject IN (SELECT 'goal:' || id FROM goal WHERE id IN ({_GOALS}))"
    f" OR subject IN (SELECT 'action:' || id FROM action WHERE id IN ({_ACTIONS})))",
}
"""By table, which rows belong to the person and to no single conversation."""

OF_CONVERSATION: Mapping[str, str] = {
    "conversation": "id = ?2 AND ?1 IN (employee, manager)",
    "opened": "conversation = ?2",
    "text": f"conversation = ?2 AND (kind = 'shared' OR party = {_SIDE} OR kind = 'preparation' AND (on_paper"
    " OR party IN (SELECT party FROM opened WHERE conversation = ?2)))",
    "revision": "EXISTS (SELECT 1 FROM text WHERE text.id = revision.text AND text.conversation = ?2"
    f" AND (kind = 'shared' OR party = {_SIDE} OR kind = 'preparation' AND revision.author = ?1))",
    "progress": "conversation = ?2",
    "used": "conversation = ?2",
    "checked": "conversation = ?2",
    "material": "conversation = ?2",
    "assessment": "conversation = ?2",
    "rating": f"assessment IN {_ASSESSMENTS} AND (party = {_SIDE}"
    " OR (SELECT count(*) FROM submitted WHERE submitted.assessment = rating.assessment) = 2"
    " OR NOT EXISTS (SELECT 1 FROM rating AS own WHERE own.assessment = rating.assessment"
    " AND own.party = rating.party AND NOT own.on_paper))",
    "submitted": f"assessment IN {_ASSESSMENTS}",
    "agreed": f"assessment IN {_ASSESSMENTS}",
    "passed_on": "conversation = ?2",
    "hold": "conversation = ?2",
    "signed_plan": "conversation = ?2",
    "signature": "plan IN (SELECT id FROM signed_plan WHERE conversation = ?2)",
    "history": f"conversation = ?2 AND (who = ?1 OR verb NOT IN {_SEALED})",
}
"""By table, which rows of a conversation that the person takes part in they may read."""

LEFT_OUT: Mapping[str, str] = {
    "meta": "says whose the file is and what calendars and reports call it",
    "unit": "is part of the organisation and about nobody",
    "keeping": "says how long things are kept and is about nobody",
    "weeding": "says when things were removed; what of it was about oneself stands under weeded",
    "milestone": "is the unit's and about nobody",
    "round_unit": "says which units a round is for and is about nobody",
    "target": "is the organisation's and about nobody",
    "template": "is the organisation's and about nobody",
    "template_copy": "stands in the conversation or assessment that was made from it",
    "sqlite_sequence": "is SQLite's own: which number comes next",
    "_sqlite_migrations": "says which form the file has",
}
"""Tables that hold nothing about or by anybody, each with the reason."""

PROGRAMS: Mapping[str, str] = {
    "version": "counts how often a row was saved",
    "edition": "counts how often the minutes were concluded",
    "folded": "says the same as the text, for a search",
    "kept": "says when an earlier version was last kept",
    "filed": "says whether the tags are in order",
    "agenda": "is the organisation's; its title and questions are told with the conversation",
    "profile": "is the organisation's; its competences are told with the levels",
    "uid": "is by what name a row is known in other files",
    "session": "tells one open session from another",
    "pen": "says which of two sessions writes, for a moment",
    "bars": "is how a handover is remembered that has taken place",
    "holds": "is how a handover is remembered that has taken place",
    "care": "is how a handover is remembered that has taken place",
}
"""Columns that only programs need, each with the reason; they are in the JSON and not on the page."""

_HIDDEN = frozenset({"folded"})
"""Columns that say the same as another, for a search."""

_PEOPLE = frozenset(
    {"person", "employee", "manager", "author", "who", "writer", "giver", "receiver", "reader"}
    | {"reported_by", "withdrawal_by", "decided_by", "agreed_with", "leaver", "successor"}
)
_OBJECTS = frozenset({"items", "fields"})
_COPIES = frozenset({"agenda", "profile"})
"""Columns that point at what a conversation or an assessment was made from, which is told in its place."""

_AT_ONCE = frozenset(
    {
        "handover_choice",
        "handed_over",
        "person",
        "account",
        "presence",
        "round_member",
        "wording",
        "training_budget",
        "advancement",
        "entry_tag",
        "draft",
        "opened",
        "progress",
    }
    | {"used", "checked", "material", "rating", "submitted", "agreed", "passed_on"}
)
"""Tables of which a person has few rows, or short ones; most have no number of their own to ask by."""

_PAGE = 100


class Mine:
    """What one file holds of a person.

    Args:
        store: the open file.
        person: id of the person.
        names: of everybody whom the person may know of, by id.
    """

    def __init__(self, store: Store, person: int, names: Mapping[int, str]) -> None:
        self._store = store
        self._person = person
        self._names = names
        self._copies = TemplateCopies(store)

    def conversations(self) -> list[int]:
        """Return the ids of the person's conversations, cancelled ones too, in the order of booking."""
        return [int(row["id"]) for row in self._store.rows(f"{_CONVERSATIONS} ORDER BY id", self._person)]

    def of_person(self, table: str) -> Iterator[tuple[Mapping[str, object], ...]]:
        """Yield the rows of a table that belong to no single conversation, some at a time."""
        return self._pages(table, OF_PERSON[table], self._person)

    def of_conversation(self, table: str, number: int) -> Iterator[tuple[Mapping[str, object], ...]]:
        """Yield the rows of a table that belong to one of the person's conversations, some at a time."""
        return self._pages(table, OF_CONVERSATION[table], self._person, number)

    def _pages(self, table: str, which: str, *values: object) -> Iterator[tuple[Mapping[str, object], ...]]:
        """Yield the rows page by page: which they are is asked once, for their texts may be long."""
        if table in _AT_ONCE:
            rows = self._store.rows(f"SELECT * FROM {table} WHERE {which} ORDER BY 1, 2", *values)
            yield from (tuple(map(self._told, rows[at : at + _PAGE])) for at in range(0, len(rows), _PAGE))
            return
        ids = [
            row["id"]
            for row in self._store.rows(f"SELECT id FROM {table} WHERE {which} ORDER BY id", *values)
        ]
        for at in range(0, len(ids), _PAGE):
            page = ids[at : at + _PAGE]
            marks = ", ".join(f"?{len(values) + number}" for number in range(1, len(page) + 1))
            sql = f"SELECT * FROM {table} WHERE id IN ({marks}) AND ({which}) ORDER BY id"
            yield tuple(map(self._told, self._store.rows(sql, *values, *page)))

    def _told(self, row: dict[str, Any]) -> Mapping[str, object]:
        """Return a row with names beside the numbers of people, and with what is stored as JSON."""
        with self._store.understood():
            return {name: self._value(name, value) for name, value in row.items() if name not in _HIDDEN}

    def _value(self, name: str, value: Any) -> object:
        if value is None or not isinstance(value, int | str):
            return value
        if name in _COPIES and isinstance(value, int):
            return json.loads(self._copies.texts([value])[value])
        if isinstance(value, int) and (name in _PEOPLE or name == "other"):
            return {"id": value, "name": self._names.get(value, "")}
        return json.loads(value) if name in _OBJECTS and isinstance(value, str) else value
