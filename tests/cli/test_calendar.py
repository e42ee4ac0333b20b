"""The calendar file: read back with the library, stable from export to export, and without a confidence."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar, Component

from ijtui.clock import wall_clock
from ijtui.domain.calendar import of_quarter
from ijtui.domain.conversation import Party
from ijtui.domain.goal import Responsible
from ijtui.domain.journal import EntryKind
from ijtui.domain.quarter import Quarter
from ijtui.domain.round import Round
from ijtui.services.desk import open_desk
from tests.builders import (
    FixedClock,
    Room,
    a_goal,
    a_person,
    a_room,
    an_action,
    an_outcome,
    preparation,
    shared,
)
from tests.cli.conftest import Ask

Export = Callable[..., dict[str, Any]]


@pytest.fixture
def room(surroundings: Path) -> Iterator[Room]:
    """The usual file of the account, counted from the day of the test; its titles are English."""
    room = a_room(surroundings, FixedClock(wall_clock().replace(hour=9, minute=30, second=0, microsecond=0)))
    yield room
    room.desk.close()


@pytest.fixture
def export(ask: Ask) -> Export:
    """Return the events by the beginning of their UID: "conversation-1"."""

    def exported(*arguments: str) -> dict[str, Any]:
        said = ask("calendar", "--language", "en", *arguments)
        assert said.code == 0, said.err
        return {_short(event): event for event in Calendar.from_ical(said.out).walk("VEVENT")}

    return exported


def _short(event: Component) -> str:
    return str(event["uid"]).rpartition("-")[0]


def due(room: Room, days: int) -> date:
    return room.clock.now.date() + timedelta(days=days)


def agree(room: Room, days: int, **given: Any) -> Any:
    action = an_action(
        "Boka hemlig behandling", due=due(room, days), responsible=Responsible.MANAGER, **given
    )
    return room.desk.actions.add(room.me, room.conversation, action)


def test_a_booking_has_its_time_length_and_place(export: Export, room: Room) -> None:
    event = export()["conversation-1"]
    starts = room.conversation.starts
    assert starts
    assert event.decoded("dtstart") == starts
    assert event.decoded("dtend") == starts + timedelta(minutes=60)
    assert event.decoded("dtstart").tzinfo is None, "nine o'clock is nine o'clock where the two meet"
    assert event["summary"] == "Annual development conversation with Erik Ek"
    assert (event["location"], event["status"], event["class"]) == ("Lilla rummet", "CONFIRMED", "PRIVATE")


def test_days_take_the_whole_day_and_no_time_of_it(export: Export, room: Room) -> None:
    agree(room, 5)
    event = export()["action-1"]
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (due(room, 5), due(room, 6))
    assert event["transp"] == "TRANSPARENT"
    assert event["summary"] == "Agreement 1 with Erik Ek: due today"


def test_only_what_one_has_promised_oneself_is_in_it(export: Export, room: Room) -> None:
    action = an_action(due=due(room, 3), responsible=Responsible.EMPLOYEE)
    room.desk.actions.add(room.me, room.conversation, action)
    room.desk.goals.add(room.me, room.conversation, a_goal())
    assert {kind.partition("-")[0] for kind in export()} == {"conversation", "reflection"}


def test_ones_own_goals_are_in_it(room: Room) -> None:
    goal = room.desk.goals.add(room.me, room.conversation, a_goal(due=due(room, 9)))
    of_employee = room.desk.calendar.appointments(room.employee)
    [found] = [item for item in of_employee if item.about == goal]
    assert (found.day, found.off) == (due(room, 9), False)


def test_each_quarter_ends_with_a_reflection_until_it_is_written(export: Export, room: Room) -> None:
    quarter = Quarter.of(room.clock.now.date())
    names = [f"reflection-{number}" for number in (quarter, quarter.next, quarter.next.next)]
    before = export()
    assert set(names) < set(before)
    assert before[names[0]].decoded("dtstart").weekday() < 5
    journal = room.desk.journal
    entry = journal.blank(room.me, body="Det gick bra", kind=EntryKind.REFLECTION, quarter=quarter)
    journal.new(room.me, entry)
    after = export()
    assert after[names[0]]["status"] == "CANCELLED"
    assert after[names[0]]["sequence"] > before[names[0]]["sequence"]
    assert after[names[1]] == before[names[1]]


def test_a_moved_booking_is_the_same_event_in_a_later_revision(export: Export, room: Room) -> None:
    before = export()["conversation-1"]
    room.clock.forward(hours=1)
    moved = room.clock.now + timedelta(days=9)
    room.desk.conversations.rebook(room.me, room.conversation, moved, "Stora rummet", 45)
    after = export()["conversation-1"]
    assert after["uid"] == before["uid"]
    assert after["sequence"] > before["sequence"]
    assert after.decoded("dtstart") == moved
    for stamp in ("dtstamp", "last-modified"):
        assert after.decoded(stamp) == room.clock.now.astimezone(UTC)
        assert after.decoded(stamp) > before.decoded(stamp)


def test_what_is_called_off_or_done_is_cancelled_there(export: Export, room: Room) -> None:
    room.desk.conversations.cancel(room.me, room.conversation)
    assert export()["conversation-1"]["status"] == "CANCELLED"


def test_what_is_done_before_its_day_is_cancelled_there(export: Export, room: Room) -> None:
    action = agree(room, 5)
    before = export()["action-1"]
    room.desk.actions.evaluate(room.me, action, an_outcome(conversation=room.conversation.id))
    after = export()["action-1"]
    assert (before["status"], after["status"]) == ("CONFIRMED", "CANCELLED")
    assert after["sequence"] > before["sequence"]


def test_what_is_long_past_stays_as_it_is_in_the_calendar(export: Export, room: Room) -> None:
    agree(room, -40)
    agree(room, -20)
    assert set(export()) & {"action-1", "action-2"} == {"action-2"}


def test_the_same_things_give_the_same_bytes(ask: Ask, room: Room) -> None:
    agree(room, 5)
    first = ask("calendar")
    assert first.out.startswith("BEGIN:VCALENDAR")
    assert ask("calendar") == first


def test_nothing_confidential_is_in_it(ask: Ask, room: Room) -> None:
    agree(room, 5)
    room.desk.goals.add_for(room.me, room.me, a_goal("Hemligt mål", due=due(room, 7)))
    room.write(room.me, shared(), "hemligt")
    room.write(room.me, preparation(Party.MANAGER), "hemligt")
    said = ask("calendar").out
    assert "goal-1" in said
    assert "hemlig" not in said.lower()


def test_another_file_has_other_events(room: Room, tmp_path: Path) -> None:
    names = []
    for number in range(2):
        desk = open_desk(tmp_path / f"other-{number}.db")
        names += [desk.calendar.name(), desk.calendar.name()]
        desk.close()
    assert names[0] == names[1] != names[2] == names[3]


def test_a_long_swedish_title_is_folded_and_read_back(ask: Ask, room: Room) -> None:
    person = room.desk.people.get(room.me, room.employee.id)
    name = "Åsa; Öberg, " + "Ängström " * 12
    room.desk.people.change(room.me, replace(person, name=name))
    said = ask("calendar", "--language", "sv").out
    assert all(len(line.encode()) <= 75 for line in said.split("\r\n"))
    titles = [str(event["summary"]) for event in Calendar.from_ical(said).walk("VEVENT")]
    assert any(title.endswith(name.strip()) for title in titles)


def test_it_is_written_to_a_new_file_with_the_line_ends_of_the_form(
    ask: Ask, room: Room, tmp_path: Path
) -> None:
    target = tmp_path / "ijtui.ics"
    assert ask("calendar", "--out", target).code == 0
    whole = target.read_bytes()
    assert whole.startswith(b"BEGIN:VCALENDAR\r\n")
    assert whole.count(b"\n") == whole.count(b"\r\n")
    assert target.stat().st_mode & 0o777 == 0o600
    refused = ask("calendar", "--out", target)
    assert refused.code == 1
    assert "--force" in refused.err
    assert ask("calendar", "--out", target, "--force").code == 0
    assert target.read_bytes() == whole


def test_without_the_library_it_says_what_to_install(room: Room) -> None:
    program = (
        "import sys; sys.modules['icalendar'] = None\n"
        "from ijtui.cli import run\n"
        "sys.exit(run(['calendar', '--language', 'en']))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "ijtui: Writing a calendar needs the Python package icalendar. Run: pipx inject ijtui icalendar\n"
    )


def test_a_booking_without_a_time_is_in_no_calendar(export: Export, room: Room) -> None:
    room.book(starts=None)
    assert [name for name in export() if name.startswith("conversation")] == ["conversation-1"]


@pytest.mark.parametrize(
    ("quarter", "day"), [(Quarter(2026, 4), date(2026, 12, 31)), (Quarter(2027, 2), date(2027, 6, 30))]
)
def test_a_reminder_stands_on_the_last_working_day(quarter: Quarter, day: date) -> None:
    assert of_quarter(quarter, None).day == day
    assert of_quarter(Quarter(2028, 3), None).day == date(2028, 9, 29), "the 30th is a Saturday"
    assert of_quarter(quarter, None).changed < datetime(2026, 11, 21)


def test_the_last_day_there_is_stands_in_it_too(room: Room, export: Export) -> None:
    room.desk.goals.add_for(room.me, room.me, a_goal(due=date.max))
    assert export()["goal-1"]["dtstart"].dt == date.max


def test_the_season_of_a_round_is_in_it_for_those_who_are_in_the_round(room: Room, export: Export) -> None:
    days = {"first": due(room, 3), "last": due(room, 40)}
    new = Round("Annual 2026", days["first"], days["last"])
    this = room.desk.rounds.add(room.me, new)
    found = export()
    for which, day in days.items():
        event = found[f"round-{this.id}-{which}"]
        assert (event.decoded("dtstart"), str(event["summary"])) == (day, f"Annual 2026: {which} day")
    room.desk.rounds.change(room.me, replace(this, last=due(room, 41)))
    moved = export()[f"round-{this.id}-last"]
    assert moved["uid"] == found[f"round-{this.id}-last"]["uid"]
    assert (moved.decoded("dtstart"), moved["sequence"]) == (due(room, 41), 1)
    room.desk.rounds.close(room.me, room.desk.rounds.get(room.me, this.id))
    assert export()[f"round-{this.id}-last"]["status"] == "CANCELLED"


def test_a_round_of_others_is_not_in_it(room: Room, export: Export) -> None:
    stranger = room.desk.people.add(room.me, a_person("Siv Sund", manager=room.employee.id))
    this = room.desk.rounds.add(room.me, Round("Annual 2026", due(room, 3), due(room, 40)))
    room.desk.rounds.take_out(room.me, this, room.employee)
    assert [person.id for person in room.desk.rounds.members(room.me, this)] == [stranger.id]
    assert not [uid for uid in export() if uid.startswith("round")]
