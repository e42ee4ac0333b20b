"""A shared file with people who have accounts, and one thing in it that only its writer may see."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from ijtui.clock import wall_clock
from ijtui.data.opening import open_store
from ijtui.domain.conversation import Party
from ijtui.domain.person import Person
from ijtui.domain.text import TextKey, TextKind
from ijtui.server.places import Places
from ijtui.services.account import AccountService, Wish
from ijtui.services.desk import open_desk
from tests.builders import a_goal, an_action, an_agenda

ANNA, BO = "Anna Ahl", "Bo Berg"

SECRET = "what-only-bo-thinks"
"""In Bo's own note about the conversation; neither Anna nor anybody else may ever see it."""


def shared_file(places: Places, owner: str, logins: Mapping[str, str]) -> None:
    """Make the file: Anna leads Bo and everybody else, and is in the middle of conversation 1 with Bo.

    Args:
        places: where it is to lie.
        owner: the account that it belongs to.
        logins: by what name others come in.
    """
    before = os.umask(0o077)
    try:
        places.data.mkdir(mode=0o700)
        _people(places.database, logins)
        _conversation(places.database)
    finally:
        os.umask(before)
    for path in (places.data, *places.data.rglob("*")):
        shutil.chown(path, owner, owner)


def _people(path: Path, logins: Mapping[str, str]) -> None:
    store = open_store(path)
    people = AccountService(store, wall_clock)
    people.add(Wish("anna", ANNA))
    people.add(Wish("bo", BO, manager="anna"))
    for name, login in logins.items():
        people.add(Wish(login, f"{name.capitalize()} Ceder", manager="anna"))
    store.close()


def _conversation(path: Path) -> None:
    desk = open_desk(path)
    anna, bo = (next(one for one in desk.people.all(Person("")) if one.name == name) for name in (ANNA, BO))
    starts = wall_clock().replace(microsecond=0)
    booked = desk.conversations.book(anna, an_agenda(), bo, anna, starts)
    talk = desk.conversations.begin(anna, booked)
    goal = desk.goals.add(anna, talk, a_goal())
    desk.actions.add(anna, talk, an_action(goal=goal.id))
    desk.texts.save(bo, TextKey(booked.id, "results", TextKind.PRIVATE, Party.EMPLOYEE), SECRET, 0)
    desk.close()
