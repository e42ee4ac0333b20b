"""A disk that changes what it was given: whatever it does, we say so in a sentence or show what is there."""

from __future__ import annotations

import random
from contextlib import closing
from pathlib import Path

import pytest

from ijtui.domain.conversation import Party
from ijtui.errors import IjtuiError, StorageFailed
from ijtui.services.desk import open_desk
from ijtui.services.doctor import examine
from tests.assessing import assess
from tests.builders import Room, a_goal, a_room, an_action, preparation, shared, some_feedback


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Room:
    """A closed file with something in every table."""
    room = a_room(tmp_path_factory.mktemp("rot"))
    desk, me = room.desk, room.me
    room.write(me, shared(), "Gemensamt " * 30)
    room.write(me, shared(), "Annat")
    room.write(me, preparation(Party.MANAGER), "Eget")
    goal = desk.goals.add(me, room.conversation, a_goal())
    desk.actions.add(me, room.conversation, an_action(goal=goal.id))
    desk.feedback.save(me, room.conversation, some_feedback(giver=me.id, receiver=room.employee.id))
    desk.conversations.tick(me, room.conversation, "book", True)
    desk.conversations.park(me, room.conversation, "results", True)
    desk.texts.open_preparation(me, room.conversation)
    assess(room, room.conversation)
    desk.competences.agree(me, room.conversation, "code", 2)
    talk = desk.conversations.begin(me, room.conversation)
    signed = desk.signing.freeze(me, talk).plan.hash
    desk.signing.sign(me, talk, signed, "Inte före maj", initials="MM")
    desk.drafts.keep(me, "goal:new", {"title": "Nytt"})
    desk.close()
    return room


def read_everything(path: Path) -> None:
    desk = open_desk(path)
    try:
        owner = desk.people.me()
        if owner is None:
            return
        me = owner[0]
        desk.today.look(me)
        desk.drafts.all(me)
        for conversation in desk.conversations.all(me):
            desk.plans.record(me, conversation.id)
            desk.texts.versions(me, shared(conversation=conversation.id))
            desk.feedback.of(me, conversation)
            desk.signing.versions(me, conversation)
        desk.texts.save(me, shared(), "nytt", 1)
    finally:
        desk.close()


@pytest.mark.parametrize("seed", range(4))
def test_changed_bytes_never_end_in_anything_but_a_sentence(room: Room, tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    whole = room.desk.store.path.read_bytes()
    path = tmp_path / "ijtui.db"
    told = 0
    for _time in range(40):
        rotten = bytearray(whole)
        start = chance.randrange(len(rotten))
        for place in range(start, min(start + chance.choice([1, 1, 8, 500]), len(rotten))):
            rotten[place] ^= chance.randrange(1, 256)
        path.write_bytes(bytes(rotten))
        path.chmod(0o600)
        assert examine(path)
        try:
            read_everything(path)
        except IjtuiError as error:
            told += bool(str(error))
    assert told, "nothing was ever noticed, so nothing was tried"


def test_a_changed_letter_in_what_was_signed_is_noticed_though_the_file_is_sound(
    room: Room, tmp_path: Path
) -> None:
    """SQLite's own checks don't look at what a text says; the hash of a signed one does."""
    tmp_path.chmod(0o700)
    copy = tmp_path / "ijtui.db"
    whole = room.desk.store.path.read_bytes()
    assert whole.count(b'"title":"L\xc3\xa4r mig') == 1
    copy.write_bytes(whole.replace(b'"title":"L\xc3\xa4r mig', b'"title":"L\xc3\xa4r dig'))
    copy.chmod(0o600)
    with closing(open_desk(copy)) as desk, pytest.raises(StorageFailed, match="damaged"):
        desk.signing.versions(room.me, room.conversation)
    assert any("can't be understood" in finding.message for finding in examine(copy) if not finding.ok)
