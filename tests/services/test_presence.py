"""Two at the same conversation: each knows where the other is and who writes, and nothing of it is kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from ijtui.domain.conversation import Party
from ijtui.domain.presence import BEAT, PREPARING, STALE
from ijtui.errors import NotFound
from ijtui.services.desk import Desk
from tests.builders import FixedClock, Room, a_desk, a_person, a_room, preparation, private, shared


@dataclass
class Two:
    """Maria and Erik, each with the file open in a session of their own; `n` is the conversation."""

    room: Room
    erik: Desk

    @property
    def maria(self) -> Desk:
        return self.room.desk

    @property
    def clock(self) -> FixedClock:
        return self.room.clock

    @property
    def n(self) -> int:
        return self.room.conversation.id

    def come(self) -> None:
        """Let both be at the first station."""
        self.maria.presence.come(self.room.me, self.n, "year_behind")
        self.erik.presence.come(self.room.employee, self.n, "year_behind")

    def maria_sees(self) -> list[str]:
        """Where Maria sees others."""
        return [other.place for other in self.maria.presence.others(self.room.me)]

    def erik_sees(self) -> list[str]:
        """Where Erik sees others."""
        return [other.place for other in self.erik.presence.others(self.room.employee)]

    def writes(self) -> str:
        """What Erik sees being written."""
        others = self.erik.presence.others(self.room.employee)
        return next((other.writes(self.clock.now) for other in others), "")

    def maria_takes(self, question: str = "results", **how: bool) -> bool:
        return self.maria.presence.take_pen(self.room.me, question, **how)

    def erik_takes(self, question: str = "results", **how: bool) -> bool:
        return self.erik.presence.take_pen(self.room.employee, question, **how)


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Two]:
    room = a_room(tmp_path)
    erik = a_desk(tmp_path, room.clock, new_id=iter(f"erik-{number}" for number in range(99)).__next__)
    yield Two(room, erik)
    erik.close()
    room.desk.close()


def rows(two: Two) -> int:
    return int(two.maria.store.rows("SELECT count(*) AS n FROM presence")[0]["n"])


# Where somebody is


def test_each_sees_where_the_other_is_and_not_oneself(two: Two) -> None:
    two.maria.presence.come(two.room.me, two.n, "year_behind")
    assert two.maria_sees() == []
    two.erik.presence.come(two.room.employee, two.n, PREPARING)
    assert two.maria_sees() == [PREPARING]
    assert two.erik_sees() == ["year_behind"]
    two.erik.presence.come(two.room.employee, two.n, "future")
    assert two.maria_sees() == ["future"]


def test_whoever_is_in_no_conversation_sees_nobody(two: Two) -> None:
    two.erik.presence.come(two.room.employee, two.n, "future")
    assert two.maria_sees() == []


def test_nobody_comes_into_a_conversation_of_two_others(two: Two) -> None:
    third = two.maria.people.add(two.room.me, a_person("Åsa Berg"))
    with pytest.raises(NotFound):
        two.maria.presence.come(third, two.n, "future")
    two.come()
    assert two.maria.presence.others(third) == ()


def test_whoever_leaves_is_gone_at_once_and_leaves_no_trace(two: Two) -> None:
    before = two.maria.store.rows("SELECT count(*) AS n FROM history")
    two.come()
    two.erik.presence.leave(two.room.employee)
    assert two.maria_sees() == []
    two.maria.presence.leave(two.room.me)
    assert rows(two) == 0
    assert two.maria.store.rows("SELECT count(*) AS n FROM history") == before


def test_whoever_closes_the_file_is_gone(two: Two) -> None:
    two.come()
    two.erik.close()
    assert two.maria_sees() == []
    assert rows(two) == 1


def test_another_conversation_is_another_place(two: Two) -> None:
    two.come()
    other = two.room.book()
    two.erik.presence.come(two.room.employee, other.id, "future")
    assert two.maria_sees() == []
    assert rows(two) == 2


def test_a_session_that_was_killed_is_gone_after_a_while(two: Two) -> None:
    two.come()
    two.clock.forward(seconds=STALE.seconds - 1)
    assert two.maria_sees() == ["year_behind"]
    two.clock.forward(seconds=2)
    assert two.maria_sees() == []


def test_a_session_that_does_nothing_stays_where_it_is(two: Two) -> None:
    two.come()
    for _beat in range(6):
        two.clock.forward(seconds=BEAT.seconds)
        two.erik.presence.beat(two.room.employee)
    assert two.maria_sees() == ["year_behind"]


def test_a_sign_of_life_is_rare(two: Two) -> None:
    two.come()
    before = two.maria.changes()
    two.clock.forward(seconds=BEAT.seconds - 1)
    two.erik.presence.beat(two.room.employee)
    assert two.maria.changes() == before
    two.clock.forward(seconds=1)
    two.erik.presence.beat(two.room.employee)
    assert two.maria.changes() != before


def test_a_clock_that_is_put_back_keeps_nobody_alive(two: Two) -> None:
    two.come()
    two.clock.forward(hours=-1)
    assert two.maria_sees() == []


def test_rows_of_killed_sessions_do_not_gather(two: Two) -> None:
    two.come()
    two.clock.forward(days=2)
    two.maria.presence.come(two.room.me, two.n, "future")
    assert rows(two) == 1


# The pen


def test_the_pen_is_with_whoever_writes_first(two: Two) -> None:
    two.come()
    assert two.maria_takes()
    assert two.writes() == "results"
    assert not two.erik_takes()
    assert two.erik_takes("proud"), "another note is free"
    assert two.maria_takes()


def test_after_silence_the_pen_lies_free(two: Two) -> None:
    two.come()
    two.maria_takes()
    two.clock.forward(seconds=4.9)
    assert not two.erik_takes()
    two.clock.forward(seconds=0.2)
    assert two.writes() == ""
    assert two.erik_takes()
    assert not two.maria_takes()


def test_whoever_goes_on_writing_keeps_the_pen(two: Two) -> None:
    two.come()
    for _second in range(12):
        assert two.maria_takes()
        two.clock.forward(seconds=1)
    assert not two.erik_takes()


def test_writing_on_within_a_second_is_not_told_again(two: Two) -> None:
    two.come()
    two.maria_takes()
    before = two.erik.changes()
    two.clock.forward(seconds=0.9)
    assert two.maria_takes()
    assert two.erik.changes() == before


def test_the_pen_can_be_taken_over(two: Two) -> None:
    two.come()
    two.maria_takes()
    assert two.erik_takes(over=True)
    assert two.maria_sees(), "she looks, as a session does before every key that follows"
    assert not two.maria_takes()
    assert two.maria_takes(over=True)


def test_a_sign_of_life_brings_no_pen_back(two: Two) -> None:
    two.come()
    two.maria_takes()
    two.clock.forward(seconds=1)
    two.erik_takes(over=True)
    two.clock.forward(seconds=BEAT.seconds)
    two.maria.presence.beat(two.room.me)
    assert two.writes() == ""


def test_the_pen_is_laid_down_with_the_field_and_with_the_station(two: Two) -> None:
    two.come()
    two.maria_takes()
    two.maria.presence.lay_down_pen(two.room.me)
    assert two.erik_takes()
    two.erik.presence.come(two.room.employee, two.n, "future")
    assert two.maria_takes()


def test_the_pen_of_a_killed_session_lies_free(two: Two) -> None:
    two.come()
    two.maria_takes()
    two.clock.forward(seconds=STALE.seconds + 1)
    two.erik.presence.beat(two.room.employee)
    assert two.erik_takes()


# The pulse


def test_a_pulse_changes_with_what_both_see_and_with_nothing_else(two: Two) -> None:
    def pulse() -> object:
        return two.erik.pulses.of_conversation(two.room.employee, two.n)

    before = pulse()
    two.come()
    two.maria_takes()
    assert pulse() == before
    two.room.write(two.room.me, shared(), "Alla leveranser i tid")
    written = pulse()
    assert written != before
    two.room.write(two.room.me, shared(conversation=two.room.book().id), "I ett annat samtal")
    assert getattr(pulse(), "texts", None) == getattr(written, "texts", ...)


def test_what_is_sealed_does_not_stir_the_others_pulse(two: Two) -> None:
    before = two.maria.pulses.of_conversation(two.room.me, two.n)
    two.room.write(two.room.employee, preparation(Party.EMPLOYEE), "sealed")
    two.room.write(two.room.employee, private(Party.EMPLOYEE), "for himself")
    assert two.maria.pulses.of_conversation(two.room.me, two.n) == before
    two.erik.texts.open_preparation(two.room.employee, two.room.conversation)
    assert two.maria.pulses.of_conversation(two.room.me, two.n) != before


def test_a_conversation_of_two_others_has_no_pulse(two: Two) -> None:
    third = two.maria.people.add(two.room.me, a_person("Åsa Berg"))
    before = two.maria.pulses.of_conversation(third, two.n)
    two.room.write(two.room.me, shared(), "Alla leveranser i tid")
    assert two.maria.pulses.of_conversation(third, two.n) == before
