"""Whose goals, agreements and feedback are: those of the two, and of every manager after them (D-M5)."""

from __future__ import annotations

from ijtui.data.wall.fence import EVERYBODY, Fence, Lookout, of
from ijtui.data.wall.succession import closed, taken_over

_LEADS = "EXISTS (SELECT 1 FROM main.person AS led WHERE led.id = %s AND led.manager = {me})"
_HOLDS = (
    "EXISTS (SELECT 1 FROM main.conversation AS held"
    " WHERE held.employee = %s AND held.manager = {me} AND held.state <> 'cancelled')"
)


def _later(employee: str, moment: str) -> str:
    """Return whether the person holds a conversation after the one a row is from; see `domain.order.Turn`.

    Args:
        employee: whose conversations.
        moment: when it was agreed, where that was between two.
    """
    at = f"iif(here.id IS NULL, {moment}, NULL)"
    return f"""EXISTS (
        SELECT 1 FROM main.conversation AS later
        LEFT JOIN main.conversation AS here ON here.id = {{row}}.conversation
        WHERE later.employee = {employee} AND later.manager = {{me}} AND later.state <> 'cancelled' AND (
            later.began IS NULL, coalesce(later.began, later.starts, '9999'),
            coalesce(later.starts, '9999'), later.id
        ) > (
            here.id IS NOT NULL AND here.began IS NULL, coalesce(here.began, here.starts, {at}, '9999'),
            coalesce(here.starts, {at}, '9999'), coalesce(here.id, 0)
        )
    )"""


_HELD_IT = (
    "EXISTS (SELECT 1 FROM main.conversation AS there"
    " WHERE there.id = {row}.conversation AND there.manager = {me})"
)
_THERE = (
    "coalesce((SELECT coalesce(there.began, there.starts, '') FROM main.conversation AS there"
    " WHERE there.id = {row}.conversation), {row}.%s)"
)
"""When something was agreed."""

_GOAL = (
    f"({{row}}.person = {{me}} OR ({_LEADS % '{row}.person'} OR {_HELD_IT}"
    f" OR {{row}}.author = {{me}} OR {taken_over('{row}.person')}"
    f" OR {_later('{row}.person', '{row}.made')}) AND NOT {closed('{row}.person', _THERE % 'made')})"
)
"""`domain.access.may_touch_goal`, as the database says it."""

_ACTION = (
    f"({{row}}.employee = {{me}} OR ({_HELD_IT} OR {{row}}.manager = {{me}} OR {taken_over('{row}.employee')}"
    f" OR {_later('{row}.employee', 'coalesce({row}.agreed_at, {row}.agreed)')})"
    f" AND NOT {closed('{row}.employee', _THERE % 'agreed')})"
)
"""`domain.access.may_touch_action`, as the database says it."""

GOAL_NUMBER = f"EXISTS (SELECT 1 FROM main.goal AS aim WHERE aim.id = %s AND {of(_GOAL, 'aim')})"
ACTION_NUMBER = f"EXISTS (SELECT 1 FROM main.action AS deed WHERE deed.id = %s AND {of(_ACTION, 'deed')})"
_ITS_GOAL = GOAL_NUMBER % "{row}.goal"

_MAY_SET = f"(NEW.person = {{me}} OR {_LEADS % 'NEW.person'} OR {_HOLDS % 'NEW.person'})"
_IN_OUR_TALK = (
    "(NEW.conversation IS NULL OR EXISTS (SELECT 1 FROM main.conversation AS ours WHERE ours.id"
    " = NEW.conversation AND ours.employee = %s AND {me} IN (ours.employee, ours.manager)))"
)
_TWO_WHO_TALK = (
    "EXISTS (SELECT 1 FROM main.person AS one WHERE one.id = NEW.employee AND (one.manager = NEW.manager"
    " OR EXISTS (SELECT 1 FROM main.conversation AS shared WHERE shared.employee = one.id"
    " AND shared.manager = NEW.manager)))"
)

_BETWEEN = closed("iif({row}.giver = {me}, {row}.other, {row}.giver)", "{row}.given")
_FEEDBACK = f"(({{row}}.giver = {{me}} OR {{row}}.other = {{me}} AND {{row}}.opened) AND NOT {_BETWEEN})"
_ONLY_WHERE = (
    "({me} IN (OLD.giver, OLD.other) AND (OLD.giver, OLD.other, OLD.opened, OLD.positive, OLD.improve,"
    " OLD.support, OLD.given, OLD.version) = (NEW.giver, NEW.other, NEW.opened, NEW.positive, NEW.improve,"
    " NEW.support, NEW.given, NEW.version))"
)
"""A conversation takes up what waits between the two, or lets it wait again, whoever wrote it."""

