"""Fails before its first paint: Textual prints such errors by another way."""

from __future__ import annotations

from ijtui.terminal.safe_app import SafeApp
from tests.terminal.apps.writer import SECRET


class App(SafeApp[None]):
    """Has a style sheet that is none."""

    CSS = f"Screen {{ {SECRET} "

    def rescue(self) -> bool:
        return True

    def kept_in(self) -> str:
        return ""
