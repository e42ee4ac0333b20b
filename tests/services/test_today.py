"""The start screen's lists, from what is stored."""

from __future__ import annotations

from datetime import timedelta

from ijtui.domain.conversation import Party
from ijtui.domain.today import Prepared, Wait
from tests.builders import NOW, Room, a_person, an_action, an_outcome, preparation


def test_how_far_each_has_prepared_counts_answers_to_their_own_questions(room: Room) -> None:
    room.write(room.me, preparation(Party.MANAGER, "results"), "svar")
    room.write(room.me, preparation(Party.MANAGER, "proud"), "  \n ")
    room.write(room.me, preparation(Party.MANAGER, "side-job"), "inte min fråga")
    room.write(room.me, preparation(Party.EMPLOYEE, "support"), "inte hans fråga", on_paper=True)
    room.desk.texts.open_preparation(room.me, room.conversation)
    [upcoming] = room.desk.today.look(room.me).upcoming
    assert upcoming.prepared == {Party.MANAGER: Prepared(1, 7, True), Party.EMPLOYEE: Prepared(0, 7, False)}


def test_it_lists_what_comes_what_is_due_and_what_waits(room: Room) -> None:
    desk = room.desk
    other = desk.people.add(room.me, a_person("Någon Annan", manager=room.me.id))
    soon = room.book(starts=NOW + timedelta(days=2))
    undated = room.book(starts=None)
    desk.conversations.cancel(room.me, room.book(starts=NOW))
    late = desk.actions.add(room.me, soon, an_action("Sen", due=None))
    first = desk.actions.add(room.me, soon, an_action("Först"))
    done = desk.actions.add(room.me, soon, an_action("Klar"))
    desk.actions.evaluate(room.me, done, an_outcome())
    draft = desk.drafts.keep(room.me, "goal:new", {"title": "Utk"})
    today = desk.today.look(room.me)
    assert [item.conversation.id for item in today.upcoming] == [soon.id, room.conversation.id, undated.id]
    assert [due.action for due in today.due] == [first, late]
    assert [waiting.why for waiting in today.waiting] == [
        Wait.DRAFT,
        Wait.PREPARE,
        Wait.PREPARE,
        Wait.UNBOOKED,
    ]
    assert today.waiting[3].person == other
    assert today.waiting[0].draft == draft


def test_the_employee_sees_their_own_part_and_nobodys_missing_booking(room: Room) -> None:
    today = room.desk.today.look(room.employee)
    assert [waiting.why for waiting in today.waiting] == [Wait.PREPARE]
    assert today.due == ()


def test_an_empty_day_is_empty(room: Room) -> None:
    stranger = room.desk.people.add(room.me, a_person("Någon Annan"))
    today = room.desk.today.look(stranger)
    assert (today.upcoming, today.due, today.waiting) == ((), (), ())
    assert room.desk.today.prepared(stranger, [room.conversation]) == ()


def test_nobody_is_reminded_of_what_was_agreed_with_somebody_who_has_left(room: Room) -> None:
    desk, talk = room.desk, room.desk.conversations.begin(room.me, room.conversation)
    desk.actions.add(room.me, talk, an_action())
    talk = desk.conversations.conclude(room.me, talk)
    desk.signing.sign(room.me, talk, desk.signing.freeze(room.me, talk).plan.hash, initials="MM")
    before = desk.today.look(room.me)
    assert len(before.due) == 1
    assert Wait.SIGN_BESIDE in {waiting.why for waiting in before.waiting}
    yesterday = (NOW - timedelta(days=1)).date().isoformat()
    with desk.store.writing():
        desk.store.db.execute("UPDATE person SET until = ? WHERE id = ?", [yesterday, room.employee.id])
    after = desk.today.look(room.me)
    assert (after.due, after.waiting) == ((), ())
    assert len(desk.actions.visible(room.me)) == 1
