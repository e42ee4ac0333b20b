"""Exporting minutes: which format, and where to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from ijtui.domain.record import Record
from ijtui.minutes import Format, render
from ijtui.minutes.files import file_name, write_new
from ijtui.screens.dialogs.form import Form
from ijtui.widgets.field import Field, Spec
from ijtui.words import N_, _

_FORMATS = {
    Format.MD: N_("Markdown"),
    Format.DOCUSAURUS: "Docusaurus",
    Format.SHORT: N_("short, for a message"),
    Format.JSON: "JSON",
}


class ExportForm(Form[str]):
    """Writes the minutes to a new file and closes with its path.

    Args:
        record: what both may see of the conversation.
    """

    ABOUT = N_(
        "Choose a format and where the file goes. A file that is there already is left alone "
        "unless you say so. Only you can read the new file."
    )

    def __init__(self, record: Record) -> None:
        super().__init__(f"export:{record.conversation.id}")
        self._record = record

    def heading(self) -> str:
        """Say what is exported."""
        return _("Export the minutes · {name}", name=self._record.conversation.employee.name)

    def note(self) -> str:
        """Say what leaves."""
        return _("Private notes and sealed preparations stay here; everything else is in the file.")

    def fields(self) -> Iterable[Spec]:
        """Ask for the format, the file, and what to do with one that is there."""
        existing = (("no", _("stop")), ("yes", _("replace it")))
        formats = tuple((form.value, _(name)) for form, name in _FORMATS.items())
        return (
            Spec("format", _("Format"), "choice", Format.MD, formats),
            Spec("file", _("File"), value=self._suggested(Format.MD)),
            Spec("existing", _("If it exists"), "choice", "no", existing),
        )

    def _suggested(self, form: Format) -> str:
        return str(Path.cwd() / file_name(self._record, form))

    def keep(self) -> None:
        """Let the suggested name follow the format, as long as nobody has typed another."""
        suggested = {self._suggested(form) for form in Format}
        values = {field.spec.name: field for field in self.query(Field)}
        if values["file"].value in suggested:
            values["file"].value = self._suggested(Format(values["format"].value))

    def submit(self, values: Mapping[str, str]) -> str:
        """Write the file."""
        path = Path(values["file"].strip()).expanduser()
        text = render(self._record, Format(values["format"]))
        write_new(path, text, force=values["existing"] == "yes")
        return str(path)
