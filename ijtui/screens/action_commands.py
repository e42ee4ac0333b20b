"""What one can do on an agreement's page."""

from __future__ import annotations

from ijtui.screens.command import Command
from ijtui.words import N_

CONFIRM = Command("action.confirm", "c", "confirm", N_("Confirm that it is done"), N_("confirm"))
RETURN = Command("action.return", "n", "send_back", N_("It is not done yet"), N_("not yet"))
AGREE = Command("action.agree", "d", "agree", N_("Agree to drop it"), N_("agree"))
KEEP = Command("action.keep", "b", "keep", N_("Keep it: it is to be done all the same"), N_("keep it"))
REPORT = Command("action.report", "r", "report", N_("Say that it is done; the other confirms"), N_("done"))
OUTCOME = Command("action.outcome", "u", "outcome", N_("Say together what came of it"), N_("outcome"))
CHANGE = Command("action.change", "e", "change", N_("Agree on other words or another day"), N_("change"))
DROP = Command("action.drop", "x", "drop", N_("Drop it, if both agree"), N_("drop"))
REOPEN = Command("action.reopen", "o", "reopen", N_("Take the outcome back"), N_("take back"))
GOAL = Command("action.goal", "m", "goal", N_("Open the goal it serves"))
BACK = Command("action.back", "escape,q", "back", N_("Back to where you came from"), N_("back"))

ALL = (CONFIRM, RETURN, AGREE, KEEP, REPORT, OUTCOME, CHANGE, DROP, REOPEN, GOAL, BACK)
"""What answers the other comes first."""

STEPS = (CONFIRM, RETURN, AGREE, KEEP, REPORT, OUTCOME, CHANGE, DROP, REOPEN)
"""Those that are listed on the page, too."""
