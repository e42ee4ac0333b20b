"""Everybody one leads, and how far each has come on the way to the next manager (D-M5)."""

from __future__ import annotations

from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult

from ijtui import paths
from ijtui.screens.command import Command
from ijtui.screens.going import go_to
from ijtui.screens.handover_lines import COLUMNS, handovers_lines
from ijtui.screens.people import OPEN
from ijtui.screens.place import Place
from ijtui.services.handover_ways import Way
from ijtui.widgets.lines import Lines
from ijtui.words import N_, _


class HandoversScreen(Place[None]):
    """One list of people, each with how their handover stands."""

    CAN: ClassVar = (
        OPEN,
        Command("handovers.all", "a", "all", N_("Begin with everybody who is left"), N_("all at once")),
        Command("handovers.back", "escape,q", "back", N_("Back to where you came from"), N_("back")),
    )
    ABOUT = N_(
        "When a manager leaves, or leads somebody no longer, agreements go on to the next one. Everything "
        "else goes on only if both of the two have chosen so. Enter opens one person; “all at once” names "
        "the successor, the day and what you let go on for everybody who is left, and you can still change "
        "it for each of them."
    )
    CSS_PATH: ClassVar = [paths.style("lines")]
    ROAMS = True

    def __init__(self) -> None:
        super().__init__()
        self._led: tuple[Way, ...] = ()

    def heading(self) -> str:
        """Say what it is."""
        return _("Handing over")

    def body(self) -> ComposeResult:
        """One list."""
        yield Lines(*COLUMNS, id="handovers")

    def load(self) -> None:
        """Fetch everybody."""
        desk, me = self.session.desk, self.session.me
        self._led = desk.handovers.of_led(me)
        others = [way for way in desk.handovers.mine(me) if way.leaver.id != me.id]
        of_all = desk.handovers.under_way(me)
        lines = handovers_lines(self._led, others, of_all, me, desk.clock().date())
        self.query_one("#handovers", Lines).show(lines)
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where somebody is left, one can begin with all of them."""
        if action == "all":
            return any(way.is_left for way in self._led)
        return super().check_action(action, parameters)

    @on(Lines.Chosen, "#handovers")
    def open_chosen(self, event: Lines.Chosen) -> None:
        """Open the handover, or begin one."""
        go_to(self, event.key)

    def action_choose(self) -> None:
        """Open what is marked."""
        self.query_one("#handovers", Lines).action_choose()

    def action_all(self) -> None:
        """Begin with everybody who is left."""
        go_to(self, "handover:all")

    def action_back(self) -> None:
        """Go back."""
        self.dismiss(None)


def open_at(place: Place[Any], *_rest: str) -> None:
    """Open the list above the place."""
    if not isinstance(place.app.screen, HandoversScreen):
        place.app.push_screen(HandoversScreen())
