"""Two sessions in one shared file, in whatever order: it says what a plain dictionary would say.

Each of the two prepares, opens, writes, agrees, signs, reserves, hands back; sessions are killed in the
middle of a save, and another program holds the file. Seeded, so that a failure is the same one each time.
"""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import tempfile
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from ijtui.data.chain import read_through
from ijtui.domain.action import Action
from ijtui.domain.conversation import Conversation, Party
from ijtui.domain.person import Person
from ijtui.domain.signature import Answer, PlanState, Version
from ijtui.domain.text import TextKey, TextKind
from ijtui.errors import Conflict, NotAllowed, NotFound, RuleBroken, StorageFailed
from ijtui.services.desk import Desk, open_desk
from tests.builders import FixedClock, a_room, a_session, an_action, counted_ids, let_in

PARTIES = st.sampled_from(Party)
QUESTIONS = st.sampled_from(["results", "balance"])
BODIES = st.text("ab å\n[/]", min_size=1, max_size=20).filter(str.strip)
WORDS = st.sampled_from(["Boka kursen", "Skriv i handboken", "Ring juristerna"])
SAID = st.sampled_from(["", "Inte före maj.", "Om tiden räcker."])


@dataclass
class Signed:
    """What the dictionary knows of one version of the plan."""

    hash: str
    agreed: tuple[str, ...]
    answers: list[tuple[Party, Answer, str]] = field(default_factory=list)

    def last(self, party: Party) -> Answer | None:
        return next((answer for who, answer, _ in reversed(self.answers) if who is party), None)


