"""A year of two people with a little of everything in it, told through the services."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from ijtui.content import library
from ijtui.domain.action import Action, Extent, Outcome
from ijtui.domain.agenda import Agenda
from ijtui.domain.check_in import CheckIn, Course
from ijtui.domain.conversation import Conversation
from ijtui.domain.feedback import Feedback
from ijtui.domain.goal import Goal, GoalKind
from ijtui.domain.journal import Entry
from tests.builders import FixedClock, Room, a_goal, a_room, an_action


@dataclass
class SmallYear:
    """What was made.

    Attributes:
        room: the file; the clock stands on 2026-12-10.
        quarter: the quarterly 1:1 of October, held.
        evaluation: booked for 2026-12-10.
    """

    room: Room
    growing: Goal
    delivering: Goal
    handbook: Action
    course: Action
    quarter: Conversation
    evaluation: Conversation


def an_agenda_of(name: str, language: str = "sv") -> Agenda:
    """Return a shipped agenda."""
    return library.agenda(name, language, Path("/nowhere"))


def a_small_year(folder: Path, language: str = "sv") -> SmallYear:
    """Tell the year 2026 from January to December."""
    clock = FixedClock(datetime(2026, 1, 12, 9, 0))
    room = a_room(folder, clock)
    desk, me, employee = room.desk, room.me, room.employee
    growing = desk.goals.add_for(
        me, employee, a_goal("Leda ett delprojekt", serves="E-tjänsten i drift före sommaren", due=None)
    )
    delivering = desk.goals.add_for(
        employee, employee, a_goal("Integrationen i drift", kind=GoalKind.PERFORMANCE, serves="", due=None)
    )
    handbook = desk.actions.add_between(me, employee, an_action("Skriv om integrationen i handboken"))
    course = desk.actions.add_between(me, employee, an_action("Gå kursen i tillgänglighet"))
    for day, progress, heading, told in (
        (datetime(2026, 2, 3, 9), 10, Course.ON_TRACK, "Projektet är valt."),
        (datetime(2026, 3, 20, 9), 25, Course.ON_TRACK, "Planen är klar."),
        (datetime(2026, 6, 15, 9), 40, Course.AT_RISK, "Två veckor sent, beställaren dröjer."),
        (datetime(2026, 11, 20, 9), 90, Course.ON_TRACK, "Leveransen är godkänd."),
    ):
        clock.now = day
        check_in = CheckIn(growing.id, day.date(), progress, heading, told)
        growing = desk.goals.get(employee, growing.id)
        desk.goals.check_in(employee, growing, check_in)
    clock.now = datetime(2026, 5, 12, 16)
    shared = Entry(
        employee.id,
        date(2026, 5, 12),
        "Första demon\n\nGick bättre än väntat.",
        me.id,
        shared=True,
        uid="shared",
    )
    desk.journal.new(employee, shared)
    desk.journal.new(employee, Entry(employee.id, date(2026, 5, 13), "Bara för mig: tröttsam vecka.", me.id))
    give(room, positive="Du höll ihop leveransen i maj.", opened=True)
    clock.now = datetime(2026, 10, 7, 9)
    quarter = room.book(agenda=an_agenda_of("quarterly", language), starts=clock.now)
    begun = desk.conversations.begin(me, quarter)
    said = Outcome(Extent.YES, clock.now.date(), "Handboken används.", conversation=begun.id)
    handbook = desk.actions.evaluate(me, desk.actions.get(me, handbook.id), said)
    quarter = desk.conversations.conclude(me, begun)
    clock.now = datetime(2026, 11, 2, 9)
    give(room, improve="Säg till tidigare när något dröjer.", opened=False)
    clock.now = datetime(2026, 12, 10, 9)
    evaluation = room.book(agenda=an_agenda_of("evaluation", language), starts=clock.now)
    return SmallYear(room, growing, delivering, handbook, course, quarter, evaluation)


def give(room: Room, *, opened: bool, positive: str = "", improve: str = "") -> Feedback:
    """Let the manager give feedback between two conversations."""
    given = Feedback(None, room.me.id, room.employee.id, positive, improve, opened=opened)
    return room.desk.feedback.save_between(room.me, room.employee, given)
