"""Everybody one talks with, and when that is or was."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from ijtui import paths
from ijtui.screens.area import Area
from ijtui.screens.command import Command
from ijtui.screens.going import go_to
from ijtui.screens.people_lines import COLUMNS, MORE, everybody_lines, people_lines
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
HANDOVER = Command(
    "person.handover", "h", "hand_over", N_("Hand somebody over to the next manager"), N_("hand over")
)
CARE = Command("person.care", "c", "care", N_("Training, recognition and the next step"), N_("way forward"))


_FEW = 60
"""People who fit in one list; where there are more, those one talks with come first and the rest in pages."""

_PAGE = 100


class PeopleScreen(Area):
    """A list of people by name."""

    CAN: ClassVar = (
        OPEN,
        Command("person.find", "l", "find", N_("Find somebody by a few letters"), N_("find somebody")),
        Command("person.new", "n,ctrl+n", "new", N_("New person"), N_("new person")),
        BOOK,
        EDIT,
        YEAR,
        FEEDBACK,
        Command("people.units", "u", "units", N_("See the units, and who works in them"), N_("units")),
        HANDOVER,
    )
    ABOUT = N_(
        "The people you have conversations with. Enter shows what you have agreed with one of them and every "
        "conversation you have had."
    )
    CSS_PATH: ClassVar = [paths.style("lines")]
    MODE = "people"

    _many = False
    """Whether there are more people than fit in one list."""

    _shown = _PAGE

    def heading(self) -> str:
        """Return where one is."""
        return _("People")

    def content(self) -> ComposeResult:
        """One list."""
        yield Lines(*COLUMNS, id="people")

    def load(self) -> None:
        """Fetch everybody and their conversations."""
        desk, me = self.session.desk, self.session.me
        number, today = desk.people.count(me), desk.clock().date()
        self._many = number > _FEW
        people = desk.people.near(me) if self._many else desk.people.all(me)
        people = tuple(sorted(people, key=lambda person: person.has_left(today)))
        lines = [*people_lines(people, desk.conversations.all(me), me, desk.clock())]
        if self._many:
            lines += everybody_lines(desk.people.found(me, "", self._shown, working=True), number)
        self.query_one("#people", Lines).show(lines)

    @on(Lines.Chosen, "#people")
    def open_chosen(self, event: Lines.Chosen) -> None:
        """Open the person's page, or show more people."""
        if event.key == MORE:
            self._shown += _PAGE
            self.reload()
        else:
            go_to(self, event.key)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nobody is looked for in a list that one sees."""
        return self._many if action == "find" else super().check_action(action, parameters)

    def action_find(self) -> None:
        """Look for somebody by a few letters of name, role, unit or number, and open their page."""
        from ijtui.screens.dialogs.pick import Pick
        from ijtui.screens.dialogs.who import PeopleSource

        def found(number: str | None) -> None:
            if number is not None:
                go_to(self, f"person:{number}")

        people = PeopleSource(self.session, but=self.session.me.id)
        self.app.push_screen(Pick(_("Whom do you look for?"), (), source=people), found)

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

    def action_hand_over(self) -> None:
        """Show those one leads and how far each has come on the way to the next manager."""
        go_to(self, "handovers")

    def action_feedback(self) -> None:
        """Write feedback to who is marked, for the next conversation."""
        number = self._marked()
        if number and number != str(self.session.me.id):
            go_to(self, f"feedback:new:0:{number}")

    def _marked(self) -> str:
        return self.query_one("#people", Lines).key.partition(":")[2]
