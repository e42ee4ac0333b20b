"""Goals through the year: one's own, and those of the people one holds conversations with (D-G1, D-G4)."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from ijtui import paths
from ijtui.domain.person import Part, Person
from ijtui.screens.area import Area
from ijtui.screens.command import Command
from ijtui.screens.goal_lines import Board, Shown, board_lines
from ijtui.screens.going import go_to
from ijtui.widgets.lines import Lines
from ijtui.words import N_, _

_ON_GOAL = ("check_in",)
_SHOWN = {
    Shown.OPEN: N_("Goals · going on"),
    Shown.ALL: N_("Goals · all"),
    Shown.CLOSED: N_("Goals · closed"),
}


class GoalsScreen(Area):
    """Everybody's goals under their names."""

    CAN: ClassVar = (
        Command("list.open", "enter", "choose", N_("Open what is marked"), N_("open")),
        Command("goals.new", "n,ctrl+n", "new", N_("New goal"), N_("new goal")),
        Command("goals.check_in", "c", "check_in", N_("Say how far it has come"), N_("check in")),
        Command("goals.filter", "f", "filter", N_("Goals that go on, all, or the closed ones"), N_("filter")),
        Command("goals.milestones", "o", "milestones", N_("What the unit is to reach"), N_("unit's plan")),
    )
    ABOUT = N_(
        "Your goals, and those of the people you hold conversations with. An exclamation mark stands before "
        "one that is late, at risk or off track. Enter shows a goal's course through the quarters."
    )
    CSS_PATH: ClassVar = [paths.style("lines")]
    MODE = "goals"

    def __init__(self) -> None:
        super().__init__()
        self._shown = Shown.OPEN
        self._people: tuple[Person, ...] = ()

    def heading(self) -> str:
        """Return where one is, and which goals are listed."""
        return _(_SHOWN[self._shown])

    def called(self) -> str:
        """Return what the place is called."""
        return _("Goals")

    def content(self) -> ComposeResult:
        """One list."""
        yield Lines(id="goals")

    def load(self) -> None:
        """Fetch the goals and how far they have come."""
        desk, me = self.session.desk, self.session.me
        goals = desk.goals.visible(me)
        board = Board(goals, desk.goals.newest(me, goals), me, desk.clock().date())
        self._people = self._listed(board)
        self.query_one("#goals", Lines).show(board_lines(board, self._people, self._shown))

    def _listed(self, board: Board) -> tuple[Person, ...]:
        """Return oneself and then one's people; nobody who can't have goals here."""
        session = self.session
        me = session.desk.people.get(session.me, session.me.id)
        mine = [me] if session.part is not Part.MANAGER or board.of(me) else []
        with_goals = {goal.person for goal in board.goals}
        near = {person.id: person for person in session.desk.people.near(me)}
        known = session.desk.people.known(me)
        others = near | {number: known[number] for number in with_goals - {me.id}}
        listed = (person for person in others.values() if person.manager == me.id or person.id in with_goals)
        return (*mine, *listed)

    # One line

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A check-in is about the goal where one is; a new goal is somebody's."""
        if action in _ON_GOAL:
            return bool(self._marked())
        if action == "new":
            return bool(self._people)
        return super().check_action(action, parameters)

    def _marked(self) -> str:
        """Return the number of the goal where one is, or ""."""
        lines = self.query("#goals")
        number = lines.first(Lines).key.removeprefix("goal:") if lines else ""
        return number if number.isdecimal() else ""

    @on(Lines.Moved, "#goals")
    def show_keys(self) -> None:
        """Offer what can be done with the line where one is."""
        self.refresh_bindings()

    @on(Lines.Chosen, "#goals")
    def open_chosen(self, event: Lines.Chosen) -> None:
        """Open the goal's page, or the form for a first one."""
        go_to(self, event.key)

    def action_choose(self) -> None:
        """Open what is marked."""
        self.query_one("#goals", Lines).action_choose()

    def action_check_in(self) -> None:
        """Say how far the marked goal has come."""
        go_to(self, f"check-in:new:{self._marked()}")

    def action_new(self) -> None:
        """Write a goal; where there are several people, ask for whom."""
        if len(self._people) == 1:
            self._write_for(str(self._people[0].id))
            return
        from ijtui.screens.dialogs.pick import Option, Pick

        names = [Option(str(person.id), person.name, person.role) for person in self._people]
        self.app.push_screen(Pick(_("Whose goal is it?"), names), self._write_for)

    def _write_for(self, person: str | None) -> None:
        if person:
            go_to(self, f"goal:new:0:{person}")

    def action_filter(self) -> None:
        """List other goals."""
        self._shown = self._shown.next
        self.reload()

    def action_milestones(self) -> None:
        """Show what the unit is to reach."""
        go_to(self, "milestones:all")
