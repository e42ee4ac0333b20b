"""An agreement that is no longer needed is dropped by both (D-G5)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ijtui.domain.action import Action
from ijtui.domain.today import Due
from ijtui.domain.visibility import Visibility
from ijtui.screens.dialogs.form import Form
from ijtui.screens.dialogs.together import are_together, together
from ijtui.screens.saying import other_in
from ijtui.screens.sight import who_sees_this
from ijtui.widgets.field import Spec
from ijtui.words import N_, _


class WithdrawalForm(Form[Action]):
    """Proposes to drop one agreement, or drops it where both say so.

    Args:
        agreed: the agreement and the two.
        conversation: id of the conversation where the two agree on it; None between two.
    """

    ABOUT = N_(
        "What is no longer needed is dropped by both of you. It then counts neither as kept nor as broken, "
        "and it stays in the file with the reason."
    )

    def __init__(self, agreed: Due, conversation: int | None) -> None:
        super().__init__(f"withdrawal:{agreed.action.id}:{conversation or 0}")
        self._agreed = agreed
        self._conversation = conversation

    def heading(self) -> str:
        """Return the agreement."""
        return _("Drop · {what}", what=self._agreed.action.what)

    def note(self) -> str:
        """Say that both have to agree."""
        name = other_in(self._agreed, self.session.me).first_name
        if self._conversation is not None:
            return _("You drop it together. The reason stands in the minutes.")
        waits = _("It is dropped when {name} agrees. Until then it stays open.", name=name)
        return f"{who_sees_this(Visibility.TWO)} {waits}"

    def fields(self) -> Iterator[Spec]:
        """Ask for the reason, and whether the other has agreed already."""
        yield Spec("reason", _("Why is it not needed?"), "text")
        me, action = self.session.me, self._agreed.action
        if self._conversation is None and self.session.desk.actions.may_speak_for_other(me, action):
            name = other_in(self._agreed, me).first_name
            yield together(_("Agreed already?"), name)

    def submit(self, values: Mapping[str, str]) -> Action:
        """Store the proposal, or that it is dropped."""
        return self.session.desk.actions.withdraw(
            self.session.me,
            self._agreed.action,
            values["reason"],
            beside=are_together(values),
            conversation=self._conversation,
        )
