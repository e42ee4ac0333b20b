"""A manager hands over: what the two choose goes on, on its day, and nothing else (D-M5)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from ijtui.domain.account import Office
from ijtui.domain.conversation import Party
from ijtui.domain.goal import Responsible
from ijtui.domain.handover import CHOICES, Handover, Matter, Standing, State
from ijtui.domain.person import Person
from ijtui.domain.recognition import Recognition, RecognitionKind
from ijtui.errors import NotAllowed, NotFound, RuleBroken
from ijtui.services.desk import Desk
from tests.builders import (
    Room,
    a_goal,
    a_person,
    a_room,
    a_session,
    an_action,
    let_in,
    private,
    shared,
    some_feedback,
)

NOTES, PRIVATE = "Beslut skrivs i kanalen", "bara mitt"


@dataclass
class Leaving:
    """A shared file in which Maria leads Erik and leaves, and Sara takes over.

    Attributes:
        successor: who takes over.
        hr: counts for the organisation.
    """

    room: Room
    successor: Person
    hr: Person

    @contextmanager
    def session(self, person: Person) -> Iterator[Desk]:
        """Come in as somebody."""
        desk = a_session(self.room.desk, person)
        yield desk
        desk.close()

    @property
    def today(self) -> date:
        return self.room.clock.now.date()

    def begin(self, days: int = 0) -> Handover:
        """Let the manager begin, for so many days from now."""
        me = self.room.me
        with self.session(me) as desk:
            day = self.today + timedelta(days=days)
            return desk.handovers.begin(me, self.room.employee, me, self.successor, day)

    def choose(self, person: Person, handover: Handover, *matters: Matter) -> Handover:
        """Let somebody say in a session of their own what goes on."""
        with self.session(person) as desk:
            return desk.handovers.choose(person, handover, matters)

    def both(self, handover: Handover, *matters: Matter) -> Handover:
        """Let both choose the same."""
        self.choose(self.room.me, handover, *matters)
        return self.choose(self.room.employee, handover, *matters)


@pytest.fixture
def leaving(tmp_path: Path) -> Iterator[Leaving]:
    room = a_room(tmp_path)
    me, employee, desk = room.me, room.employee, room.desk
    talk = desk.conversations.begin(me, room.conversation)
    goal = desk.goals.add(me, talk, a_goal())
    desk.actions.add(me, talk, an_action("Boka kursen", goal=goal.id))
    desk.actions.add(me, talk, an_action("Prata med gruppen", responsible=Responsible.MANAGER))
    room.write(me, shared(), NOTES)
    room.write(me, private(Party.MANAGER), PRIVATE)
    desk.feedback.open(me, talk, some_feedback(conversation=talk.id))
    desk.care.give(me, employee, Recognition(2, 1, RecognitionKind.THANKS, "Tack", room.clock.now.date()))
    entry = desk.journal.blank(employee, body="delat med dig", person=me.id, shared=True)
    desk.journal.new(employee, entry)
    successor = desk.people.add(me, a_person("Sara Sten"))
    hr = desk.people.add(me, a_person("Hanna Hed"))
    for person in (me, employee, successor):
        let_in(desk, person)
    let_in(desk, hr, office=Office.HR)
    room.clock.forward(days=1)
    found = [desk.people.get(me, person.id) for person in (me, employee, successor, hr)]
    room.me, room.employee = found[0], found[1]
    yield Leaving(room, found[2], found[3])
    desk.close()


def test_agreements_go_on_and_the_rest_only_if_both_say_so(leaving: Leaving) -> None:
    way = leaving.begin()
    leaving.choose(leaving.room.me, way, *CHOICES)
    moved = leaving.choose(leaving.room.employee, way, Matter.NOTES)
    assert moved.state is State.MOVED
    with leaving.session(leaving.successor) as desk:
        package = desk.handovers.read(leaving.successor, moved)
        assert package.matters == (Matter.AGREEMENTS, Matter.NOTES)
        assert [page.parts["body"] for page in package.pages] == [NOTES]
        assert [goal.title for goal in desk.goals.visible(leaving.successor)] == [
            "Lär mig optimera databasen"
        ]
        assert {action.what for action in desk.actions.visible(leaving.successor)} == {
            "Boka kursen",
            "Prata med gruppen",
        }


def test_open_actions_keep_their_rows_days_and_owners(leaving: Leaving) -> None:
    before = leaving.room.desk.actions.visible(leaving.room.employee)
    leaving.both(leaving.begin())
    after = leaving.room.desk.actions.visible(leaving.room.employee)
    assert after == tuple(
        replace(action, manager=leaving.successor.id, agreed_with=leaving.room.me.id) for action in before
    )


def test_an_action_that_has_ended_stays_with_the_manager_it_was_kept_with(leaving: Leaving) -> None:
    room = leaving.room
    action = room.desk.actions.visible(room.employee)[0]
    room.desk.actions.report(room.employee, action, "klart")
    room.desk.actions.confirm(room.me, room.desk.actions.get(room.me, action.id))
    leaving.both(leaving.begin())
    kept = room.desk.actions.get(room.employee, action.id)
    assert (kept.manager, kept.agreed_with) == (room.me.id, None)
    with leaving.session(leaving.successor) as desk:
        assert desk.actions.get(leaving.successor, action.id).fulfilled


def test_the_leaver_reads_nothing_of_it_from_that_day(leaving: Leaving) -> None:
    room, me = leaving.room, leaving.room.me
    leaving.both(leaving.begin(days=1))
    with leaving.session(me) as desk:
        assert desk.conversations.all(me)
    room.clock.forward(days=1)
    with leaving.session(me) as desk:
        assert desk.conversations.all(me) == ()
        assert desk.goals.visible(me) == ()
        assert desk.actions.visible(me) == ()
        for table in ("text", "revision", "feedback", "recognition", "goal", "action", "check_in"):
            assert desk.store.rows(f"SELECT * FROM {table}") == [], table
        assert desk.store.rows("SELECT * FROM entry WHERE shared") == []
        with pytest.raises(NotFound):
            desk.conversations.get(me, room.conversation.id)
        [way] = desk.handovers.mine(me)
        assert way.handover is not None
        with pytest.raises(NotFound):
            desk.handovers.read(me, way.handover)


def test_what_is_handed_over_is_nobodys_before_the_day(leaving: Leaving) -> None:
    moved = leaving.both(leaving.begin(days=1), Matter.NOTES)
    assert moved.state is State.OPEN
    with leaving.session(leaving.successor) as desk:
        assert desk.goals.visible(leaving.successor) == ()
        with pytest.raises(NotFound):
            desk.handovers.read(leaving.successor, moved)
    leaving.room.clock.forward(days=1)
    with leaving.session(leaving.successor) as desk:
        assert desk.handovers.read(leaving.successor, moved).pages


def test_private_notes_and_what_is_sealed_never_go_on(leaving: Leaving) -> None:
    moved = leaving.both(leaving.begin(), *CHOICES)
    body = leaving.room.desk.handovers.read(leaving.room.employee, moved).body().decode()
    assert PRIVATE not in body
    assert NOTES in body
    assert "Tack" in body
    assert "delat med dig" in body


def test_all_three_have_the_receipt(leaving: Leaving) -> None:
    moved = leaving.both(leaving.begin(), Matter.FEEDBACK)
    for person in (leaving.room.me, leaving.room.employee, leaving.successor):
        with leaving.session(person) as desk:
            receipt = desk.handovers.receipt(person, moved)
            assert receipt is not None
            assert set(receipt.went) == {Matter.AGREEMENTS, Matter.FEEDBACK}
            assert len(receipt.went[Matter.AGREEMENTS]) == 3
            assert receipt.stayed == {Matter.NOTES: 1, Matter.CARE: 1, Matter.ENTRIES: 1}
            assert receipt.hash == moved.hash != ""


def test_what_one_has_chosen_is_the_others_to_see_once_both_have(leaving: Leaving) -> None:
    way = leaving.begin(days=1)
    leaving.choose(leaving.room.employee, way, Matter.NOTES)
    with leaving.session(leaving.room.me) as desk:
        seen = desk.handovers.get(leaving.room.me, way.id)
        assert seen.standing(leaving.room.me.id) is Standing.THEIRS
        assert seen.choices[Party.EMPLOYEE] == frozenset()
    leaving.choose(leaving.room.me, way)
    with leaving.session(leaving.room.me) as desk:
        assert desk.handovers.get(leaving.room.me, way.id).choices[Party.EMPLOYEE] == {Matter.NOTES}


def test_nobody_chooses_for_the_other(leaving: Leaving) -> None:
    way = leaving.begin(days=1)
    for person, party in (
        (leaving.room.me, Party.EMPLOYEE),
        (leaving.room.employee, Party.MANAGER),
        (leaving.successor, Party.MANAGER),
    ):
        with leaving.session(person) as desk, pytest.raises(NotAllowed):
            desk.handovers.choose(person, way, CHOICES, party)


def test_without_an_answer_nothing_goes_on_to_somebody_who_does_not_lead(leaving: Leaving) -> None:
    way = leaving.begin()
    leaving.choose(leaving.room.me, way)
    leaving.room.clock.forward(days=30)
    with leaving.session(leaving.successor) as desk:
        assert desk.handovers.get(leaving.successor, way.id).state is State.OPEN
        assert desk.goals.visible(leaving.successor) == ()


def lead(leaving: Leaving, manager: Person) -> None:
    with leaving.room.desk.store.writing():
        leaving.room.desk.store.db.execute(
            "UPDATE person SET manager = ? WHERE id = ?", [manager.id, leaving.room.employee.id]
        )
    leaving.room.employee = leaving.room.desk.people.get(leaving.room.me, leaving.room.employee.id)


def test_after_a_week_of_silence_agreements_go_on_to_whoever_leads_by_then(leaving: Leaving) -> None:
    way = leaving.begin()
    lead(leaving, leaving.successor)
    with leaving.session(leaving.successor) as desk:
        assert desk.handovers.get(leaving.successor, way.id).state is State.OPEN
    leaving.room.clock.forward(days=7)
    with leaving.session(leaving.successor) as desk:
        assert desk.handovers.get(leaving.successor, way.id).state is State.MOVED
        assert desk.handovers.read(leaving.successor, way).matters == (Matter.AGREEMENTS,)


def close_account(leaving: Leaving, person: Person) -> None:
    with leaving.room.desk.store.writing():
        leaving.room.desk.store.db.execute("UPDATE person SET login = '' WHERE id = ?", [person.id])


@pytest.mark.parametrize("who", ["employee", "successor", "hr"])
def test_where_the_manager_is_gone_others_begin_and_agreements_alone_go_on(
    leaving: Leaving, who: str
) -> None:
    room = leaving.room
    lead(leaving, leaving.successor)
    close_account(leaving, room.me)
    asker = {"employee": room.employee, "successor": leaving.successor, "hr": leaving.hr}[who]
    with leaving.session(asker) as desk:
        way = desk.handovers.begin(asker, room.employee, room.me, leaving.successor, leaving.today)
    moved = leaving.choose(room.employee, way, *CHOICES)
    assert moved.goes_on == {Matter.AGREEMENTS}
    assert moved.state is State.MOVED


def test_nobody_opens_the_way_for_themselves(leaving: Leaving) -> None:
    room = leaving.room
    for asker, successor in (
        (leaving.successor, leaving.successor),
        (room.employee, leaving.successor),
        (leaving.hr, leaving.hr),
    ):
        with leaving.session(asker) as desk, pytest.raises(NotAllowed):
            desk.handovers.begin(asker, room.employee, room.me, successor, leaving.today)


def test_hr_is_told_that_there_is_one_and_reads_nothing_of_it(leaving: Leaving) -> None:
    way = leaving.both(leaving.begin(), *CHOICES)
    with leaving.session(leaving.hr) as desk:
        assert desk.store.rows("SELECT id, employee FROM handing_over")
        for table in ("handover", "handover_choice", "handed_over"):
            assert desk.store.rows(f"SELECT * FROM {table}") == []
        with pytest.raises(NotFound):
            desk.handovers.get(leaving.hr, way.id)


def test_there_is_one_at_a_time(leaving: Leaving) -> None:
    leaving.begin(days=1)
    with pytest.raises(RuleBroken):
        leaving.begin(days=2)


def test_another_successor_is_asked_about_anew(leaving: Leaving) -> None:
    way, me = leaving.begin(days=1), leaving.room.me
    leaving.choose(leaving.room.employee, way, Matter.NOTES)
    with leaving.session(me) as desk:
        now = desk.handovers.get(me, way.id)
        changed = desk.handovers.change(me, now, leaving.hr, now.day)
        assert changed.choices == {}


def test_one_that_is_called_off_does_not_take_place(leaving: Leaving) -> None:
    way, me = leaving.begin(days=1), leaving.room.me
    leaving.both(way)
    with leaving.session(me) as desk:
        desk.handovers.call_off(me, desk.handovers.get(me, way.id))
    leaving.room.clock.forward(days=2)
    with leaving.session(me) as desk:
        assert desk.goals.visible(me)
        with pytest.raises(RuleBroken):
            desk.handovers.choose(me, way, ())


def test_a_manager_who_comes_back_reads_again_what_was_theirs(leaving: Leaving) -> None:
    room, me = leaving.room, leaving.room.me
    leaving.both(leaving.begin())
    lead(leaving, leaving.successor)
    room.clock.forward(days=30)
    with leaving.session(leaving.successor) as desk:
        way = desk.handovers.begin(leaving.successor, room.employee, leaving.successor, me, leaving.today)
    leaving.choose(leaving.successor, way)
    leaving.choose(room.employee, way)
    with leaving.session(me) as desk:
        assert desk.conversations.all(me)
        assert {action.manager for action in desk.actions.visible(me)} == {me.id}
    with leaving.session(leaving.successor) as desk:
        assert desk.goals.visible(leaving.successor) == ()
        assert desk.actions.visible(leaving.successor) == ()


def test_what_was_given_is_read_by_the_next_only_where_care_was_chosen(leaving: Leaving) -> None:
    leaving.both(leaving.begin())
    lead(leaving, leaving.successor)
    with leaving.session(leaving.successor) as desk:
        assert desk.store.rows("SELECT * FROM recognition") == []


def test_what_was_given_goes_on_where_care_was_chosen(leaving: Leaving) -> None:
    leaving.both(leaving.begin(), Matter.CARE)
    lead(leaving, leaving.successor)
    with leaving.session(leaving.successor) as desk:
        assert [row["what"] for row in desk.store.rows("SELECT * FROM recognition")] == ["Tack"]


def test_it_waits_for_those_who_have_not_chosen_and_then_for_the_successor(leaving: Leaving) -> None:
    room = leaving.room
    way = leaving.begin(days=1)
    for person, waits in ((room.me, 1), (room.employee, 1), (leaving.successor, 0)):
        with leaving.session(person) as desk:
            assert len(desk.handovers.waiting(person)) == waits
    leaving.both(way)
    room.clock.forward(days=1)
    with leaving.session(leaving.successor) as desk:
        assert len(desk.handovers.waiting(leaving.successor)) == 1
        desk.handovers.read(leaving.successor, way)
        assert desk.handovers.waiting(leaving.successor) == ()
