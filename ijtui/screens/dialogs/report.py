"""One says that an agreement is done; the other confirms it (D-G5)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ijtui.domain.action import Action
from ijtui.domain.today import Due
from ijtui.domain.visibility import Visibility
from ijtui.screens.dialogs.form import Form
from ijtui.screens.saying import other_in
from ijtui.screens.sight import who_sees_this
from ijtui.widgets.field import Spec
from ijtui.words import N_, _


class ReportForm(Form[Action]):
    """Reports one agreement as done.

    Args:
        agreed: the agreement and the two.
    """

    ABOUT = N_(
        "Say that it is done, and what it achieved. It counts once the other has confirmed it. "
        "What the other sees to, you can report for them when they are beside you and say so."
    )

    def __init__(self, agreed: Due) -> None:
        super().__init__(f"report:{agreed.action.id}:0")
        self._agreed = agreed

    def heading(self) -> str:
        """Return the agreement."""
        return _("Done · {what}", what=self._agreed.action.what)

    @property
    def _is_the_others(self) -> bool:
        action = self._agreed.action
        return action.seen_to_by not in (None, action.side_of(self.session.me.id))

    def note(self) -> str:
        """Say whose word it is, and what happens next."""
        name = other_in(self._agreed, self.session.me).first_name
        if self._is_the_others:
            return _("Write down what {name} says beside you. Then you confirm it.", name=name)
        waits = _("{name} confirms it. Until then it stays open.", name=name)
        return f"{who_sees_this(Visibility.TWO)} {waits}"

    def fields(self) -> Iterable[Spec]:
        """Ask what it achieved."""
        return (Spec("achieved", _("What did it achieve?"), "text", self._agreed.action.account),)

    def submit(self, values: Mapping[str, str]) -> Action:
        """Store the report."""
        actions, me = self.session.desk.actions, self.session.me
        return actions.report(me, self._agreed.action, values["achieved"], beside=self._is_the_others)
