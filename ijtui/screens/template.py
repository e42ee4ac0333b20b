"""One of the organisation's templates: written with what is wrong below it and what it becomes beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Static

from ijtui import paths
from ijtui.content.template_text import Made
from ijtui.domain.template_version import Template, TemplateName
from ijtui.domain.visibility import Visibility
from ijtui.errors import NotFound
from ijtui.screens.command import Command
from ijtui.screens.place import Place
from ijtui.screens.sight import who_sees_this
from ijtui.screens.template_actions import TemplateActions
from ijtui.screens.template_check import Check, checked, told
from ijtui.screens.template_home import TemplateHome
from ijtui.screens.template_preview import preview
from ijtui.screens.writing import VERSIONS, Pen
from ijtui.widgets.editor import Editor
from ijtui.widgets.editor.prose import ProseEditor
from ijtui.words import N_, _

PAUSE = 0.25
"""Seconds without a key after which a text is looked at."""

_WRITING = frozenset({"publish", "next_problem", "versions", "outside", "throw_away"})


class TemplateScreen(TemplateActions):
    """The text, and beside it what one will see in the conversation; on a narrow screen one of the two.

    Args:
        template: its number.
    """

    CAN: ClassVar = (
        Command("template.preview", "f2", "turn", N_("See what it becomes, or the text"), N_("preview")),
        Command("template.problem", "f8", "next_problem", N_("Go to the next problem"), N_("next problem")),
        Command("template.changes", "f4", "changes", N_("See the versions and what changed"), N_("changes")),
        Command("template.publish", "f9", "publish", N_("Publish it for everybody"), N_("publish")),
        Command("template.back", "escape", "back", N_("Back; what is written is kept"), N_("back")),
        VERSIONS,
        Command("template.outside", "ctrl+o", "outside", N_("Go on in your own editor")),
        Command("template.throw_away", "", "throw_away", N_("Throw the draft away")),
    )
    ABOUT = N_(
        "A template of the organisation. What you write is saved as a draft and looked at while you type: "
        "below stands what is wrong and on which line, beside it what it becomes. Nobody uses it before it "
        "is published; a version that is published is never changed. Keep the ids of the questions: "
        "earlier answers are found by them."
    )
    CSS_PATH: ClassVar = [paths.style("editor"), paths.style("template")]

    @dataclass
    class Looked(Message):
        """A text has been looked at.

        Attributes:
            number: of the look; only what the latest found is shown.
            check: what was found.
            page: what it becomes, drawn; None while it has errors.
        """

        number: int
        check: Check
        page: Content | None

    def __init__(self, template: int) -> None:
        super().__init__()
        self.pens = {}
        self.number = template
        self._template: Template | None = None
        self._newest: Made | None = None
        self._check: Check | None = None
        self._made: Made | None = None
        self._looks = 0
        self._pause: Timer | None = None
        self._is_shown = False

    def heading(self) -> str:
        """Return which template it is, and which version."""
        template = self._template
        if template is None:
            return _("Template")
        number, title = template.newest.number if template.newest else 0, self.title_written()
        is_written = template.has_draft or any(pen.text.version for pen in self.pens.values())
        if is_written or not number:
            return _("{title} · draft of version {number}", title=title, number=number + 1)
        return _("{title}, version {number}", title=title, number=number)

    def title_written(self) -> str:
        """Return what it is called in its text while that can be read, else as it was published."""
        return self._made.title if self._made else self._template.title if self._template else ""

    def body(self) -> ComposeResult:
        """Put who sees it above the text and what it becomes, and what is found below both."""
        self.put_down()
        self._is_shown, self._made = False, None
        yield Static("", id="seen", classes="quiet")
        with Horizontal(id="template"):
            yield ProseEditor(read_only=True, id="text")
            with VerticalScroll(id="becomes"):
                yield Static("")
        yield Static("", id="found")

    @property
    def _may_edit(self) -> bool:
        return self.session.desk.templates.may_edit(self.session.me)

    # What is shown

    def load(self) -> None:
        """Show the draft, or for whoever doesn't write the version that is used; leave what is gone."""
        if self.is_left:
            return
        templates, me = self.session.desk.templates, self.session.me
        try:
            before, self._template = self._template, templates.get(me, self.number)
            if before is None or before.newest != self._template.newest:
                self._newest = templates.made(me, self._template) if self._template.newest else None
            self._show(self._template)
        except NotFound as error:
            self.refuse(error)
            if all(pen.written == pen.text.body for pen in self.pens.values()):
                self.leave()

    def _show(self, template: Template) -> None:
        seen = Visibility.HR if self._may_edit else Visibility.EVERYBODY
        self.query_one("#seen", Static).update(Content(who_sees_this(seen)))
        if self._may_edit and not self.pens:
            self._write(TemplateHome(self.session, template.id))
        elif self._may_edit:
            self.adopt_newer()
        elif not self._is_shown:
            self.editor.load(self.session.desk.templates.text(self.session.me, template))
        self._is_shown = True
        self._look()

    def _write(self, home: TemplateHome) -> None:
        self.editor.read_only = False
        self.editor.load(home.read().body)
        self.pens = {self.editor: Pen(self, self.editor, home)}

    async def begin(self) -> None:
        """Begin in the text."""
        self.editor.focus()

    # Looking at it while it is written

    @on(Editor.Edited, "#text")
    def look_soon(self) -> None:
        """Look at it when the keys come to rest."""
        if self._pause is not None:
            self._pause.stop()
        self._pause = self.set_timer(PAUSE, self._look)

    def _look(self) -> None:
        if self.is_attached and self._template is not None:
            self._looks += 1
            self._run(self._looks, self._template.name, self.editor.text, self._newest)

    @work(thread=True, exclusive=True, exit_on_error=False)
    def _run(self, number: int, name: TemplateName, text: str, newest: Made | None) -> None:
        """Look in a thread of its own, so that no key waits."""
        check = checked(name, text, newest)
        page = preview(check.reading.made) if check.reading.made is not None else None
        self.post_message(self.Looked(number, check, page))

    @on(Looked)
    def _take(self, event: Looked) -> None:
        """Show what was found, unless something was typed since; what it became before stays in sight."""
        if event.number != self._looks or not self.is_made:
            return
        self._check = event.check
        found = self.query_one("#found", Static)
        found.update(Content(told(event.check)))
        found.set_class(bool(event.check.reading.problems), "-wrong")
        if event.page is not None and event.check.reading.made != self._made:
            self._made = event.check.reading.made
            self.query_one("#becomes Static", Static).update(event.page)
        self.call_after_refresh(self._follow)
        self.show_mark(self.session.saving.mark)
        self.refresh_bindings()

    def _follow(self) -> None:
        """Show about the part of it that the cursor is in, where one writes."""
        page, editor = self.query_one("#becomes", VerticalScroll), self.editor
        if self.focused is editor and editor.document.line_count > 1:
            at = editor.cursor_location[0] / (editor.document.line_count - 1)
            page.scroll_to(y=round(at * page.max_scroll_y), animate=False)

    # What the keys do

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only who writes the organisation's templates has something to publish or to mend."""
        if action in _WRITING:
            if not self.is_attached or not self.pens:
                return False
            if action == "next_problem":
                return self._check is not None and bool(self._check.lines)
            if action == "outside":
                return bool(getattr(self.app, "may_suspend", False))
        if action == "throw_away":
            return self._template is not None and self._template.has_draft
        return super().check_action(action, parameters)

    def action_turn(self) -> None:
        """Go to what it becomes, or back to the text; on a narrow screen the other is hidden."""
        shown = self.focused is self.editor
        self.query_one("#template").set_class(shown, "-turned")
        (self.query_one("#becomes") if shown else self.editor).focus()

    def action_next_problem(self) -> None:
        """Go to the next line on which something is wrong, and from the last to the first."""
        lines = self._check.lines if self._check else ()
        here = self.editor.cursor_location[0] + 1
        if lines:
            wanted = next((line for line in lines if line > here), lines[0])
            self.editor.move_cursor((min(wanted, self.editor.document.line_count) - 1, 0))
            self.editor.focus()
            self.query_one("#template").remove_class("-turned")

    def action_back(self) -> None:
        """Go back to the text, or close once everything is saved."""
        if self.focused is not self.editor:
            self.action_turn()
        elif self.all_saved():
            self.leave()


def open_at(place: Place[Any], template: str) -> None:
    """Open the template with that number.

    Raises:
        NotFound: it is gone.
    """
    session = place.session
    number = session.desk.templates.get(session.me, int(template)).id
    place.app.push_screen(TemplateScreen(number), lambda _closed: place.reload())
