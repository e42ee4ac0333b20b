"""What may be counted of others: whoever leads them, all managers above, and HR see states without names."""

from __future__ import annotations

from ijtui.data.schema.figure import COUNTED_PLAN, COUNTED_POINT
from ijtui.data.wall.fence import EVERYBODY, HR, LINE, Fence, Lookout

FENCES = (
    Fence(
        "target",
        sees=EVERYBODY,
        add=HR,
        change=HR,
        remove=HR,
        keys=frozenset({"year", "measure"}),
    ),
)

_COUNTED = f"({HR} OR {{row}}.manager IN {LINE})"

LOOKOUTS = (
    Lookout(
        "counted_point",
        "row.unit, row.name, row.manager, row.due, row.binds, row.carried_out, row.late, row.cancelled,"
        " row.cause, row.reported, row.withdrawn, row.changed",
        f"({COUNTED_POINT})",
        _COUNTED,
    ),
    Lookout(
        "counted_plan",
        "row.year, row.unit, row.name, row.manager, row.agreed, row.signed",
        f"({COUNTED_PLAN})",
        _COUNTED,
    ),
)
