"""The minutes as they will be exported, to read before anybody else does (D-M1)."""

from __future__ import annotations

from os import uname
from typing import ClassVar

from textual.app import ComposeResult

from ijtui import paths
from ijtui.domain.conversation import Conversation
from ijtui.domain.person import Person
from ijtui.domain.pulse import Pulse
from ijtui.domain.record import Record
from ijtui.errors import IjtuiError
from ijtui.screens.command import Command
from ijtui.screens.going import go_to
from ijtui.screens.looking import LOOKS, write_down
from ijtui.screens.place import Place
from ijtui.widgets.editor import Editor
from ijtui.words import N_, _

_LONG_ENOUGH = 20
"""Seconds that a command stands there to be written down."""


class MinutesScreen(Place[None]):
    """Shows the minutes of one conversation as Markdown text.

    Args:
        conversation: its number.
        short: whether to begin with the short summary that fits in a message (D-C2).
    """

    CAN: ClassVar = (
        Command("minutes.export", "e", "export", N_("Export the minutes to a file"), N_("export")),
        Command("minutes.talk", "o", "talk", N_("Open the conversation to add or correct"), N_("correct")),
        Command("minutes.show", "f9", "show", N_("Show only what both may see"), N_("show")),
        Command("minutes.copy", "y", "copy", N_("Copy what is shown"), N_("copy")),
        Command("minutes.short", "s", "short", N_("The short summary, or the whole minutes"), N_("short")),
        LOOKS,
        Command("minutes.close", "escape,f2", "close", N_("Close"), N_("close")),
    )
    ABOUT = N_(
        "The minutes hold what both of you may see: shared notes, goals, agreements and their outcomes. "
        "Private notes and sealed preparations are never in them. "
        "The short summary fits in a message. Export writes them to a file that only you can read."
    )
    CSS_PATH: ClassVar = [paths.style("editor"), paths.style("reading")]
    ROAMS = True
    RESTS = 0.5

    def __init__(self, conversation: int, *, short: bool = False) -> None:
        super().__init__()
        self._number = conversation
        self._short = short
        self._record: Record | None = None

    def heading(self) -> str:
        """Return whose minutes they are."""
        if self._record is None:
            return ""
        name = self._record.conversation.employee.name
        return _("Short summary · {name}", name=name) if self._short else _("Minutes · {name}", name=name)

    def body(self) -> ComposeResult:
        """Show the text."""
        self._record = None
        yield Editor(read_only=True, id="minutes")

    def load(self) -> None:
        """Write the minutes anew from what is stored; where nothing has changed one stays where one reads."""
        record, before = self.session.desk.plans.record(self.session.me, self._number), self._record
        if before is None:
            write_down(self, self.session.desk.looks.saw, record.conversation)
        if record != before:
            self._record = record
            self._show(record, anew=before is None)

    def pulse(self) -> Pulse:
        """What the two see of the conversation."""
        return self.session.desk.pulses.of_conversation(self.session.me, self._number)

    def _show(self, record: Record, *, anew: bool = True) -> None:
        from ijtui.minutes import Format, render

        text = render(record, Format.SHORT if self._short else Format.MD)
        editor = self.query_one("#minutes", Editor)
        (editor.load if anew else editor.adopt)(text)

    def action_short(self) -> None:
        """Change between the short summary and the whole minutes."""
        if self._record is not None:
            self._short = not self._short
            self._show(self._record)
            self.show_mark(self.session.saving.mark)

    def action_export(self) -> None:
        """Choose a format and a file; from a server that has no file of one's own, say how to fetch them."""
        from ijtui.screens.dialogs.export import ExportForm

        if self.session.shared:
            self._tell_how()
        elif self._record is not None:
            self.app.push_screen(ExportForm(self._record, short=self._short), self._exported)

    def _tell_how(self) -> None:
        """Say which command on one's own machine writes the minutes there, and offer it to the clipboard."""
        form = " --format short" if self._short else ""
        address = self.house.hosting.address or uname().nodename
        command = f"ssh {address} minutes {self._number}{form} > minutes-{self._number}.md"
        self.app.copy_to_clipboard(command)
        said = _("On your own machine, run: {command} (copied, if your terminal allows it)", command=command)
        self.notify(said, markup=False, timeout=_LONG_ENOUGH)

    def _exported(self, path: str | None) -> None:
        if path is not None:
            self.say(_("The minutes are in {file}", file=path))

    def action_talk(self) -> None:
        """Open the conversation at its stations, or go back to it where one came from there."""
        from ijtui.screens.talk import open_talk

        if self._came_from_talk():
            self.action_close()
        elif self._record is not None:
            try:
                open_talk(self, self._record.conversation)
            except IjtuiError as error:
                self.refuse(error)

    def _came_from_talk(self) -> bool:
        from ijtui.screens.questions import QuestionsPlace

        return isinstance(self.app.screen_stack[-2], QuestionsPlace)

    def action_show(self) -> None:
        """Show only what both may see, one question at a time."""
        from ijtui.screens.presentation import PresentationScreen

        self.app.push_screen(PresentationScreen(self._number))

    def action_copy(self) -> None:
        """Offer the minutes to the terminal's clipboard; nobody can know whether it took them."""
        if self._record is None or not write_down(self, self._copied, self._record.conversation):
            return
        self.app.copy_to_clipboard(self.query_one("#minutes", Editor).text)
        self.say(_("Sent to your terminal's clipboard. If nothing arrives there, export to a file with e."))

    def _copied(self, me: Person, conversation: Conversation) -> None:
        self.session.desk.looks.exported(me, conversation, "copy")

    def action_looks(self) -> None:
        """Show who opened the conversation or took a copy."""
        go_to(self, f"looks:{self._number}")

    def action_close(self) -> None:
        """Go back to where one came from."""
        self.dismiss(None)
