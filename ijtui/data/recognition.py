"""Recognition as rows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ijtui.data.store import Row, Store
from ijtui.domain.recognition import Recognition, RecognitionKind
from ijtui.errors import NotFound
from ijtui.words import N_

NO_RECOGNITION = N_("There is no recognition with number {number}.")


class Recognitions:
    """What was given to whom, in one file."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self, number: int) -> Recognition:
        """Return that one.

        Raises:
            NotFound: none has that number.
        """
        found = self._store.find(_recognition, "recognition", number)
        if found is None:
            raise NotFound(NO_RECOGNITION, number=number)
        return found

    def of(self, person: int, since: date, until: date) -> tuple[Recognition, ...]:
        """Return what that person was given from one day to another, both counted, the newest first."""
        return self._store.all(
            _recognition,
            "SELECT * FROM recognition WHERE person = ? AND day BETWEEN ? AND ? ORDER BY day DESC, id DESC",
            person,
            since.isoformat(),
            until.isoformat(),
        )

    def add(self, recognition: Recognition) -> Recognition:
        """Store a new one and return it with its number."""
        number = self._store.insert("recognition", _row(recognition))
        return replace(recognition, id=number, version=1)

    def change(self, recognition: Recognition) -> Recognition:
        """Store a changed one.

        Raises:
            Conflict: changed by somebody else since.
            NotFound: removed since.
        """
        version = self._store.update(
            "recognition", recognition.id, recognition.version, _row(recognition), self.get
        )
        return replace(recognition, version=version)

    def remove(self, recognition: Recognition) -> None:
        """Delete one.

        Raises:
            Conflict: changed by somebody else since.
            NotFound: removed since.
        """
        self._store.delete("recognition", recognition.id, recognition.version, self.get)


def _recognition(row: Row) -> Recognition:
    return Recognition(**{**row, "kind": RecognitionKind(row["kind"]), "day": date.fromisoformat(row["day"])})


def _row(recognition: Recognition) -> dict[str, object]:
    return {
        "person": recognition.person,
        "giver": recognition.giver,
        "kind": recognition.kind.value,
        "what": recognition.what,
        "days": recognition.days,
        "amount": recognition.amount,
        "day": recognition.day.isoformat(),
        "goal": recognition.goal,
    }
