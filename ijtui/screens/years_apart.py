"""The same question, mark or competence in every conversation, on one screen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import ItemGrid, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from ijtui import paths
from ijtui.domain.compared import Topic
from ijtui.domain.person import Person
from ijtui.errors import IjtuiError
from ijtui.screens.apart_lines import heading_of, in_order, notes_of, rating_lines
from ijtui.screens.command import Command
from ijtui.screens.dialogs.pick import Option, Pick
from ijtui.screens.going import go_to
from ijtui.screens.place import Place
from ijtui.widgets.lines import Lines
from ijtui.words import N_, _, ngettext

_NARROWEST = 46
"""Cells that a conversation's notes take at least; so two stand side by side from 100 on, and one at 80."""

_NOTHING = N_("Nothing has come up in more than one conversation yet, so there is nothing to compare.")


class YearsApartScreen(Place[None]):
    """One topic across the years.

    Args:
        person: whose conversations.
        topics: all that can be compared.
        at: index of the one to begin with.
    """

    CAN: ClassVar = (
        Command("apart.next", "tab,n", "step(1)", N_("The next question"), N_("next")),
        Command("apart.previous", "shift+tab,p", "step(-1)", N_("The question before"), N_("previous")),
        Command("apart.pick", "c", "pick", N_("Compare another question"), N_("another")),
        Command("apart.back", "escape,q", "back", N_("Back to the years"), N_("back")),
    )
    ABOUT = N_(
        "What you both wrote on the same question in each conversation, the latest first: beside each other "
        "where there is room, else below one another. Of a competence it is the ratings. Tab goes on to the "
        "next question; the arrow keys go through a long page."
    )
    CSS_PATH: ClassVar = [paths.style("lines"), paths.style("years_apart")]
    ROAMS = True

    def __init__(self, person: Person, topics: Sequence[Topic], at: int) -> None:
        super().__init__()
        self._person = person
        self._topics = tuple(topics)
        self._at = at

    def heading(self) -> str:
        """Return what is compared, and whose it is."""
        return f"{self._topic.title} · {self._person.name}"

    def aside(self) -> str:
        """Return which of all the topics it is."""
        return _("{number} of {all}", number=self._at + 1, all=len(self._topics))

    @property
    def _topic(self) -> Topic:
        return self._topics[self._at]

    def body(self) -> ComposeResult:
        """Put the marks in a row above the notes; or the ratings in a table."""
        yield Static("", id="marks", classes="rule")
        with VerticalScroll(id="notes"):
            yield ItemGrid(min_column_width=_NARROWEST, id="conversations")
        yield Lines(id="ratings")

    def load(self) -> None:
        """Fetch what stands on the topic in each conversation."""
        desk, me = self.session.desk, self.session.me
        try:
            found = desk.years.said(me, self._person, self._topic)
        except IjtuiError as error:
            self.refuse(error)
            self.dismiss(None)
            return
        rated = self._topic.rated
        marks = self.query_one("#marks", Static)
        marks.update(Content(in_order(found)))
        marks.display = not rated and bool(in_order(found))
        self.query_one("#notes").display = not rated
        ratings = self.query_one("#ratings", Lines)
        ratings.display = rated
        ratings.show(rating_lines(found, self._person, me) if rated else [])
        notes = [
            Static(Content.assemble((heading_of(said), "bold"), "\n", notes_of(said)), classes="said")
            for said in found
            if not rated
        ]
        self.call_next(self._show_notes, notes)

    async def _show_notes(self, notes: Sequence[Static]) -> None:
        grid = self.query_one("#conversations", ItemGrid)
        await grid.remove_children()
        await grid.mount_all(notes)
        self.query_one("#notes").scroll_home(animate=False)

    @on(Lines.Chosen, "#ratings")
    def open_chosen(self, event: Lines.Chosen) -> None:
        """Open the conversation of a line."""
        go_to(self, event.key)

    async def begin(self) -> None:
        """Begin where one reads."""
        (self.query_one("#ratings") if self._topic.rated else self.query_one("#notes")).focus()

    async def action_step(self, step: int) -> None:
        """Go to the next topic, round and round."""
        await self._show((self._at + step) % len(self._topics))

    async def _show(self, at: int) -> None:
        self._at = at
        self.set_focus(None)
        self.reload()
        await self.begin()

    def action_pick(self) -> None:
        """Pick another topic."""
        self.app.push_screen(_pick(self._topics), self._picked)

    async def _picked(self, key: str | None) -> None:
        if key is not None:
            await self._show(int(key))

    def action_back(self) -> None:
        """Go back to the years."""
        self.dismiss(None)


def compare(place: Place[Any], person: Person) -> None:
    """Ask what to compare, and show it above the place."""
    topics = place.session.desk.years.topics(place.session.me, person)
    if not topics:
        place.say(_(_NOTHING))
        return

    def chosen(key: str | None) -> None:
        if key is not None:
            place.app.push_screen(YearsApartScreen(person, topics, int(key)))

    place.app.push_screen(_pick(topics), chosen)


def _pick(topics: Sequence[Topic]) -> Pick:
    """Return the list of what can be compared; its keys are indices."""
    return Pick(
        _("Compare across the years"),
        [Option(str(at), _titled(topic), _times(topic)) for at, topic in enumerate(topics)],
    )


def _titled(topic: Topic) -> str:
    """Return what it is called with its kind behind it, so that one can look for either."""
    kind = _("competence") if topic.rated else _("marked") if topic.marked else ""
    return f"{topic.title} · {kind}" if kind else topic.title


def _times(topic: Topic) -> str:
    """Return in how many conversations it came up."""
    return ngettext("{number} time", "{number} times", topic.times)
