"""The earlier versions of a text: look at them and take one back."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Container

from ijtui import dates, paths
from ijtui.domain.text import Revision, TextKey
from ijtui.errors import IjtuiError
from ijtui.screens.command import Command
from ijtui.screens.place import Place
from ijtui.screens.saying import name_of
from ijtui.widgets.editor import Editor
from ijtui.widgets.fit import Column
from ijtui.widgets.lines import Line, Lines
from ijtui.words import N_, _, ngettext, spoken


class VersionsScreen(Place[str | None]):
    """Closes with the text to take back, or None.

    Args:
        key: which text.
        now: as it stands in the editor.
    """

    CAN: ClassVar = (
        Command("versions.restore", "enter", "restore", N_("Take this version back"), N_("take back")),
        Command("versions.close", "escape", "close", N_("Close"), N_("close")),
    )
    ABOUT = N_(
        "Versions of this text from before. Taking one back replaces the text; you can undo it with ctrl+z, "
        "and what you have now becomes an earlier version itself."
    )
    CSS_PATH: ClassVar = [paths.style("lines"), paths.style("editor"), paths.style("versions")]

    def __init__(self, key: TextKey, now: str) -> None:
        super().__init__()
        self._key = key
        self._now = now
        self._versions: tuple[Revision, ...] = ()

    def heading(self) -> str:
        """Say what is listed."""
        return _("Earlier versions")

    def body(self) -> ComposeResult:
        """Put the list beside the version, or above it where there is no room."""
        with Container(id="versions"):
            yield Lines(Column(24), Column(), id="list")
            yield Editor(read_only=True, id="version")

    def load(self) -> None:
        """Fetch the versions."""
        try:
            self._versions = self.session.desk.texts.versions(self.session.me, self._key)
        except IjtuiError as error:
            self.refuse(error)
        none = Line((_("There is no earlier version of this text."),), look="muted")
        lines = [self._line(index, version) for index, version in enumerate(self._versions)]
        listed = self.query_one("#list", Lines)
        listed.show(lines or [none])
        listed.focus()
        self.preview()

    def _line(self, index: int, version: Revision) -> Line:
        when = f"{dates.short(version.at.date(), spoken())} {version.at.year} {dates.clock_time(version.at)}"
        author = self.session.desk.people.get(self.session.me, version.author)
        words = len(version.body.split())
        said = [name_of(author, self.session.me), ngettext("{number} word", "{number} words", words)]
        if version.lost:
            said.append(_("kept beside another"))
        return Line((when, " · ".join(said)), str(index))

    @on(Lines.Moved, "#list")
    def preview(self) -> None:
        """Show the version where one is."""
        chosen = self._chosen()
        self.query_one("#version", Editor).load(chosen.body if chosen else "")

    def _chosen(self) -> Revision | None:
        key = self.query_one("#list", Lines).key
        return self._versions[int(key)] if key else None

    @on(Lines.Chosen, "#list")
    def action_restore(self) -> None:
        """Close with the version where one is."""
        chosen = self._chosen()
        self.dismiss(chosen.body if chosen else None)

    def action_close(self) -> None:
        """Close and change nothing."""
        self.dismiss(None)
