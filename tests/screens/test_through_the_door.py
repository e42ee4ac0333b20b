"""Every place can be gone to in a session that came in by a door: the wall is in nobody's way."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ijtui.domain.account import Door
from ijtui.domain.conversation import State
from ijtui.domain.person import Person
from ijtui.screens.going import go_to
from ijtui.screens.place import Place
from ijtui.services.desk import open_desk
from tests.builders import let_in
from tests.screens.visit import Visitor, visit

WALLED = "not yours to see or change"
AREAS = "123456"


@pytest.fixture
def shared(demo: Callable[[str], Path]) -> Path:
    """The example as a shared file: everybody in it may come in."""
    path = demo("en")
    desk = open_desk(path)
    for person in desk.people.all(Person("")):
        let_in(desk, person)
    desk.close()
    return path


def places(path: Path, number: int) -> list[str]:
    """Return what can be gone to by that person: each conversation, goal, agreement, entry and person."""
    desk = open_desk(path)
    me = desk.people.get(Person(""), number)
    talks = [talk for talk in desk.conversations.all(me) if talk.state is not State.CANCELLED][:4]
    found = [f"conversation:{talk.id}" for talk in talks]
    found += [f"goal:{goal.id}" for goal in desk.goals.visible(me)[:2]]
    found += [f"action:{action.id}" for action in desk.actions.visible(me)[:2]]
    others = {talk.employee.id if talk.manager.id == number else talk.manager.id for talk in talks}
    found += [f"{kind}:{other}" for other in sorted(others)[:2] for kind in ("person", "year")]
    found += ["rounds:all", *(f"round:{this.id}" for this in desk.rounds.all(me))]
    desk.close()
    return found


@pytest.mark.parametrize("number", [1, 2, 3])
def test_every_area_and_what_is_in_it_opens(shared: Path, number: int) -> None:
    wanted = places(shared, number)

    async def walk(me: Visitor) -> None:
        for area in AREAS:
            await me.press(area)
            assert WALLED not in me.text
            await me.press("enter")
            assert WALLED not in me.text
            await me.press("escape")
        await me.press("1")
        for place in wanted:
            assert isinstance(me.screen, Place)
            go_to(me.screen, place)
            await me.pilot.pause()
            assert WALLED not in me.text, place
            opened.append(place)
            await me.press("escape", "escape")

    opened: list[str] = []
    visit(shared, walk, door=Door(f"user{number}"), size=(100, 30))
    assert opened == wanted
    assert len(wanted) > 4
