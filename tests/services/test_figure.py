"""Each counts their own: what was agreed with them as manager, and what they agreed themselves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ijtui.domain.action import Extent, Outcome
from ijtui.domain.cause import Cause
from ijtui.domain.conversation import Conversation
from ijtui.domain.figure import Plans, Points
from ijtui.domain.tally import Causes
from ijtui.minutes.figure import as_json, as_text
from ijtui.words import in_language
from tests.builders import Room, a_goal, a_person, an_action, an_outcome


def sign(room: Room, conversation: Conversation, number: int, *people: int) -> None:
    """Store a version of the plan, and who signed it."""
    store, at = room.desk.store, room.clock.now.isoformat()
    with store.writing():
        plan = store.insert(
            "signed_plan",
            {
                "conversation": conversation.id,
                "number": number,
                "body": "{}",
                "hash": f"{conversation.id:032}{number:032}",
                "author": room.me.id,
                "made": at,
            },
        )
        for person in people:
            row = {"plan": plan, "person": person, "answer": "signed", "method": "session", "at": at}
            store.insert("signature", row)


def both_sign(room: Room) -> None:
    """Begin the conversation, and let both sign what is agreed in it."""
    desk, talk = room.desk, room.desk.conversations.begin(room.me, room.conversation)
    version = desk.signing.freeze(room.me, talk)
    for person in (room.me, room.employee):
        desk.signing.sign(room.me, talk, version.plan.hash, signer=person, initials="XX")


def held_with_plan(room: Room) -> Conversation:
    room.desk.goals.add(room.me, room.conversation, a_goal(person=room.employee.id))
    return room.hold(room.conversation)


def counted(room: Room) -> Plans:
    return room.desk.figure.own(room.me).plans


def test_points_are_counted_on_both_sides_of_the_table(room: Room) -> None:
    due = date(2026, 12, 1)
    first, _second = (room.desk.actions.add(room.me, room.conversation, an_action(due=due)) for _ in "ab")
    both_sign(room)
    room.desk.actions.evaluate(room.me, room.desk.actions.get(room.me, first.id), an_outcome())
    held, own = room.desk.figure.own(room.me), room.desk.figure.own(room.employee)
    assert (held.held.fulfilled, held.held.agreed) == (own.own.fulfilled, own.own.agreed) == (1, 2)
    assert held.own.agreed == own.held.agreed == 0
    assert room.desk.figure.own(room.me, 2025).held.agreed == 0


def test_a_point_counts_once_both_have_signed_it(room: Room) -> None:
    signed = room.desk.actions.add(room.me, room.conversation, an_action(due=date(2026, 12, 1)))
    assert room.desk.figure.own(room.me).held == Points(uncounted=1)
    both_sign(room)
    room.desk.actions.add(room.me, room.conversation, an_action(due=date(2026, 12, 2)))
    assert room.desk.figure.own(room.me).held == Points(going_on=1, uncounted=1)
    assert room.desk.figure.own(room.employee).own == Points(going_on=1, uncounted=1)
    assert room.desk.actions.get(room.me, signed.id).signed


def test_what_is_reworded_after_both_have_signed_counts_and_is_told_to_be_changed(room: Room) -> None:
    room.desk.actions.add(room.me, room.conversation, an_action(due=date(2026, 12, 1)))
    both_sign(room)
    room.desk.conversations.conclude(room.me, room.desk.conversations.get(room.me, room.conversation.id))
    stored = room.desk.actions.get(room.me, 1)
    room.desk.actions.change(room.me, replace(stored, due=date(2026, 12, 24)))
    assert room.desk.figure.own(room.me).held == Points(going_on=1, changed=1)


def test_what_was_agreed_in_a_conversation_that_is_called_off_is_not_counted(room: Room) -> None:
    room.desk.actions.add(room.me, room.conversation, an_action(due=date(2026, 12, 1)))
    room.desk.conversations.cancel(room.me, room.conversation)
    assert room.desk.figure.own(room.me).held.agreed == 0


def test_another_managers_points_are_not_counted(room: Room) -> None:
    other = room.desk.people.add(room.me, a_person("Bo Berg"))
    room.desk.actions.add(room.me, room.conversation, an_action(due=date(2026, 12, 1)))
    assert room.desk.figure.own(other).held.agreed == 0


def test_a_plan_counts_once_its_conversation_is_concluded(room: Room) -> None:
    room.desk.people.add(room.me, a_person("Anna Ask", manager=room.me.id))
    assert counted(room) == Plans(2, 0, 0)
    held_with_plan(room)
    assert counted(room) == Plans(2, 1, 0)
    assert room.desk.figure.own(room.me, 2025).plans == Plans(2, 0, 0)


def test_a_plan_is_signed_when_both_have_signed_its_newest_version(room: Room) -> None:
    held = held_with_plan(room)
    sign(room, held, 1, room.me.id)
    assert counted(room) == Plans(1, 1, 0)
    sign(room, held, 2, room.me.id, room.employee.id)
    assert counted(room) == Plans(1, 1, 1)
    sign(room, held, 3, room.employee.id)
    assert counted(room) == Plans(1, 1, 0)


def test_a_plan_counts_in_the_year_of_its_conversation(room: Room) -> None:
    held_with_plan(room)
    room.clock.forward(days=60)
    assert counted(room) == Plans(1, 0, 0)
    assert room.desk.figure.own(room.me, 2026).plans == Plans(1, 1, 0)


def test_the_figure_carries_no_name_and_no_text(room: Room) -> None:
    goal = room.desk.goals.add(room.me, room.conversation, a_goal(person=room.employee.id))
    room.desk.actions.add(room.me, room.conversation, an_action(due=date(2026, 12, 1), goal=goal.id))
    room.hold(room.conversation)
    figure = room.desk.figure.own(room.me)
    for written in (as_text(figure, in_language("sv")), as_text(figure, in_language("en")), as_json(figure)):
        for secret in ("Maria", "Erik", "Boka kursen", goal.title):
            assert secret not in written


def test_the_rule_is_told_where_there_is_nothing_to_count(room: Room) -> None:
    nobody = room.desk.people.add(room.me, a_person("Bo Berg"))
    text = as_text(room.desk.figure.own(nobody), in_language("en"))
    assert "There is nothing to count yet." in text
    assert "How it is counted" in text


def test_what_stood_in_the_way_is_kept_with_the_outcome_and_counted(room: Room) -> None:
    desk, due = room.desk, date(2026, 11, 1)
    made = [desk.actions.add(room.me, room.conversation, an_action(due=due)) for _each in range(3)]
    both_sign(room)
    for action, extent in zip(made, (Extent.NO, Extent.PARTLY, Extent.YES), strict=True):
        said = Outcome(extent, room.clock.now.date(), cause=Cause.RESOURCES)
        desk.actions.evaluate(room.me, desk.actions.get(room.me, action.id), said)
    causes = [desk.actions.get(room.me, action.id).outcome for action in made]
    assert [said.cause for said in causes if said] == [Cause.RESOURCES, Cause.RESOURCES, None]
    desk.figure.set_floor(room.me, 1)
    tally = desk.figure.organisation(room.me).tally
    assert tally is not None
    assert tally.kept_back == Causes(resources=2)
