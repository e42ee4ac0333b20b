"""What is kept how long, which all may know, and what of oneself was removed; no session weeds."""

from __future__ import annotations

from ijtui.data.wall.fence import EVERYBODY, Fence
from ijtui.data.wall.talks import OUR_TALK

FENCES = (
    Fence("keeping", sees=EVERYBODY, keys=frozenset({"id"})),
    Fence("hold", sees=f"({{row}}.person = {{me}} OR {OUR_TALK})", keys=frozenset({"id"})),
    Fence("weeding", sees=EVERYBODY, keys=frozenset({"id"})),
    Fence("weeded", sees="{row}.person = {me}", keys=frozenset({"id"})),
)
