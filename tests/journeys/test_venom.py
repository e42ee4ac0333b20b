"""Whatever stands in the file, every screen shows it letter by letter and the terminal gets no orders."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.journeys.conftest import OpenFile
from tests.journeys.example import let_paint
from tests.journeys.terminal import Terminal
from tests.journeys.venom import MARKUP, ORDERS_SENT, poison

START = MARKUP[:7]
"""As much of it as is in sight in the narrowest column."""

TODAY = [
    ("conversations", ["2"], ">2 Conversations"),
    ("moving one", ["r"], "Move"),
    ("back again", ["escape"], ">2 Conversations"),
    ("calling one off", ["x"], "keep"),
    ("back from that", ["escape"], ">2 Conversations"),
    ("people", ["3"], ">3 People"),
    ("a person", ["enter"], "esc back"),
    ("the person's form", ["e"], "Role"),
    ("from the form", ["escape"], "esc back"),
    ("booking", ["b"], "Length"),
    ("whom to book", ["shift+tab", "enter"], "esc close"),
]

TALK = [
    ("the second station", ["down", "enter"], "> Work environment"),
    ("beside", ["f3"], "esc close"),
    ("an agreement", ["escape", "ctrl+n"], "Agreement"),
    ("questions to go to", ["escape", "ctrl+g"], "Go to a question"),
    ("showing", ["escape", "f9"], "SHOWING"),
    ("the minutes", ["escape", "f2"], "Minutes"),
    ("the export", ["e"], "Markdown"),
    ("the first station", ["escape", "escape", "1"], "> The year behind"),
    ("an outcome", ["up", "up", "up", "up", "up", "up", "up", "up", "e"], "Outcome"),
    ("the future", ["escape", "3"], "> The future"),
    ("a goal", ["escape", "m"], "Goal for"),
    ("the plan", ["escape", "4"], "> Plan"),
    ("an agreement in it", ["enter"], "esc close"),
    ("feedback", ["escape", "f"], "Feedback"),
]

PREPARATION = [
    ("a preparation", ["enter"], "Before the conversation"),
    ("a question of it", ["tab"], "only you see this"),
    ("earlier versions", ["ctrl+r"], "Earlier versions"),
    ("last time", ["escape", "f3"], "esc close"),
    ("opening it", ["escape", "escape", "o"], "sealed"),
    ("on paper", ["escape", "f4"], "On paper"),
]

GOALS = [
    ("the goals", ["4"], ">4 Goals"),
    ("a goal", ["down", "down", "enter"], "We know it when"),
    ("a check-in", ["c"], "How is it going?"),
    ("its causes", ["escape", "s"], "The cause"),
    ("the goal's form", ["escape", "e"], "Goal for"),
    ("the units' plan", ["escape", "escape", "o"], "What the unit is to reach"),
    ("one of it", ["enter"], "Everybody in this file"),
]

YEARS = [
    ("people", ["3"], ">3 People"),
    ("somebody's years", ["end", "up", "y"], "Year by year"),
    ("what can be compared", ["c"], "Compare across the years"),
    ("notes side by side", ["enter"], "another"),
    ("feedback at any time", ["escape", "f"], "your next conversation"),
]

AGREEMENTS = [
    ("what is due", [*["down"] * 5, "enter"], "What you can do now"),
    ("a report", ["r"], "confirm"),
    ("a proposal to drop it", ["escape", "x"], "Agreed already?"),
    ("other words for it", ["escape", "e"], "What stood here before is kept"),
    ("a person", ["escape", "escape", "3", "home", "enter"], "Way forward"),
    ("an agreement between two conversations", ["a"], "it comes up in your next conversation"),
    ("the way forward", ["escape", "c"], "promises nothing"),
    ("a course", ["t"], "Which course?"),
    ("recognition", ["escape", "r"], "For what?"),
    ("the budget", ["escape", "b"], "Amount"),
    ("a criterion", ["escape", "end", "enter"], "What it rests on"),
]

WALKS = {
    "around": TODAY,
    "in a talk": TALK,
    "before one": PREPARATION,
    "among goals": GOALS,
    "through the years": YEARS,
    "between two conversations": AGREEMENTS,
}


@pytest.mark.parametrize("walk", WALKS.values(), ids=WALKS)
def test_hostile_words_are_shown_and_do_nothing(
    open_file: OpenFile, english: Path, walk: list[tuple[str, list[str], str]]
) -> None:
    poison(english)
    terminal = open_file(english, cols=150, rows=45)
    _look(terminal, "the start screen", "Next conversations")
    for place, keys, landmark in walk:
        terminal.press(*keys)
        _look(terminal, place, landmark)
    assert terminal.process.poll() is None
    sent = terminal.raw
    assert [order for order in ORDERS_SENT if order in sent] == []


def _look(terminal: Terminal, place: str, landmark: str) -> None:
    terminal.wait_for(landmark)
    let_paint(terminal)
    assert START in terminal.screen(), f"{place} does not show it as it is:\n{terminal.screen()}"
