"""What HR keeps for everybody: the units, and who works where; it names people and says nothing of them."""

from __future__ import annotations

from ijtui.data.wall.fence import EVERYBODY, HR, Fence

_NOT_UNDER_ME = (
    "(NEW.manager IS NOT {me} OR EXISTS"
    " (SELECT 1 FROM main.person AS led WHERE led.id = NEW.person AND led.manager = {me}))"
)
"""HR makes nobody else the one whom they lead: whoever leads somebody sees more."""

FENCES = (
    Fence("unit", sees=EVERYBODY, add=HR, change=HR, remove=HR, keys=frozenset({"id", "version"})),
    Fence(
        "post",
        sees=EVERYBODY,
        add=f"{HR} AND {_NOT_UNDER_ME}",
        change=f"{HR} AND OLD.person = NEW.person"
        f" AND ({_NOT_UNDER_ME} OR OLD.manager IS {{me}} AND NOT NEW.planned)",
        remove=HR,
        keys=frozenset({"id"}),
    ),
)
