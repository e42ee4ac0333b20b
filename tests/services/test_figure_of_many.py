"""The figure of a unit is what its members' rows say, for any history, and is told to whom it may be."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ijtui.data.action import Actions
from ijtui.data.person import People
from ijtui.data.post import Posts
from ijtui.data.unit import Units
from ijtui.domain.action import Action, Extent, Outcome, Report, Withdrawal
from ijtui.domain.cause import Cause
from ijtui.domain.figure import Plans
from ijtui.domain.goal import Responsible
from ijtui.domain.person import Part, Person
from ijtui.domain.post import Post
from ijtui.domain.tally import Tally, tally
from ijtui.domain.tally_tree import Branch
from ijtui.domain.unit import Unit, UnitKind
from ijtui.services.desk import Desk
from tests.builders import NOW, a_desk, a_person, an_action

TODAY, YEAR = NOW.date(), NOW.year
DAYS = st.dates(date(2025, 1, 1), date(2026, 12, 31))
PEOPLE = range(2, 8)
"""Numbers of those who work; number 1 has the file and works nowhere."""


@dataclass(frozen=True)
class Talk:
    """A conversation of somebody's, as rows."""

    employee: int
    year: int
    state: str
    agreed: bool
    signers: frozenset[str]


@dataclass(frozen=True)
class History:
    """All that has happened: who worked where, what they agreed, and what they talked about."""

    posts: tuple[Post, ...]
    actions: tuple[Action, ...]
    talks: tuple[Talk, ...]


@st.composite
def posts(draw: st.DrawFn) -> tuple[Post, ...]:
    found: list[Post] = []
    for person in PEOPLE:
        bounds = sorted(draw(st.lists(DAYS, max_size=4, unique=True)))
        for since, until in zip(bounds[::2], [*bounds[1::2], None], strict=False):
            manager = draw(st.sampled_from([leads for leads in (None, 2, 3) if leads != person]))
            found.append(Post(person, draw(st.integers(1, 4)), since, manager, until=until))
    return tuple(found)


OUTCOMES = (
    st.none()
    | st.builds(
        Outcome,
        st.sampled_from(Extent),
        st.just(TODAY),
        done=st.none() | DAYS,
        cause=st.none() | st.sampled_from(Cause),
    )
    | st.just(Outcome(Extent.NO, TODAY, cancelled=True))
)

ACTIONS = st.builds(
    lambda person, due, outcome, report, withdrawal, signed, who: an_action(
        employee=person,
        conversation=None,
        manager=1,
        agreed=date(2025, 1, 1),
        due=due,
        outcome=outcome,
        report=report,
        withdrawal=None if outcome else withdrawal,
        signed=signed,
        responsible=who,
    ),
    st.sampled_from(PEOPLE),
    st.none() | DAYS,
    OUTCOMES,
    st.none() | st.just(Report(TODAY, 2)),
    st.none() | st.just(Withdrawal(TODAY, 2)),
    st.booleans(),
    st.sampled_from(Responsible),
)

TALKS = st.builds(
    Talk,
    st.sampled_from(PEOPLE),
    st.sampled_from([2025, 2026]),
    st.sampled_from(["booked", "held", "cancelled"]),
    st.booleans(),
    st.frozensets(st.sampled_from(["employee", "manager"])),
)

