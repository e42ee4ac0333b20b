"""`ijtui today` in a shell's profile, against importing the store's library and doing nothing."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from pathlib import Path
from statistics import median

from benchmarks.example import PYTHON, Example, filled
from benchmarks.report import in_turns, line, ratio, show
from benchmarks.startup import run
from ijtui.clock import wall_clock
from ijtui.domain.action import Action
from ijtui.domain.goal import Responsible
from ijtui.domain.person import Person
from ijtui.services.desk import open_desk

ROUNDS = 25
PEOPLE, EACH = 30, 8
"""A manager of thirty, who has agreed on eight things with each."""


def crowd(database: Path) -> None:
    """Let the owner of the example have many people, each with a conversation booked and promises open."""
    desk = open_desk(database, create=False)
    owner = desk.people.me()
    if owner is None:
        raise LookupError("the example has no owner")
    me, now = owner[0], wall_clock()
    agenda = desk.conversations.all(me)[0].agenda
    for number in range(PEOPLE):
        person = desk.people.add(me, Person(f"Medarbetare {number}", manager=me.id))
        starts = now + timedelta(days=number)
        conversation = desk.conversations.book(me, agenda, person, me, starts, "Rum Eken")
        for promise in range(EACH):
            due = now.date() + timedelta(days=promise - EACH // 2)
            action = Action(person.id, conversation.id, f"Lova {promise}", Responsible.MANAGER, due=due)
            desk.actions.add(me, conversation, action)
    desk.close()


def commands(example: Example) -> dict[str, list[str]]:
    """Return what is compared."""
    return {
        "nothing": [PYTHON, "-c", "pass"],
        "import": [PYTHON, "-c", "import sqlite_utils"],
        "today": [*example.command, "today"],
    }


def main() -> None:
    """Measure and print."""
    with filled() as example:
        crowd(example.database)
        asked = commands(example).items()
        measures = {name: partial(run, words, example.environment) for name, words in asked}
        found = in_turns(measures, ROUNDS)
    show(
        f"ijtui today with {PEOPLE} people, medians of {ROUNDS} rounds in turn",
        [
            line("python -c pass", median(found["nothing"]) * 1000, "ms"),
            line("importing sqlite_utils", median(found["import"]) * 1000, "ms"),
            line("ijtui today", median(found["today"]) * 1000, "ms"),
            line("ijtui today / importing sqlite_utils", ratio(found["today"], found["import"]), "x", 1.3),
        ],
    )
