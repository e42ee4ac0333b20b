"""A list of people is taken in whole or not at all, says what it would change, and twice changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ijtui.content.problems import Problems
from ijtui.domain.account import Office
from ijtui.domain.people_list import What, Wishes
from ijtui.domain.person import Part, Person
from ijtui.domain.post import Post
from ijtui.errors import NotAllowed
from ijtui.minutes.csv_form import as_csv
from ijtui.minutes.people_read import read_people
from ijtui.services.desk import Desk
from tests.builders import NOW, FixedClock, a_desk, a_person, a_session
from tests.listing import LIST, NEW, SAME, given_out, read_as

TODAY = NOW.date()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = a_desk(tmp_path)
    desk.people.first_run("Hanna Hed", Part.MANAGER)
    yield desk
    desk.close()


@pytest.fixture
def me(desk: Desk) -> Person:
    return desk.people.get(Person(""), 1)


def found(desk: Desk, me: Person, number: str) -> Person:
    return next(person for person in desk.people.all(me) if person.number == number)


def problems(text: str, desk: Desk, me: Person, **wishes: object) -> list[tuple[int, str]]:
    with pytest.raises(Problems) as refused:
        read_as(text, desk, me, **wishes)
    return [(problem.line, str(problem)) for problem in refused.value.found]


def everything(desk: Desk) -> list[tuple[object, ...]]:
    tables = ("unit", "person", "post", "history")
    return [tuple(row.values()) for table in tables for row in desk.store.rows(f"SELECT * FROM {table}")]


def test_a_list_makes_units_people_managers_and_posts(desk: Desk, me: Person) -> None:
    change = read_as(LIST, desk, me)
    assert [(told.what, told.name) for told in change.told][:4] == [
        (What.UNIT_NEW, "Kommunen"),
        (What.UNIT_NEW, "Vård"),
        (What.UNIT_NEW, "Köket"),
        (What.NEW, "Karin Kommun"),
    ]
    tree = desk.organisation.tree(me)
    assert [(depth, unit.name) for depth, unit in tree.walk()] == [(0, "Kommunen"), (1, "Vård"), (2, "Köket")]
    dan, bo = found(desk, me, "5"), found(desk, me, "3")
    assert (dan.unit, dan.manager, dan.role, dan.until) == ("Köket", bo.id, "kock", date(2026, 12, 31))
    assert found(desk, me, "1").manager is None
    assert desk.organisation.posts(me, bo)[0].since == date(2021, 3, 1)


def test_the_same_list_twice_changes_nothing(desk: Desk, me: Person) -> None:
    read_as(LIST, desk, me)
    before = everything(desk)
    assert read_as(LIST, desk, me).is_nothing
    assert everything(desk) == before


def test_what_would_change_is_said_and_nothing_is(desk: Desk, me: Person) -> None:
    before = everything(desk)
    looked = desk.people_list.look(me, read_people(LIST.encode(), "-"), Wishes())
    assert everything(desk) == before
    assert looked == read_as(LIST, desk, me)


def test_the_list_given_out_is_the_list_taken_in(desk: Desk, me: Person) -> None:
    read_as(LIST, desk, me)
    given = given_out(desk, me)
    assert read_as(given, desk, me).is_nothing
    rows = {tuple(row.split(";")) for row in given.decode("utf-8-sig").splitlines()[1:]}
    wanted = {tuple(row.replace("Bo Berg;2023", "3;2023").split(";")) for row in LIST.splitlines()[1:]}
    assert rows - wanted == {("", "Hanna Hed", "", "", "", "", "", "", "")}


def test_who_moves_leaves_and_comes_back_keeps_every_post(desk: Desk, me: Person) -> None:
    read_as(LIST, desk, me)
    change = read_as(
        "nr,namn,enhet,chef,från,till\n4,Cia Cedergren,Tvätten,2,2026-11-01,\n"
        "5,Dan Dal,Köket,3,2023-05-01,2026-10-31\n",
        desk,
        me,
    )
    assert {(told.what, told.name) for told in change.told} >= {
        (What.MOVES, "Cia Cedergren"),
        (What.ENDS, "Dan Dal"),
        (What.UNIT_NEW, "Tvätten"),
    }
    assert found(desk, me, "5").has_left(TODAY)
    back = read_as("nr,namn,enhet,chef,från\n5,Dan Dal,Tvätten,2,2027-02-01\n", desk, me)
    assert [told.what for told in back.told if told.name == "Dan Dal"] == [What.BACK]
    posts = desk.organisation.posts(me, found(desk, me, "5"))
    assert [(post.since, post.until) for post in posts] == [
        (date(2023, 5, 1), date(2026, 10, 31)),
        (date(2027, 2, 1), None),
    ]


def test_a_list_without_days_moves_from_today_or_from_the_day_that_is_said(desk: Desk, me: Person) -> None:
    read_as("nr;namn;enhet;chef\n1;Anna Al;Köket;\n2;Bo Berg;Köket;1\n", desk, me)
    moved = "nr;namn;enhet;chef\n1;Anna Al;Köket;\n2;Bo Berg;Tvätten;1\n"
    read_as(moved, desk, me, on=date(2027, 1, 1))
    posts = desk.organisation.posts(me, found(desk, me, "2"))
    assert [(post.since, post.until) for post in posts] == [
        (TODAY, date(2026, 12, 31)),
        (date(2027, 1, 1), None),
    ]
    assert found(desk, me, "2").unit == "Köket"


def test_a_day_of_employment_is_no_day_of_a_move_and_history_stays(desk: Desk, me: Person) -> None:
    read_as(LIST, desk, me)
    moved = LIST.replace("4;Cia Cedergren;kock;Köket", "4;Cia Cedergren;kock;Tvätten")
    told = read_as(moved, desk, me).told
    assert [(one.name, one.unit, one.day) for one in told if one.what is What.MOVES] == [
        ("Cia Cedergren", "Tvätten", TODAY)
    ]
    tree = desk.organisation.tree(me)
    posts = desk.organisation.posts(me, found(desk, me, "4"))
    assert [(tree.units[post.unit].name, post.since) for post in posts] == [
        ("Köket", date(2022, 4, 1)),
        ("Tvätten", TODAY),
    ]
    assert read_as(moved, desk, me).is_nothing
    assert read_as(given_out(desk, me), desk, me).is_nothing


def test_several_rows_of_somebody_correct_how_it_has_been(desk: Desk, me: Person) -> None:
    read_as(LIST, desk, me)
    rows = (
        "nr;namn;enhet;chef;från\n4;Cia Cedergren;Tvätten;3;2022-04-01\n4;Cia Cedergren;Köket;3;2024-01-01\n"
    )
    told = read_as(rows, desk, me).told
    assert [one.what for one in told if one.name == "Cia Cedergren"] == [What.CORRECTED, What.MOVES]


def test_who_has_left_from_another_unit_than_was_known_has_left(desk: Desk, me: Person) -> None:
    read_as(LIST, desk, me)
    gone = LIST.replace("4;Cia Cedergren;kock;Köket", "4;Cia Cedergren;kock;Tvätten").replace(
        "2022-04-01;", "2022-04-01;2026-08-31"
    )
    read_as(gone, desk, me)
    assert found(desk, me, "4").has_left(TODAY)
    assert read_as(gone, desk, me).is_nothing


def test_what_is_planned_stays_planned_when_the_list_of_today_comes_in(desk: Desk, me: Person) -> None:
    read_as(LIST, desk, me)
    cia, bo = found(desk, me, "4"), found(desk, me, "3")
    tree = desk.organisation.tree(me)
    vard = tree.named("Vård")
    assert vard is not None
    desk.organisation.move(me, Post(cia.id, vard.id, TODAY + timedelta(days=40), bo.id))
    assert read_as(LIST, desk, me).is_nothing


def test_who_is_not_in_the_list_is_told_of_and_left_alone(desk: Desk, me: Person) -> None:
    read_as(LIST, desk, me)
    shorter = "\n".join(LIST.splitlines()[:-1])
    change = read_as(shorter, desk, me)
    assert (change.is_nothing, change.missing) == (True, 1)
    assert [told.name for told in change.told if told.what is What.MISSING] == ["Dan Dal"]
    gone = read_as(shorter, desk, me, end_missing=date(2026, 11, 20))
    assert next((told.what, told.name) for told in gone.told) == (What.ENDS, "Dan Dal")
    assert found(desk, me, "5").has_left(TODAY)
    assert desk.people.get(me, me.id).until is None


def test_a_name_stands_in_one_of_somebodys_rows_at_least(desk: Desk, me: Person) -> None:
    read_as("nr;namn;enhet;från\n1;;Köket;2020-01-01\n1;Anna Al;Tvätten;2024-01-01\n", desk, me)
    assert found(desk, me, "1").name == "Anna Al"
    assert read_as("nr;roll\n1;kock\n", desk, me).told[0].what is What.ROLE


def test_a_manager_of_earlier_years_can_be_anybody_in_the_list(desk: Desk, me: Person) -> None:
    listed = (
        "nr;namn;enhet;chef;från;till\n"
        "1;Anna Al;Köket;2;2018-01-01;2019-12-31\n"
        "1;Anna Al;Köket;;2020-01-01;\n"
        "2;Bo Berg;Köket;1;2018-01-01;\n"
    )
    read_as(listed, desk, me)
    anna, bo = found(desk, me, "1"), found(desk, me, "2")
    assert [post.manager for post in desk.organisation.posts(me, anna)] == [bo.id, None]
    assert read_as(listed, desk, me).is_nothing


def test_who_has_nobody_to_hold_their_conversations_is_told_of(desk: Desk, me: Person) -> None:
    change = read_as(LIST, desk, me)
    assert [told.name for told in change.told if told.what is What.NO_MANAGER] == ["Karin Kommun"]
    change = read_as(LIST.replace("2021-03-01;", "2021-03-01;2026-10-31"), desk, me)
    assert {told.name for told in change.told if told.what is What.MANAGER_LEFT} == {
        "Cia Cedergren",
        "Dan Dal",
    }


def test_every_error_is_told_at_once_with_its_row_and_nothing_is_done(desk: Desk, me: Person) -> None:
    before = everything(desk)
    assert problems(
        "nr;namn;enhet;chef;från;till\n"
        "1;Anna Al;Köket;7;2026-13-01;\n"
        ";;Köket;;;\n"
        "3;Cia Cedergren;Köket;Zorro;;\n"
        "4;Dan Dal;Köket;4;;\n"
        "5;Eva Ek;Köket;;2026-02-01;2026-01-01\n"
        "6;;Köket;;;\n"
        "5;Någon Annan;Köket;;2026-02-01;\n"
        "\n"
        f"8;{'x' * 121};Köket;;;\n",
        desk,
        me,
    ) == [
        (2, "“2026-13-01” in från is not a day. Write it as 2026-11-30."),
        (2, "The manager 7 is neither in the list nor here, by number or by name."),
        (3, "There is neither a name nor an employee number."),
        (4, "The manager Zorro is neither in the list nor here, by number or by name."),
        (5, "Nobody can be their own manager."),
        (5, "The managers lead each other in a circle: Dan Dal → Dan Dal."),
        (6, "The last day can't come before the first."),
        (7, "Nobody here has number 6, and somebody new needs a name."),
        (8, "Number 5 is Eva Ek in row 6 and somebody else here."),
        (10, "There is room for 120 characters in namn, and here are 121."),
    ]
    assert everything(desk) == before


def test_managers_in_a_circle_are_refused(desk: Desk, me: Person) -> None:
    told = problems("nr;namn;chef\n1;Anna Al;2\n2;Bo Berg;3\n3;Cia Ek;1\n", desk, me)
    assert told == [(2, "The managers lead each other in a circle: Anna Al → Bo Berg → Cia Ek → Anna Al.")]


def test_two_units_of_one_name_are_told_with_what_to_do(desk: Desk, me: Person) -> None:
    told = problems(
        "nr;namn;enhet;förvaltning\n1;Anna Al;Köket;Norr\n2;Bo Berg;Köket;Syd\n3;Cia Ek;Norr;Syd\n", desk, me
    )
    assert told == [
        (
            3,
            "Köket is part of Norr in row 2, and of Syd here. "
            "Each unit needs a name of its own: write Köket Syd, say.",
        ),
        (4, "Norr stands in another column in row 2. Each unit needs a name of its own."),
    ]


def test_a_unit_moves_with_the_list_and_never_into_itself(desk: Desk, me: Person) -> None:
    read_as("nr;namn;enhet;förvaltning\n1;Anna Al;Köket;Norr\n2;Bo Berg;Tvätten;Syd\n", desk, me)
    change = read_as("nr;namn;enhet;förvaltning\n1;Anna Al;Köket;Syd\n2;Bo Berg;Tvätten;Syd\n", desk, me)
    assert [(told.what, told.name, told.unit) for told in change.told] == [(What.UNIT_MOVED, "Köket", "Syd")]
    told = problems("nr;namn;organisation;förvaltning\n1;Anna Al;Köket;Syd\n", desk, me)
    assert told == [(2, "Köket would be part of itself."), (2, "Syd would be part of itself.")]


@pytest.mark.parametrize(("answer", "people"), [(SAME, 2), (NEW, 3)])
def test_a_namesake_without_a_number_is_somebody_only_when_that_is_said(
    desk: Desk, me: Person, answer: object, people: int
) -> None:
    desk.people.add(me, a_person("Anna Al"))
    told = problems("nr;namn\n7;Anna Al\n", desk, me)
    assert told[0][0] == 2
    assert "--namesakes same" in told[0][1]
    read_as("nr;namn\n7;Anna Al\n", desk, me, namesakes=answer)
    assert len(desk.people.all(me)) == people
    assert found(desk, me, "7").name == "Anna Al"


def test_without_numbers_people_are_known_by_name(desk: Desk, me: Person) -> None:
    by_name = "Name,Unit,Manager,Start\nAnna Al,Kitchen,,2020-01-01\nBo Berg,Kitchen,Anna Al,2021-01-01\n"
    read_as(by_name, desk, me)
    assert read_as(by_name, desk, me).is_nothing
    assert read_as(given_out(desk, me), desk, me).is_nothing
    told = problems("Name,Unit\nBo Berg,Kitchen\nBo Berg,Laundry\n", desk, me)
    assert told == [
        (3, "Bo Berg is in row 2, too. Give employee numbers, so that the two can be told apart.")
    ]


def test_a_file_of_two_is_given_out_and_taken_in_without_a_change(desk: Desk, me: Person) -> None:
    desk.people.add(me, a_person("Erik Ek", manager=me.id))
    assert read_as(given_out(desk, me), desk, me).is_nothing
    assert not desk.organisation.tree(me).units


def shared(desk: Desk, me: Person, office: Office) -> tuple[Desk, Person]:
    read_as(LIST, desk, me)
    hr = desk.people.add(me, a_person("Hilda Holm", unit=""))
    return a_session(desk, hr, office=office), hr


def test_in_a_shared_file_the_list_is_hrs(desk: Desk, me: Person) -> None:
    session, somebody = shared(desk, me, Office.NONE)
    for attempt in (lambda: read_as(LIST, session, somebody), lambda: given_out(session, somebody)):
        with pytest.raises(NotAllowed, match="HR"):
            attempt()
    session.close()


def test_hr_takes_the_list_in_through_the_door(desk: Desk, me: Person) -> None:
    session, hr = shared(desk, me, Office.HR)
    assert read_as(LIST, session, hr).is_nothing
    more = LIST.replace("5;Dan Dal;kock;Köket", "5;Dan Dal;kock;Tvätten").replace("2023-05", "2026-11")
    change = read_as(more + "6;Eva Ek;kock;Tvätten;Vård;Kommunen;5;2026-11-01;\n", session, hr)
    assert {told.what for told in change.told} == {What.UNIT_NEW, What.NEW, What.MOVES, What.NO_MANAGER}
    assert found(session, hr, "6").manager == found(session, hr, "5").id
    assert read_as(given_out(session, hr), session, hr).is_nothing
    session.close()


def test_hr_can_lead_somebody_new_and_nobody_else(desk: Desk, me: Person) -> None:
    session, hr = shared(desk, me, Office.HR)
    read_as("nr;namn;enhet;chef\n9;Ny Nyman;Köket;Hilda Holm\n", session, hr)
    told = problems("nr;namn;enhet;chef\n4;Cia Cedergren;Köket;Hilda Holm\n", session, hr)
    assert told == [
        (2, "You can't make yourself the manager of Cia Cedergren. Let somebody else at HR do it.")
    ]
    session.close()


NAMES = st.text(st.characters(codec="utf-8"), max_size=30)
DAYS = st.dates(date(2015, 1, 1), date(2028, 12, 31))


@st.composite
def organisations(draw: st.DrawFn) -> list[tuple[str, str, str, int | None, list[date], bool]]:
    """Return people: name, role, unit, one before them as manager, first days, and whether they left."""
    people = []
    for number in range(draw(st.integers(1, 8))):
        days = sorted(draw(st.lists(DAYS, min_size=1, max_size=3, unique=True)))
        manager = draw(st.none() | st.integers(0, number - 1)) if number else None
        name = draw(NAMES)
        people.append((name, draw(NAMES), draw(st.sampled_from("ABC")), manager, days, draw(st.booleans())))
    return people


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(people=organisations())
def test_any_list_given_out_comes_in_again_here_and_elsewhere(
    tmp_path_factory: pytest.TempPathFactory,
    people: list[tuple[str, str, str, int | None, list[date], bool]],
) -> None:
    folder = tmp_path_factory.mktemp("both")
    first = a_desk(folder, FixedClock(), "first.db")
    second = a_desk(folder, FixedClock(), "second.db")
    me, other = (desk.people.first_run("Hanna Hed", Part.MANAGER) for desk in (first, second))
    rows = []
    for number, (name, role, unit, manager, days, gone) in enumerate(people):
        for day in days:
            last = f"{days[-1].replace(year=days[-1].year + 1, day=1)}" if gone and day == days[-1] else ""
            chef = f"n{manager}" if manager is not None else ""
            if day != days[-1] and number:  # earlier it was somebody else
                chef = f"n{day.day % number}"
            rows.append((f"n{number}", f"P {name}", role, unit, "F", chef, day.isoformat(), last))
    listed = as_csv(["nr", "namn", "roll", "enhet", "förvaltning", "chef", "från", "till"], rows)
    try:
        read_as(listed, first, me)
        given = given_out(first, me)
        assert read_as(given, first, me).is_nothing
        assert read_as(listed, first, me).is_nothing
        read_as(given, second, other)
        assert sorted(given_out(second, other).splitlines()) == sorted(given.splitlines())
    finally:
        first.close()
        second.close()


def test_a_row_as_long_as_a_book_is_an_error_and_not_a_crash(desk: Desk, me: Person) -> None:
    told = problems(f"nr;namn\n1;{'å' * 100_000}\n", desk, me)
    assert told == [(2, "There is room for 120 characters in namn, and here are 100000.")]


def test_what_a_terminal_obeys_and_a_spreadsheet_calculates_comes_in_as_words(desk: Desk, me: Person) -> None:
    read_as('nr;namn;roll\r\n=1+1;"\x1b[31mEva\x00 Ek\u202e";"\'=cmd()\nrad två"\r\n', desk, me)
    eva = found(desk, me, "=1+1")
    assert (eva.name, eva.role) == ("[31mEva Ek", "=cmd() rad två")
    given = given_out(desk, me).decode("utf-8-sig")
    assert "\n'=1+1;[31mEva Ek;'=cmd() rad två;" in given
    assert read_as(given, desk, me).is_nothing


def test_what_somebody_says_of_their_own_role_stays_when_the_list_says_nothing_new(
    desk: Desk, me: Person
) -> None:
    read_as(LIST, desk, me)
    cia = found(desk, me, "4")
    session = a_session(desk, cia)
    session.people.change(cia, replace(session.people.get(cia, cia.id), role="kock och ombud"))
    session.close()
    assert read_as(LIST, desk, me).is_nothing
    assert found(desk, me, "4").role == "kock och ombud"


def test_five_hundred_errors_are_all_found(desk: Desk, me: Person) -> None:
    rows = "".join(f"{number};Namn {number};okänd\n" for number in range(500))
    assert len(problems(f"nr;namn;chef\n{rows}", desk, me)) == 500


def test_who_has_a_number_already_keeps_it_when_a_list_has_none(desk: Desk, me: Person) -> None:
    read_as(LIST, desk, me)
    assert read_as("namn;roll\nCia Cedergren;köksmästare\n", desk, me).told[0].what is What.ROLE
    assert found(desk, me, "4") == replace(found(desk, me, "4"), role="köksmästare")
