"""Rating competences by keyboard, on a real file: alone, on paper, and submitted for good."""

from __future__ import annotations

from pathlib import Path

import pytest

from ijtui.domain.assessment import Assessment
from ijtui.domain.conversation import Party
from ijtui.screens.going import go_to
from ijtui.settings import Settings
from ijtui.widgets.lines import Lines
from tests.assessing import a_profile, rate_all
from tests.builders import Room, a_room
from tests.screens.visit import Visitor, Walk, visit


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return a_room(tmp_path)


@pytest.fixture
def begun(room: Room) -> Room:
    room.desk.competences.begin(room.me, room.conversation, a_profile())
    return room


def rate(room: Room, walk: Walk, *, size: tuple[int, int] = (80, 24), chosen: Settings | None = None) -> None:
    """Open the ratings of the room's conversation and walk."""

    async def there(me: Visitor) -> None:
        go_to(me.screen, f"ratings:{room.conversation.id}")  # type: ignore[arg-type]  # it is a Place
        await me.until(lambda: type(me.screen).__name__ in ("RatingsScreen", "SetPick"))
        await me.until(lambda: me.screen.focused is not None)
        await walk(me)

    visit(room.desk.store.path, there, size=size, clock=room.clock, chosen=chosen)


def stored(room: Room, party: Party = Party.MANAGER) -> Assessment:
    found = room.desk.competences.of(room.conversation.person(party), room.conversation)
    assert found is not None
    return found


def mine(room: Room) -> dict[str, int]:
    return dict(stored(room).ratings.get(Party.MANAGER, {}))


def test_the_set_for_the_role_stands_first_and_is_chosen_before_anything_is_rated(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.at("SetPick")
        await me.reads("Utvecklare")
        await me.press("enter")
        await me.at("RatingsScreen")
        assert stored(room).profile.id == "developer"

    rate(room, walk)


def test_whoever_chooses_no_set_is_back_where_they_came_from(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.at("SetPick")
        await me.press("escape")
        await me.at("TodayScreen")
        assert room.desk.competences.of(room.me, room.conversation) is None

    rate(room, walk)


def test_a_digit_gives_the_level_is_saved_at_once_and_goes_on(begun: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("2", "0", "4")
        assert mine(begun) == {"code": 2, "tests": 0, "design": 4}
        assert me.screen.query_one(Lines).key == "teamwork"

    rate(begun, walk)


def test_what_each_level_means_is_read_before_one_chooses(begun: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.reads("Kod på nivå 0", "Kod på nivå 4")
        await me.press("down")
        await me.reads("Test på nivå 0", "Test på nivå 4")

    rate(begun, walk)


def test_in_a_low_window_all_levels_can_be_read_by_themselves(begun: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("f3")
        await me.at("ReadingScreen")
        await me.reads("0 none", "3 good · requirement", "Kod på nivå 4")

    rate(begun, walk, size=(60, 18))


def test_arrows_raise_and_lower_a_level_within_its_ends(begun: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("right", "right", "left")
        assert mine(begun) == {"code": 0}
        await me.press("left")
        assert mine(begun) == {"code": 0}

    rate(begun, walk)


def test_a_level_can_be_taken_back_until_it_is_submitted(begun: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("3", "up", "u")
        assert mine(begun) == {}

    rate(begun, walk)


def test_enter_goes_to_the_first_without_a_level_and_in_the_end_submits(begun: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("3", "down", "1")  # all but the second and the last
        await me.press("home", "enter")
        assert me.screen.query_one(Lines).key == "tests"
        await me.press("1", "end", "1", "enter")
        await me.at("ConfirmScreen")

    rate(begun, walk)


def test_who_can_see_the_levels_is_said_until_they_are_submitted(begun: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.reads("Only you see this until you both have submitted")
        await me.press("3", "3", "3", "3")
        await me.reads("Erik 0/4 · you 4/4")
        await me.press("s")
        await me.at("ConfirmScreen")
        await me.reads("can't be changed afterwards")
        await me.press("down", "enter")
        await me.reads("You have submitted")
        assert stored(begun).submitted == {Party.MANAGER}
        await me.press("1")
        assert mine(begun)["code"] == 3

    rate(begun, walk)


def test_nothing_is_submitted_by_saying_no_or_before_everything_is_rated(begun: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("3", "s")
        assert [said.message for said in me.app._notifications] == ["Rate every competence first: 3 left."]
        await me.press("3", "3", "3", "s")
        await me.at("ConfirmScreen")
        await me.press("enter")
        await me.at("RatingsScreen")
        assert stored(begun).submitted == frozenset()

    rate(begun, walk)


def test_the_others_levels_come_from_paper_once_ones_own_are_fixed(begun: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("f4")
        assert "On paper" not in me.row("Erik")
        await me.press("3", "3", "3", "3", "s", "down", "enter")
        await me.reads("You have submitted")
        await me.press("f4")
        await me.reads("On paper from Erik Ek")
        await me.press("1", "2", "2", "4")
        await me.reads("Erik 4/4")
        await me.press("s", "down", "enter")
        await me.at("SpiderScreen")
        assert stored(begun).is_open
        assert stored(begun).ratings[Party.EMPLOYEE] == {"code": 1, "tests": 2, "design": 2, "teamwork": 4}

    rate(begun, walk)


def test_nothing_is_entered_from_paper_for_one_who_rates_here(begun: Room) -> None:
    rate_all(begun, begun.conversation, Party.MANAGER)
    begun.desk.competences.rate(begun.employee, begun.conversation, "code", 2)

    async def walk(me: Visitor) -> None:
        await me.reads("Erik 1/4", "Erik has not yet")
        await me.press("f4")
        assert "On paper" not in me.text

    rate(begun, walk)


def test_the_others_level_is_nowhere_on_screen_before_both_have_submitted(begun: Room) -> None:
    begun.desk.competences.rate(begun.employee, begun.conversation, "code", 4)

    async def walk(me: Visitor) -> None:
        await me.reads("Erik 1/4")
        assert "4 very good" not in [
            cell for line in me.screen.query_one(Lines)._lines for cell in line.cells
        ]

    rate(begun, walk)


def test_another_set_may_be_chosen_until_somebody_has_rated(begun: Room) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("t")
        await me.at("SetPick")
        await me.press("down", "enter")
        await me.at("RatingsScreen")
        assert stored(begun).profile != a_profile()
        await me.press("2", "t")
        await me.at("RatingsScreen")

    rate(begun, walk)


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40)])
def test_levels_and_their_meaning_stand_beside_each_other_in_every_window(
    begun: Room, size: tuple[int, int]
) -> None:
    async def walk(me: Visitor) -> None:
        await me.press("2", "up")
        await me.reads("2 basic", "0 ")
        assert "nivå 0" in me.text

    rate(begun, walk, size=size)
