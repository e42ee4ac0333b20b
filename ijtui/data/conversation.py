"""Conversations with everything small that belongs to them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from ijtui.data.conversation_rows import progress_row, row_of
from ijtui.data.person import People
from ijtui.data.store import Row, Store
from ijtui.data.template_copy import TemplateCopies
from ijtui.domain.agenda import Agenda, Kind, StationKey
from ijtui.domain.agenda_json import agenda_from_json, agenda_to_json
from ijtui.domain.conversation import Conversation, Mark, Party, Progress, State
from ijtui.domain.order import Turn, Turns, a_turn
from ijtui.domain.person import Person
from ijtui.domain.today import Rhythm
from ijtui.errors import NotFound
from ijtui.words import N_

NO_CONVERSATION = N_("There is no conversation with number {number}.")


class Conversations:
    """The conversations of one file."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._people = People(store)
        self._copies = TemplateCopies(store)

    def get(self, conversation_id: int) -> Conversation:
        """Return that conversation.

        Raises:
            NotFound: none has that number.
        """
        found = self._store.find(dict, "conversation", conversation_id)
        if found is None:
            raise NotFound(NO_CONVERSATION, number=conversation_id)
        return self._whole([found])[0]

    def of(self, person: Person, states: Iterable[State] = State) -> tuple[Conversation, ...]:
        """Return the conversations in which that person takes part, the earliest first, undated last."""
        wanted = [state.value for state in states]
        marks = ", ".join("?" * len(wanted))
        rows = self._store.rows(
            f"SELECT * FROM conversation WHERE (employee = ?1 OR manager = ?1) AND state IN ({marks})"
            " ORDER BY starts IS NULL, starts, id",
            person.id,
            *wanted,
        )
        return self._whole(rows)

    def some(self, numbers: Sequence[int]) -> tuple[Conversation, ...]:
        """Return those with these numbers, the earliest first, undated last; one that is gone is left out."""
        marks = ", ".join("?" * len(numbers))
        found = f"SELECT * FROM conversation WHERE id IN ({marks}) ORDER BY starts IS NULL, starts, id"
        return self._whole(self._store.rows(found, *numbers)) if numbers else ()

    def rhythm(self, manager: int) -> dict[int, Rhythm]:
        """Return by employee whether a conversation with that manager comes, and when the last was held."""
        found = self._store.rows(
            "SELECT employee, max(state IN ('booked', 'ongoing')) AS comes,"
            " max(iif(state = 'held', substr(starts, 1, 10), NULL)) AS last"
            " FROM conversation WHERE manager = ? GROUP BY employee",
            manager,
        )
        with self._store.understood():
            return {row["employee"]: Rhythm(bool(row["comes"]), _day(row["last"])) for row in found}

    def before(self, conversation: Conversation) -> Conversation | None:
        """Return the employee's latest held conversation of the same kind before this one, or None."""
        turns = self.turns(conversation.employee.id, conversation.agenda.kind)
        here = turns[conversation.id]
        earlier = [turn for turn in turns.values() if turn.is_over and turn < here]
        return self.get(max(earlier).conversation) if earlier else None

    def half_signed(self, person: Person) -> tuple[int, ...]:
        """Return the person's conversations whose newest version somebody answered and not both signed."""
        rows = self._store.rows(
            "SELECT newest.conversation FROM conversation"
            " JOIN signed_plan AS newest ON newest.conversation = conversation.id"
            " WHERE (conversation.employee = ?1 OR conversation.manager = ?1)"
            " AND NOT EXISTS (SELECT 1 FROM signed_plan AS later"
            " WHERE later.conversation = newest.conversation AND later.number > newest.number)"
            " AND EXISTS (SELECT 1 FROM signature WHERE plan = newest.id)"
            " AND 2 > (SELECT count(DISTINCT person) FROM signature"
            " WHERE plan = newest.id AND answer = 'signed') ORDER BY newest.conversation",
            person.id,
        )
        return tuple(row["conversation"] for row in rows)

    def has_open_round(self) -> bool:
        """Whether conversations are counted for a round that nobody has closed."""
        return bool(self._store.rows("SELECT 1 FROM round WHERE closed IS NULL LIMIT 1"))

    def turns(self, employee: int, kind: Kind | None = None) -> Turns:
        """Return in which order that person's conversations are held: all of them, or those of one kind."""
        found = self._store.all(
            _turn,
            "SELECT id, kind, manager, starts, began, state FROM turns"
            " WHERE employee = ? AND kind = coalesce(?, kind)",
            employee,
            kind.value if kind else None,
        )
        return {turn.conversation: turn for turn in found}

    def add(self, conversation: Conversation) -> Conversation:
        """Store a new conversation and return it with its number."""
        return replace(
            conversation, id=self._store.insert("conversation", self._row(conversation)), version=1
        )

    def change(self, conversation: Conversation) -> Conversation:
        """Store when, where, how long, state and edition.

        Raises:
            Conflict: changed by somebody else since.
        """
        version = self._store.update(
            "conversation", conversation.id, conversation.version, self._row(conversation), self.get
        )
        return replace(conversation, version=version)

    def set_progress(
        self, conversation: Conversation, question: str, progress: Progress, author: int, at: datetime
    ) -> Conversation:
        """Store where a question stands, and who said so when."""
        row = progress_row(conversation.id, question, progress, author, at)
        self._store.upsert("progress", ["conversation", "question"], row)
        return replace(conversation, progress={**conversation.progress, question: progress})

    def progress_changes(self, conversation: int) -> tuple[tuple[datetime, int], ...]:
        """Return when something was last said about where each question stands, and by whom."""
        return self._store.all(
            lambda row: (datetime.fromisoformat(row["changed"]), row["author"]),
            "SELECT changed, author FROM progress WHERE conversation = ?",
            conversation,
        )

    def add_seconds(self, conversation: Conversation, station: StationKey, seconds: int) -> Conversation:
        """Add to the time spent at a station; two sessions may both count."""
        self._store.db.execute(
            "INSERT INTO main.used (conversation, station, seconds) VALUES (?, ?, ?)"
            " ON CONFLICT DO UPDATE SET seconds = seconds + excluded.seconds",
            [conversation.id, station.value, seconds],
        )
        spent = conversation.used.get(station, 0) + seconds
        return replace(conversation, used={**conversation.used, station: spent})

    def set_checked(self, conversation: Conversation, task: str, done: bool) -> Conversation:
        """Tick a line of the checklist, or take the tick away."""
        row = {"conversation": conversation.id, "task": task}
        if done:
            self._store.upsert("checked", ["conversation", "task"], row)
            return replace(conversation, checked=conversation.checked | {task})
        self._store.db.execute(
            "DELETE FROM main.checked WHERE conversation = :conversation AND task = :task", row
        )
        return replace(conversation, checked=conversation.checked - {task})

    def open(self, conversation: Conversation, party: Party, at: datetime) -> Conversation:
        """Let the other party see a preparation from now on."""
        self._store.db.execute(
            "INSERT OR IGNORE INTO main.opened (conversation, party, at) VALUES (?, ?, ?)",
            [conversation.id, party.value, at.isoformat(timespec="seconds")],
        )
        return replace(conversation, opened=conversation.opened | {party})

    def _row(self, conversation: Conversation) -> dict[str, object]:
        return row_of(conversation, self._copies.keep(agenda_to_json(conversation.agenda)))

    def _whole(self, rows: list[dict[str, Any]]) -> tuple[Conversation, ...]:
        """Put the parts together with one query a table, however many conversations there are."""
        ids = [row["id"] for row in rows]
        parts = {
            table: self._rows_of(table, ids) for table in ("progress", "used", "checked", "opened") if ids
        }
        texts = self._copies.texts(row["agenda"] for row in rows)
        people = self._people.some(row[party] for row in rows for party in ("employee", "manager"))
        with self._store.understood():
            agendas = {number: agenda_from_json(text) for number, text in texts.items()}
            return tuple(_conversation(row, agendas[row["agenda"]], people, parts) for row in rows)

    def _rows_of(self, table: str, ids: list[int]) -> dict[int, list[dict[str, Any]]]:
        marks = ", ".join("?" * len(ids))
        found: dict[int, list[dict[str, Any]]] = {number: [] for number in ids}
        for row in self._store.rows(f"SELECT * FROM {table} WHERE conversation IN ({marks})", *ids):
            found[row["conversation"]].append(row)
        return found


