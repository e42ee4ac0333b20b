"""Whatever two people do with what they agreed: nothing is doubled, lost, or in two states at once.

Seeded, so that a failure is the same one each time; hypothesis prints the steps that lead there.
"""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from ijtui.domain.action import Action, ActionState, Extent
from ijtui.domain.conversation import Conversation, Party, State
from ijtui.domain.goal import Responsible
from ijtui.domain.person import Person
from ijtui.errors import RuleBroken
from tests.builders import Room, a_room, an_action, an_outcome

PARTIES = st.sampled_from(Party)
WAITING = {ActionState.OPEN, ActionState.OVERDUE}
ENDS = {Extent.YES: ActionState.DONE, Extent.PARTLY: ActionState.PARTLY, Extent.NO: ActionState.NOT_DONE}
ENDED = {*ENDS.values(), ActionState.DONE_LATE, ActionState.CANCELLED}


@dataclass
class Promise:
    """What the model knows of one action.

    Attributes:
        agreed: the moment it was agreed between two conversations, or the conversation's id.
        said: what was said last: OPEN, REPORTED, TO_CANCEL or an end.
        by: who said that it is done, or proposed to drop it.
        reported: the report that stays beneath an outcome, and is there again when that is taken back.
    """

    id: int
    agreed: datetime | int
    responsible: Responsible
    due: date
    said: ActionState = ActionState.OPEN
    by: Party | None = None
    reported: Party | None = None
    changes: int = 0

    def state(self, today: date) -> ActionState:
        overdue = self.said is ActionState.OPEN and self.due < today
        return ActionState.OVERDUE if overdue else self.said


