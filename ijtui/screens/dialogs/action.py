"""An agreement: what, who, when (D-G5)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from ijtui import dates
from ijtui.domain.action import Action
from ijtui.domain.conversation import Conversation
from ijtui.domain.goal import Responsible
from ijtui.domain.template import TemplatePart, Wanted, wanted_in
from ijtui.screens.dialogs.day import day_echo, day_text
from ijtui.screens.dialogs.form import Form
from ijtui.screens.saying import goal_label
from ijtui.widgets.field import Spec
from ijtui.words import N_, _


class ActionForm(Form[Action]):
    """Writes a new agreement or changes one.

    Args:
        conversation: where it is agreed.
        action: the one to change, or None for a new one.
        question: id of the question that a new one comes from, or "".
    """

    ABOUT = N_(
        "An agreement says what is done, who does it and when it is done at the latest. It comes back at the "
        "next conversation, where you say what came of it. What the manager promises counts the same."
    )

    def __init__(self, conversation: Conversation, action: Action | None, question: str = "") -> None:
        super().__init__(f"action:{action.id if action else 'new'}:{conversation.id}")
        self._conversation = conversation
        self._action = action or Action(conversation.employee.id, conversation.id, "", question=question)

    def heading(self) -> str:
        """Return whose plan it belongs to, and the question it comes from."""
        question = self._conversation.agenda.question(self._action.question)
        parts = [_("Agreement"), self._conversation.employee.name, question.title if question else ""]
        return " · ".join(part for part in parts if part)

    def note(self) -> str:
        """Say who sees it."""
        return _("Both of you see this, and it stands in the minutes.")

    def fields(self) -> Iterable[Spec]:
        """Ask what, who and when."""
        action, today = self._action, self.session.desk.clock().date()
        people = (
            (Responsible.EMPLOYEE.value, self._conversation.employee.first_name),
            (Responsible.MANAGER.value, self._conversation.manager.first_name),
            (Responsible.OTHER.value, _("somebody else")),
        )
        yield Spec("what", _("What is to be done?"), value=action.what)
        yield Spec("responsible", _("Who sees to it?"), "choice", action.responsible, people)
        yield Spec("other", _("If somebody else"), value=action.other, placeholder=_("name or role"))
        yield Spec("due", _("Due"), value=day_text(action.due), echo=day_echo(today))
        goals = self._goals()
        if len(goals) > 1:
            yield Spec("goal", _("Goal it serves"), "choice", str(action.goal or ""), goals)

    def _goals(self) -> tuple[tuple[str, str], ...]:
        plan = self.session.desk.plans.of(self.session.me, self._conversation)
        labels = plan.labels()
        named = ((str(goal.id), goal_label(*labels[goal.id])) for goal in plan.goals)
        return (("", _("none")), *named)

    def advise(self, values: Mapping[str, str]) -> str:
        """Remind of a missing date or name."""
        if not values.get("what", "").strip():
            return ""
        if values.get("responsible") == Responsible.OTHER and not values.get("other", "").strip():
            return _("Say who sees to it.")
        return "" if values.get("due", "").strip() else _("Without a date it is easily forgotten.")

    def wanted(self) -> Wanted:
        """Offer agreements."""
        return wanted_in(self._conversation, TemplatePart.AGREEMENT)

    def submit(self, values: Mapping[str, str]) -> Action:
        """Store the agreement."""
        goal = values.get("goal", str(self._action.goal or ""))
        action = replace(
            self._action,
            what=values["what"],
            responsible=Responsible(values["responsible"]),
            other=values["other"],
            due=dates.read_day(values["due"], self.session.desk.clock().date()),
            goal=int(goal) if goal else None,
        )
        actions, me = self.session.desk.actions, self.session.me
        return actions.change(me, action) if action.id else actions.add(me, self._conversation, action)
