"""What one can do with a template that one writes, beside writing it."""

from __future__ import annotations

from ijtui.domain.pulse import Pulse
from ijtui.errors import IjtuiError
from ijtui.screens.pens import PensPlace
from ijtui.widgets.editor import Editor
from ijtui.words import _


class TemplateActions(PensPlace):
    """A place where the draft of a template is written."""

    number: int
    """Of the template."""

    is_left: bool = False
    """Whether it is on its way out: what is shown then may be gone already."""

    @property
    def editor(self) -> Editor:
        """Where it is written."""
        return self.query_one("#text", Editor)

    def pulse(self) -> Pulse:
        """Return what tells whether the draft or the version that is used has changed."""
        templates, me = self.session.desk.templates, self.session.me
        return Pulse(templates.state(me, self.number))

    def put_down(self) -> None:
        """Write no more in what is shown; all of it has been saved before."""
        for pen in self.pens.values():
            pen.put_down()
        self.pens = {}

    def action_next_problem(self) -> None:
        """Go to the next line on which something is wrong."""

    def title_written(self) -> str:
        """Return what the template is called in its text, or was called when it was published."""
        return ""

    def leave(self) -> None:
        """Close it, once."""
        if not self.is_left:
            self.is_left = True
            self.put_down()
            self.dismiss(None)

    def action_changes(self) -> None:
        """Show the versions, and what changed in each."""
        from ijtui.screens.template_versions import TemplateVersionsScreen

        if self.all_saved():
            self.app.push_screen(TemplateVersionsScreen(self.number))

    def action_outside(self) -> None:
        """Go on writing in one's own editor."""
        from ijtui.screens.outside import write_outside

        write_outside(self, self.editor)

    def action_publish(self) -> None:
        """Say what changes, ask for a note, and publish; where something is wrong go there."""
        from ijtui.screens.dialogs.template_publish import publish

        if self.check_action("next_problem", ()):
            self.action_next_problem()
        elif self.all_saved():
            publish(self, self.number, self.title_written(), self._published)

    def _published(self, said: str) -> None:
        self.say(said)
        self.leave()

    def action_throw_away(self) -> None:
        """Throw the draft away, after asking."""
        from ijtui.screens.dialogs.confirm import ConfirmScreen

        question = _("Throw this draft and its earlier texts away for good? What is published stays.")
        self.app.push_screen(ConfirmScreen(question, _("throw it away"), _("keep it")), self._throw_away)

    def _throw_away(self, sure: bool | None) -> None:
        if not sure or not self.all_saved():
            return
        self.put_down()
        try:
            self.session.desk.templates.throw_away(self.session.me, self.number)
        except IjtuiError as error:
            self.refuse(error)
        self.leave()
