"""What is weeded is gone from the disk, and everything that is counted or signed still holds."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from ijtui.data import backup, chain
from ijtui.data.mine import Mine
from ijtui.domain.action import Outcome
from ijtui.domain.conversation import Party
from ijtui.domain.goal import Responsible
from ijtui.domain.keeping import Part, Receipt, Sort, earlier
from ijtui.domain.person import Person
from ijtui.domain.post import Post
from ijtui.domain.unit import Unit
from ijtui.errors import BadInput, Conflict, NotAllowed, NotFound, RuleBroken, StorageFailed
from ijtui.minutes.weeding import as_markdown
from ijtui.services.desk import open_desk
from ijtui.words import in_language
from tests.builders import (
    NOW,
    Room,
    a_goal,
    a_person,
    a_room,
    a_session,
    an_action,
    an_outcome,
    preparation,
    private,
    shared,
    some_feedback,
)
from tests.services.organisation import Organisation, Role
from tests.services.weeding import ALL, LATER, MARK, a_marked_file, columns, found_in, rules, weeder

ROOT = "root"
GUARDS = "SELECT name FROM sqlite_schema WHERE type = 'trigger' ORDER BY name"


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    room = a_room(tmp_path)
    yield room
    room.desk.close()


@pytest.fixture
def marked(tmp_path: Path) -> Iterator[tuple[Organisation, tuple[str, ...]]]:
    made, words = a_marked_file(tmp_path)
    yield made, words
    made.room.desk.close()


# What goes


def test_every_word_is_gone_from_every_file_of_the_folder(
    marked: tuple[Organisation, tuple[str, ...]], tmp_path: Path
) -> None:
    made, words = marked
    path = made.room.desk.store.path
    made.room.desk.backups.make()
    copy = backup.make(path, "upgrade", made.room.clock.now)
    shutil.copy(copy, path.with_name("ijtui.db.damaged-20301231T101010"))
    shutil.copy(copy, copy.with_suffix(".part"))
    before = found_in(tmp_path, words)
    assert len(before) >= 5
    assert set().union(*before.values()) == set(words)
    assert len(words) > 30
    assert any("backups" in name for name in before)
    service = weeder(made, ALL)
    receipt = service.weed(ROOT)
    assert receipt.removed
    cleaned = service.clean(ROOT, with_copies=True)
    assert cleaned.whole
    assert cleaned.fresh
    assert found_in(tmp_path, words) == {}


def test_without_being_asked_copies_stay_and_are_named(
    marked: tuple[Organisation, tuple[str, ...]], tmp_path: Path
) -> None:
    made, words = marked
    copy = made.room.desk.backups.make()
    service = weeder(made, ALL)
    service.weed(ROOT)
    assert service.clean(ROOT).copies == (copy,)
    assert found_in(tmp_path, words).keys() == {copy.relative_to(tmp_path).as_posix()}
    later = made.room.clock.forward(minutes=5)
    assert backup.made_at(made.room.desk.backups.make()) == later
    assert service.clean(ROOT).copies == (copy,)


def test_a_copy_that_may_have_been_begun_before_counts_as_one_from_before(room: Room) -> None:
    room.write(room.me, shared(), "ett ord")
    room.clock.forward(days=400)
    chosen(room, ALL)
    room.desk.weeding.weed(room.me)
    room.clock.forward(seconds=1)
    copy = room.desk.backups.make()
    room.clock.forward(seconds=1)
    assert room.desk.weeding.clean(room.me).copies == (copy,)
    room.clock.forward(seconds=1)
    later = room.desk.backups.make()
    assert room.desk.weeding.clean(room.me, with_copies=True).fresh
    assert not copy.exists()
    assert later.exists()


def test_nothing_that_is_removed_can_be_removed_again(marked: tuple[Organisation, tuple[str, ...]]) -> None:
    made, _words = marked
    service = weeder(made, ALL)
    assert service.weed(ROOT).removed
    assert service.weed(ROOT).parts == ()


def test_a_receipt_holds_counts_and_ids_and_no_word(marked: tuple[Organisation, tuple[str, ...]]) -> None:
    made, _words = marked
    service = weeder(made, ALL)
    listed = service.due(ROOT)
    receipt = service.weed(ROOT)
    assert listed.parts == receipt.parts
    stored = service.receipt(ROOT, receipt.id)
    assert stored.parts == receipt.parts
    assert (stored.author, stored.day) == (ROOT, LATER)
    assert MARK not in json.dumps([str(part) for part in stored.parts])
    assert receipt.numbered()["signed_plan"] == (1, 2)


def test_a_list_changes_nothing(marked: tuple[Organisation, tuple[str, ...]]) -> None:
    made, _words = marked
    store = made.room.desk.store
    tables = [row["name"] for row in store.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    before = {table: store.rows(f"SELECT * FROM {table}") for table in tables}
    assert made.room.desk.weeding.due(ROOT).removed
    assert {table: store.rows(f"SELECT * FROM {table}") for table in tables} == before


def test_rows_stay_that_figures_are_counted_from(marked: tuple[Organisation, tuple[str, ...]]) -> None:
    made, _words = marked
    store = made.room.desk.store
    asked = (
        "SELECT employee, manager, due, responsible, carried_out, done, cancelled FROM action",
        "SELECT person, kind, progress, result, due FROM goal",
        "SELECT conversation, number, hash, made FROM signed_plan",
        "SELECT plan, person, answer, method, at, fingerprint, proof FROM signature",
        "SELECT cause, quarter FROM shortfall",
        "SELECT id, employee, manager, starts, began, state FROM conversation",
        "SELECT person, amount, days FROM recognition",
    )
    before = [store.rows(sql) for sql in asked]
    assert all(before)
    weeder(made, ALL).weed(ROOT)
    assert [store.rows(sql) for sql in asked] == before


def test_the_history_holds_together_and_rows_are_only_added_again(
    marked: tuple[Organisation, tuple[str, ...]],
) -> None:
    made, _words = marked
    store = made.room.desk.store
    before = store.rows(GUARDS)
    weeder(made, ALL).weed(ROOT)
    found = chain.read_through(store.path)
    assert found is not None
    assert found.is_whole
    assert found.lines == store.rows("SELECT count(*) AS lines FROM history")[0]["lines"]
    assert store.rows(GUARDS) == before
    assert store.rows("PRAGMA foreign_key_check") == []


def test_whoever_looks_at_what_is_weeded_meets_no_error(tmp_path: Path) -> None:
    room = a_room(tmp_path)
    goal = room.desk.goals.add(room.me, room.conversation, a_goal(person=room.employee.id))
    room.desk.actions.add(room.me, room.conversation, an_action(goal=goal.id))
    begun = room.desk.conversations.begin(room.me, room.conversation)
    version = room.desk.signing.freeze(room.me, begun)
    room.desk.signing.sign(room.me, begun, version.plan.hash, initials="MM")
    room.desk.signing.sign(room.me, begun, version.plan.hash, signer=room.employee, initials="EE")
    left(room, room.employee, NOW.date())
    room.clock.forward(days=400)
    chosen(room, rules(plan=("never", 0)))
    room.desk.weeding.weed(room.me)
    standing = room.desk.signing.standing(room.me, begun)
    assert standing
    assert standing.state.is_agreed
    assert room.desk.signing.versions(room.me, begun) == ()
    with pytest.raises(RuleBroken, match="weeded on"):
        room.desk.signing.freeze(room.me, begun)
    record = room.desk.plans.record(room.me, begun.id)
    assert [goal.title for goal in record.plan.goals] == ["–"]
    assert room.desk.people.conversations(room.me, room.employee)
    assert room.desk.today.look(room.me)
    room.desk.close()


# When


def chosen(room: Room, text: str) -> None:
    room.desk.weeding.choose(room.me, text)


def left(room: Room, person: Person, last: date) -> None:
    from ijtui.data.post import Posts
    from ijtui.data.unit import Units

    store = room.desk.store
    with store.writing():
        unit = Units(store).add(Unit(f"Enheten {person.id}"))
        Posts(store).add(Post(person.id, unit.id, date(2020, 1, 1), until=last))


def due(room: Room, on: date) -> dict[Sort, int]:
    found = room.desk.weeding.due(room.me, on)
    return {sort: counts.removed for sort, counts in found.by_sort().items() if counts.removed}


def test_a_text_goes_so_many_months_after_its_conversation_and_not_a_day_before(room: Room) -> None:
    room.write(room.me, shared(), "ett ord")
    chosen(room, rules(shared_notes=(12, "never")))
    held = room.conversation.starts
    assert held
    assert due(room, date(2027, 11, 28)) == {}
    assert due(room, date(2027, 11, 29)) == {Sort.NOTES: 2}  # the note, and where it was held


def test_work_environment_goes_by_its_own_rule_first(room: Room) -> None:
    for key in (shared("balance"), preparation(Party.MANAGER, "balance"), private(Party.MANAGER, "balance")):
        room.write(room.me, key, "om hälsan")
    room.write(room.me, shared("results"), "om året")
    chosen(room, rules(work_environment=(1, "never"), shared_notes=(60, "never")))
    assert due(room, date(2027, 2, 1)) == {Sort.WORK_ENVIRONMENT: 3}


def test_what_is_of_two_kinds_goes_by_the_first_rule_that_it_falls_under(room: Room) -> None:
    room.write(room.me, private(Party.MANAGER, "balance"), "om hälsan")
    chosen(room, rules(work_environment=(60, "never"), private_notes=(1, "never")))
    assert due(room, date(2027, 2, 1)) == {Sort.PRIVATE: 1}


def test_earlier_versions_go_before_the_text_and_with_it(room: Room) -> None:
    room.write(room.me, shared(), "först " + "x" * 100)
    room.write(room.me, shared(), "sedan")
    chosen(room, rules(earlier_versions=(1, "never")))
    assert due(room, date(2027, 2, 1)) == {Sort.EARLIER: 1}
    chosen(room, rules(shared_notes=(1, "never")))
    assert due(room, date(2027, 2, 1)) == {Sort.NOTES: 3}


def test_what_is_open_stays_while_its_person_is_here(room: Room) -> None:
    goal = room.desk.goals.add(room.me, room.conversation, a_goal(person=room.employee.id))
    done = room.desk.actions.add(room.me, room.conversation, an_action("Klar"))
    room.desk.actions.add(room.me, room.conversation, an_action("Pågår"))
    outcome: Outcome = an_outcome(on=NOW.date())
    room.desk.actions.evaluate(room.me, done, outcome)
    chosen(room, rules(plan=(12, 6)))
    far = date(2040, 1, 1)
    [part] = room.desk.weeding.due(room.me, far).parts
    assert (part.table, part.ids) == ("action", (done.id,))
    left(room, room.employee, date(2039, 1, 1))
    found = room.desk.weeding.due(room.me, far).numbered()
    assert (found["goal"], len(found["action"])) == ((goal.id,), 2)


def test_a_manager_who_left_takes_their_own_with_them_and_nothing_of_the_employee(room: Room) -> None:
    room.write(room.me, private(Party.MANAGER), "chefens eget")
    room.write(room.employee, private(Party.EMPLOYEE), "medarbetarens eget")
    room.write(room.me, shared(), "gemensamt")
    left(room, room.me, date(2027, 1, 1))
    chosen(room, rules(private_notes=("never", 1), shared_notes=("never", 1)))
    [part] = room.desk.weeding.due(room.me, date(2028, 1, 1)).parts
    assert (part.sort, part.person) == (Sort.PRIVATE, room.me.id)


def test_what_a_manager_wrote_of_somebody_who_left_goes_too(room: Room) -> None:
    room.write(room.me, private(Party.MANAGER), "om medarbetaren")
    left(room, room.employee, date(2027, 1, 1))
    chosen(room, rules(private_notes=("never", 1)))
    assert due(room, date(2027, 2, 1)) == {}
    assert due(room, date(2027, 2, 2)) == {Sort.PRIVATE: 1}


def test_whoever_comes_back_has_not_left(room: Room) -> None:
    from ijtui.data.post import Posts

    room.write(room.employee, private(Party.EMPLOYEE), "eget")
    left(room, room.employee, date(2026, 1, 1))
    chosen(room, rules(private_notes=("never", 1)))
    assert due(room, date(2027, 1, 1)) == {Sort.PRIVATE: 1}
    store = room.desk.store
    with store.writing():
        Posts(store).add(Post(room.employee.id, 1, date(2026, 12, 1)))
    assert due(room, date(2027, 1, 1)) == {}


def test_an_account_that_is_over_says_who_has_left_where_no_post_is_written(room: Room) -> None:
    room.write(room.employee, private(Party.EMPLOYEE), "eget")
    chosen(room, rules(private_notes=("never", 1)))
    session = a_session(room.desk, room.employee)
    session.close()
    assert due(room, date(2040, 1, 1)) == {}
    room.desk.store.db.execute("UPDATE account SET until = '2027-01-01'")
    assert due(room, date(2027, 3, 1)) == {Sort.PRIVATE: 1}


def test_what_was_agreed_in_a_conversation_that_was_called_off_is_not_open(room: Room) -> None:
    goal = room.desk.goals.add(room.me, room.conversation, a_goal(person=room.employee.id))
    room.desk.conversations.cancel(room.me, room.conversation)
    chosen(room, rules(plan=(12, "never")))
    assert room.desk.weeding.due(room.me, date(2027, 11, 28)).parts == ()
    assert room.desk.weeding.due(room.me, date(2027, 11, 29)).numbered() == {"goal": (goal.id,)}


def test_a_managers_own_of_whom_they_have_handed_over_goes_as_of_one_who_left(room: Room) -> None:
    heir = room.desk.people.add(room.me, a_person("Sara Sten"))
    other = room.desk.people.add(room.me, a_person("Lina Ek", manager=room.me.id))
    elsewhere = room.book(employee=other)
    for talk in (room.conversation, elsewhere):
        room.write(room.me, private(Party.MANAGER, conversation=talk.id), "chefens eget")
    room.write(room.employee, private(Party.EMPLOYEE), "medarbetarens eget")
    row = {"uid": "u", "employee": room.employee.id, "leaver": room.me.id, "successor": heir.id}
    days = {"day": "2027-01-01", "made": "2026-12-01", "moved": "2027-01-01", "state": "moved"}
    with room.desk.store.writing():
        room.desk.store.insert("handover", row | days | {"author": room.me.id})
    chosen(room, rules(private_notes=("never", 1)))
    assert due(room, date(2027, 3, 1)) == {}  # who still leads somebody has not left them
    room.desk.store.db.execute("UPDATE person SET manager = ? WHERE id = ?", [heir.id, room.employee.id])
    [part] = room.desk.weeding.due(room.me, date(2027, 3, 1)).parts
    assert (part.person, part.conversation, part.number) == (room.me.id, room.conversation.id, 1)


def test_a_month_before_the_last_of_a_long_one_is_the_last_of_a_short_one() -> None:
    assert earlier(date(2027, 3, 31), 1) == date(2027, 2, 28)
    assert earlier(date(2027, 1, 15), 13) == date(2025, 12, 15)
    assert earlier(date(2027, 1, 15), 0) == date(2027, 1, 15)
    assert earlier(date(40, 1, 15), 1200) == date.min


# Who may, and by which rules


def test_nothing_is_removed_by_rules_that_nobody_chose(room: Room) -> None:
    room.write(room.me, shared(), "ett ord")
    room.clock.forward(days=4000)
    assert room.desk.weeding.due(room.me).removed
    with pytest.raises(RuleBroken, match="document plan"):
        room.desk.weeding.weed(room.me)
    assert room.desk.weeding.rules(room.me).at is None
    chosen(room, rules(shared_notes=(1, 1)))
    now = room.desk.weeding.rules(room.me)
    assert (now.at, now.author) == (room.clock.now, room.me.name)
    assert room.desk.weeding.weed(room.me).removed == 2


def test_only_a_day_that_has_come_can_be_weeded_from(room: Room) -> None:
    chosen(room, ALL)
    with pytest.raises(RuleBroken, match="dry-run"):
        room.desk.weeding.weed(room.me, NOW.date() + timedelta(days=1))


def test_rules_that_leave_something_out_are_not_chosen(room: Room) -> None:
    with pytest.raises(BadInput, match="work-environment"):
        chosen(room, "[feedback]\nafter = 1\nleft = 1\n")
    assert room.desk.weeding.rules(room.me).at is None


def test_nobody_weeds_in_a_session(room: Room) -> None:
    session = a_session(room.desk, room.me)
    for ask in (
        lambda: session.weeding.rules(room.me),
        lambda: session.weeding.due(room.me),
        lambda: session.weeding.weed(ROOT),
        lambda: session.weeding.choose(room.me, ALL),
        lambda: session.weeding.clean(ROOT, with_copies=True),
        lambda: session.weeding.holds(ROOT),
        lambda: session.weeding.hold_person(room.me, room.me.id, "nej"),
        lambda: session.weeding.lift(ROOT, 1),
    ):
        with pytest.raises(NotAllowed):
            ask()
    session.close()


# Legal holds


@pytest.mark.parametrize("about", ["person", "conversation"])
def test_nothing_is_weeded_of_what_is_held_and_the_receipt_says_so(
    marked: tuple[Organisation, tuple[str, ...]], about: str
) -> None:
    made, _words = marked
    service = weeder(made, ALL)
    hold = (
        service.hold_person(ROOT, made.room.employee.id, "Tvist, dnr 12")
        if about == "person"
        else service.hold_conversation(ROOT, 1, "Tvist, dnr 12")
    )
    receipt = service.weed(ROOT)
    assert receipt.held
    held = {part.conversation for part in receipt.parts if part.held}
    assert 1 in held
    assert not any(part.conversation == 1 for part in receipt.parts if not part.held)
    assert made.room.desk.store.rows("SELECT 1 FROM text WHERE conversation = 1 AND body <> ''")
    if about == "person":
        assert all(part.held for part in receipt.parts if part.person == made.room.employee.id)
        assert {part.table for part in receipt.parts if part.held} >= {
            "recognition",
            "draft",
            "entry",
            "goal",
        }
    else:
        assert held == {1}
    service.lift(ROOT, hold.id)
    assert not service.weed(ROOT).held
    assert made.room.desk.store.rows("SELECT 1 FROM text WHERE body <> ''") == []


def test_a_hold_says_why_and_stands_once(room: Room) -> None:
    holds = room.desk.weeding
    with pytest.raises(RuleBroken):
        holds.hold_person(room.me, room.employee.id, "  ")
    with pytest.raises(NotFound):
        holds.hold_person(room.me, 99, "x")
    first = holds.hold_person(room.me, room.employee.id, "Tvist")
    with pytest.raises(RuleBroken, match=str(first.id)):
        holds.hold_person(room.me, room.employee.id, "Tvist")
    lifted = holds.lift(room.me, first.id)
    assert (lifted.lifted_by, lifted.until) == (room.me.name, room.clock.now)
    with pytest.raises(RuleBroken):
        holds.lift(room.me, first.id)
    with pytest.raises(NotFound):
        holds.lift(room.me, 99)
    assert [hold.reason for hold in holds.holds(room.me)] == ["Tvist"]


# While others are at it


def test_sessions_that_are_open_go_on_and_bring_nothing_back(room: Room) -> None:
    room.write(room.me, shared(), "gemensamt ord")
    mine = room.desk.journal.new(room.employee, room.desk.journal.blank(room.employee, body="ett inlägg"))
    goal = room.desk.goals.add(room.me, room.conversation, a_goal(person=room.employee.id))
    said = room.desk.feedback.save(room.me, room.conversation, some_feedback())
    session = a_session(room.desk, room.employee)
    boss = a_session(room.desk, room.me)
    before = session.texts.read(room.employee, shared())
    goal = session.goals.get(room.employee, goal.id)
    left(room, room.employee, date(2026, 11, 1))
    room.clock.forward(days=400)
    chosen(room, ALL)
    seen = session.changes()
    assert room.desk.weeding.weed(room.me).removed
    assert room.desk.weeding.clean(room.me).whole
    assert session.changes() != seen
    assert session.texts.read(room.employee, shared()).body == ""
    with pytest.raises(Conflict):
        session.texts.save(room.employee, shared(), "gemensamt ord, och mer", before.version)
    assert session.texts.read(room.employee, shared()).body == ""
    with pytest.raises(Conflict):
        session.goals.change(room.employee, replace(goal, measure="Svar"))
    with pytest.raises(NotFound):
        session.journal.save(room.employee, mine.id, "ett inlägg till", mine.version)
    with pytest.raises((Conflict, NotFound)):
        boss.feedback.save(room.me, room.conversation, said)
    session.texts.save(room.employee, private(Party.EMPLOYEE, "proud"), "något nytt", 0)
    session.close()
    boss.close()


def test_a_session_that_reads_keeps_its_view_and_the_rest_is_done_the_next_time(
    room: Room, tmp_path: Path
) -> None:
    room.write(room.me, shared(), f"{MARK} ord")
    room.clock.forward(days=400)
    chosen(room, ALL)
    reader = open_desk(room.desk.store.path)
    reader.store.db.execute("BEGIN")
    assert reader.store.rows("SELECT body FROM text")[0]["body"] == f"{MARK} ord"
    assert room.desk.weeding.weed(room.me).removed
    room.desk.store.db.execute("PRAGMA busy_timeout = 50")
    assert not room.desk.weeding.clean(room.me).whole
    assert reader.store.rows("SELECT body FROM text")[0]["body"] == f"{MARK} ord"
    reader.store.db.execute("COMMIT")
    assert found_in(tmp_path, (MARK,))
    assert room.desk.weeding.weed(room.me).parts == ()
    assert room.desk.weeding.clean(room.me).whole
    assert found_in(tmp_path, (MARK,)) == {}
    reader.close()


def test_while_another_session_writes_nothing_is_weeded(room: Room) -> None:
    room.write(room.me, shared(), "ett ord")
    room.clock.forward(days=400)
    chosen(room, ALL)
    other = open_desk(room.desk.store.path)
    room.desk.store.db.execute("PRAGMA busy_timeout = 50")
    with other.store.writing(), pytest.raises(StorageFailed, match="holds"):
        room.desk.weeding.weed(room.me)
    assert room.desk.texts.read(room.me, shared()).body == "ett ord"
    other.close()


KILLED = """
import os, signal, sys
from datetime import datetime
from pathlib import Path
from ijtui.minutes.weeding import as_markdown
from ijtui.services.desk import open_desk
from ijtui.words import in_language

