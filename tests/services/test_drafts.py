"""What was typed into a form outlives the program, and is its writer's alone."""

from __future__ import annotations

from tests.builders import Room, a_desk


def test_a_draft_is_there_after_a_new_start(room: Room) -> None:
    kept = room.desk.drafts.keep(room.me, "goal:new:1", {"title": "Lär\x00a", "measure": "a\r\nb"})
    assert kept.fields == {"title": "Lära", "measure": "a\nb"}
    again = a_desk(room.desk.store.path.parent)
    assert again.drafts.get(room.me, "goal:new:1") == kept
    again.close()


def test_a_form_has_one_draft_and_the_newest_comes_first(room: Room) -> None:
    drafts = room.desk.drafts
    drafts.keep(room.me, "a", {"x": "1"})
    room.clock.forward(seconds=1)
    drafts.keep(room.me, "b", {})
    room.clock.forward(seconds=1)
    drafts.keep(room.me, "a", {"x": "2"})
    assert [(draft.form, dict(draft.fields)) for draft in drafts.all(room.me)] == [
        ("a", {"x": "2"}),
        ("b", {}),
    ]


def test_a_draft_is_seen_by_its_writer_alone_and_can_be_dropped(room: Room) -> None:
    drafts = room.desk.drafts
    drafts.keep(room.me, "a", {"x": "1"})
    assert drafts.all(room.employee) == ()
    drafts.drop(room.employee, "a")
    assert drafts.get(room.me, "a") is not None
    drafts.drop(room.me, "a")
    drafts.drop(room.me, "a")
    assert drafts.get(room.me, "a") is None
