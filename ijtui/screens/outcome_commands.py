"""What one can say of an agreement that comes up in a talk, each with one key."""

from __future__ import annotations

from ijtui.screens.command import Command
from ijtui.words import N_

OUTCOMES = (
    Command("outcome.yes", "y", "outcome('yes')", N_("The agreement was carried out"), N_("done")),
    Command(
        "outcome.decide",
        "v",
        "decide",
        N_("Third time: do it, change it or drop it"),
        N_("do, change, drop"),
    ),
    Command("outcome.late", "l", "outcome('late')", N_("It was carried out, but late"), N_("late")),
    Command("outcome.partly", "h", "outcome('partly')", N_("It was carried out in part"), N_("partly")),
    Command("outcome.no", "x", "outcome('no')", N_("It was not carried out"), N_("not done")),
    Command(
        "outcome.more",
        "e",
        "say_more",
        N_("Say what it achieved, and whether the goal was reached"),
        N_("say more"),
    ),
    Command("outcome.drop", "r", "drop", N_("Drop it together: it is no longer needed"), N_("drop")),
    Command("outcome.back", "u", "take_back", N_("Take the outcome back")),
    Command("outcome.page", "", "page", N_("See all about the agreement")),
)
"""In the order in which they find room in the row of keys."""
