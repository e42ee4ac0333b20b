"""A manager can leave without a single agreement being lost, however often, and come back (D-M3, D-M5).

Two models of the same promise: managers of one file who follow each other, and managers who each have a file
of their own and send packages. Seeded, so that a failure is the same one each time.
"""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from ijtui.domain.action import Action
from ijtui.domain.goal import Responsible, Result
from ijtui.domain.handover import CHOICES, Matter
from ijtui.domain.handover_package import Package
from ijtui.domain.person import Part, Person
from ijtui.minutes.handover_read import read_package
from ijtui.services.desk import Desk
from tests.builders import FixedClock, a_desk, a_goal, a_person, an_action, an_agenda, counted_ids

MANAGERS = ("Maria Månsson", "Sara Sten", "Tage Tall")
EMPLOYEE = "Erik Ek"
WHO = st.sampled_from([Responsible.EMPLOYEE, Responsible.MANAGER])
CHOSEN = st.frozensets(st.sampled_from(CHOICES))
DAYS = st.integers(0, 400)


@dataclass
class Promise:
    """What the model knows of one open action: what is to hold in every file."""

    due: date
    who: Responsible
    reported: bool = False
    changed: int = 0


class Successions(RuleBasedStateMachine):
    """Agrees, changes, reports, confirms, sets and closes goals, and hands over from one to another."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="ijtui-"))
        self.clock = FixedClock()
        self.promises: dict[str, Promise] = {}
        self.goals: set[str] = set()
        self.made = 0
        self.held_by = 0

    def teardown(self) -> None:
        for desk in self.desks():
            desk.close()
        shutil.rmtree(self.folder)

    # What differs between one file and several

    def desks(self) -> list[Desk]:
        raise NotImplementedError

    def here(self) -> tuple[Desk, Person]:
        """Return where the promises are now, and whose they are."""
        raise NotImplementedError

    def hand_over(self, after: int, chosen: frozenset[Matter]) -> None:
        raise NotImplementedError

    # Rules

    def employee(self) -> Person:
        desk, me = self.here()
        return next(one for one in desk.people.all(me) if one.name == EMPLOYEE)

    def actions(self) -> dict[str, Action]:
        desk, me = self.here()
        return {one.what: one for one in desk.actions.visible(me) if one.is_open}

    @rule(who=WHO, days=DAYS, talk=st.booleans())
    def agree(self, who: Responsible, days: int, talk: bool) -> None:
        desk, me = self.here()
        self.made += 1
        what, due = f"Löfte {self.made}", self.clock.now.date() + timedelta(days=days)
        new = an_action(what, responsible=who, due=due, goal=None)
        if talk:
            booked = desk.conversations.book(me, an_agenda(), self.employee(), me, self.clock.now)
            desk.actions.add(me, desk.conversations.begin(me, booked), new)
        else:
            desk.actions.add_between(me, self.employee(), new)
        self.promises[what] = Promise(due, who)

    @rule()
    def set_goal(self) -> None:
        desk, me = self.here()
        self.made += 1
        title = f"Mål {self.made}"
        desk.goals.add_for(me, self.employee(), a_goal(title, person=self.employee().id))
        self.goals.add(title)

    @precondition(lambda self: self.goals)
    @rule(data=st.data())
    def close_goal(self, data: st.DataObject) -> None:
        desk, me = self.here()
        title = data.draw(st.sampled_from(sorted(self.goals)))
        goal = next(one for one in desk.goals.of_person(me, self.employee()) if one.title == title)
        desk.goals.close(me, goal, Result.REACHED)
        self.goals.remove(title)

    @precondition(lambda self: self.promises)
    @rule(data=st.data(), days=DAYS)
    def put_off(self, data: st.DataObject, days: int) -> None:
        desk, me = self.here()
        what = data.draw(st.sampled_from(sorted(self.promises)))
        due = self.clock.now.date() + timedelta(days=days)
        promise, was = self.promises[what], self.actions()[what]
        now = desk.actions.change(me, replace(was, due=due))
        self.promises[what] = replace(promise, due=due, changed=now.changes)

    @precondition(lambda self: any(not one.reported for one in self.promises.values()))
    @rule(data=st.data())
    def report(self, data: st.DataObject) -> None:
        desk, me = self.here()
        left = sorted(what for what, one in self.promises.items() if not one.reported)
        what = data.draw(st.sampled_from(left))
        own = self.promises[what].who is Responsible.EMPLOYEE
        desk.actions.report(self.employee() if own else me, self.actions()[what], "klart")
        self.promises[what] = replace(self.promises[what], reported=True)

    @precondition(lambda self: any(one.reported for one in self.promises.values()))
    @rule(data=st.data())
    def confirm(self, data: st.DataObject) -> None:
        desk, me = self.here()
        what = data.draw(st.sampled_from(sorted(w for w, one in self.promises.items() if one.reported)))
        own = self.promises[what].who is Responsible.EMPLOYEE
        desk.actions.confirm(me if own else self.employee(), self.actions()[what])
        del self.promises[what]

    @rule(after=st.sampled_from([1, 2]), chosen=CHOSEN)
    def leave(self, after: int, chosen: frozenset[Matter]) -> None:
        self.clock.forward(days=3)
        self.hand_over((self.held_by + after) % len(MANAGERS), chosen)

    @precondition(lambda self: self.promises)
    @rule(chosen=CHOSEN)
    def leave_and_come_back(self, chosen: frozenset[Matter]) -> None:
        first = self.held_by
        self.leave(1, chosen)
        self.leave((first - self.held_by) % len(MANAGERS), chosen)

    # What holds

    @invariant()
    def nothing_is_lost_and_nothing_is_doubled(self) -> None:
        desk, me = self.here()
        visible = [one for one in desk.actions.visible(me) if one.is_open]
        found = {
            one.what: Promise(one.due or date.max, one.responsible, one.report is not None, one.changes)
            for one in visible
        }
        assert len(visible) == len(found)
        assert found == self.promises
        goals = [one.title for one in desk.goals.visible(me) if one.is_open]
        assert sorted(goals) == sorted(self.goals)

    @invariant()
    def one_promise_is_one_row_for_its_whole_life(self) -> None:
        for desk in self.desks():
            rows = desk.store.rows("SELECT what FROM action")
            assert len({row["what"] for row in rows}) == len(rows)


class InOneFile(Successions):
    """Managers who follow each other in the same file."""

    @initialize()
    def begin(self) -> None:
        self.desk = a_desk(self.folder, self.clock)
        me = self.desk.people.first_run(MANAGERS[0], Part.MANAGER)
        others = [self.desk.people.add(me, a_person(name)) for name in MANAGERS[1:]]
        self.managers = [me, *others]
        self.desk.people.add(me, a_person(EMPLOYEE, manager=me.id))

    def desks(self) -> list[Desk]:
        return [self.desk] if hasattr(self, "desk") else []

    def here(self) -> tuple[Desk, Person]:
        return self.desk, self.managers[self.held_by]

    def hand_over(self, after: int, chosen: frozenset[Matter]) -> None:
        leaver, next_one = self.managers[self.held_by], self.managers[after]
        employee = self.desk.people.get(leaver, self.employee().id)
        way = self.desk.handovers.begin(leaver, employee, leaver, next_one, self.clock.now.date())
        self.desk.handovers.choose(leaver, way, chosen)
        self.held_by = after

    @invariant()
    def only_who_leads_has_them_to_do(self) -> None:
        for number, manager in enumerate(self.managers):
            if number != self.held_by:
                assert not [one for one in self.desk.actions.visible(manager) if one.is_open]


class BetweenFiles(Successions):
    """Managers who each have a file of their own, and send what goes on as a package."""

    @initialize()
    def begin(self) -> None:
        self.files: list[tuple[Desk, Person]] = []
        self.last: tuple[int, Package] | None = None
        for number, name in enumerate(MANAGERS):
            desk = a_desk(self.folder, self.clock, f"{number}.db", new_id=counted_ids(f"file{number}"))
            self.files.append((desk, desk.people.first_run(name, Part.MANAGER)))
        desk, me = self.files[0]
        desk.people.add(me, a_person(EMPLOYEE, manager=me.id))

    def desks(self) -> list[Desk]:
        return [desk for desk, _me in getattr(self, "files", [])]

    def here(self) -> tuple[Desk, Person]:
        return self.files[self.held_by]

    def hand_over(self, after: int, chosen: frozenset[Matter]) -> None:
        desk, me = self.here()
        way = desk.handovers.prepare(me, self.employee(), MANAGERS[after], self.clock.now.date(), chosen)
        package = read_package(desk.handovers.package(me, way).body())
        self.held_by, self.last = after, (after, package)
        there, successor = self.here()
        there.handovers.take_in(successor, package)

    @precondition(lambda self: self.last is not None)
    @rule()
    def send_the_last_one_again(self) -> None:
        assert self.last is not None
        number, package = self.last
        desk, me = self.files[number]
        before = desk.store.rows("SELECT * FROM action"), desk.store.rows("SELECT * FROM goal")
        desk.handovers.take_in(me, package)
        assert before == (desk.store.rows("SELECT * FROM action"), desk.store.rows("SELECT * FROM goal"))


def run(machine: type[RuleBasedStateMachine], examples: int) -> None:
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=examples,
            stateful_step_count=14,
            derandomize=True,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_a_manager_can_leave_without_a_single_agreement_being_lost() -> None:
    run(InOneFile, 12)


def test_a_manager_can_leave_with_a_package_without_a_single_agreement_being_lost() -> None:
    run(BetweenFiles, 6)
