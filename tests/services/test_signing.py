"""Both sign the same text, or say why not; what was signed is superseded and never taken back (D-M2)."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from ijtui.data.chain import read_through
from ijtui.domain.agenda import Kind
from ijtui.domain.conversation import Conversation
from ijtui.domain.goal import Goal, Responsible, Result
from ijtui.domain.person import Person
from ijtui.domain.signature import Method, PlanState, Standing, Version
from ijtui.domain.today import Wait
from ijtui.errors import Conflict, NotAllowed, NotFound, RuleBroken
from ijtui.services.signing import SigningService
from tests.builders import Room, a_goal, a_person, a_session, an_action, an_agenda, an_outcome, let_in
from tests.small_year import a_small_year

Change = Callable[[Room, Conversation], object]
"""Something that the two agree on anew."""


def agreed(room: Room, conversation: Conversation | None = None) -> Conversation:
    """Begin the conversation and agree on a goal and an action that serves it."""
    talk = room.desk.conversations.begin(room.me, conversation or room.conversation)
    goal = room.desk.goals.add(room.me, talk, a_goal())
    room.desk.actions.add(room.me, talk, an_action(goal=goal.id))
    return talk


def frozen(room: Room, talk: Conversation) -> Version:
    return room.desk.signing.freeze(room.me, talk)


def sign(room: Room, talk: Conversation, signer: Person, reservation: str = "") -> Version:
    """Sign what there is, at the owner's screen."""
    newest = frozen(room, talk)
    return room.desk.signing.sign(
        room.me, talk, newest.plan.hash, reservation, signer=signer, initials=signer.name[:1]
    )


def both_sign(room: Room, talk: Conversation) -> None:
    sign(room, talk, room.me)
    sign(room, talk, room.employee)


def stands(room: Room, talk: Conversation, asker: Person | None = None) -> Standing:
    found = room.desk.signing.standing(asker or room.me, talk)
    assert found is not None
    return found


def through(room: Room, person: Person) -> SigningService:
    """Let a person have a login, and return what they can sign when they come in by it with a key."""
    door = let_in(room.desk, person)
    return SigningService(room.desk.store, room.desk.clock, str, replace(door, key="SHA256:abc"))


def test_a_plan_that_nobody_has_signed_is_version_one(room: Room) -> None:
    talk = agreed(room)
    assert stands(room, talk) == Standing(PlanState.NOT_SIGNED, 1)


def test_the_hash_is_that_of_exactly_the_bytes_that_are_handed_out(room: Room) -> None:
    talk = agreed(room)
    body = room.desk.signing.plan_json(room.me, talk)
    assert hashlib.sha256(body).hexdigest() == frozen(room, talk).plan.hash
    assert len(frozen(room, talk).plan.text.salt) == 64


def test_looking_again_makes_no_new_version(room: Room) -> None:
    talk = agreed(room)
    assert frozen(room, talk) == room.desk.signing.freeze(room.employee, talk)


def test_two_plans_that_say_the_same_have_different_hashes(room: Room) -> None:
    first, second = agreed(room), agreed(room, room.book())
    assert frozen(room, first).plan.hash != frozen(room, second).plan.hash
    assert frozen(room, first).plan.text.salt != frozen(room, second).plan.text.salt


def test_both_sign_the_same_version_one_after_the_other(room: Room) -> None:
    talk = agreed(room)
    sign(room, talk, room.me)
    assert stands(room, talk).state is PlanState.WAITS_FOR_OTHER
    assert stands(room, talk, room.employee).state is PlanState.WAITS_FOR_YOU
    version = sign(room, talk, room.employee)
    assert stands(room, talk).state is PlanState.SIGNED
    assert [(answer.person, answer.method, answer.initials) for answer in version.answers] == [
        (room.me.id, Method.INITIALS, "M"),
        (room.employee.id, Method.INITIALS, "E"),
    ]


def test_a_reservation_is_part_of_the_signature(room: Room) -> None:
    talk = agreed(room)
    sign(room, talk, room.me)
    version = sign(room, talk, room.employee, "Jag hinner inte\x1b[31m båda före maj.")
    assert stands(room, talk).state is PlanState.RESERVED
    assert version.reservation_of(room.employee.id) == "Jag hinner inte[31m båda före maj."


def test_one_declines_with_a_reason_and_may_sign_after_all(room: Room) -> None:
    talk = agreed(room)
    sign(room, talk, room.me)
    hash_, signing = frozen(room, talk).plan.hash, room.desk.signing
    with pytest.raises(RuleBroken, match="why"):
        signing.decline(room.me, talk, hash_, " ", signer=room.employee, initials="E")
    signing.decline(room.me, talk, hash_, "Målet är för stort.", signer=room.employee, initials="E")
    assert stands(room, talk).state is PlanState.DECLINED
    sign(room, talk, room.employee)
    assert stands(room, talk).state is PlanState.SIGNED


