"""The same journey by other ways, in English on 120×40, by keyboard alone: palette, paper, private notes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.journeys.conftest import OpenFile, OpenTerminal
from tests.journeys.example import PROGRAM, go_to, let_paint, wait_saved
from tests.journeys.terminal import Terminal

NOTE = "The migration went well, and the night before it did not. " * 3
WROTE = [
    NOTE.strip(),
    "No side job, and none planned.",
    "Ask for help before Friday",
    "Lead the next release",
]
"""What is typed on the way and has to stand in the minutes."""

ON_PAPER = "I want to lead something of my own."
PRIVATE = "Nobody but me may ever read this."


@pytest.fixture
def terminal(open_terminal: OpenTerminal) -> Terminal:
    """The program as it starts for the first time."""
    return open_terminal(PROGRAM, language="en", cols=120, rows=40)


def test_a_conversation_by_other_ways_from_an_empty_machine_to_minutes(
    terminal: Terminal, tmp_path: Path
) -> None:
    skip_the_questions(terminal)
    book_by_the_palette(terminal)
    enter_what_came_on_paper(terminal)
    write_and_take_back(terminal)
    write_a_private_note(terminal)
    go_to_the_side_job(terminal)
    agree(terminal)
    show_it(terminal)
    conclude(terminal)
    minutes = export(terminal, tmp_path)
    assert [text for text in WROTE if text not in minutes] == []
    assert PRIVATE not in minutes
    assert minutes.startswith("---\n"), "Docusaurus wants front matter"


def skip_the_questions(terminal: Terminal) -> None:
    terminal.wait_for("Welcome to ijtui")
    terminal.press("escape")
    terminal.wait_for("Next conversations", "Nothing is booked")


def book_by_the_palette(terminal: Terminal) -> None:
    terminal.press("ctrl+p")
    terminal.wait_for("Commands", "New conversation", "Settings")
    terminal.type("new conv")
    terminal.wait_gone("Settings")
    terminal.press("enter")
    terminal.wait_for("You are the", "Length in minutes")
    terminal.type("Maya Lind\n")
    terminal.wait_for(re.compile("With +Maya Lind"))
    terminal.press("tab")
    terminal.type("goal\n")
    terminal.wait_for("Goal and development conversation", "You are the")
    terminal.type("today\t10:15\tThe harbour room")
    terminal.wait_for("10:15", "The harbour room", re.compile(r"\d{4}-\d\d-\d\d \(\w{3} w\. \d+\)"))
    terminal.press("ctrl+s")
    terminal.wait_for("Maya Lind", "The harbour room", "Before the conversation")


def enter_what_came_on_paper(terminal: Terminal) -> None:
    terminal.press("f4")
    terminal.wait_for("On paper from Maya Lind")
    terminal.press("tab")
    terminal.wait_for("Pick two or three things", "paper · both of you see this")
    terminal.type(ON_PAPER)
    terminal.wait_for(ON_PAPER)
    wait_saved(terminal)
    terminal.press("escape", "f4")
    terminal.wait_gone("On paper from")
    terminal.press("o")
    terminal.wait_for("Let Maya read")
    terminal.press("down", "enter")
    terminal.wait_gone("Let Maya read")
    terminal.press("b")
    terminal.wait_for(re.compile("> The year behind"), "both of you see this")


def write_and_take_back(terminal: Terminal) -> None:
    """Write a note, lose it by a slip, and take the earlier version back."""
    terminal.press("tab")
    terminal.wait_for(ON_PAPER)
    terminal.press("f3")
    terminal.wait_for("Maya", ON_PAPER, "Last time")
    terminal.press("escape")
    terminal.type(NOTE)
    terminal.wait_for("it did not.")
    wait_saved(terminal)
    terminal.press("shift+up", "shift+up", "shift+up", "delete")
    terminal.wait_gone("it did not.")
    terminal.type("oh no")
    terminal.wait_for("oh no")
    wait_saved(terminal)
    terminal.press("ctrl+r")
    terminal.wait_for("Earlier versions", "it did not.")
    terminal.press("enter")
    terminal.wait_gone("oh no")
    terminal.wait_for("it did not.")
    wait_saved(terminal)


def write_a_private_note(terminal: Terminal) -> None:
    terminal.press("f4")
    terminal.wait_for("only you ever see this")
    terminal.type(PRIVATE)
    terminal.wait_for(PRIVATE)
    wait_saved(terminal)


def go_to_the_side_job(terminal: Terminal) -> None:
    terminal.press("ctrl+g")
    terminal.wait_for("Go to a question")
    terminal.type("side job")
    terminal.wait_gone("Balance")
    terminal.press("enter")
    terminal.wait_for(re.compile("> Work environment"), "( ) no", "( ) yes")
    terminal.press("right")
    terminal.wait_for("(x) no")
    terminal.press("enter")
    terminal.type(WROTE[1])
    terminal.wait_for(WROTE[1])


def agree(terminal: Terminal) -> None:
    terminal.press("ctrl+n")
    terminal.wait_for("Agreement · Maya Lind · Side job")
    terminal.type(f"{WROTE[2]}\t\t\tfri")
    terminal.press("ctrl+s")
    terminal.wait_for(re.compile("> Work environment"))
    terminal.press("escape", "m")
    terminal.wait_for("Goal for Maya Lind")
    terminal.type(WROTE[3])
    terminal.wait_for("How will you both know that it is reached?")
    terminal.press("ctrl+s")
    terminal.wait_for(re.compile("> Work environment"))


def show_it(terminal: Terminal) -> None:
    terminal.press("f9")
    shown = terminal.wait_for("SHOWING", "Side job", WROTE[1], WROTE[2])
    assert "Maya Lind" not in shown.split("\n")[0]
    seen = [shown]
    while "The year behind · 1 of" not in seen[-1]:
        terminal.press("left")
        terminal.wait_gone(seen[-1].split("\n")[0])
        let_paint(terminal)
        seen.append(terminal.screen())
    assert any(NOTE[:40] in page for page in seen)
    assert not any(PRIVATE in page for page in seen)
    terminal.press("escape")
    terminal.wait_for(re.compile("> Work environment"))


def conclude(terminal: Terminal) -> None:
    terminal.press("ctrl+p")
    terminal.wait_for("Commands")
    terminal.type("conclude")
    terminal.wait_for("Conclude the conversation")
    terminal.press("enter")
    terminal.wait_for("go on talking")
    terminal.press("down", "enter")
    terminal.wait_for("Minutes · Maya Lind")


def export(terminal: Terminal, folder: Path) -> str:
    terminal.press("e")
    terminal.wait_for("Export the minutes", "(x) Markdown")
    terminal.press("right")
    terminal.wait_for("(x) Docusaurus")
    terminal.press("ctrl+s")
    terminal.wait_for("The minutes are in")
    (file,) = folder.glob("*.mdx")
    return file.read_text("utf-8")


def test_last_times_agreements_are_walked_one_by_one(
    open_file: OpenFile, english: Path, tmp_path: Path
) -> None:
    terminal = open_file(english, cols=120, rows=40)
    go_to(terminal, "Jonas Öberg")
    terminal.press("enter")
    terminal.wait_for("Jonas Öberg", "Before the conversation")
    terminal.press("b")
    terminal.wait_for("Begin it now?")
    terminal.press("down", "enter")
    terminal.wait_for("Agreed before", "not said yet")
    terminal.press("x")
    terminal.wait_for("Outcome ·", "(x) no")
    terminal.type("\t\t\t\tNobody had told me")
    terminal.press("ctrl+s")
    terminal.wait_for("Agreed before")
    terminal.wait_gone("not said yet")
    terminal.press("f2")
    terminal.wait_for("Minutes · Jonas Öberg")
    terminal.press("ctrl+end")
    terminal.press("e")
    terminal.wait_for("Export the minutes")
    terminal.press("ctrl+s")
    terminal.wait_for("The minutes are in")
    (file,) = tmp_path.glob("*.md")
    assert "Nobody had told me" in file.read_text("utf-8")
