"""What conversations and assessments were made from: each text once, whoever books."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from ijtui.data.opening import open_store
from ijtui.data.store import Store
from ijtui.data.template_copy import TemplateCopies
from ijtui.domain.agenda_json import agenda_to_json
from ijtui.domain.profile_json import profile_to_json
from tests.assessing import a_profile
from tests.builders import Room, a_person, a_room, a_session, an_agenda
from tests.data.test_starting_together import an_old_file

AGENDAS = [agenda_to_json(replace(an_agenda(), title=title)) for title in ("Höst", "Vår")]
SET = profile_to_json(a_profile())


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    room = a_room(tmp_path)
    yield room
    room.desk.close()


@pytest.fixture
def upgraded(tmp_path: Path) -> Iterator[Store]:
    """A file of three conversations, made from two templates, the last with an assessment."""
    path = an_old_file(tmp_path / "ijtui.db", missing="templates_kept_once")
    with closing(sqlite3.connect(path)) as conn:
        conn.executemany("INSERT INTO person (id, name) VALUES (?, ?)", [(7, "Maria"), (8, "Åsa")])
        conn.executemany(
            "INSERT INTO conversation (id, kind, employee, manager, minutes, state, agenda)"
            " VALUES (?, 'annual', 8, 7, 60, 'booked', ?)",
            [(3, AGENDAS[0]), (4, AGENDAS[1]), (5, AGENDAS[0])],
        )
        conn.execute("INSERT INTO assessment (conversation, profile) VALUES (5, ?)", [SET])
        conn.commit()
    store = open_store(path)
    yield store
    store.close()


def copies(store: Store) -> int:
    return len(store.rows("SELECT hash FROM template_copy"))


def test_an_older_file_keeps_each_template_once_and_every_conversation_its_own(upgraded: Store) -> None:
    rows = upgraded.rows(
        "SELECT conversation.id, body, hash FROM conversation"
        " JOIN template_copy AS copy ON copy.id = agenda ORDER BY conversation.id"
    )
    assert [row["body"] for row in rows] == [AGENDAS[0], AGENDAS[1], AGENDAS[0]]
    assert all(row["hash"] == sha256(row["body"].encode()).hexdigest() for row in rows)
    [made] = upgraded.rows("SELECT body FROM assessment JOIN template_copy AS copy ON copy.id = profile")
    assert made["body"] == SET
    assert copies(upgraded) == 3


def test_what_is_booked_after_the_upgrade_finds_the_copy_of_before(upgraded: Store) -> None:
    with upgraded.writing():
        number = TemplateCopies(upgraded).keep(AGENDAS[1])
    assert upgraded.rows("SELECT agenda FROM conversation WHERE id = 4") == [{"agenda": number}]
    assert copies(upgraded) == 3


def test_conversations_from_the_same_template_share_a_copy_and_another_one_gets_its_own(room: Room) -> None:
    before = copies(room.desk.store)
    room.book(), room.book()
    assert copies(room.desk.store) == before
    other = replace(an_agenda(), title="Ett annat samtal")
    booked = room.desk.conversations.book(room.me, other, room.employee, room.me, room.clock.now)
    assert copies(room.desk.store) == before + 1
    assert room.desk.conversations.get(room.me, booked.id).agenda == other


def test_a_template_whose_copy_only_others_see_is_still_kept_once(room: Room) -> None:
    stranger = room.desk.people.add(room.me, a_person("Sara Sten"))
    led = room.desk.people.add(room.me, a_person("Siv Sund", manager=stranger.id))
    session = a_session(room.desk, stranger)
    assert copies(session.store) == 0
    agenda = room.conversation.agenda
    booked = session.conversations.book(stranger, agenda, led, stranger, room.clock.now)
    assert session.conversations.get(stranger, booked.id).agenda == agenda
    assert copies(session.store) == copies(room.desk.store) == 1
    session.close()
