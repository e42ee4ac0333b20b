"""How a handover stands, in words."""

from __future__ import annotations

from ijtui.domain.handover import Standing
from ijtui.words import N_

STANDINGS = {
    Standing.NOT_BEGUN: N_("not begun"),
    Standing.BEGUN: N_("nobody has chosen yet"),
    Standing.YOURS: N_("you have chosen"),
    Standing.THEIRS: N_("the other has chosen"),
    Standing.BOTH: N_("both have chosen"),
    Standing.MOVED: N_("handed over"),
    Standing.OFF: N_("called off"),
}
"""As the one who looks sees it."""
