"""Who is in a round is known to everybody, as who works where; how far each has come is not."""

from __future__ import annotations

from ijtui.data.schema.round import STANDING
from ijtui.data.wall.fence import EVERYBODY, HR, Fence, Lookout, of

FENCES = (
    Fence(
        "round",
        sees=EVERYBODY,
        add=f"{HR} AND NEW.author = {{me}}",
        change=f"{HR} AND OLD.author = NEW.author",
        keys=frozenset({"id", "version"}),
    ),
    Fence("round_unit", sees=EVERYBODY, add=HR, change=HR, remove=HR, keys=frozenset({"round", "unit"})),
    Fence("round_member", sees=EVERYBODY, add=HR, change=HR, remove=HR, keys=frozenset({"round", "person"})),
)

_BY_NAME = "({row}.person = {me} OR {row}.leader = {me})"
_COUNTED = (
    f"({{hr}} OR {_BY_NAME} OR {{row}}.manager = {{me}} OR EXISTS (SELECT 1 FROM main.person AS head"
    " WHERE head.id = {row}.manager AND head.manager = {me}))"
)

LOOKOUTS = (
    Lookout(
        "standing",
        f"row.round, iif({of(_BY_NAME, 'row')}, row.person, NULL) AS person,"
        f" iif({of(_BY_NAME, 'row')}, row.leader, NULL) AS leader, row.manager, row.unit, row.stage",
        f"({STANDING})",
        _COUNTED,
    ),
)
"""The person, and whoever leads them, see of whom it is; the next manager and HR that there is somebody."""
