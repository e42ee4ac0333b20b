"""Search: words in the journal, the conversations and the goals, found while they are typed (D-J5)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Static

from ijtui import paths
from ijtui.domain.search import Found, Query, read_query
from ijtui.errors import IjtuiError
from ijtui.screens.command import Command
from ijtui.screens.dialogs.pick import Filter, Option, Pick
from ijtui.screens.dialogs.who import PeopleSource
from ijtui.screens.going import go_to
from ijtui.screens.place import Place
from ijtui.screens.search_lines import COLUMNS, People, count_words, hit_lines, preview
from ijtui.services.search import Looking
from ijtui.widgets.editor import Editor
from ijtui.widgets.hits import Hits
from ijtui.widgets.line_editor import LineEditor
from ijtui.widgets.lines import Lines
from ijtui.widgets.picked import Picked
from ijtui.words import N_, _

_PAUSE = 0.06
"""Seconds without a key after which it is looked for; a fast typist's keys are not each searched for."""

_ANY = "any"
_PREVIEW = 4
"""Rows for where the marked hit stands and more of its text."""


class SearchScreen(Place[None]):
    """A box, two filters, what was found, and more of the hit one is at.

    What is listed always fits what stands in the box: at a key the list is narrowed at once, and a
    thread fetches what is missing.
    """

    CAN: ClassVar = (
        Command("search.open", "enter", "choose", N_("Open what is marked"), N_("open")),
        Command("search.turn", "tab", "app.focus_next", N_("Choose a person or a year"), N_("person, year")),
        Command("search.clear", "", "clear", N_("Begin another search")),
        Command("search.leave", "escape", "leave", N_("Back to where you were"), N_("back")),
    )
    ABOUT = N_(
        "Everything is looked through that you may read: your journal and what others share with you from "
        "theirs, notes and opened preparations in your conversations, agreements and goals. What others keep "
        "to themselves is not."
    )
    CSS_PATH: ClassVar = [paths.style("lines"), paths.style("editor"), paths.style("search")]
    ROAMS = True

    @dataclass
    class Arrived(Message):
        """A search has ended.

        Attributes:
            query: what was looked for.
            found: what there is, or why it could not be looked for.
        """

        query: Query
        found: Found | IjtuiError

    def __init__(self) -> None:
        super().__init__()
        self._query = Query()
        self._found = Found()
        self._barren: Query | None = None
        self._people: People = {}
        self._complete = True
        self._opening = False
        self._pause: Timer | None = None

    def heading(self) -> str:
        """Return what one does here."""
        return _("Search")

    def aside(self) -> str:
        """Say what is looked through."""
        return _("your journal, your conversations and goals")

    def body(self) -> ComposeResult:
        """Put the box above the filters, and those above what was found."""
        session = self.session
        yield Filter(placeholder=_("Write what you look for"), limit=200, id="query")
        people = PeopleSource(session, but=session.me.id)
        years = [(str(year), str(year)) for year in session.desk.search.years(session.me)]
        with Horizontal(id="filters"):
            yield Static(Content(_("Person")), classes="quiet")
            yield Picked((), placeholder=_("anybody"), source=people, id="person")
            yield Static(Content(_("Year")), classes="quiet")
            yield Picked(years, placeholder=_("any"), id="year")
            yield Static("", id="count", classes="quiet")
        hits = Hits(*COLUMNS, id="hits")
        hits.can_focus = False
        yield hits
        yield Static("", id="preview")

    # Looking

    def load(self) -> None:
        """Look again: something may have been written since."""
        self._barren = None
        self._narrow()
        self._look()

    @on(Editor.Edited, "#query")
    @on(Picked.Changed)
    def look_soon(self) -> None:
        """Narrow the list now, and look for the rest when the keys come to rest."""
        self._narrow()
        if self._pause is not None:
            self._pause.stop()
        self._pause = self.set_timer(_PAUSE, self._look)

    def _narrow(self) -> None:
        """Keep what fits what stands in the box now; what was found for something else is not shown."""
        person, year = (self.query_one(name, Picked).value for name in ("#person", "#year"))
        typed = self.query_one("#query", Filter).text
        self._query = read_query(typed, int(person) if person else None, int(year) if year else None)
        fits = tuple(hit for hit in self._found.hits if self._query.finds(hit))
        barren = self._barren is not None and self._query.narrows(self._barren)
        self._complete = self._query.is_empty or barren
        self._opening = False
        self._show(Found(fits))

    def _look(self) -> None:
        if self.is_attached and not self._complete:
            session = self.session
            self._run(self._query, session.desk.search.look_for(session.me, self._query))

    @work(thread=True, exclusive=True, exit_on_error=False)
    def _run(self, query: Query, looking: Looking) -> None:
        """Look in a thread of its own, so that no key waits."""
        try:
            found: Found | IjtuiError | None = looking()
        except IjtuiError as error:
            found = error
        if found is not None:
            self.post_message(self.Arrived(query, found))

    @on(Arrived)
    def take(self, event: Arrived) -> None:
        """Show what was found, if that is what is looked for now."""
        if event.query != self._query:
            return
        self._complete = True
        if isinstance(event.found, IjtuiError):
            self.refuse(event.found)
            return
        self._barren = None if event.found.hits else event.query
        self._show(event.found)
        if self._opening:
            self.action_choose()

    # Showing

    def _show(self, found: Found) -> None:
        """Show these hits and begin at the first, or stay where one was if it is the same list."""
        hits, session = self.query_one("#hits", Hits), self.session
        begins = found.hits != self._found.hits
        self._found = found
        self._people = session.desk.people.known(session.me)
        shown = hit_lines(found, self._query, self._people, session.desk.clock().date(), hits.room)
        pending = not found.hits and not self._complete
        hits.show(() if pending else shown, at="0" if begins else None)
        self.query_one("#count", Static).update(Content(self._counted(found)), layout=False)
        self._show_preview()

    def _counted(self, found: Found) -> str:
        return count_words(found) if self._complete else "…"

    @on(Lines.Moved, "#hits")
    def _show_preview(self) -> None:
        at, below = self.query_one("#hits", Hits).key, self.query_one("#preview", Static)
        below.display = bool(at)
        if at:
            hit = self._found.hits[int(at)]
            shown = preview(hit, self._query, self._people, self.size.width - 2, _PREVIEW)
            below.update(shown, layout=False)

    def on_resize(self) -> None:
        """Cut the lines anew."""
        self.call_after_refresh(self._show, replace(self._found))

    # What one can do

    @on(Filter.Stepped)
    def move(self, event: Filter.Stepped) -> None:
        """Go through what was found without leaving the box."""
        event.through(self.query_one("#hits", Hits))

    @on(LineEditor.Submitted, "#query")
    @on(Lines.Chosen, "#hits")
    def action_choose(self) -> None:
        """Open the marked hit where it stands, once everything is found."""
        at = self.query_one("#hits", Hits).key
        self._opening = not self._complete
        if at and self._complete:
            go_to(self, self._found.hits[int(at)].key)

    @on(Picked.Asked)
    def ask(self, event: Picked.Asked) -> None:
        """Open the list of people or of years."""
        field = self.focused
        if isinstance(field, Picked):
            title, anyone = (_("Person"), _("anybody")) if field.id == "person" else (_("Year"), _("any"))
            options = [Option(_ANY, anyone), *(Option(*pair) for pair in field.alternatives)]
            listed = Pick(title, options, typed=event.typed, source=field.source)
            self.app.push_screen(listed, partial(self._picked, field))

    def _picked(self, field: Picked, value: str | None) -> None:
        if value is not None:
            field.pick("" if value == _ANY else value)
            self.query_one("#query").focus()

    def action_clear(self) -> None:
        """Empty the box and take the filters away."""
        for field in self.query(Picked):
            field.pick("")
        self.query_one("#query", Filter).replace_text("")

    def action_leave(self) -> None:
        """Close."""
        self.dismiss(None)

    def on_unmount(self) -> None:
        """Let go of the file."""
        if self.house.session is not None:
            self.session.desk.search.close()
