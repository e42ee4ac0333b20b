"""An organisation with everybody who could want to read something, and one of everything to be read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path

from ijtui.content.keeping import shipped
from ijtui.data.account import Accounts
from ijtui.data.handover import Handovers
from ijtui.data.post import Posts
from ijtui.data.round import Rounds
from ijtui.data.unit import Units
from ijtui.domain.account import Account, Office
from ijtui.domain.advancement import Reached
from ijtui.domain.cause import Cause
from ijtui.domain.check_in import CheckIn
from ijtui.domain.conversation import Conversation, Party
from ijtui.domain.handover import Handover, State
from ijtui.domain.milestone import Milestone
from ijtui.domain.person import Person
from ijtui.domain.post import Post
from ijtui.domain.quarter import Quarter
from ijtui.domain.recognition import Recognition, RecognitionKind
from ijtui.domain.round import Round
from ijtui.domain.shortfall import Shortfall
from ijtui.domain.training import Training
from ijtui.domain.unit import Unit, UnitKind
from ijtui.services.desk import Desk
from tests.assessing import a_profile, rate_all
from tests.builders import (
    NOW,
    FixedClock,
    Room,
    a_goal,
    a_person,
    a_room,
    a_session,
    an_action,
    an_agenda,
    let_in,
    preparation,
    private,
    shared,
    some_feedback,
)
from tests.templates import published

TODAY = NOW.date()


class Role(StrEnum):
    """What somebody is to the employee whose conversation it is."""

    EMPLOYEE = "employee"
    MANAGER = "manager"  # nearest manager, who holds the conversation
    EARLIER = "earlier"  # held one before this one, and handed over
    SUCCESSOR = "successor"  # holds one after it
    NEXT = "next"  # the manager's own manager
    HR = "hr"  # counts, and reads nothing
    COLLEAGUE = "colleague"  # led by the same manager
    ENDED = "ended"  # was the manager's manager; the account is closed


@dataclass
class Organisation:
    """Everybody, and three conversations of the employee's with the same manager.

    Attributes:
        sealed: in which nobody has opened anything.
        opened: in which both have opened and submitted everything.
        paper: in which the employee takes part on paper.
    """

    room: Room
    people: dict[Role, Person]
    sealed: Conversation
    opened: Conversation
    paper: Conversation

    @contextmanager
    def session(self, role: Role) -> Iterator[Desk]:
        """Come in as somebody."""
        desk = a_session(self.room.desk, self.people[role])
        yield desk
        desk.close()


def an_organisation(folder: Path) -> Organisation:
    """Return it with one of everything; people get their accounts last, so paper can be entered before."""
    room = a_room(folder, FixedClock())
    people = _everybody(room)
    sealed = room.desk.conversations.begin(room.me, room.conversation)
    opened, paper = room.book(), room.book()
    made = Organisation(room, people, sealed, opened, paper)
    for conversation in (sealed, opened, paper):
        _written(room, conversation)
    _open_up(room, opened)
    _agreed(room, sealed)
    _between(room)
    _rows(room, sealed)
    _before_and_after(room, people)
    _units(room)
    _templates(room)
    _extracted(room)
    _kept(room)
    _let_in(room, people)
    return made


def _everybody(room: Room) -> dict[Role, Person]:
    add = room.desk.people.add
    ended = add(room.me, a_person("Ulf Ulv"))
    head = add(room.me, a_person("Nina Norén"))
    people = {
        Role.EMPLOYEE: room.employee,
        Role.MANAGER: room.desk.people.change(room.me, replace(room.me, manager=head.id)),
        Role.NEXT: head,
        Role.ENDED: ended,
        Role.EARLIER: add(room.me, a_person("Tage Tall")),
        Role.SUCCESSOR: add(room.me, a_person("Sara Sten")),
        Role.HR: add(room.me, a_person("Hanna Hed")),
        Role.COLLEAGUE: add(room.me, a_person("Karl Kvist", manager=room.me.id)),
    }
    room.me = people[Role.MANAGER]
    return people


def _units(room: Room) -> None:
    """Where the employee works, under the manager, and a round for that unit."""
    store = room.desk.store
    with store.writing():
        top = Units(store).add(Unit("Kommunen", UnitKind.ORGANISATION))
        unit = Units(store).add(Unit("Projektet", parent=top.id))
        Posts(store).add(Post(room.employee.id, unit.id, NOW.date(), room.me.id, "utvecklare"))
        season = Round("Hösten", TODAY, TODAY, author=room.me.id, made=TODAY, units=frozenset({unit.id}))
        Rounds(store).put_in(Rounds(store).add(season).id, [room.employee], TODAY)


def _templates(room: Room) -> None:
    """One that is published and whose next version is written, with an earlier text of it."""
    template = published(room.desk, room.me)
    room.desk.templates.save(room.me, template.id, "# Utkast " + "x" * 100, 0)
    room.desk.templates.save(room.me, template.id, "# Utkast", 1)


def _written(room: Room, conversation: Conversation) -> None:
    number = conversation.id
    for asker, party in ((room.me, Party.MANAGER), (room.employee, Party.EMPLOYEE)):
        room.write(asker, preparation(party, conversation=number), "först " + "x" * 100)
        room.write(asker, preparation(party, conversation=number), "förberedelse")
        room.write(asker, private(party, conversation=number), "eget")
    room.write(room.me, shared(conversation=number), "gemensamt " + "x" * 100)
    room.write(room.me, shared(conversation=number), "gemensamt")
    room.desk.competences.begin(room.me, conversation, a_profile("code"))
    if number != room.conversation.id:
        rate_all(room, conversation, Party.MANAGER)
    else:
        room.desk.competences.rate(room.me, conversation, "code", 2)
    if number == 3:
        room.write(room.me, preparation(Party.EMPLOYEE, "proud", number), "på papper", on_paper=True)
        room.desk.competences.rate(room.me, conversation, "code", 1, on_paper=True)
    else:
        room.desk.competences.rate(room.employee, conversation, "code", 3)


def _open_up(room: Room, conversation: Conversation) -> None:
    for asker in (room.me, room.employee):
        room.desk.texts.open_preparation(asker, conversation)
    room.desk.competences.submit(room.employee, conversation)
    room.desk.competences.agree(room.me, conversation, "code", 3)
    said = some_feedback(conversation=conversation.id)
    room.desk.feedback.open(room.me, conversation, said)


def _agreed(room: Room, conversation: Conversation) -> None:
    me, goals, actions = room.me, room.desk.goals, room.desk.actions
    room.desk.feedback.save(me, conversation, some_feedback(conversation=conversation.id))
    goal = goals.add(me, conversation, a_goal())
    goals.check_in(me, goal, CheckIn(goal.id, TODAY, 10))
    goals.change(me, replace(goals.get(me, goal.id), title="Nya ord"))
    found = Shortfall(goal.id, TODAY, Cause.OTHER, Quarter(2027, 1), "därför", "så här")
    goals.explain(me, goals.get(me, goal.id), found)
    actions.add(me, conversation, an_action(goal=goal.id))
    room.desk.conversations.set_done(me, conversation, "results", True)
    room.desk.conversations.tick(me, conversation, "book", True)
    room.desk.conversations.spend(me, conversation, conversation.agenda.stations[0].key, 60)


def _between(room: Room) -> None:
    me, employee, desk = room.me, room.employee, room.desk
    desk.care.give(me, employee, Recognition(employee.id, me.id, RecognitionKind.THANKS, "Tack", TODAY))
    desk.care.ask_for_training(employee, employee, Training(employee.id, "SQL", 1000, TODAY))
    desk.care.set_budget(me, employee, 2026, 9000)
    step = next(iter(desk.care.advancement(me, employee))).step
    desk.care.reach(me, employee, step.id, step.criteria[0].id, Reached(1, "så"))
    mine = desk.journal.new(employee, desk.journal.blank(employee, body="mitt #eget " + "x" * 100))
    desk.journal.save(employee, mine.id, "mitt #eget", mine.version)
    ours = desk.journal.blank(employee, body="vårt #delat", person=me.id, shared=True)
    desk.journal.new(employee, ours)
    desk.drafts.keep(employee, "goal:new:1", {"title": "utkast"})
    desk.milestones.add(me, Milestone("Digital utveckling", 2026, "Mål 3"))
    desk.figure.take_over_example(me)


def _rows(room: Room, conversation: Conversation) -> None:
    """Put in what a signing, a presence and a conclusion leave behind, and let the next manager read one."""
    store, me, employee = room.desk.store, room.me, room.employee
    with store.writing():
        for number, talk in ((1, conversation.id), (2, 2)):
            store.insert(
                "signed_plan",
                {"conversation": talk, "number": 1, "body": "{}", "hash": f"hash{number}", "author": me.id,
                 "made": "2026-11-21T09:30:00"},
            )  # fmt: skip
            for person in (me.id, employee.id):
                store.insert(
                    "signature",
                    {"plan": number, "person": person, "answer": "signed", "method": "session",
                     "at": "2026-11-21T09:30:00"},
                )  # fmt: skip
        for person in (me.id, employee.id):
            row = {"conversation": 2, "person": person, "reader": me.manager, "at": "2026-11-21"}
            store.insert("passed_on", row)
        store.insert("material", {"conversation": conversation.id, "items": "[]", "kept": "2026-11-21"})
        words = {
            "thing": "action",
            "number": 1,
            "version": 1,
            "fields": "{}",
            "author": me.id,
            "at": "2026-11-21",
        }
        store.insert("wording", words)
    room.desk.presence.come(employee, conversation.id, "future")


def _before_and_after(room: Room, people: dict[Role, Person]) -> None:
    """Let an earlier manager have held one before all of it, and a successor hold one after it."""
    desk = room.desk
    before = desk.conversations.book(
        people[Role.EARLIER], an_agenda(), room.employee, people[Role.EARLIER], NOW - timedelta(days=400)
    )
    values = ["2025-10-01T09:00:00", "held", before.id]
    with desk.store.writing():
        desk.store.db.execute("UPDATE main.conversation SET began = ?, state = ? WHERE id = ?", values)
    room.write(people[Role.EARLIER], shared(conversation=before.id), "sagt förut")
    _handed_over(room, people)
    desk.conversations.book(
        people[Role.SUCCESSOR], an_agenda(), room.employee, people[Role.SUCCESSOR], NOW + timedelta(days=300)
    )


def _handed_over(room: Room, people: dict[Role, Person]) -> None:
    """Let the earlier manager have handed the employee over to the one of today."""
    three = room.employee.id, people[Role.EARLIER].id, people[Role.MANAGER].id
    day = TODAY - timedelta(days=300)
    rows = Handovers(room.desk.store)
    with room.desk.store.writing():
        way = rows.add(Handover("uid", *three, day, day, room.employee.id))
        for party in Party:
            rows.choose(way.chosen(party, ()), party, room.employee.id, NOW)
        rows.move(replace(way, state=State.MOVED, moved=day, receipt="{}"), "{}", bars=True)


def _extracted(room: Room) -> None:
    """Put in what an extract for the salary review leaves behind."""
    store, at = room.desk.store, "2026-01-01T08:00:00"
    row = {"person": room.employee.id, "manager": room.me.id, "year": 2025, "body": "{}", "hash": "extract1"}
    with store.writing():
        store.insert("extract", {**row, "author": room.me.id, "made": at, "seen": at, "method": "session"})


def _kept(room: Room) -> None:
    """Put in what rules, a hold that was lifted and an earlier weeding leave behind."""
    store, at = room.desk.store, "2026-01-01T08:00:00"
    with store.writing():
        store.insert("keeping", {"body": shipped("sv"), "author": "root", "at": at})
        hold = {"conversation": 1, "reason": "Tvist", "author": "root", "since": at, "until": at}
        store.insert("hold", hold)
        done = {"keeping": 1, "day": "2026-01-01", "author": "root", "at": at, "cleaned": at}
        store.insert("weeding", done)
        part = {"weeding": 1, "person": 2, "sort": "drafts", "thing": "draft", "number": 3, "at": at}
        store.insert("weeded", part)


def _let_in(room: Room, people: dict[Role, Person]) -> None:
    for role, person in people.items():
        if role is Role.ENDED:
            with room.desk.store.writing():
                gone = Account("gone", person.id, date(2020, 1, 1), until=TODAY - timedelta(days=1))
                Accounts(room.desk.store).add(gone)
        else:
            let_in(room.desk, person, role.value, Office.HR if role is Role.HR else Office.NONE)
            people[role] = room.desk.people.get(room.me, person.id)
