"""A manager hands over: begun by one of the three, chosen by two, and carried out on its day (D-M5)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from ijtui.data.handover import Handovers
from ijtui.data.handover_pages import PageRows
from ijtui.data.opening import open_store
from ijtui.data.person import People
from ijtui.domain.conversation import Party
from ijtui.domain.handover import Handover, Matter, State, may_choose
from ijtui.domain.handover_package import Package, Receipt
from ijtui.domain.person import Person
from ijtui.errors import NotAllowed, NotFound
from ijtui.minutes.handover_read import read_package, read_receipt
from ijtui.services.handover_beginning import HandoverBeginning
from ijtui.services.handover_moving import carry_out
from ijtui.words import N_

_NOT_FOR_THEM = N_("Each of the two chooses for themselves what goes on.")
_NOT_BEGINNERS = N_("Only the manager who leaves, or whoever began it, can change this handover.")
_NOT_TO_READ = N_(
    "There is nothing to read: it has not taken place, what went on has been weeded, or it is not yours."
)


class HandoverService(HandoverBeginning):
    """What the three, and HR, can do about a handover."""

    def change(self, asker: Person, handover: Handover, successor: Person, day: date) -> Handover:
        """Name another successor or another day; another successor is asked about anew.

        Raises:
            RuleBroken: it has taken place, two of the three are the same, or the day has passed.
            NotAllowed: the asker neither leaves nor began it.
            Conflict: changed by somebody else since.
            NotFound: not the asker's.
        """
        rows = Handovers(self._store)
        self._check_day(day)
        with self._store.writing():
            was = self._beginners(asker, handover)
            now = replace(was.moved_to(successor.id, day), version=handover.version)
            self._check_begins(asker, now)
            if not now.choices:
                rows.ask_anew(was)
            stored = rows.change(now)
            self._note(asker, "changed", f"handover:{stored.id}")
        return self._carried_out(stored)

    def call_off(self, asker: Person, handover: Handover) -> Handover:
        """Let it not take place after all.

        Raises:
            RuleBroken: it has taken place.
            NotAllowed: the asker neither leaves nor began it.
            Conflict: changed by somebody else since.
            NotFound: not the asker's.
        """
        with self._store.writing():
            was = self._beginners(asker, handover).checked_open()
            stored = Handovers(self._store).change(replace(was, state=State.OFF, version=handover.version))
            self._note(asker, "called-off", f"handover:{stored.id}")
        return stored

    def choose(
        self, asker: Person, handover: Handover, matters: Iterable[Matter], party: Party | None = None
    ) -> Handover:
        """Say what goes on beside the agreements; once both have, it takes place on its day.

        Args:
            asker: who says it.
            handover: which.
            matters: what may go on if the other says so, too.
            party: for which side; None for one's own, or in a file of one's own for both, who sit together.

        Raises:
            RuleBroken: it has taken place, or was called off.
            NotAllowed: it is the other's to say.
            NotFound: not the asker's.
        """
        rows, chosen = Handovers(self._store), tuple(matters)
        with self._store.writing():
            now = self.get(asker, handover.id)
            for side in self._sides(asker, now, party):
                now = now.chosen(side, chosen)
                rows.choose(now, side, asker.id, self._clock())
            self._note(asker, "chose", f"handover:{now.id}")
        return self._carried_out(now)

    # What there is

    def counts(self, asker: Person, handover: Handover) -> Mapping[Matter, int]:
        """Return how much there is of each matter, as far as it is the asker's to know: never a word of it.

        Raises:
            NotFound: not the asker's.
        """
        now = self.get(asker, handover.id)
        if now.party_of(asker.id) is None and not self._alone:
            return {}
        return PageRows(self._store, now.employee, now.leaver).counts()

    def receipt(self, asker: Person, handover: Handover) -> Receipt | None:
        """Return what went on and what did not, or None before it has taken place.

        Raises:
            NotFound: not the asker's.
        """
        now = self.get(asker, handover.id)
        return read_receipt(now.receipt, now.hash) if now.receipt else None

    def read(self, asker: Person, handover: Handover) -> Package:
        """Return what went on, as it read that day; the first time the successor does, it is written down.

        Raises:
            NotFound: it has not taken place, or it is not the asker's to read.
        """
        now = self.get(asker, handover.id)
        readers = (now.employee, now.successor)
        body = Handovers(self._store).body(now.id) if asker.id in readers or self._alone else None
        if body is None:
            raise NotFound(_NOT_TO_READ)
        if asker.id == now.successor and not self._has_received(asker, now):
            with self._store.writing():
                self._note(asker, "received", f"handover:{now.id}")
        return read_package(body)

    # Rules

    def _beginners(self, asker: Person, handover: Handover) -> Handover:
        now = self.get(asker, handover.id)
        if asker.id not in (now.leaver, now.author) and not self._alone:
            raise NotAllowed(_NOT_BEGINNERS)
        return now

    def _sides(self, asker: Person, handover: Handover, party: Party | None) -> tuple[Party, ...]:
        """Return for which sides somebody chooses.

        Raises:
            NotAllowed: for none of them.
        """
        own = handover.party_of(asker.id)
        wanted = (party,) if party else tuple(Party) if self._alone else (own,) if own else ()
        employee = People(self._store).get(handover.employee)
        if not wanted or not all(
            may_choose(asker, handover, side, employee, alone=self._alone) for side in wanted
        ):
            raise NotAllowed(_NOT_FOR_THEM)
        return wanted

    def _carried_out(self, handover: Handover) -> Handover:
        """Let it take place where its day has come and it is ready, and return it as it stands.

        A session behind the wall can't: what goes on is put together by the file itself, as at any start.
        """
        if handover.is_due(self._clock().date()):
            if self._store.guarded is None:
                carry_out(self._store, self._clock, self._new_id)
            else:
                store = open_store(self._store.path, create=False)
                try:
                    carry_out(store, self._clock, self._new_id)
                finally:
                    store.close()
        return Handovers(self._store).get(handover.id)
