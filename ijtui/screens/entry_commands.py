"""What one can do with an entry of the journal while one writes it."""

from __future__ import annotations

from ijtui.screens.command import Command
from ijtui.screens.writing import VERSIONS
from ijtui.words import N_

SEEN = Command("entry.seen", "f4", "seen", N_("Let another see this entry, or no longer"), N_("who sees"))
PREVIEW = Command("entry.preview", "f2", "preview", N_("See the entry as it reads"), N_("preview"))
TICK = Command("entry.tick", "f8", "tick", N_("Tick the box on this line, or make one"), N_("box"))
GOAL = Command("entry.goal", "ctrl+g", "goal", N_("Point at a goal"), N_("goal"))
FIND = Command("entry.find", "ctrl+f", "find", N_("Find in this text"), N_("find"))
FILE = Command("entry.file", "", "file", N_("Change the day, and whom it is about"))
OUTSIDE = Command("entry.outside", "ctrl+o", "outside", N_("Go on in your own editor"))

IN_AN_ENTRY = (SEEN, PREVIEW, TICK, GOAL, FIND, VERSIONS, OUTSIDE)
"""The most wanted first."""
