"""At a server, where the data layer shows each only their own, one's own data and figure are as at home."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ijtui.domain.person import Person
from ijtui.errors import NotFound
from ijtui.services.demo import fill
from ijtui.services.desk import Desk
from tests.builders import NOW, a_desk, a_session


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("example")
    folder.chmod(0o700)
    fill(folder / "ijtui.db", "sv", NOW.date())
    return folder


@pytest.fixture
def home(example: Path) -> Iterator[Desk]:
    desk = a_desk(example)
    yield desk
    desk.close()


def people(home: Desk) -> list[Person]:
    me = home.people.me()
    assert me
    return list(home.people.all(me[0]))


SEEN_TO_BY_THE_DOOR = {"history", "person", "account"}
"""Tables to which coming in adds: an account, a login, and that a copy was taken."""


def test_everything_about_oneself_is_the_same_as_at_home(home: Desk) -> None:
    for person in people(home):
        told = list(home.mine.of(person))
        session = a_session(home, person)
        inside = list(session.mine.of(person))
        session.close()
        for portions in (told, inside):
            portions[:] = [one for one in portions if one.table not in SEEN_TO_BY_THE_DOOR]
        assert inside == told, person.name


def test_ones_own_figure_is_the_same_as_at_home(home: Desk) -> None:
    for person in people(home):
        session = a_session(home, person)
        for year in (2025, 2026):
            assert session.figure.own(person, year) == home.figure.own(person, year), person.name
        session.close()


def test_who_looked_is_told_to_both_and_to_nobody_else(home: Desk) -> None:
    manager, *others = sorted(people(home), key=lambda person: person.id)
    talk = next(item for item in home.conversations.all(manager) if item.party_of(others[0]))
    for person in (manager, others[0]):
        session = a_session(home, person)
        session.looks.saw(person, talk)
        session.looks.exported(person, talk, "md")
        looked = {look.who.id for look in session.looks.of(person, talk)}
        assert manager.id in looked
        session.close()
    stranger = a_session(home, next(one for one in others if talk.party_of(one) is None))
    with pytest.raises(NotFound):
        stranger.looks.of(others[-1], talk)
    stranger.close()
