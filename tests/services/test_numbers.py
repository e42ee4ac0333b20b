"""Numbers name things in drafts, in the history and on the command line, so none is given twice."""

from __future__ import annotations

from pathlib import Path

from tests.builders import a_goal, a_room, an_action


def test_the_number_of_a_removed_agreement_is_not_given_again(tmp_path: Path) -> None:
    room = a_room(tmp_path)
    actions, me = room.desk.actions, room.me
    removed = actions.add(me, room.conversation, an_action())
    actions.remove(me, removed)
    assert actions.add(me, room.conversation, an_action()).id != removed.id


def test_the_number_of_a_removed_goal_is_not_given_again(tmp_path: Path) -> None:
    room = a_room(tmp_path)
    goals, me = room.desk.goals, room.me
    removed = goals.add(me, room.conversation, a_goal())
    goals.remove(me, removed)
    assert goals.add(me, room.conversation, a_goal()).id != removed.id
