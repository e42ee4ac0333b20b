"""The future: goals first, with help to make them SMART (D-A3, D-G2)."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from ijtui.domain.agenda import StationKey
from ijtui.screens import station_commands as can
from ijtui.screens.command import Command
from ijtui.screens.going import go_to
from ijtui.screens.plan_lines import goal_lines
from ijtui.screens.station import Station
from ijtui.widgets.lines import Lines
from ijtui.words import N_

_NEW_GOAL = Command("goal.new_here", "ctrl+n,m", "new_goal", N_("New goal"), N_("goal"))


class FutureScreen(Station):
    """Collects goals while the two talk about what comes."""

    KEY = StationKey.FUTURE
    CAN: ClassVar = (
        _NEW_GOAL,
        *(command for command in can.EVERY_STATION if command not in (can.ACTION, can.GOAL)),
        Command("action.new_here", "n", "new_action", N_("New agreement from this question")),
    )
    ABOUT = N_(
        "Talk about what comes: assignment, expectations, development. Write goals as they come up; "
        "a goal says what is to be reached, how you know, by when, who sees to it and with what support."
    )

    def own(self) -> ComposeResult:
        """List the goals."""
        yield Lines(id="goals")

    def show_own(self) -> None:
        """Fetch the goals."""
        plan = self.session.desk.plans.of(self.session.me, self.talk.conversation)
        lines = goal_lines(plan, self.session.desk.clock().date(), self.key_of(_NEW_GOAL))
        self.query_one("#goals", Lines).show(lines)

    @on(Lines.Chosen, "#goals")
    def open_goal(self, event: Lines.Chosen) -> None:
        """Change the chosen goal."""
        go_to(self, f"{event.key}:{self.talk.conversation.id}")
