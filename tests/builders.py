"""Whatever a test needs, complete and believable, with only what matters to the test named in it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cache
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from ijtui.data.account import Accounts
from ijtui.domain.account import Account, Door, Office
from ijtui.domain.action import Action, Extent, Outcome
from ijtui.domain.agenda import Agenda, Ask, Kind, Question, Section, Station, StationKey, Task, Who
from ijtui.domain.conversation import Conversation, Party
from ijtui.domain.feedback import Feedback
from ijtui.domain.goal import Goal, Responsible
from ijtui.domain.person import Part, Person
from ijtui.domain.plan import Plan
from ijtui.domain.text import TextKey, TextKind
from ijtui.services.desk import Desk, open_desk

NOW = datetime(2026, 11, 21, 9, 30)
"""A Saturday in week 47, when every test takes place unless it says otherwise."""


class FixedClock:
    """A clock that stands still until it is moved.

    Args:
        now: what time it is.
    """

    def __init__(self, now: datetime = NOW) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **time: float) -> datetime:
        """Move the clock by what a timedelta takes (days=1, seconds=30) and return the new time."""
        self.now += timedelta(**time)
        return self.now


def counted_ids(prefix: str = "id") -> Any:
    """Return a maker of ids that are different and always the same: id-1, id-2, …"""
    numbers = count(1)
    return lambda: f"{prefix}-{next(numbers)}"


def a_person(name: str = "Erik Ek", **changes: Any) -> Person:
    """Return somebody who is not stored (id 0) unless an id is given."""
    return replace(Person(name, role="utvecklare", unit="Digital utveckling"), **changes)


def a_manager(**changes: Any) -> Person:
    """Return a manager with id 1."""
    usual: dict[str, Any] = {"name": "Maria Månsson", "role": "enhetschef", "id": 1, "version": 1}
    return a_person(**usual | changes)


def an_employee(**changes: Any) -> Person:
    """Return an employee with id 2 whose manager has id 1."""
    usual: dict[str, Any] = {"id": 2, "manager": 1, "version": 1}
    return a_person(**usual | changes)


def a_question(number: str = "results", **changes: Any) -> Question:
    """Return a question that both prepare."""
    return replace(Question(number, f"Hur har det gått med {number}?", number.capitalize()), **changes)


def an_agenda(**changes: Any) -> Agenda:
    """Return a Swedish annual agenda: two questions a station, one of them about side jobs, two tasks."""
    side_job = a_question("side-job", who=Who.EMPLOYEE, ask=Ask.YES_NO, text="Har du en bisyssla?")
    asked = {
        StationKey.YEAR_BEHIND: ("Året som gått", (a_question("results"), a_question("proud"))),
        StationKey.WORK_ENVIRONMENT: ("Arbetsmiljö och hälsa", (a_question("balance"), side_job)),
        StationKey.FUTURE: ("Framtid", (a_question("assignment"), a_question("competence"))),
        StationKey.DEVELOPMENT_PLAN: (
            "Utvecklingsplan",
            (a_question("first-step"), a_question("support", who=Who.MANAGER)),
        ),
    }
    stations = tuple(
        Station(key, title, 15, "Inledning.", (Section("", questions),))
        for key, (title, questions) in asked.items()
    )
    tasks = (Task("book", "Boka i god tid", Who.MANAGER), Task("prepare", "Förbered dig"))
    return replace(Agenda("annual", "Utvecklingssamtal", "sv", Kind.ANNUAL, 60, stations, tasks), **changes)


def a_conversation(**changes: Any) -> Conversation:
    """Return a booked conversation between `a_manager` and `an_employee`, a week from now."""
    booked = Conversation(
        an_agenda(), an_employee(), a_manager(), NOW + timedelta(days=7), "Lilla rummet", 60, id=1, version=1
    )
    return replace(booked, **changes)


def a_goal(title: str = "Lär mig optimera databasen", **changes: Any) -> Goal:
    """Return a SMART development goal of `an_employee` that lacks nothing."""
    complete = Goal(
        person=2,
        title=title,
        measure="Svar under 200 ms",
        achievable="Kursen är bokad",
        serves="Verksamhetsplanens mål 3",
        due=date(2027, 5, 31),
        support="Två dagar i månaden",
        period="2027",
    )
    return replace(complete, **changes)


def an_action(what: str = "Boka kursen", **changes: Any) -> Action:
    """Return an open action of `an_employee`, agreed in conversation 1."""
    agreed = Action(2, 1, what, Responsible.EMPLOYEE, due=date(2027, 1, 31))
    return replace(agreed, **changes)


def an_outcome(**changes: Any) -> Outcome:
    """Return that it was done and the goal reached."""
    return replace(Outcome(Extent.YES, NOW.date(), "Kursen är klar", Extent.YES), **changes)


def a_plan(**changes: Any) -> Plan:
    """Return a plan that lacks nothing: one goal, one action."""
    return replace(Plan((a_goal(id=1),), (an_action(id=1, goal=1),)), **changes)


def some_feedback(**changes: Any) -> Feedback:
    """Return what `a_manager` says to `an_employee` in conversation 1."""
    said = Feedback(1, 1, 2, "Du höll ihop laget i maj.", "Fråga tidigare.", "Vad behöver du av mig?")
    return replace(said, **changes)


def shared(question: str = "results", conversation: int = 1) -> TextKey:
    """Return the key of the shared notes to a question."""
    return TextKey(conversation, question, TextKind.SHARED)


def preparation(party: Party, question: str = "results", conversation: int = 1) -> TextKey:
    """Return the key of that party's preparation of a question."""
    return TextKey(conversation, question, TextKind.PREPARATION, party)


