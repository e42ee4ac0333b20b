"""What conversations and assessments were made from: read by those who take part in one of them."""

from __future__ import annotations

from ijtui.data.wall.fence import EVERYBODY, Fence

_MY_TALKS = (
    "SELECT led.{column} FROM main.conversation AS led WHERE led.manager = {{me}}"
    " UNION ALL SELECT own.{column} FROM main.conversation AS own WHERE own.employee = {{me}}"
)
_KEPT = (
    f"({{row}}.id IN ({_MY_TALKS.format(column='agenda')}) OR {{row}}.id IN (SELECT made.profile"
    f" FROM main.assessment AS made WHERE made.conversation IN ({_MY_TALKS.format(column='id')})))"
)

FENCES = (Fence("template_copy", sees=_KEPT, add=EVERYBODY, keys=frozenset({"id", "hash"})),)
