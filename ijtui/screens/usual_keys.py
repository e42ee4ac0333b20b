"""The keys that lists and texts have by themselves, for the help."""

from __future__ import annotations

from ijtui.words import N_

IN_LISTS = (
    ("↑ ↓  j k", N_("Up and down")),
    ("PgUp PgDn", N_("A screenful up and down")),
    ("Home End  g G", N_("To the first and the last")),
    ("⏎", N_("Choose")),
)
"""Pairs of keys and message id: what they do in every list."""

IN_TEXT = (
    ("⇥  ⇧⇥", N_("To the next field and back; in a template to the next place to fill in")),
    ("^z  ^y", N_("Undo, and do again")),
    ("^x  ^c  ^v", N_("Cut, copy, paste")),
    ("^← ^→", N_("A word back and forward")),
    ("Home End", N_("To the start and the end of the line")),
    ("⇧ + ↑ ↓ ← →", N_("Mark text")),
    ("F6  F7", N_("Mark the line, mark everything")),
    ("^w  ^u  ^k", N_("Delete the word before, to the start, to the end of the line")),
)
"""The same for every text."""
