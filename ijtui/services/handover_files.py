"""A handover as a file, between two who each have a file of their own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from ijtui.clean import clean_line
from ijtui.data.calendar import CalendarRows
from ijtui.data.handover import Handovers
from ijtui.data.handover_pages import PageRows
from ijtui.data.handover_rows import ArrivingRows
from ijtui.data.person import People
from ijtui.data.wording import Wordings
from ijtui.domain.conversation import Party
from ijtui.domain.handover import Handover, Matter, State
from ijtui.domain.handover_arrival import Fate, Two, arrived_action, arrived_goal, fate
from ijtui.domain.handover_items import Named, PackedAction, PackedGoal
from ijtui.domain.handover_package import Package, receipt_of
from ijtui.domain.person import Person
from ijtui.domain.wording import Wording
from ijtui.errors import NotAllowed, NotFound, RuleBroken
from ijtui.services.handover import HandoverService
from ijtui.services.handover_packing import Packing
from ijtui.words import N_

_SHARED = N_("In a shared file nothing has to be sent: what goes on is read here. Open it in ijtui.")
_OWN = N_("You have written this handover yourself. The successor reads it in, in a file of their own.")
_ABOUT_YOU = N_("This handover is about you. It is read in by {name}, who takes over.")
_NAMESAKES = N_("There are several named {name} here: {numbers}. Say which one: {option} NUMBER")


class Unclear(NotFound):
    """More than one person here may be meant."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """What a package would change here.

    Attributes:
        employee: whom it is about; with id 0 where that one is new here.
        leaver: who hands over; with id 0 where that one is new here.
        known: it was read in before, exactly like this.
        goals: what becomes of each goal.
        actions: what becomes of each action.
    """

    package: Package
    employee: Person
    leaver: Person
    known: bool
    goals: tuple[tuple[PackedGoal, Fate], ...]
    actions: tuple[tuple[PackedAction, Fate], ...]

    def count(self, wanted: Fate) -> int:
        """Return how many goals and actions that becomes of."""
        return sum(found is wanted for _thing, found in (*self.goals, *self.actions))


class HandoverFiles(HandoverService):
    """What is done with handovers in a file of one's own."""

    def package(self, asker: Person, handover: Handover) -> Package:
        """Return what goes on: as it was handed over, or before that as it reads now.

        Raises:
            NotAllowed: the file is a shared one.
            NotFound: none has that number.
        """
        self._check_alone()
        with self._store.writing():
            now = self.get(asker, handover.id)
            if now.state is State.MOVED:
                return self.read(asker, now)
            return Packing(self._store, now, self._new_id).package(self._clock())

    def prepare(
        self, asker: Person, employee: Person, successor: str, day: date, matters: Iterable[Matter]
    ) -> Handover:
        """Hand an employee over in one's own file, both having said what goes on.

        Args:
            asker: whose file it is, who leaves.
            employee: who is handed over.
            successor: name of who takes over, where none is under way; who is not written down is added.
            day: from when on.
            matters: what both let go on beside the agreements.

        Raises:
            RuleBroken: two of the three are the same, or the day has passed.
            NotAllowed: the file is a shared one.
        """
        self._check_alone()
        with self._store.writing():
            found = Handovers(self._store).open_of(employee.id, asker.id)
            if found is None:
                next_one = self._named(Named(clean_line(successor)), 0, "--successor")
                if not next_one.id:
                    next_one = People(self._store).add(next_one.checked())
                found = self.begin(asker, employee, asker, next_one, day)
        return self.choose(asker, found, matters)

    # Reading one in

    def look(self, asker: Person, package: Package, employee: int = 0, leaver: int = 0) -> Arrival:
        """Return what a package would change here; nothing is stored.

        Args:
            asker: whose file it is, who takes over.
            package: what came.
            employee: number of the person it is about; 0 to find them by number or name.
            leaver: number of the one who hands over; 0 as above.

        Raises:
            Unclear: several people could be meant.
            RuleBroken: the asker wrote it, or it is about the asker.
            NotAllowed: the file is a shared one.
            NotFound: nobody has the number that was given.
        """
        self._check_alone()
        there = Handovers(self._store).by_uid(package.id)
        if there is not None:
            employee, leaver = there.employee, there.leaver
        about = self._named(package.employee, employee, "--person")
        first = self._named(package.leaver, leaver, "--leaver")
        if first.id == asker.id:
            raise RuleBroken(_OWN)
        if about.id == asker.id:
            raise RuleBroken(_ABOUT_YOU, name=package.successor.name)
        rows = self._arriving(about)
        return Arrival(
            package,
            about,
            first,
            there is not None and there.hash == package.hash(),
            tuple((goal, fate(goal, rows.goal(goal.uid))) for goal in package.goals),
            tuple((action, fate(action, rows.action(action.uid))) for action in package.actions),
        )

    def take_in(self, asker: Person, package: Package, employee: int = 0, leaver: int = 0) -> Handover:
        """Store what a package holds; the same one a second time changes nothing.

        Raises:
            Unclear: several people could be meant.
            RuleBroken: the asker wrote it, it is about the asker, or something in it can't be stored.
            NotAllowed: the file is a shared one.
            NotFound: nobody has the number that was given.
        """
        rows = Handovers(self._store)
        with self._store.writing():
            arrival = self.look(asker, package, employee, leaver)
            there = rows.by_uid(package.id)
            if arrival.known and there is not None:
                return there
            two = self._two(asker, arrival)
            self._agreements(arrival, two)
            handover = self._kept(asker, package, two, there)
            self._note(asker, "took-over", f"handover:{handover.id}")
        return handover

    def _check_alone(self) -> None:
        if not self._alone:
            raise NotAllowed(_SHARED)

    def _arriving(self, employee: Person) -> ArrivingRows:
        return ArrivingRows(self._store, CalendarRows(self._store).name() or "", employee.id)

    def _named(self, named: Named, number: int, option: str) -> Person:
        """Return who is meant: by the number given, the employee number, or as the only one of that name."""
        people = People(self._store)
        if number:
            return people.get(number)
        name = clean_line(named.name)
        everybody = people.all()
        by_number = [one for one in everybody if named.number and one.number == named.number]
        found = by_number or [one for one in everybody if one.name.casefold() == name.casefold()]
        if len(found) > 1:
            numbers = ", ".join(str(one.id) for one in found)
            raise Unclear(_NAMESAKES, name=name, numbers=numbers, option=option)
        return found[0] if found else Person(name, number=clean_line(named.number))

    def _two(self, asker: Person, arrival: Arrival) -> Two:
        """Store who is new, and that the asker leads the employee from now on."""
        people = People(self._store)
        leaver = arrival.leaver if arrival.leaver.id else people.add(arrival.leaver.checked())
        employee = replace(arrival.employee, manager=asker.id).checked()
        if not employee.id:
            employee = people.add(employee)
        elif arrival.employee.manager != asker.id:
            employee = people.change(employee)
        return Two(employee.id, leaver.id, asker.id)

    def _agreements(self, arrival: Arrival, two: Two) -> None:
        rows = self._arriving(arrival.employee)
        numbers: dict[str, int] = {}
        for goal, becomes in arrival.goals:
            here = rows.goal(goal.uid)
            if becomes in (Fate.NEW, Fate.CHANGED):
                numbers[goal.uid] = rows.put_goal(arrived_goal(goal, here, two))
                self._keep_wordings("goal", numbers[goal.uid], goal, two)
            elif here is not None:
                numbers[goal.uid] = here.id
        for action, becomes in arrival.actions:
            if becomes in (Fate.NEW, Fate.CHANGED):
                served = numbers.get(action.goal)
                first = self._first(action, two)
                stored = arrived_action(action, rows.action(action.uid), two, first, served)
                self._keep_wordings("action", rows.put_action(stored), action, two)

    def _first(self, action: PackedAction, two: Two) -> int:
        """Return with whom an action was agreed, who is added where nobody here has that name."""
        if not action.agreed_with:
            return two.leaver
        name = clean_line(action.agreed_with)
        people = People(self._store)
        found = [one for one in people.all() if one.name.casefold() == name.casefold()]
        return found[0].id if found else people.add(Person(name).checked()).id

    def _keep_wordings(self, thing: str, number: int, packed: PackedGoal | PackedAction, two: Two) -> None:
        rows = Wordings(self._store, thing)
        for item in packed.earlier:
            author = two.person(Party.MANAGER if item.by_manager else Party.EMPLOYEE)
            rows.keep(number, Wording(item.version, item.fields, author, item.at))

    def _kept(self, asker: Person, package: Package, two: Two, there: Handover | None) -> Handover:
        """Store the handover itself with all that is read and not followed up."""
        rows, today = Handovers(self._store), self._clock().date()
        counts = PageRows(self._store, two.employee, two.leaver).counts()
        receipt = receipt_of(package, today, counts)
        if there is None:
            new = Handover(
                package.id, two.employee, two.leaver, asker.id, package.day, today, asker.id
            ).checked()
            there = rows.add(new)
            for party in Party:
                there = there.chosen(party, package.matters)
                rows.choose(there, party, asker.id, self._clock())
        moved = replace(there, state=State.MOVED, moved=today, receipt=receipt.body(), hash=package.hash())
        rows.take_over_actions(moved)
        rows.move(moved, package.body().decode(), bars=False)
        return rows.get(moved.id)
