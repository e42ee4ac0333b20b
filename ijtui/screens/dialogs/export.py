"""Exporting minutes: which format, and where to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import ClassVar

from textual import on

from ijtui.domain.record import Record
from ijtui.errors import IjtuiError
from ijtui.minutes import Format, render
from ijtui.minutes.files import NEEDS_FORCE, file_name, write_new
from ijtui.paths import path_named
from ijtui.screens.command import Command
from ijtui.screens.dialogs.confirm import ConfirmScreen
from ijtui.screens.dialogs.form import Form
from ijtui.widgets.field import Field, Spec
from ijtui.words import N_, _

_FORMATS = {
    Format.MD: N_("Markdown"),
    Format.DOCUSAURUS: "Docusaurus",
    Format.SHORT: N_("short"),
    Format.JSON: "JSON",
}


class ExportForm(Form[str]):
    """Writes the minutes to a new file and closes with its path.

    Args:
        record: what both may see of the conversation.
        short: whether to begin with the short form.
    """

    CAN: ClassVar = (
        Command("export.write", "ctrl+s", "submit", N_("Write the file"), N_("write")),
        Command("export.leave", "escape", "leave", N_("Close without writing"), N_("close")),
    )
    ABOUT = N_(
        "Choose a format and where the file goes; a folder is enough. Markdown is for everybody, Docusaurus "
        "a page of a site, short fits a direct message, and JSON is for other programs. A file that is there "
        "already is left alone unless you say so. Only you can read the new file."
    )
    DRAFT = False

    def __init__(self, record: Record, *, short: bool = False) -> None:
        super().__init__(f"export:{record.conversation.id}")
        self._record = record
        self._form = Format.SHORT if short else Format.MD
        self._suggested = {form: str(Path.cwd() / file_name(record, form)) for form in Format}
        self._replaces = ""

    def heading(self) -> str:
        """Say what is exported."""
        return _("Export the minutes · {name}", name=self._record.conversation.employee.name)

    def note(self) -> str:
        """Say what leaves."""
        return _("Private notes and sealed preparations stay here; everything else is in the file.")

    def fields(self) -> Iterable[Spec]:
        """Ask for the format and the file."""
        formats = tuple((form.value, _(name)) for form, name in _FORMATS.items())
        yield Spec("format", _("Format"), "choice", self._form, formats)
        yield Spec("file", _("File"), value=self._suggested[self._form])

    @on(Field.Changed, "#field-format")
    def suggest(self, event: Field.Changed) -> None:
        """Let the suggested name follow the format, as long as nobody has typed another."""
        file = self.query_one("#field-file", Field)
        if file.value in self._suggested.values():
            file.value = self._suggested[Format(event.field.value)]

    def submit(self, values: Mapping[str, str]) -> str:
        """Write the file."""
        form = Format(values["format"])
        path = self._place(values["file"].strip(), form)
        write_new(path, render(self._record, form), force=str(path) == self._replaces)
        return str(path)

    def _place(self, typed: str, form: Format) -> Path:
        """Return the file that was named; in a folder, or where nothing was, under the usual name."""
        path = path_named(typed)
        return path / file_name(self._record, form) if path.is_dir() else path

    def refuse(self, error: IjtuiError) -> None:
        """Say why not; where the writer can overrule that, ask."""
        if error.message not in NEEDS_FORCE:
            super().refuse(error)
            return
        values = self.values()
        path = self._place(values["file"].strip(), Format(values["format"]))
        there = _("{file} exists already. Replace it?", file=path)
        unsure = _("This disk can't tell whether {file} is free. Write it all the same?", file=path)
        question = ConfirmScreen(there if path.exists() else unsure, _("write it"), _("change the name"))
        self.app.push_screen(question, lambda sure: self._replace(str(path)) if sure else None)

    def _replace(self, path: str) -> None:
        self._replaces = path
        self.action_submit()
