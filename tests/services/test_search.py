"""What a person finds: everything they may read, nothing else, and never what an earlier search found."""

from __future__ import annotations

import threading
from datetime import date, timedelta
from typing import Any

import pytest

from ijtui.data.search import Search, Stopped, open_for_search
from ijtui.domain.conversation import Party
from ijtui.domain.journal import Entry
from ijtui.domain.person import Person
from ijtui.domain.search import MOST, PIECE, Found, Where, read_query
from tests.builders import (
    NOW,
    Room,
    a_goal,
    a_person,
    an_action,
    an_outcome,
    preparation,
    private,
    shared,
    some_feedback,
)


def wrote(room: Room, body: str, who: Person | None = None, **given: Any) -> Entry:
    who = who or room.me
    return room.desk.journal.new(who, room.desk.journal.blank(who, body=body, **given))


def found(room: Room, typed: str, who: Person | None = None, **filters: Any) -> Found:
    looking = room.desk.search.look_for(who or room.me, read_query(typed, **filters))()
    assert looking is not None
    return looking


def texts(room: Room, typed: str, who: Person | None = None, **filters: Any) -> list[str]:
    return [hit.text for hit in found(room, typed, who, **filters).hits]


@pytest.mark.parametrize(
    ("typed", "finds"),
    [
        ("å", ["Å i strömmen"]),
        ("a", ["Ankan DANSAR", "100% klart, a_b"]),
        ("dansar", ["Ankan DANSAR"]),
        ("i strömmen å", ["Å i strömmen"]),
        ('"å i"', ["Å i strömmen"]),
        ('"i å"', []),
        ("0%", ["100% klart, a_b"]),
        ("%", ["100% klart, a_b"]),
        ("_", ["100% klart, a_b"]),
        ("1_0", []),
        ("' OR 1=1 --", []),
        ("", []),
    ],
)
def test_words_are_found_as_they_are_written_but_for_capitals(
    room: Room, typed: str, finds: list[str]
) -> None:
    for body in ("100% klart, a_b", "Ankan DANSAR", "Å i strömmen"):
        wrote(room, body)
    assert texts(room, typed) == finds


def test_a_tag_finds_what_begins_so_and_is_a_tag(room: Room) -> None:
    for body in ("ingen demo", "se #demodag", "#Demo idag", "abc#demo"):
        wrote(room, body)
    assert texts(room, "#demo") == ["#Demo idag", "se #demodag"]
    assert texts(room, "#demo idag") == ["#Demo idag"]
    room.write(room.me, shared(), "sagt om #demo")
    assert texts(room, "sagt #demo") == ["sagt om #demo"]


def test_a_journal_is_found_by_its_writer_and_by_whom_an_entry_is_shared_with(room: Room) -> None:
    wrote(room, "kurs för mig")
    wrote(room, "kurs om Erik", person=room.employee.id)
    wrote(room, "kurs för oss", person=room.employee.id, shared=True)
    wrote(room, "kurs hans egen", room.employee)
    assert sorted(texts(room, "kurs")) == ["kurs för mig", "kurs för oss", "kurs om Erik"]
    assert sorted(texts(room, "kurs", room.employee)) == ["kurs för oss", "kurs hans egen"]


def test_a_stranger_finds_nothing_at_all(room: Room) -> None:
    stranger = room.desk.people.add(room.me, a_person("Någon Annan"))
    wrote(room, "kurs", person=room.employee.id, shared=True)
    room.write(room.me, shared(), "kurs")
    room.desk.goals.add(room.me, room.conversation, a_goal("kurs"))
    room.desk.actions.add(room.me, room.conversation, an_action("kurs"))
    assert texts(room, "kurs", stranger) == []
    assert len(texts(room, "kurs")) == 4


def test_of_a_conversation_one_finds_what_its_minutes_have(room: Room) -> None:
    desk, mine, other = room.desk, room.me, room.employee
    room.write(mine, shared(), "kurs gemensamt")
    room.write(mine, private(Party.MANAGER), "kurs egen anteckning")
    room.write(mine, preparation(Party.MANAGER), "kurs chefens")
    room.write(other, preparation(Party.EMPLOYEE), "kurs medarbetarens")
    given = desk.feedback.save(mine, room.conversation, some_feedback(positive="kurs återkoppling"))
    assert sorted(texts(room, "kurs")) == ["kurs chefens", "kurs gemensamt"]
    assert sorted(texts(room, "kurs", other)) == ["kurs gemensamt", "kurs medarbetarens"]
    desk.texts.open_preparation(mine, room.conversation)
    desk.feedback.open(mine, room.conversation, given)
    assert sorted(text.partition("\n")[0] for text in texts(room, "kurs", other)) == [
        "kurs chefens",
        "kurs gemensamt",
        "kurs medarbetarens",
        "kurs återkoppling",
    ]


def test_a_preparation_that_was_never_opened_is_not_in_the_minutes_of_what_was_held(room: Room) -> None:
    room.write(room.me, preparation(Party.MANAGER), "kurs")
    room.hold(room.conversation)
    assert texts(room, "kurs") == []


def test_what_was_brought_on_paper_is_found_by_both(room: Room) -> None:
    room.write(room.me, preparation(Party.EMPLOYEE), "kurs på papper", on_paper=True)
    assert texts(room, "kurs") == texts(room, "kurs", room.employee) == ["kurs på papper"]


def test_a_cancelled_conversation_is_not_looked_in(room: Room) -> None:
    room.write(room.me, shared(), "kurs")
    room.desk.conversations.cancel(room.me, room.conversation)
    assert texts(room, "kurs") == []


