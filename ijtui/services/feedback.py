"""Feedback in three parts (D-F)."""

from __future__ import annotations

from dataclasses import replace

from ijtui.clean import clean
from ijtui.data.feedback import NO_FEEDBACK, FeedbackRows
from ijtui.domain import access
from ijtui.domain.conversation import Conversation
from ijtui.domain.feedback import Feedback
from ijtui.domain.person import Person
from ijtui.errors import NotAllowed, NotFound, RuleBroken
from ijtui.services.base import Service
from ijtui.words import N_

_NOT_YOURS = N_("Only the one who gives feedback can change it.")
_NOBODY_THERE = N_("Feedback goes to the other one in the conversation, or is about the conversations.")


class FeedbackService(Service):
    """What a person can do with feedback."""

    def of(self, asker: Person, conversation: Conversation) -> tuple[Feedback, ...]:
        """Return the feedback of a conversation that the asker may read.

        Raises:
            NotFound: not the asker's conversation.
        """
        now = self._conversation(asker, conversation.id)
        written = FeedbackRows(self._store).readable(now.id, asker.id)
        return tuple(item for item in written if access.may_read_feedback(asker, now, item))

    def save(self, asker: Person, conversation: Conversation, feedback: Feedback) -> Feedback:
        """Store feedback that the asker gives, new or changed; what was opened stays open.

        Raises:
            RuleBroken: all three parts are empty, too long, or for somebody who is not in the conversation.
            NotAllowed: given by somebody else.
            Conflict: changed in another session since.
            NotFound: not the asker's conversation.
        """
        return self._save(asker, conversation, feedback, "gave")

    def open(self, asker: Person, conversation: Conversation, feedback: Feedback) -> Feedback:
        """Let the receiver read it from now on; one-way.

        Raises:
            As `save`.
        """
        return self._save(asker, conversation, replace(feedback, opened=True), "opened")

    def _save(self, asker: Person, conversation: Conversation, feedback: Feedback, verb: str) -> Feedback:
        rows = FeedbackRows(self._store)
        with self._store.writing():
            now = self._conversation(asker, conversation.id)
            other = now.person(self._party(asker, now).other)
            given = replace(
                _cleaned(feedback).checked(), conversation=now.id, other=other.id, given=self._clock()
            )
            was = rows.get(given.id) if given.id else None
            _check(asker, now, given, was)
            if was is None:
                stored = rows.add(given)
            else:
                stored = rows.change(replace(given, opened=given.opened or was.opened))
            self._note(asker, "changed" if was and was.opened else verb, f"feedback:{stored.id}", now.id)
        return stored


def _check(asker: Person, conversation: Conversation, given: Feedback, was: Feedback | None) -> None:
    """Refuse what is not the asker's to give, in this conversation, to the other one."""
    if given.giver != asker.id or (was is not None and was.giver != asker.id):
        raise NotAllowed(_NOT_YOURS)
    if was is not None and was.conversation != conversation.id:
        raise NotFound(NO_FEEDBACK, number=given.id)
    others = {conversation.employee.id, conversation.manager.id} - {asker.id}
    if given.receiver is not None and given.receiver not in others:
        raise RuleBroken(_NOBODY_THERE)


def _cleaned(feedback: Feedback) -> Feedback:
    return replace(
        feedback,
        positive=clean(feedback.positive).strip(),
        improve=clean(feedback.improve).strip(),
        support=clean(feedback.support).strip(),
    )