def _conversation(
    row: Row,
    agenda: Agenda,
    people: Mapping[int, Person],
    parts: Mapping[str, Mapping[int, list[dict[str, Any]]]],
) -> Conversation:
    number = row["id"]
    return Conversation(
        agenda=agenda,
        employee=people[row["employee"]],
        manager=people[row["manager"]],
        starts=datetime.fromisoformat(row["starts"]) if row["starts"] else None,
        place=row["place"],
        minutes=row["minutes"],
        state=State(row["state"]),
        edition=row["edition"],
        progress=MappingProxyType({part["question"]: _progress(part) for part in parts["progress"][number]}),
        used=MappingProxyType(
            {StationKey(part["station"]): part["seconds"] for part in parts["used"][number]}
        ),
        checked=frozenset(part["task"] for part in parts["checked"][number]),
        opened=frozenset(Party(part["party"]) for part in parts["opened"][number]),
        id=number,
        version=row["version"],
        began=datetime.fromisoformat(row["began"]) if row["began"] else None,
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _turn(row: Row) -> Turn:
    return a_turn(
        row["id"],
        row["manager"],
        datetime.fromisoformat(row["starts"]) if row["starts"] else None,
        datetime.fromisoformat(row["began"]) if row["began"] else None,
        is_over=State(row["state"]) is State.HELD,
        is_off=State(row["state"]) is State.CANCELLED,
        kind=Kind(row["kind"]),
    )


def _progress(row: Row) -> Progress:
    mark = Mark(row["mark"]) if row["mark"] else None
    return Progress(bool(row["done"]), bool(row["parked"]), mark, row["choice"])
