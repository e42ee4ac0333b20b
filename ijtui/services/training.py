"""Training and its yearly budget (D-G7)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ijtui.clean import clean_line
from ijtui.data.training import NO_TRAINING, Trainings
from ijtui.domain.person import Person
from ijtui.domain.training import USUAL, Purse, Training, purse, sound_amount
from ijtui.services.caring import Caring


class TrainingService(Caring):
    """What a person can do with training."""

    def trainings(self, asker: Person, person: Person, year: int) -> tuple[Training, ...]:
        """Return that person's courses of one year, by day (D-G7).

        Raises:
            NotFound: not the asker's to see.
        """
        return Trainings(self._store).of(self._seen(asker, person.id).id, year)

    def training(self, asker: Person, number: int) -> Training:
        """Return one of them.

        Raises:
            NotFound: none, or not the asker's to see.
        """
        found = Trainings(self._store).get(number)
        self._seen(asker, found.person, NO_TRAINING, number)
        return found

    def purse(self, asker: Person, person: Person, year: int) -> Purse:
        """Return what that person's year may cost, and what is used, approved and asked for.

        Raises:
            NotFound: not the asker's to see.
        """
        rows, number = Trainings(self._store), self._seen(asker, person.id).id
        amount, set_by = rows.budget(number, year) or (USUAL, None)
        return purse(year, amount, set_by, rows.of(number, year))

    def set_budget(
        self, asker: Person, person: Person, year: int, amount: int, *, beside: bool = False
    ) -> Purse:
        """Let a year cost another amount from now on.

        Raises:
            RuleBroken: it is no amount.
            NotAllowed: the asker is not the manager.
            NotFound: not the asker's to see.
        """
        with self._store.writing():
            now = self._seen(asker, person.id)
            by = self._deciding(asker, now, beside)
            Trainings(self._store).set_budget(now.id, year, sound_amount(amount), by, self._clock())
            self._note(asker, "set-budget", f"training-budget:{now.id}:{year}")
        return self.purse(asker, person, year)

    def ask_for_training(self, asker: Person, person: Person, training: Training) -> Training:
        """Ask for a course; whether the budget has room for it is said, and never refused.

        Raises:
            RuleBroken: it says nothing, or the cost is no amount.
            NotFound: not the asker's to see.
        """
        with self._store.writing():
            now = self._seen(asker, person.id)
            words = clean_line(training.what)
            new = Training(now.id, words, training.cost, training.day, goal=training.goal).checked()
            stored = Trainings(self._store).add(new)
            self._note(asker, "asked", f"training:{stored.id}")
        return stored

    def change_training(self, asker: Person, training: Training) -> Training:
        """Store a course in other words, at another cost or on another day; a dearer one is asked for anew.

        Raises:
            RuleBroken: it says nothing, or the cost is no amount.
            Conflict: changed by somebody else since.
            NotFound: not the asker's to see.
        """
        words = replace(training, what=clean_line(training.what))
        return self._change(asker, training, "changed", lambda was: was.reworded(words))

    def decide_training(
        self, asker: Person, training: Training, approved: bool, *, beside: bool = False
    ) -> Training:
        """Approve a course, also beyond the budget, or decline it.

        Raises:
            RuleBroken: it has been taken.
            NotAllowed: the asker is not the manager.
            Conflict: changed by somebody else since.
            NotFound: not the asker's to see.
        """

        def decided(was: Training) -> Training:
            by = self._deciding(asker, self._seen(asker, was.person), beside)
            return was.decided(by, approved)

        return self._change(asker, training, "approved" if approved else "declined", decided)

    def take_training(self, asker: Person, training: Training) -> Training:
        """Say that an approved course was taken.

        Raises:
            RuleBroken: nobody has approved it.
            Conflict: changed by somebody else since.
            NotFound: not the asker's to see.
        """
        return self._change(asker, training, "used", Training.used)

    def remove_training(self, asker: Person, training: Training) -> None:
        """Take a course away.

        Raises:
            Conflict: changed by somebody else since.
            NotFound: not the asker's to see.
        """
        with self._store.writing():
            was = self.training(asker, training.id)
            Trainings(self._store).remove(replace(was, version=training.version))
            self._note(asker, "removed", f"training:{was.id}")

    def _change(
        self, asker: Person, training: Training, verb: str, rule: Callable[[Training], Training]
    ) -> Training:
        with self._store.writing():
            now = replace(rule(self.training(asker, training.id)), version=training.version)
            stored = Trainings(self._store).change(now)
            self._note(asker, verb, f"training:{stored.id}")
        return stored
