"""Writes down every key it is told of."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from ijtui.terminal.safe_app import SafeApp


class App(SafeApp[None]):
    """Has no field to type in, so that every key comes here."""

    ENABLE_COMMAND_PALETTE = False

    def compose(self) -> ComposeResult:
        yield Static("ready")

    def on_mount(self) -> None:
        self.keys: list[str] = []

    def on_key(self, event: events.Key) -> None:
        event.prevent_default()
        self.keys.append(event.key)
        self.query_one(Static).update(Content(" ".join(self.keys) + " ."))

    async def action_quit(self) -> None:
        """Ctrl+q is a key like the others here."""
        self.keys.append("ctrl+q")

    def rescue(self) -> bool:
        return True

    def kept_in(self) -> str:
        return ""
