"""Two people at two terminals write in the same conversation for half a minute: no word of theirs is lost."""

from __future__ import annotations

import sys
import time
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle
from pathlib import Path

import pytest

from ijtui.domain.conversation import State
from ijtui.domain.text import TextKind
from ijtui.services.desk import open_desk
from tests.builders import let_in
from tests.journeys.conftest import OpenTerminal
from tests.journeys.example import UNDER_WAY, go_to
from tests.journeys.patience import eventually
from tests.journeys.terminal import Terminal

LEADS = "Karin Nyström"
LASTS = 30.0
"""Seconds that the two write; two kinds of test make a minute of it."""

_CLASH = "1  The other text"
_LISTENS = "keep yours"
_HELD = ("takes the pen over", "writes", "hands you the pen")
_SHOWN = 1.0
_DOOR = str(Path(__file__).with_name("door.py"))


class Typist:
    """Somebody who types one word after another and looks whether it stands there.

    Args:
        terminal: where they sit, the cursor in a note.
        name: how their words begin.
    """

    def __init__(self, terminal: Terminal, name: str) -> None:
        self.terminal = terminal
        self.written: list[str] = []
        """What stood on their own screen."""
        self.clashes = 0
        self.waited = 0
        self._name = name
        self._answers = cycle("312")

    def write(self, seconds: float) -> None:
        """Write for so long; take the pen over where the other has it."""
        end, number = time.monotonic() + seconds, 0
        while time.monotonic() < end:
            number += 1
            word = f"{self._name}{number}{self._name}"
            self.settle()
            self.terminal.type(f"{word} ")
            if self._appears(word):
                self.written.append(word)
            elif any(sign in self.terminal.screen() for sign in _HELD):
                self.waited += 1
                self.terminal.press("f12")

    def settle(self) -> None:
        """Decide where two texts lie side by side: join them, take the other's, keep one's own, in turn."""
        while _CLASH in self.terminal.screen():
            self.terminal.wait_for(_LISTENS)
            self.clashes += 1
            self.terminal.press(next(self._answers))
            self.terminal.wait_gone(_CLASH)

    def _appears(self, word: str) -> bool:
        try:
            self.terminal.wait_for(word, timeout=_SHOWN)
        except AssertionError:
            return False
        return True


@pytest.fixture
def shared(english: Path) -> Path:
    """The example, where the two who talk may come in."""
    desk = open_desk(english)
    owner = desk.people.me()
    assert owner is not None
    for person in desk.people.all(owner[0]):
        if person.name in (LEADS, UNDER_WAY):
            let_in(desk, person, person.first_name.lower())
    desk.close()
    return english


def come_in(open_terminal: OpenTerminal, file: Path, login: str, other: str) -> Terminal:
    """Come in, open the conversation, and stand in the note of its first open question."""
    terminal = open_terminal([sys.executable, "-P", _DOOR, str(file), login], cols=100, rows=30)
    go_to(terminal, other)
    terminal.press("enter")
    terminal.wait_for("both of you see this")
    return terminal


def kept(file: Path) -> str:
    """Return every shared note of the conversation, and all that its earlier versions hold."""
    desk = open_desk(file, create=False)
    try:
        owner = desk.people.me()
        assert owner is not None
        me = owner[0]
        talk = next(one for one in desk.conversations.all(me) if one.state is State.ONGOING)
        keys = [key for key in desk.texts.readable(me, talk) if key.kind is TextKind.SHARED]
        versions = [version.body for key in keys for version in desk.texts.versions(me, key)]
        return "\n".join([*(desk.texts.read(me, key).body for key in keys), *versions])
    finally:
        desk.close()


@pytest.mark.parametrize("same", [True, False], ids=["the same note", "two notes"])
def test_every_word_of_two_who_write_at_once_is_kept(
    open_terminal: OpenTerminal, shared: Path, same: bool
) -> None:
    karin = come_in(open_terminal, shared, "karin", UNDER_WAY)
    omar = come_in(open_terminal, shared, "omar", LEADS)
    karin.wait_for("Omar")
    if not same:
        omar.press("tab")
        omar.wait_for("both of you see this")
    typists = Typist(karin, "k"), Typist(omar, "o")
    with ThreadPoolExecutor(len(typists)) as together:
        for writing in [together.submit(typist.write, LASTS) for typist in typists]:
            writing.result()
    eventually(lambda: all(map(is_saved, typists)), "everything to be saved")
    stored = kept(shared)
    for typist in typists:
        assert typist.written, "both came to write"
        assert [word for word in typist.written if word not in stored] == []
    assert bool(same) == any(typist.waited or typist.clashes for typist in typists)


def is_saved(typist: Typist) -> bool:
    """Whether nothing waits for a decision or for the disk."""
    typist.settle()
    screen = typist.terminal.screen()
    return "saved " in screen.split("\n")[0]


def test_the_other_sees_a_word_within_a_second(open_terminal: OpenTerminal, shared: Path) -> None:
    karin = come_in(open_terminal, shared, "karin", UNDER_WAY)
    omar = come_in(open_terminal, shared, "omar", LEADS)
    karin.wait_for("· Omar")
    omar.wait_for("· Karin")
    karin.type("Agreed.")
    omar.wait_for("Agreed.", "Karin writes")
    karin.wait_for("saved ")
    omar.press("f12")
    omar.wait_until(lambda screen: not any(sign in screen for sign in _HELD), "the pen to come")
    omar.type(" And done.")
    karin.wait_for("Agreed. And done.", "Omar writes")
    assert "Agreed. And done." in kept(shared)


def test_a_session_that_is_killed_leaves_its_words_and_in_time_the_pen(
    open_terminal: OpenTerminal, shared: Path
) -> None:
    karin = come_in(open_terminal, shared, "karin", UNDER_WAY)
    omar = come_in(open_terminal, shared, "omar", LEADS)
    karin.type("Hers. ")
    omar.wait_for("Hers.", "Karin writes")
    karin.kill()
    omar.wait_until(lambda screen: "Karin writes" not in screen, "the pen to lie free")
    omar.press("end")
    omar.type("His.")
    eventually(lambda: "Hers. His." in kept(shared), "both to be on disk")
