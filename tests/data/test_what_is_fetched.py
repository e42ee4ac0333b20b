"""What a party may not read is not even fetched: a screen that hides is no protection."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from ijtui.data.competence import Assessments
from ijtui.data.feedback import FeedbackRows
from ijtui.data.text import Texts
from ijtui.domain.conversation import Party
from ijtui.domain.feedback import Feedback
from ijtui.domain.person import Person
from ijtui.domain.text import TextKind
from tests.assessing import a_profile, rate_all
from tests.builders import Room, a_room, preparation, private, shared, some_feedback


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    """Everybody has written everything."""
    room = a_room(tmp_path)
    for asker, party in ((room.me, Party.MANAGER), (room.employee, Party.EMPLOYEE)):
        room.write(asker, preparation(party), f"förberedelse av {party}")
        room.write(asker, private(party), f"privat av {party}")
    room.write(room.me, preparation(Party.EMPLOYEE, "proud"), "på papper", on_paper=True)
    room.write(room.me, shared(), "gemensamt")
    yield room
    room.desk.close()


@pytest.mark.parametrize("opened", [False, True])
@pytest.mark.parametrize("party", Party)
def test_of_the_others_texts_only_what_is_opened_or_came_on_paper(
    room: Room, party: Party, opened: bool
) -> None:
    fetched = Texts(room.desk.store).readable(room.conversation.id, party, opened=opened)
    theirs = [text.key for text in fetched if text.key.party is party.other]
    on_paper = [preparation(Party.EMPLOYEE, "proud")] * (party is Party.MANAGER)
    assert sorted(theirs, key=repr) == sorted([preparation(party.other)] * opened + on_paper, key=repr)
    assert {text.key.kind for text in fetched if text.key.party is party} >= {
        TextKind.PREPARATION,
        TextKind.PRIVATE,
    }


def test_of_the_others_feedback_only_what_is_opened(room: Room) -> None:
    given = some_feedback(giver=room.me.id, receiver=room.employee.id)
    stored = room.desk.feedback.save(room.me, room.conversation, given)
    rows = FeedbackRows(room.desk.store)
    assert rows.readable(1, room.me.id) == (stored,)
    assert rows.readable(1, room.employee.id) == ()
    assert rows.readable(1, None) == ()
    opened = room.desk.feedback.open(room.me, room.conversation, stored)
    assert rows.readable(1, room.employee.id) == rows.readable(1, None) == (opened,)


def test_of_the_others_feedback_between_two_conversations_only_what_is_opened(room: Room) -> None:
    said = some_feedback(conversation=None, giver=room.me.id, receiver=None)
    stored = room.desk.feedback.save_between(room.me, room.employee, said)
    rows, day = FeedbackRows(room.desk.store), room.clock.now.date()

    def fetched(reader: Person, other: Person) -> set[tuple[Feedback, ...]]:
        return {
            rows.waiting(reader.id, other.id),
            rows.between(reader.id, other.id, day, day),
            rows.about_the_process(reader.id, day),
        }

    assert fetched(room.me, room.employee) == {(stored,)}
    assert fetched(room.employee, room.me) == {()}
    opened = room.desk.feedback.save_between(room.me, room.employee, replace(stored, opened=True))
    assert fetched(room.employee, room.me) == {(opened,)}


def test_counting_answers_fetches_no_text(room: Room) -> None:
    answered = Texts(room.desk.store).answered([1])
    assert answered == {
        (1, Party.MANAGER): frozenset({"results"}),
        (1, Party.EMPLOYEE): frozenset({"results", "proud"}),
    }


@pytest.mark.parametrize("sides", [(), (Party.MANAGER,), (Party.EMPLOYEE,), tuple(Party)])
def test_ratings_only_of_the_sides_that_are_asked_for(room: Room, sides: tuple[Party, ...]) -> None:
    room.desk.competences.begin(room.me, room.conversation, a_profile())
    for party in Party:
        rate_all(room, room.conversation, party)
    rows = Assessments(room.desk.store)
    known = rows.of_conversation(room.conversation.id)
    assert known is not None
    assert (known.ratings, known.rated) == ({}, dict.fromkeys(Party, 4))
    assert set(rows.with_ratings(known, sides).ratings) == set(sides)


def test_before_both_have_submitted_no_query_asks_for_the_others_ratings(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, fetched = room.desk.store, list[dict[str, object]]()
    room.desk.competences.begin(room.me, room.conversation, a_profile())
    rate_all(room, room.conversation, Party.MANAGER)
    room.desk.competences.rate(room.employee, room.conversation, "code", 4)
    query = store.rows

    def noted(sql: str, *values: object) -> list[dict[str, object]]:
        rows = query(sql, *values)
        fetched.extend(rows)
        return rows

    monkeypatch.setattr(store, "rows", noted)
    room.desk.competences.of(room.employee, room.conversation)
    levels = [row for row in fetched if "level" in row]
    assert [(row["party"], row["level"]) for row in levels] == [(Party.EMPLOYEE, 4)]
