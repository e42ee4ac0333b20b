"""A command is declared once; from that come its key, its footer hint, its palette line and its help."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from textual.binding import Binding

from ijtui.keys import NAMES

_SIGNS = {
    "enter": "⏎",
    "escape": "esc",
    "tab": "⇥",
    "space": "␣",
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
    **NAMES,
}
_PLAIN = frozenset({"enter", "tab", "space", "left", "right", "up", "down"})
"""Keys whose signs are not in every font."""

_MODIFIERS = {"ctrl": "^", "shift": "⇧", "alt": "alt+"}


@dataclass(frozen=True, slots=True)
class Command:
    """Something a person can do in a place.

    Attributes:
        id: fixed name, by which settings give it another key ("conversation.park").
        key: Textual's names of the keys, comma separated; "" for the palette alone.
        action: the Textual action.
        title: message id: what it does, in the palette and in help.
        short: message id: one or two words for the footer; "" keeps it out of there.
        above: keys that work before the widget with focus sees them: a text keeps its own otherwise.
    """

    id: str
    key: str
    action: str
    title: str
    short: str = ""
    above: str = ""

    @property
    def keys(self) -> str:
        """All its keys, comma separated, the ones that always work first."""
        return ",".join(key for key in (self.above, self.key) if key)

    def bindings(self) -> Iterator[Binding]:
        """Yield what Textual needs to know of it."""
        for key, priority in ((self.above, True), (self.key, False)):
            if key:
                yield Binding(key, self.action, self.title, show=False, priority=priority, id=self.id)


def key_sign(key: str, *, plain: bool = False) -> str:
    """Return a key as people write it: "^n", "F1", "⏎".

    Args:
        key: Textual's name of it.
        plain: whether to write it with letters where a sign is not in every font ("enter").
    """
    modifier, plus, base = key.rpartition("+")
    if plus and modifier in _MODIFIERS:
        sign = modifier + plus if plain and modifier == "shift" else _MODIFIERS[modifier]
        return sign + key_sign(base, plain=plain)
    if plain and base in _PLAIN:
        return base
    return _SIGNS.get(base) or (base.upper() if len(base) > 1 and base[0] == "f" else base)