def private(party: Party, question: str = "results", conversation: int = 1) -> TextKey:
    """Return the key of that party's private note to a question."""
    return TextKey(conversation, question, TextKind.PRIVATE, party)


def a_desk(folder: Path, clock: FixedClock | None = None, name: str = "ijtui.db", **options: Any) -> Desk:
    """Return an open, empty file in that folder (0700), with a clock that stands still and counted ids."""
    folder.chmod(0o700)
    path = folder / name
    if not path.exists():
        path.touch(0o600)
        path.write_bytes(_an_empty_file())
    named: dict[str, Any] = {"clock": clock or FixedClock(), "new_id": counted_ids()}
    return open_desk(path, **named | options)


@cache
def _an_empty_file() -> bytes:
    """Return a new file with every step of the schema, which take eighty times as long as a copy."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "ijtui.db")
        open_desk(path).close()
        return path.read_bytes()


@dataclass
class Room:
    """A file with two people and one conversation booked between them.

    Attributes:
        me: the manager, who owns the file.
        employee: the other.
        conversation: as it was booked; a week from the clock's time.
    """

    desk: Desk
    clock: FixedClock
    me: Person
    employee: Person
    conversation: Conversation

    def book(self, **changes: Any) -> Conversation:
        """Book another conversation between the same two (starts, agenda, manager … can be given)."""
        options: dict[str, Any] = {
            "agenda": an_agenda(),
            "employee": self.employee,
            "manager": self.me,
            "starts": self.clock.now + timedelta(days=7),
        }
        return self.desk.conversations.book(self.me, **options | changes)

    def hold(self, conversation: Conversation) -> Conversation:
        """Begin and conclude it now."""
        begun = self.desk.conversations.begin(self.me, conversation)
        return self.desk.conversations.conclude(self.me, begun)

    def write(self, asker: Person, key: TextKey, body: str, **options: Any) -> None:
        """Save a text on top of what is stored now."""
        texts = self.desk.texts.readable(asker, self.desk.conversations.get(asker, key.conversation))
        base = texts[key].version if key in texts else 0
        self.desk.texts.save(asker, key, body, base, **options)


def a_room(folder: Path, clock: FixedClock | None = None, **options: Any) -> Room:
    """Return an open file with two people and one booked conversation."""
    clock = clock or FixedClock()
    desk = a_desk(folder, clock, **options)
    me = desk.people.first_run("Maria Månsson", Part.MANAGER)
    employee = desk.people.add(me, a_person(manager=me.id))
    starts = clock.now + timedelta(days=7)
    conversation = desk.conversations.book(me, an_agenda(), employee, me, starts, "Lilla rummet")
    return Room(desk, clock, me, employee, conversation)


def let_in(desk: Desk, person: Person, login: str = "", office: Office = Office.NONE) -> Door:
    """Give somebody an account, as the administrator does, and return how they come in."""
    door = Door(login or f"user{person.id}")
    with desk.store.writing():
        Accounts(desk.store).add(Account(door.login, person.id, date(2020, 1, 1), office=office))
        values = [door.login, person.id]
        desk.store.db.execute("UPDATE person SET login = ? WHERE id = ?", values)
    return door


def a_session(desk: Desk, person: Person, **options: Any) -> Desk:
    """Return a session of that person in the same file, come in by the door; give an account where needed."""
    accounts = [account for account in Accounts(desk.store).all() if account.person == person.id]
    door = Door(accounts[-1].login) if accounts else let_in(desk, person, **options)
    return open_desk(desk.store.path, clock=desk.clock, new_id=counted_ids(door.login), door=door)
