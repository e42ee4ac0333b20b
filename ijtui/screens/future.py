"""The future: goals first, with help to make them SMART (D-A3, D-G2)."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from ijtui.domain.agenda import StationKey
from ijtui.domain.assessment import Assessment
from ijtui.screens import station_commands as can
from ijtui.screens.command import Command
from ijtui.screens.competence_words import is_assessed, state_of, way_to
from ijtui.screens.goal_lines import GOING_ON, Board, going_on_lines
from ijtui.screens.going import go_to
from ijtui.screens.plan_lines import goal_lines
from ijtui.screens.station import Station
from ijtui.widgets.lines import EMPTY, Line, Lines
from ijtui.words import N_, _

_COMPETENCES = "competences"
"""Key of the line about the ratings."""

_COMPETENCE = Command(
    "talk.competence", "s", "competence", N_("Compare the ratings of competences"), N_("competence")
)
_NEW_GOAL = Command("goal.new_here", "ctrl+n,m", "new_goal", N_("New goal"), N_("goal"))


class FutureScreen(Station):
    """Collects goals while the two talk about what comes."""

    KEY = StationKey.FUTURE
    _assessment: Assessment | None = None
    CAN: ClassVar = (
        _NEW_GOAL,
        _COMPETENCE,
        *(command for command in can.EVERY_STATION if command not in (can.ACTION, can.GOAL)),
        Command("action.new_here", "n", "new_action", N_("New agreement from this question")),
    )
    ABOUT = N_(
        "Talk about what comes: assignment, expectations, development. Write goals as they come up; "
        "a goal says what is to be reached, how you know, by when, who sees to it and with what support. "
        "Goals from before that go on stand below them; enter shows how they came along."
    )

    def own(self) -> ComposeResult:
        """List how competences are seen, and the goals."""
        yield Lines(id="goals")

    def show_own(self) -> None:
        """Fetch the ratings, the goals, and those that go on from before."""
        desk, me, conversation = self.session.desk, self.session.me, self.talk.conversation
        self._assessment = desk.competences.of(me, conversation)
        today, going_on = desk.clock().date(), desk.goals.going_on(me, conversation)
        goals = goal_lines(desk.plans.of(me, conversation), today, self.key_of(_NEW_GOAL))
        before = going_on_lines(Board(going_on, desk.goals.newest(me, going_on), me, today))
        self.query_one("#goals", Lines).show([*self._competences(), *goals, *before])

    def _competences(self) -> list[Line]:
        """Return how far the competences are rated, in conversations where they are."""
        if not is_assessed(self.talk.conversation, self._assessment):
            return []
        key = self.key_of(_COMPETENCE)
        state = state_of(self._assessment, self.talk.conversation, self.session.me, key)
        return [Line((_("Competence"),), look="heading"), Line((state,), _COMPETENCES), EMPTY]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Competences are rated for some conversations only."""
        if action == "competence":
            return is_assessed(self.talk.conversation, self._assessment)
        return super().check_action(action, parameters)

    def action_competence(self) -> None:
        """Rate competences, or compare the ratings."""
        self.session.saving.flush()
        go_to(self, way_to(self._assessment, self.talk.conversation))

    @on(Lines.Chosen, "#goals")
    def open_line(self, event: Lines.Chosen) -> None:
        """Go on with competences, look at a goal that goes on, or change one that is agreed here."""
        if event.key == _COMPETENCES:
            self.action_competence()
        elif event.key.startswith(GOING_ON):
            go_to(self, event.key.removeprefix(GOING_ON))
        else:
            go_to(self, f"{event.key}:{self.talk.conversation.id}")
