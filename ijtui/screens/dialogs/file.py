"""Writing a text to a file: what, and where to."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import ClassVar

from textual import on

from ijtui.errors import IjtuiError
from ijtui.minutes.files import NEEDS_FORCE, write_new
from ijtui.paths import path_named
from ijtui.screens.command import Command
from ijtui.screens.dialogs.confirm import ConfirmScreen
from ijtui.screens.dialogs.form import Form
from ijtui.widgets.field import Field, Spec
from ijtui.words import N_, _


class FileForm(Form[str]):
    """Writes a text to a new file and closes with its path.

    A subclass says what can be written, what it is called, and how the usual file is named.

    Args:
        name: of the form.
        choices: what can be written: a word of ours, and what it is called.
        first: the word that is chosen to begin with.
    """

    CAN: ClassVar = (
        Command("export.write", "ctrl+s", "submit", N_("Write the file"), N_("write")),
        Command("export.leave", "escape", "leave", N_("Close without writing"), N_("close")),
    )
    DRAFT = False

    def __init__(self, name: str, choices: Mapping[str, str], first: str) -> None:
        super().__init__(name)
        self._choices = tuple(choices.items())
        self._first = first
        self._suggested = {choice: str(Path.cwd() / self.usual_name(choice)) for choice in choices}
        self._replaces = ""

    @abstractmethod
    def usual_name(self, choice: str) -> str:
        """Return how the file is named where nobody says otherwise."""

    @abstractmethod
    def text(self, choice: str) -> str:
        """Return what is written."""

    @abstractmethod
    def asked(self) -> str:
        """Return what the choice is called."""

    def fields(self) -> Iterable[Spec]:
        """Ask what to write, and for the file."""
        yield Spec("format", self.asked(), "choice", self._first, self._choices)
        yield Spec("file", _("File"), value=self._suggested[self._first])

    @on(Field.Changed, "#field-format")
    def suggest(self, event: Field.Changed) -> None:
        """Let the suggested name follow the choice, as long as nobody has typed another."""
        file = self.query_one("#field-file", Field)
        if file.value in self._suggested.values():
            file.value = self._suggested[event.field.value]

    def submit(self, values: Mapping[str, str]) -> str:
        """Write the file."""
        choice = values["format"]
        path = self._place(values["file"].strip(), choice)
        write_new(path, self.text(choice), force=str(path) == self._replaces)
        return str(path)

    def _place(self, typed: str, choice: str) -> Path:
        """Return the file that was named; in a folder, or where nothing was, under the usual name."""
        path = path_named(typed)
        return path / self.usual_name(choice) if path.is_dir() else path

    def refuse(self, error: IjtuiError) -> None:
        """Say why not; where the writer can overrule that, ask."""
        if error.message not in NEEDS_FORCE:
            super().refuse(error)
            return
        values = self.values()
        path = self._place(values["file"].strip(), values["format"])
        there = _("{file} exists already. Replace it?", file=path)
        unsure = _("This disk can't tell whether {file} is free. Write it all the same?", file=path)
        question = ConfirmScreen(there if path.exists() else unsure, _("write it"), _("change the name"))
        self.app.push_screen(question, lambda sure: self._replace(str(path)) if sure else None)

    def _replace(self, path: str) -> None:
        self._replaces = path
        self.action_submit()
