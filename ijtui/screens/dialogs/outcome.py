"""What came of an agreement, and if it was not carried out, why, without blame (D-G5, D-G6)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ijtui.domain.action import Action, Extent, Outcome
from ijtui.domain.cause import Cause
from ijtui.domain.conversation import Conversation
from ijtui.domain.today import Due
from ijtui.domain.visibility import Visibility
from ijtui.errors import BadInput
from ijtui.screens.dialogs.day import day_text, gone_echo, read_day_gone
from ijtui.screens.dialogs.form import Form
from ijtui.screens.dialogs.together import are_together, together
from ijtui.screens.goal_words import CAUSES
from ijtui.screens.saying import EXTENTS, other_in
from ijtui.screens.sight import Told, who_sees_this
from ijtui.widgets.field import Spec
from ijtui.words import N_, _


class OutcomeForm(Form[Action]):
    """Evaluates one agreement on its own row.

    Args:
        agreed: the agreement and the two.
        conversation: where it is evaluated; None between two conversations.
    """

    ABOUT = N_(
        "Say together what came of it. If it was not carried out, look for the cause in the circumstances: "
        "unclear requirements, too little time or money, something outside your control."
    )

    def __init__(self, agreed: Due, conversation: Conversation | None) -> None:
        super().__init__(f"outcome:{agreed.action.id}:{conversation.id if conversation else 0}")
        self._agreed = agreed
        self._action = agreed.action
        self._conversation = conversation

    def heading(self) -> str:
        """Return the agreement."""
        return _("Outcome · {what}", what=self._action.what)

    def note(self) -> str:
        """Say who sees it."""
        return who_sees_this(Visibility.TWO, Told.MINUTES)

    def fields(self) -> Iterator[Spec]:
        """Ask the questions, the day and the reason; between two conversations also whether both say so."""
        outcome, today = self._action.outcome, self.session.desk.clock().date()
        reached = outcome.goal_reached if outcome else None
        done = outcome.done if outcome else self._action.report.on if self._action.report else None
        extents = tuple((extent.value, _(name)) for extent, name in EXTENTS.items())
        causes = tuple((each.value, _(name)) for each, name in CAUSES.items())
        cause = outcome.cause if outcome and outcome.cause else ""
        told = outcome.achieved if outcome else self._action.account
        yield Spec(
            "carried_out", _("Carried out?"), "choice", outcome.carried_out if outcome else "", extents
        )
        yield Spec(
            "done",
            _("Done on"),
            value=day_text(done),
            placeholder=_("if you know the day"),
            echo=gone_echo(today),
        )
        yield Spec("achieved", _("What did it achieve?"), "text", told)
        yield Spec("goal_reached", _("Goal reached?"), "choice", reached or "", extents)
        yield Spec("reason", _("If not, why?"), "text", outcome.reason if outcome else "")
        yield Spec("cause", _("The cause"), "pick", cause, causes, _("choose what comes closest"))
        if self._asks_whether_together:
            name = other_in(self._agreed, self.session.me).first_name
            yield together(_("Said by both?"), name)

    @property
    def _asks_whether_together(self) -> bool:
        """Whether the one who writes sees to it, and so does not say alone what came of it."""
        action = self._action
        return self._conversation is None and action.seen_to_by in (None, action.side_of(self.session.me.id))

    def advise(self, values: Mapping[str, str]) -> str:
        """Ask for the cause where something was not done, so that the next plan can mend it."""
        if values.get("carried_out") in ("", Extent.YES) or values.get("reason", "").strip():
            return ""
        return _("What stood in the way: unclear requirements, too little time, something outside?")

    def submit(self, values: Mapping[str, str]) -> Action:
        """Store the outcome on the agreement's row."""
        if not values["carried_out"]:
            raise BadInput(N_("Say whether it was carried out: yes, partly or no."))
        today = self.session.desk.clock().date()
        carried_out = Extent(values["carried_out"])
        before = self._action.outcome
        outcome = Outcome(
            carried_out=carried_out,
            on=today,
            achieved=values["achieved"],
            goal_reached=Extent(values["goal_reached"]) if values["goal_reached"] else None,
            reason=values["reason"],
            cause=Cause(values["cause"]) if values["cause"] else None,
            conversation=self._conversation.id if self._conversation else None,
            done=read_day_gone(values["done"], today),
            cancelled=before is not None and before.cancelled and carried_out is Extent.NO,
        )
        actions, beside = self.session.desk.actions, are_together(values)
        return actions.evaluate(self.session.me, self._action, outcome, beside=beside)
