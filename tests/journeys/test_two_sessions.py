"""Two sessions on the same note: neither overwrites the other, and both texts are shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.journeys.conftest import OpenFile
from tests.journeys.example import earlier, enter_talk, note
from tests.journeys.patience import eventually
from tests.journeys.terminal import Terminal

CLASH = "1  The other text"
ONE, OTHER = "What the first one wrote.", "What the second one wrote."


def write_at_once(first: Terminal, second: Terminal) -> tuple[Terminal, str, Terminal, str]:
    """Write in both before either has saved; return who came late with its text, and who was first."""
    enter_talk(first)
    enter_talk(second)
    first.type(ONE)
    second.type(OTHER)
    eventually(lambda: CLASH in first.screen() or CLASH in second.screen(), "one of them to come late")
    if CLASH in first.screen():
        return first, ONE, second, OTHER
    return second, OTHER, first, ONE


@pytest.mark.parametrize("choice", ["1", "2", "3"], ids=["the other's", "one's own", "both"])
def test_whoever_comes_late_sees_both_texts_and_none_is_lost(
    open_file: OpenFile, english: Path, choice: str
) -> None:
    late, mine, early, theirs = write_at_once(open_file(english), open_file(english))
    late.wait_for(mine, theirs, "keep yours")
    assert note(english) == theirs, "the late one must not have been stored"
    late.press(choice)
    late.wait_gone(CLASH)
    wanted = {"1": theirs, "2": mine, "3": f"{theirs}\n\n{mine}"}[choice]
    eventually(lambda: note(english) == wanted, "what was chosen to be on disk")
    kept = {note(english), *earlier(english)}
    assert mine in kept or mine in wanted
    assert theirs in kept or theirs in wanted
    early.wait_for(wanted.rpartition("\n")[2])


def test_what_another_session_writes_comes_up_by_itself(open_file: OpenFile, english: Path) -> None:
    here, there = enter_talk(open_file(english)), enter_talk(open_file(english))
    there.type("Written elsewhere.")
    here.wait_for("Written elsewhere.")
    here.press("home")
    here.type("And here. ")
    eventually(lambda: note(english) == "And here. Written elsewhere.", "both to be on disk")
    there.wait_for("And here.")
