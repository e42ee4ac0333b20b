"""When nobody does anything, nothing is sent: a slow line and a sleeping laptop are left alone."""

from __future__ import annotations

from pathlib import Path

from tests.journeys.conftest import OpenFile
from tests.journeys.example import enter_talk
from tests.journeys.patience import eventually, watched

SILENCE = 5.0
"""Seconds."""


def test_five_idle_seconds_send_no_byte(open_file: OpenFile, english: Path) -> None:
    today, talk = open_file(english), enter_talk(open_file(english))
    today.wait_for("Next conversations")

    def sent() -> tuple[int, int]:
        return len(today.raw), len(talk.raw)

    eventually(lambda: len(watched(1.0, sent)) == 1, "the screens to be painted")
    assert len(watched(SILENCE, sent)) == 1
