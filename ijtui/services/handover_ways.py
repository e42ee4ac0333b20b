"""Whose handovers there are: of those a manager leads, and of those that wait for an answer (D-M5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ijtui.data.handover import Handovers
from ijtui.data.person import People
from ijtui.domain.handover import Handover, Standing, State
from ijtui.domain.person import Person
from ijtui.domain.today import Wait, Waiting
from ijtui.services.base import Service


@dataclass(frozen=True, slots=True)
class Way:
    """One employee, and how far their handover has come.

    Attributes:
        leaver: the manager who hands over, or would.
        successor: or None while nobody is named.
        handover: the one that is under way or the latest, or None.
        standing: as the asker sees it.
        day: from which on, or None while nobody has said.
    """

    employee: Person
    leaver: Person
    successor: Person | None = None
    handover: Handover | None = None
    standing: Standing = Standing.NOT_BEGUN
    day: date | None = None

    @property
    def is_left(self) -> bool:
        """Whether the one who would leave leads the employee, and nobody has begun."""
        return self.standing is Standing.NOT_BEGUN and self.employee.manager == self.leaver.id


class HandoverWays(Service):
    """Lists of handovers."""

    @property
    def _alone(self) -> bool:
        """Whether the file is somebody's own, so that they write down what both say."""
        return self._store.guarded is None

    def of_led(self, asker: Person) -> tuple[Way, ...]:
        """Return everybody the asker leads, has led or has handed over, by name, each with the latest one."""
        mine = [item for item in Handovers(self._store).of_person(asker.id) if item.leaver == asker.id]
        latest: dict[int, Handover] = {}
        for item in mine:
            if item.state is not State.OFF:
                latest.setdefault(item.employee, item)
        people, talked = People(self._store).all(), self._conversations.rhythm(asker.id)
        return tuple(
            self._way(asker, person, latest.get(person.id), people)
            for person in people
            if person.manager == asker.id or person.id in latest or person.id in talked
        )

    def way(self, asker: Person, handover: Handover) -> Way:
        """Return one of the asker's with those whom it concerns."""
        people = People(self._store)
        employee = people.get(handover.employee)
        return self._way(
            asker, employee, handover, (people.get(handover.leaver), people.get(handover.successor))
        )

    def of(self, asker: Person, employee: Person) -> tuple[Way, ...]:
        """Return the handovers of one employee that are the asker's to know of: the open ones first."""
        found = Handovers(self._store).of_person(asker.id)
        return tuple(
            self.way(asker, item)
            for item in found
            if item.employee == employee.id and item.state is not State.OFF
        )

    def mine(self, asker: Person) -> tuple[Way, ...]:
        """Return every handover in which the asker is one of the three: the open ones first."""
        found = Handovers(self._store).of_person(asker.id)
        return tuple(self.way(asker, item) for item in found if item.state is not State.OFF)

    def under_way(self, asker: Person) -> tuple[Way, ...]:
        """Return to HR that there are handovers of others which have not taken place, and nothing of them."""
        if self._alone or not self._counts_for_all(asker):
            return ()
        people = {person.id: person for person in People(self._store).all()}
        return tuple(
            Way(
                people[item.employee],
                people[item.leaver],
                people[item.successor],
                None,
                Standing.UNDER_WAY,
                item.day,
            )
            for item in Handovers(self._store).begun()
            if item.state is State.OPEN and asker.id not in (item.employee, item.leaver, item.successor)
        )

    def suggested(self, asker: Person, employee: Person) -> tuple[int, int]:
        """Return who most likely leaves and who takes over: ids, 0 where nobody can tell.

        Whoever leads the employee leaves, unless an earlier manager held the conversations: then the one who
        leads takes over from that one.
        """
        now = People(self._store).get(employee.id)
        held = [turn for turn in self._conversations.turns(employee.id).values() if not turn.is_off]
        last = max(held).manager if held else 0
        leaves = now.manager == asker.id and any(turn.manager == asker.id for turn in held)
        if last and now.manager and last != now.manager and not leaves:
            return last, now.manager
        return now.manager or last, 0

    def waiting(self, asker: Person) -> tuple[Way, ...]:
        """Return what waits for the asker: to choose, or as the successor to read what has gone on."""
        return tuple(
            self.way(asker, item)
            for item in Handovers(self._store).of_person(asker.id)
            if self._waits(asker, item)
        )

    def _waits(self, asker: Person, handover: Handover) -> bool:
        if handover.state is State.MOVED:
            return asker.id == handover.successor and not self._has_received(asker, handover)
        party = handover.party_of(asker.id)
        return handover.state is State.OPEN and party is not None and party not in handover.choices

    def _has_received(self, asker: Person, handover: Handover) -> bool:
        return Handovers(self._store).has_received(asker.id, handover.id)

    def _way(
        self, asker: Person, employee: Person, handover: Handover | None, people: tuple[Person, ...]
    ) -> Way:
        if handover is None:
            return Way(employee, asker)
        by_id = {person.id: person for person in people}
        leaver, successor = by_id[handover.leaver], by_id[handover.successor]
        return Way(employee, leaver, successor, handover, handover.standing(asker.id), handover.day)


def waiting_of(way: Way, asker: Person) -> Waiting:
    """Return what waits as the start screen lists it."""
    number = way.handover.id if way.handover else None
    if asker.id == way.employee.id:
        return Waiting(Wait.HANDED_OVER, person=way.leaver, handover=number)
    why = Wait.HANDING_OVER if asker.id == way.leaver.id else Wait.TAKING_OVER
    return Waiting(why, person=way.employee, handover=number)
