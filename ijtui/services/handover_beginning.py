"""Handovers as somebody may know of them, and beginning one: of one employee, or of all (D-M5)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from ijtui.data.handover import NO_HANDOVER, Handovers
from ijtui.data.person import People
from ijtui.domain.conversation import Party
from ijtui.domain.handover import Handover, Matter, State, may_begin
from ijtui.domain.person import Person
from ijtui.errors import NotAllowed, NotFound, RuleBroken
from ijtui.services.handover_ways import HandoverWays
from ijtui.words import N_

_NOT_YOURS = N_(
    "A handover is begun by the manager who leaves, by HR, or by one of the two it concerns once the "
    "successor is written down as the manager."
)
_UNDER_WAY = N_("A handover of {name} is under way already.")
_PAST = N_("Choose today or a later day; what has been handed over can't be taken back.")


class HandoverBeginning(HandoverWays):
    """Finding one, and beginning one."""

    def get(self, asker: Person, number: int) -> Handover:
        """Return one as the asker may know it: what the other has chosen is seen once both have.

        Raises:
            NotFound: none, or the asker is not one of the three.
        """
        found = Handovers(self._store).get(number)
        if not (found.concerns(asker.id) or self._alone):
            raise NotFound(NO_HANDOVER, number=number)
        return found

    def begin(
        self, asker: Person, employee: Person, leaver: Person, successor: Person, day: date
    ) -> Handover:
        """Begin to hand an employee over; what goes on is chosen afterwards.

        Raises:
            RuleBroken: two of the three are the same, one is under way already, or the day has passed.
            NotAllowed: it is not the asker's to begin.
        """
        today = self._clock().date()
        new = Handover(self._new_id(), employee.id, leaver.id, successor.id, day, today, asker.id).checked()
        self._check_day(day)
        with self._store.writing():
            if any(
                (one.employee, one.leaver, one.state) == (employee.id, leaver.id, State.OPEN)
                for one in Handovers(self._store).begun()
            ):
                raise RuleBroken(_UNDER_WAY, name=employee.name)
            self._check_begins(asker, new)
            stored = Handovers(self._store).add(new)
            self._note(asker, "began-handover", f"handover:{stored.id}")
        return stored

    def begin_all(
        self,
        asker: Person,
        employees: Sequence[Person],
        successor: Person,
        day: date,
        matters: Iterable[Matter],
    ) -> tuple[Handover, ...]:
        """Begin to hand over everybody whom the asker leads, and say for oneself what goes on: all or nobody.

        Raises:
            RuleBroken: one of them is under way already, takes over themself, or the day has passed.
            NotAllowed: one of them is not the asker's to hand over.
        """
        chosen = tuple(matters)
        with self._store.writing():
            begun = [self.begin(asker, employee, asker, successor, day) for employee in employees]
            self._choose_each(asker, begun, chosen)
        return tuple(Handovers(self._store).get(handover.id) for handover in begun)

    def _choose_each(self, asker: Person, begun: Iterable[Handover], chosen: Collection[Matter]) -> None:
        for handover in begun:
            now = handover.chosen(Party.MANAGER, chosen)
            Handovers(self._store).choose(now, Party.MANAGER, asker.id, self._clock())
            self._note(asker, "chose", f"handover:{handover.id}")

    def _check_day(self, day: date) -> None:
        if day < self._clock().date():
            raise RuleBroken(_PAST)

    def _check_begins(self, asker: Person, handover: Handover) -> None:
        if self._alone:
            return
        led_by = People(self._store).get(handover.employee).manager
        held = self._held(handover.employee)
        if not may_begin(asker, handover, led_by, held, hr=self._counts_for_all(asker)):
            raise NotAllowed(_NOT_YOURS)

    def _held(self, employee: int) -> Collection[int]:
        turns = self._conversations.turns(employee).values()
        return {turn.manager for turn in turns if not turn.is_off}
