"""The municipality: the same every time, whole, and just what the services would have left."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime, time
from pathlib import Path

import pytest

from ijtui.data.chain import read_through
from ijtui.domain.conversation import Conversation, Party, State
from ijtui.domain.person import Person
from ijtui.domain.signature import PlanState
from ijtui.domain.unit import UnitKind
from ijtui.services.demo.municipality import fill_municipality
from ijtui.services.demo.municipality_words import read_words
from ijtui.services.desk import Desk, open_desk
from ijtui.services.doctor.file import inside
from ijtui.words import LANGUAGES

TODAY = date(2026, 11, 21)
MORNING = datetime.combine(TODAY, time(9, 30))


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sixty people and three years."""
    path = tmp_path_factory.mktemp("municipality") / "ijtui.db"
    fill_municipality(path, "sv", TODAY, people=60, years=3)
    return path


@pytest.fixture(scope="module")
def desk(file: Path) -> Iterator[Desk]:
    """Open on the morning of the day on which it plays."""
    with closing(open_desk(file, clock=lambda: MORNING)) as opened:
        yield opened


def rows(file: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(file)) as conn:
        return conn.execute(sql).fetchall()


def test_the_same_size_language_and_day_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("first.db", "second.db"):
        fill_municipality(tmp_path / name, "en", TODAY, people=12, years=2)
    assert (tmp_path / "first.db").read_bytes() == (tmp_path / "second.db").read_bytes()


def test_a_year_is_told_of_when_it_is_written(tmp_path: Path) -> None:
    told: list[int] = []
    fill_municipality(tmp_path / "x.db", "sv", TODAY, people=12, years=2, told=told.append)
    assert told == [2025, 2026]


def test_both_languages_say_the_same_things() -> None:
    swedish, english = (read_words(language) for language in sorted(LANGUAGES, reverse=True))
    for part in ("staff", "home_roles", "goals", "points", "milestones", "administrations"):
        assert len(getattr(swedish, part)) == len(getattr(english, part))
    for ours, theirs in zip(swedish.administrations, english.administrations, strict=True):
        assert (ours.share, len(ours.units), len(ours.roles)) == (
            theirs.share,
            len(theirs.units),
            len(theirs.roles),
        )
    assert {kind.value for kind in UnitKind} == set(swedish.milestones[0]) == set(english.milestones[0])


def test_nothing_is_wrong_with_it(file: Path) -> None:
    chain = read_through(file)
    assert chain
    assert chain.is_whole
    assert rows(file, "PRAGMA foreign_key_check") == []
    assert [finding for finding in inside(file) if not finding.ok] == []


def test_as_many_work_there_as_were_asked_for_each_under_a_manager(desk: Desk) -> None:
    working = [person for person in everybody(desk) if not person.has_left(TODAY)]
    assert len(working) == 60
    assert len([person for person in working if person.manager is None]) == 1


def test_the_newest_post_is_what_the_person_says(file: Path) -> None:
    told = rows(
        file,
        "SELECT person.unit, person.manager, person.role, unit.name, post.manager, post.role FROM person"
        " JOIN post ON post.person = person.id AND post.since = (SELECT max(since) FROM post AS other"
        " WHERE other.person = person.id) JOIN unit ON unit.id = post.unit",
    )
    assert told
    assert [row for row in told if row[:3] != row[3:]] == []


def test_nobody_has_two_posts_at_once(file: Path) -> None:
    assert rows(file, "SELECT count(*) > 60 FROM post") == [(1,)]
    twice = "SELECT 1 FROM post AS a JOIN post AS b USING (person) WHERE a.id <> b.id AND a.since <= b.since"
    assert rows(file, f"{twice} AND (a.until IS NULL OR a.until >= b.since)") == []


def test_every_signed_plan_reads_as_it_was_signed_or_was_agreed_anew(desk: Desk) -> None:
    """What both signed is just what the service would give them to sign."""
    found = [
        (talk, desk.signing.standing(talk.manager, talk)) for talk in talks(desk) if talk.state is State.HELD
    ]
    states = [standing.state for _talk, standing in found if standing]
    assert len(states) == len(found) > 100
    assert states.count(PlanState.SIGNED) > 0.7 * len(states)
    others = {PlanState.SIGNED, PlanState.WAITS_FOR_OTHER, PlanState.NOT_SIGNED, PlanState.CHANGED}
    assert set(states) <= others
    anew = rows(desk.store.path, "SELECT count(DISTINCT number) FROM wording")[0][0]
    assert states.count(PlanState.CHANGED) <= 2 * int(str(anew))


