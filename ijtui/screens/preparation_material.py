"""What has been noted since last time, at hand while one prepares: beside the questions, or one key away."""

from __future__ import annotations

from collections.abc import Mapping

from textual import on

from ijtui.domain.agenda import Kind
from ijtui.screens.dialogs.pick import Option, Pick
from ijtui.screens.material_lines import material_lines
from ijtui.screens.preparation_actions import PreparationActions
from ijtui.widgets.aside import Aside
from ijtui.widgets.editor import Editor
from ijtui.widgets.lines import Line, Lines
from ijtui.words import _, in_language


class PreparationMaterial(PreparationActions):
    """Lets whoever prepares insert a line of what was noted (D-J6)."""

    _writing: Editor | None = None
    """Where a chosen line goes."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Somebody who is new has nothing behind them; what comes from paper is the other's."""
        if action == "material":
            known = self.preparing is not None and not self.held.on_paper
            return known and self.conversation.agenda.kind is not Kind.ONBOARDING
        if action == "insert":
            return self.is_attached and self._is_inside()
        return super().check_action(action, parameters)

    @property
    def _aside(self) -> Aside:
        return self.query_one("#noted", Aside)

    def action_material(self) -> None:
        """Go to what was noted, or back to where one writes."""
        if self._is_inside():
            self._go_back()
            return
        self._writing = self._answer()
        lines, full = self._noted()
        if not full:
            self.say(lines[0].cells[0])
        elif self.has_class("-wide"):
            self._set_aside(shown=True)
            self._aside.show(lines, full)
            self._aside.lines.focus()
        else:
            options = [
                Option(line.key, line.cells[0].strip(), preview=full[line.key]) for line in lines if line.key
            ]
            self.app.push_screen(Pick(_("Noted since last time"), options, preview=True), self._insert_picked)

    def _set_aside(self, *, shown: bool) -> None:
        """Show or hide what was noted; the texts beside it get another width."""
        self._aside.display = shown
        for editor in self.pens:
            self.call_after_refresh(editor.wrap_anew)

    def action_back(self) -> None:
        """Close what stands beside the questions before anything else."""
        if self._is_inside():
            self._set_aside(shown=False)
            self._go_back()
        else:
            super().action_back()

    @on(Lines.Chosen, "#noted-list")
    def action_insert(self) -> None:
        """Insert the marked line at the cursor of the answer, and go on writing there."""
        self._insert_picked(self._aside.lines.key)

    def _insert_picked(self, key: str | None) -> None:
        if key is None:
            self._go_back()
        elif self._writing is None:
            self.say(_("Open a question first: what you choose goes in where you write."))
        else:
            self._writing.insert_template(_on_a_new_line(self._writing) + self._noted()[1][key])

    def _noted(self) -> tuple[list[Line], Mapping[str, str]]:
        """Return the lines, and by their keys what each inserts, in the language of the conversation."""
        from ijtui.minutes.material_words import Teller

        material = self.session.desk.material.to_prepare(self.session.me, self.conversation)
        teller = Teller(material, self.conversation, in_language(self.conversation.agenda.language))
        full = {
            f"{number}:{item.key}": teller.with_reference(item) for number, item in enumerate(material.items)
        }
        return material_lines(material, self.conversation), full

    def _is_inside(self) -> bool:
        return self.focused is not None and self._aside in self.focused.ancestors

    def _answer(self) -> Editor | None:
        """Return the text where the cursor is, or that of the open question."""
        if isinstance(self.focused, Editor):
            return self.focused
        return next((view.editor for view, _question in self.views() if view.opened), None)

    def _go_back(self) -> None:
        if self._writing is not None:
            self._writing.focus()
        else:
            self.query_one("#before", Lines).focus()


def _on_a_new_line(editor: Editor) -> str:
    """Return what leads from the cursor to where a line can begin."""
    row, column = editor.selection.start
    return "\n" if editor.document.get_line(row)[:column].strip() else ""
