"""What came of an agreement, and if it was not carried out, why, without blame (D-G5, D-G6)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ijtui.domain.action import Action, Extent, Outcome
from ijtui.domain.conversation import Conversation
from ijtui.errors import BadInput
from ijtui.screens.dialogs.form import Form
from ijtui.screens.saying import EXTENTS
from ijtui.widgets.field import Spec
from ijtui.words import N_, _


class OutcomeForm(Form[Action]):
    """Evaluates one agreement on its own row.

    Args:
        action: the agreement.
        conversation: where it is evaluated; None between two conversations.
    """

    ABOUT = N_(
        "Say together what came of it. If it was not carried out, look for the cause in the circumstances: "
        "unclear requirements, too little time or money, something outside your control."
    )

    def __init__(self, action: Action, conversation: Conversation | None) -> None:
        super().__init__(f"outcome:{action.id}:{conversation.id if conversation else 0}")
        self._action = action
        self._conversation = conversation

    def heading(self) -> str:
        """Return the agreement."""
        return _("Outcome · {what}", what=self._action.what)

    def note(self) -> str:
        """Say who sees it."""
        return _("Both of you see this, and it stands in the minutes.")

    def fields(self) -> Iterable[Spec]:
        """Ask the three questions, and the reason."""
        outcome = self._action.outcome
        reached = outcome.goal_reached if outcome else None
        extents = tuple((extent.value, _(name)) for extent, name in EXTENTS.items())
        return (
            Spec("carried_out", _("Carried out?"), "choice", outcome.carried_out if outcome else "", extents),
            Spec("achieved", _("What did it achieve?"), "text", outcome.achieved if outcome else ""),
            Spec(
                "goal_reached",
                _("Goal reached?"),
                "choice",
                reached or "",
                extents,
            ),
            Spec("reason", _("If not, why?"), "text", outcome.reason if outcome else ""),
        )

    def advise(self, values: Mapping[str, str]) -> str:
        """Ask for the cause where something was not done, so that the next plan can mend it."""
        if values.get("carried_out") in ("", Extent.YES) or values.get("reason", "").strip():
            return ""
        return _("What stood in the way: unclear requirements, too little time, something outside?")

    def submit(self, values: Mapping[str, str]) -> Action:
        """Store the outcome on the agreement's row."""
        if not values["carried_out"]:
            raise BadInput(N_("Say whether it was carried out: yes, partly or no."))
        outcome = Outcome(
            carried_out=Extent(values["carried_out"]),
            on=self.session.desk.clock().date(),
            achieved=values["achieved"],
            goal_reached=Extent(values["goal_reached"]) if values["goal_reached"] else None,
            reason=values["reason"],
            conversation=self._conversation.id if self._conversation else None,
        )
        return self.session.desk.actions.evaluate(self.session.me, self._action, outcome)
