"""Feedback in three parts (D-F)."""

from __future__ import annotations

from dataclasses import replace

from ijtui.clean import clean
from ijtui.data.feedback import FeedbackRows
from ijtui.domain import access
from ijtui.domain.conversation import Conversation
from ijtui.domain.feedback import Feedback
from ijtui.domain.person import Person
from ijtui.errors import NotAllowed
from ijtui.services.base import Service
from ijtui.words import N_

_NOT_YOURS = N_("Only the one who gives feedback can change it.")


class FeedbackService(Service):
    """What a person can do with feedback."""

    def of(self, asker: Person, conversation: Conversation) -> tuple[Feedback, ...]:
        """Return the feedback of a conversation that the asker may read.

        Raises:
            NotFound: not the asker's conversation.
        """
        now = self._conversation(asker, conversation.id)
        written = FeedbackRows(self._store).of_conversation(now.id)
        return tuple(item for item in written if access.may_read_feedback(asker, now, item))

    def save(self, asker: Person, conversation: Conversation, feedback: Feedback) -> Feedback:
        """Store feedback that the asker gives, new or changed.

        Raises:
            RuleBroken: all three parts are empty.
            NotAllowed: given by somebody else.
            Conflict: changed in another session since.
        """
        self._conversation(asker, conversation.id)
        if feedback.giver != asker.id:
            raise NotAllowed(_NOT_YOURS)
        given = replace(_cleaned(feedback).checked(), conversation=conversation.id, given=self._clock())
        rows = FeedbackRows(self._store)
        with self._store.writing():
            stored = rows.change(given) if given.id else rows.add(given)
            self._note(asker, "gave", f"feedback:{stored.id}", conversation.id)
        return stored

    def open(self, asker: Person, conversation: Conversation, feedback: Feedback) -> Feedback:
        """Let the receiver read it from now on; one-way.

        Raises:
            NotAllowed: given by somebody else.
        """
        return self.save(asker, conversation, replace(feedback, opened=True))


def _cleaned(feedback: Feedback) -> Feedback:
    return replace(
        feedback,
        positive=clean(feedback.positive).strip(),
        improve=clean(feedback.improve).strip(),
        support=clean(feedback.support).strip(),
    )
