"""An agreement: what, who, when (D-G5)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from ijtui import dates
from ijtui.domain.action import Action
from ijtui.domain.conversation import Conversation
from ijtui.domain.follow_up import is_promised
from ijtui.domain.goal import Responsible
from ijtui.domain.person import Person
from ijtui.domain.template import TemplatePart, Wanted, wanted_in
from ijtui.domain.visibility import Visibility
from ijtui.screens.dialogs.day import day_echo, day_text
from ijtui.screens.dialogs.form import Form
from ijtui.screens.dialogs.goal_choice import goals_to_serve
from ijtui.screens.saying import goal_label
from ijtui.screens.sight import Told, who_sees_this
from ijtui.widgets.field import Spec
from ijtui.words import N_, _, language


class ActionForm(Form[Action]):
    """Writes a new agreement or changes one.

    Args:
        two: the employee and the manager who agree.
        conversation: where they do; None between two conversations.
        action: the one to change, or None for a new one; one without a number is stored as new.
        question: id of the question that a new one comes from, or "".
        other: id of the one whom the person who writes a new one agrees with; between two conversations.
    """

    ABOUT = N_(
        "An agreement says what is done, who does it and when it is done at the latest. It comes back at the "
        "next conversation, where you say what came of it. What the manager promises counts the same."
    )

    def __init__(
        self,
        two: tuple[Person, Person],
        conversation: Conversation | None,
        action: Action | None,
        question: str = "",
        other: int = 0,
    ) -> None:
        number, place = (action.id or "new") if action else "new", conversation.id if conversation else 0
        super().__init__(f"action:{number}:{place}" + (f":{other}" if other else ""))
        self._employee, self._manager = two
        self._conversation = conversation
        self._action = action or Action(self._employee.id, place or None, "", question=question)

    @property
    def _other(self) -> Person:
        return self._manager if self._employee.id == self.session.me.id else self._employee

    def heading(self) -> str:
        """Return whose plan it belongs to, and the question it comes from."""
        agenda = self._conversation.agenda if self._conversation else None
        question = agenda.question(self._action.question) if agenda else None
        parts = [_("Agreement"), self._employee.name, question.title if question else ""]
        return " · ".join(part for part in parts if part)

    def note(self) -> str:
        """Say who sees it, and of a promise that both agree on its new words."""
        if self._is_promised():
            name = self._other.first_name
            agree = _("Agree on it with {name} first. What stood here before is kept.", name=name)
            return f"{who_sees_this(Visibility.TWO)} {agree}"
        if self._conversation is None:
            return who_sees_this(Visibility.TWO, Told.NEXT_TIME)
        return who_sees_this(Visibility.TWO, Told.MINUTES)

    def _is_promised(self) -> bool:
        where = self._conversation.state if self._conversation else None
        return bool(self._action.id) and is_promised(self._action, where, self.session.desk.clock().date())

    def fields(self) -> Iterator[Spec]:
        """Ask what, who and when."""
        action, today = self._action, self.session.desk.clock().date()
        people = (
            (Responsible.EMPLOYEE.value, self._employee.first_name),
            (Responsible.MANAGER.value, self._manager.first_name),
            (Responsible.OTHER.value, _("somebody else")),
        )
        yield Spec("what", _("What is to be done?"), value=action.what)
        yield Spec("responsible", _("Who sees to it?"), "choice", action.responsible, people)
        yield Spec("other", _("If somebody else"), value=action.other, placeholder=_("name or role"))
        yield Spec("due", _("Due"), value=day_text(action.due), echo=day_echo(today))
        yield from self._goals()

    def _goals(self) -> Iterator[Spec]:
        """Ask for the goal it serves: by its name in the plan, or between two conversations by its title."""
        label, served = _("Goal it serves"), self._action.goal
        if self._conversation is None:
            goals = goals_to_serve(self.session, self._employee, served)
            if goals:
                yield Spec("goal", label, "pick", str(served or ""), goals)
            return
        plan = self.session.desk.plans.of(self.session.me, self._conversation)
        labels = plan.labels()
        named = tuple((str(goal.id), goal_label(*labels[goal.id])) for goal in plan.goals)
        if named:
            yield Spec("goal", label, "choice", str(served or ""), (("", _("none")), *named))

    def advise(self, values: Mapping[str, str]) -> str:
        """Remind of a missing date or name."""
        if not values.get("what", "").strip():
            return ""
        if values.get("responsible") == Responsible.OTHER and not values.get("other", "").strip():
            return _("Say who sees to it.")
        return "" if values.get("due", "").strip() else _("Without a date it is easily forgotten.")

    def wanted(self) -> Wanted:
        """Offer agreements."""
        if self._conversation is None:
            return Wanted(language(), self._employee.role, TemplatePart.AGREEMENT)
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
        if action.id:
            return actions.change(me, action)
        if self._conversation is None:
            return actions.add_between(me, self._other, action)
        return actions.add(me, self._conversation, action)
