"""What whoever keeps posts can do with somebody's, and where it leads."""

from __future__ import annotations

from ijtui.screens.command import Command
from ijtui.words import N_

MOVE = Command("post.move", "m", "move", N_("Let this person work elsewhere from a day on"), N_("transfer"))
END = Command("post.end", "d", "end", N_("Write down this person's last day"), N_("last day"))
