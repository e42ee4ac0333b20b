"""Whatever two people do to a file, in whatever order: it says what a plain dictionary would say.

Seeded, so that a failure is the same one each time; hypothesis prints the steps that lead there.
"""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    initialize,
    invariant,
    multiple,
    precondition,
    rule,
    run_state_machine_as_test,
)

from ijtui.domain.action import Action
from ijtui.domain.conversation import Conversation, Mark, Party, State
from ijtui.domain.person import Person
from ijtui.domain.text import TextKey, TextKind
from ijtui.errors import Conflict, NotAllowed, RuleBroken
from ijtui.services.desk import open_desk
from tests.builders import Room, a_goal, a_person, a_room, an_action, an_outcome

QUESTIONS = st.sampled_from(["results", "balance", "side-job", "competence"])
PARTIES = st.sampled_from(Party)
BODIES = st.text("abc å\n[/]", max_size=30)
SECRET = "§"
"""Stands in every text that only its writer may see, and in no other."""


@dataclass
class Talk:
    """What the dictionary knows of one conversation."""

    id: int
    state: State = State.BOOKED
    edition: int = 0
    began: int | None = None
    texts: dict[TextKey, str] = field(default_factory=dict)
    versions: dict[TextKey, int] = field(default_factory=dict)
    on_paper: set[TextKey] = field(default_factory=set)
    opened: set[Party] = field(default_factory=set)
    parked: set[str] = field(default_factory=set)
    done: set[str] = field(default_factory=set)
    marks: dict[str, Mark | None] = field(default_factory=dict)


@dataclass
class Promise:
    """What the dictionary knows of one action."""

    id: int
    agreed: int
    open: bool = True
    evaluated_in: int | None = None


