"""An organisation of four units with one manager each, and a director who leads those."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from ijtui.data.action import Actions
from ijtui.data.person import People
from ijtui.data.post import Posts
from ijtui.data.unit import Units
from ijtui.domain.account import Office
from ijtui.domain.action import Action
from ijtui.domain.person import Part, Person
from ijtui.domain.post import Post
from ijtui.domain.unit import Unit, UnitKind
from ijtui.services.desk import Desk
from tests.builders import a_desk, a_person, a_session, an_action, an_outcome

YEAR = 2026
LED: Mapping[str, int] = {"Skolan": 8, "Biblioteket": 3, "Museet": 6, "Arkivet": 7}
"""How many each manager leads; all of these have the director as theirs."""


@dataclass
class Town:
    """A file with an organisation in it, and who is who."""

    desk: Desk
    hr: Person
    director: Person
    managers: dict[str, Person]
    employee: Person

    def session(self, person: Person, office: Office = Office.NONE) -> Desk:
        """Come in as somebody."""
        return a_session(self.desk, person, office=office)


def a_town(folder: Path, led: Mapping[str, int] = LED) -> Town:
    """Return it: everybody in a unit is led by its manager, and each has kept one promise of the year."""
    desk = a_desk(folder)
    hr, store = desk.people.first_run("Hanna Hed", Part.MANAGER), desk.store
    with store.writing():
        director = People(store).add(a_person("Dag Dal", unit=""))
        top = Units(store).add(Unit("Kommunen", UnitKind.ORGANISATION))
        managers = {name: _unit(desk, name, top.id, director.id, number) for name, number in led.items()}
        employee = People(store).get(max(managers.values(), key=lambda manager: manager.id).id + 1)
    return Town(desk, hr, director, managers, employee)


def _unit(desk: Desk, name: str, top: int, director: int, number: int) -> Person:
    manager = _works(desk, f"Chef {name}", top, director)
    unit = Units(desk.store).add(Unit(name, UnitKind.UNIT, top))
    for each in range(number):
        _works(desk, f"Anställd {each} {name}", unit.id, manager.id)
    return manager


def _works(desk: Desk, name: str, unit: int, manager: int) -> Person:
    person = People(desk.store).add(a_person(name, unit="", manager=manager))
    Posts(desk.store).add(Post(person.id, unit, date(2020, 1, 1), manager))
    Actions(desk.store).add(_kept(person.id, manager))
    return person


def _kept(person: int, manager: int) -> Action:
    done = an_outcome(on=date(2026, 5, 1), done=date(2026, 5, 1))
    kept = an_action(employee=person, manager=manager, conversation=None, outcome=done, signed=True)
    return replace(kept, agreed=date(2026, 1, 1), due=date(2026, 6, 1))
