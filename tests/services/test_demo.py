"""The example: complete in both languages, the same every time, with something of everything to see."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ijtui.domain.action import Extent
from ijtui.domain.agenda import Kind
from ijtui.domain.conversation import Conversation, Mark, Party, State
from ijtui.domain.goal import Result
from ijtui.domain.person import Person
from ijtui.domain.plan import PlanLack
from ijtui.domain.today import Wait
from ijtui.errors import BadInput, StorageFailed
from ijtui.services.demo import fill
from ijtui.services.demo.days import Hands
from ijtui.services.demo.event import Advanced, End, Look, Said, Thanks, Training, Written
from ijtui.services.demo.script import Script, read_script
from ijtui.services.demo.story import EMPLOYEES, MANAGER, STORY
from ijtui.services.demo.year_story import EVENTS, RATINGS, SCENES, TARGETS
from ijtui.services.desk import Desk, open_desk
from ijtui.words import LANGUAGES

ALL = (*STORY, *SCENES)

TODAY = date(2026, 11, 21)
MORNING = datetime.combine(TODAY, time(9, 30))


@pytest.fixture(scope="module", params=sorted(LANGUAGES))
def desk(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The example in each language, open on the morning of the day on which it plays."""
    file = tmp_path_factory.mktemp("example") / "ijtui.db"
    fill(file, request.param, TODAY)
    opened = open_desk(file, clock=lambda: MORNING)
    yield opened
    opened.close()


@pytest.fixture
def karin(desk: Desk) -> Person:
    """The owner of the file."""
    owner = desk.people.me()
    assert owner
    return owner[0]


def conversation(desk: Desk, karin: Person, key: str) -> Conversation:
    number = [scene.key for scene in ALL].index(key) + 1
    return desk.conversations.get(karin, number)


