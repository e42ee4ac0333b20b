"""What one can do before the talk."""

from __future__ import annotations

from ijtui.screens.command import Command
from ijtui.screens.looking import LOOKS
from ijtui.screens.station_commands import BESIDE, NEXT, PREVIOUS
from ijtui.screens.writing import TEMPLATE, VERSIONS
from ijtui.words import N_

TICK = Command(
    "preparation.tick", "space", "tick", N_("Tick what is done, or take the tick away"), N_("tick")
)
OPEN = Command("preparation.open", "o", "open_up", N_("Let the other read your preparation"), N_("open up"))
BEGIN = Command("preparation.begin", "b", "begin", N_("Begin the conversation"), N_("begin"))
FEEDBACK = Command("preparation.feedback", "f", "feedback", N_("Write feedback"), N_("feedback"))
COMPETENCE = Command(
    "preparation.competence",
    "s",
    "competence",
    N_("Rate competences, or compare the ratings"),
    N_("competence"),
)
MATERIAL = Command(
    "preparation.material",
    "ctrl+g",
    "material",
    N_("What was noted since last time, to insert where you write"),
    N_("noted"),
)
INSERT = Command(
    "preparation.insert", "enter", "insert", N_("Insert the marked line where you write"), N_("insert")
)
PAPER = Command(
    "preparation.paper", "f4", "paper", N_("Enter what the other brings on paper, or go back to your own")
)

BEFORE = (
    INSERT,
    TICK,
    NEXT,
    OPEN,
    BEGIN,
    TEMPLATE,
    MATERIAL,
    BESIDE,
    VERSIONS,
    FEEDBACK,
    COMPETENCE,
    PAPER,
    LOOKS,
    Command("preparation.form", "e", "form", N_("Write the questions to a file, to fill in elsewhere")),
    Command("preparation.rebook", "r", "rebook", N_("Change time and place")),
    Command("preparation.cancel", "x", "cancel", N_("Call the conversation off")),
    PREVIOUS,
    Command("preparation.back", "escape", "back", N_("Leave the text, then the preparation")),
)
"""In the order in which they find room in the row of keys."""
