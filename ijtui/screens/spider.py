"""Comparing: both ratings, the requirement and what is agreed, as a spider and as a table (D-K1, D-K3)."""

from __future__ import annotations

from typing import Any, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from ijtui import paths
from ijtui.domain.competence import LEVELS
from ijtui.screens.comparing import Comparing
from ijtui.screens.competence_words import axes, both
from ijtui.screens.place import Place
from ijtui.screens.spider_actions import SpiderActions
from ijtui.screens.spider_commands import COMPARING
from ijtui.screens.spider_lines import footnotes, reasons, steps_with_names, table, told, waiting
from ijtui.widgets.lines import Lines
from ijtui.widgets.scale import Scale
from ijtui.widgets.spider import SMALLEST, Spider
from ijtui.words import N_, _

_WIDE = 100
"""Columns from which there is room for last time's levels in the table."""

_TALL = 36
"""Rows from which there is room below the table for what the levels mean."""


class SpiderScreen(SpiderActions):
    """What both see, side by side, and what they come to.

    Args:
        conversation: its number.
    """

    CAN: ClassVar = COMPARING
    ABOUT = N_(
        "What both of you see, beside what the role asks for. Talk about where you differ, then give each "
        "competence the level you agree on with 0 to 4, or write down that you see it differently. No "
        "average is ever made. Of a gap you can make a goal."
    )
    CSS_PATH: ClassVar = [
        paths.style("lines"),
        paths.style("scale"),
        paths.style("chart"),
        paths.style("spider"),
    ]

    def __init__(self, conversation: int) -> None:
        super().__init__()
        self._number = conversation

    def heading(self) -> str:
        """Return whose competences are compared."""
        if self.comparing is None:
            return _("Competence")
        return _("Competence · {name}", name=self.held.conversation.employee.name)

    def aside(self) -> str:
        """Return how much is settled, or who is not done yet."""
        if self.comparing is None or self.held.assessment is None:
            return ""
        found = self.held.found
        if not found.is_open:
            return both(found, self.held.conversation, self.held.me)
        return _("{known} of {total} settled", known=len(found.agreed), total=len(axes(found)))

    def body(self) -> ComposeResult:
        """Put the table beside the spider, and below it what explains the marked line."""
        with Horizontal(id="compared"):
            yield Spider("spider")
            with Vertical(id="beside"):
                yield Lines(id="table")
                yield Static("", id="notes", classes="quiet")
                yield Static("", id="reasons")
                yield Scale(len(LEVELS), id="scale")

    def load(self) -> None:
        """Fetch everything as it stands now."""
        if self.comparing is None:
            self.comparing = Comparing(self.session, self._number)
        self.held.refresh()
        self.show_all()

    def show_all(self) -> None:
        """Show what is held."""
        self._fit()
        if self.held.is_open:
            self._show_compared()
        else:
            self._show_waiting()
        self.show_mark(self.session.saving.mark)
        self.refresh_bindings()

    def _show_compared(self) -> None:
        rows, goals = self.held.rows, self.held.goals
        names = self.held.names(before=self.size.width >= _WIDE)
        lines = told(rows, names, goals) if self.house.chosen.ascii else table(rows, names, goals)
        self.query_one("#table", Lines).show(lines)
        self.query_one("#notes", Static).update(Content(footnotes(rows, goals)))
        self.query_one(Spider).show(axes(self.held.found), self.held.traces(before=self.with_before))
        self.show_marked()

    def _show_waiting(self) -> None:
        self.query_one("#table", Lines).show(waiting(self.held) if self.held.assessment is not None else [])
        self.query_one("#notes", Static).update(Content(self._missing()))

    def _missing(self) -> str:
        if self.held.assessment is None:
            return _("No competence set is chosen for this conversation yet.")
        return _("Each of you rates alone. You both see all of it when you both have submitted.")

    def _fit(self) -> None:
        """Show the chart and what the levels mean where there is room for them."""
        self.query_one(Scale).display = self.held.is_open and self.size.height >= _TALL
        self.query_one(Spider).display = self.has_chart and self.with_chart

    @property
    def has_chart(self) -> bool:
        """Whether there is a chart to show and room for it."""
        columns, rows = self.size.width // 2 - 2, self.size.height - 4
        fits = columns >= SMALLEST[0] and rows >= SMALLEST[1]
        return self.held.is_open and fits and not self.house.chosen.ascii

    def on_resize(self, _event: events.Resize) -> None:
        """Fit what is shown into the new size."""
        if self.comparing is not None:
            self.show_all()

    @on(Lines.Moved, "#table")
    def show_marked(self) -> None:
        """Show in the spider which competence is marked, and why the two see it differently."""
        key = self.query_one("#table", Lines).key
        self.query_one(Spider).here = self.held.axis(key)
        row = next((row for row in self.held.rows if row.competence.id == key), None)
        if row is not None:
            said = "\n".join(reasons(row, self.held.conversation))
            self.query_one("#reasons", Static).update(Content(said))
            scale, names = self.query_one(Scale), self.held.names(before=True)
            if scale.display:
                scale.show(row.competence.title, steps_with_names(row, names))


def open_at(place: Place[Any], conversation: str, form: str = "", competence: str = "") -> None:
    """Open the comparison for a conversation, and in it one of its forms: "goal" or "differ"."""
    screen = SpiderScreen(int(conversation))
    place.app.push_screen(screen)
    if form:
        screen.call_after_refresh(screen.open_form, form, competence)
