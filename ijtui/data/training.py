"""Training and its yearly budget as rows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from ijtui.data.store import Row, Store
from ijtui.domain.training import Training, TrainingState
from ijtui.errors import NotFound
from ijtui.words import N_

NO_TRAINING = N_("There is no course with number {number}.")


class Trainings:
    """The courses of one file, and what each person's year may cost."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self, number: int) -> Training:
        """Return that course.

        Raises:
            NotFound: none has that number.
        """
        found = self._store.find(_training, "training", number)
        if found is None:
            raise NotFound(NO_TRAINING, number=number)
        return found

    def of(self, person: int, year: int) -> tuple[Training, ...]:
        """Return that person's courses of one year by day."""
        return self._store.all(
            _training,
            "SELECT * FROM training WHERE person = ? AND substr(day, 1, 4) = ? ORDER BY day, id",
            person,
            f"{year:04}",
        )

    def budget(self, person: int, year: int) -> tuple[int, int] | None:
        """Return the amount that was set for that year and who set it, or None."""
        found = self._store.rows(
            "SELECT amount, decided_by FROM training_budget WHERE person = ? AND year = ?", person, year
        )
        return (found[0]["amount"], found[0]["decided_by"]) if found else None

    def set_budget(self, person: int, year: int, amount: int, by: int, at: datetime) -> None:
        """Store what that year may cost, inside `writing`."""
        row = {
            "person": person,
            "year": year,
            "amount": amount,
            "decided_by": by,
            "at": at.isoformat(timespec="seconds"),
        }
        self._store.upsert("training_budget", ["person", "year"], row)

    def add(self, training: Training) -> Training:
        """Store a new course and return it with its number."""
        return replace(training, id=self._store.insert("training", _row(training)), version=1)

    def change(self, training: Training) -> Training:
        """Store a changed course.

        Raises:
            Conflict: changed by somebody else since.
            NotFound: removed since.
        """
        version = self._store.update("training", training.id, training.version, _row(training), self.get)
        return replace(training, version=version)

    def remove(self, training: Training) -> None:
        """Delete a course.

        Raises:
            Conflict: changed by somebody else since.
            NotFound: removed since.
        """
        self._store.delete("training", training.id, training.version, self.get)


def _training(row: Row) -> Training:
    return Training(**{**row, "state": TrainingState(row["state"]), "day": date.fromisoformat(row["day"])})


def _row(training: Training) -> dict[str, object]:
    return {
        "person": training.person,
        "what": training.what,
        "cost": training.cost,
        "day": training.day.isoformat(),
        "state": training.state.value,
        "decided_by": training.decided_by,
        "goal": training.goal,
    }
