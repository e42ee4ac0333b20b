"""What managers report at the door adds up to the figure that HR is told of the same file (D-S2, D-S4)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest

from ijtui.data.action import Actions
from ijtui.data.post import Posts
from ijtui.data.unit import Units
from ijtui.domain.account import Office
from ijtui.domain.merge_problems import problems
from ijtui.domain.merged_figure import added_up
from ijtui.domain.person import Person
from ijtui.domain.post import Post
from ijtui.domain.report import Basis, Report
from ijtui.domain.unit import Unit, UnitKind
from ijtui.errors import NotAllowed
from ijtui.minutes.report_form import as_json, read_report
from ijtui.services.desk import Desk
from tests.builders import Room, a_person, a_room, a_session, an_action, an_outcome

SIZES = {"Norra": 9, "Södra": 7, "Hemmet": 6}
PARTS = {"Norra": "Skolan", "Södra": "Skolan", "Hemmet": "Vården"}


@dataclass
class Organisation:
    """Three managers in a unit each, with people and points; HR; everybody behind a door."""

    room: Room
    managers: dict[str, Person]
    hr: Person

    def session(self, person: Person) -> Desk:
        """Come in as somebody."""
        return a_session(self.room.desk, person, office=Office.HR if person == self.hr else Office.NONE)

    def report(self, person: Person) -> Report:
        """Return what somebody reports, as it is read from its file."""
        session = self.session(person)
        written = as_json(session.reports.of(person, 2026))
        session.close()
        return read_report(written.encode(), f"{person.id}.json").report


@pytest.fixture(scope="module")
def organisation(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Organisation]:
    room = a_room(tmp_path_factory.mktemp("organisation"))
    store, people = room.desk.store, room.desk.people
    managers = {unit: people.add(room.me, a_person(f"Chef {unit}")) for unit in SIZES}
    hr = people.add(room.me, a_person("Hanna Hed"))
    room.desk.conversations.cancel(room.me, room.conversation)
    with store.writing():
        store.db.execute("UPDATE person SET manager = NULL")
        top = Units(store).add(Unit("Kommunen", UnitKind.ORGANISATION)).id
        above = {
            name: Units(store).add(Unit(name, UnitKind.ADMINISTRATION, top)).id
            for name in set(PARTS.values())
        }
        homes = {unit: Units(store).add(Unit(unit, parent=above[PARTS[unit]])).id for unit in SIZES}
        for unit, number in SIZES.items():
            for index in range(number):
                _employ(room, managers[unit], homes[unit], kept=index % 3 == 0)
    yield Organisation(room, managers, hr)
    room.desk.close()


def _employ(room: Room, manager: Person, unit: int, *, kept: bool) -> None:
    store = room.desk.store
    employee = store.insert("person", {"name": "Någon", "manager": manager.id})
    Posts(store).add(Post(employee, unit, date(2020, 1, 1), manager.id))
    agreed = an_action(
        employee=employee, conversation=None, manager=manager.id, agreed=date(2026, 1, 9),
        due=date(2026, 6, 30), signed=True,
    )  # fmt: skip
    Actions(store).add(replace(agreed, outcome=an_outcome(done=date(2026, 6, 1)) if kept else None))


def test_reports_of_all_managers_are_what_hr_is_told(organisation: Organisation) -> None:
    reports = [organisation.report(manager) for manager in organisation.managers.values()]
    given = [read_report(as_json(one).encode(), f"{index}.json") for index, one in enumerate(reports)]
    assert problems(given) == ()
    session = organisation.session(organisation.hr)
    whole = session.figure.organisation(organisation.hr, 2026)
    expected = session.reports.units(organisation.hr)
    session.close()
    found = added_up(given, 5, expected)
    told = {branch.name: branch.tally for _depth, branch in whole.walk() if branch.kind is not None}
    page = found.page(organisation.room.clock().date())
    assert {branch.name: branch.tally for _depth, branch in page.branch.walk()} == told
    assert told["Kommunen"] is not None
    assert (told["Kommunen"].points.agreed, told["Kommunen"].points.fulfilled) == (22, 8)
    assert found.lacking == ()


def test_hr_reports_the_whole_file_and_that_is_the_same(organisation: Organisation) -> None:
    report = organisation.report(organisation.hr)
    assert {row.unit: row.present for row in report.rows} == SIZES
    assert {row.basis for row in report.rows} == {Basis.SEVERAL}
    assert set(report.wholes) == {"Kommunen", "Skolan", "Vården", *SIZES}
    given = [read_report(as_json(report).encode(), "hr.json")]
    mine = organisation.report(organisation.managers["Norra"])
    both = [*given, read_report(as_json(mine).encode(), "north.json")]
    assert [problem.source for problem in problems(both)] == ["hr.json"]


def test_a_manager_reports_the_own_people_alone(organisation: Organisation) -> None:
    report = organisation.report(organisation.managers["Södra"])
    assert [(row.unit, row.present, row.basis) for row in report.rows] == [("Södra", 7, Basis.LED)]
    assert report.wholes == ()


def test_whoever_leads_nobody_has_nothing_to_report(organisation: Organisation) -> None:
    nobody = organisation.room.desk.people.get(organisation.room.me, organisation.room.employee.id)
    session = organisation.session(nobody)
    with pytest.raises(NotAllowed, match="You led nobody in 2026"):
        session.reports.of(nobody, 2026)
    session.close()


def test_a_reporter_is_the_same_every_time_and_another_in_another_file(tmp_path: Path) -> None:
    names = []
    for name in ("one", "other"):
        (tmp_path / name).mkdir(mode=0o700)
        room = a_room(tmp_path / name, new_id=lambda name=name: f"file-{name}")
        first, again = (room.desk.reports.of(room.me).rows[0].reporters for _time in range(2))
        assert first == again
        names.append(first)
        room.desk.close()
    assert names == [("file-one-1",), ("file-other-1",)]


def test_an_employee_number_signs_where_there_is_one(tmp_path: Path) -> None:
    room = a_room(tmp_path)
    room.desk.store.db.execute("UPDATE person SET number = '4711' WHERE id = ?", [room.me.id])
    report = room.desk.reports.of(room.desk.people.get(room.me, room.me.id))
    assert [row.reporters for row in report.rows] == [("4711",)]
    room.desk.close()


def test_the_own_people_of_a_file_are_reported_however_few(tmp_path: Path) -> None:
    room = a_room(tmp_path)
    (row,) = room.desk.reports.of(room.me).rows
    assert (row.unit, row.present, row.basis) == ("Digital utveckling", 1, Basis.LED)
    room.desk.close()
