"""The development plan: goals and agreements in one table, and what is missing before both sign (D-A4)."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from ijtui.domain.agenda import Kind, StationKey
from ijtui.domain.plan import Plan
from ijtui.domain.signature import Standing
from ijtui.errors import IjtuiError
from ijtui.screens import station_commands as can
from ijtui.screens.command import Command
from ijtui.screens.goal_lines import GOING_ON, Board, going_on_lines
from ijtui.screens.going import go_to
from ijtui.screens.plan_lacks import lack_lines
from ijtui.screens.plan_lines import action_lines, goal_lines
from ijtui.screens.signing_lines import signed_lines
from ijtui.screens.signing_words import state_words
from ijtui.screens.station import Station
from ijtui.widgets.lines import EMPTY, Line, Lines
from ijtui.words import N_, _

_ACTION = Command("plan.action", "n,ctrl+n", "new_action", N_("New agreement"), N_("agreement"))
_GOAL = Command("plan.goal", "m", "new_goal", N_("New goal"), N_("goal"))
_ON_LINE = ("edit", "outcome", "remove")


class DevelopmentPlanScreen(Station):
    """The table that the two write together."""

    KEY = StationKey.DEVELOPMENT_PLAN
    CAN: ClassVar = (
        _ACTION,
        _GOAL,
        Command("plan.edit", "e", "edit", N_("Change what is marked"), N_("change")),
        Command("plan.outcome", "u", "outcome", N_("Say what came of an agreement"), N_("outcome")),
        Command("plan.remove", "x", "remove", N_("Take what is marked out of the plan"), N_("remove")),
        Command("plan.sign", "s", "sign", N_("Read the plan to sign it"), N_("sign")),
        Command("plan.minutes", "f2,v", "minutes", N_("Preview the minutes"), N_("preview")),
        *(command for command in can.EVERY_STATION if command not in (can.ACTION, can.GOAL, can.MINUTES)),
    )
    ABOUT = N_(
        "Write together what you agree on: goals, and who does what by when. At the bottom stands what is "
        "still missing before you can sign; it reminds you and stops nothing."
    )

    _standing: Standing | None = None
    """How far the plan is from being signed; None where nothing is signed in such a conversation."""

    def own(self) -> ComposeResult:
        """List goals, agreements and what is missing."""
        yield Lines(id="plan")

    def own_comes_first(self) -> bool:
        """The table always does."""
        return True

    def heading(self) -> str:
        """Return whose plan it is, its version, and how far it is from being signed."""
        conversation, found = self.talk.conversation, self._standing
        if conversation.agenda.kind is not Kind.ANNUAL or found is None:
            return super().heading()
        return _(
            "Plan · {name} · version {number} · {state}",
            name=conversation.employee.name,
            number=found.number,
            state=state_words(found, conversation, self.session.me),
        )

    def aside(self) -> str:
        """Say how it stands where the title doesn't; the stepper tells of the time, too."""
        conversation, found = self.talk.conversation, self._standing
        if found is None:
            return super().aside()
        annual = conversation.agenda.kind is Kind.ANNUAL
        return "" if annual else state_words(found, conversation, self.session.me)

    def show_own(self) -> None:
        """Fetch the plan."""
        plan, today = self._plan(), self.session.desk.clock().date()
        self._standing = self.session.desk.signing.standing(self.session.me, self.talk.conversation)
        goal, action = self.key_of(_GOAL), self.key_of(_ACTION)
        goals = goal_lines(plan, today, goal)
        actions = action_lines(plan, self.talk.conversation, self.session.me, today, action)
        lacks = lack_lines(plan, self.conversation.agenda.kind, goal=goal, action=action)
        before = self._going_on() if StationKey.FUTURE not in self.talk.order else []
        signed = signed_lines(self._standing, self.talk.conversation) if self._standing else []
        below = signed if self._is_signed() else [*lacks, *([EMPTY, *signed] if signed else [])]
        self.query_one("#plan", Lines).show([*goals, *before, EMPTY, *actions, EMPTY, *below])

    def _is_signed(self) -> bool:
        """Whether both have signed it as it stands, so that nothing is left to do before."""
        return self._standing is not None and self._standing.state.is_agreed

    def _going_on(self) -> list[Line]:
        """Return the goals from before that go on, where no other station shows them."""
        desk, me = self.session.desk, self.session.me
        goals = desk.goals.going_on(me, self.talk.conversation)
        return going_on_lines(Board(goals, desk.goals.newest(me, goals), me, desk.clock().date()))

    def _plan(self) -> Plan:
        return self.session.desk.plans.of(self.session.me, self.talk.conversation)

    # One line

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Changing and removing are for the line where one is."""
        if action in _ON_LINE:
            kind = self._marked().partition(":")[0]
            return kind == "action" if action == "outcome" else kind in ("goal", "action")
        if action == "sign":
            return self._standing is not None
        return super().check_action(action, parameters)

    def _marked(self) -> str:
        lines = self.query("#plan")
        return lines.first(Lines).key if lines and lines.first(Lines).has_focus else ""

    def action_sign(self) -> None:
        """Read exactly what is signed, and sign it."""
        self.session.saving.flush()
        go_to(self, f"signing:{self.talk.conversation.id}")

    def action_edit(self) -> None:
        """Change the goal or agreement where one is."""
        go_to(self, f"{self._marked()}:{self.talk.conversation.id}")

    def action_outcome(self) -> None:
        """Say what came of the agreement where one is."""
        number = self._marked().partition(":")[2]
        go_to(self, f"outcome:{number}:{self.talk.conversation.id}")

    def action_remove(self) -> None:
        """Take the goal or agreement where one is out of the plan, after asking."""
        from ijtui.screens.dialogs.confirm import ConfirmScreen

        marked = self._marked()
        question = ConfirmScreen(_("Take it out of the plan?"), _("take out"), _("keep"))
        self.app.push_screen(question, lambda sure: self._remove(marked) if sure else None)

    def _remove(self, marked: str) -> None:
        desk, me = self.session.desk, self.session.me
        plan, (kind, _colon, number) = self._plan(), marked.partition(":")
        try:
            if kind == "goal":
                goal = next(goal for goal in plan.goals if goal.id == int(number))
                desk.goals.remove(me, goal)
            else:
                desk.actions.remove(me, next(found for found in plan.actions if found.id == int(number)))
        except IjtuiError as error:
            self.refuse(error)
        self.show_own()

    @on(Lines.Chosen, "#plan")
    async def open_line(self, event: Lines.Chosen) -> None:
        """Change what was chosen, or go to where what is missing can be mended."""
        if event.key.startswith(GOING_ON):
            go_to(self, event.key.removeprefix(GOING_ON))
            return
        target = event.key.split(":", 2)[2] if event.key.startswith("lack:") else event.key
        what, _colon, which = target.partition(":")
        if what == "signing":
            self.action_sign()
        elif what == "question":
            station = self.talk.conversation.agenda.station_of(which)
            if station is not None:
                await self.go_to_question(station.key, which)
        elif what == "station":
            self.action_station(which if which in self.talk.order else self.talk.order[0])
        else:
            go_to(self, f"{target}:{self.talk.conversation.id}")
