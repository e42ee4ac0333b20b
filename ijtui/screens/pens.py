"""A place with texts to write: saved as one types, never left unsaved, their earlier versions at hand."""

from __future__ import annotations

from textual import on

from ijtui.screens.place import Place
from ijtui.screens.writing import Pen
from ijtui.widgets.editor import Editor
from ijtui.words import _


class PensPlace(Place[None]):
    """Holds a pen for each editor."""

    pens: dict[Editor, Pen]

    def show_progress(self) -> None:
        """Show what has come of the writing; called when a text has been left and saved."""

    @on(Editor.Edited)
    def keep(self, event: Editor.Edited) -> None:
        """Save what was typed, within a second."""
        pen = self.pens.get(event.editor)
        if pen is not None:
            pen.touch()

    @on(Editor.Left)
    def save(self) -> None:
        """Save at once when the cursor leaves a text."""
        self.session.saving.flush()
        if self.is_current and self.is_attached:
            self.show_progress()

    @on(Editor.TooLong)
    def say_too_long(self, event: Editor.TooLong) -> None:
        """Say why nothing more was taken."""
        self.say(_("A text can hold {longest} characters. Split it in two.", longest=event.limit))

    def all_saved(self) -> bool:
        """Save everything; where that can't be done say why, so that nobody leaves a text behind."""
        failure = None if self.session.saving.flush() else self.session.saving.mark.failure
        if failure is not None:
            self.refuse(failure)
        return failure is None

    def adopt_newer(self) -> None:
        """Show what another session wrote in the meantime, where nothing unsaved stands."""
        for pen in self.pens.values():
            pen.adopt_newer()

    # One text

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Earlier versions are of the text where the cursor is."""
        if action == "versions":
            return isinstance(self.focused, Editor)
        return super().check_action(action, parameters)

    def action_versions(self) -> None:
        """Show the earlier versions of the text where the cursor is, and take one back."""
        from ijtui.screens.dialogs.versions import VersionsScreen

        focused = self.focused
        pen = self.pens.get(focused) if isinstance(focused, Editor) else None
        if pen is not None:
            self.session.saving.flush()
            self.app.push_screen(VersionsScreen(pen.home, pen.editor.text), pen.restore)
