"""The first minute: language, name and part, each of which can be skipped."""

from __future__ import annotations

import getpass
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from ijtui import paths, settings
from ijtui.clean import clean_line
from ijtui.domain.person import Part
from ijtui.errors import IjtuiError
from ijtui.screens.command import Command
from ijtui.screens.fields import values_of
from ijtui.screens.place import Place
from ijtui.screens.saying import PARTS
from ijtui.settings import Language, Settings
from ijtui.widgets.field import Field, Spec
from ijtui.widgets.title import Title
from ijtui.words import LANGUAGES, N_, _, language

if TYPE_CHECKING:
    from ijtui.services.desk import Desk

PAGES = 2


class FirstRunScreen(Place[None]):
    """Asks two questions, then one, stores the answers, and closes.

    Args:
        desk: the open file, which nobody owns yet.
        chosen: the settings so far.
    """

    CAN: ClassVar = (
        Command("first.on", "enter", "on", N_("Go on"), N_("go on")),
        Command("first.skip", "escape", "skip", N_("Skip the questions"), N_("skip")),
    )
    ABOUT = N_("A few short questions before you begin. All of it can be changed later in the settings.")
    CSS_PATH: ClassVar = [paths.style("form"), paths.style("editor"), paths.style("first_run")]

    def __init__(self, desk: Desk, chosen: Settings) -> None:
        super().__init__()
        self._desk = desk
        self._chosen = chosen
        self._page = 0

    def heading(self) -> str:
        """Greet."""
        return _("Welcome to ijtui")

    def body(self) -> ComposeResult:
        """Put the questions of each page between what it is for and how one goes on."""
        yield Static(
            Content(
                _(
                    "Here two people prepare, hold and follow up their development conversations. "
                    "Everything stays in one file that only you can read."
                )
            ),
            classes="note",
        )
        for page in (self._who(), self._what()):
            with Vertical(classes="page"):
                for spec in page:
                    yield Field(spec)
        yield Static(
            Content(_("Arrow keys choose, enter goes on, esc skips. All of it can be changed later.")),
            classes="note",
        )

    def _who(self) -> Iterable[Spec]:
        yield Spec("language", _("Language"), "choice", language(), tuple(LANGUAGES.items()))
        yield Spec("name", _("Your name"), placeholder=name_of_login())

    def _what(self) -> Iterable[Spec]:
        parts = tuple((part.value, _(name)) for part, name in PARTS.items())
        yield Spec("part", _("I take part as"), "choice", Part.BOTH.value, parts)

    def on_mount(self) -> None:
        """Begin with the first question."""
        super().on_mount()
        self._turn_to(0)

    async def speak_again(self) -> None:
        """Say it all in the other language; what was typed stays."""
        await super().speak_again()
        self._turn_to(self._page, focus=False)

    def _turn_to(self, number: int, *, focus: bool = True) -> None:
        self._page = number
        title = self.query_one(Title)
        title.left = self.heading()
        title.right = _("{page} of {pages}", page=number + 1, pages=PAGES)
        for index, page in enumerate(self.query(".page")):
            page.display = index == number
            if focus and page.display:
                page.query(Field).first().take_focus()

    @on(Field.Changed, "#field-language")
    async def change_language(self, event: Field.Changed) -> None:
        """Speak the other language at once."""
        self._chosen = replace(self._chosen, language=cast("Language", event.field.value))
        await self.house.use(self._chosen)

    @on(Field.Submitted)
    def go_on(self, event: Field.Submitted) -> None:
        """Enter goes to the next question."""
        if event.field.spec.name == "language":
            self.focus_next()
        else:
            self.action_on()

    def action_on(self) -> None:
        """Go to the next page; after the last one begin."""
        if self._page + 1 < PAGES:
            self._turn_to(self._page + 1)
        else:
            self.action_skip()

    def action_skip(self) -> None:
        """Begin with what stands in the fields now."""
        said = values_of(self)
        name = clean_line(said["name"])[:_LONGEST_NAME] or name_of_login()
        try:
            self._desk.people.first_run(name, Part(said["part"]))
        except IjtuiError as error:
            self.refuse(error)
            return
        self._keep_language()
        self.dismiss(None)

    def _keep_language(self) -> None:
        """Write the language down; a folder that can't be written to is no reason not to begin."""
        try:
            settings.save(paths.settings_file(), {"language": language()})
        except IjtuiError as error:
            self.refuse(error)


_LONGEST_NAME = 120


def name_of_login() -> str:
    """Return the person's full name as the system knows it, else the login name, else "I"."""
    try:
        import pwd

        login = getpass.getuser()
        full = clean_line(pwd.getpwnam(login).pw_gecos.split(",")[0])
    except (ImportError, KeyError, OSError):
        full, login = "", ""
    return full or clean_line(login).capitalize() or _("Me")
