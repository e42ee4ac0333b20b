"""Booking and walking through conversations."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from ijtui.clean import clean_line
from ijtui.domain import access
from ijtui.domain.agenda import Agenda, StationKey
from ijtui.domain.conversation import Conversation, Mark, Progress, State
from ijtui.domain.person import Person
from ijtui.errors import NotAllowed
from ijtui.services.base import Service
from ijtui.words import N_

_NOT_YOURS = N_("You can only book conversations that you take part in.")


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
        """Return the held one of the same kind before it, if the asker took part, or None."""
        before = self._conversations.before(conversation)
        return before if before and access.may_see_conversation(asker, before) else None

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
            RuleBroken: the two are the same person.
            NotAllowed: the asker is neither of them.
        """
        new = Conversation(
            agenda, employee, manager, starts, clean_line(place), minutes or agenda.minutes
        ).checked_for_booking()
        if not access.may_see_conversation(asker, new):
            raise NotAllowed(_NOT_YOURS)
        with self._store.writing():
            stored = self._conversations.add(new)
            self._note(asker, "booked", f"conversation:{stored.id}", stored.id)
        return stored

    def rebook(
        self, asker: Person, conversation: Conversation, starts: datetime | None, place: str, minutes: int
    ) -> Conversation:
        """Change when, where and how long.

        Raises:
            NotFound: not the asker's.
            Conflict: changed by somebody else since.
        """
        moved = replace(conversation, starts=starts, place=clean_line(place), minutes=minutes)
        return self._change(asker, conversation, "rebooked", lambda _now: moved)

    def begin(self, asker: Person, conversation: Conversation) -> Conversation:
        """Start the talk; one that goes on or was held is returned as it is.

        Raises:
            RuleBroken: it is cancelled.
            NotFound: not the asker's.
        """
        now = self._conversation(asker, conversation.id)
        return now if now.begun() == now else self._change(asker, now, "began", Conversation.begun)

    def conclude(self, asker: Person, conversation: Conversation) -> Conversation:
        """Say that the two are done; makes the next edition of the minutes (D-M4).

        Raises:
            RuleBroken: it was never begun.
            NotFound: not the asker's.
        """
        return self._change(asker, conversation, "concluded", Conversation.concluded)

    def cancel(self, asker: Person, conversation: Conversation) -> Conversation:
        """Call the conversation off; what was prepared stays in the file.

        Raises:
            RuleBroken: it was already held.
            NotFound: not the asker's.
        """
        return self._change(asker, conversation, "cancelled", Conversation.cancelled)

    def tick(self, asker: Person, conversation: Conversation, task: str, done: bool) -> Conversation:
        """Tick a line of the checklist, or take the tick away (D-P1)."""
        now = self._conversation(asker, conversation.id)
        with self._store.writing():
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
        """Add to the time used at a station."""
        now = self._conversation(asker, conversation.id)
        with self._store.writing():
            return self._conversations.add_seconds(now, station, seconds)

    def _change(
        self,
        asker: Person,
        conversation: Conversation,
        verb: str,
        rule: Callable[[Conversation], Conversation],
    ) -> Conversation:
        """Apply a rule of the domain to the conversation and store what it gives."""
        self._party(asker, self._conversation(asker, conversation.id))
        with self._store.writing():
            stored = self._conversations.change(rule(conversation))
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
            was = now.progress.get(question, Progress())
            return self._conversations.set_progress(now, question, rule(was))
