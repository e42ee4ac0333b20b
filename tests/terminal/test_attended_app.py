"""A session that nobody is at hides what it shows, and later ends."""

from __future__ import annotations

import pytest

from ijtui.hosting import Hosting
from ijtui.terminal.attended_app import Silence


class Watched:
    """A silence whose clock is moved by hand, and what came of it."""

    def __init__(self) -> None:
        self.minutes = 0.0
        self.done: list[str] = []
        hosting = Hosting(blank_after=15, leave_after=60)
        self.silence = Silence(
            hosting, lambda: self.done.append("blank"), lambda: self.done.append("leave"), self._seconds
        )

    def _seconds(self) -> float:
        return self.minutes * 60

    def after(self, minutes: float) -> list[str]:
        self.minutes += minutes
        self.silence.look()
        return self.done


@pytest.fixture
def watched() -> Watched:
    return Watched()


def test_the_screen_goes_blank_once(watched: Watched) -> None:
    assert watched.after(14.9) == []
    assert watched.after(0.2) == ["blank"]
    assert watched.after(30) == ["blank"]


def test_the_session_ends_and_goes_on_trying_while_it_can_not(watched: Watched) -> None:
    watched.after(20)
    assert watched.after(41) == ["blank", "leave"]
    assert watched.after(1) == ["blank", "leave", "leave"]


def test_every_key_begins_anew(watched: Watched) -> None:
    watched.after(59)
    watched.silence.end()
    assert watched.after(14) == ["blank"]
    assert watched.after(2) == ["blank", "blank"]
