"""Booking and walking through conversations."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from ijtui.clean import clean_line
from ijtui.data.feedback import FeedbackRows
from ijtui.data.person import People
from ijtui.domain import access
from ijtui.domain.agenda import Agenda, Question, StationKey
from ijtui.domain.conversation import Conversation, Mark, Progress, State
from ijtui.domain.material import KEPT
from ijtui.domain.person import Person
from ijtui.errors import NotAllowed, RuleBroken
from ijtui.services.base import Service
from ijtui.words import N_

_LEFT = N_("{name} had the last day {day}, so no conversation can be booked after it.")
_NOT_YOURS = N_("You can only book conversations that you take part in.")
_NOT_LED = N_("{name} has another manager here, who books the conversations with {name}.")


class ConversationService(Service):
    """What a person can do with conversations."""

    def all(self, asker: Person) -> tuple[Conversation, ...]:
        """Return the asker's conversations, cancelled ones left out; the latest first, undated on top."""
        wanted = [state for state in State if state is not State.CANCELLED]
        return tuple(reversed(self._conversations.of(asker, wanted)))

    def get(self, asker: Person, conversation_id: int) -> Conversation:
        """Return one conversation as it stands now.

        Raises:
            NotFound: none, or not the asker's.
        """
        return self._conversation(asker, conversation_id)

    def previous(self, asker: Person, conversation: Conversation) -> Conversation | None:
        """Return the one of the same kind that was held before it, if the asker took part, or None."""
        before = self._conversations.before(conversation)
        return before if before and access.may_see_conversation(asker, before) else None

    def parked_before(self, asker: Person, conversation: Conversation) -> tuple[Question, ...]:
        """Return the questions that were put aside last time and never taken up again.

        Each as this conversation's agenda words it, or as it was where the agenda no longer has it; such a
        one comes back every time until somebody marks it as done.
        """
        before = self.previous(asker, conversation)
        if before is None:
            return ()
        carried = [
            question
            for question in self.parked_before(asker, before)
            if before.agenda.question(question.id) is None and not before.progress_of(question).done
        ]
        left = {question.id: question for question in (*carried, *before.parked())}
        return tuple(conversation.agenda.question(number) or question for number, question in left.items())

    def book(
        self,
        asker: Person,
        agenda: Agenda,
        employee: Person,
        manager: Person,
        starts: datetime | None,
        place: str = "",
        minutes: int | None = None,
    ) -> Conversation:
        """Book a conversation; it keeps the agenda as it is now.

        Raises:
            RuleBroken: the two are the same person, or one of them has left by then.
            NotAllowed: the asker is neither of them, or in a shared file not the employee's manager.
        """
        new = Conversation(
            agenda, employee, manager, starts, clean_line(place), minutes or agenda.minutes
        ).checked_for_booking()
        if not access.may_see_conversation(asker, new):
            raise NotAllowed(_NOT_YOURS)
        if self._store.guarded is not None:
            self._check_led(asker, new)
        self._check_work_then(new)
        with self._store.writing():
            stored = self._conversations.add(new)
            self._note(asker, "booked", f"conversation:{stored.id}", stored.id)
        return stored

    def _check_work_then(self, new: Conversation) -> None:
        """Refuse what comes after the last day of one of the two; what was before it can still be written."""
        day = (new.starts or self._clock()).date()
        for person in (new.employee, new.manager):
            if person.has_left(day):
                raise RuleBroken(_LEFT, name=person.name, day=person.until)

    def rebook(
        self, asker: Person, conversation: Conversation, starts: datetime | None, place: str, minutes: int
    ) -> Conversation:
        """Change when, where and how long; one that began and is put off to a later day is booked again.

        Raises:
            RuleBroken: no sensible length, too long a place.
            NotFound: not the asker's.
            Conflict: changed by somebody else since.
        """
        today = self._clock().date()
        return self._change(
            asker, conversation, "rebooked", lambda now: now.moved(starts, clean_line(place), minutes, today)
        )

    def begin(self, asker: Person, conversation: Conversation) -> Conversation:
        """Start the talk, which takes up the feedback that waited; one that was begun is returned as it is.

        Raises:
            RuleBroken: it is cancelled.
            NotFound: not the asker's.
        """
        now = self._conversation(asker, conversation.id)
        at = self._clock()
        if now.begun(at) == now:
            return now
        with self._store.writing():
            begun = self._change(asker, now, "began", lambda now: now.begun(at))
            FeedbackRows(self._store).take_up(begun)
        return begun

    def conclude(self, asker: Person, conversation: Conversation) -> Conversation:
        """Say that the two are done; makes the next edition of the minutes (D-M4).

        Feedback that was never opened waits for the next conversation.

        Raises:
            RuleBroken: it was never begun.
            NotFound: not the asker's.
            Conflict: changed by somebody else since.
        """
        with self._store.writing():
            held = self._change(asker, conversation, "concluded", Conversation.concluded)
            FeedbackRows(self._store).let_wait(held.id, sealed_only=True)
            self._keep_material(asker, held)
        return held

    def cancel(self, asker: Person, conversation: Conversation) -> Conversation:
        """Call the conversation off; what was prepared stays in the file, feedback waits for the next one.

        Raises:
            RuleBroken: it was already held.
            NotFound: not the asker's.
            Conflict: changed by somebody else since.
        """
        with self._store.writing():
            cancelled = self._change(asker, conversation, "cancelled", Conversation.cancelled)
            FeedbackRows(self._store).let_wait(cancelled.id, sealed_only=False)
        return cancelled

    def tick(self, asker: Person, conversation: Conversation, task: str, done: bool) -> Conversation:
        """Tick a line of the checklist, or take the tick away (D-P1)."""
        with self._store.writing():
            now = self._conversation(asker, conversation.id)
            return self._conversations.set_checked(now, task, done)

    def set_done(self, asker: Person, conversation: Conversation, question: str, done: bool) -> Conversation:
        """Say whether a question is talked through; one that is done is no longer parked."""
        return self._progress(
            asker, conversation, question, lambda was: replace(was, done=done, parked=was.parked and not done)
        )

    def park(self, asker: Person, conversation: Conversation, question: str, parked: bool) -> Conversation:
        """Put a question aside for the end or for next time, or take it up again."""
        return self._progress(
            asker,
            conversation,
            question,
            lambda was: replace(was, parked=parked, done=was.done and not parked),
        )

    def judge(
        self, asker: Person, conversation: Conversation, question: str, mark: Mark | None
    ) -> Conversation:
        """Mark an answer about the work environment as fine, to watch, or a risk."""
        return self._progress(asker, conversation, question, lambda was: replace(was, mark=mark))

    def choose(self, asker: Person, conversation: Conversation, question: str, choice: str) -> Conversation:
        """Answer a yes-or-no question; "no" is an answer (D-A5)."""
        return self._progress(asker, conversation, question, lambda was: replace(was, choice=choice))

    def spend(
        self, asker: Person, conversation: Conversation, station: StationKey, seconds: int
    ) -> Conversation:
        """Add to the time used at a station; a clock that was set back takes none away."""
        with self._store.writing():
            now = self._conversation(asker, conversation.id)
            return self._conversations.add_seconds(now, station, max(0, seconds))

    def _check_led(self, asker: Person, new: Conversation) -> None:
        employee = People(self._store).get(new.employee.id)
        if not access.may_book(asker, employee, new.manager):
            raise NotAllowed(_NOT_LED, name=employee.name)

    def _keep_material(self, asker: Person, held: Conversation) -> None:
        """Keep what the two looked back on, where the minutes tell of it (D-C2, D-C3)."""
        if held.agenda.kind in KEPT:
            from ijtui.services.material import MaterialService

            MaterialService(self._store, self._clock, self._new_id).keep(asker, held)

    def _change(
        self,
        asker: Person,
        conversation: Conversation,
        verb: str,
        rule: Callable[[Conversation], Conversation],
    ) -> Conversation:
        """Store what a rule of the domain makes of the conversation, if it is still as the asker saw it."""
        with self._store.writing():
            now = self._conversation(asker, conversation.id)
            changed = replace(rule(now), version=conversation.version)
            stored = self._conversations.change(changed)
            self._note(asker, verb, f"conversation:{stored.id}", stored.id)
        return stored

    def _progress(
        self,
        asker: Person,
        conversation: Conversation,
        question: str,
        rule: Callable[[Progress], Progress],
    ) -> Conversation:
        """Change where a question stands, beginning from what is stored now."""
        with self._store.writing():
            now = self._conversation(asker, conversation.id)
            said = rule(now.progress.get(question, Progress()))
            return self._conversations.set_progress(now, question, said, asker.id, self._clock())
