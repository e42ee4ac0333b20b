"""Feedback in three parts: what went well, what can be better, how one can help (D-F1)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import ClassVar

from ijtui.domain.conversation import Conversation
from ijtui.domain.feedback import Feedback
from ijtui.domain.person import Person
from ijtui.domain.template import TemplatePart, Wanted
from ijtui.screens.dialogs.form import Form
from ijtui.screens.saying import other_of
from ijtui.widgets.field import Field, Spec
from ijtui.words import N_, _

_TO_OTHER, _TO_PROCESS = "other", "process"

_POSITIVE = N_("What went well, and how exactly did it help?")
_IMPROVE = N_("What could be done differently next time, and why would that be better?")
_SUPPORT = N_("How can I help you succeed?")


class FeedbackForm(Form[Feedback]):
    """Writes feedback to the other, or about the process.

    Args:
        conversation: where it belongs.
        feedback: what is changed, or None for new feedback.
        me: who gives it.
    """

    ABOUT = N_(
        "Be specific and describe what you saw, not what the other is like. ctrl+t gives you ways to begin, "
        "with places to fill in. The other sees it when you open it, "
        "and from then on it stands in the minutes."
    )
    START: ClassVar = "positive"

    def __init__(self, conversation: Conversation, feedback: Feedback | None, me: Person) -> None:
        super().__init__(f"feedback:{feedback.id if feedback else 'new'}:{conversation.id}")
        self._conversation = conversation
        self._other = other_of(conversation, me)
        self._feedback = feedback or Feedback(conversation.id, me.id, self._other.id)

    def heading(self) -> str:
        """Return that it is feedback, and in which conversation."""
        return _("Feedback · {name}", name=self._other.name)

    def note(self) -> str:
        """Say who sees it, as things stand."""
        if self._feedback.opened:
            return _("{name} sees this, and it stands in the minutes.", name=self._other.first_name)
        return _("Only you see this until you open it.")

    def fields(self) -> Iterable[Spec]:
        """Ask whom it is to, the three parts, and whether the other may read it."""
        feedback = self._feedback
        to = _TO_OTHER if feedback.receiver else _TO_PROCESS
        receivers = (
            (_TO_OTHER, self._other.first_name),
            (_TO_PROCESS, _("about the conversations themselves")),
        )
        opened = (("no", _("only me")), ("yes", _("us two")))
        return (
            Spec("to", _("To"), "choice", to, receivers),
            Spec("positive", _("Positive"), "text", feedback.positive, placeholder=_(_POSITIVE)),
            Spec("improve", _("To improve"), "text", feedback.improve, placeholder=_(_IMPROVE)),
            Spec("support", _("Support"), "text", feedback.support, placeholder=_(_SUPPORT)),
            Spec("opened", _("Who can see this"), "choice", "yes" if feedback.opened else "no", opened),
        )

    def wanted(self) -> Wanted:
        """Offer what suits the field's part and the role of the one who gets it."""
        field = next(one for one in self.query(Field) if self.focused in one.walk_children())
        return Wanted(self._conversation.agenda.language, self._other.role, TemplatePart(field.spec.name))

    def submit(self, values: Mapping[str, str]) -> Feedback:
        """Store the feedback; what has been opened stays open."""
        feedback = replace(
            self._feedback,
            receiver=self._other.id if values["to"] == _TO_OTHER else None,
            positive=values["positive"],
            improve=values["improve"],
            support=values["support"],
            opened=self._feedback.opened or values["opened"] == "yes",
        )
        return self.session.desk.feedback.save(self.session.me, self._conversation, feedback)
