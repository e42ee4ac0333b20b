"""The organisation's templates, which HR writes for all; and what conversations were made from.

A copy is read by those who take part in a conversation that keeps it: somebody's own template may say
something of the one it was written for.
"""

from __future__ import annotations

from ijtui.data.wall.fence import EVERYBODY, HR, Fence

_MY_TALKS = (
    "SELECT led.{column} FROM main.conversation AS led WHERE led.manager = {{me}}"
    " UNION ALL SELECT own.{column} FROM main.conversation AS own WHERE own.employee = {{me}}"
)
_KEPT = (
    f"({{row}}.id IN ({_MY_TALKS.format(column='agenda')}) OR {{row}}.id IN (SELECT made.profile"
    f" FROM main.assessment AS made WHERE made.conversation IN ({_MY_TALKS.format(column='id')})))"
)
_IS_PUBLISHED = "EXISTS (SELECT 1 FROM main.template_version AS told WHERE told.template = {row}.id)"
_OWN_HAND = f"{HR} AND NEW.author = {{me}}"

FENCES = (
    Fence("template_copy", sees=_KEPT, add=EVERYBODY, keys=frozenset({"id", "hash"})),
    Fence(
        "template",
        sees=f"{EVERYBODY} AND ({HR} OR {_IS_PUBLISHED})",
        add=HR,
        change=HR,
        remove=f"{HR} AND NOT {_IS_PUBLISHED.replace('{row}', 'OLD')}",
        keys=frozenset({"id"}),
    ),
    Fence("template_version", sees=EVERYBODY, add=_OWN_HAND, keys=frozenset({"id"})),
    Fence(
        "template_draft",
        sees=HR,
        add=_OWN_HAND,
        change=f"{_OWN_HAND} AND OLD.template = NEW.template",
        remove=HR,
        keys=frozenset({"id", "template", "version"}),
    ),
    Fence(
        "template_revision",
        sees=HR,
        add=HR,
        change=HR,
        remove=HR,
        keys=frozenset({"id", "draft"}),
        with_rowid=True,
    ),
)
