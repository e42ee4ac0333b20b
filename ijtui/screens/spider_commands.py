"""What one can do while comparing."""

from __future__ import annotations

from ijtui.screens.command import Command
from ijtui.screens.station_commands import SHOW
from ijtui.words import N_

AGREED = (
    Command("spider.level_0", "0", "agree(0)", N_("You agree on level 0: none")),
    Command("spider.level_1", "1", "agree(1)", N_("You agree on level 1: limited")),
    Command("spider.level_2", "2", "agree(2)", N_("You agree on level 2: basic")),
    Command("spider.level_3", "3", "agree(3)", N_("You agree on level 3: good")),
    Command("spider.level_4", "4", "agree(4)", N_("You agree on level 4: very good")),
)
RATE = Command("spider.rate", "r", "rate", N_("Go on rating"), N_("rate"))

COMPARING = (
    Command("spider.goal", "m", "goal", N_("Make a goal of the gap, or open the one there is"), N_("goal")),
    Command(
        "spider.differ", "o", "differ", N_("You see it differently: write down both reasons"), N_("differ")
    ),
    RATE,
    Command("spider.read", "enter", "read", N_("Read what each level means"), N_("levels")),
    Command("spider.chart", "t", "chart", N_("Only the table, or the chart beside it"), N_("table")),
    Command("spider.before", "l", "before", N_("Show last time's levels, or not"), N_("last time")),
    Command("spider.back_step", "u", "take_back", N_("Take back what you came to"), N_("take back")),
    Command("spider.back", "escape,q", "back", N_("Back to where you came from"), N_("back")),
    SHOW,
    *AGREED,
)
"""In the order in which they find room in the row of keys."""
