"""The keys that lists and texts have by themselves, for the help."""

from __future__ import annotations

from ijtui.words import N_

IN_LISTS = (
    ("up down", N_("Up and down")),
    ("pageup pagedown", N_("A screenful up and down")),
    ("home end g G", N_("To the first and the last")),
    ("enter", N_("Choose")),
)
"""Pairs of keys, by Textual's names, and message id: what they do in every list."""

IN_TEXT = (
    ("tab shift+tab", N_("To the next field and back; in a template to the next place to fill in")),
    ("ctrl+z ctrl+y", N_("Undo, and do again")),
    ("ctrl+x ctrl+c ctrl+v", N_("Cut, copy, paste")),
    ("ctrl+left ctrl+right", N_("A word back and forward")),
    ("home end", N_("To the start and the end of the line")),
    ("shift+left shift+right", N_("Mark text")),
    ("f6 f7", N_("Mark the line, mark everything")),
    ("ctrl+w ctrl+u ctrl+k", N_("Delete the word before, to the start, to the end of the line")),
)
"""The same for every text."""