def test_every_conversation_opens_for_the_two_with_its_plan_and_its_minutes(desk: Desk) -> None:
    for talk in talks(desk)[::7]:
        for party in Party:
            asker = talk.person(party)
            assert desk.plans.record(asker, talk.id).plan == desk.plans.record(talk.manager, talk.id).plan


def test_goals_and_points_are_told_of_by_the_services(desk: Desk) -> None:
    owner = me(desk)
    led = [person for person in everybody(desk) if person.manager == owner.id]
    assert desk.actions.visible(owner)
    assert all(desk.goals.of_person(owner, person) for person in led if not person.has_left(TODAY))
    assert desk.today.look(owner).due


def test_no_outcome_says_more_than_the_rules_allow(file: Path) -> None:
    never = ("done > evaluated_on", "done < agreed", "evaluated_on < agreed")
    assert rows(file, f"SELECT 1 FROM action WHERE {' OR '.join(never)}") == []
    assert rows(file, "SELECT 1 FROM action WHERE carried_out IS NULL AND evaluated_on IS NOT NULL") == []
    assert rows(file, f"SELECT 1 FROM history WHERE at > '{TODAY}T23'") == []


def test_points_end_in_every_way_there_is(file: Path) -> None:
    told = {row[0] for row in rows(file, "SELECT DISTINCT carried_out FROM action")}
    assert told == {"yes", "partly", "no", None}
    for way in ("done > due", "done <= due", "cancelled", "reported IS NOT NULL", "decided IS NOT NULL"):
        assert rows(file, f"SELECT count(*) > 0 FROM action WHERE {way}") == [(1,)]


def test_what_both_have_signed_binds(file: Path) -> None:
    signed = (
        "SELECT json_extract(item.value, '$.id') FROM signed_plan AS kept"
        ' JOIN json_each(\'["$.actions", "$.earlier"]\') AS part'
        " JOIN json_each(kept.body, part.value) AS item WHERE 2 ="
        " (SELECT count(DISTINCT person) FROM signature WHERE plan = kept.id AND answer = 'signed')"
    )
    wrong = f"SELECT count(*) FROM action WHERE signed <> (id IN ({signed}))"
    assert rows(file, wrong) == [(0,)]
    assert rows(file, "SELECT count(*) > 0 FROM action WHERE NOT signed") == [(1,)]


def test_there_is_a_round_to_follow_and_a_target_to_reach(desk: Desk) -> None:
    owner = me(desk)
    (season,) = desk.rounds.all(owner)
    assert desk.rounds.coverage(owner, season)
    assert desk.figure.target(owner, TODAY.year)


def test_personal_goals_serve_what_serves_the_organisation(file: Path) -> None:
    served = rows(
        file,
        "SELECT count(*) > 10 FROM goal JOIN milestone AS near ON near.id = goal.milestone"
        " JOIN milestone AS far ON far.id = near.serves WHERE far.year = near.year",
    )
    assert served == [(1,)]


def everybody(desk: Desk) -> tuple[Person, ...]:
    return desk.people.all(me(desk))


def me(desk: Desk) -> Person:
    owner = desk.people.me()
    assert owner
    return owner[0]


def talks(desk: Desk) -> list[Conversation]:
    found = {talk.id: talk for person in everybody(desk) for talk in desk.conversations.all(person)}
    return [found[number] for number in sorted(found)]


@pytest.mark.parametrize("today", [date(2027, 1, 4), date(2028, 2, 29), date(2026, 9, 2)])
def test_nothing_happens_after_the_day_on_which_it_plays(tmp_path: Path, today: date) -> None:
    path = tmp_path / "x.db"
    fill_municipality(path, "en", today, people=20, years=2)
    eve = f"{today}T08:00:01"
    assert rows(path, f"SELECT * FROM history WHERE at > '{eve}'") == []
    assert (
        rows(path, "SELECT a.id FROM history AS a JOIN history AS b ON b.id = a.id + 1 WHERE a.at > b.at")
        == []
    )
    assert rows(path, f"SELECT * FROM post WHERE since > '{today}'") == []
    assert rows(path, f"SELECT * FROM conversation WHERE state = 'held' AND starts > '{eve}'") == []
