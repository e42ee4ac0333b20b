"""The commands that work wherever one is."""

from __future__ import annotations

from ijtui.screens.command import Command
from ijtui.words import N_

EVERYWHERE = (
    Command("app.palette", "ctrl+p", "app.palette", N_("Find a command"), N_("commands")),
    Command("app.save", "ctrl+s", "app.save", N_("Save now")),
    Command("app.blank", "ctrl+l", "app.blank", N_("Blank the screen")),
    Command("app.settings", "comma", "app.settings", N_("Settings")),
    Command("app.backup", "", "app.backup", N_("Make a backup")),
    Command("app.quit", "ctrl+q", "app.quit", N_("Quit"), priority=True),
    Command("app.help", "f1,question_mark", "app.help", N_("Help for this place"), N_("help")),
)
"""The last of them, help, always fits in the row of keys."""

AREAS = (
    Command("app.today", "1", "app.go('today')", N_("Today")),
    Command("app.conversations", "2", "app.go('conversations')", N_("Conversations")),
    Command("app.people", "3", "app.go('people')", N_("People")),
)
"""The main areas, each with its digit."""
