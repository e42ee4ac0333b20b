"""Which keys may be bound: those that every keyboard has and every terminal sends.

Keys are named as Textual names them: `n`, `N`, `slash` or `/`, `f5`, `ctrl+n`, `shift+tab`.
"""

from __future__ import annotations

from ijtui.errors import BadInput
from ijtui.words import N_

NAMED = frozenset(
    {"enter", "escape", "tab", "space", "backspace", "delete", "insert"}
    | {"up", "down", "left", "right", "home", "end", "pageup", "pagedown"}
    | {f"f{number}" for number in range(1, 13)}
)
"""Keys that are called by name and are no sign."""

SIGNS = {
    "/": "slash", "?": "question_mark", ".": "full_stop", ",": "comma", "-": "minus", "+": "plus",
    "<": "less_than_sign", ">": "greater_than_sign", ":": "colon", ";": "semicolon",
    "!": "exclamation_mark", "#": "number_sign", "%": "percent_sign", "&": "ampersand",
    "(": "left_parenthesis", ")": "right_parenthesis", "=": "equals_sign", "*": "asterisk",
    "'": "apostrophe", '"': "quotation_mark", "_": "underscore", "§": "section_sign",
}  # fmt: skip
"""Signs that a Swedish keyboard gives directly or with shift, and their names."""

NAMES = {name: sign for sign, name in SIGNS.items()}
"""The signs by name; Textual itself does not find all of them again."""

HARD = {
    "@": "at", "£": "pound_sign", "$": "dollar_sign", "€": "euro_sign", "{": "left_curly_bracket",
    "[": "left_square_bracket", "]": "right_square_bracket", "}": "right_curly_bracket",
    "\\": "backslash", "|": "vertical_line", "~": "tilde", "´": "acute_accent", "`": "grave_accent",
    "¨": "diaeresis", "^": "circumflex_accent",
}  # fmt: skip
"""Signs that need AltGr or a dead key there, and their names."""

_TWINS = frozenset({"ctrl+h", "ctrl+i", "ctrl+j", "ctrl+m", "ctrl+enter", "shift+enter", "alt+enter"})
_NO_KEY = N_("“{key}” is not the name of a key. Write for example n, f5, ctrl+n or shift+tab.")
_HARD_KEY = N_("“{key}” needs AltGr or a dead key on a Swedish keyboard. Choose another key.")
_NEVER_COMES = N_("“{key}” arrives as another key, or not at all, in many terminals. Choose another key.")
_COPIES = N_("ctrl+c copies, here as elsewhere, and can't be given to anything else.")


def checked(keys: str) -> str:
    """Return the keys, one or several with commas between, as Textual wants them.

    Raises:
        BadInput: one of them is no key, or none to rely on.
    """
    typed = [key.strip() for key in keys.split(",")] if keys.strip() != "," else [","]
    return ",".join(_checked_key(key) for key in typed)


def _checked_key(key: str) -> str:
    *modifiers, base = key.split("+") if len(key) > 1 else [key]
    refusal = _refusal(modifiers, base)
    if refusal:
        raise BadInput(refusal, key=key[:40])
    return "+".join((*modifiers, SIGNS.get(base, base)))


def _refusal(modifiers: list[str], base: str) -> str | None:
    """Return the message id of what is wrong with a key, or None."""
    whole = "+".join((*modifiers, base))
    if base in HARD or base in HARD.values() or {"ctrl", "alt"} <= set(modifiers):
        return _HARD_KEY
    if not _exists(modifiers, base):
        return _NO_KEY
    if whole == "ctrl+c":
        return _COPIES
    plain = base in NAMED or (len(base) == 1 and base.isascii() and base.isalpha())
    return _NEVER_COMES if whole in _TWINS or ("ctrl" in modifiers and not plain) else None


def _exists(modifiers: list[str], base: str) -> bool:
    known = set(modifiers) <= {"ctrl", "alt", "shift"} and len(set(modifiers)) == len(modifiers)
    if len(base) == 1 and base.isalnum():
        return known and (not modifiers or base.islower() or base.isdigit())
    return known and (base in NAMED or base in SIGNS or base in SIGNS.values())
