"""What one can do about somebody's way forward."""

from __future__ import annotations

from ijtui.screens.command import Command
from ijtui.words import N_

COMMANDS = (
    Command("care.approve", "a", "approve", N_("Approve the course"), N_("approve")),
    Command("care.decline", "n", "decline", N_("Decline the course"), N_("decline")),
    Command("care.take", "u", "take", N_("The course has been taken"), N_("taken")),
    Command("care.training", "t", "training", N_("Ask for a course"), N_("course")),
    Command("care.recognition", "r", "recognition", N_("Write down what is given"), N_("give")),
    Command("care.budget", "b", "budget", N_("Set the year's training budget"), N_("budget")),
    Command("care.before", "left", "year(-1)", N_("The year before")),
    Command("care.after", "right", "year(1)", N_("The year after")),
    Command("care.remove", "x", "remove", N_("Take away what is marked"), N_("remove")),
    Command("care.back", "escape,q", "back", N_("Back to where you came from"), N_("back")),
)
"""In the order in which they find room in the row of keys."""
