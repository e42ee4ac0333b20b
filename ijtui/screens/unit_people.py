"""Who works in one unit today, where they can be moved from, and where they leave."""

from __future__ import annotations

from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult

from ijtui import paths
from ijtui.domain.unit import Unit
from ijtui.screens.command import Command
from ijtui.screens.going import go_to
from ijtui.screens.people import OPEN
from ijtui.screens.place import Place
from ijtui.screens.post_commands import END, MOVE
from ijtui.screens.unit_lines import KINDS, PEOPLE_COLUMNS, people_of_unit
from ijtui.widgets.lines import Lines
from ijtui.words import N_, _


class UnitPeopleScreen(Place[None]):
    """The people of a unit.

    Args:
        unit: as it was when it was opened.
    """

    CAN: ClassVar = (
        OPEN,
        MOVE,
        END,
        Command("unit-people.back", "escape,q", "back", N_("Back to where you came from"), N_("back")),
    )
    ABOUT = N_(
        "Who works in this unit today, with their manager. A move is from a day on: what they had before "
        "ends the day before, and both stand on the person's page. A day to come is planned, and whom their "
        "conversations are open to moves on that day. Whoever leaves stays in everything that has been."
    )
    CSS_PATH: ClassVar = [paths.style("lines")]
    ROAMS = True

    def __init__(self, unit: Unit) -> None:
        super().__init__()
        self._unit = unit

    def heading(self) -> str:
        """Say which unit."""
        return f"{self._unit.name} · {_(KINDS[self._unit.kind])}"

    def body(self) -> ComposeResult:
        """One list."""
        yield Lines(*PEOPLE_COLUMNS, id="unit-people")

    def load(self) -> None:
        """Fetch the people."""
        desk, me = self.session.desk, self.session.me
        working = desk.organisation.working(me)
        name = self._unit.name.casefold()
        here = [person for person in working if person.unit.casefold() == name]
        managers = {person.id: person for person in working}
        lines = people_of_unit(here, managers)
        self.query_one("#unit-people", Lines).show(lines)
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Moving is for whoever keeps who works where."""
        if self.house.session is None:
            return super().check_action(action, parameters)
        if action in ("move", "end"):
            return bool(self._marked) and self.session.desk.organisation.may_keep(self.session.me)
        return super().check_action(action, parameters)

    @property
    def _marked(self) -> str:
        lines = self.query("#unit-people")
        return lines.first(Lines).key.partition(":")[2] if lines else ""

    @on(Lines.Chosen, "#unit-people")
    def action_choose(self) -> None:
        """Open the person's page."""
        if self._marked:
            go_to(self, f"person:{self._marked}")

    def action_move(self) -> None:
        """Ask where to, under whom and from when."""
        go_to(self, f"post:{self._marked}")

    def action_end(self) -> None:
        """Ask for the last day."""
        go_to(self, f"last-day:{self._marked}")

    def action_back(self) -> None:
        """Go back."""
        self.dismiss(None)


def open_at(place: Place[Any], unit: str) -> None:
    """Open the people of a unit.

    Raises:
        NotFound: it is gone.
    """
    session = place.session
    place.app.push_screen(UnitPeopleScreen(session.desk.organisation.unit(session.me, int(unit))))
