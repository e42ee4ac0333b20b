"""A file in which every word that somebody could have written is one that can be searched for."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from ijtui.content.keeping import shipped
from ijtui.data.store import Store
from ijtui.domain.keeping import Sort
from ijtui.services.weeding import WeedingService
from tests.services.organisation import Organisation, an_organisation

MARK = "gallrasnu"
"""Begins every word that is to be gone; the rest says in which column it stood."""

NO_WORDS: Mapping[str, frozenset[str]] = {
    "codes and numbers of the program's own": frozenset(
        {"kind", "state", "party", "question", "station", "task", "mark", "level", "answer"}
        | {"method", "course", "cause", "result", "responsible", "carried_out", "goal_reached"}
        | {"owner", "quarter", "competence", "step", "criterion", "verb", "subject", "sort"}
        | {"thing", "ids", "tag", "form", "office", "session", "pen", "uid", "hash"}
        | {"fingerprint", "proof", "initials", "previous", "matters", "stage"}
    ),
    "days and moments": frozenset(
        {"at", "day", "made", "changed", "kept", "starts", "began", "due", "since", "until"}
        | {"seen", "wrote", "agreed", "agreed_at", "reported", "withdrawal", "done"}
        | {"evaluated_on", "ended", "given", "filed", "first", "last", "closed", "cleaned"}
        | {"moved", "taken"}
    ),
}
"""Columns of text that nobody writes words in."""

STAYS: Mapping[str, frozenset[str]] = {
    "who the people are, without whom no figure of earlier years could be told apart": frozenset(
        {"person.name", "person.role", "person.unit", "person.login", "person.number"}
        | {"account.login", "account.number", "post.role"}
    ),
    "the receipts themselves": frozenset({"weeding.author", "hold.author", "hold.lifted_by"}),
    "where somebody is now, which ends with the session": frozenset({"presence.place"}),
}
"""Words that are not weeded, each with the reason."""

THE_ORGANISATIONS = frozenset(
    {"template", "template_copy", "template_version", "template_draft", "template_revision"}
    | {"unit", "milestone", "target", "keeping", "meta", "round", "round_member", "round_unit"}
)
"""Tables of the organisation's own, which say nothing of anybody."""

OBJECTS = frozenset({"fields", "items", "signed_plan.body"})
"""Columns that hold JSON."""


def columns(store: Store) -> Iterator[tuple[str, str]]:
    """Yield table and column of every text in which somebody can have written words that are weeded."""
    codes, stays = frozenset().union(*NO_WORDS.values()), frozenset().union(*STAYS.values())
    for row in store.rows(
        "SELECT held.name AS thing, part.name AS part FROM sqlite_schema AS held"
        " JOIN pragma_table_info(held.name) AS part WHERE held.type = 'table' AND part.type = 'TEXT'"
        " AND held.name NOT LIKE 'sqlite%' AND held.name NOT LIKE '_sqlite%' ORDER BY 1, 2"
    ):
        thing, part = row["thing"], row["part"]
        if part not in codes | {"id"} and thing not in THE_ORGANISATIONS and f"{thing}.{part}" not in stays:
            yield thing, part


def mark_everything(made: Organisation) -> tuple[str, ...]:
    """Write a word of its own into every such column, and return them; everybody leaves today."""
    store, words = made.room.desk.store, []
    with store.writing():
        for table in ("signed_plan", "signature"):
            store.db.execute(f"DROP TRIGGER {table}_no_update")
        for table, column in columns(store):
            word = f"{MARK}{table}{column}".replace("_", "")
            plain = column not in OBJECTS and f"{table}.{column}" not in OBJECTS
            value = word if plain else json.dumps({"ord": word})
            if (table, column) == ("handover", "receipt"):
                value = json.dumps({"went": {"agreements": [word]}})
            store.db.execute(f"UPDATE {table} SET {column} = ?", [value])
            words += [word] if store.rows(f"SELECT 1 FROM {table}") else []
        for person in store.rows("SELECT id FROM person"):
            day = made.room.clock.now.date().isoformat()
            post = {"person": person["id"], "unit": 1, "since": "2020-01-01", "until": day}
            store.insert("post", post)
        store.db.execute("UPDATE post SET until = '2026-11-21'")
    return tuple(words)


def rules(**months: tuple[int | str, int | str]) -> str:
    """Return rules by which nothing goes but what is named (work_environment=(24, 3))."""
    lines = []
    for sort in Sort:
        after, left = months.get(sort.value.replace("-", "_"), ("never", "never"))
        said = [f'"{value}"' if value == "never" else str(value) for value in (after, left)]
        lines += [f"[{sort}]", f"after = {said[0]}", f"left = {said[1]}", ""]
    return "\n".join(lines)


ALL = rules(**{sort.value.replace("-", "_"): (0, 0) for sort in Sort})
"""Rules by which everything goes at once."""


def a_marked_file(folder: Path) -> tuple[Organisation, tuple[str, ...]]:
    """Return an organisation in which everything is marked, ten years later."""
    made = an_organisation(folder)
    words = mark_everything(made)
    made.room.clock.forward(days=3650)
    return made, words


def weeder(made: Organisation, text: str = "") -> WeedingService:
    """Return who looks after the file, with the rules that ship or others chosen."""
    service: WeedingService = made.room.desk.weeding
    service.choose("root", text or shipped("sv"))
    return service


def found_in(folder: Path, words: tuple[str, ...]) -> dict[str, set[str]]:
    """Return which of the words stand in the bytes of which file of a folder, however deep."""
    return {
        path.relative_to(folder).as_posix(): there
        for path in sorted(folder.rglob("*"))
        if path.is_file() and (there := {word for word in words if word.encode() in path.read_bytes()})
    }


LATER = date(2036, 11, 18)
"""The day of `a_marked_file`."""