def test_a_promise_is_found_by_what_was_agreed_and_by_what_came_of_it(room: Room) -> None:
    action = room.desk.actions.add(room.me, room.conversation, an_action("Boka KURSEN"))
    room.desk.actions.evaluate(room.me, action, an_outcome(achieved="Nu kan alla SQL"))
    for typed in ("kursen", "sql", "sql boka"):
        [hit] = found(room, typed).hits
        assert (hit.where, hit.number, hit.person) == (Where.ACTION, action.id, room.employee.id)


def test_a_goal_is_found_by_its_words_and_its_check_ins(room: Room) -> None:
    goal = room.desk.goals.add(room.me, room.conversation, a_goal("Leda ett delprojekt"))
    [hit] = found(room, "delprojekt").hits
    assert (hit.key, hit.person) == (f"goal:{goal.id}", room.employee.id)


def test_a_hit_tells_where_in_the_conversation_it_stands(room: Room) -> None:
    room.write(room.me, shared("balance"), "kurs")
    [hit] = found(room, "kurs").hits
    assert (hit.key, hit.about, hit.person) == (
        f"conversation:{room.conversation.id}",
        "Balance",
        room.employee.id,
    )
    assert room.conversation.starts
    assert hit.day == room.conversation.starts.date()
    assert hit.kind is room.conversation.agenda.kind


def test_filters_leave_only_that_person_and_that_year(room: Room) -> None:
    other = room.desk.people.add(room.me, a_person("Åsa Berg", manager=room.me.id))
    for year in (2024, 2025):
        wrote(room, f"kurs {year}", day=date(year, 5, 1))
        wrote(room, f"kurs Åsa {year}", day=date(year, 5, 2), person=other.id)
    room.write(room.me, shared(), "kurs 2026")
    assert texts(room, "kurs", year=2024) == ["kurs Åsa 2024", "kurs 2024"]
    assert texts(room, "kurs", person=other.id) == ["kurs Åsa 2025", "kurs Åsa 2024"]
    assert texts(room, "kurs", person=room.employee.id, year=2026) == ["kurs 2026"]
    assert room.desk.search.years(room.me) == (2026, 2025, 2024)


def test_there_are_no_years_before_anything_is_written(room: Room) -> None:
    assert room.desk.search.years(room.desk.people.add(room.me, a_person("Ny"))) == ()


def test_the_newest_two_hundred_are_listed_and_it_is_said_that_there_are_more(room: Room) -> None:
    for number in range(MOST):
        wrote(room, f"kurs {number}", day=NOW.date() - timedelta(days=number))
    assert not found(room, "kurs").more
    room.write(room.me, shared(), "kurs i samtalet")
    listed = found(room, "kurs")
    assert listed.more
    assert len(listed.hits) == MOST
    assert listed.hits[0].text == "kurs i samtalet"
    assert listed.hits[-1].text == f"kurs {MOST - 2}"


def test_only_a_piece_of_a_long_text_is_fetched(room: Room) -> None:
    wrote(room, "ord " * 40_000 + "KURS" + " ord" * 5000)
    room.desk.goals.add(room.me, room.conversation, a_goal(measure="ord " * 400 + "KURS"))
    found_there = texts(room, "kurs")
    assert len(found_there) == 2
    assert all("KURS" in text and len(text) <= PIECE for text in found_there)


def test_what_others_write_is_found_by_the_next_search(room: Room) -> None:
    assert texts(room, "kurs") == []
    wrote(room, "kurs")
    assert texts(room, "kurs") == ["kurs"]


def test_a_search_that_another_takes_the_place_of_finds_nothing(room: Room) -> None:
    wrote(room, "kurs")
    earlier = room.desk.search.look_for(room.me, read_query("kurs"))
    later = room.desk.search.look_for(room.me, read_query("kurs"))
    assert earlier() is None
    assert later() is not None


def test_a_running_search_gives_way_to_a_newer_one(room: Room) -> None:
    search, query = room.desk.search, read_query("kurs")
    search.look_for(room.me, query)()
    store, began, stopped = search._looking, threading.Event(), threading.Event()
    assert store is not None
    store.db.create_function("began", 0, began.set)

    def endless() -> None:
        sql = "WITH RECURSIVE n(i) AS (SELECT began() UNION ALL SELECT i FROM n) SELECT count(*) FROM n"
        with search._free, pytest.raises(Stopped):
            store.rows(sql)
        stopped.set()

    thread = threading.Thread(target=endless)
    thread.start()
    assert began.wait(10)
    assert search.look_for(room.me, query)() == Found()
    assert stopped.wait(10)
    thread.join()


def test_closing_ends_it_and_the_next_search_opens_it_again(room: Room) -> None:
    wrote(room, "kurs")
    looking = room.desk.search.look_for(room.me, read_query("kurs"))
    room.desk.search.close()
    assert looking() is None
    assert texts(room, "kurs") == ["kurs"]
    room.desk.search.close()


@pytest.mark.parametrize("typed", ["kurs", "#kurs"])
def test_what_may_not_be_read_is_not_even_fetched(room: Room, typed: str) -> None:
    wrote(room, "#kurs om Erik", person=room.employee.id)
    room.write(room.me, preparation(Party.MANAGER), "#kurs")
    room.write(room.me, private(Party.MANAGER), "#kurs")
    rows = Search(open_for_search(room.desk.store))
    assert rows.entries(room.employee.id, read_query(typed)) == ()
    assert rows.texts(room.employee.id, read_query(typed)) == ()
    assert len(rows.entries(room.me.id, read_query(typed))) == 1
