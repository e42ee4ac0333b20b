"""A few of very many people: those near somebody, and those whose words begin as it is typed."""

from __future__ import annotations

from datetime import date

from ijtui.data.person import person_of, sort_key
from ijtui.data.schema.people import sorted_as_swedish
from ijtui.data.store import Store
from ijtui.domain.person import Person

_BY_NAME = f"{sorted_as_swedish('person.name')}, person.id"
_SAID = "' ' || name || ' ' || role || ' ' || unit || ' ' || number"

_WORDS = 8
"""As many are looked for; nobody has more, and a long text that was pasted is no name."""

_NEAR = f"""
    SELECT * FROM person WHERE id <> ?1 AND id IN (
        SELECT manager FROM person WHERE id = ?1
        UNION SELECT id FROM person WHERE manager = ?1
        UNION SELECT employee FROM conversation WHERE manager = ?1 AND state <> 'cancelled'
        UNION SELECT manager FROM conversation WHERE employee = ?1 AND state <> 'cancelled'
    ) ORDER BY {_BY_NAME}
"""


class PersonSearch:
    """Who of one file is wanted, as Swedish sorts them."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def near(self, person: int) -> tuple[Person, ...]:
        """Return that person's manager, whom they lead, and whom they have or had conversations with."""
        return self._store.all(person_of, _NEAR, person)

    def page(
        self, typed: str, limit: int, *, but: int = 0, working: date | None = None
    ) -> tuple[Person, ...]:
        """Return the first of those with all these words.

        Args:
            typed: beginnings of words of name, role or unit, or of the employee number; "" for everybody.
            limit: how many at most.
            but: id of somebody to leave out.
            working: leave out whoever has left by that day; None for nobody.
        """
        words = sort_key(typed).split()[:_WORDS]
        said = sorted_as_swedish(_SAID)
        fits = "".join(f" AND instr({said}, ?{place})" for place, _word in enumerate(words, 4))
        return self._store.all(
            person_of,
            f"SELECT * FROM person WHERE id <> ?1 AND (?2 IS NULL OR until IS NULL OR until >= ?2){fits}"
            f" ORDER BY {_BY_NAME} LIMIT ?3",
            but,
            working.isoformat() if working else None,
            limit,
            *(f" {word}" for word in words),
        )

    def count(self, working: date) -> int:
        """Return how many people there are who have not left by that day."""
        counted = "SELECT count(*) AS number FROM person WHERE until IS NULL OR until >= ?"
        return int(self._store.rows(counted, working.isoformat())[0]["number"])
