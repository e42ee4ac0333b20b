"""Killed at any moment, the program has everything on disk but the last second of typing."""

from __future__ import annotations

import random
import re
import time
from itertools import count
from pathlib import Path

from tests.journeys.conftest import OpenFile
from tests.journeys.example import enter_talk, go_to, note
from tests.journeys.terminal import Terminal

ROUNDS = 4
BETWEEN_KEYS = 0.015
"""Seconds: faster than anybody types."""

LOST = 1.0
"""Seconds of typing that may be lost."""


class Fingers:
    """Type numbered words without a pause, and remember when which of them stood on the screen."""

    def __init__(self, terminal: Terminal, after: str) -> None:
        self.typed = after
        self._terminal = terminal
        self._seen = [(0.0, len(after.split()))]
        self._letters = (letter for word in count(len(after.split()) + 1) for letter in f" w{word:04}")

    def type_for(self, seconds: float) -> None:
        """Type on for that long."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            letter = next(self._letters)
            self._terminal.type(letter)
            self.typed += letter
            time.sleep(BETWEEN_KEYS)  # the pace of the fingers
            shown = re.findall(r"w(\d{4})", self._terminal.screen())
            self._seen.append((time.monotonic(), max(map(int, shown), default=0)))

    def seen_in_time(self) -> int:
        """Return how many words stood on the screen so long ago that they must not be lost now."""
        latest = time.monotonic() - LOST
        return max(words for at, words in self._seen if at <= latest)


def test_a_kill_loses_no_more_than_the_last_second_of_typing(open_file: OpenFile, english: Path) -> None:
    moments, stored = random.Random(7), ""
    for _round in range(ROUNDS):
        terminal = enter_talk(open_file(english))
        fingers = Fingers(terminal, stored)
        fingers.type_for(1.0 + moments.random())
        due = fingers.seen_in_time()
        terminal.kill()
        terminal.wait_all_gone()
        stored = note(english)
        assert fingers.typed.startswith(stored), "what is stored is not what was typed"
        assert len(stored.split()) >= due, f"{due} words stood there a second before: {stored}"


GOAL = "Hold the introductions together [x]"
SAVED = re.compile(r"saved \d\d:\d\d:\d\d")


def open_goal_form(terminal: Terminal) -> Terminal:
    enter_talk(terminal).press("escape", "m")
    terminal.wait_for("Goal for Omar Haddad", "We know it when")
    return terminal


def test_a_killed_goal_form_comes_back_with_what_stood_in_it(open_file: OpenFile, english: Path) -> None:
    terminal = open_goal_form(open_file(english))
    terminal.type(GOAL)
    terminal.press("tab", "right", "tab")
    terminal.type("four users teach\nfour others")
    terminal.wait_for(GOAL, "(x) performance goal", "four others", SAVED)
    terminal.kill()
    terminal.wait_all_gone()
    again = open_goal_form(open_file(english))
    again.wait_for(GOAL, "(x) performance goal", "four users teach", "four others", "is here again")


def test_a_killed_booking_form_waits_on_the_start_screen(open_file: OpenFile, english: Path) -> None:
    terminal = open_file(english)
    terminal.wait_for("Next conversations")
    terminal.press("n")
    terminal.wait_for("New conversation", "Place")
    terminal.press(*["tab"] * 4)
    terminal.type("The blue room")
    terminal.wait_for("The blue room", SAVED)
    terminal.kill()
    terminal.wait_all_gone()
    again = open_file(english)
    go_to(again, "Draft")
    again.press("enter")
    again.wait_for("New conversation", "The blue room", "is here again")
