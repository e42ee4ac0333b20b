"""What the units have set themselves, year by year, and how many goals serve it (D-G2)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult

from ijtui import dates, paths
from ijtui.domain.milestone import Milestone
from ijtui.errors import IjtuiError
from ijtui.screens.command import Command
from ijtui.screens.goal_words import MILESTONE_KINDS
from ijtui.screens.going import go_to
from ijtui.screens.place import Place
from ijtui.widgets.fit import Column
from ijtui.widgets.lines import EMPTY, Line, Lines
from ijtui.words import N_, _, ngettext, spoken

_COLUMNS = (Column(), Column(20), Column(10), Column(10))
_NONE = N_("Nothing is written down yet. Press n to write what the unit is to reach.")


class MilestonesScreen(Place[None]):
    """Milestones and operating-plan goals."""

    CAN: ClassVar = (
        Command("milestone.change", "enter,e", "change", N_("Change what is marked"), N_("change")),
        Command("milestone.new", "n,ctrl+n", "new", N_("Write down another"), N_("add")),
        Command("milestone.remove", "x", "remove", N_("Take away what is marked"), N_("remove")),
        Command("milestone.back", "escape,q", "back", N_("Back to where you came from"), N_("back")),
    )
    ABOUT = N_(
        "What the units are to reach: milestones, and goals of the operating plan. A person's goal says "
        "which of them it serves, and here stands how many goals do. Everybody in this file reads the list."
    )
    CSS_PATH: ClassVar = [paths.style("lines")]
    ROAMS = True

    def heading(self) -> str:
        """Say what is listed."""
        return _("What the unit is to reach")

    def body(self) -> ComposeResult:
        """One list."""
        yield Lines(*_COLUMNS, id="milestones")

    def load(self) -> None:
        """Fetch the list."""
        desk, me = self.session.desk, self.session.me
        lines = milestone_lines(desk.milestones.all(me), desk.milestones.serving(me), desk.clock().date())
        self.query_one("#milestones", Lines).show(lines)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Changing and removing are for what is marked."""
        if action in ("change", "remove"):
            return bool(self._marked())
        return super().check_action(action, parameters)

    def _marked(self) -> str:
        lines = self.query("#milestones")
        return lines.first(Lines).key.partition(":")[2] if lines else ""

    @on(Lines.Chosen, "#milestones")
    def action_change(self) -> None:
        """Change what is marked."""
        go_to(self, f"milestone:{self._marked()}")

    def action_new(self) -> None:
        """Write down another."""
        go_to(self, "milestone:new")

    def action_remove(self) -> None:
        """Take away what is marked, after asking."""
        from ijtui.screens.dialogs.confirm import ConfirmScreen

        number = int(self._marked())
        question = ConfirmScreen(_("Take it off the list?"), _("take away"), _("keep"))
        self.app.push_screen(question, lambda sure: self._remove(number) if sure else None)

    def _remove(self, number: int) -> None:
        milestones, me = self.session.desk.milestones, self.session.me
        try:
            milestones.remove(me, milestones.get(me, number))
        except IjtuiError as error:
            self.refuse(error)
        self.reload()

    def action_back(self) -> None:
        """Go back."""
        self.dismiss(None)


def milestone_lines(milestones: Sequence[Milestone], serving: Mapping[int, int], today: date) -> list[Line]:
    """Return them under their years and units.

    Args:
        milestones: the latest year first, and in a year unit by unit.
        serving: how many goals serve each.
        today: for how a day is written.
    """
    lines: list[Line] = []
    for (year, unit), items in groupby(milestones, key=lambda item: (item.year, item.unit)):
        heading = f"{year} · {unit or _('all units')}"
        lines += [*([EMPTY] if lines else []), Line((heading,), look="heading")]
        lines += [_line(item, serving.get(item.id, 0), today) for item in items]
    return lines or [Line((_(_NONE),), look="muted")]


def _line(item: Milestone, serving: int, today: date) -> Line:
    goals = ngettext("one goal", "{number} goals", serving) if serving else "–"
    due = dates.short_or_year(item.due, today, spoken()) if item.due else "–"
    return Line((item.title, _(MILESTONE_KINDS[item.kind]), due, goals), f"milestone:{item.id}")


def open_at(place: Place[Any], _which: str = "all") -> None:
    """Open the list."""
    place.app.push_screen(MilestonesScreen())
