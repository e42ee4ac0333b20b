"""Everything that the example lives through can be done by people who each come in by their own door."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any, cast

import pytest

from ijtui.data.account import Accounts
from ijtui.data.wall.census import FENCES
from ijtui.domain.account import Account, Door
from ijtui.domain.person import Person
from ijtui.domain.search import read_query
from ijtui.services.demo.days import Hands
from ijtui.services.demo.fill import fill
from ijtui.services.demo.script import read_script
from ijtui.services.demo.stage import Stage
from ijtui.services.demo.story import STORY
from ijtui.services.demo.year_story import EVENTS, SCENES
from ijtui.services.desk import Desk, open_desk
from tests.builders import NOW

_FOR_ALL = frozenset({"people", "rounds", "figure"})
"""Who there is and who leads whom is written by the administrator, and HR makes rounds and sets targets."""


class ManyDoors:
    """A desk at which everybody who asks does so in a session of their own.

    Nobody has a login in their name, so what the example enters on paper is still theirs to enter.

    Args:
        desk: the administrator's, without a wall.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._sessions: dict[int, Desk] = {}
        self.clock = desk.clock
        self.store = desk.store

    def __getattr__(self, name: str) -> Any:
        service = getattr(self._desk, name)
        return service if name in _FOR_ALL else Doors(self, name)

    def session(self, person: int) -> Desk:
        """Return the session of that person, who is let in the first time."""
        if person not in self._sessions:
            door = Door(f"user{person}")
            with self._desk.store.writing():
                Accounts(self._desk.store).add(Account(door.login, person, date(2000, 1, 1)))
            path, numbers = self._desk.store.path, count(1)
            self._sessions[person] = open_desk(
                path, clock=self.clock, new_id=lambda: f"{person}-{next(numbers)}", door=door
            )
        return self._sessions[person]

    def sessions(self) -> Iterator[tuple[int, Desk]]:
        yield from self._sessions.items()

    def close(self) -> None:
        for session in self._sessions.values():
            session.close()
        self._desk.close()


class Doors:
    """One service, asked by each through their own door."""

    def __init__(self, doors: ManyDoors, name: str) -> None:
        self._doors = doors
        self._name = name

    def __getattr__(self, method: str) -> Callable[..., Any]:
        def ask(asker: Person, *values: object, **named: object) -> Any:
            service = getattr(self._doors.session(asker.id), self._name)
            return getattr(service, method)(asker, *values, **named)

        return ask


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ManyDoors]:
    """The example, lived through by people who come in by doors."""
    folder: Path = tmp_path_factory.mktemp("doors")
    folder.chmod(0o700)
    hands, numbers = Hands(NOW.date()), count(1)
    doors = ManyDoors(open_desk(folder / "ijtui.db", clock=hands, new_id=lambda: f"demo-{next(numbers):04}"))
    Stage(cast("Desk", doors), hands, read_script("en")).play((*STORY, *SCENES), EVENTS)
    yield doors
    doors.close()


def test_the_same_is_in_the_file_as_where_there_is_no_wall(lived: ManyDoors, tmp_path: Path) -> None:
    tmp_path.chmod(0o700)
    fill(tmp_path / "demo.db", "en", NOW.date())
    alone = open_desk(tmp_path / "demo.db")
    for table in {fence.table for fence in FENCES} - {"account", "history", "revision"}:
        counted = f"SELECT count(*) AS n FROM {table}"
        assert lived.store.rows(counted) == alone.store.rows(counted), table
    alone.close()


def test_each_sees_on_every_start_screen_what_they_see_without_a_wall(lived: ManyDoors) -> None:
    for number, session in lived.sessions():
        me, desk = lived._desk.people.get(Person(""), number), lived._desk
        assert session.today.look(me) == desk.today.look(me)
        assert session.goals.visible(me) == desk.goals.visible(me)
        assert session.actions.visible(me) == desk.actions.visible(me)
        assert session.conversations.all(me) == desk.conversations.all(me)
        assert tuple(session.calendar.appointments(me)) == tuple(desk.calendar.appointments(me))
        assert session.search.years(me) == desk.search.years(me)
        query = read_query("auditor")
        assert session.search.look_for(me, query)() == desk.search.look_for(me, query)()


def test_each_reads_in_every_conversation_what_they_read_without_a_wall(lived: ManyDoors) -> None:
    for number, session in lived.sessions():
        me, desk = lived._desk.people.get(Person(""), number), lived._desk
        for talk in desk.conversations.all(me):
            assert session.plans.record(me, talk.id) == desk.plans.record(me, talk.id)
            assert session.texts.readable(me, talk) == desk.texts.readable(me, talk)
            assert session.feedback.of(me, talk) == desk.feedback.of(me, talk)
            assert session.competences.of(me, talk) == desk.competences.of(me, talk)
            assert session.material.of(me, talk) == desk.material.of(me, talk)
            for other in (talk.employee, talk.manager):
                assert session.goals.of_person(me, other) == desk.goals.of_person(me, other)
