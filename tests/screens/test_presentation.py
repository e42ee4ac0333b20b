"""The shared screen: everything both may see, page by page, and nothing else, not even out of sight."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from textual.widget import Widget

from ijtui.domain.action import Outcome
from ijtui.domain.agenda import StationKey
from ijtui.domain.conversation import Mark, Party
from ijtui.screens.presentation import PresentationScreen
from ijtui.screens.talk import open_talk
from ijtui.settings import Settings
from ijtui.widgets.question import QuestionView
from ijtui.widgets.spider import Spider
from ijtui.widgets.title import Title
from tests.assessing import a_profile, assess, rate_all
from tests.builders import (
    Room,
    a_goal,
    an_action,
    an_outcome,
    preparation,
    private,
    shared,
    some_feedback,
)
from tests.screens.visit import Visitor, Walk, visit

HOSTILE = "[x] [/] [@click=app.quit]sluta[/] [bold]fet[/bold]"


def show(
    room: Room,
    walk: Walk,
    station: StationKey | None = None,
    question: str = "",
    *,
    size: tuple[int, int] = (80, 24),
    chosen: Settings | None = None,
) -> None:
    """Show the room's conversation and walk."""

    async def there(me: Visitor) -> None:
        me.app.push_screen(PresentationScreen(room.conversation.id, station, question))
        await me.reads("SHOWING – shared")
        await me.until(lambda: me.screen.query(".title"))
        await walk(me)

    visit(room.desk.store.path, there, size=size, chosen=chosen)


def place(me: Visitor) -> str:
    return me.screen.query_one(Title).left


def said_by(widget: Widget) -> Iterator[str]:
    """Yield everything a widget holds that could be read, painted or not."""
    yield str(widget.render())
    yield repr({name: value for name, value in vars(widget).items() if isinstance(value, str | tuple | dict)})


async def every_page(me: Visitor) -> list[str]:
    """Turn all pages and return where one came by."""
    places: list[str] = []
    while not places or place(me) != places[-1]:
        places.append(place(me))
        await me.press("right")
    return places


