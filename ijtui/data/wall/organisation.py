"""What HR keeps for everybody: the units, and who works where; it names people and says nothing of them."""

from __future__ import annotations

from ijtui.data.wall.fence import EVERYBODY, HR, Fence

FENCES = (
    Fence("unit", sees=EVERYBODY, add=HR, change=HR, keys=frozenset({"id", "version"})),
    Fence("post", sees=EVERYBODY, add=HR, change=HR, keys=frozenset({"id"})),
)
