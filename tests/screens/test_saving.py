"""From a keystroke to the disk: when it is saved, and what happens when it can't be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from ijtui.errors import Conflict, IjtuiError, StorageFailed
from ijtui.screens.saving import AGAIN, LONGEST, QUIET, Mark, Saving
from tests.builders import NOW, FixedClock

FULL = StorageFailed("The disk that holds {file} is full.", file="ijtui.db")


@dataclass
class Timer:
    """Something that is called at a moment, unless it was stopped."""

    moment: float
    ring: Callable[[], None]
    stopped: bool = False

    def stop(self) -> None:
        self.stopped = True


class Notebook:
    """A text that is typed into, a disk that may refuse it, and a time that passes when told to."""

    def __init__(self) -> None:
        self.time = 100.0
        self.clock = FixedClock()
        self.timers: list[Timer] = []
        self.told: list[Mark] = []
        self.typed: dict[str, str] = {}
        self.disk: dict[str, str] = {}
        self.refuses: dict[str, IjtuiError] = {}
        self.saving = Saving(self.clock, self._set_timer, self.told.append, lambda: self.time)

    def _set_timer(self, delay: float, callback: Callable[[], None]) -> Timer:
        self.timers.append(Timer(self.time + delay, callback))
        return self.timers[-1]

    def write(self, text: str, name: str = "note") -> None:
        self.typed[name] = self.typed.get(name, "") + text
        self.saving.touch(name, lambda: self._save(name))

    def _save(self, name: str) -> None:
        if name in self.refuses:
            raise self.refuses[name]
        self.disk[name] = self.typed[name]

    def wait(self, seconds: float) -> None:
        """Let time pass, ringing every timer at its moment."""
        end = self.time + seconds
        while due := [timer for timer in self.timers if not timer.stopped and timer.moment <= end]:
            timer = min(due, key=lambda one: one.moment)
            self.timers.remove(timer)
            self.time = max(self.time, timer.moment)
            timer.ring()
        self.time = end

    @property
    def mark(self) -> Mark:
        return self.saving.mark


@pytest.fixture
def notebook() -> Notebook:
    return Notebook()


def test_a_quiet_moment_saves_and_the_mark_has_the_time(notebook: Notebook) -> None:
    notebook.write("Hej")
    assert notebook.mark == Mark(None, waiting=True)
    notebook.wait(QUIET - 0.02)
    assert notebook.disk == {}
    notebook.wait(0.04)
    assert notebook.disk == {"note": "Hej"}
    assert notebook.mark == Mark(NOW)


def test_busy_keys_are_saved_less_than_a_second_after_the_first(notebook: Notebook) -> None:
    for key in "En lång mening utan paus":
        notebook.write(key)
        notebook.wait(0.1)
        if notebook.disk:
            break
    assert notebook.time - 100.0 <= LONGEST + 0.1 < 1.05
    assert notebook.disk["note"] == notebook.typed["note"]


def test_every_second_of_busy_keys_is_saved_not_only_the_first(notebook: Notebook) -> None:
    for _ in range(50):
        notebook.write("x")
        notebook.wait(0.1)
        behind = len(notebook.typed["note"]) - len(notebook.disk.get("note", ""))
        assert behind <= 10, "more than a second of keys is in memory only"


def test_a_failed_save_says_why_and_is_tried_again_until_it_works(notebook: Notebook) -> None:
    notebook.refuses["note"] = FULL
    notebook.write("Hej")
    notebook.wait(QUIET)
    assert notebook.mark == Mark(None, waiting=True, failure=FULL)
    notebook.wait(3 * AGAIN)
    assert notebook.disk == {}
    notebook.refuses.clear()
    notebook.wait(AGAIN)
    assert notebook.disk == {"note": "Hej"}
    assert notebook.mark == Mark(NOW)


def test_the_same_failure_is_told_once(notebook: Notebook) -> None:
    notebook.refuses["note"] = FULL
    notebook.write("Hej")
    notebook.wait(QUIET)
    told = len(notebook.told)
    notebook.refuses["note"] = StorageFailed(FULL.message, **FULL.values)
    notebook.wait(5 * AGAIN)
    assert len(notebook.told) == told, "a repaint every second for nothing"


def test_one_thing_that_fails_does_not_hold_up_the_others(notebook: Notebook) -> None:
    notebook.refuses["note"] = FULL
    notebook.write("Hej")
    notebook.wait(QUIET)
    notebook.write("Ett mål", "goal")
    notebook.wait(QUIET + 0.02)
    assert notebook.disk == {"goal": "Ett mål"}
    assert notebook.mark.failure is FULL


def test_what_another_session_changed_is_not_tried_again_by_itself(notebook: Notebook) -> None:
    notebook.refuses["note"] = Conflict("Two texts.")
    notebook.write("Hej")
    notebook.wait(QUIET)
    assert notebook.mark.waiting
    assert isinstance(notebook.mark.failure, Conflict)
    assert [timer for timer in notebook.timers if not timer.stopped] == []


def test_a_full_disk_is_tried_again_beside_a_text_that_waits_for_a_decision(notebook: Notebook) -> None:
    notebook.refuses |= {"note": Conflict("Two texts."), "goal": FULL}
    notebook.write("Hej")
    notebook.write("Ett mål", "goal")
    notebook.wait(QUIET)
    del notebook.refuses["goal"]
    notebook.wait(AGAIN)
    assert notebook.disk == {"goal": "Ett mål"}


def test_leaving_saves_at_once_and_tells_whether_all_is_on_disk(notebook: Notebook) -> None:
    assert notebook.saving.flush()
    notebook.write("Hej")
    assert notebook.saving.flush()
    assert notebook.disk == {"note": "Hej"}
    notebook.refuses["note"] = FULL
    notebook.write(" igen")
    assert not notebook.saving.flush()
    assert notebook.disk == {"note": "Hej"}


def test_a_rescue_also_saves_what_stands_on_a_page_that_nobody_has_told_of(notebook: Notebook) -> None:
    class Page:
        def gather(self) -> None:
            notebook.write("Just skrivet")

    page = Page()
    notebook.saving.watch(page)
    assert notebook.saving.flush()
    assert notebook.disk == {}
    assert notebook.saving.rescue()
    assert notebook.disk == {"note": "Just skrivet"}


def test_nothing_is_written_when_nothing_was_typed(notebook: Notebook) -> None:
    notebook.write("Hej")
    notebook.wait(QUIET)
    notebook.disk.clear()
    notebook.clock.forward(minutes=5)
    notebook.wait(10)
    assert notebook.saving.flush()
    assert notebook.disk == {}
    assert notebook.mark == Mark(NOW), "the mark tells when something was saved, not when one looked"


def test_a_thing_that_is_no_longer_wanted_is_not_saved_and_nothing_waits_for_it(notebook: Notebook) -> None:
    notebook.write("Hej")
    notebook.saving.forget("note")
    assert notebook.mark == Mark()
    notebook.wait(10)
    assert notebook.disk == {}