def test_the_pages_are_the_agenda_in_its_order_and_then_the_plan(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        assert await every_page(me) == [
            *(f"The year behind · {number} of 2" for number in (1, 2)),
            *(f"Work environment · {number} of 2" for number in (1, 2)),
            *(f"The future · {number} of 2" for number in (1, 2)),
            *(f"Plan · {number} of 2" for number in (1, 2)),
            "Plan",
        ]

    show(room, walk)


def test_last_times_agreements_come_first_with_what_came_of_them(room: Room) -> None:
    talk = room.desk.conversations.begin(room.me, room.conversation)
    done = room.desk.actions.add(room.me, talk, an_action("Skugga Omar"))
    room.desk.actions.add(room.me, talk, an_action("Boka handledning"))
    room.hold(talk)
    room.clock.forward(days=300)
    room.conversation = room.desk.conversations.begin(room.me, room.book())
    outcome: Outcome = an_outcome(conversation=room.conversation.id)
    room.desk.actions.evaluate(room.me, done, outcome)

    async def walk(me: Visitor) -> None:
        await me.reads("What you agreed on last time")
        assert "carried out" in me.row("Skugga Omar")
        await me.reads("Kursen är klar", "Goal reached: yes")
        assert "not said yet" in me.row("Boka handledning")

    show(room, walk)


def test_a_page_shows_question_note_answer_assessment_and_agreement(room: Room) -> None:
    desk, me_ = room.desk, room.me
    talk = desk.conversations.begin(me_, room.conversation)
    room.write(me_, shared("side-job"), "Kör taxi två kvällar.")
    desk.conversations.choose(me_, talk, "side-job", "yes")
    desk.conversations.judge(me_, talk, "side-job", Mark.WATCH)
    desk.conversations.park(me_, talk, "side-job", True)
    desk.actions.add(me_, talk, an_action("Följa upp i mars", question="side-job"))

    async def walk(me: Visitor) -> None:
        assert place(me) == "Work environment · 2 of 2"
        await me.reads("Har du en bisyssla?", "Kör taxi två kvällar.")
        for label, said in (("Answer", "yes"), ("Assessment", "watch"), ("Parked", "comes back later")):
            assert said in me.row(label)
        assert "Följa upp i mars" in me.row("Agreement")
        await me.reads("Erik · 2027-01-31 (Sun w. 4)")

    show(room, walk, StationKey.WORK_ENVIRONMENT, "side-job")


def test_the_plan_page_shows_goals_and_agreements(room: Room) -> None:
    desk, me_ = room.desk, room.me
    desk.goals.add(me_, room.conversation, a_goal("Leda ett delprojekt"))
    desk.actions.add(me_, room.conversation, an_action("Boka handledning"))

    async def walk(me: Visitor) -> None:
        assert place(me) == "Plan", "from the plan one shows the plan"
        assert "Leda ett delprojekt" in me.row("D1")
        assert "Boka handledning" in me.row("Agreement 1")

    show(room, walk, StationKey.DEVELOPMENT_PLAN)


def test_every_key_turns_or_scrolls(room: Room) -> None:
    room.write(room.me, shared(), "\n".join(f"rad {number}" for number in range(60)))

    async def walk(me: Visitor) -> None:
        await me.press("down")
        assert "Hur har det gått" in me.text
        await me.press(*["down"] * 9)
        assert "Hur har det gått" not in me.text
        await me.press("up", *["pageup"] * 2)
        assert "Hur har det gått" in me.text
        while "rad 59" not in me.text:
            await me.press("pagedown")
            assert place(me) == "The year behind · 1 of 2", "a long page is read to its end first"
        await me.press("space")
        assert place(me) == "The year behind · 2 of 2"
        for key, there in (("home", "The year behind · 1 of 2"), ("end", "Plan"), ("left", "Plan · 2 of 2")):
            await me.press(key)
            assert place(me) == there
        await me.press("k", "j")
        assert place(me) == "Plan · 2 of 2"
        await me.press("f9")
        await me.at("TodayScreen")

    show(room, walk)


@pytest.mark.parametrize(("size", "width"), [((120, 40), 64), ((80, 24), 64), ((60, 18), 58)])
def test_a_line_is_never_longer_than_64_columns(room: Room, size: tuple[int, int], width: int) -> None:
    room.write(room.me, shared(), "ord och 漢字 " * 80)
    room.desk.actions.add(room.me, room.conversation, an_action("mycket " * 40, question="results"))

    async def walk(me: Visitor) -> None:
        assert max(widget.outer_size.width for widget in me.screen.query("#page > *")) <= width
        shown = [row.strip() for row in me.rows[2 : size[1] - 3]]
        assert max(map(len, shown)) <= width

    show(room, walk, size=size)


# Nothing else


def test_nothing_private_is_in_the_widgets_of_any_page(room: Room) -> None:
    desk, me_, other = room.desk, room.me, room.employee
    room.write(me_, private(Party.MANAGER), "HEMLIG-EGEN")
    room.write(me_, preparation(Party.MANAGER), "HEMLIG-FÖRBEREDELSE")
    room.write(other, preparation(Party.EMPLOYEE), "HEMLIG-DERAS")
    sealed = some_feedback(giver=me_.id, receiver=other.id, positive="HEMLIG-ÅTERKOPPLING")
    desk.feedback.save(me_, room.conversation, sealed)
    room.write(me_, shared(), "Delat med båda")

    async def walk(me: Visitor) -> None:
        seen: list[str] = []
        for _ in range(10):
            for widget in (me.screen, *me.screen.walk_children(Widget)):
                seen.extend(said_by(widget))
            await me.press("right")
        everything = "\n".join(seen)
        assert "Delat med båda" in everything, "the test can see what is there"
        for secret in ("HEMLIG", me_.name, other.name):
            assert secret not in everything
        assert me.app.title == "ijtui"

    show(room, walk)


def test_no_message_appears_while_it_is_shown(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        me.app.notify("Minutes of Erik Ek are saved", markup=False)
        await me.pilot.pause(0.1)
        assert "Erik Ek" not in me.text
        assert not me.screen.query("ToastRack, Toast")

    show(room, walk)


def test_leaving_lands_on_the_agenda_with_every_question_closed(room: Room) -> None:
    room.write(room.me, private(Party.MANAGER), "HEMLIG-EGEN")
    talk = room.desk.conversations.begin(room.me, room.conversation)

    async def walk(me: Visitor) -> None:
        open_talk(me.screen, talk, StationKey.YEAR_BEHIND)  # type: ignore[arg-type]  # the first screen is a Place
        await me.at("YearBehindScreen")
        await me.reads("HEMLIG-EGEN")
        await me.press("f9")
        await me.at("PresentationScreen")
        assert place(me) == "The year behind · 1 of 2", "it begins with the question one was at"
        await me.press("escape")
        await me.at("YearBehindScreen")
        assert "HEMLIG-EGEN" not in me.text
        assert not any(view.opened for view in me.screen.query(QuestionView))

    visit(room.desk.store.path, walk, size=(80, 40))


def test_it_has_strong_colours_of_its_own_and_gives_the_persons_back(room: Room) -> None:
    async def walk(me: Visitor) -> None:
        assert me.app.theme == "contrast"
        await me.press("f1")
        await me.at("HelpScreen")
        assert me.app.theme == "light"
        await me.press("escape")
        await me.until(lambda: me.app.theme == "contrast")
        await me.press("escape")
        await me.at("TodayScreen")
        await me.until(lambda: me.app.theme == "light")

    show(room, walk, chosen=Settings(language="en", theme="light"))


def test_without_colours_it_stays_without(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")

    async def walk(me: Visitor) -> None:
        assert me.app.theme == "colourless"

    show(room, walk)


def test_the_page_stays_when_the_screen_is_drawn_with_other_signs(room: Room) -> None:
    room.write(room.me, shared("proud"), "Stolt över laget")

    async def walk(me: Visitor) -> None:
        await me.app.use(replace(me.app.chosen, ascii=True))
        await me.pilot.pause()
        await me.reads("The year behind · 2 of 2", "Stolt över laget")

    show(room, walk, StationKey.YEAR_BEHIND, "proud")


# Hostile and huge


def test_markup_is_shown_as_it_was_typed_and_does_nothing(room: Room) -> None:
    room.write(room.me, shared(), HOSTILE)
    room.desk.actions.add(room.me, room.conversation, an_action(HOSTILE, question="results"))

    async def walk(me: Visitor) -> None:
        assert me.text.count("[x] [/] [@click=app.quit]sluta[/]") == 2
        row = me.rows.index(me.row("[@click=app.quit]"))
        await me.pilot.click(offset=(me.rows[row].index("sluta"), row))
        await me.at("PresentationScreen")

    show(room, walk, size=(120, 40))


def test_a_note_of_100_kb_can_be_shown_and_left(room: Room) -> None:
    room.write(room.me, shared(), "ord " * 25_000 + "SLUT")

    async def walk(me: Visitor) -> None:
        await me.press("right", "left")
        me.screen.query_one("#page").scroll_end(animate=False)
        await me.reads("SLUT")

    show(room, walk)


def test_competences_are_shown_once_both_have_submitted_and_nobody_is_called_you(room: Room) -> None:
    room.desk.competences.begin(room.me, room.conversation, a_profile())
    rate_all(room, room.conversation, Party.EMPLOYEE, 2)

    async def sealed(me: Visitor) -> None:
        assert "The future" not in await every_page(me)

    show(room, sealed)
    rate_all(room, room.conversation, Party.MANAGER, 3)

    async def opened(me: Visitor) -> None:
        assert place(me) == "The future"
        await me.until(lambda: me.screen.query(Spider))
        first = next(str(said.render()) for said in me.screen.query(".said"))
        assert first == "Erik 2, Maria 3, requirement 3"

    show(room, opened, StationKey.FUTURE)


def test_in_plain_signs_competences_are_shown_in_words_alone(room: Room) -> None:
    assess(room, room.conversation)

    async def walk(me: Visitor) -> None:
        me.app.push_screen(PresentationScreen(room.conversation.id, StationKey.FUTURE))
        await me.reads("Erik 2, Maria 3")
        assert not me.screen.query(Spider)

    visit(room.desk.store.path, walk, chosen=Settings(language="en", ascii=True))
