"""The earlier versions of a text: look at them and take one back."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Container

from ijtui import dates, paths
from ijtui.domain.text import Revision
from ijtui.errors import IjtuiError
from ijtui.screens.command import Command
from ijtui.screens.place import Place
from ijtui.screens.saying import name_of
from ijtui.screens.writing import Home
from ijtui.widgets.editor import Editor
from ijtui.widgets.fit import Column
from ijtui.widgets.lines import Line, Lines
from ijtui.words import N_, _, ngettext, spoken

_NOW = "now"


class VersionsScreen(Place[str | None]):
    """Closes with the text to take back, or None.

    Args:
        home: where the text lies.
        now: as it stands in the editor.
    """

    CAN: ClassVar = (
        Command("versions.restore", "enter", "restore", N_("Take this version back"), N_("take back")),
        Command(
            "versions.turn", "tab", "app.focus_next", N_("Go between the list and the text"), N_("scroll")
        ),
        Command("versions.close", "escape", "close", N_("Close"), N_("close")),
    )
    ABOUT = N_(
        "Versions of this text from before. Taking one back replaces the text; you can undo it with ctrl+z, "
        "and what you have now becomes an earlier version itself."
    )
    CSS_PATH: ClassVar = [paths.style("lines"), paths.style("editor"), paths.style("versions")]

    def __init__(self, home: Home, now: str) -> None:
        super().__init__()
        self._home = home
        self._now = now
        self._versions: dict[str, Revision] = {}

    def heading(self) -> str:
        """Say what is listed."""
        return _("Earlier versions")

    def body(self) -> ComposeResult:
        """Put the list beside the version, or above it where there is no room."""
        with Container(id="versions"):
            yield Lines(Column(21), Column(), id="list")
            yield Editor(read_only=True, id="version")

    def load(self) -> None:
        """Fetch the versions, and begin at the newest of them."""
        try:
            versions = self._home.versions()
        except IjtuiError as error:
            self.refuse(error)
            return
        begins = not self._versions
        self._versions = {version.id: version for version in versions}
        none = Line((_("There is no earlier version of this text."),), look="muted")
        lines = [self._line(version) for version in versions] or [none]
        now = Line((_("as it is now"), _words(self._now)), _NOW)
        newest = versions[0].id if begins and versions else None
        self.query_one("#list", Lines).show([now, *lines], at=newest)
        self.preview()

    async def begin(self) -> None:
        """Begin in the list."""
        self.query_one("#list").focus()

    def _line(self, version: Revision) -> Line:
        when = f"{dates.short(version.at.date(), spoken())} {version.at.year} {dates.clock_time(version.at)}"
        author = self.session.desk.people.get(self.session.me, version.author)
        said = [name_of(author, self.session.me), _words(version.body)]
        if version.lost:
            said.append(_("written at the same time as another"))
        return Line((when, " · ".join(said)), version.id)

    @on(Lines.Moved, "#list")
    def preview(self) -> None:
        """Show the version where one is."""
        chosen = self._chosen()
        text = chosen.body if chosen else self._now
        editor = self.query_one("#version", Editor)
        if editor.text != text:
            editor.load(text)

    def _chosen(self) -> Revision | None:
        return self._versions.get(self.query_one("#list", Lines).key)

    @on(Lines.Chosen, "#list")
    def action_restore(self) -> None:
        """Close with the version where one is."""
        chosen = self._chosen()
        self.dismiss(chosen.body if chosen else None)

    def action_close(self) -> None:
        """Close and change nothing."""
        self.dismiss(None)


def _words(text: str) -> str:
    return ngettext("{number} word", "{number} words", len(text.split()))
