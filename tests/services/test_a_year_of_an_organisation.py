"""HR takes in a list, opens a round and tells the figure; a manager leaves, and no agreement is lost."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest

from ijtui.domain.account import Office
from ijtui.domain.conversation import Conversation
from ijtui.domain.handover import State
from ijtui.domain.people_list import Wishes
from ijtui.domain.person import Part, Person
from ijtui.domain.round import Round
from ijtui.domain.stage import Stage
from ijtui.minutes.people_read import read_people
from ijtui.services.desk import Desk
from tests.builders import FixedClock, a_desk, a_session, an_action, an_agenda, let_in

NORTH = ["Agnes Asp", "Bo Bok", "Cilla Ceder", "Dag Druva", "Eva Ek", "Frej Fura"]
SOUTH = ["Gun Gran", "Hugo Hassel", "Ida Idegran", "Jan Jasmin", "Kim Klint", "Lo Lind"]
STAFF = ["Moa Mahogny", "Nils Nypon", "Olle Oliv", "Pia Poppel", "Rut Rönn"]

LIST = "\r\n".join(
    [
        "anställningsnummer;namn;roll;enhet;förvaltning;organisation;chef;från",
        "1;Nina Norén;kommundirektör;;;Ekhamra kommun;;2020-01-01",
        "2;Tage Tall;förvaltningschef;;Omsorgen;Ekhamra kommun;1;2020-01-01",
        "10;Maria Holm;enhetschef;;Omsorgen;Ekhamra kommun;2;2020-01-01",
        "20;Sara Sten;enhetschef;;Omsorgen;Ekhamra kommun;2;2020-01-01",
        *(f"{31 + n};{name};;;;Ekhamra kommun;1;2020-01-01" for n, name in enumerate(STAFF)),
        *(f"{41 + n};{name} j:r;;;Omsorgen;;2;2020-01-01" for n, name in enumerate(STAFF)),
        *(f"{11 + n};{name};;Norr;Omsorgen;;10;2020-01-01" for n, name in enumerate(NORTH)),
        *(f"{21 + n};{name};;Syd;Omsorgen;;20;2020-01-01" for n, name in enumerate(SOUTH)),
    ]
)


@dataclass
class Municipality:
    """A shared file that everybody comes into by a door; whoever looks after the server owns it."""

    root: Desk
    clock: FixedClock
    hr: Person
    people: dict[str, Person] = field(default_factory=dict)

    @contextmanager
    def session(self, person: Person) -> Iterator[Desk]:
        desk = a_session(self.root, person)
        yield desk
        desk.close()

    def take_in(self) -> None:
        """Let HR take in the list, and the administrator let everybody in."""
        with self.session(self.hr) as desk:
            desk.people_list.take_in(self.hr, read_people(LIST.encode("cp1252"), "folk.csv"), Wishes())
        for person in self.root.people.all(self.hr):
            if person.id != self.hr.id:
                let_in(self.root, person)
        self.people = {person.name: person for person in self.root.people.all(self.hr)}

    def held_and_signed(self, manager: Person, employee: Person) -> Conversation:
        """Let the two hold their conversation, agree on one thing, and both sign it."""
        with self.session(manager) as desk:
            booked = desk.conversations.book(manager, an_agenda(), employee, manager, self.clock.now)
            begun = desk.conversations.begin(manager, booked)
            due = self.clock.now.date() + timedelta(days=14)
            agreed = an_action(f"Löfte till {employee.name}", conversation=begun.id, due=due)
            desk.actions.add(manager, begun, agreed)
            talk = desk.conversations.conclude(manager, begun)
        for person in (manager, employee):
            with self.session(person) as desk:
                desk.signing.sign(person, talk, desk.signing.freeze(person, talk).plan.hash)
        return talk

    def keep(self, manager: Person, employee: Person) -> None:
        """Let the employee say that it is done, and the manager that it is so."""
        with self.session(employee) as desk:
            [promise] = desk.actions.visible(employee)
            desk.actions.report(employee, promise)
        with self.session(manager) as desk:
            [promise] = [one for one in desk.actions.visible(manager) if one.employee == employee.id]
            desk.actions.confirm(manager, promise)


@pytest.fixture
def municipality(tmp_path: Path) -> Iterator[Municipality]:
    clock = FixedClock()
    root = a_desk(tmp_path, clock)
    hr = root.people.first_run("Hanna Hed", Part.EMPLOYEE)
    let_in(root, hr, office=Office.HR)
    made = Municipality(root, clock, root.people.get(hr, hr.id))
    made.take_in()
    yield made
    root.close()


def test_from_a_list_to_the_figure_and_a_manager_who_leaves(municipality: Municipality) -> None:
    people, hr, today = municipality.people, municipality.hr, municipality.clock.now.date()
    maria, sara = people["Maria Holm"], people["Sara Sten"]
    north, south = [people[name] for name in NORTH], [people[name] for name in SOUTH]

    with municipality.session(hr) as desk:
        opened = desk.rounds.add(hr, Round("Årets samtal", today, today + timedelta(days=30)))
    for manager, employees in ((maria, north), (sara, south)):
        for employee in employees:
            municipality.held_and_signed(manager, employee)
    for employee in north[:4]:
        municipality.keep(maria, employee)

    with municipality.session(hr) as desk:
        covered = desk.rounds.coverage(hr, opened).total
        assert covered is not None
        assert covered.tally is not None
        assert (covered.tally[Stage.SIGNED], covered.tally[Stage.FOLLOWED_UP]) == (8, 4)
        before = figure(desk, hr)
        assert before == {"": (12, 4, 12), "Norr": (6, 4, 6), "Syd": (6, 0, 6)}
        assert desk.actions.visible(hr) == ()

    with municipality.session(maria) as desk:
        begun = desk.handovers.begin_all(maria, north, sara, today, ())
    for employee, handover in zip(north, begun, strict=True):
        with municipality.session(employee) as desk:
            assert desk.handovers.choose(employee, handover, ()).state is State.MOVED

    with municipality.session(sara) as desk:
        promised = {one.what for one in desk.actions.visible(sara) if one.is_open}
        assert promised == {f"Löfte till {person.name}" for person in (*north[4:], *south)}
    with municipality.session(maria) as desk:
        assert [one for one in desk.actions.visible(maria) if one.is_open] == []
    with municipality.session(hr) as desk:
        assert figure(desk, hr) == before


def figure(desk: Desk, asker: Person) -> dict[str, tuple[int, int, int]]:
    """Return agreed and fulfilled points and signed plans of the whole and of the two units."""
    told = {}
    for _depth, branch in desk.figure.organisation(asker).walk():
        if branch.manager is None and branch.name in ("", "Norr", "Syd") and branch.tally is not None:
            tally = branch.tally
            told[branch.name] = (tally.points.agreed, tally.points.fulfilled, tally.plans.signed)
    return told
