"""Conversations in which answers about the work environment are marked, in a file or an organisation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from ijtui.domain.account import Office
from ijtui.domain.agenda import Agenda
from ijtui.domain.conversation import Conversation, Mark
from ijtui.domain.person import Person
from ijtui.services.desk import Desk
from tests.builders import NOW, Room, a_person, a_room, a_session, an_agenda

RISK = Mark.RISK


def an_empty_room(folder: Path) -> Iterator[Room]:
    room = a_room(folder)
    room.desk.conversations.cancel(room.me, room.conversation)
    yield room
    room.desk.close()


def somebody(room: Room, manager: Person, unit: str, number: int = 0) -> Person:
    return room.desk.people.add(room.me, a_person(f"Person {number}", manager=manager.id, unit=unit))


def held(
    room: Room,
    manager: Person,
    employee: Person,
    mark: Mark | None = None,
    question: str = "balance",
    agenda: Agenda | None = None,
    **when: Any,
) -> Conversation:
    """Hold a conversation in which one question is talked through and marked."""
    talks = room.desk.conversations
    starts = NOW - timedelta(**when)
    booked = talks.begin(manager, talks.book(manager, agenda or an_agenda(), employee, manager, starts))
    judged = talks.judge(manager, talks.set_done(manager, booked, question, True), question, mark)
    return talks.conclude(manager, judged)


def many(room: Room, manager: Person, unit: str, number: int, risks: int = 0) -> list[Person]:
    """Let a manager hold a conversation each with that many people, some of whom are at risk."""
    people = [somebody(room, manager, unit, index) for index in range(number)]
    for index, person in enumerate(people):
        held(room, manager, person, RISK if index < risks else Mark.FINE)
    return people


def a_manager_of(room: Room, name: str, manager: Person | None = None) -> Person:
    return room.desk.people.add(room.me, a_person(name, manager=manager.id if manager else None))


@dataclass
class Organisation:
    """Two managers of enough people and two of too few, under one head; HR; and another manager."""

    room: Room
    people: dict[str, Person]

    def session(self, who: str) -> Desk:
        """Come in as somebody."""
        return a_session(self.room.desk, self.people[who], office=Office.HR if who == "hr" else Office.NONE)


def an_organisation(folder: Path) -> Iterator[Organisation]:
    """Give it, and close its file afterwards."""
    for room in an_empty_room(folder):
        head = a_manager_of(room, "Nina Norén")
        below = {"north": "Nils Nord", "south": "Stina Syd", "few": "Frida Få", "tiny": "Tor Tiny"}
        people = {who: a_manager_of(room, name, head) for who, name in below.items()}
        people |= {
            "head": head,
            "other": a_manager_of(room, "Olle Orr"),
            "hr": a_manager_of(room, "Hanna Hed"),
        }
        (people["employee"], *_rest) = many(room, people["north"], "Norra", 9, 3)
        many(room, people["south"], "Södra", 6, 2)
        many(room, people["few"], "Lilla", 3, 1)
        many(room, people["tiny"], "Minsta", 4)
        many(room, people["other"], "Västra", 11, 1)
        about_one = replace(an_agenda(), id="own", title="Åsas ärende")
        held(room, people["north"], people["employee"], RISK, agenda=about_one)
        yield Organisation(room, people)
