"""A command is declared once; from that come its key, its footer hint, its palette line and its help."""

from __future__ import annotations

from dataclasses import dataclass

from textual.binding import Binding

_SIGNS = {
    "enter": "⏎",
    "escape": "esc",
    "tab": "⇥",
    "shift+tab": "⇧⇥",
    "question_mark": "?",
    "comma": ",",
    "slash": "/",
    "plus": "+",
    "minus": "-",
    "space": "␣",
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
    "pageup": "PgUp",
    "pagedown": "PgDn",
}


@dataclass(frozen=True, slots=True)
class Command:
    """Something a person can do in a place.

    Attributes:
        id: fixed name, by which settings give it another key ("conversation.park").
        key: Textual's names of the keys, comma separated; "" for the palette alone.
        action: the Textual action.
        title: message id: what it does, in the palette and in help.
        short: message id: one or two words for the footer; "" keeps it out of there.
        priority: whether it works before the widget with focus sees the key.
    """

    id: str
    key: str
    action: str
    title: str
    short: str = ""
    priority: bool = False

    def binding(self) -> Binding:
        """Return what Textual needs to know of it."""
        return Binding(self.key, self.action, self.title, show=False, priority=self.priority, id=self.id)


def key_sign(key: str) -> str:
    """Return a key as people write it: "^n", "F1", "⏎"."""
    if key.startswith("ctrl+"):
        return f"^{key.removeprefix('ctrl+')}"
    return _SIGNS.get(key) or (key.upper() if len(key) > 1 and key[0] == "f" else key)
