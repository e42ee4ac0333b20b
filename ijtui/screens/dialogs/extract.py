"""Saying that one has seen an extract, with a comment; and writing it to a file (D-G8)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ijtui.domain.salary import Extract
from ijtui.domain.signature import short
from ijtui.minutes.salary import as_json, as_markdown
from ijtui.screens.dialogs.file import FileForm
from ijtui.screens.dialogs.form import Form
from ijtui.screens.place import Place
from ijtui.widgets.field import Spec
from ijtui.words import N_, _, spoken


class SeenForm(Form[Extract]):
    """Asks the employee for a comment, and beside the manager for initials.

    Args:
        extract: what was read.
    """

    ABOUT = N_(
        "Saying that you have seen it does not mean that you agree. What you write here goes along with the"
        " extract, word for word. Whoever has no login says it at the other's screen, with initials."
    )

    def __init__(self, extract: Extract) -> None:
        super().__init__(f"seen:{extract.id}")
        self._extract = extract

    def heading(self) -> str:
        """Say whose word it is."""
        return _("Seen by {name}", name=self._extract.text.employee)

    def note(self) -> str:
        """Say which text it is, and what follows."""
        seen = _("It says that the text was read, not that it is agreed on. A comment goes along with it.")
        return f"{short(self._extract.hash)}\n{seen}"

    def fields(self) -> Iterator[Spec]:
        """Ask for as little as possible."""
        yield Spec("comment", _("Comment"), "text", self._extract.comment)
        if self.session.desk.salary.needs_initials(self.session.me, self._extract):
            yield Spec("initials", _("Initials"))

    def submit(self, values: Mapping[str, str]) -> Extract:
        """Store that it was seen."""
        return self.session.desk.salary.see(
            self.session.me,
            self._extract,
            values.get("comment", ""),
            initials=values.get("initials", ""),
        )


class ExtractFileForm(FileForm):
    """Writes an extract that the employee has seen.

    Args:
        extract: the newest one.
    """

    ABOUT = N_(
        "Choose a format and where the file goes; a folder is enough. It is written down that the extract has"
        " left. Only you can read the new file."
    )

    def __init__(self, extract: Extract) -> None:
        self._extract = extract
        super().__init__(f"extract-file:{extract.id}", {"md": _("Markdown"), "json": "JSON"}, "md")

    def heading(self) -> str:
        """Say what leaves."""
        return _("Export the extract · {name}", name=self._extract.text.employee)

    def asked(self) -> str:
        """Ask for the format."""
        return _("Format")

    def usual_name(self, choice: str) -> str:
        """Return the year and the employee's number, with the ending of the format."""
        return f"{_('extract')}-{self._extract.text.year}-{self._extract.person}.{choice}"

    def text(self, choice: str) -> str:
        """Return the extract, after it is written down that it leaves."""
        session = self.session
        found = self._extract
        if session.me.id != found.person:
            found = session.desk.salary.take(session.me, found)
        return as_json(found) if choice == "json" else as_markdown(found, spoken())


def open_at(place: Place[Any], extract: str) -> None:
    """Open the form that was left, for that extract.

    Raises:
        NotFound: it is not the asker's, or was weeded.
    """
    from ijtui.screens.going import place_again

    session = place.session
    found = session.desk.salary.get(session.me, int(extract))
    place.app.push_screen(SeenForm(found), place_again(place))
