"""Two sessions on one file, and one that is killed: nothing that was acknowledged is lost."""

from __future__ import annotations

import random
import re
from pathlib import Path

from ijtui.data.connection import is_sound
from ijtui.data.opening import open_store
from tests.builders import a_room, shared
from tests.processes import Session, all_at_once

EDIT = """
desk = a_desk(path.parent, new_id=counted_ids(sys.argv[2]), patience=10)
me, _part = desk.people.me()
text = desk.texts.read(me, shared())
for number in range(40):
    token = f"<{sys.argv[2]}{number}>"
    body = text.body + token
    try:
        text = desk.texts.save(me, shared(), body, text.version)
    except Conflict as conflict:
        text = conflict.theirs
desk.close()
"""


def test_of_two_sessions_that_edit_one_text_no_edit_is_lost(tmp_path: Path) -> None:
    tries = (_edits_meet(tmp_path / str(number)) for number in range(10))
    assert any(tries), "the two never met, so nothing was tried"


def _edits_meet(folder: Path) -> bool:
    """Let two edit at once, find every edit, and say whether they met; one may be done before the other."""
    folder.mkdir()
    room = a_room(folder)
    all_at_once(EDIT, folder / "ijtui.db", ["a", "b"])
    stored = room.desk.texts.read(room.me, shared())
    kept = room.desk.texts.versions(room.me, shared())
    room.desk.close()
    everything = " ".join([stored.body, *(revision.body for revision in kept)])
    assert set(re.findall(r"<(\w+)>", everything)) == {f"{who}{n}" for who in "ab" for n in range(40)}
    return any(revision.lost for revision in kept)


WRITE = """
desk = a_desk(path.parent, new_id=counted_ids(sys.argv[2]), patience=10)
me, _part = desk.people.me()
conversation = desk.conversations.get(me, 1)
print("ready", flush=True)
number = 0
while True:
    number += 1
    goal = desk.goals.add(me, conversation, a_goal(f"{sys.argv[2]} {number}"))
    desk.actions.add(me, conversation, an_action(f"{sys.argv[2]} {number}", goal=goal.id))
    print(number, flush=True)
"""


def test_whatever_was_acknowledged_before_a_kill_is_there_after_it(tmp_path: Path) -> None:
    chance = random.Random(1121)
    room = a_room(tmp_path)
    for rounds in range(1, 6):
        names = [f"{rounds}{letter}" for letter in "ab"]
        sessions = [Session(WRITE, tmp_path / "ijtui.db", name) for name in names]
        for session in sessions:
            assert session.line() == "ready"
        heard = [[session.line() for _line in range(chance.randint(1, 60))] for session in sessions]
        for name, session, first in zip(names, sessions, heard, strict=True):
            agreed = first + session.kill()
            stored = {action.what for action in room.desk.actions.of(room.me, room.conversation)}
            assert {f"{name} {number}" for number in agreed} <= stored
    room.desk.close()
    store = open_store(tmp_path / "ijtui.db")
    assert is_sound(store.db)
    assert store.rows("PRAGMA foreign_key_check") == []
    assert store.rows("SELECT * FROM action WHERE goal IS NULL") == []
    assert len(store.rows("SELECT * FROM action")) > 100
    store.close()
