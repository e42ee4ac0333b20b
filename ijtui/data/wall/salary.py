"""What goes to a salary review: read by the two, seen by the employee alone, and changed by nobody (D-G8)."""

from __future__ import annotations

from ijtui.data.wall.fence import Fence, of
from ijtui.data.wall.growth import CARE
from ijtui.data.wall.succession import closed
from ijtui.data.wall.talks import NO_LOGIN

_TWO = "({row}.person = {me} OR {row}.manager = {me} AND NOT " + closed("{row}.person", "{row}.made") + ")"
"""The employee, and the manager who had it made unless they have handed the employee over since."""

_SAME = ", ".join(
    f"OLD.{column} IS NEW.{column}"
    for column in ("id", "person", "manager", "year", "body", "hash", "author", "made")
).replace(", ", " AND ")
_UNSEEN = (
    "(OLD.seen, OLD.comment, OLD.method, OLD.initials) IS (NEW.seen, NEW.comment, NEW.method, NEW.initials)"
)
_BESIDE = NO_LOGIN.replace("{who}", "OLD.person")

FENCES = (
    Fence(
        "extract",
        sees=_TWO,
        add=f"NEW.author = {{me}} AND {of(_TWO, 'NEW')} AND {of(CARE, 'NEW')}"
        " AND NEW.seen IS NULL AND NEW.taken IS NULL",
        change=f"{of(_TWO, 'OLD')} AND {_SAME} AND ({_UNSEEN} OR OLD.person = {{me}} OR {_BESIDE})",
        keys=frozenset({"id"}),
    ),
)