class LifeOfAFile(RuleBasedStateMachine):
    """Books, prepares, opens, saves, parks, judges, agrees, evaluates, concludes, and takes back."""

    talks = Bundle("talks")
    promises = Bundle("promises")

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="ijtui-"))
        self.moments = 0
        self.model: dict[int, Talk] = {}
        self.actions: dict[int, Promise] = {}

    @initialize(target=talks)
    def begin_with_one(self) -> Talk:
        self.room: Room = a_room(self.folder)
        self.other = self.room.desk.people.add(self.room.me, a_person("Någon Annan"))
        return self.known(self.room.conversation)

    def teardown(self) -> None:
        if hasattr(self, "room"):
            self.room.desk.close()
        shutil.rmtree(self.folder)

    def known(self, conversation: Conversation) -> Talk:
        talk = Talk(conversation.id)
        self.model[talk.id] = talk
        return talk

    def person(self, party: Party) -> Person:
        return self.room.me if party is Party.MANAGER else self.room.employee

    def now(self, talk: Talk) -> Conversation:
        return self.room.desk.conversations.get(self.room.me, talk.id)

    def stored(self, promise: Promise) -> Action:
        every = self.room.desk.actions.of(self.room.me, self.now(self.model[promise.agreed]))
        return next(action for action in every if action.id == promise.id)

    @rule(target=talks, days=st.integers(-30, 30))
    def book(self, days: int) -> Talk:
        return self.known(self.room.book(starts=self.room.clock.now + timedelta(days=days)))

    @rule(minutes=st.integers(1, 10_000))
    def time_goes_by(self, minutes: int) -> None:
        self.room.clock.forward(minutes=minutes)

    @rule()
    def the_program_is_closed_and_opened_again(self) -> None:
        self.room.desk.close()
        self.room.desk = open_desk(self.folder / "ijtui.db", clock=self.room.clock)

    @rule(
        talk=talks,
        question=QUESTIONS,
        kind=st.sampled_from(TextKind),
        whose=PARTIES,
        asker=PARTIES,
        body=BODIES,
    )
    def save(self, talk: Talk, question: str, kind: TextKind, whose: Party, asker: Party, body: str) -> None:
        shared = kind is TextKind.SHARED
        key = TextKey(talk.id, question, kind, None if shared else whose)
        on_paper = kind is TextKind.PREPARATION and whose is not asker
        if not shared and not on_paper:
            body += SECRET
        allowed = shared or whose is asker or (on_paper and self.paper_fits(talk, key))
        try:
            text = self.room.desk.texts.save(
                self.person(asker), key, body, talk.versions.get(key, 0), on_paper=on_paper
            )
        except NotAllowed:
            assert not allowed
            return
        assert allowed
        assert text.body == body
        changed = body != talk.texts.get(key) or key not in talk.versions
        assert text.version == talk.versions.get(key, 0) + changed
        talk.texts[key], talk.versions[key] = body, text.version
        if changed:
            (talk.on_paper.add if on_paper else talk.on_paper.discard)(key)

    def paper_fits(self, talk: Talk, key: TextKey) -> bool:
        return key.party not in talk.opened and (key not in talk.texts or key in talk.on_paper)

    @rule(talk=talks, question=QUESTIONS, asker=PARTIES, body=BODIES)
    def save_on_top_of_an_old_version(self, talk: Talk, question: str, asker: Party, body: str) -> None:
        key = TextKey(talk.id, question, TextKind.SHARED)
        if talk.versions.get(key, 0) < 2 or body == talk.texts[key]:
            return
        with pytest.raises(Conflict) as conflict:
            self.room.desk.texts.save(self.person(asker), key, body, talk.versions[key] - 1)
        assert getattr(conflict.value.theirs, "body", None) == talk.texts[key]
        kept = self.room.desk.texts.versions(self.room.me, key)
        assert any(revision.lost and revision.body == body for revision in kept)

    @rule(talk=talks, asker=PARTIES)
    def open_a_preparation(self, talk: Talk, asker: Party) -> None:
        self.room.desk.texts.open_preparation(self.person(asker), self.now(talk))
        talk.opened.add(asker)
        for key, body in talk.texts.items():
            if key.kind is TextKind.PREPARATION and key.party is asker and body.endswith(SECRET):
                self.room.desk.texts.save(self.person(asker), key, body[:-1], talk.versions[key])
                talk.texts[key], talk.versions[key] = body[:-1], talk.versions[key] + 1

    @rule(talk=talks, question=QUESTIONS, parked=st.booleans())
    def park(self, talk: Talk, question: str, parked: bool) -> None:
        self.room.desk.conversations.park(self.room.me, self.now(talk), question, parked)
        (talk.parked.add if parked else talk.parked.discard)(question)
        if parked:
            talk.done.discard(question)

    @rule(talk=talks, question=QUESTIONS, done=st.booleans())
    def talk_it_through(self, talk: Talk, question: str, done: bool) -> None:
        self.room.desk.conversations.set_done(self.room.employee, self.now(talk), question, done)
        (talk.done.add if done else talk.done.discard)(question)
        if done:
            talk.parked.discard(question)

    @rule(talk=talks, question=QUESTIONS, mark=st.sampled_from([None, *Mark]))
    def judge(self, talk: Talk, question: str, mark: Mark | None) -> None:
        self.room.desk.conversations.judge(self.room.me, self.now(talk), question, mark)
        talk.marks[question] = mark

    @rule(talk=talks, step=st.sampled_from(["begin", "conclude", "cancel"]))
    def go_on(self, talk: Talk, step: str) -> None:
        allowed = {
            "begin": talk.state is not State.CANCELLED,
            "conclude": talk.state in (State.ONGOING, State.HELD),
            "cancel": talk.state is not State.HELD,
        }[step]
        try:
            getattr(self.room.desk.conversations, step)(self.room.me, self.now(talk))
        except RuleBroken:
            assert not allowed
            return
        assert allowed
        if step == "begin" and talk.state is State.BOOKED:
            self.room.clock.forward(seconds=1)
            self.moments += 1
            talk.state, talk.began = State.ONGOING, self.moments
        elif step == "conclude":
            talk.state, talk.edition = State.HELD, talk.edition + 1
        elif step == "cancel":
            talk.state = State.CANCELLED

    @rule(talk=talks)
    def put_it_off_to_another_day(self, talk: Talk) -> None:
        moment = self.room.clock.now + timedelta(days=1)
        self.room.desk.conversations.rebook(self.room.me, self.now(talk), moment, "", 60)
        if talk.state is State.ONGOING:
            talk.state, talk.began = State.BOOKED, None

    @rule(target=promises, talk=talks, asker=PARTIES)
    def agree(self, talk: Talk, asker: Party) -> Promise:
        added = self.room.desk.actions.add(self.person(asker), self.now(talk), an_action())
        promise = Promise(added.id, talk.id)
        self.actions[promise.id] = promise
        return promise

    @rule(talk=talks)
    def agree_on_a_goal_and_take_it_out_again(self, talk: Talk) -> None:
        goal = self.room.desk.goals.add(self.room.me, self.now(talk), a_goal())
        self.room.desk.goals.remove(self.room.employee, goal)

    @rule(promise=promises, talk=talks)
    def evaluate(self, promise: Promise, talk: Talk) -> None:
        if promise.id not in self.actions:
            return
        outcome = an_outcome(conversation=talk.id, on=self.room.clock.now.date())
        self.room.desk.actions.evaluate(self.room.me, self.stored(promise), outcome)
        promise.open, promise.evaluated_in = False, talk.id

    @rule(promise=promises)
    def take_the_outcome_back(self, promise: Promise) -> None:
        if promise.id in self.actions:
            self.room.desk.actions.reopen(self.room.employee, self.stored(promise))
            promise.open, promise.evaluated_in = True, None

    @rule(target=promises, promise=promises)
    def take_it_out_of_the_plan(self, promise: Promise) -> object:
        if promise.id not in self.actions:
            return multiple()
        stored = self.stored(promise)
        try:
            self.room.desk.actions.remove(self.room.me, stored)
        except RuleBroken:
            assert not promise.open
            return multiple()
        assert promise.open
        del self.actions[promise.id]
        return multiple()

    @invariant()
    @precondition(lambda self: self.model)
    def the_file_says_what_the_dictionary_says(self) -> None:
        for talk in self.model.values():
            now = self.now(talk)
            assert (now.state, now.edition, set(now.opened)) == (talk.state, talk.edition, talk.opened)
            assert {question for question, said in now.progress.items() if said.parked} == talk.parked
            assert {question for question, said in now.progress.items() if said.done} == talk.done
            marks = {question: said.mark for question, said in now.progress.items() if said.mark}
            assert marks == {question: mark for question, mark in talk.marks.items() if mark}

    @invariant()
    @precondition(lambda self: self.model)
    def each_reads_what_is_theirs_to_read_in_its_newest_version(self) -> None:
        for talk in self.model.values():
            for party in Party:
                texts = self.room.desk.texts.readable(self.person(party), self.now(talk))
                readable = {key: body for key, body in talk.texts.items() if self.may_read(talk, party, key)}
                assert {key: text.body for key, text in texts.items()} == readable
                assert {key: text.version for key, text in texts.items()} == {
                    key: talk.versions[key] for key in readable
                }

    def may_read(self, talk: Talk, party: Party, key: TextKey) -> bool:
        if key.kind is TextKind.SHARED or key.party is party:
            return True
        return key.kind is TextKind.PREPARATION and (key in talk.on_paper or key.party in talk.opened)

    @invariant()
    @precondition(lambda self: self.model)
    def nothing_private_is_in_a_record(self) -> None:
        for talk in self.model.values():
            record = self.room.desk.plans.record(self.room.me, talk.id)
            assert record == self.room.desk.plans.record(self.room.employee, talk.id)
            sealed = repr((record.notes, record.plan, record.feedback)) + "".join(
                repr(record.opened[party]) for party in Party if party not in talk.opened
            )
            assert SECRET not in sealed

    @invariant()
    @precondition(lambda self: self.model)
    def an_action_is_one_row_that_comes_up_after_it_was_agreed(self) -> None:
        visible = {action.id: action for action in self.room.desk.actions.visible(self.room.me)}
        bound = {
            number: promise
            for number, promise in self.actions.items()
            if self.model[promise.agreed].state is not State.CANCELLED
        }
        assert set(visible) == set(bound)
        assert {number for number, action in visible.items() if action.is_open} == {
            number for number, promise in bound.items() if promise.open
        }
        for talk in self.model.values():
            came_up = {
                action.id for action in self.room.desk.actions.to_follow_up(self.room.me, self.now(talk))
            }
            assert came_up <= set(bound)
            for number, promise in bound.items():
                agreed = self.model[promise.agreed]
                assert not (agreed is talk and number in came_up)
                if promise.open and agreed.began and talk.began:
                    assert (number in came_up) == (agreed.began < talk.began)

    @invariant()
    @precondition(lambda self: self.model)
    def an_outsider_finds_nothing(self) -> None:
        assert self.room.desk.conversations.all(self.other) == ()
        assert self.room.desk.actions.visible(self.other) == ()
        assert replace(self.room.desk.today.look(self.other), waiting=()).upcoming == ()


def test_a_file_says_what_a_dictionary_would_say() -> None:
    run_state_machine_as_test(
        LifeOfAFile,
        settings=settings(
            max_examples=60,
            stateful_step_count=30,
            derandomize=True,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
