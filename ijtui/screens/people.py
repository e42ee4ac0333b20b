"""Everybody one talks with, and when that is or was."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from ijtui import paths
from ijtui.screens.area import Area
from ijtui.screens.command import Command
from ijtui.screens.going import go_to
from ijtui.screens.people_lines import COLUMNS, people_lines
from ijtui.widgets.lines import Lines
from ijtui.words import N_, _

OPEN = Command("list.open", "enter", "choose", N_("Open what is marked"), N_("open"))
BOOK = Command("person.book", "b", "book", N_("Book a conversation with this person"), N_("book"))
EDIT = Command("person.edit", "e", "edit", N_("Change what is written about this person"), N_("change"))
YEAR = Command("person.year", "y", "year", N_("See this person's years, quarter by quarter"), N_("years"))
FEEDBACK = Command(
    "person.feedback", "f", "feedback", N_("Write feedback for your next conversation"), N_("feedback")
)


AGREE = Command(
    "person.agree", "a", "agree", N_("Agree on something between two conversations"), N_("agreement")
)
EXTRACT = Command("person.extract", "x", "extract", N_("See what goes to a salary review"))
CARE = Command("person.care", "c", "care", N_("Training, recognition and the next step"), N_("way forward"))


class PeopleScreen(Area):
    """A list of people by name."""

    CAN: ClassVar = (
        OPEN,
        Command("person.new", "n,ctrl+n", "new", N_("New person"), N_("new person")),
        BOOK,
        EDIT,
        YEAR,
        FEEDBACK,
        Command("people.units", "u", "units", N_("See the units, and who works in them"), N_("units")),
    )
    ABOUT = N_(
        "The people you have conversations with. Enter shows what you have agreed with one of them and every "
        "conversation you have had."
    )
    CSS_PATH: ClassVar = [paths.style("lines")]
    MODE = "people"

    def heading(self) -> str:
        """Return where one is."""
        return _("People")

    def content(self) -> ComposeResult:
        """One list."""
        yield Lines(*COLUMNS, id="people")

    def load(self) -> None:
        """Fetch everybody and their conversations."""
        session = self.session
        desk, me = session.desk, session.me
        lines = tuple(people_lines(desk.people.all(me), desk.conversations.all(me), me, desk.clock()))
        self.query_one("#people", Lines).show(lines)

    @on(Lines.Chosen, "#people")
    def open_chosen(self, event: Lines.Chosen) -> None:
        """Open the person's page."""
        go_to(self, event.key)

    def action_choose(self) -> None:
        """Open what is marked."""
        self.query_one("#people", Lines).action_choose()

    def action_new(self) -> None:
        """Write down another person."""
        go_to(self, "person:new")

    def action_book(self) -> None:
        """Book a conversation with who is marked."""
        number = self._marked()
        if number == str(self.session.me.id):
            go_to(self, "booking:new")
        elif number:
            go_to(self, f"booking:new:{number}")

    def action_units(self) -> None:
        """Show the units."""
        go_to(self, "units:all")

    def action_edit(self) -> None:
        """Change what is written about who is marked."""
        number = self._marked()
        if number:
            go_to(self, f"edit:{number}")

    def action_year(self) -> None:
        """Show the years of who is marked."""
        number = self._marked()
        if number:
            go_to(self, f"year:{number}")

    def action_feedback(self) -> None:
        """Write feedback to who is marked, for the next conversation."""
        number = self._marked()
        if number and number != str(self.session.me.id):
            go_to(self, f"feedback:new:0:{number}")

    def _marked(self) -> str:
        return self.query_one("#people", Lines).key.partition(":")[2]
