"""The program on a filled example, and how a person finds the way in it."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from ijtui.domain.conversation import Conversation, State
from ijtui.domain.person import Person
from ijtui.domain.text import TextKey, TextKind
from ijtui.services.demo import fill
from ijtui.services.desk import Desk, open_desk
from tests.journeys.patience import eventually, watched
from tests.journeys.terminal import Terminal

PROGRAM = (sys.executable, "-m", "ijtui")
UNDER_WAY = "Omar Haddad"
"""With whom a conversation is under way in the example."""

QUESTION = "feedback-to-you"
"""Its first question that is not talked through; nothing is written on it yet."""

_SAVED = re.compile(r"(saved|sparat) \d\d:\d\d:\d\d")


def example_in(folder: Path, language: str) -> Path:
    """Write the example, as of today, to a new file in that folder, and return the file."""
    file = folder / f"{language}.db"
    fill(file, language, date.today())  # noqa: DTZ011 - the program goes by the wall clock, too
    return file


def on(file: Path) -> list[str]:
    """Return the command that opens the program on that file."""
    return [*PROGRAM, "--db", str(file)]


# The way


def go_to(terminal: Terminal, text: str, key: str = "down") -> None:
    """Wait for a list that holds the text, and press the key until its line is the marked one."""
    terminal.wait_for(text)
    for _line in range(60):
        let_paint(terminal)
        marked = _marked(terminal.screen())
        if any(text in line for line in marked):
            return
        _step(terminal, key, marked)
    raise AssertionError(f"{text!r} can't be reached:\n{terminal.screen()}")


def _step(terminal: Terminal, key: str, was: list[str]) -> None:
    """Press the key and wait until another line is marked."""
    terminal.press(key)
    terminal.wait_until(lambda screen: _marked(screen) not in ([], was), "another line to be marked")


def let_paint(terminal: Terminal) -> None:
    """Wait until the program has nothing more to paint: half a picture may show the mark where it isn't."""
    eventually(lambda: len(watched(0.1, lambda: len(terminal.raw))) == 1, "the program to stop painting")


def _marked(screen: str) -> list[str]:
    """Return the lines with the mark of the current one, but for the row of areas and stations."""
    return [line for line in screen.split("\n")[2:] if line.lstrip().startswith(">")]


def enter_talk(terminal: Terminal, seen_by: str = "both of you see this") -> Terminal:
    """Open the conversation that is under way; the cursor comes to the notes of its first open question."""
    go_to(terminal, UNDER_WAY)
    terminal.press("enter")
    terminal.wait_for(seen_by)
    return terminal


def wait_saved(terminal: Terminal) -> None:
    """Wait until the mark says that everything is saved; it may take a moment to say that it isn't."""
    let_paint(terminal)
    terminal.wait_for(_SAVED)


# What is on disk


def note(file: Path, question: str = QUESTION, kind: TextKind = TextKind.SHARED) -> str:
    """Return what is stored on a question of the conversation under way."""
    with _looking_at(file) as (desk, me, conversation):
        return desk.texts.read(me, _key(conversation, me, kind, question)).body


def earlier(file: Path, question: str = QUESTION) -> list[str]:
    """Return the earlier versions of the shared note on a question of the conversation under way."""
    with _looking_at(file) as (desk, me, conversation):
        key = _key(conversation, me, TextKind.SHARED, question)
        return [version.body for version in desk.texts.versions(me, key)]


@contextmanager
def _looking_at(file: Path) -> Iterator[tuple[Desk, Person, Conversation]]:
    """Open the file as another session of its owner."""
    desk = open_desk(file, create=False)
    try:
        owner = desk.people.me()
        assert owner is not None
        me = owner[0]
        yield desk, me, next(one for one in desk.conversations.all(me) if one.state is State.ONGOING)
    finally:
        desk.close()


def _key(conversation: Conversation, me: Person, kind: TextKind, question: str) -> TextKey:
    party = None if kind is TextKind.SHARED else conversation.party_of(me)
    return TextKey(conversation.id, question, kind, party)
