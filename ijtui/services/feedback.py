"""Feedback in three parts, for a conversation or at any time between two (D-F)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ijtui.clean import clean
from ijtui.data.feedback import NO_FEEDBACK, FeedbackRows
from ijtui.data.person import People
from ijtui.domain import access
from ijtui.domain.conversation import Conversation, State
from ijtui.domain.feedback import Feedback
from ijtui.domain.person import Person
from ijtui.errors import NotAllowed, NotFound, RuleBroken
from ijtui.services.base import Service
from ijtui.words import N_

_NOT_YOURS = N_("Only the one who gives feedback can change it.")
_NOBODY_THERE = N_("Feedback goes to the other one in the conversation, or is about the conversations.")
_NOT_TO_ONESELF = N_("Feedback goes to somebody else. What you write for yourself belongs in the journal.")


class FeedbackService(Service):
    """What a person can do with feedback.

    What is written between two conversations waits. The next conversation of the two that begins takes it
    up; where that one is called off, or ends before it was opened, it waits for the one after.
    """

    def of(self, asker: Person, conversation: Conversation) -> tuple[Feedback, ...]:
        """Return the feedback of a conversation that the asker may read; before its end also what waits.

        Raises:
            NotFound: not the asker's conversation.
        """
        now = self._conversation(asker, conversation.id)
        found = self._rows.readable(now.id, asker.id)
        if now.state in (State.BOOKED, State.ONGOING):
            found += self.waiting(asker, now.person(self._party(asker, now).other))
        return tuple(item for item in found if access.may_read_feedback(asker, item))

    def waiting(self, asker: Person, other: Person) -> tuple[Feedback, ...]:
        """Return what waits for the next conversation of the two, as far as the asker may read it."""
        found = self._rows.waiting(asker.id, other.id)
        return tuple(item for item in found if access.may_read_feedback(asker, item))

    def get(self, asker: Person, feedback_id: int) -> Feedback:
        """Return that feedback.

        Raises:
            NotFound: there is none, or the asker may not read it.
        """
        found = self._rows.get(feedback_id)
        if not access.may_read_feedback(asker, found):
            raise NotFound(NO_FEEDBACK, number=feedback_id)
        return found

    def of_pair(self, asker: Person, person: Person, since: date, until: date) -> tuple[Feedback, ...]:
        """Return what the two gave each other from one day to another, both included, the oldest first.

        Both may read what is `opened`; the rest is the asker's own.
        """
        return self._rows.between(asker.id, person.id, since, until)

    def about_the_process(self, asker: Person, since: date) -> tuple[Feedback, ...]:
        """Return what was said about the conversations themselves, as far as the asker may read it (D-F3)."""
        return self._rows.about_the_process(asker.id, since)

    # Giving

    def save(self, asker: Person, conversation: Conversation, feedback: Feedback) -> Feedback:
        """Store feedback that the asker gives, new or changed; what was opened stays open.

        Raises:
            RuleBroken: all three parts are empty, too long, or for somebody who is not in the conversation.
            NotAllowed: given by somebody else.
            Conflict: changed in another session since.
            NotFound: not the asker's conversation.
        """
        with self._store.writing():
            now = self._conversation(asker, conversation.id)
            other = now.person(self._party(asker, now).other)
            was = self._rows.get(feedback.id) if feedback.id else None
            if was is not None and was.conversation not in (None, now.id):
                raise NotFound(NO_FEEDBACK, number=feedback.id)
            waits = was is not None and was.is_waiting and now.state is State.BOOKED
            return self._save(asker, other, None if waits else now.id, feedback, was)

    def open(self, asker: Person, conversation: Conversation, feedback: Feedback) -> Feedback:
        """Let the receiver read it from now on; one-way.

        Raises:
            As `save`.
        """
        return self.save(asker, conversation, replace(feedback, opened=True))

    def save_between(self, asker: Person, other: Person, feedback: Feedback) -> Feedback:
        """Store feedback that the asker gives at any time; a conversation that goes on now takes it up.

        Raises:
            RuleBroken: nothing or too much is said, or it goes to somebody else than the other one.
            NotAllowed: given by somebody else.
            Conflict: changed in another session since.
            NotFound: there is no such person.
        """
        with self._store.writing():
            other = People(self._store).get(other.id)
            was = self._rows.get(feedback.id) if feedback.id else None
            return self._save(asker, other, self._going_on(asker, other), feedback, was)

    def withdraw(self, asker: Person, feedback: Feedback) -> None:
        """Throw away what the other never read.

        Raises:
            RuleBroken: it was opened.
            NotAllowed: given by somebody else.
            Conflict: changed in another session since.
            NotFound: gone already.
        """
        with self._store.writing():
            was = self._rows.get(feedback.id)
            if was.giver != asker.id:
                raise NotAllowed(_NOT_YOURS)
            self._rows.remove(replace(was.checked_for_removal(), version=feedback.version))
            self._note(asker, "withdrew", f"feedback:{was.id}", was.conversation)

    @property
    def _rows(self) -> FeedbackRows:
        return FeedbackRows(self._store)

    def _going_on(self, asker: Person, other: Person) -> int | None:
        """Return the conversation that the two have begun and not concluded, or None."""
        begun = self._conversations.of(asker, (State.ONGOING,))
        return next((item.id for item in reversed(begun) if item.party_of(other)), None)

    def _save(
        self, asker: Person, other: Person, where: int | None, feedback: Feedback, was: Feedback | None
    ) -> Feedback:
        now = self._clock()
        given = replace(_cleaned(feedback).checked(), conversation=where, other=other.id, given=now)
        _check(asker, given, was)
        stored = self._rows.add(given) if was is None else self._rows.change(given.saved_over(was, now))
        newly_open = stored.opened and not (was and was.opened)
        verb = "opened" if newly_open else "changed" if stored.opened else "gave"
        self._note(asker, verb, f"feedback:{stored.id}", stored.conversation)
        return stored


def _check(asker: Person, given: Feedback, was: Feedback | None) -> None:
    """Refuse what is not the asker's to give to the other one."""
    if given.giver != asker.id or (was is not None and was.giver != asker.id):
        raise NotAllowed(_NOT_YOURS)
    if was is not None and was.other != given.other:
        raise NotFound(NO_FEEDBACK, number=given.id)
    if given.other == asker.id:
        raise RuleBroken(_NOT_TO_ONESELF)
    if given.receiver not in (None, given.other):
        raise RuleBroken(_NOBODY_THERE)


def _cleaned(feedback: Feedback) -> Feedback:
    return replace(
        feedback,
        positive=clean(feedback.positive).strip(),
        improve=clean(feedback.improve).strip(),
        support=clean(feedback.support).strip(),
    )
