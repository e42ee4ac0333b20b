"""Who knows of a handover, who says what goes on, and who reads it afterwards (D-M5)."""

from __future__ import annotations

from ijtui.data.wall.fence import HR, Fence, Lookout, of
from ijtui.data.wall.talks import NO_LOGIN

_THREE = "{me} IN ({row}.employee, {row}.leaver, {row}.successor)"
_OF = "EXISTS (SELECT 1 FROM main.handover AS way WHERE way.id = {row}.handover AND %s)"

_LED = "EXISTS (SELECT 1 FROM main.person AS led WHERE led.id = NEW.employee AND led.manager = %s)"
_TALKED = (
    "EXISTS (SELECT 1 FROM main.conversation AS held WHERE held.employee = NEW.employee"
    " AND held.manager = NEW.leaver AND held.state <> 'cancelled')"
)
_BEGINS = (
    f"(NEW.leaver = {{me}} AND ({_LED % '{me}'} OR {_TALKED})"
    f" OR {{me}} IN (NEW.employee, NEW.successor) AND {_LED % 'NEW.successor'} AND {_TALKED}"
    f" OR {HR} AND (NEW.successor <> {{me}} OR {_LED % '{me}'}))"
)
"""`domain.handover.may_begin`, as the database says it."""

_SAME = (
    "(OLD.uid, OLD.employee, OLD.leaver, OLD.author, OLD.bars, OLD.holds, OLD.care)"
    " = (NEW.uid, NEW.employee, NEW.leaver, NEW.author, NEW.bars, NEW.holds, NEW.care)"
)
_WHERE = f"({{me}} = OLD.author AND {_BEGINS} OR OLD.leaver = {{me}})"
_SAYS = (
    "(({row}.party = 'employee' AND way.employee = {me} OR {row}.party = 'manager' AND way.leaver = {me})"
    f" OR {{row}}.party = 'employee' AND way.leaver = {{me}} AND {NO_LOGIN.replace('{who}', 'way.employee')})"
)
_CHOOSES = _OF % f"way.state = 'open' AND {_SAYS}"
_KNOWS = _OF % f"({_SAYS} OR way.state = 'moved')"
_SHOWN = (
    f"iif({_KNOWS}"
    " OR (SELECT count(*) FROM main.handover_choice AS said WHERE said.handover = {row}.handover) = 2,"
    " {row}.matters, '')"
)

FENCES = (
    Fence(
        "handover",
        sees=_THREE,
        add=f"NEW.author = {{me}} AND NEW.state = 'open' AND NOT NEW.bars AND NOT NEW.holds AND {_BEGINS}",
        change=f"OLD.state = 'open' AND NEW.state IN ('open', 'off') AND {_SAME} AND {_WHERE}",
        keys=frozenset({"id", "version"}),
    ),
    Fence(
        "handover_choice",
        sees=_OF % _THREE.replace("{row}", "way"),
        add=f"NEW.author = {{me}} AND {of(_CHOOSES, 'NEW')}",
        change="OLD.handover = NEW.handover AND OLD.party = NEW.party AND NEW.author = {me}"
        f" AND {of(_CHOOSES, 'OLD')}",
        remove=of(_OF % "way.state = 'open' AND {me} IN (way.leaver, way.author)", "OLD"),
        keys=frozenset({"handover", "party"}),
        hidden=(("matters", _SHOWN),),
    ),
    Fence(
        "handed_over",
        sees=_OF % "way.state = 'moved' AND (way.employee = {me} OR way.successor = {me} AND way.holds)",
        keys=frozenset({"handover"}),
    ),
)

LOOKOUTS = (
    Lookout(
        "handing_over",
        "row.id, row.employee, row.leaver, row.successor, row.day, row.state",
        "handover",
        f"({_THREE} OR {HR})",
    ),
)