def leaves(table: Mapping[str, object], path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    for name, value in table.items():
        if isinstance(value, Mapping):
            yield from leaves(value, (*path, name))
        else:
            yield (*path, name), str(value)


def texts(script: Script) -> dict[tuple[str, ...], str]:
    parts = {name: getattr(script, name) for name in Script.__slots__ if name != "language"}
    return dict(leaves(parts))


def test_both_languages_say_the_same_things_in_their_own_words() -> None:
    swedish, english = texts(read_script("sv")), texts(read_script("en"))
    assert list(swedish) == list(english)
    assert [key for key in swedish if bool(swedish[key]) != bool(english[key])] == []
    same = [key for key in swedish if swedish[key] == english[key] != "" and " " in swedish[key]]
    assert {key[-1] for key in same} == {"name"}


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_amounts_and_people_are_written_as_everywhere_else(language: str) -> None:
    said = " ".join(texts(read_script(language)).values())
    assert " man " not in said
    assert "5 000 kr" in said
    assert "5,000" not in said


def keys(kind: type, name: str = "key") -> set[str]:
    return {getattr(event, name) for event in EVENTS if isinstance(event, kind)} - {""}


def test_every_text_has_its_place_in_the_story() -> None:
    script = read_script("sv")
    assert set(script.people) == {MANAGER, *EMPLOYEES}
    assert set(script.places) == {scene.place for scene in ALL}
    assert sorted(script.conversations) == sorted(scene.key for scene in ALL)
    assert set(script.goals) == {aim.key for scene in ALL for aim in scene.aims}
    assert set(script.actions) == {promise.key for scene in ALL for promise in scene.promises}
    assert set(script.feedback) == {key for scene in ALL for key in scene.feedback} | keys(Said)
    assert set(script.milestones) == {target.key for target in TARGETS}
    assert set(script.reasons) == {rated.differ for rated in RATINGS} - {""}


@pytest.mark.parametrize(
    ("part", "kind", "name"),
    [
        ("check_ins", Look, "key"),
        ("journal", Written, "key"),
        ("recognition", Thanks, "key"),
        ("training", Training, "key"),
        ("advancement", Advanced, "key"),
    ],
)
def test_everything_between_conversations_is_said_once(part: str, kind: type, name: str) -> None:
    assert set(getattr(read_script("sv"), part)) == keys(kind, name)


def test_a_goal_that_was_not_reached_has_its_cause() -> None:
    short = {end.goal for end in EVENTS if isinstance(end, End) and end.result is not Result.REACHED}
    assert set(read_script("sv").shortfalls) == short != set()


def test_every_text_answers_a_question_of_its_agenda(desk: Desk, karin: Person) -> None:
    script = read_script("sv")
    for scene in ALL:
        agenda = conversation(desk, karin, scene.key).agenda
        asked = {question.id for question in agenda.questions()}
        said = {question for part in script.conversations[scene.key].values() for question in part}
        named = {*scene.marks, *scene.choices, *scene.parked, *scene.talked}
        named |= {promise.question for promise in scene.promises} - {""}
        assert (said | named) - asked == set(), scene.key


def test_the_file_belongs_to_the_manager_of_four(desk: Desk, karin: Person) -> None:
    others = [person for person in desk.people.all(karin) if person.id != karin.id]
    assert len(others) == 4
    assert {person.manager for person in others} == {karin.id}
    assert len({person.role for person in others}) == 3


def test_it_reaches_over_two_years_and_each_state_can_be_seen(desk: Desk, karin: Person) -> None:
    found = desk.conversations.all(karin)
    days = [item.starts.date() for item in found if item.starts]
    assert (min(days), max(days)) == (date(2024, 11, 15), date(2026, 12, 15))
    assert {item.state for item in found} == {State.BOOKED, State.ONGOING, State.HELD}
    for person in desk.people.all(karin)[1:]:
        assert len(desk.people.conversations(karin, person)) >= 2


def test_the_next_conversation_is_wholly_prepared_by_both(desk: Desk, karin: Person) -> None:
    soon = conversation(desk, karin, "asa-now")
    prepared = desk.today.prepared(karin, [soon])[0].prepared
    assert soon.starts == datetime(2026, 11, 23, 9)
    assert [(done.answered, done.asked) for done in prepared.values()] == [(21, 21), (21, 21)]
    assert prepared[Party.MANAGER].opened


def test_one_is_under_way_in_its_second_station(desk: Desk, karin: Person) -> None:
    now = conversation(desk, karin, "omar-now")
    first, second, third, _fourth = now.agenda.stations
    assert now.state is State.ONGOING
    assert now.is_done(first)
    assert not now.is_done(second)
    assert not any(now.progress_of(question).done for question in third.questions)
    assert now.progress["side-job"].choice == "no"
    assert [question.id for question in now.parked()] == ["difficulties"]
    assert Mark.RISK in {progress.mark for progress in now.progress.values()}


def test_the_start_screen_has_something_of_everything(desk: Desk, karin: Person) -> None:
    today = desk.today.look(karin)
    assert {waiting.why for waiting in today.waiting} >= {Wait.CONCLUDE, Wait.OVERDUE}
    overdue = [due.action for due in today.due if due.action.is_overdue(TODAY)]
    assert 1 <= len(overdue) <= 3
    assert len(today.due) > len(overdue)


def test_earlier_promises_have_every_kind_of_outcome(desk: Desk, karin: Person) -> None:
    followed_up = desk.actions.to_follow_up(karin, conversation(desk, karin, "asa-last"))
    said = [action.outcome for action in followed_up if action.outcome]
    assert {outcome.carried_out for outcome in said} == set(Extent)
    assert all(outcome.reason for outcome in said if outcome.carried_out is not Extent.YES)
    open_ones = desk.actions.to_follow_up(karin, conversation(desk, karin, "asa-now"))
    assert {action.is_open for action in open_ones} == {True, False}


def test_the_plan_says_what_is_missing(desk: Desk, karin: Person) -> None:
    lacks = {lack.what for lack in desk.plans.of(karin, conversation(desk, karin, "omar-now")).lacks()}
    assert lacks == {PlanLack.GOAL, PlanLack.ACTION_WITHOUT_DUE, PlanLack.PARKED}


def test_the_first_conversation_has_rich_minutes(desk: Desk, karin: Person) -> None:
    record = desk.plans.record(karin, 1)
    assert record.conversation.state is State.HELD
    assert len(record.notes) >= 18
    assert (len(record.plan.goals), len(record.plan.actions), len(record.plan.parked)) == (2, 4, 1)


def test_feedback_goes_both_ways_and_about_the_process(desk: Desk, karin: Person) -> None:
    given = [
        feedback
        for scene in ALL
        for feedback in desk.feedback.of(karin, conversation(desk, karin, scene.key))
    ]
    assert {feedback.receiver is None for feedback in given} == {True, False}
    assert {feedback.giver == karin.id for feedback in given} == {True, False}
    assert all(feedback.opened for feedback in given)


def rows(file: Path) -> list[str]:
    with closing(sqlite3.connect(file)) as conn:
        return [line for line in conn.iterdump() if "_sqlite_migrations" not in line]


def test_the_same_day_gives_the_same_rows_and_another_day_others(tmp_path: Path) -> None:
    for name, day in (("a.db", TODAY), ("b.db", TODAY), ("c.db", TODAY + timedelta(days=7))):
        fill(tmp_path / name, "sv", day)
    assert rows(tmp_path / "a.db") == rows(tmp_path / "b.db")
    assert rows(tmp_path / "a.db") != rows(tmp_path / "c.db")


@given(today=st.dates(date(2020, 1, 1), date(2040, 1, 1)), days=st.integers(-900, 900))
def test_every_day_of_the_example_is_a_working_day_and_near(today: date, days: int) -> None:
    day = Hands(today).day(days)
    assert day.weekday() < 5
    assert abs((day - today).days - days) <= 2
    if days:
        assert (day > today) == (days > 0)


def test_what_is_there_is_not_touched(tmp_path: Path) -> None:
    file = tmp_path / "mine.db"
    file.write_bytes(b"mine")
    with pytest.raises(BadInput, match="exists already"):
        fill(file, "sv", TODAY)
    assert file.read_bytes() == b"mine"


def test_what_fails_half_way_leaves_nothing_behind(tmp_path: Path) -> None:
    folder = tmp_path / "shared"
    folder.mkdir()
    folder.chmod(0o770)
    with pytest.raises(StorageFailed):
        fill(folder / "x.db", "sv", TODAY)
    assert list(folder.iterdir()) == []


def test_a_year_can_be_followed_from_goal_to_evaluation(desk: Desk, karin: Person) -> None:
    asa = next(person for person in desk.people.all(karin) if person.name == "Åsa Berg")
    goals = desk.goals.of_person(karin, asa)
    assert {goal.result for goal in goals} >= {Result.REACHED, Result.PARTLY, None}
    assert all(goal.milestone for goal in goals)
    [short] = [goal for goal in goals if goal.result is Result.PARTLY]
    assert desk.goals.shortfalls(karin, short)
    assert len(desk.goals.check_ins(karin, short)) == 4
    kinds = [item.agenda.kind for item in desk.people.conversations(karin, asa)]
    assert {kind: kinds.count(kind) for kind in kinds} == {
        Kind.ANNUAL: 3,
        Kind.QUARTERLY: 6,
        Kind.EVALUATION: 2,
    }


def test_the_next_conversation_can_compare_ratings_with_last_year(desk: Desk, karin: Person) -> None:
    soon = conversation(desk, karin, "asa-now")
    now, before = desk.competences.of(karin, soon), desk.competences.previous(karin, soon)
    assert now is not None
    assert before is not None
    assert now.is_open
    assert not now.agreed
    assert any(agreed.level is None for agreed in (before.agreed or {}).values()), "they saw one differently"


def test_what_others_keep_for_themselves_is_not_the_owners(desk: Desk, karin: Person) -> None:
    entries = desk.journal.entries(karin)
    assert {entry.writer == karin.id for entry in entries} == {True, False}
    assert all(entry.shared for entry in entries if entry.writer != karin.id)