HISTORIES = st.builds(
    History, posts(), st.lists(ACTIONS, max_size=12).map(tuple), st.lists(TALKS, max_size=6).map(tuple)
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A file with four units, one inside the other, and people who work nowhere yet."""
    desk = a_desk(tmp_path_factory.mktemp("many"))
    desk.people.first_run("Hanna Hed", Part.MANAGER)
    store = desk.store
    with store.writing():
        for number in PEOPLE:
            People(store).add(a_person(f"P{number}", unit=""))
        for name, parent in (("Kommunen", None), ("Skolan", 1), ("Ekskolan", 2), ("Kulturen", 1)):
            Units(store).add(Unit(name, UnitKind.UNIT, parent))
    desk.figure.set_floor(Person("", id=1), 1)
    yield desk
    desk.close()


@contextmanager
def happened(desk: Desk, history: History) -> Iterator[None]:
    """Let all of it stand in the file while the block runs."""
    store = desk.store
    store.db.execute("BEGIN")
    for post in history.posts:
        Posts(store).add(post)
    for action in history.actions:
        Actions(store).add(action)
    for number, talk in enumerate(history.talks, 1):
        _put_talk(desk, number, talk)
    yield
    store.db.rollback()


def _put_talk(desk: Desk, number: int, talk: Talk) -> None:
    store, at = desk.store, f"{talk.year}-10-01T09:00:00"
    row = {"id": number, "kind": "annual", "employee": talk.employee, "manager": 1, "starts": at}
    agenda = store.rows("SELECT max(id) AS id FROM template_copy")[0]["id"]
    if agenda is None:
        agenda = store.insert("template_copy", {"hash": "x", "body": "{}"})
    store.insert("conversation", {**row, "minutes": 60, "state": talk.state, "agenda": agenda})
    if talk.agreed:
        goal = {"person": talk.employee, "conversation": number, "kind": "development", "title": "Mål"}
        store.insert("goal", {**goal, "author": 1})
    plan = {"conversation": number, "number": 1, "body": "{}", "hash": str(number), "author": 1, "made": at}
    key = store.insert("signed_plan", plan)
    for party in talk.signers:
        person = talk.employee if party == "employee" else 1
        answer = {"plan": key, "person": person, "answer": "signed", "method": "session", "at": at}
        store.insert("signature", answer)


def post_on(history: History, person: int, day: date) -> Post | None:
    """Say in plain words where somebody works on a day: the newest post, or the year's first one.

    Who never had one, but talks with number 1, is led by that one and in no unit.
    """
    own = sorted(
        (post.since, number, post) for number, post in enumerate(history.posts) if post.person == person
    )
    if not own and any(talk.employee == person and talk.state != "cancelled" for talk in history.talks):
        return Post(person, 0, day, 1)
    begun = [post for since, _number, post in own if since <= day]
    if begun:
        return begun[-1] if begun[-1].covers(day) else None
    return next((post for since, _number, post in own if since.year == day.year), None)


def expected(history: History, year: int, where: Callable[[Post], bool]) -> Tally:
    """Return what the rows of those say who work there."""

    def here(person: int, day: date) -> bool:
        post = post_on(history, person, day)
        return post is not None and where(post)

    members = [person for person in PEOPLE if here(person, date(year, 12, 31))]
    actions = [action for action in history.actions if action.due and here(action.employee, action.due)]
    plans = Plans(
        len(members),
        sum(any(_agreed(talk, person, year) for talk in history.talks) for person in members),
        sum(any(_signed(talk, person, year) for talk in history.talks) for person in members),
    )
    return tally(actions, plans, year, TODAY)


def _of(talk: Talk, person: int, year: int) -> bool:
    return (talk.employee, talk.year) == (person, year) and talk.state != "cancelled"


def _signed(talk: Talk, person: int, year: int) -> bool:
    return _of(talk, person, year) and len(talk.signers) == 2


def _agreed(talk: Talk, person: int, year: int) -> bool:
    return _of(talk, person, year) and (_signed(talk, person, year) or (talk.state == "held" and talk.agreed))


def told(branch: Branch | None) -> Tally:
    return branch.tally if branch and branch.tally else Tally()


@settings(max_examples=60, deadline=None)
@given(HISTORIES, st.sampled_from([2025, 2026]))
def test_the_figure_of_a_unit_is_what_its_members_rows_say(desk: Desk, history: History, year: int) -> None:
    with happened(desk, history):
        found = desk.figure.organisation(Person("", id=1), year)
        tree = Units(desk.store).tree()
    assert told(found) == expected(history, year, lambda _post: True)
    for unit in tree.units:
        inside = tree.within(unit)
        assert told(found.find(f"unit:{unit}")) == expected(history, year, _is_in(inside)), unit


def _is_in(units: frozenset[int]) -> Callable[[Post], bool]:
    return lambda post: post.unit in units


@settings(max_examples=40, deadline=None)
@given(HISTORIES, st.sampled_from(PEOPLE))
def test_everybodys_own_figure_is_counted_by_the_same_rule(desk: Desk, history: History, who: int) -> None:
    with happened(desk, history):
        own = desk.figure.own(Person("", id=who), YEAR)
    mine = [action for action in history.actions if action.employee == who]
    led = expected(history, YEAR, lambda post: post.manager == who)
    assert (own.held, own.plans) == (led.points, led.plans)
    assert own.own == tally(mine, Plans(), YEAR, TODAY).points


@settings(max_examples=20, deadline=None)
@given(HISTORIES)
def test_a_trend_is_each_of_its_years(desk: Desk, history: History) -> None:
    asker = Person("", id=1)
    with happened(desk, history):
        found = desk.figure.trend(asker, "unit:2", [2025, 2026])
        years = [desk.figure.organisation(asker, year).find("unit:2") for year in (2025, 2026)]
    assert [(year.tally, year.why) for year in found] == [
        (branch.tally, branch.why) if branch else (None, None) for branch in years
    ]
