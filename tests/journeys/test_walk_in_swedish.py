"""A manager on a fresh machine, in Swedish on 80×24, by keyboard alone: from nothing to minutes."""

from __future__ import annotations

import re
import stat
import subprocess
from datetime import date
from pathlib import Path

import pytest

from ijtui.words import in_language
from tests.journeys.conftest import OpenTerminal
from tests.journeys.example import PROGRAM, go_to, wait_saved
from tests.journeys.surroundings import surroundings
from tests.journeys.terminal import Terminal

say = in_language("sv")
"""Sentences and labels as the catalogue has them; the words of the field stand here as they are."""

WROTE = [
    "Vi gick igenom året i lugn och ro.",
    "Registret är i drift. Du levererade",
    "Belastningen är hög på söndagarna.",
    "Tak på två introduktioner i veckan",
    "Leda ett delprojekt från start till mål",
    "Det är utvärderat med beställaren",
    "Handledning varannan vecka",
    "Boka handledning hos Omar",
]
"""What is typed on the way and has to stand in the minutes."""

BOTH_SEE = say("both of you see this")
PREPARED = "Bara jag ser det här förrän jag öppnar det."


@pytest.fixture
def terminal(open_terminal: OpenTerminal) -> Terminal:
    """The program as it starts for the first time."""
    return open_terminal(PROGRAM, language="sv")


def test_a_first_conversation_from_an_empty_machine_to_minutes(terminal: Terminal, tmp_path: Path) -> None:
    introduce_oneself(terminal)
    add_a_person(terminal)
    book(terminal)
    prepare(terminal)
    look_back(terminal)
    talk_about_work(terminal)
    look_ahead(terminal)
    write_the_plan(terminal)
    conclude(terminal)
    minutes = export(terminal, tmp_path)
    assert [text for text in WROTE if text not in minutes] == []
    assert PREPARED not in minutes, "a sealed preparation must not leave"
    assert "Det som varit svårt" in minutes, "the parked question is named"
    terminal.press("escape", "ctrl+q")
    assert terminal.exit_code() == 0
    assert command_line("minutes", "1", home=tmp_path) == minutes


def introduce_oneself(terminal: Terminal) -> None:
    terminal.wait_for(say("Welcome to ijtui"), "(x) Svenska")
    terminal.press("tab")
    terminal.type("Karin Öst\n")
    terminal.wait_for(f"(x) {say('both')}")
    terminal.press("left", "left")
    terminal.wait_for("(x) chef")
    terminal.press("enter")
    terminal.wait_for("Nästa samtal", "Klart senast", "Väntar på dig")


def add_a_person(terminal: Terminal) -> None:
    terminal.press("3")
    terminal.wait_for(">3 Medarbetare")
    terminal.press("n")
    terminal.wait_for(say("New person"), say("Role"))
    terminal.type("Åsa Berg\tutvecklare\tDigital utveckling")
    terminal.press("ctrl+s")
    terminal.wait_for(">3 Medarbetare", re.compile("Åsa Berg +utvecklare +Digital utveckling"))


def book(terminal: Terminal) -> None:
    go_to(terminal, "Åsa Berg", "up")
    terminal.press("b")
    terminal.wait_for(say("New conversation"), "Åsa Berg · utvecklare")
    terminal.press("tab")
    terminal.type("idag\t13:30\tEkrummet")
    terminal.wait_for(re.compile(rf"{date.today()} \(\w\w v\. \d+\)"), "Ekrummet")  # noqa: DTZ011 - the app shows the day it is
    terminal.press("ctrl+s")
    terminal.wait_for("Åsa Berg", "13:30", "Ekrummet", say("Before the conversation"))


def prepare(terminal: Terminal) -> None:
    terminal.press("space")
    terminal.wait_for("(x) ")
    terminal.press("tab", "tab")
    terminal.wait_for(say("only you see this until you open it"))
    terminal.type(PREPARED)
    terminal.wait_for(PREPARED)
    wait_saved(terminal)
    terminal.press("escape", "b")
    terminal.wait_for(re.compile("> Året som gått .*Arbetsmiljö.*Framtiden.*Plan"), BOTH_SEE)


