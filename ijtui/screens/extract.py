"""An extract for the salary review: exactly what will leave, read by both before it does (D-G8)."""

from __future__ import annotations

from os import uname
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from ijtui import paths
from ijtui.domain.person import Person
from ijtui.domain.salary import Extract
from ijtui.domain.salary_text import ExtractText
from ijtui.errors import IjtuiError, NotAllowed
from ijtui.minutes.salary import lines
from ijtui.screens.command import Command
from ijtui.screens.extract_words import status
from ijtui.screens.place import Place
from ijtui.services.salary import Shown
from ijtui.widgets.editor import Editor
from ijtui.words import N_, _, spoken


class ExtractScreen(Place[None]):
    """The extract of one person and year.

    Args:
        person: number of the employee.
        year: 0 for the present one.
    """

    CAN: ClassVar = (
        Command(
            "extract.show", "n", "make", N_("Make it as it reads now, for the employee to see"), N_("make")
        ),
        Command("extract.see", "s", "see", N_("Say that the employee has seen exactly this"), N_("seen")),
        Command("extract.export", "e", "export", N_("Write it to a file"), N_("export")),
        Command("extract.before", "b", "year(-1)", N_("The year before"), N_("earlier")),
        Command("extract.after", "a", "year(1)", N_("The year after"), N_("later")),
        Command("extract.close", "escape,q", "close", N_("Close"), N_("close")),
    )
    ABOUT = N_(
        "What goes to a salary review of what you two have agreed on: goals and how far they have come,"
        " agreed points and what came of them, agreed levels beside what the role requires. No notes,"
        " preparations, feedback, comments, reasons or journals, and nothing of the work environment. The"
        " employee reads exactly this text first, and can add a comment that goes along; only then can it be"
        " written to a file. If something changes after that, it is made and read anew. Where you see a level"
        " differently, both levels stand there without reasons."
    )
    CSS_PATH: ClassVar = [paths.style("editor"), paths.style("extract")]
    ROAMS = True

    def __init__(self, person: int, year: int = 0) -> None:
        super().__init__()
        self._number = person
        self._year = year
        self._person = Person("")
        self._shown: Shown | None = None

    def heading(self) -> str:
        """Return whose extract it is, and of which year."""
        return _("Extract for the salary review {year} · {name}", year=self._year, name=self._person.name)

    def body(self) -> ComposeResult:
        """Put how it stands above the text."""
        yield Static("", id="status")
        yield Editor(read_only=True, id="extract")

    def load(self) -> None:
        """Fetch the extract as it was made, and whether it still says what there is to say."""
        desk, me = self.session.desk, self.session.me
        self._year = self._year or desk.clock().year
        try:
            self._person = desk.people.get(me, self._number)
            self._shown = desk.salary.of(me, self._person, self._year)
        except IjtuiError as error:
            self.refuse(error)
            self.dismiss(None)
            return
        self.query_one("#status", Static).update(Content(status(self._shown, self._person, me)))
        self._tell(self._shown)
        self.refresh_bindings()

    def _tell(self, shown: Shown) -> None:
        """Show what was made, or before that what would be."""
        text: ExtractText = shown.newest.text if shown.newest else shown.now
        told = "\n".join(lines(text, spoken()))
        comment = shown.newest.comment if shown.newest else ""
        if comment:
            told += "\n\n" + _("{name} says:", name=self._person.name) + "\n" + comment
        editor = self.query_one("#extract", Editor)
        if editor.text != told:
            editor.load(told)

    @property
    def _newest(self) -> Extract | None:
        """The newest one, if it still says what there is to say."""
        return self._shown.newest if self._shown is not None and self._shown.is_current else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is not current is made anew, what is unseen is seen, and what is seen may leave."""
        newest = self._newest
        if action == "make":
            return self._shown is not None and newest is None and not self._shown.now.is_empty
        if action == "see":
            return newest is not None and newest.taken is None and self._may_see(newest)
        if action == "export":
            return newest is not None and newest.seen is not None
        return super().check_action(action, parameters)

    def _may_see(self, newest: Extract) -> bool:
        try:
            self.session.desk.salary.needs_initials(self.session.me, newest)
        except NotAllowed:
            return False
        return True

    def action_make(self) -> None:
        """Make it, so that the employee can see it."""
        try:
            self.session.desk.salary.show(self.session.me, self._person, self._year)
        except IjtuiError as error:
            self.refuse(error)
        self.reload()

    def action_see(self) -> None:
        """Ask for a comment and, beside the manager, for initials."""
        from ijtui.screens.dialogs.extract import SeenForm
        from ijtui.screens.going import place_again

        if self._newest is not None:
            self.app.push_screen(SeenForm(self._newest), place_again(self))

    def action_export(self) -> None:
        """Ask where to, or say which command writes it on one's own machine."""
        from ijtui.screens.dialogs.extract import ExtractFileForm

        if self._newest is None:
            return
        if self.session.desk.door is not None:
            self._tell_how()
            return
        self.app.push_screen(ExtractFileForm(self._newest), self._exported)

    def _tell_how(self) -> None:
        """Say which command on one's own machine writes it there, and offer it to the clipboard."""
        address = self.house.hosting.address or uname().nodename
        name = f"{_('extract')}-{self._year}-{self._number}.md"
        command = f"ssh {address} extract {self._number} --year {self._year} > {name}"
        self.app.copy_to_clipboard(command)
        said = _("On your own machine, run: {command} (copied, if your terminal allows it)", command=command)
        self.notify(said, markup=False, timeout=20)

    def _exported(self, path: str | None) -> None:
        if path is not None:
            self.say(_("The extract is in {file}", file=path))
        self.reload()

    def action_year(self, step: int) -> None:
        """Go to another year."""
        self._year += step
        self.reload()

    def action_close(self) -> None:
        """Go back."""
        self.dismiss(None)


def open_at(place: Place[Any], person: str, year: str = "0") -> None:
    """Open the extract of a person and a year, 0 for the present one."""
    place.app.push_screen(ExtractScreen(int(person), int(year)), lambda _result: place.reload())
