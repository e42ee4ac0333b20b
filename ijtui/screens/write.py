"""Writing one entry of the journal, above wherever one is: esc goes back there."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult

from ijtui import dates
from ijtui.screens.command import Command
from ijtui.screens.entry_commands import FILE, IN_AN_ENTRY
from ijtui.screens.entry_home import EntryHome
from ijtui.screens.entry_place import EntryPlace
from ijtui.widgets.editor import Editor
from ijtui.words import N_, _, spoken


class WriteScreen(EntryPlace):
    """One entry and nothing else.

    Args:
        home: where the entry lies.
        form: a template that a new one begins with.
    """

    CAN: ClassVar = (
        *IN_AN_ENTRY[:2],
        Command("entry.close", "escape", "close", N_("Close; the entry is saved"), N_("close")),
        *IN_AN_ENTRY[2:],
        FILE,
    )
    ABOUT = N_(
        "An entry in your journal. Only you see it unless you let somebody else, and it says above the text "
        "who sees it. It is saved as you type; esc goes back to where you were."
    )

    JOTS = False

    def __init__(self, home: EntryHome, form: str = "") -> None:
        super().__init__()
        self.pens = {}
        self._given = home
        self._form = form

    def heading(self) -> str:
        """Say which entry it is."""
        entry = self._given.entry
        return (
            _("Journal · {what}", what=dates.short(entry.day, spoken()))
            if entry.id
            else _("Journal · new entry")
        )

    def body(self) -> ComposeResult:
        """Show the entry."""
        yield self.entry_view()

    def load(self) -> None:
        """Show it as it stands now; a new one begins with its form, at the first place to fill in."""
        if self.home is None:
            self.take_up(self._given)
            if self._form and not self._given.entry.id:
                editor = self.view.editor
                with editor.prevent(Editor.Edited):  # a form is nobody's words, and nothing to save
                    editor.insert_template(self._form)
                self.tell()
        else:
            self.home.read()
            self.adopt_newer()
            self.tell()

    async def begin(self) -> None:
        """Begin in the text, at its end where there is some."""
        editor = self.view.editor
        if self.focused is not None:
            return
        if not self._form:
            editor.move_cursor(editor.document.end)
        editor.focus()

    def action_close(self) -> None:
        """Close the preview or the search; with none open, go back to where one came from."""
        if self.step_back():
            return
        if self.all_saved():
            self._given.leave()
            self.put_down()
            self.dismiss(None)
