"""A goal, with questions that help to make it SMART (D-G2)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import ClassVar

from ijtui import dates
from ijtui.domain.conversation import Conversation
from ijtui.domain.goal import Goal, GoalKind, Responsible
from ijtui.domain.template import TemplatePart, Wanted, wanted_in
from ijtui.errors import BadInput
from ijtui.screens.dialogs.day import day_echo, day_text
from ijtui.screens.dialogs.form import Form
from ijtui.screens.plan_lines import smart_help
from ijtui.screens.saying import GOAL_KINDS
from ijtui.widgets.field import Spec
from ijtui.words import N_, _


class GoalForm(Form[Goal]):
    """Writes a new goal or changes one.

    Args:
        conversation: where it is agreed.
        goal: the one to change, or None for a new one.
    """

    ABOUT = N_(
        "A good goal says what is to be reached, how you both know that it is, by when, who sees to it and "
        "with what support, and which goal of the organisation it serves. "
        "Nothing here is compulsory but the goal."
    )
    HEADING: ClassVar = N_("Goal for {name}")

    def __init__(self, conversation: Conversation, goal: Goal | None) -> None:
        super().__init__(f"goal:{goal.id if goal else 'new'}:{conversation.id}")
        self._conversation = conversation
        self._goal = goal or Goal(conversation.employee.id, "")

    def heading(self) -> str:
        """Return whose goal it is."""
        return _(self.HEADING, name=self._conversation.employee.name)

    def note(self) -> str:
        """Say who sees it."""
        return _("Both of you see this, and it stands in the minutes.")

    def fields(self) -> Iterable[Spec]:
        """Ask for what makes it SMART, in the order one thinks."""
        goal, today = self._goal, self.session.desk.clock().date()
        owners = (
            (Responsible.EMPLOYEE.value, self._conversation.employee.first_name),
            (Responsible.MANAGER.value, self._conversation.manager.first_name),
            (Responsible.OTHER.value, _("somebody else")),
        )
        kinds = tuple((kind.value, _(name)) for kind, name in GOAL_KINDS.items())
        return (
            Spec("title", _("What is to be reached?"), value=goal.title),
            Spec("kind", _("Kind"), "choice", goal.kind, kinds),
            Spec("measure", _("We know it when"), "text", goal.measure),
            Spec("due", _("By when?"), value=day_text(goal.due), echo=day_echo(today)),
            Spec("owner", _("Who sees to it?"), "choice", goal.owner or "", owners),
            Spec("support", _("Support and resources"), "text", goal.support),
            Spec("serves", _("Goal it serves"), value=goal.serves),
            Spec("achievable", _("First step"), "text", goal.achievable),
            Spec("period", _("Period"), value=goal.period, placeholder="2027, Q2 …"),
            Spec("progress", _("Progress, per cent"), value=str(goal.progress)),
        )

    def advise(self, values: Mapping[str, str]) -> str:
        """Ask for what is still open, two things at a time."""
        if not values.get("title", "").strip():
            return ""
        try:
            return smart_help(self._read(values))
        except BadInput:
            return ""

    def wanted(self) -> Wanted:
        """Offer goals."""
        return wanted_in(self._conversation, TemplatePart.GOAL)

    def submit(self, values: Mapping[str, str]) -> Goal:
        """Store the goal."""
        goal, goals = self._read(values), self.session.desk.goals
        me = self.session.me
        return goals.change(me, goal) if goal.id else goals.add(me, self._conversation, goal)

    def _read(self, values: Mapping[str, str]) -> Goal:
        progress = values["progress"].strip().removesuffix("%").strip() or "0"
        if not (progress.isascii() and progress.isdecimal()):
            raise BadInput(N_("Progress is a number from 0 to 100."))
        return replace(
            self._goal,
            title=values["title"],
            kind=GoalKind(values["kind"]),
            measure=values["measure"],
            due=dates.read_day(values["due"], self.session.desk.clock().date()),
            owner=Responsible(values["owner"]) if values["owner"] else None,
            support=values["support"],
            serves=values["serves"],
            achievable=values["achievable"],
            period=values["period"],
            progress=int(progress[:6]),
        )
