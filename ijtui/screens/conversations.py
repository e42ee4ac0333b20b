"""All conversations: those to come, then those that were held, the latest first."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from ijtui import paths
from ijtui.domain.conversation import Conversation, State
from ijtui.errors import IjtuiError
from ijtui.screens.area import Area
from ijtui.screens.command import Command
from ijtui.screens.conversation_lines import conversation_lines
from ijtui.screens.going import go_to
from ijtui.screens.saying import other_of
from ijtui.widgets.lines import Lines
from ijtui.words import N_, _

OPEN = Command("list.open", "enter", "choose", N_("Open what is marked"), N_("open"))
NEW = Command("conversation.new", "n,ctrl+n", "new", N_("New conversation"), N_("new conversation"))


class ConversationsScreen(Area):
    """One list of them all."""

    CAN: ClassVar = (
        OPEN,
        NEW,
        Command("conversation.move", "r", "move_it", N_("Change time and place"), N_("move")),
        Command("conversation.cancel", "x", "cancel", N_("Call the conversation off"), N_("call off")),
        Command("conversation.rounds", "o", "rounds", N_("See which rounds there are"), N_("rounds")),
        Command("conversation.templates", "t", "templates", N_("Your organisation's templates")),
    )
    ABOUT = N_(
        "Every conversation you take part in. Enter opens it where it stands: what to prepare before it, the "
        "conversation itself, or its minutes."
    )
    CSS_PATH: ClassVar = [paths.style("lines")]
    MODE = "conversations"

    _to_come: frozenset[str] = frozenset()
    """Keys of the lines with a conversation that has not been held."""

    def heading(self) -> str:
        """Return where one is."""
        return _("Conversations")

    def content(self) -> ComposeResult:
        """One list."""
        yield Lines(id="conversations")

    def load(self) -> None:
        """Fetch them all."""
        session = self.session
        everything = session.desk.conversations.all(session.me)
        prepared = session.desk.today.prepared(session.me, everything)
        to_come = (item for item in everything if item.state is not State.HELD)
        self._to_come = frozenset(f"conversation:{item.id}" for item in to_come)
        lines = conversation_lines(prepared, session.me, session.desk.clock())
        self.query_one("#conversations", Lines).show(lines)

    @property
    def marked(self) -> Conversation | None:
        """The conversation that is marked, as it stands now; None where there is none."""
        key = self.query_one("#conversations", Lines).key
        if not key:
            return None
        try:
            return self.session.desk.conversations.get(self.session.me, int(key.partition(":")[2]))
        except IjtuiError as error:
            self.refuse(error)
            return None

    @on(Lines.Moved, "#conversations")
    def show_keys(self) -> None:
        """Show what can be done with the line one is at."""
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What was held can neither be moved nor called off."""
        if action in ("move_it", "cancel"):
            return self.is_mounted and self.query_one("#conversations", Lines).key in self._to_come
        return super().check_action(action, parameters)

    @on(Lines.Chosen, "#conversations")
    def open_chosen(self, event: Lines.Chosen) -> None:
        """Open the conversation where it stands."""
        go_to(self, event.key)

    def action_choose(self) -> None:
        """Open what is marked."""
        self.query_one("#conversations", Lines).action_choose()

    def action_new(self) -> None:
        """Book a conversation."""
        go_to(self, "booking:new")

    def action_templates(self) -> None:
        """Show the organisation's templates."""
        go_to(self, "templates:all")

    def action_rounds(self) -> None:
        """Show which rounds there are."""
        go_to(self, "rounds:all")

    def action_move_it(self) -> None:
        """Change when and where what is marked takes place."""
        conversation = self.marked
        if conversation is not None:
            go_to(self, f"booking:{conversation.id}")

    def action_cancel(self) -> None:
        """Call off what is marked, after asking."""
        conversation = self.marked
        if conversation is None:
            return
        from ijtui.screens.dialogs.confirm import ConfirmScreen

        question = _(
            "Call off the conversation with {name}? What is prepared stays in the file.",
            name=other_of(conversation, self.session.me).name,
        )

        def answered(sure: bool | None) -> None:
            if sure:
                self._cancel(conversation)

        self.app.push_screen(ConfirmScreen(question, _("call it off"), _("keep it")), answered)

    def _cancel(self, conversation: Conversation) -> None:
        try:
            self.session.desk.conversations.cancel(self.session.me, conversation)
        except IjtuiError as error:
            self.refuse(error)
        self.reload()
