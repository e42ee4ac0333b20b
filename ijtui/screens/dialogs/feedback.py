"""Feedback in three parts: what went well, what can be better, how one can help (D-F1)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import ClassVar

from ijtui.content.wording import wording
from ijtui.domain.conversation import Conversation
from ijtui.domain.feedback import Feedback
from ijtui.domain.person import Person
from ijtui.domain.template import TemplatePart, Wanted
from ijtui.domain.visibility import of_feedback
from ijtui.errors import IjtuiError
from ijtui.screens.command import Command
from ijtui.screens.dialogs.confirm import ConfirmScreen
from ijtui.screens.dialogs.form import Form
from ijtui.screens.sight import Told, who_sees_this
from ijtui.widgets.field import Field, Spec
from ijtui.words import N_, _, language

_TO_OTHER, _TO_PROCESS = "other", "process"

_POSITIVE = N_("What went well, and how exactly did it help?")
_IMPROVE = N_("What could be done differently next time, and why would that be better?")
_SUPPORT = N_("How can I help you succeed?")
_PARTS = ("positive", "improve", "support")


class FeedbackForm(Form[Feedback]):
    """Writes feedback to the other, or about the process.

    Args:
        conversation: where it belongs; None for the next one of the two.
        feedback: what is changed, or None for new feedback.
        me: who gives it.
        other: the one on the other side of the table.
    """

    CAN: ClassVar = (
        *Form.CAN,
        Command("feedback.withdraw", "", "withdraw", N_("Throw away this feedback, which nobody has read")),
    )
    ABOUT = N_(
        "Be specific and describe what you saw, not what the other is like. ctrl+t gives you ways to begin, "
        "with places to fill in. The other sees it when you open it, "
        "and from then on it stands in the minutes. "
        "What you write between two conversations comes up in the next one."
    )
    START: ClassVar = "positive"

    def __init__(
        self, conversation: Conversation | None, feedback: Feedback | None, me: Person, other: Person
    ) -> None:
        belongs = str(conversation.id) if conversation else f"0:{other.id}"
        super().__init__(f"feedback:{feedback.id if feedback else 'new'}:{belongs}")
        self._conversation = conversation
        self._other = other
        self._feedback = feedback or Feedback(conversation.id if conversation else None, me.id, other.id)
        self._language = conversation.agenda.language if conversation else language()

    def heading(self) -> str:
        """Return that it is feedback, and between whom."""
        return _("Feedback · {name}", name=self._other.name)

    def note(self) -> str:
        """Say who sees it and when it comes up, as things stand."""
        name = self._other.first_name
        if self._conversation is None:
            if self._feedback.opened:
                return _("{name} sees this, and it comes up in your next conversation.", name=name)
            return who_sees_this(of_feedback(self._feedback), Told.NEXT_TIME)
        if self._feedback.opened:
            return _("{name} sees this, and it stands in the minutes.", name=name)
        return who_sees_this(of_feedback(self._feedback))

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

    def _at(self) -> str:
        """Return the name of the field where one is, or ""."""
        here = (one for one in self.query(Field) if self.focused in one.walk_children())
        return next((one.spec.name for one in here), "")

    def wanted(self) -> Wanted:
        """Offer what suits the field's part and the role of the one who gets it."""
        at = self._at()
        return Wanted(self._language, self._other.role, TemplatePart(at) if at in _PARTS else None)

    def advise(self, values: Mapping[str, str]) -> str:
        """Return how to say something more exactly, first of all what one writes just now (D-F4)."""
        hints, at = wording(self._language), self._at()
        written = sorted(_PARTS, key=lambda part: part != at)
        return next((found.said for part in written if (found := hints.last(values[part]))), "")

    def submit(self, values: Mapping[str, str]) -> Feedback:
        """Store the feedback; what has been opened stays open."""
        feedback = replace(
            self._feedback,
            receiver=self._other.id if values["to"] == _TO_OTHER else None,
            opened=self._feedback.opened or values["opened"] == "yes",
            positive=values["positive"],
            improve=values["improve"],
            support=values["support"],
        )
        service, me = self.session.desk.feedback, self.session.me
        if self._conversation is None:
            return service.save_between(me, self._other, feedback)
        return service.save(me, self._conversation, feedback)

    # Throwing it away

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what is stored and was never opened can be thrown away."""
        if action == "withdraw":
            return bool(self._feedback.id) and not self._feedback.opened
        return super().check_action(action, parameters)

    def action_withdraw(self) -> None:
        """Throw the feedback away, after asking."""
        question = _("Throw this feedback away? Nobody but you has read it.")
        self.app.push_screen(ConfirmScreen(question, _("throw it away"), _("keep it")), self._withdraw)

    def _withdraw(self, sure: bool | None) -> None:
        if not sure:
            return
        try:
            self.session.desk.feedback.withdraw(self.session.me, self._feedback)
        except IjtuiError as error:
            self.refuse(error)
            return
        self.action_discard()