class LifeOfAnAction(RuleBasedStateMachine):
    """Books, begins, concludes, cancels; agrees, reports, confirms, changes, drops, evaluates, takes back."""

    talks = Bundle("talks")
    promises = Bundle("promises")

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="ijtui-"))
        self.model: dict[int, Promise] = {}
        self.booked: list[int] = []

    @initialize(target=talks)
    def begin_with_one(self) -> int:
        self.room: Room = a_room(self.folder)
        self.booked.append(self.room.conversation.id)
        return self.room.conversation.id

    def teardown(self) -> None:
        if hasattr(self, "room"):
            self.room.desk.close()
        shutil.rmtree(self.folder)

    # Conversations

    def talk(self, number: int) -> Conversation:
        return self.room.desk.conversations.get(self.room.me, number)

    @rule(target=talks, days=st.integers(-30, 30))
    def book(self, days: int) -> int:
        found = self.room.book(starts=self.room.clock.now + timedelta(days=days))
        self.booked.append(found.id)
        return found.id

    @rule(number=talks, step=st.sampled_from(["begin", "begin", "conclude", "cancel"]))
    def go_on(self, number: int, step: str) -> None:
        self.room.clock.forward(seconds=1)
        try:
            getattr(self.room.desk.conversations, step)(self.room.me, self.talk(number))
        except RuleBroken:
            return
        self.room.clock.forward(seconds=1)

    @rule(days=st.integers(1, 90))
    def time_goes_by(self, days: int) -> None:
        self.room.clock.forward(days=days)

    # Promises

    def person(self, party: Party) -> Person:
        return self.room.me if party is Party.MANAGER else self.room.employee

    def stored(self, promise: Promise) -> Action:
        return self.room.desk.actions.get(self.room.me, promise.id)

    @rule(
        target=promises,
        number=st.one_of(st.none(), talks),
        asker=PARTIES,
        responsible=st.sampled_from(Responsible),
        days=st.integers(-10, 60),
    )
    def agree(self, number: int | None, asker: Party, responsible: Responsible, days: int) -> Promise:
        desk, due = self.room.desk, self.room.clock.now.date() + timedelta(days=days)
        action = an_action(responsible=responsible, due=due)
        self.room.clock.forward(seconds=1)
        if number is None:
            added = desk.actions.add_between(self.person(asker), self.person(asker.other), action)
            assert added.agreed_at is not None
            promise = Promise(added.id, added.agreed_at, responsible, due)
        else:
            added = desk.actions.add(self.person(asker), self.talk(number), action)
            promise = Promise(added.id, number, responsible, due)
        self.room.clock.forward(seconds=1)
        self.model[promise.id] = promise
        return promise

    @rule(promise=promises, asker=PARTIES, beside=st.booleans())
    def report(self, promise: Promise, asker: Party, beside: bool) -> None:
        self.say_done(promise, asker, beside)

    def say_done(self, promise: Promise, asker: Party, beside: bool) -> None:
        owner = None if promise.responsible is Responsible.OTHER else Party(promise.responsible.value)
        free = promise.said is ActionState.OPEN
        try:
            self.room.desk.actions.report(self.person(asker), self.stored(promise), "klart", beside=beside)
        except RuleBroken:
            assert not (free and (beside or owner in (None, asker)))
            return
        assert free
        promise.said, promise.by = ActionState.REPORTED, owner or asker
        promise.reported = promise.by

    @rule(promise=promises, asker=PARTIES, beside=st.booleans(), first=st.none() | PARTIES)
    def confirm(self, promise: Promise, asker: Party, beside: bool, first: Party | None) -> None:
        if first is not None:
            self.say_done(promise, first, beside=True)
        allowed = promise.said is ActionState.REPORTED and (beside or promise.by is not asker)
        try:
            now = self.room.desk.actions.confirm(self.person(asker), self.stored(promise), beside=beside)
        except RuleBroken:
            assert not allowed
            return
        assert allowed
        assert now.fulfilled
        promise.said = ActionState.DONE_LATE if now.days_late else ActionState.DONE

    @rule(promise=promises, asker=PARTIES)
    def say_not_yet(self, promise: Promise, asker: Party) -> None:
        try:
            self.room.desk.actions.return_(self.person(asker), self.stored(promise))
        except RuleBroken:
            assert promise.said is not ActionState.REPORTED
            return
        assert promise.said is ActionState.REPORTED
        promise.said, promise.by, promise.reported = ActionState.OPEN, None, None

    @rule(promise=promises, asker=PARTIES)
    def propose_to_drop(self, promise: Promise, asker: Party) -> None:
        try:
            self.room.desk.actions.withdraw(self.person(asker), self.stored(promise), "inte längre")
        except RuleBroken:
            assert promise.said is not ActionState.OPEN
            return
        assert promise.said is ActionState.OPEN
        promise.said, promise.by = ActionState.TO_CANCEL, asker

    @rule(promise=promises, asker=PARTIES, agrees=st.booleans())
    def answer_the_proposal(self, promise: Promise, asker: Party, agrees: bool) -> None:
        actions = self.room.desk.actions
        answer = actions.agree_to_withdraw if agrees else actions.keep
        allowed = promise.said is ActionState.TO_CANCEL and not (agrees and promise.by is asker)
        try:
            answer(self.person(asker), self.stored(promise))
        except RuleBroken:
            assert not allowed
            return
        assert allowed
        promise.said = ActionState.CANCELLED if agrees else ActionState.OPEN
        promise.by = None

    @rule(promise=promises, number=talks, extent=st.sampled_from(Extent))
    def evaluate_in_a_conversation(self, promise: Promise, number: int, extent: Extent) -> None:
        outcome = an_outcome(carried_out=extent, conversation=number, on=self.room.clock.now.date())
        now = self.room.desk.actions.evaluate(self.room.me, self.stored(promise), outcome)
        promise.said = ActionState.DONE_LATE if now.days_late else ENDS[extent]
        promise.by = promise.reported
        assert now.days_late == 0 or promise.reported

    @rule(promise=promises)
    def take_the_outcome_back(self, promise: Promise) -> None:
        self.room.desk.actions.reopen(self.room.employee, self.stored(promise))
        promise.said = ActionState.REPORTED if promise.reported else ActionState.OPEN
        promise.by = promise.reported

    @rule(promise=promises, asker=PARTIES, days=st.integers(0, 60), words=st.sampled_from(["Ett", "Två"]))
    def agree_anew(self, promise: Promise, asker: Party, days: int, words: str) -> None:
        was = self.stored(promise)
        due = self.room.clock.now.date() + timedelta(days=days)
        now = self.room.desk.actions.change(self.person(asker), replace(was, what=words, due=due))
        between = isinstance(promise.agreed, datetime)
        stands = was.agreed != self.room.clock.now.date() if between else self.is_held(promise)
        promise.changes += stands and (was.what, was.due) != (words, due)
        promise.due = due
        if was.outcome is not None:
            promise.said = now.state(self.room.clock.now.date())

    def is_held(self, promise: Promise) -> bool:
        assert isinstance(promise.agreed, int)
        return self.talk(promise.agreed).state is State.HELD

    # What always holds

    @invariant()
    @precondition(lambda self: self.booked)
    def no_promise_is_doubled_or_lost(self) -> None:
        rows = self.room.desk.store.rows("SELECT id FROM action ORDER BY id")
        assert [row["id"] for row in rows] == sorted(self.model)
        seen = Counter(action.id for action in self.room.desk.actions.visible(self.room.employee))
        assert seen == Counter(promise.id for promise in self.model.values() if self.binds(promise))

    def binds(self, promise: Promise) -> bool:
        """Whether it was not planned in a conversation that was called off."""
        called_off = isinstance(promise.agreed, int) and self.talk(promise.agreed).state is State.CANCELLED
        return not called_off

    @invariant()
    @precondition(lambda self: self.booked)
    def each_is_in_one_state(self) -> None:
        today = self.room.clock.now.date()
        for promise in self.model.values():
            stored = self.stored(promise)
            assert stored.state(today) is promise.state(today)
            assert stored.changes == promise.changes
            assert len(self.room.desk.actions.wordings(self.room.me, stored)) == promise.changes
            assert stored.is_open == (promise.said not in ENDED)
            assert not (stored.report and stored.withdrawal)

    @invariant()
    @precondition(lambda self: self.booked)
    def what_is_open_comes_up_once_in_each_conversation_that_begins_after_it(self) -> None:
        for number in self.booked:
            here = self.talk(number)
            if here.began is None:
                continue
            shown = Counter(item.id for item in self.room.desk.actions.to_follow_up(self.room.me, here))
            assert max(shown.values(), default=1) == 1
            for promise in self.model.values():
                if promise.said not in ENDED and self.binds(promise):
                    assert shown[promise.id] == self.is_agreed_before(promise, here)

    def is_agreed_before(self, promise: Promise, here: Conversation) -> bool:
        assert here.began is not None
        if isinstance(promise.agreed, datetime):
            return promise.agreed < here.began
        there = self.talk(promise.agreed)
        return there.id != here.id and there.began is not None and there.began < here.began


def test_a_promise_is_never_doubled_lost_or_in_two_states() -> None:
    run_state_machine_as_test(
        LifeOfAnAction,
        settings=settings(
            max_examples=50,
            stateful_step_count=30,
            derandomize=True,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
