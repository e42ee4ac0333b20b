"""The rounds there are: which conversations are held when."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult

from ijtui import paths
from ijtui.domain.round import Round
from ijtui.screens.command import Command
from ijtui.screens.going import go_to
from ijtui.screens.people import OPEN
from ijtui.screens.place import Place
from ijtui.screens.round_words import season
from ijtui.screens.saying import KINDS
from ijtui.widgets.fit import Column
from ijtui.widgets.lines import EMPTY, Line, Lines
from ijtui.words import N_, _

_COLUMNS = (Column(), Column(25), Column(30))
_NONE = N_("There is no round yet.")
_NONE_TO_MAKE = N_("There is no round yet. Press n to make one.")


class RoundsScreen(Place[None]):
    """All of them, the open ones first."""

    CAN: ClassVar = (
        OPEN,
        Command("round.new", "n,ctrl+n", "new", N_("Make a round for many people at once"), N_("new round")),
        Command("rounds.back", "escape,q", "back", N_("Back to where you came from"), N_("back")),
    )
    ABOUT = N_(
        "A round is the conversations of one season, say the annual ones in September and October, before "
        "the budget is set. HR makes it for the whole organisation or some of its units; in a file of "
        "your own you make it for the people you lead. Enter shows how far everybody has come, as far as "
        "you may see it. What is held out of season is never refused."
    )
    CSS_PATH: ClassVar = [paths.style("lines")]
    ROAMS = True

    def heading(self) -> str:
        """Say what is listed."""
        return _("Rounds")

    def body(self) -> ComposeResult:
        """One list."""
        yield Lines(*_COLUMNS, id="rounds")

    def load(self) -> None:
        """Fetch the list."""
        desk, me = self.session.desk, self.session.me
        lines = round_lines(desk.rounds.all(me), desk.clock().date())
        empty = Line((_(_NONE_TO_MAKE if desk.rounds.may_make(me) else _NONE),), look="muted")
        self.query_one("#rounds", Lines).show(lines or [empty])

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only some make rounds."""
        if action == "new":
            return self.is_mounted and self.session.desk.rounds.may_make(self.session.me)
        return super().check_action(action, parameters)

    @on(Lines.Chosen, "#rounds")
    def open_chosen(self, event: Lines.Chosen) -> None:
        """Open the round."""
        go_to(self, event.key)

    def action_choose(self) -> None:
        """Open what is marked."""
        self.query_one("#rounds", Lines).action_choose()

    def action_new(self) -> None:
        """Make another."""
        go_to(self, "season:new")

    def action_back(self) -> None:
        """Go back."""
        self.dismiss(None)


def round_lines(rounds: Iterable[Round], today: date) -> list[Line]:
    """Return the open ones, then the closed ones, the latest season first."""
    lines: list[Line] = []
    found = tuple(rounds)
    for title, some in (
        (_("Open"), [this for this in found if this.is_open]),
        (_("Closed"), [this for this in found if not this.is_open]),
    ):
        if some:
            heading = Line((title,), look="heading")
            lines += [*([EMPTY] if lines else []), heading, *(_line(this, today) for this in some)]
    return lines


def _line(this: Round, today: date) -> Line:
    return Line((this.name, season(this, today), _(KINDS[this.kind])), f"round:{this.id}")


def open_at(place: Place[Any], _which: str = "all") -> None:
    """Open the list."""
    if not isinstance(place, RoundsScreen):
        place.app.push_screen(RoundsScreen())
