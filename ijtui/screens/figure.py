"""The key figure: bars beside the year's target, by unit, over the years, and one's own (D-S)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal

from ijtui import paths
from ijtui.domain.tally_tree import ALL
from ijtui.errors import IjtuiError
from ijtui.screens import figure_lines
from ijtui.screens.area import Area
from ijtui.screens.command import Command
from ijtui.screens.figure_lines import OWN_EMPLOYEE, OWN_MANAGER, STANDING, Board
from ijtui.screens.figure_years import FigureYears
from ijtui.screens.going import go_to
from ijtui.services.figure import EARLIEST
from ijtui.widgets.lines import EMPTY, Line, Lines
from ijtui.words import N_, _, spoken

_WIDE = 118
"""Columns from which the years stand beside the units."""

_SOON = 0.05
"""Seconds until the next earlier year is counted: a key that was pressed meanwhile comes first."""


class FigureScreen(Area):
    """One year of one part of the organisation, or the points that one may read oneself."""

    CAN: ClassVar = (
        Command("figure.open", "enter", "choose", N_("See what this is made of"), N_("open")),
        Command("figure.up", "escape,backspace", "up", N_("Back to what this is a part of"), N_("back")),
        Command("figure.earlier", "left", "turn(-1)", N_("The year before"), N_("year before")),
        Command("figure.later", "right", "turn(1)", N_("The year after"), N_("year after")),
        Command(
            "figure.environment", "w", "environment", N_("The work environment, counted"), N_("environment")
        ),
        Command("figure.rule", "r", "rule", N_("How it is counted"), N_("how it is counted")),
        Command("figure.target", "t", "target", N_("Set the targets of the year"), N_("target")),
        Command("figure.example", "e", "example", N_("Take over an example of targets"), N_("example")),
    )
    ABOUT = N_(
        "How much of what was agreed is fulfilled, and how many have a plan that both have signed, beside "
        "the target of the year. Enter goes into a unit, and to the points of your own people; nobody else's "
        "can be read here. A figure of few people is not shown, nor one that would give it away. The command "
        "ijtui figure writes it for the annual report."
    )
    CSS_PATH: ClassVar = [paths.style("lines"), paths.style("figure")]
    MODE = "figure"

    def __init__(self) -> None:
        super().__init__()
        self._year = 0
        self._way: tuple[str, ...] = ()
        self._left: str | None = None  # where to stand next; "" for the first line, None for where one is
        self._years: FigureYears | None = None

    def heading(self) -> str:
        """Return which year it is of, and which part."""
        if self._years is None:
            return _("Key figure")
        name = {OWN_MANAGER: _("with those you lead"), OWN_EMPLOYEE: _("your own plan")}.get(self._key)
        parts = (_("Key figure {year}", year=self._year), name or self._years.branch(self._part).name)
        return " · ".join(part for part in parts if part)

    def called(self) -> str:
        """Return what the place is called."""
        return _("Key figure")

    def content(self) -> ComposeResult:
        """Put one list beside the other; the second has something in it where there is room."""
        with Horizontal(id="board"):
            yield Lines(*figure_lines.COLUMNS, id="figure")
            yield Lines(id="beside", marked=False)

    def load(self) -> None:
        """Fetch the year that is shown, and then the years before it one after another."""
        self._year = self._year or self.session.desk.figure.present_year()
        self._years = FigureYears(self.session, self._year)
        self._show()
        if not self._is_points():
            self.set_timer(_SOON, self._count_another)

    def _count_another(self) -> None:
        """Count the next earlier year, and show it."""
        if self._years is not None and self.is_current and self._years.count_another():
            self._show()
            self.set_timer(_SOON, self._count_another)

    # What is shown

    @property
    def _key(self) -> str:
        return self._way[-1] if self._way else ALL

    @property
    def _part(self) -> str:
        """The key of the part of the organisation that it is about."""
        return next((key for key in reversed(self._way) if key != STANDING), ALL)

    def _is_points(self) -> bool:
        """Whether the points are shown that one may read oneself."""
        own = self._key in (OWN_MANAGER, OWN_EMPLOYEE)
        return own or (self._years is not None and self._years.branch(self._key).is_own)

    def _show(self) -> None:
        if self._years is None or not self.query(Lines):
            return
        alone = self._is_points() or self._key == STANDING
        wide = self.size.width >= _WIDE and not alone
        self.query_one("#beside", Lines).display = wide
        board, years, left = self._board(self._years), self._years, self._left
        lines, self._left = [*self._main(board, years, wide=wide)], None
        first = next((line.key for line in lines if line.key), None)
        self.query_one("#figure", Lines).show(lines, at=left or (first if left == "" else None))
        if wide:
            standing = figure_lines.standing_lines(years.tally(board.branch))
            self.query_one("#beside", Lines).show([*self._trend(board, years), EMPTY, *standing])

    def _main(self, board: Board, years: FigureYears, *, wide: bool) -> Iterator[Line]:
        """Yield what the one list shows that there always is."""
        if self._is_points():
            yield from self._points(years)
        elif self._key == STANDING:
            yield from figure_lines.standing_lines(years.tally(board.branch))
        else:
            yield from self._made_of(years, board)
            yield from [] if wide else self._below(board, years)

    def _below(self, board: Board, years: FigureYears) -> Iterator[Line]:
        """Yield what stands beside it where there is room."""
        yield from (EMPTY, *self._trend(board, years), *figure_lines.standing_line())

    def _trend(self, board: Board, years: FigureYears) -> Iterator[Line]:
        return figure_lines.year_lines(board, years.trend(board.branch.key))

    def _board(self, years: FigureYears) -> Board:
        figure, me, branch = self.session.desk.figure, self.session.me, years.branch(self._part)
        names, plain = figure.names(me, branch), self.house.chosen.ascii
        return Board(self._year, branch, names, figure.targets(me), figure.floor(), plain)

    def _made_of(self, years: FigureYears, board: Board) -> Iterator[Line]:
        """Yield one's own figure at the top, then the part and what it is made of."""
        own = [] if self._way else [*figure_lines.own_lines(board, years.own())]
        yield from own
        if not years.is_alone:
            yield from [EMPTY] if own else []
            yield from figure_lines.result_lines(board)
            yield from figure_lines.part_lines(board)

    def _points(self, years: FigureYears) -> list[Line]:
        points = years.points(own_plan=self._key == OWN_EMPLOYEE)
        return figure_lines.point_lines(points, self.session.me, self.session.desk.clock().date())

    def on_resize(self, event: events.Resize) -> None:
        """Put the years beside the units where there is room."""
        self._show()

    # Going in and out

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is a way back from inside; targets are set by whoever counts for all."""
        if action == "up":
            return bool(self._way)
        if action in ("target", "example"):
            return self._may_set(action)
        if action == "turn":
            return self._year + int(str(parameters[0])) in self._range()
        return super().check_action(action, parameters)

    def _range(self) -> range:
        """Return the years that can be looked at, up to the next one: something may be due in it already."""
        session = self.house.session
        return range(EARLIEST, session.desk.figure.present_year() + 2) if session else range(0)

    def _may_set(self, action: str) -> bool:
        session = self.house.session
        if session is None or not session.desk.figure.may_set_targets(session.me):
            return False
        return action == "target" or not session.desk.figure.targets(session.me)

    @on(Lines.Chosen, "#figure")
    def open_chosen(self, event: Lines.Chosen) -> None:
        """Go into a part, or open a point."""
        if event.key.startswith("action:"):
            go_to(self, event.key)
            return
        if event.key.startswith(figure_lines.YEAR):
            self.action_turn(int(event.key.removeprefix(figure_lines.YEAR)) - self._year)
            return
        self._way, self._left = (*self._way, event.key), ""
        self.reload()

    def action_choose(self) -> None:
        """Go into what is marked."""
        self.query_one("#figure", Lines).action_choose()

    def action_up(self) -> None:
        """Go back to what this is a part of, and stand where one went in."""
        self._way, self._left = self._way[:-1], self._key
        self.reload()

    def action_turn(self, step: int) -> None:
        """Show another year."""
        self._year += step
        self.reload()
        self.refresh_bindings()

    def action_environment(self) -> None:
        """Show what the marks of the work environment add up to."""
        go_to(self, f"environment:{self._year}")

    def action_rule(self) -> None:
        """Show the rule that everything here is counted by."""
        from ijtui.minutes.figure_words import rules
        from ijtui.screens.dialogs.reading import ReadingScreen

        floor = self.session.desk.figure.floor()
        text = "\n\n".join(rules(spoken(), floor))
        self.app.push_screen(ReadingScreen(_("How it is counted"), text))

    def action_target(self) -> None:
        """Set the targets of the year."""
        go_to(self, f"target:{self._year}")

    def action_example(self) -> None:
        """Take over an example of targets."""
        figure, me = self.session.desk.figure, self.session.me
        try:
            figure.take_over_example(me)
        except IjtuiError as error:
            self.refuse(error)
            return
        self.say(_("The example of targets is taken over. Press t to change those of a year."))
        self.reload()
