"""The versions of one of the organisation's templates, and what changed in each."""

from __future__ import annotations

from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from ijtui import dates, paths
from ijtui.domain.template_change import Change
from ijtui.domain.template_version import Template, TemplateVersion
from ijtui.errors import IjtuiError
from ijtui.minutes.template_changes import told
from ijtui.screens.command import Command
from ijtui.screens.place import Place
from ijtui.screens.saying import name_of
from ijtui.widgets.fit import Column
from ijtui.widgets.lines import Line, Lines
from ijtui.words import N_, _, spoken

_DRAFT = "draft"
_FIRST = N_("This is the first version.")
_SAME = N_("Nothing is different.")


class TemplateVersionsScreen(Place[None]):
    """A line a version, newest first, and below what it changed in the one before.

    Args:
        template: its number.
    """

    CAN: ClassVar = (
        Command("template_versions.read", "enter", "read", N_("Read this version"), N_("read")),
        Command(
            "template_versions.turn", "tab", "app.focus_next", N_("Go between the two parts"), N_("scroll")
        ),
        Command("template_versions.close", "escape,q", "close", N_("Close"), N_("close")),
    )
    ABOUT = N_(
        "What was published, by whom and when, and what each version changed. Questions and competences are "
        "compared by their ids. A line with ! means that earlier answers are no longer found beside it."
    )
    CSS_PATH: ClassVar = [paths.style("lines"), paths.style("editor"), paths.style("template")]

    def __init__(self, template: int) -> None:
        super().__init__()
        self._number = template
        self._template: Template | None = None
        self._versions: tuple[TemplateVersion, ...] = ()

    def heading(self) -> str:
        """Return of what they are."""
        return _("Versions · {title}", title=self._template.title) if self._template else _("Versions")

    def body(self) -> ComposeResult:
        """Put the list above what changed."""
        yield Lines(Column(12), Column(16), Column(), id="versions")
        with VerticalScroll(id="changes"):
            yield Static("")

    def load(self) -> None:
        """Fetch the versions; a draft stands on top, for whoever writes it."""
        templates, me = self.session.desk.templates, self.session.me
        try:
            self._template = templates.get(me, self._number)
            self._versions = templates.versions(me, self._template)
        except IjtuiError as error:
            self.refuse(error)
            self.dismiss(None)
            return
        lines = [self._line(version) for version in self._versions]
        if self._template.has_draft:
            lines.insert(0, Line((_("draft"), "", _("not published yet")), _DRAFT))
        self.query_one("#versions", Lines).show(lines)
        self._show_changes()

    async def begin(self) -> None:
        """Begin in the list."""
        self.query_one("#versions").focus()

    def _line(self, version: TemplateVersion) -> Line:
        author = self.session.desk.people.get(self.session.me, version.author)
        day = version.published.date()
        said = " · ".join(part for part in (name_of(author, self.session.me), version.note) if part)
        number = _("Version {number}", number=version.number)
        return Line((number, f"{dates.short(day, spoken())} {day.year}", said), str(version.number))

    @on(Lines.Moved, "#versions")
    def _show_changes(self) -> None:
        key = self.query_one("#versions", Lines).key
        if key and self._template is not None:
            self.query_one("#changes Static", Static).update(self._changes(self._template, key))

    def _changes(self, template: Template, key: str) -> Content:
        try:
            found = self._found(template, key)
        except IjtuiError as error:
            self.refuse(error)
            return Content("")
        if found is None:
            return Content(_(_FIRST)).stylize("$quiet")
        return drawn(found) if found else Content(_(_SAME)).stylize("$quiet")

    def _found(self, template: Template, key: str) -> tuple[Change, ...] | None:
        templates, me = self.session.desk.templates, self.session.me
        if key == _DRAFT:
            return templates.unpublished(me, template.id) if template.newest else None
        number = int(key)
        return templates.difference(me, template, number - 1, number) if number > 1 else None

    @on(Lines.Chosen, "#versions")
    def action_read(self) -> None:
        """Read the marked version as it was published."""
        from ijtui.screens.dialogs.reading import ReadingScreen

        key = self.query_one("#versions", Lines).key
        if self._template is None or key in ("", _DRAFT):
            return
        text = self.session.desk.templates.text(self.session.me, self._template, int(key))
        title = _("{title}, version {number}", title=self._template.title, number=key)
        self.app.push_screen(ReadingScreen(title, text))

    def action_close(self) -> None:
        """Close."""
        self.dismiss(None)


def drawn(changes: tuple[Change, ...]) -> Content:
    """Return the changes as lines; what loses answers stands out, and the words of both below."""
    rows = []
    for one in told(changes, spoken()):
        line = Content(f"{one.sign} {one.line}")
        rows.append(line.stylize("bold $warning") if one.warns else line)
        rows += [Content(f"    - {one.before}").stylize("$quiet")] if one.before else []
        rows += [Content(f"    + {one.after}")] if one.after else []
    return Content("\n").join(rows)


def open_at(place: Place[Any], template: str) -> None:
    """Open the versions of the template with that number."""
    place.app.push_screen(TemplateVersionsScreen(int(template)))
