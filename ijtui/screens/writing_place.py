"""A place where texts of a conversation are written: with its templates at the cursor."""

from __future__ import annotations

from ijtui.domain.conversation import Conversation
from ijtui.domain.template import wanted_in
from ijtui.domain.text import TextKey
from ijtui.screens.pens import PensPlace
from ijtui.screens.writing import Pen, TextHome
from ijtui.widgets.editor import Editor


class WritingPlace(PensPlace):
    """Knows which conversation the texts belong to."""

    # What a subclass fills in

    @property
    def conversation(self) -> Conversation:
        """The conversation that the questions belong to."""
        raise NotImplementedError

    def show_progress(self) -> None:
        """Show how far the questions are."""
        raise NotImplementedError

    def concerns(self) -> int | None:
        """What a manager writes down here is about the employee; what an employee does, about oneself."""
        employee = self.conversation.employee.id
        return None if employee == self.session.me.id else employee

    # Writing

    def pen(self, editor: Editor, key: TextKey) -> Pen:
        """Return the pen for an editor."""
        return Pen(self, editor, TextHome(self.session, key))

    # One text

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Templates are for the text where the cursor is."""
        if action == "template":
            return isinstance(self.focused, Editor)
        return super().check_action(action, parameters)

    def action_template(self) -> None:
        """Insert a template at the cursor."""
        from ijtui.screens.dialogs.template import insert_template

        insert_template(self, wanted_in(self.conversation))