def look_back(terminal: Terminal) -> None:
    terminal.type(WROTE[0])
    terminal.press("tab")
    terminal.type("Registret är i drift. ")
    terminal.press("ctrl+t")
    terminal.wait_for(say("Templates"))
    terminal.type("bra utvecklare")
    terminal.press("enter")
    terminal.wait_for(WROTE[1], "‹vad›")
    terminal.type("integrationen")
    terminal.press("tab")
    terminal.type("handläggarna slipper vänta")
    terminal.wait_for("levererade integrationen", "slipper vänta")
    terminal.press("escape", "tab", "f7")
    terminal.wait_for(say("parked"))
    terminal.press("escape", "2")


def talk_about_work(terminal: Terminal) -> None:
    terminal.wait_for(re.compile("> Arbetsmiljö"), BOTH_SEE)
    terminal.type(WROTE[2])
    terminal.press("f8", "f8", "f8")
    terminal.wait_for(WROTE[2], "risk", "F6")
    terminal.press("f6")
    terminal.wait_for(f"{say('Agreement')} · Åsa Berg · ")
    terminal.type(f"{WROTE[3]}\t\t\t+30")
    terminal.press("ctrl+s")
    terminal.wait_for(re.compile("> Arbetsmiljö"))
    terminal.press("escape", "3")


def look_ahead(terminal: Terminal) -> None:
    terminal.wait_for(re.compile("> Framtiden"), BOTH_SEE)
    terminal.press("ctrl+n")
    terminal.wait_for(say("Goal for {name}", name="Åsa Berg"))
    terminal.type(f"{WROTE[4]}\t\t{WROTE[5]}\t2027-06-30\t\t{WROTE[6]}")
    terminal.wait_for(WROTE[4], "2027-06-30 (on v. 26)", WROTE[6])
    terminal.press("ctrl+s")
    terminal.wait_for(re.compile("> Framtiden"), re.compile("U1 +Leda ett delprojekt"))
    terminal.press("escape", "4")


def write_the_plan(terminal: Terminal) -> None:
    terminal.wait_for("Plan · Åsa Berg", "U1", WROTE[3], say("Before you sign"))
    terminal.press("n")
    terminal.wait_for(f"{say('Agreement')} · Åsa Berg")
    terminal.type(f"{WROTE[7]}\t")
    terminal.press("right")
    terminal.wait_for("(x) Karin")
    terminal.type("\t\tfre")
    terminal.press("ctrl+s")
    terminal.wait_for("Plan · Åsa Berg", re.compile(f"{WROTE[7]} +du +fr "))
    go_to(terminal, WROTE[3])
    terminal.press("u")
    terminal.wait_for(say("Outcome · {what}", what=WROTE[3]), "( ) ja")
    terminal.press("right")
    terminal.wait_for("(x) ja")
    terminal.type("\t\tAlla känner till taket.")
    terminal.press("ctrl+s")
    terminal.wait_for("Plan · Åsa Berg", re.compile(f"{WROTE[3]}.* ja\\b"))


def conclude(terminal: Terminal) -> None:
    terminal.press("c")
    terminal.wait_for(say("go on talking"))
    terminal.press("down", "enter")
    terminal.wait_for("Samtalsanteckningar · Åsa Berg", "# Utvecklingssamtal: Åsa Berg")


def export(terminal: Terminal, folder: Path) -> str:
    terminal.press("e")
    terminal.wait_for("(x) Markdown")
    terminal.press("ctrl+s")
    terminal.wait_for(say("The minutes are in {file}", file="").strip())
    (file,) = folder.glob("*.md")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    return file.read_text("utf-8")


def command_line(*arguments: str, home: Path) -> str:
    """Return what the program says on the command line of the same person."""
    return subprocess.run(
        [*PROGRAM, *arguments], env=surroundings(home, "sv"), capture_output=True, text=True, check=True
    ).stdout
