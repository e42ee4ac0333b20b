"""What one can do while rating."""

from __future__ import annotations

from ijtui.screens.command import Command
from ijtui.words import N_

SUBMIT = Command(
    "ratings.submit", "s", "submit", N_("Submit the ratings; they can't be changed afterwards"), N_("submit")
)
COMPARE = Command("ratings.compare", "c", "compare", N_("Compare the ratings"), N_("compare"))
PAPER = Command(
    "ratings.paper", "f4", "paper", N_("Enter the other's ratings from paper, or go back"), N_("paper")
)
LEVELS = (
    Command("ratings.level_0", "0", "rate(0)", N_("Level 0: none")),
    Command("ratings.level_1", "1", "rate(1)", N_("Level 1: limited")),
    Command("ratings.level_2", "2", "rate(2)", N_("Level 2: basic")),
    Command("ratings.level_3", "3", "rate(3)", N_("Level 3: good")),
    Command("ratings.level_4", "4", "rate(4)", N_("Level 4: very good")),
)

RATING = (
    SUBMIT,
    COMPARE,
    PAPER,
    Command("ratings.next", "enter", "go_on", N_("Go to the next one without a level"), N_("next")),
    Command("ratings.set", "t", "choose_set", N_("Choose another competence set"), N_("set")),
    Command("ratings.clear", "u", "clear", N_("Take the level back"), N_("take back")),
    Command("ratings.back", "escape,q", "back", N_("Back to where you came from"), N_("back")),
    Command("ratings.read", "f3", "read", N_("Read what each level means"), N_("levels")),
    *LEVELS,
    Command("ratings.lower", "left", "step(-1)", N_("One level lower")),
    Command("ratings.higher", "right", "step(1)", N_("One level higher")),
)
"""In the order in which they find room in the row of keys."""