class LifeOfASharedFile(RuleBasedStateMachine):
    """Two people, each in a session of their own, behind the wall."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="ijtui-"))
        self.texts: dict[TextKey, str] = {}
        self.opened: set[Party] = set()
        self.agreed: dict[int, str] = {}
        self.versions: list[Signed] = []
        self.sessions = self.stale = 0

    @initialize()
    def two_come_in(self) -> None:
        room = a_room(self.folder)
        self.clock: FixedClock = room.clock
        self.path = room.desk.store.path
        self.doors = {
            Party.MANAGER: let_in(room.desk, room.me),
            Party.EMPLOYEE: let_in(room.desk, room.employee),
        }
        self.talk: Conversation = room.desk.conversations.begin(room.me, room.conversation)
        self.desks = {party: self.come_in(party) for party in Party}
        room.desk.close()

    def come_in(self, party: Party) -> Desk:
        """Open a session that doesn't wait for others to be done with the file."""
        self.sessions += 1
        ids = counted_ids(f"session-{self.sessions}")
        return open_desk(self.path, patience=0.01, clock=self.clock, new_id=ids, door=self.doors[party])

    def teardown(self) -> None:
        for desk in getattr(self, "desks", {}).values():
            desk.close()
        shutil.rmtree(self.folder)

    def me(self, party: Party) -> Person:
        found = self.desks[party].people.me()
        assert found is not None
        return found[0]

    def now(self, party: Party) -> Conversation:
        return self.desks[party].conversations.get(self.me(party), self.talk.id)

    # Texts

    @rule(party=PARTIES, question=QUESTIONS, body=BODIES)
    def prepare(self, party: Party, question: str, body: str) -> None:
        self.save(party, TextKey(self.talk.id, question, TextKind.PREPARATION, party), body)

    @rule(party=PARTIES, question=QUESTIONS, body=BODIES)
    def note_for_oneself(self, party: Party, question: str, body: str) -> None:
        self.save(party, TextKey(self.talk.id, question, TextKind.PRIVATE, party), body)

    @rule(party=PARTIES, question=QUESTIONS, body=BODIES)
    def write_together(self, party: Party, question: str, body: str) -> None:
        self.save(party, TextKey(self.talk.id, question, TextKind.SHARED), body)

    def save(self, party: Party, key: TextKey, body: str) -> None:
        desk, me = self.desks[party], self.me(party)
        saved = desk.texts.save(me, key, body, desk.texts.read(me, key).version)
        self.texts[key] = saved.body
        assert saved.body == body

    @rule(party=PARTIES, question=QUESTIONS)
    def a_stale_save_keeps_both(self, party: Party, question: str) -> None:
        key = TextKey(self.talk.id, question, TextKind.SHARED)
        desk, other = self.desks[party], self.desks[party.other]
        base = desk.texts.read(self.me(party), key).version
        self.stale += 1
        theirs, late = f"{self.stale} deras, ganska långt", f"{self.stale} mitt, för sent"
        self.save(party.other, key, theirs)
        if base == 0:
            return
        with pytest.raises(Conflict):
            desk.texts.save(self.me(party), key, late, base)
        kept = [
            revision.body for revision in other.texts.versions(self.me(party.other), key) if revision.lost
        ]
        assert late in kept
        assert other.texts.read(self.me(party.other), key).body == theirs

    @rule(party=PARTIES)
    def open_up(self, party: Party) -> None:
        self.desks[party].texts.open_preparation(self.me(party), self.now(party))
        self.opened.add(party)

    @rule(party=PARTIES, question=QUESTIONS, body=BODIES)
    def nobody_writes_for_the_other(self, party: Party, question: str, body: str) -> None:
        theirs = TextKey(self.talk.id, question, TextKind.PREPARATION, party.other)
        for on_paper in (False, True):
            with pytest.raises(NotAllowed):
                self.desks[party].texts.save(self.me(party), theirs, body, 0, on_paper=on_paper)

    # What is agreed

    @rule(party=PARTIES, what=WORDS)
    def agree(self, party: Party, what: str) -> None:
        action = self.desks[party].actions.add(self.me(party), self.now(party), an_action(what))
        self.agreed[action.id] = what

    def promise(self, party: Party, which: int) -> Action:
        number = sorted(self.agreed)[which % len(self.agreed)]
        return self.desks[party].actions.get(self.me(party), number)

    @precondition(lambda self: self.agreed)
    @rule(party=PARTIES, which=st.integers(0, 9), what=WORDS)
    def say_it_otherwise(self, party: Party, which: int, what: str) -> None:
        action = self.promise(party, which)
        self.desks[party].actions.change(self.me(party), replace(action, what=what))
        self.agreed[action.id] = what

    @precondition(lambda self: self.agreed)
    @rule(party=PARTIES, which=st.integers(0, 9))
    def take_it_out(self, party: Party, which: int) -> None:
        action = self.promise(party, which)
        self.desks[party].actions.remove(self.me(party), action)
        del self.agreed[action.id]

    def agreement(self) -> tuple[str, ...]:
        return tuple(f"{number}:{what}" for number, what in sorted(self.agreed.items()))

    # Signing

    def shown(self, party: Party) -> Version:
        """What that party reads before signing; it is a new version where something is agreed anew."""
        version = self.desks[party].signing.freeze(self.me(party), self.now(party))
        if not self.versions or self.versions[-1].hash != version.plan.hash:
            assert not self.versions or self.versions[-1].agreed != self.agreement()
            self.versions.append(Signed(version.plan.hash, self.agreement()))
        assert self.versions[-1].agreed == self.agreement()
        return version

    @precondition(lambda self: not self.agreed)
    @rule(party=PARTIES)
    def nothing_agreed_is_nothing_to_sign(self, party: Party) -> None:
        with pytest.raises(RuleBroken):
            self.desks[party].signing.freeze(self.me(party), self.now(party))

    @precondition(lambda self: self.agreed)
    @rule(party=PARTIES, reservation=SAID)
    def sign(self, party: Party, reservation: str) -> None:
        signing, me = self.desks[party].signing, self.me(party)
        hash_ = self.shown(party).plan.hash
        known = self.versions[-1]
        if any(who is party and answer is Answer.SIGNED for who, answer, _ in known.answers):
            with pytest.raises(RuleBroken):
                signing.sign(me, self.now(party), hash_, reservation)
            return
        signing.sign(me, self.now(party), hash_, reservation)
        known.answers.append((party, Answer.SIGNED, reservation))

    @precondition(lambda self: self.agreed)
    @rule(first=PARTIES, reservation=SAID)
    def both_sign(self, first: Party, reservation: str) -> None:
        self.sign(first, "")
        self.sign(first.other, reservation)

    @precondition(lambda self: self.agreed)
    @rule(party=PARTIES)
    def hand_back(self, party: Party) -> None:
        signing, me = self.desks[party].signing, self.me(party)
        hash_ = self.shown(party).plan.hash
        known = self.versions[-1]
        if any(who is party and answer is Answer.SIGNED for who, answer, _ in known.answers):
            with pytest.raises(RuleBroken):
                signing.decline(me, self.now(party), hash_, "Inte så.")
            return
        signing.decline(me, self.now(party), hash_, "Inte så.")
        known.answers.append((party, Answer.DECLINED, "Inte så."))

    @precondition(lambda self: self.agreed)
    @rule(party=PARTIES)
    def nobody_signs_for_the_other(self, party: Party) -> None:
        hash_ = self.shown(party).plan.hash
        with pytest.raises(NotAllowed):
            self.desks[party].signing.sign(
                self.me(party), self.now(party), hash_, signer=self.me(party.other), initials="XX"
            )

    @precondition(lambda self: self.versions and self.agreement() != self.versions[-1].agreed)
    @rule(party=PARTIES)
    def what_was_read_before_it_changed_is_not_signed(self, party: Party) -> None:
        with pytest.raises((Conflict, RuleBroken)):
            self.desks[party].signing.sign(self.me(party), self.now(party), self.versions[-1].hash)

    # What goes wrong

    @rule(party=PARTIES, question=QUESTIONS, body=BODIES)
    def another_program_holds_the_file(self, party: Party, question: str, body: str) -> None:
        key = TextKey(self.talk.id, question, TextKind.SHARED)
        desk, me = self.desks[party], self.me(party)
        before = desk.texts.read(me, key)
        with closing(sqlite3.connect(self.path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(StorageFailed):
                desk.texts.save(me, key, f"{body} ny", before.version)
            other.execute("ROLLBACK")
        assert desk.texts.read(me, key) == before

    @rule(party=PARTIES, question=QUESTIONS)
    def killed_in_the_middle_of_a_save(self, party: Party, question: str) -> None:
        child = os.fork()
        if child == 0:
            self._save_and_die(party, question)
        _, how = os.waitpid(child, 0)
        assert os.WTERMSIG(how) == signal.SIGKILL

    def _save_and_die(self, party: Party, question: str) -> None:
        """Be a session that is killed between a save and its commit; never returns."""
        try:
            desk = open_desk(self.path, clock=self.clock, door=self.doors[party])
            found = desk.people.me()
            key = TextKey(self.talk.id, question, TextKind.SHARED)
            with desk.store.writing():
                if found is not None:
                    desk.texts.save(found[0], key, "half", desk.texts.read(found[0], key).version)
                os.kill(os.getpid(), signal.SIGKILL)
        finally:
            os._exit(3)

    @rule(party=PARTIES)
    def leaves_and_comes_in_again(self, party: Party) -> None:
        self.desks[party].close()
        self.desks[party] = self.come_in(party)

    # What holds at all times

    @invariant()
    def each_reads_what_is_theirs_and_no_more(self) -> None:
        for party in Party if hasattr(self, "desks") else ():
            seen = self.desks[party].texts.readable(self.me(party), self.talk)
            assert {key: text.body for key, text in seen.items()} == {
                key: body for key, body in self.texts.items() if self.may_read(party, key)
            }

    def may_read(self, party: Party, key: TextKey) -> bool:
        mine = key.kind is TextKind.SHARED or key.party is party
        return mine or (key.kind is TextKind.PREPARATION and party.other in self.opened)

    @invariant()
    def nothing_signed_is_ever_gone(self) -> None:
        for party in Party if hasattr(self, "desks") else ():
            people = {self.me(side).id: side for side in Party}
            stored = self.desks[party].signing.versions(self.me(party), self.talk)
            assert [
                (version.plan.hash, [(people[one.person], one.answer, one.said) for one in version.answers])
                for version in stored
            ] == [(known.hash, known.answers) for known in self.versions if known.answers]

    @invariant()
    def it_stands_as_both_left_it(self) -> None:
        for party in Party if hasattr(self, "desks") else ():
            found = self.desks[party].signing.standing(self.me(party), self.talk)
            assert found is not None
            assert found.state is self.expected(party)

    def expected(self, party: Party) -> PlanState:
        newest = self.versions[-1] if self.versions else None
        if newest is None or not newest.answers:
            return PlanState.NOT_SIGNED
        if newest.agreed != self.agreement():
            return PlanState.CHANGED
        last = {side: newest.last(side) for side in Party}
        if Answer.DECLINED in last.values():
            return PlanState.DECLINED
        if all(answer is Answer.SIGNED for answer in last.values()):
            reserved = any(said for _, answer, said in newest.answers if answer is Answer.SIGNED)
            return PlanState.RESERVED if reserved else PlanState.SIGNED
        return PlanState.WAITS_FOR_OTHER if last[party] else PlanState.WAITS_FOR_YOU

    @invariant()
    def the_history_is_one_unbroken_chain(self) -> None:
        if hasattr(self, "desks"):
            chain = read_through(self.path)
            assert chain is not None
            assert chain.is_whole


def test_two_sessions_say_what_a_dictionary_would_say() -> None:
    run_state_machine_as_test(
        LifeOfASharedFile,
        settings=settings(
            max_examples=40,
            stateful_step_count=25,
            derandomize=True,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_a_third_person_is_in_none_of_it(tmp_path: Path) -> None:
    room = a_room(tmp_path)
    third = room.desk.people.add(room.me, replace(room.employee, name="Någon Annan", id=0, version=0))
    desk: Desk = a_session(room.desk, third)
    asks = (
        lambda: desk.conversations.get(third, room.conversation.id),
        lambda: desk.texts.readable(third, room.conversation),
        lambda: desk.signing.versions(third, room.conversation),
    )
    for ask in asks:
        with pytest.raises(NotFound):
            ask()
    desk.close()