def test_what_is_signed_is_never_taken_back(room: Room) -> None:
    talk = agreed(room)
    hash_ = sign(room, talk, room.me).plan.hash
    with pytest.raises(RuleBroken, match="never taken back"):
        room.desk.signing.decline(room.me, talk, hash_, "Jag ångrar mig.", initials="M")
    with pytest.raises(RuleBroken, match="never taken back"):
        sign(room, talk, room.me)


def change_goal(room: Room, talk: Conversation, **words: Any) -> None:
    [goal] = room.desk.goals.of(room.me, talk)
    room.desk.goals.change(room.me, replace(goal, **words))


def change_action(room: Room, talk: Conversation, **words: Any) -> None:
    [action] = room.desk.plans.of(room.me, talk).actions
    room.desk.actions.change(room.me, replace(action, **words))


def remove_action(room: Room, talk: Conversation) -> None:
    [action] = room.desk.plans.of(room.me, talk).actions
    room.desk.actions.remove(room.me, action)


def with_goal(**words: Any) -> Change:
    return lambda room, talk: change_goal(room, talk, **words)


def with_action(**words: Any) -> Change:
    return lambda room, talk: change_action(room, talk, **words)


CHANGES: dict[str, Change] = {
    "title": with_goal(title="Annat"),
    "measure": with_goal(measure="Annat"),
    "achievable": with_goal(achievable="Annat"),
    "serves": with_goal(serves="Annat"),
    "support": with_goal(support="Annat"),
    "period": with_goal(period="2028"),
    "due": with_goal(due=None),
    "owner": with_goal(owner=None),
    "what": with_action(what="Annat"),
    "last day": with_action(due=date(2027, 2, 1)),
    "responsible": with_action(responsible=Responsible.MANAGER),
    "goal served": with_action(goal=None),
    "another goal": lambda room, talk: room.desk.goals.add(room.me, talk, a_goal("Ett till")),
    "another action": lambda room, talk: room.desk.actions.add(room.me, talk, an_action("En till")),
    "an action less": lambda room, talk: remove_action(room, talk),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_any_change_makes_a_version_that_both_sign_again(room: Room, change: Change) -> None:
    talk = agreed(room)
    both_sign(room, talk)
    first = frozen(room, talk).plan
    change(room, talk)
    assert (stands(room, talk).state, stands(room, talk).number) == (PlanState.CHANGED, 2)
    second = frozen(room, talk).plan
    assert (second.number, second.text.previous) == (2, first.hash)
    assert stands(room, talk).state is PlanState.NOT_SIGNED
    both_sign(room, talk)
    assert stands(room, talk).state is PlanState.SIGNED
    assert [version.plan.number for version in room.desk.signing.versions(room.me, talk)] == [1, 2]


def test_a_change_that_is_taken_back_is_no_change(room: Room) -> None:
    talk = agreed(room)
    both_sign(room, talk)
    change_goal(room, talk, title="Annat")
    change_goal(room, talk, title=a_goal().title)
    assert stands(room, talk).state is PlanState.SIGNED


def test_what_happens_to_a_goal_or_an_agreement_later_changes_nothing(room: Room) -> None:
    talk = agreed(room)
    both_sign(room, talk)
    talk = room.desk.conversations.conclude(room.me, talk)
    [goal], [action] = room.desk.goals.of(room.me, talk), room.desk.plans.of(room.me, talk).actions
    room.desk.goals.close(room.me, goal, Result.REACHED)
    room.clock.forward(days=30)
    room.desk.actions.evaluate(room.me, action, an_outcome(on=room.clock.now.date()), beside=True)
    room.desk.people.change(room.me, replace(room.employee, name="Erik Ny"))
    assert stands(room, talk).state is PlanState.SIGNED


def test_what_a_later_conversation_says_of_an_earlier_agreement_changes_nothing(room: Room) -> None:
    first = room.desk.conversations.conclude(room.me, agreed(room))
    room.clock.forward(days=400)
    second = agreed(room, room.book(starts=room.clock.now))
    [action] = room.desk.plans.of(room.me, second).earlier
    room.desk.actions.evaluate(room.me, action, an_outcome(on=room.clock.now.date(), conversation=second.id))
    both_sign(room, second)
    signed = frozen(room, second).plan
    assert [item.decision for item in signed.text.earlier] == ["evaluated"]
    room.desk.conversations.conclude(room.me, room.desk.conversations.get(room.me, second.id))
    room.clock.forward(days=400)
    third = agreed(room, room.book(starts=room.clock.now))
    again = next(found for found in room.desk.plans.of(room.me, second).earlier if found.id == action.id)
    room.desk.actions.evaluate(
        room.me, again, an_outcome(achieved="Mer", on=room.clock.now.date(), conversation=third.id)
    )
    assert stands(room, second).state is PlanState.SIGNED
    assert stands(room, first).state is PlanState.NOT_SIGNED


def test_what_was_read_must_still_be_the_plan_when_it_is_signed(room: Room) -> None:
    talk = agreed(room)
    read = frozen(room, talk).plan.hash
    change_goal(room, talk, title="Något annat")
    with pytest.raises(Conflict, match="Read it again"):
        room.desk.signing.sign(room.me, talk, read, initials="M")
    frozen(room, talk)
    with pytest.raises(Conflict, match="Read it again"):
        room.desk.signing.sign(room.me, talk, read, initials="M")


def test_only_an_empty_plan_cannot_be_signed(room: Room) -> None:
    talk = room.desk.conversations.begin(room.me, room.conversation)
    with pytest.raises(RuleBroken, match="nothing to sign"):
        frozen(room, talk)
    room.desk.goals.add(room.me, talk, Goal(room.employee.id, "Bara en rubrik", owner=None))
    assert room.desk.plans.of(room.me, talk).lacks()
    both_sign(room, talk)
    assert stands(room, talk).state is PlanState.SIGNED


def test_a_conversation_that_has_not_begun_has_nothing_to_sign(room: Room) -> None:
    with pytest.raises(RuleBroken, match="Start the conversation"):
        frozen(room, room.conversation)


def test_a_quarterly_conversation_is_not_signed(room: Room) -> None:
    talk = agreed(room, room.book(agenda=an_agenda(kind=Kind.QUARTERLY)))
    assert room.desk.signing.standing(room.me, talk) is None
    with pytest.raises(RuleBroken, match="evaluation of a year"):
        frozen(room, talk)


def test_an_evaluation_is_signed_with_what_came_of_what_was_agreed(tmp_path: Path) -> None:
    year = a_small_year(tmp_path, "en")
    year.room.clock.now = datetime(2026, 12, 15, 9, 0)
    talk = year.room.desk.conversations.begin(year.room.me, year.evaluation)
    plan = year.room.desk.plans.of(year.room.me, talk)
    assert (plan.goals, plan.actions) == ((), ())
    both_sign(year.room, talk)
    year.room.desk.conversations.conclude(year.room.me, talk)
    assert stands(year.room, talk).state is PlanState.SIGNED
    earlier = frozen(year.room, talk).plan.text.earlier
    assert [item.carried_out for item in earlier] == ["yes", ""]
    year.room.desk.close()


def test_somebody_else_learns_nothing(room: Room) -> None:
    talk = agreed(room)
    hash_ = sign(room, talk, room.me).plan.hash
    stranger = room.desk.people.add(room.me, a_person("Lina Ek"))
    signing = room.desk.signing
    for attempt in (
        lambda: signing.standing(stranger, talk),
        lambda: signing.versions(stranger, talk),
        lambda: signing.plan_json(stranger, talk),
        lambda: signing.sign(stranger, talk, hash_, initials="L"),
        lambda: signing.decline(stranger, talk, hash_, "Nej", initials="L"),
    ):
        with pytest.raises(NotFound):
            attempt()
    with pytest.raises(NotAllowed):
        signing.sign(room.me, talk, hash_, signer=stranger, initials="L")


# Who signs for whom


def test_initials_are_needed_where_nobody_logs_in(room: Room) -> None:
    talk = agreed(room)
    with pytest.raises(RuleBroken, match="initials"):
        room.desk.signing.sign(room.me, talk, frozen(room, talk).plan.hash, initials=" \x1b")


def test_whoever_has_a_login_signs_for_themselves(room: Room) -> None:
    talk = agreed(room)
    theirs = through(room, room.employee)
    with pytest.raises(NotAllowed, match="session of their own"):
        sign(room, talk, room.employee)
    with pytest.raises(NotAllowed, match="session of their own"):
        room.desk.signing.decline(
            room.me, talk, frozen(room, talk).plan.hash, "Nej", signer=room.employee, initials="E"
        )
    version = theirs.sign(room.employee, talk, frozen(room, talk).plan.hash)
    assert [(answer.method, answer.fingerprint, answer.initials) for answer in version.answers] == [
        (Method.SESSION, "SHA256:abc", "")
    ]


def test_at_a_server_one_without_a_login_signs_beside_the_one_who_came_in(room: Room) -> None:
    talk = agreed(room)
    mine = through(room, room.me)
    hash_ = mine.freeze(room.me, talk).plan.hash
    mine.sign(room.me, talk, hash_)
    version = mine.sign(room.me, talk, hash_, signer=room.employee, initials="EE")
    assert [answer.method for answer in version.answers] == [Method.SESSION, Method.INITIALS]


def test_each_signs_in_a_session_of_their_own_behind_the_wall(room: Room) -> None:
    talk = agreed(room)
    mine, theirs = a_session(room.desk, room.me), a_session(room.desk, room.employee)
    stranger = room.desk.people.add(room.me, a_person("Lina Ek"))
    outside = a_session(room.desk, stranger)
    hash_ = mine.signing.freeze(room.me, talk).plan.hash
    assert theirs.signing.freeze(room.employee, talk).plan.hash == hash_
    mine.signing.sign(room.me, talk, hash_)
    assert Wait.SIGN in [item.why for item in theirs.today.look(room.employee).waiting]
    with pytest.raises(NotAllowed):
        mine.signing.sign(room.me, talk, hash_, signer=room.employee, initials="EE")
    theirs.signing.sign(room.employee, talk, hash_, "Inte före maj")
    assert stands(room, talk).state is PlanState.RESERVED
    assert outside.signing.of_hash(stranger, hash_) is None
    assert outside.store.rows("SELECT * FROM signed_plan") == []
    assert outside.store.rows("SELECT * FROM signature") == []
    for desk in (mine, theirs, outside):
        desk.close()
    chain = read_through(room.desk.store.path)
    assert chain is not None
    assert chain.is_whole


# What waits, what is noted, what stays


def waiting(room: Room, asker: Person) -> list[Wait]:
    return [item.why for item in room.desk.today.look(asker).waiting if item.why.value.startswith("sign")]


def test_the_plan_waits_for_whoever_has_not_signed(room: Room) -> None:
    talk = agreed(room)
    assert waiting(room, room.me) == []
    sign(room, talk, room.employee)
    assert waiting(room, room.me) == [Wait.SIGN]
    sign(room, talk, room.me)
    assert waiting(room, room.me) == []


def test_the_others_signature_waits_for_the_owner_while_the_other_has_no_login(room: Room) -> None:
    talk = agreed(room)
    sign(room, talk, room.me)
    assert waiting(room, room.me) == [Wait.SIGN_BESIDE]
    through(room, room.employee)
    assert waiting(room, room.me) == []


def test_a_plan_that_was_declined_waits_for_the_other(room: Room) -> None:
    talk = agreed(room)
    hash_ = frozen(room, talk).plan.hash
    room.desk.signing.decline(room.me, talk, hash_, "Nej", signer=room.employee, initials="E")
    assert waiting(room, room.me) == [Wait.SIGN_DECLINED]
    assert waiting(room, room.employee) == []


def test_a_plan_that_was_changed_waits_for_nobody_until_somebody_signs_it(room: Room) -> None:
    talk = agreed(room)
    sign(room, talk, room.employee)
    change_goal(room, talk, title="Annat")
    assert waiting(room, room.me) == []


def test_every_step_is_a_line_in_the_history(room: Room) -> None:
    talk = agreed(room)
    sign(room, talk, room.me)
    plan = frozen(room, talk).plan
    room.desk.signing.decline(room.me, talk, plan.hash, "Nej", signer=room.employee, initials="E")
    lines = room.desk.store.rows(
        "SELECT who, verb, subject FROM history WHERE subject LIKE 'plan:%' ORDER BY id"
    )
    assert [tuple(line.values()) for line in lines] == [
        (room.me.id, "froze", f"plan:{plan.id}"),
        (room.me.id, "signed", f"plan:{plan.id}:{room.me.id}"),
        (room.me.id, "declined", f"plan:{plan.id}:{room.employee.id}"),
    ]


def test_to_sign_is_not_to_revise_the_minutes(room: Room) -> None:
    talk = agreed(room)
    before = room.desk.plans.record(room.me, talk.id).revised
    room.clock.forward(days=1)
    both_sign(room, talk)
    assert room.desk.plans.record(room.me, talk.id).revised == before


@pytest.mark.parametrize("table", ["signed_plan", "signature"])
@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE {table} SET id = id",
        "DELETE FROM {table}",
        "INSERT OR REPLACE INTO {table} SELECT * FROM {table}",
    ],
)
@pytest.mark.parametrize("recursive", [0, 1])
def test_no_statement_changes_what_was_signed(room: Room, table: str, sql: str, recursive: int) -> None:
    both_sign(room, agreed(room))
    with closing(sqlite3.connect(room.desk.store.path)) as conn:
        conn.execute(f"PRAGMA recursive_triggers={recursive}")
        with pytest.raises(sqlite3.IntegrityError, match="only added"):
            conn.execute(sql.format(table=table))


def test_two_versions_of_the_same_number_cannot_be(room: Room) -> None:
    talk = agreed(room)
    frozen(room, talk)
    with closing(sqlite3.connect(room.desk.store.path)) as conn, pytest.raises(sqlite3.IntegrityError):
        conn.execute(
            "INSERT INTO signed_plan (conversation, number, body, hash, author, made)"
            " SELECT conversation, number, body, 'other', author, made FROM signed_plan"
        )
