"""Rating competences alone: one's own, and after that what the other brings on paper (D-K1)."""

from __future__ import annotations

from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from ijtui import paths
from ijtui.domain.competence import LEVELS
from ijtui.screens.assessing import Assessing
from ijtui.screens.competence_words import both
from ijtui.screens.place import Place
from ijtui.screens.ratings_actions import RatingsActions
from ijtui.screens.ratings_commands import COMPARE, PAPER, RATING, SUBMIT
from ijtui.screens.ratings_lines import rating_lines, steps_of, who_sees
from ijtui.widgets.fit import Column
from ijtui.widgets.lines import Lines
from ijtui.widgets.scale import Scale
from ijtui.words import N_, _

_TALL = 30
"""Rows from which there is room for air between the levels."""


class RatingsScreen(RatingsActions):
    """One party's ratings; nobody else sees them before both have submitted.

    Args:
        conversation: its number.
    """

    CAN: ClassVar = RATING
    ABOUT = N_(
        "Give each competence the level that fits best today; beside the list stands what each level means. "
        "Neither of you sees the other's levels until you both have submitted. Then you compare and talk "
        "about where you differ; no average is ever made."
    )
    CSS_PATH: ClassVar = [paths.style("lines"), paths.style("scale"), paths.style("ratings")]

    def __init__(self, conversation: int) -> None:
        super().__init__()
        self._number = conversation

    def heading(self) -> str:
        """Return whose competences are rated, or who has them on paper."""
        if self.assessing is None:
            return _("Competence")
        if self.held.on_paper:
            return _("On paper from {name}", name=self.held.other.name)
        return _("Competence · {name}", name=self.held.conversation.employee.name)

    def aside(self) -> str:
        """Return how far both have come."""
        if self.assessing is None or self.held.assessment is None:
            return ""
        return both(self.held.found, self.held.conversation, self.held.me)

    def body(self) -> ComposeResult:
        """Put who sees it above the competences, and beside them what the levels mean."""
        yield Static("", id="who", classes="rule")
        with Horizontal(id="rated"):
            yield Lines(Column(), Column(15), id="competences")
            yield Scale(len(LEVELS), id="scale")

    def load(self) -> None:
        """Fetch how far one has come; without a set, ask for one first."""
        if self.assessing is None:
            self.assessing = Assessing(self.session, self._number)
        self.held.refresh()
        if self.held.assessment is None:
            self.call_after_refresh(self.ask_for_set)
        else:
            self.show_ratings()

    def on_resize(self) -> None:
        """Leave the air between the levels out of a low window."""
        if self.assessing is not None and self.held.assessment is not None:
            self.show_levels()

    async def begin(self) -> None:
        """Begin at the first competence without a level."""
        if self.is_current:
            self.query_one("#competences", Lines).focus()

    def show_ratings(self, at: str | None = None) -> None:
        """Show the levels as they are held, at a competence or where one was."""
        keys = (self.key_of(command) for command in (SUBMIT, PAPER, COMPARE))
        said = f"{self.held.found.profile.title} · {who_sees(self.held, *keys)}"
        self.query_one("#who", Static).update(Content(said))
        lines = self.query_one("#competences", Lines)
        lines.show(rating_lines(self.held), at=at if at or lines.key else self.held.first_open())
        self.show_levels()
        self.show_mark(self.session.saving.mark)
        self.refresh_bindings()

    @on(Lines.Moved, "#competences")
    def show_levels(self) -> None:
        """Show what each level means for the competence where one is."""
        key = self.query_one("#competences", Lines).key
        if key:
            competence = self.held.found.profile.competence(key)
            scale = self.query_one("#scale", Scale)
            scale.set_class(self.size.height < _TALL, "-low")
            scale.show(competence.title, steps_of(competence, self.held.given.get(key)))


def open_at(place: Place[Any], conversation: str) -> None:
    """Open the ratings for a conversation."""
    place.app.push_screen(RatingsScreen(int(conversation)))
