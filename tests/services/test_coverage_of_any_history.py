"""Whatever has happened, everybody in a round is at the one stage that the slow way of looking finds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ijtui.domain.agenda import Kind
from ijtui.domain.conversation import State
from ijtui.domain.coverage import Tally
from ijtui.domain.person import Person
from ijtui.domain.round import Round
from ijtui.domain.stage import Stage
from tests.services.rounds import FIRST, LAST, Line, a_line, a_round

NEXT = date(2027, 3, 1)
LATER = 1000
"""Number of a conversation of another kind, where points were decided on."""


@dataclass(frozen=True)
class Talk:
    """One conversation of somebody's.

    Attributes:
        who: which of the people.
        opened: how many of the two have opened what they prepared.
        signed: of each version of the plan, by how many.
        points: of each how it is answered: "" for not, "outcome", or where it was decided: "here", "later".
    """

    who: int
    day: date | None
    kind: Kind
    state: State
    opened: int
    signed: tuple[int, ...]
    points: tuple[str, ...]

    def stage(self) -> Stage:
        """Return how far it has come."""
        if self.state is not State.HELD:
            return Stage.PREPARED if self.opened == 2 else Stage.BOOKED
        if not self.signed or self.signed[-1] < 2:
            return Stage.HELD
        done = self.points and all(point in ("outcome", "later") for point in self.points)
        return Stage.FOLLOWED_UP if done else Stage.SIGNED

    def counts(self, this: Round, next_first: date | None) -> bool:
        """Whether it counts for a round."""
        if self.kind is not this.kind or self.state is State.CANCELLED:
            return False
        if self.day is None:
            return this.is_open
        end = min(this.first.replace(year=this.first.year + 1), next_first or date.max)
        return this.first <= self.day < end


DAYS = st.none() | st.integers(-40, 420).map(lambda days: FIRST + timedelta(days=days))
TALKS = st.lists(
    st.builds(
        Talk,
        st.integers(0, 3),
        DAYS,
        st.sampled_from([Kind.ANNUAL, Kind.ANNUAL, Kind.QUARTERLY]),
        st.sampled_from([State.HELD, State.HELD, *State]),
        st.integers(0, 2),
        st.lists(st.integers(0, 2), max_size=2).map(tuple),
        st.lists(st.sampled_from(["", "outcome", "here", "later"]), max_size=2).map(tuple),
    ),
    max_size=8,
)
TABLES = ("signature", "signed_plan", "action", "opened", "conversation", "round_member", "round")


@pytest.fixture(scope="module")
def line(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Line]:
    folder: Path = tmp_path_factory.mktemp("line")
    folder.chmod(0o700)
    line = a_line(folder)
    for table in ("signed_plan", "signature"):
        line.desk.store.db.execute(f"DROP TRIGGER {table}_no_delete")
    yield line
    line.desk.close()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(talks=TALKS, in_next=st.sets(st.integers(0, 3)), closed=st.booleans())
def test_everybody_is_at_exactly_one_stage_and_all_are_counted(
    line: Line, talks: list[Talk], in_next: set[int], closed: bool
) -> None:
    people, rounds = line.people[:4], line.desk.rounds
    _clean(line)
    this = rounds.add(line.me, a_round())
    later = rounds.add(line.me, a_round(first=NEXT, last=NEXT))
    rounds.take_out(line.me, later, *(one for number, one in enumerate(people) if number not in in_next))
    _store(line, people, talks)
    this = rounds.close(line.me, this) if closed else this
    for number, person in enumerate(people):
        mine = [talk for talk in talks if talk.who == number]
        bound = NEXT if number in in_next else None
        stages = [talk.stage() for talk in mine if talk.counts(this, bound)]
        assert line.stage(this, person) is max(stages, default=Stage.NOT_BOOKED)
    _sums(line, this)


def _sums(line: Line, this: Round) -> None:
    """What each counts adds up to everybody in the round."""
    everybody = len(line.desk.rounds.members(line.me, this))
    seen = line.desk.rounds.coverage(line.me, this)
    assert seen.total is not None
    assert seen.total.tally is not None
    assert seen.total.tally.people == everybody
    of_managers = [group.tally for branch in seen.branches for group in branch.managers if group.tally]
    assert sum(of_managers, Tally()) == seen.total.tally
    led = [line.desk.rounds.coverage(boss, this).tally for boss in (line.me, line.head, *line.managers)]
    assert sum(led, Tally()) == seen.total.tally


def _clean(line: Line) -> None:
    with line.desk.store.writing():
        for table in TABLES:
            line.desk.store.db.execute(f"DELETE FROM {table}")


def _store(line: Line, people: list[Person], talks: list[Talk]) -> None:
    with line.desk.store.writing():
        other = {"id": LATER, "kind": Kind.ONBOARDING, "employee": people[0].id, "manager": people[0].manager}
        line.desk.store.insert("conversation", {**other, "minutes": 60, "state": State.BOOKED})
        for number, talk in enumerate(talks, 1):
            _store_one(line, people[talk.who], talk, number)


def _store_one(line: Line, person: Person, talk: Talk, number: int) -> None:
    store, two = line.desk.store, (person.id, person.manager)
    day = talk.day.isoformat() if talk.day else None
    starts = f"{day}T09:00:00" if day else None
    row = {"id": number, "kind": talk.kind, "employee": two[0], "manager": two[1], "starts": starts,
           "minutes": 60, "state": talk.state}  # fmt: skip
    store.insert("conversation", row)
    for party in ("employee", "manager")[: talk.opened]:
        store.insert("opened", {"conversation": number, "party": party, "at": "2026"})
    for version, signed in enumerate(talk.signed, 1):
        plan = {"conversation": number, "number": version, "body": "{}", "hash": f"{number}:{version}",
                "author": two[1], "made": "2026"}  # fmt: skip
        made = store.insert("signed_plan", plan)
        for signer in two[:signed]:
            answer = {"plan": made, "person": signer, "answer": "signed", "method": "session", "at": "2026"}
            store.insert("signature", answer)
    for point in talk.points:
        row = {"employee": two[0], "manager": two[1], "conversation": number, "agreed": "2026", "what": "x",
               "responsible": "employee", "carried_out": "yes" if point == "outcome" else None,
               "decided": {"here": number, "later": LATER}.get(point)}  # fmt: skip
        store.insert("action", row)


def test_the_season_that_is_tried_is_shorter_than_what_counts() -> None:
    assert FIRST < LAST < NEXT < FIRST.replace(year=FIRST.year + 1)
