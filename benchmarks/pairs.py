"""A shared file with as many people as asked for, two and two in a conversation that is under way."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benchmarks.example import filled
from ijtui.data.account import Accounts
from ijtui.domain.account import Account
from ijtui.domain.agenda import Agenda
from ijtui.domain.conversation import State
from ijtui.domain.person import Person
from ijtui.services.desk import Desk, open_desk


@dataclass(frozen=True, slots=True)
class Pairs:
    """The file, and who may come in.

    Attributes:
        logins: two and two of them talk with each other.
        environment: settings apart from the user's own.
    """

    database: Path
    logins: tuple[str, ...]
    environment: dict[str, str]


@contextmanager
def pairs(sessions: int) -> Iterator[Pairs]:
    """Make the file, with an even number of people, and take it away again."""
    with filled() as example:
        desk = open_desk(example.database)
        owner = desk.people.me()
        if owner is None:
            raise LookupError("the example has an owner")
        agenda = next(one for one in desk.conversations.all(owner[0]) if one.state is State.ONGOING).agenda
        logins = [login for number in range((sessions + 1) // 2) for login in _pair(desk, number, agenda)]
        desk.close()
        yield Pairs(example.database, tuple(logins), example.environment)


def _pair(desk: Desk, number: int, agenda: Agenda) -> tuple[str, str]:
    """Let two people talk, and return by which names they come in."""
    owner = desk.people.me()
    if owner is None:
        raise LookupError("the example has an owner")
    leads = desk.people.add(owner[0], Person(f"Chef{number} Lind"))
    led = desk.people.add(owner[0], Person(f"Med{number} Berg", manager=leads.id))
    logins = _let_in(desk, leads), _let_in(desk, led)
    talk = desk.conversations.book(leads, agenda, led, leads, desk.clock())
    desk.conversations.begin(leads, talk)
    return logins


def _let_in(desk: Desk, person: Person) -> str:
    login = f"user{person.id}"
    with desk.store.writing():
        Accounts(desk.store).add(Account(login, person.id, date(2020, 1, 1)))
    return login
