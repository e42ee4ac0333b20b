"""What belongs to the file and to those who come in: people, accounts, history and what is signed."""

from __future__ import annotations

from ijtui.data.wall.agreements import ACTION_NUMBER, GOAL_NUMBER
from ijtui.data.wall.fence import EVERYBODY, Fence, Lookout, of
from ijtui.data.wall.talks import NO_LOGIN, OUR_TALK

_PASSED_ON = (
    "(SELECT count(*) FROM main.passed_on AS let JOIN main.conversation AS held ON held.id = let.conversation"
    " JOIN main.person AS head ON head.id = held.manager AND head.manager = {me}"
    " WHERE let.conversation = {row}.conversation AND let.reader = {me}) = 2"
)
"""A row of a conversation whose two have both let the person read what they signed."""

_PLAN = f"({OUR_TALK} OR {_PASSED_ON})"
_OF_PLAN = "EXISTS (SELECT 1 FROM main.signed_plan AS kept WHERE kept.id = {row}.plan AND %s)"
_ABSENT = NO_LOGIN.replace("{who}", "NEW.person")
_ONE_OF_THE_TWO = (
    "EXISTS (SELECT 1 FROM main.signed_plan AS kept JOIN main.conversation AS held"
    " ON held.id = kept.conversation WHERE kept.id = NEW.plan AND {me} IN (held.employee, held.manager)"
    " AND NEW.person IN (held.employee, held.manager))"
)
_NEXT_MANAGER = (
    "EXISTS (SELECT 1 FROM main.conversation AS held JOIN main.person AS head ON head.id = held.manager"
    " WHERE held.id = NEW.conversation AND head.manager = NEW.reader)"
)
_OF_ACTION = ACTION_NUMBER % "CAST(substr({row}.subject, 8) AS INTEGER)"
_OF_GOAL = GOAL_NUMBER % "CAST(substr({row}.subject, 6) AS INTEGER)"
_OF_THING = (
    f"(substr({{row}}.subject, 1, 7) = 'action:' AND {_OF_ACTION}"
    f" OR substr({{row}}.subject, 1, 5) = 'goal:' AND {_OF_GOAL})"
)

_ABOUT_ME = (
    "({row}.subject = 'person:{me}' OR {row}.subject LIKE 'training-budget:{me}:%'"
    " OR {row}.subject LIKE 'advancement:{me}:%' OR {row}.subject LIKE 'extract:{me}:%'"
    " OR {row}.subject LIKE 'training:%' AND EXISTS (SELECT 1"
    " FROM main.training AS asked WHERE asked.person = {me} AND {row}.subject = 'training:' || asked.id)"
    " OR {row}.subject LIKE 'recognition:%' AND EXISTS (SELECT 1 FROM main.recognition AS given"
    " WHERE given.person = {me} AND {row}.subject = 'recognition:' || given.id))"
)

_NOT_KEPT = (
    "(OLD.number, OLD.until) IS (NEW.number, NEW.until)"
    " AND ((OLD.unit, OLD.manager) IS (NEW.unit, NEW.manager) OR NOT EXISTS (SELECT 1 FROM main.post))"
)
"""Nothing of what HR keeps changes: number and last day, and where posts are kept also unit and manager."""

FENCES = (
    Fence(
        "meta",
        sees=EVERYBODY,
        add="(NEW.key IN ('calendar', 'reporter') OR NEW.key = 'figure.floor' AND {hr})",
        change="OLD.key = 'figure.floor' AND NEW.key = OLD.key AND {hr}",
        keys=frozenset({"key"}),
    ),
    Fence(
        "person",
        sees=EVERYBODY,
        add="NEW.login = '' AND ({hr} OR (NEW.manager IS NULL OR NEW.manager = {me})"
        " AND NEW.number = '' AND NEW.until IS NULL)",
        change="OLD.login = NEW.login"
        f" AND (OLD.id = {{me}} AND (OLD.name, OLD.manager) IS (NEW.name, NEW.manager) AND {_NOT_KEPT}"
        f" OR OLD.login = '' AND OLD.manager = {{me}} AND {_NOT_KEPT}"
        " OR {hr} AND (NEW.manager IS NOT {me} OR OLD.manager IS {me}))",
        keys=frozenset({"id", "version"}),
    ),
    Fence("account", sees="{row}.person = {me}", keys=frozenset({"id"})),
    Fence(
        "history",
        sees=f"({{row}}.who = {{me}} OR {OUR_TALK} AND {{row}}.verb NOT IN ('gave', 'withdrew')"
        f" OR {{row}}.conversation IS NULL AND ({_OF_THING} OR {_ABOUT_ME}))",
        add=f"NEW.who = {{me}} AND (NEW.conversation IS NULL OR {of(_PLAN, 'NEW')})",
        keys=frozenset({"id", "hash"}),
    ),
    Fence(
        "presence",
        sees=OUR_TALK,
        add=f"NEW.person = {{me}} AND {of(OUR_TALK, 'NEW')}",
        change=f"(OLD.person = {{me}} AND NEW.person = {{me}} AND {of(OUR_TALK, 'NEW')}"
        f" OR OLD.person = NEW.person AND OLD.conversation = NEW.conversation AND {of(OUR_TALK, 'OLD')})",
        remove=f"(OLD.person = {{me}} OR {of(OUR_TALK, 'OLD')})",
        keys=frozenset({"session", "person", "conversation", "seen"}),
    ),
    Fence(
        "signed_plan",
        sees=_PLAN,
        add=f"NEW.author = {{me}} AND {of(OUR_TALK, 'NEW')}",
        keys=frozenset({"id", "conversation"}),
    ),
    Fence(
        "signature",
        sees=_OF_PLAN % of(_PLAN, "kept"),
        add=f"{_ONE_OF_THE_TWO} AND (NEW.person = {{me}} OR {_ABSENT})",
        keys=frozenset({"id", "plan"}),
    ),
    Fence(
        "passed_on",
        sees=f"({{row}}.reader = {{me}} OR {OUR_TALK})",
        add=f"NEW.person = {{me}} AND {of(OUR_TALK, 'NEW')} AND {_NEXT_MANAGER}",
        change=f"OLD.person = {{me}} AND NEW.person = {{me}} AND {of(OUR_TALK, 'NEW')} AND {_NEXT_MANAGER}",
        remove="OLD.person = {me}",
        keys=frozenset({"conversation", "person"}),
    ),
)

LOOKOUTS = (
    Lookout(
        "stirred",
        "row.id, row.who",
        "history",
        "{row}.who IN (SELECT {me} UNION SELECT employee FROM main.conversation WHERE manager = {me}"
        " UNION SELECT manager FROM main.conversation WHERE employee = {me})",
    ),
)
