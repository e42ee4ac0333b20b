"""A person's years, quarter by quarter: what was held, what is booked, and what did not come about (D-P4)."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult

from ijtui import paths
from ijtui.domain.feedback import Feedback
from ijtui.domain.person import Person
from ijtui.errors import IjtuiError
from ijtui.screens.command import Command
from ijtui.screens.giving import open_feedback
from ijtui.screens.going import go_to
from ijtui.screens.people import OPEN
from ijtui.screens.place import Place
from ijtui.screens.year_lines import COLUMNS, process_lines, span, year_lines
from ijtui.widgets.lines import Lines
from ijtui.words import N_, _


class YearScreen(Place[None]):
    """The years of one person.

    Args:
        person: number of the person; for one's own manager one's own years with that manager.
    """

    CAN: ClassVar = (
        OPEN,
        Command(
            "year.compare", "c", "compare", N_("Compare the same question across the years"), N_("compare")
        ),
        Command(
            "year.feedback", "f", "feedback", N_("Write feedback for your next conversation"), N_("feedback")
        ),
        Command("year.back", "escape,q", "back", N_("Back to where you came from"), N_("back")),
    )
    ABOUT = N_(
        "What was held and what is booked, one line a quarter. The numbers are goals written down, goals "
        "closed, check-ins, agreements carried out and agreements that were late; the last column says "
        "whether you have written your reflection. A 1:1 is only missed where one was held in the year "
        "before. Only conversations that you take part in count. Enter opens one, or books one that is not "
        "booked yet."
    )
    CSS_PATH: ClassVar = [paths.style("lines"), paths.style("year")]
    ROAMS = True
    AUTO_FOCUS = "#years"  # at once, or every row would be painted a second time for the mark

    def __init__(self, person: int) -> None:
        super().__init__()
        self._number = person
        self._person = Person("")
        self._process: tuple[Feedback, ...] = ()
        self._span = ""

    def heading(self) -> str:
        """Return whose years they are."""
        return _("Year by year · {name}", name=self._person.name)

    def aside(self) -> str:
        """Return from when to when, since the list has no scroll bar."""
        return self._span

    def body(self) -> ComposeResult:
        """One list."""
        yield Lines(*COLUMNS, id="years")

    def load(self) -> None:
        """Fetch the years, and what was said about the conversations themselves this year and the last."""
        desk, me = self.session.desk, self.session.me
        today = desk.clock().date()
        try:
            self._person = desk.people.get(me, self._number)
            found = desk.years.of(me, self._person)
        except IjtuiError as error:
            self.refuse(error)
            self.dismiss(None)
            return
        said = desk.feedback.about_the_process(me, date(today.year - 1, 1, 1))
        self._process = tuple(item for item in said if self._is_between_us(item))
        people = desk.people.known(me)
        lines = year_lines(found, me, today) + process_lines(self._process, people, me)
        self._span = span(found)
        self.query_one("#years", Lines).show(lines)

    def _is_between_us(self, feedback: Feedback) -> bool:
        """Whether it is about the talks with this person; on one's own page about any."""
        return self._number == self.session.me.id or self._number in (feedback.giver, feedback.other)

    @on(Lines.Chosen, "#years")
    def open_chosen(self, event: Lines.Chosen) -> None:
        """Open a conversation, book one, or read what was said about the conversations."""
        kind, _colon, number = event.key.partition(":")
        if kind == "feedback":
            self._read(next(item for item in self._process if str(item.id) == number))
        else:
            go_to(self, event.key)

    def _read(self, feedback: Feedback) -> None:
        desk, me = self.session.desk, self.session.me
        other = feedback.other if feedback.giver == me.id else feedback.giver
        open_feedback(self, feedback, desk.people.get(me, other))

    def action_choose(self) -> None:
        """Open what is marked."""
        self.query_one("#years", Lines).action_choose()

    def action_compare(self) -> None:
        """Pick a question, a mark or a competence, and see it across the years."""
        from ijtui.screens.years_apart import compare

        compare(self, self._person)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Feedback is for somebody else."""
        if action == "feedback":
            return self.house.session is not None and self._number != self.session.me.id
        return super().check_action(action, parameters)

    def action_feedback(self) -> None:
        """Write feedback that waits for the next conversation."""
        go_to(self, f"feedback:new:0:{self._number}")

    def action_back(self) -> None:
        """Go back."""
        self.dismiss(None)


def open_at(place: Place[Any], person: str) -> None:
    """Open the years of that person above the place."""
    place.app.push_screen(YearScreen(int(person)))
