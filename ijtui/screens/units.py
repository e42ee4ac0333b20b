"""The units of the organisation: a tree with who leads each and how many work there."""

from __future__ import annotations

from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult

from ijtui import paths
from ijtui.domain.unit import Tree, Unit
from ijtui.errors import IjtuiError
from ijtui.screens.command import Command
from ijtui.screens.going import go_to
from ijtui.screens.people import OPEN
from ijtui.screens.place import Place
from ijtui.screens.unit_lines import UNIT_COLUMNS, unit_lines
from ijtui.widgets.lines import Lines
from ijtui.words import N_, _


class UnitsScreen(Place[None]):
    """All units, each below what it is part of."""

    CAN: ClassVar = (
        OPEN,
        Command("unit.new", "n,ctrl+n", "new", N_("Add a unit to the marked one"), N_("new unit")),
        Command("unit.change", "e", "change", N_("Rename or move the marked unit"), N_("change")),
        Command("unit.remove", "x", "remove", N_("Take away a unit where nobody has worked"), N_("remove")),
        Command("unit.milestones", "o", "milestones", N_("What the units are to reach"), N_("to reach")),
        Command("unit.back", "escape,q", "back", N_("Back to where you came from"), N_("back")),
    )
    ABOUT = N_(
        "The units of the organisation, who leads each, and how many work there today: in the unit itself, "
        "and with all that is part of it. Enter shows who they are. Who leads a unit follows from who works "
        "where under whom. HR keeps units and people; in a file of your own you do."
    )
    CSS_PATH: ClassVar = [paths.style("lines")]
    ROAMS = True

    def __init__(self) -> None:
        super().__init__()
        self._tree = Tree()

    def heading(self) -> str:
        """Say what is listed."""
        return _("Units")

    def body(self) -> ComposeResult:
        """One list."""
        yield Lines(*UNIT_COLUMNS, id="units")

    def load(self) -> None:
        """Fetch the tree, who leads, and how many there are."""
        keep, me = self.session.desk.organisation, self.session.me
        seen = keep.overview(me)
        self._tree = seen.tree
        lines = unit_lines(seen.tree, seen.heads, seen.numbers, may_keep=keep.may_keep(me))
        self.query_one("#units", Lines).show(lines)
        self.refresh_bindings()

    @on(Lines.Moved, "#units")
    def look_again(self) -> None:
        """What can be done depends on what is marked."""
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Changing is for whoever keeps the units."""
        if self.house.session is None:
            return super().check_action(action, parameters)
        if action in ("new", "change", "remove"):
            keeps = self.session.desk.organisation.may_keep(self.session.me)
            return keeps and (action == "new" or self._marked is not None)
        if action == "choose":
            return self._marked is not None
        return super().check_action(action, parameters)

    @property
    def _marked(self) -> Unit | None:
        lines = self.query("#units")
        key = lines.first(Lines).key.partition(":")[2] if lines else ""
        return self._tree.units.get(int(key)) if key else None

    @on(Lines.Chosen, "#units")
    def action_choose(self) -> None:
        """Show who works there."""
        if self._marked is not None:
            go_to(self, f"unit:{self._marked.id}")

    def action_new(self) -> None:
        """Add a unit."""
        go_to(self, f"unit-form:new:{self._marked.id if self._marked else ''}")

    def action_change(self) -> None:
        """Rename or move what is marked."""
        if self._marked is not None:
            go_to(self, f"unit-form:{self._marked.id}")

    def action_milestones(self) -> None:
        """Show what the units are to reach."""
        go_to(self, "milestones:all")

    def action_remove(self) -> None:
        """Take away what is marked, after asking."""
        from ijtui.screens.dialogs.confirm import ConfirmScreen

        unit = self._marked
        if unit is not None:
            question = ConfirmScreen(_("Take {name} away?", name=unit.name), _("take away"), _("keep"))
            self.app.push_screen(question, lambda sure: self._remove(unit) if sure else None)

    def _remove(self, unit: Unit) -> None:
        try:
            self.session.desk.organisation.remove_unit(self.session.me, unit)
        except IjtuiError as error:
            self.refuse(error)
        self.reload()

    def action_back(self) -> None:
        """Go back."""
        self.dismiss(None)


def open_at(place: Place[Any], _which: str = "all") -> None:
    """Open the tree."""
    place.app.push_screen(UnitsScreen())
