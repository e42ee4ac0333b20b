"""HR and a manager at a shared file, by keys: a template is written, mended, published, booked, retired."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from ijtui.domain.account import Office
from ijtui.services.desk import open_desk
from tests.builders import a_person, let_in
from tests.journeys.conftest import OpenTerminal
from tests.journeys.example import go_to
from tests.journeys.terminal import Terminal

_DOOR = str(Path(__file__).with_name("door.py"))
_OURS = "your organisation's"


@pytest.fixture
def shared(english: Path) -> Path:
    """The example, where its owner may come in, and Hanna of HR."""
    desk = open_desk(english)
    owner = desk.people.me()
    assert owner is not None
    let_in(desk, owner[0], "karin")
    let_in(desk, desk.people.add(owner[0], a_person("Hanna Hed")), "hanna", Office.HR)
    desk.close()
    return english


def come_in(open_terminal: OpenTerminal, file: Path, login: str) -> Terminal:
    """Come in and go to the conversations."""
    terminal = open_terminal([sys.executable, "-P", _DOOR, str(file), login], cols=80, rows=24)
    terminal.wait_for("1 Today")
    terminal.press("2")
    terminal.wait_for(">2 Conversations")
    return terminal


def test_a_template_of_the_organisation_from_its_first_draft_to_its_end(
    open_terminal: OpenTerminal, shared: Path
) -> None:
    hanna, karin = (come_in(open_terminal, shared, login) for login in ("hanna", "karin"))
    begin(hanna)
    break_and_mend(hanna)
    publish(hanna)
    read_only(karin)
    book(karin)
    retire(hanna)
    karin.press("n")
    karin.wait_for("New conversation", "Development conversation")
    assert _OURS not in karin.screen()


def begin(hanna: Terminal) -> None:
    hanna.press("t")
    hanna.wait_for("Press n to begin one")
    hanna.press("n")
    hanna.wait_for("Begin with a copy of")
    hanna.press("enter")
    hanna.wait_for("New template")
    hanna.press("ctrl+s")
    hanna.wait_for("draft of version 1", "20 questions")


def break_and_mend(hanna: Terminal) -> None:
    """A word that means nothing is told with its line, and a key leads there."""
    hanna.press("ctrl+home", "down", "down", "down", "end")
    hanna.type("x")
    hanna.wait_for("line 4: “enx”", "next problem")
    hanna.press("ctrl+end", "f8", "end", "backspace")
    hanna.wait_for("20 questions", "saved ")


def publish(hanna: Terminal) -> None:
    hanna.press("f9")
    hanna.wait_for("Publish Development conversation, version 1")
    hanna.type("As agreed")
    hanna.press("ctrl+s")
    hanna.wait_for("Your organisation's templates", "Version 1")


def read_only(karin: Terminal) -> None:
    """A manager reads what was published, and can neither change nor retire it."""
    karin.press("t")
    karin.wait_for("Your organisation's templates", "Version 1")
    assert "retire" not in karin.screen()
    karin.press("enter")
    karin.wait_for("Development conversation, version 1", "id: annual")
    karin.type("zzz")
    karin.press("f2")
    karin.wait_for("Before the conversation")
    assert "publish" not in karin.screen()
    karin.press("escape", "escape")
    karin.wait_for("Your organisation's templates")
    karin.press("escape")
    karin.wait_for(">2 Conversations")


def book(karin: Terminal) -> None:
    karin.press("n")
    karin.wait_for("New conversation", f"Development conversation · {_OURS}")
    karin.press("escape")
    karin.wait_for(">2 Conversations")


def retire(hanna: Terminal) -> None:
    hanna.press("x")
    hanna.wait_for("Offer Development conversation no more?")
    go_to(hanna, "retire it")
    hanna.press("enter")
    hanna.wait_for("Version 1", "retired")


def test_a_draft_outlives_a_session_that_is_killed(open_terminal: OpenTerminal, shared: Path) -> None:
    hanna = come_in(open_terminal, shared, "hanna")
    begin(hanna)
    hanna.press("ctrl+end")
    hanna.type("- And what else?")
    hanna.wait_for("21 questions", "saved ")
    hanna.kill()
    again = come_in(open_terminal, shared, "hanna")
    again.press("t")
    again.wait_for("draft")
    again.press("enter")
    again.wait_for("21 questions")
