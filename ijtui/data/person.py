"""People, and who owns the file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from ijtui.data.store import Row, Store
from ijtui.domain.person import Part, Person
from ijtui.errors import NotFound
from ijtui.words import N_

NO_PERSON = N_("There is no person with number {number}.")


class People:
    """The people of one file."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> tuple[Person, ...]:
        """Return everybody by name, as Swedish sorts it."""
        return _by_name(self._store.all(person_of, "SELECT * FROM person ORDER BY id"))

    def some(self, numbers: Iterable[int | None]) -> dict[int, Person]:
        """Return those with these numbers, by number; one that nobody has is absent."""
        wanted = sorted({number for number in numbers if number})
        marks = ", ".join("?" * len(wanted))
        found = self._store.all(person_of, f"SELECT * FROM person WHERE id IN ({marks})", *wanted)
        return {person.id: person for person in found}

    def led_by(self, manager: int) -> tuple[Person, ...]:
        """Return whom that person leads, by name."""
        return _by_name(self._store.all(person_of, "SELECT * FROM person WHERE manager = ?", manager))

    def leads_anybody(self, person: int) -> bool:
        """Whether that person is somebody's manager."""
        return bool(self._store.rows("SELECT 1 FROM person WHERE manager = ? LIMIT 1", person))

    def get(self, person_id: int) -> Person:
        """Return that person.

        Raises:
            NotFound: nobody has that number.
        """
        found = self._store.find(person_of, "person", person_id)
        if found is None:
            raise NotFound(NO_PERSON, number=person_id)
        return found

    def add(self, person: Person) -> Person:
        """Store a new person and return them with their number."""
        return replace(person, id=self._store.insert("person", _row(person)), version=1)

    def change(self, person: Person) -> Person:
        """Store a changed person.

        Raises:
            Conflict: changed by somebody else since.
        """
        version = self._store.update("person", person.id, person.version, _row(person), self.get)
        return replace(person, version=version)

    def owner(self) -> tuple[Person, Part] | None:
        """Return whose file this is and what they are in the conversations, or None before first run."""
        rows = self._store.rows("SELECT key, value FROM meta WHERE key IN ('owner', 'part')")
        meta = {row["key"]: row["value"] for row in rows}
        if "owner" not in meta:
            return None
        with self._store.understood():
            return self.get(int(meta["owner"])), Part(meta["part"])

    def set_owner(self, person: Person, part: Part) -> None:
        """Say whose file this is, and what they are in the conversations."""
        self._store.upsert("meta", ["key"], {"key": "owner", "value": str(person.id)})
        self._store.upsert("meta", ["key"], {"key": "part", "value": part.value})


def person_of(row: Row) -> Person:
    """Return the person of a row."""
    until = row["until"]
    return Person(**{**row, "until": date.fromisoformat(until)} if until else row)


def _row(person: Person) -> dict[str, object]:
    return {
        "name": person.name,
        "role": person.role,
        "unit": person.unit,
        "manager": person.manager,
        "login": person.login,
        "number": person.number,
        "until": person.until.isoformat() if person.until else None,
    }


def _by_name(people: Iterable[Person]) -> tuple[Person, ...]:
    return tuple(sorted(people, key=lambda person: sort_key(person.name)))


def sort_key(text: str) -> str:
    """Fold case and put å, ä, ö last, in that order; é is sorted as e and ü as y."""
    return text.casefold().translate(_SORTED)


_SORTED = str.maketrans("åäöéü", "{|}ey")