_WORDED = (
    f"({{row}}.thing = 'goal' AND {GOAL_NUMBER % '{row}.number'}"
    f" OR {{row}}.thing = 'action' AND {ACTION_NUMBER % '{row}.number'})"
)
_WHOSE = (
    "iif({row}.thing = 'goal', (SELECT aim.person FROM main.goal AS aim WHERE aim.id = {row}.number),"
    " (SELECT deed.employee FROM main.action AS deed WHERE deed.id = {row}.number))"
)
_IS_GONE = (
    "(OLD.thing = 'goal' AND NOT EXISTS (SELECT 1 FROM main.goal AS aim WHERE aim.id = OLD.number)"
    " OR OLD.thing = 'action' AND NOT EXISTS (SELECT 1 FROM main.action AS deed WHERE deed.id = OLD.number))"
)
_AUTHOR = "NEW.author = {me}"


def _of_goal(table: str, keys: frozenset[str]) -> Fence:
    """Return the fence of what is said about goals: by whoever may touch the goal, in their own name."""
    left = closed("(SELECT aim.person FROM main.goal AS aim WHERE aim.id = {row}.goal)", "{row}.day")
    return Fence(
        table,
        sees=f"({{row}}.author = {{me}} AND NOT {left} OR {_ITS_GOAL})",
        add=f"{of(_ITS_GOAL, 'NEW')} AND {_AUTHOR}",
        change=f"OLD.goal = NEW.goal AND OLD.author = NEW.author AND {of(_ITS_GOAL, 'OLD')}",
        remove=of(_ITS_GOAL, "OLD"),
        keys=keys,
    )


_SETS = (
    "({hr} OR {row}.unit <> '' AND EXISTS (SELECT 1 FROM main.person AS led JOIN main.person AS head"
    " ON head.id = led.manager WHERE led.manager = {me} AND {row}.unit IN (led.unit, head.unit)"
    " AND (EXISTS (SELECT 1 FROM main.post WHERE post.person = led.id)"
    " OR NOT EXISTS (SELECT 1 FROM main.post))))"
)
"""`domain.access.may_set_milestone`, as the database says it; where posts are kept, people have one."""

FENCES = (
    Fence(
        "goal",
        sees=_GOAL,
        add=f"{_AUTHOR} AND {_MAY_SET} AND {_IN_OUR_TALK % 'NEW.person'}",
        change=f"OLD.person = NEW.person AND OLD.author IS NEW.author AND {of(_GOAL, 'OLD')}",
        remove=of(_GOAL, "OLD"),
        keys=frozenset({"id", "version", "milestone", "assessment"}),
    ),
    _of_goal("check_in", frozenset({"id", "version", "goal"})),
    _of_goal("shortfall", frozenset({"id", "version", "goal"})),
    Fence(
        "action",
        sees=_ACTION,
        add=f"{{me}} IN (NEW.employee, NEW.manager) AND {_TWO_WHO_TALK} AND {_IN_OUR_TALK % 'NEW.employee'}",
        change=f"OLD.employee = NEW.employee AND OLD.manager = NEW.manager AND {of(_ACTION, 'OLD')}",
        remove=of(_ACTION, "OLD"),
        keys=frozenset({"id", "version", "goal"}),
    ),
    Fence(
        "wording",
        sees=f"({{row}}.author = {{me}} AND NOT {closed(_WHOSE, '{row}.at')} OR {_WORDED})",
        add=f"{of(_WORDED, 'NEW')} AND {_AUTHOR}",
        change=f"{of(_WORDED, 'OLD')} AND {of(_WORDED, 'NEW')} AND {_AUTHOR}",
        remove=f"({_IS_GONE} OR {of(_WORDED, 'OLD')})",
        keys=frozenset({"thing", "number", "version"}),
    ),
    Fence(
        "feedback",
        sees=_FEEDBACK,
        add="NEW.giver = {me}",
        change=f"(OLD.giver = {{me}} AND NEW.giver = {{me}} AND OLD.other = NEW.other OR {_ONLY_WHERE})",
        remove="OLD.giver = {me} AND NOT OLD.opened",
        keys=frozenset({"id", "version"}),
    ),
    Fence(
        "milestone",
        sees=EVERYBODY,
        add=of(_SETS, "NEW"),
        change=f"{of(_SETS, 'OLD')} AND {of(_SETS, 'NEW')}",
        remove=of(_SETS, "OLD"),
        keys=frozenset({"id", "version"}),
    ),
)

LOOKOUTS = (
    Lookout(
        "exchanged",
        "row.id, row.conversation, row.giver, row.other, row.opened",
        "feedback",
        f"({{row}}.giver = {{me}} OR {{row}}.other = {{me}}) AND NOT {_BETWEEN}",
    ),
)
