"""What the marks of the work environment add up to: by question, then by unit, and other years (D-A2)."""

from __future__ import annotations

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult

from ijtui import paths
from ijtui.domain.work_environment import WorkEnvironment
from ijtui.minutes.work_environment import rules, title
from ijtui.screens.command import Command
from ijtui.screens.environment_lines import question_lines, unit_lines
from ijtui.screens.place import Place
from ijtui.widgets.lines import Lines
from ijtui.words import N_, _, language, spoken

_WIDE = 96
"""Columns from which every count is shown."""


class EnvironmentScreen(Place[None]):
    """One year of questions, or one question in every unit.

    Args:
        year: which year to begin with.
    """

    CAN: ClassVar = (
        Command("environment.open", "enter", "choose", N_("See the question unit by unit"), N_("by unit")),
        Command(
            "environment.back", "escape,q,backspace", "back", N_("Back to where you came from"), N_("back")
        ),
        Command("environment.earlier", "left", "turn(-1)", N_("The year before"), N_("year before")),
        Command("environment.later", "right", "turn(1)", N_("The year after"), N_("year after")),
        Command("environment.rule", "r", "rule", N_("How it is counted"), N_("how it is counted")),
    )
    ABOUT = N_(
        "What was marked to be watched or as a risk in the year's conversations, question by question, and "
        "whether something is agreed about each risk and how far that has come. HR sees every unit, a "
        "manager the own people and all below; nobody sees whose answer it was, nor what was said. Enter "
        "shows a question unit by unit. The command ijtui figure --work-environment writes the list for the "
        "yearly follow-up of the systematic work-environment management."
    )
    CSS_PATH: ClassVar = [paths.style("lines")]
    ROAMS = True

    def __init__(self, year: int) -> None:
        super().__init__()
        self._year = year
        self._question = -1
        self._found: WorkEnvironment | None = None
        self._years: tuple[int, ...] = ()

    def heading(self) -> str:
        """Return which year it is of, and which question."""
        parts = [_("Work environment {year}", year=self._year)]
        if self._found is not None and self._question >= 0:
            parts.append(title(self._found.topics[self._question], spoken()))
        return " · ".join(parts)

    def called(self) -> str:
        """Return what the place is called."""
        return _("The work environment, counted")

    def body(self) -> ComposeResult:
        """Yield the one list."""
        yield Lines(id="environment")

    def load(self) -> None:
        """Count the year that is shown."""
        service, me = self.session.desk.work_environment, self.session.me
        self._years = service.years()
        self._found = service.of(me, self._year, language=language())
        if self._question >= len(self._found.topics):
            self._question = -1
        self._show()

    def _show(self, at: str | None = None) -> None:
        if self._found is None:
            return
        wide = self.size.width >= _WIDE
        if self._question < 0:
            lines = question_lines(self._found, wide=wide)
        else:
            lines = unit_lines(self._found, self._found.topics[self._question], wide=wide)
        self.query_one("#environment", Lines).show(lines, at)
        self.show_mark(self.session.saving.mark)
        self.refresh_bindings()

    def on_resize(self, event: events.Resize) -> None:
        """Tell more of each risk where there is room."""
        if self.query("#environment"):
            self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A question is opened from the list of all; a year that nobody was asked in is passed over."""
        if action == "choose":
            return self._question < 0 and self._found is not None and bool(self._found.topics)
        if action == "turn":
            return self._beside(int(str(parameters[0]))) is not None
        return super().check_action(action, parameters)

    def _beside(self, step: int) -> int | None:
        """Return the next year in that direction in which anybody was asked, or None."""
        later = [year for year in self._years if (year - self._year) * step > 0]
        return min(later, key=lambda year: abs(year - self._year), default=None)

    def action_choose(self) -> None:
        """Show the marked question unit by unit."""
        self.query_one("#environment", Lines).action_choose()

    @on(Lines.Chosen, "#environment")
    def open_chosen(self, event: Lines.Chosen) -> None:
        """Show a question unit by unit; a unit leads nowhere, for nobody's answers can be read from here."""
        if self._question < 0 and event.key.isdecimal():
            self._question = int(event.key)
            self._show()

    def action_back(self) -> None:
        """Go back to all questions, and from there to where one came from."""
        if self._question < 0:
            self.dismiss(None)
            return
        left, self._question = self._question, -1
        self._show(str(left))

    def action_turn(self, step: int) -> None:
        """Show the next year in which anybody was asked."""
        year = self._beside(step)
        if year is not None:
            self._year, self._question = year, -1
            self.reload()

    def action_rule(self) -> None:
        """Show how it is counted."""
        from ijtui.screens.dialogs.reading import ReadingScreen

        text = "\n\n".join(rules(spoken(), self._found.floor if self._found else 0))
        self.app.push_screen(ReadingScreen(_("How it is counted"), text))


def open_at(place: Place[object], year: str) -> None:
    """Open the counts of that year above the place."""
    place.app.push_screen(EnvironmentScreen(int(year)))
