"""How the person wants it: every choice holds at once, and is written down at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from ijtui import paths, settings
from ijtui.clean import clean_line
from ijtui.domain.person import Part
from ijtui.errors import IjtuiError
from ijtui.screens.command import Command
from ijtui.screens.place import Place
from ijtui.screens.saying import PARTS
from ijtui.widgets.field import Field, Spec
from ijtui.widgets.fit import fitted
from ijtui.words import LANGUAGES, N_, _

THEMES = {"dark": N_("dark"), "light": N_("light"), "contrast": N_("contrast")}
_YES, _NO = "true", "false"
_LABEL = 20
"""Cells of a field's label, under which the rest is aligned."""


class SettingsScreen(Place[None]):
    """Language, colours, mouse and signs; one's name and part; where things lie."""

    CAN: ClassVar = (Command("settings.back", "escape", "back", N_("Back; everything is saved"), N_("back")),)
    ABOUT = N_(
        "Choose with the arrow keys. What you choose holds at once and is kept. "
        "On your own machine it lies in the settings file, which you may also edit yourself; "
        "there every command can be given another key."
    )
    CSS_PATH: ClassVar = [paths.style("form"), paths.style("editor"), paths.style("settings")]

    def heading(self) -> str:
        """Return where one is."""
        return _("Settings")

    def body(self) -> ComposeResult:
        """Put the fields above where things lie."""
        with VerticalScroll(classes="fields", can_focus=False):
            # At a shared server the administrator says who one is.
            for spec in (*self._looks(), *(() if self.session.shared else self._self())):
                yield Field(spec)
            yield Static(Content(self._places()), classes="note")

    def _looks(self) -> Iterator[Spec]:
        chosen = self.house.chosen
        spoken = (*LANGUAGES.items(), ("", _("as the system")))
        themes = tuple((name, _(title)) for name, title in THEMES.items())
        mouse = ((_YES, _("for ijtui")), (_NO, _("for the terminal")))
        signs = ((_NO, _("all")), (_YES, _("plain only")))
        yield Spec("language", _("Language"), "choice", chosen.language, spoken)
        yield Spec("theme", _("Colours"), "choice", chosen.theme, themes)
        yield Spec("mouse", _("Mouse"), "choice", str(chosen.mouse).lower(), mouse)
        yield Spec("ascii", _("Signs"), "choice", str(chosen.ascii).lower(), signs)

    def _self(self) -> Iterator[Spec]:
        parts = tuple((part.value, _(name)) for part, name in PARTS.items())
        yield Spec("name", _("Your name"), value=self.session.me.name)
        yield Spec("part", _("I take part as"), "choice", self.session.part.value, parts)

    def _places(self) -> str:
        door = self.session.desk.door
        if door is not None:
            return _("You are {name}, and came in as {login}.", name=self.session.me.name, login=door.login)
        database = self.house.database
        places = (
            (_("Your file"), database),
            (_("Its backups"), paths.backups(database)),
            (_("Settings file"), paths.settings_file()),
            (_("Your own templates"), paths.own_agendas()),
        )
        rows = (f"{fitted(name, _LABEL)}{place}" for name, place in places)
        keys = _("Keys are changed in the settings file; F1 shows what each command is called there.")
        return "\n".join((*rows, "", keys))

    def on_mount(self) -> None:
        """Begin at the top."""
        super().on_mount()
        self.query(Field).first().take_focus()

    @on(Field.Changed)
    async def take(self, event: Field.Changed) -> None:
        """Let what was chosen hold at once."""
        name, value = event.field.spec.name, event.field.value
        if name == "name":
            self.session.saving.touch("settings:name", self._keep_name)
        elif name == "part":
            self._keep_part(Part(value))
        else:
            await self._keep(name, value == _YES if name in ("mouse", "ascii") else value)

    @on(Field.Submitted)
    def go_on(self) -> None:
        """Enter goes to the next field."""
        self.focus_next()

    async def _keep(self, name: str, value: str | bool) -> None:
        """Write a setting down and use it; where it can't be written it holds until the app is closed."""
        changes: dict[str, Any] = {name: value}
        try:
            settings.save(paths.settings_file(), changes)
        except IjtuiError as error:
            self.refuse(error)
        await self.house.use(replace(self.house.chosen, **changes))
        if name == "mouse":
            self.say(_("That holds from the next time you start ijtui."))

    def _keep_name(self) -> None:
        session = self.session
        name = clean_line(self.query_one("#field-name", Field).value)
        if name and name != session.me.name:
            session.me = session.desk.people.change(session.me, replace(session.me, name=name))

    def _keep_part(self, part: Part) -> None:
        try:
            self.session.desk.people.set_part(self.session.me, part)
        except IjtuiError as error:
            self.refuse(error)
        else:
            self.session.part = part

    def action_back(self) -> None:
        """Go back."""
        self.house.rescue()
        self.dismiss(None)