desk = open_desk(Path(sys.argv[1]), clock=lambda: datetime(2036, 11, 18, 9, 30))
left = int(sys.argv[2])

def count(statement):
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)

desk.store.db.set_trace_callback(count)
desk.weeding.weed("root")
desk.weeding.clean("root")
desk.store.db.set_trace_callback(None)
print(-left)
"""


@pytest.mark.parametrize("statements", [20, 150, 180, 200, 215, 10_000])
def test_killed_in_the_middle_it_has_removed_all_or_nothing(
    marked: tuple[Organisation, tuple[str, ...]], tmp_path: Path, statements: int
) -> None:
    made, words = marked
    weeder(made, ALL)
    store = made.room.desk.store
    texts = f"SELECT count(*) AS many FROM text WHERE body LIKE '{MARK}%'"
    [before], guards = store.rows(texts), store.rows(GUARDS)
    ended = subprocess.run(
        [sys.executable, "-c", KILLED, str(store.path), str(statements)], timeout=60, env=dict(os.environ)
    )
    assert ended.returncode in (-signal.SIGKILL, 0)
    receipts = store.rows("SELECT * FROM weeding WHERE at > '2030'")
    [after] = store.rows(texts)
    assert after["many"] == (0 if receipts else before["many"])
    assert store.rows(GUARDS) == guards
    made.room.desk.weeding.weed(ROOT)
    assert made.room.desk.weeding.clean(ROOT, with_copies=True).whole
    assert found_in(tmp_path, words) == {}


# What a person can have of it


def test_what_was_weeded_of_oneself_and_what_is_held_is_in_ones_own_data(
    marked: tuple[Organisation, tuple[str, ...]],
) -> None:
    made, _words = marked
    service = weeder(made, ALL)
    service.hold_conversation(ROOT, 2, "Tvist")
    service.weed(ROOT)
    with made.session(Role.EMPLOYEE) as desk:
        me = made.people[Role.EMPLOYEE]
        rows = Mine(desk.store, me.id, {})
        weeded = [row for page in rows.of_person("weeded") for row in page]
        assert {row["conversation"] for row in weeded} >= {1, 2, 3, None}
        assert datetime.fromisoformat(str(weeded[-1]["at"])) == made.room.clock.now
        [[hold]] = rows.of_conversation("hold", 2)
        assert hold["reason"] == "Tvist"
    with made.session(Role.COLLEAGUE) as desk:
        assert desk.store.rows("SELECT 1 FROM weeded") == []
        assert desk.store.rows("SELECT 1 FROM hold") == []


def test_every_column_of_words_is_marked(marked: tuple[Organisation, tuple[str, ...]]) -> None:
    """Whoever adds a table says here whether its words are weeded; without a row nothing is tried."""
    made, words = marked
    store = made.room.desk.store
    empty = {table for table, _column in columns(store) if not store.rows(f"SELECT 1 FROM {table} LIMIT 1")}
    assert empty == set()
    assert all(word.startswith(MARK) for word in words)


def test_everything_that_is_weeded_has_a_name() -> None:
    from ijtui.data.weeding.finding import THINGS
    from ijtui.minutes.mine_values import SORTED
    from ijtui.minutes.mine_values import THINGS as NAMES
    from ijtui.minutes.weeding import SORTS, TABLES

    assert {thing.called for thing in THINGS} <= NAMES.keys()
    assert {thing.called for thing in THINGS if thing.is_numbered} == TABLES.keys()
    assert {*SORTS} == {*Sort}
    assert {source.sort for thing in THINGS for source in thing.sources} == {*Sort}
    assert {sort.value for sort in Sort} <= SORTED.keys()


def test_a_page_names_rows_in_short_and_the_beginning_of_very_many() -> None:
    def page(ids: range) -> str:
        part = Part(Sort.NOTES, "text", 2, 1, len(ids), tuple(ids))
        return as_markdown(Receipt(LATER, (part,)), in_language("en"))

    assert "- texts: 1–10\n" in page(range(1, 11))
    many = page(range(1, 1001, 2))
    assert "1, 3, 5, " in many
    assert "119 … 500 in all; --format json" in many


@pytest.mark.parametrize("other", ["", "Driften"])
@pytest.mark.parametrize("changed", [False, True])
def test_the_figure_of_earlier_years_stays_the_same(room: Room, other: str, changed: bool) -> None:
    """Which points are counted goes by who is responsible, and whether they were agreed anew by a row."""
    talk = room.desk.conversations.begin(room.me, room.conversation)
    whose = Responsible.OTHER if other else Responsible.EMPLOYEE
    action = an_action("Boka kursen", responsible=whose, other=other, due=date(2026, 12, 1))
    action = room.desk.actions.add(room.me, talk, action)
    version = room.desk.signing.freeze(room.me, talk)
    for signer in (room.me, room.employee):
        room.desk.signing.sign(room.me, talk, version.plan.hash, signer=signer, initials="XX")
    room.desk.conversations.conclude(room.me, talk)
    room.clock.forward(days=4)
    if changed:
        action = room.desk.actions.change(room.me, replace(action, what="Boka en annan kurs"))
    room.clock.forward(days=100)
    following = room.desk.conversations.begin(room.me, room.book(starts=room.clock.now))
    outcome = an_outcome(on=room.clock.now.date(), conversation=following.id)
    room.desk.actions.evaluate(room.me, action, outcome)
    room.clock.forward(days=4000)
    before = (
        room.desk.figure.own(room.me, 2026),
        room.desk.store.rows("SELECT * FROM counted_point"),
        room.desk.store.rows("SELECT * FROM counted_plan"),
    )
    assert before[1][0]["changed"] == changed
    chosen(room, ALL)
    assert room.desk.weeding.weed(room.me).numbered()["action"] == (action.id,)
    assert before == (
        room.desk.figure.own(room.me, 2026),
        room.desk.store.rows("SELECT * FROM counted_point"),
        room.desk.store.rows("SELECT * FROM counted_plan"),
    )
    assert room.desk.actions.wordings(room.me, room.desk.actions.get(room.me, action.id)) or not changed
