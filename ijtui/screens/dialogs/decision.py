"""At the third conversation with the same open agreement the two decide: do, change or drop it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from ijtui import dates
from ijtui.domain.action import Action
from ijtui.domain.conversation import Conversation
from ijtui.domain.goal import Responsible
from ijtui.domain.today import Due
from ijtui.domain.visibility import Visibility
from ijtui.errors import BadInput
from ijtui.screens.dialogs.day import day_echo, day_text
from ijtui.screens.dialogs.form import Form
from ijtui.screens.sight import Told, who_sees_this
from ijtui.widgets.field import Spec
from ijtui.words import N_, _

_DO, _CHANGE, _DROP = "do", "change", "drop"

_HELP = {
    _DO: N_("Agree on a day that is still to come, and on what has to be out of the way until then."),
    _CHANGE: N_("What would you both believe in? Smaller, later, or somebody else."),
    _DROP: N_("Say why it is not needed. It counts neither as kept nor as broken."),
}


class DecisionForm(Form[Action]):
    """Decides on one agreement.

    Args:
        agreed: the agreement and the two.
        conversation: where they decide.
    """

    ABOUT = N_(
        "This has come up three times and is still open. Decide together: do it by a new day, agree on "
        "something else instead, or drop it. The earlier wording is kept, and nobody is to blame."
    )
    START = "decision"

    def __init__(self, agreed: Due, conversation: Conversation) -> None:
        super().__init__(f"decision:{agreed.action.id}:{conversation.id}")
        self._agreed = agreed
        self._conversation = conversation

    def heading(self) -> str:
        """Return that it is to be decided on, and what."""
        return _("Do, change or drop · {what}", what=self._agreed.action.what)

    def note(self) -> str:
        """Say who sees it."""
        return who_sees_this(Visibility.TWO, Told.MINUTES)

    def fields(self) -> Iterator[Spec]:
        """Ask for the decision, and for what it needs."""
        action, today = self._agreed.action, self.session.desk.clock().date()
        decisions = ((_DO, _("do it")), (_CHANGE, _("change it")), (_DROP, _("drop it")))
        people = (
            (Responsible.EMPLOYEE.value, self._agreed.employee.first_name),
            (Responsible.MANAGER.value, self._agreed.manager.first_name),
            (Responsible.OTHER.value, _("somebody else")),
        )
        yield Spec("decision", _("What do you decide?"), "choice", "", decisions)
        yield Spec("due", _("Due"), value=day_text(action.due), echo=day_echo(today))
        yield Spec("what", _("What is to be done?"), value=action.what)
        yield Spec("responsible", _("Who sees to it?"), "choice", action.responsible, people)
        yield Spec("other", _("If somebody else"), value=action.other, placeholder=_("name or role"))
        yield Spec("reason", _("If you drop it, why?"), "text")

    def advise(self, values: Mapping[str, str]) -> str:
        """Say what the decision needs."""
        decision = values.get("decision", "")
        return _(_HELP[decision]) if decision else ""

    def submit(self, values: Mapping[str, str]) -> Action:
        """Store the decision on the agreement's row."""
        actions, me, action = self.session.desk.actions, self.session.me, self._agreed.action
        if not values["decision"]:
            raise BadInput(N_("Say what you decide: do it, change it or drop it."))
        if values["decision"] == _DROP:
            return actions.withdraw(me, action, values["reason"], conversation=self._conversation.id)
        changed = replace(
            action,
            what=values["what"],
            responsible=Responsible(values["responsible"]),
            other=values["other"],
            due=dates.read_day(values["due"], self.session.desk.clock().date()),
        )
        return actions.decide(me, changed, self._conversation)
