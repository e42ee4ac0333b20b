"""Exporting minutes: which format, and where to."""

from __future__ import annotations

from ijtui.domain.record import Record
from ijtui.minutes import Format, render
from ijtui.minutes.files import file_name
from ijtui.screens.dialogs.file import FileForm
from ijtui.words import N_, _

_FORMATS = {
    Format.MD: N_("Markdown"),
    Format.DOCUSAURUS: "Docusaurus",
    Format.SHORT: N_("short"),
    Format.JSON: "JSON",
}


class ExportForm(FileForm):
    """Writes the minutes.

    Args:
        record: what both may see of the conversation.
        short: whether to begin with the short form.
    """

    ABOUT = N_(
        "Choose a format and where the file goes; a folder is enough. Markdown is for everybody, Docusaurus "
        "a page of a site, short fits a direct message, and JSON is for other programs. A file that is there "
        "already is left alone unless you say so. Only you can read the new file."
    )

    def __init__(self, record: Record, *, short: bool = False) -> None:
        self._record = record
        formats = {form.value: _(name) for form, name in _FORMATS.items()}
        first = Format.SHORT if short else Format.MD
        super().__init__(f"export:{record.conversation.id}", formats, first.value)

    def heading(self) -> str:
        """Say what is exported."""
        return _("Export the minutes · {name}", name=self._record.conversation.employee.name)

    def note(self) -> str:
        """Say what leaves."""
        return _("Private notes and sealed preparations stay here; everything else is in the file.")

    def asked(self) -> str:
        """Ask for the format."""
        return _("Format")

    def usual_name(self, choice: str) -> str:
        """Return number, day and employee, with the ending of the format."""
        return file_name(self._record, Format(choice))

    def text(self, choice: str) -> str:
        """Return the minutes."""
        return render(self._record, Format(choice))
