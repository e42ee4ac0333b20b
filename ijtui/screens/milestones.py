"""What the units have set themselves, from the organisation down, and how many goals serve it (D-G2)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from ijtui import paths
from ijtui.domain.cascade import Serving
from ijtui.domain.milestone import Milestone
from ijtui.errors import IjtuiError
from ijtui.screens.command import Command
from ijtui.screens.going import go_to
from ijtui.screens.milestone_lines import COLUMNS, milestone_lines, told
from ijtui.screens.place import Place
from ijtui.widgets.lines import Lines
from ijtui.words import N_, _


class MilestonesScreen(Place[None]):
    """Milestones and operating-plan goals."""

    CAN: ClassVar = (
        Command("milestone.change", "enter,e", "change", N_("Change what is marked"), N_("change")),
        Command("milestone.new", "n,ctrl+n", "new", N_("Write down another"), N_("add")),
        Command("milestone.below", "u", "below", N_("Write down what serves the marked one"), N_("below")),
        Command("milestone.remove", "x", "remove", N_("Take away what is marked"), N_("remove")),
        Command("milestone.back", "escape,q", "back", N_("Back to where you came from"), N_("back")),
    )
    ABOUT = N_(
        "What the units are to reach: milestones, and goals of the operating plan. One can serve another of "
        "a unit above; it then stands below it. A person's goal says which of them it serves. Here stands "
        "how many goals do, with all that serve what is below: a number and never a name, and none where it "
        "would be of too few. Everybody in this file reads the list; whoever leads a unit writes its own, "
        "and HR those of all."
    )
    CSS_PATH: ClassVar = [paths.style("lines"), paths.style("units")]
    ROAMS = True

    def __init__(self) -> None:
        super().__init__()
        self._items: Mapping[int, Milestone] = {}
        self._serving: Mapping[int, Serving] = {}
        self._units: tuple[str, ...] = ()

    def heading(self) -> str:
        """Say what is listed."""
        return _("What the unit is to reach")

    def body(self) -> ComposeResult:
        """A list, and more about what is marked."""
        yield Lines(*COLUMNS, id="milestones")
        yield Static("", id="told", classes="told")

    def load(self) -> None:
        """Fetch the list."""
        desk, me = self.session.desk, self.session.me
        found = desk.milestones.all(me)
        self._items = {item.id: item for item in found}
        self._serving = desk.milestones.serving(me)
        self._units = desk.milestones.units_to_set(me)
        tree, may_write = desk.organisation.tree(me), bool(self._units)
        lines = milestone_lines(found, self._serving, tree, desk.clock().date(), may_write=may_write)
        self.query_one("#milestones", Lines).show(lines)
        self.tell()

    @on(Lines.Moved, "#milestones")
    def tell(self) -> None:
        """Say more about what is marked."""
        item = self._marked
        served = self._items.get(item.serves or 0) if item else None
        said = told(item, self._serving.get(item.id, Serving()), served) if item else ""
        self.query_one("#told", Static).update(Content(said))
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Changing and removing are for what is marked, and for whoever may write it."""
        if self.house.session is None:
            return super().check_action(action, parameters)
        item = self._marked
        if action in ("change", "remove"):
            return item is not None and self._may_set(item.unit)
        if action == "below":
            return item is not None and bool(self._units)
        if action == "new":
            return bool(self._units)
        return super().check_action(action, parameters)

    @property
    def _marked(self) -> Milestone | None:
        lines = self.query("#milestones")
        key = lines.first(Lines).key.partition(":")[2] if lines else ""
        return self._items.get(int(key)) if key else None

    @property
    def _writes_all(self) -> bool:
        return "" in self._units

    def _may_set(self, unit: str) -> bool:
        return self._writes_all or unit in self._units

    @on(Lines.Chosen, "#milestones")
    def action_change(self) -> None:
        """Change what is marked."""
        item = self._marked
        if item is not None and self._may_set(item.unit):
            go_to(self, f"milestone:{item.id}")

    def action_new(self) -> None:
        """Write down another."""
        go_to(self, "milestone:new")

    def action_below(self) -> None:
        """Write down what serves the marked one."""
        if self._marked is not None:
            go_to(self, f"milestone:new:{self._marked.id}")

    def action_remove(self) -> None:
        """Take away what is marked, after asking."""
        from ijtui.screens.dialogs.confirm import ConfirmScreen

        item = self._marked
        if item is not None:
            number = item.id
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


def open_at(place: Place[Any], _which: str = "all") -> None:
    """Open the list."""
    place.app.push_screen(MilestonesScreen())
