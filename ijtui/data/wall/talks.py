"""Whose a conversation is, and what is prepared, written and ticked in it (D-P2)."""

from __future__ import annotations

from ijtui.data.wall.fence import Fence, Lookout, of
from ijtui.data.wall.succession import closed, taken_over


def _takes_part(talk: str) -> str:
    """Return whether somebody is the employee, or the manager who has not handed the employee over since."""
    left = closed(f"{talk}.employee", f"coalesce({talk}.began, {talk}.starts)")
    return f"({{me}} = {talk}.employee OR {{me}} = {talk}.manager AND NOT {left})"


TALK = (
    f"SELECT 1 FROM main.conversation AS talk WHERE talk.id = {{row}}.conversation AND {_takes_part('talk')}"
)
OUR_TALK = f"EXISTS ({TALK})"
"""A row of a conversation that the person takes part in."""

_MY_SIDE = "iif(talk.employee = {me}, 'employee', 'manager')"
_THE_OTHER = "iif(talk.employee = {me}, talk.manager, talk.employee)"

MINE = f"EXISTS ({TALK} AND {{row}}.party = {_MY_SIDE})"
"""A row of the person's own side of the table."""

FOR_THE_OTHER = (
    f"EXISTS ({TALK} AND {{row}}.party <> {_MY_SIDE} AND NOT EXISTS"
    f" (SELECT 1 FROM main.person AS absent WHERE absent.id = {_THE_OTHER} AND absent.login <> ''))"
)
"""A row of the other's side, who has no login and takes part on paper."""

NO_LOGIN = "EXISTS (SELECT 1 FROM main.person AS absent WHERE absent.id = {who} AND absent.login = '')"

_OPENED = (
    "EXISTS (SELECT 1 FROM main.opened AS told"
    " WHERE told.conversation = {row}.conversation AND told.party = {row}.party)"
)
_TEXT = (
    f"EXISTS ({TALK} AND ({{row}}.kind = 'shared' OR {{row}}.party = {_MY_SIDE}"
    f" OR {{row}}.kind = 'preparation' AND ({{row}}.on_paper OR {_OPENED})))"
)
_WRITES = (
    f"({{row}}.kind = 'shared' AND {{row}}.party = '' AND NOT {{row}}.on_paper AND {OUR_TALK}"
    f" OR {{row}}.kind <> 'shared' AND NOT {{row}}.on_paper AND {MINE}"
    f" OR {{row}}.kind = 'preparation' AND {{row}}.on_paper AND NOT {_OPENED} AND {FOR_THE_OTHER})"
)
_WROTE = (
    f"({{row}}.kind = 'shared' AND {OUR_TALK} OR {MINE}"
    f" OR {{row}}.kind = 'preparation' AND {{row}}.on_paper AND {FOR_THE_OTHER})"
)
_SAME_TEXT = (
    "(OLD.conversation, OLD.question, OLD.kind, OLD.party)"
    " = (NEW.conversation, NEW.question, NEW.kind, NEW.party)"
)
_OF_TEXT = "EXISTS (SELECT 1 FROM main.text AS said WHERE said.id = {row}.text AND %s)"
_ITS_PAST = _OF_TEXT % (
    f"({of(_TEXT, 'said')} AND ({of(MINE, 'said')} OR said.kind = 'shared' OR {{row}}.author = {{me}}))"
)
_ITS_NEXT = _OF_TEXT % of(_WROTE, "said")

BOOKED = (
    "({me} = NEW.employee OR {me} = NEW.manager AND EXISTS (SELECT 1 FROM main.person AS led"
    " WHERE led.id = NEW.employee AND (led.manager = {me} OR led.manager IS NULL AND led.login = '')))"
)
"""`domain.access.may_book`, as the database says it."""

_AUTHOR = "NEW.author = {me}"

FENCES = (
    Fence(
        "conversation",
        sees=_takes_part("{row}"),
        add=BOOKED,
        change=f"{_takes_part('OLD')} AND (OLD.employee, OLD.manager) = (NEW.employee, NEW.manager)",
        keys=frozenset({"id", "version"}),
    ),
    Fence(
        "progress",
        sees=OUR_TALK,
        add=f"{of(OUR_TALK, 'NEW')} AND {_AUTHOR}",
        change=f"{of(OUR_TALK, 'OLD')} AND {of(OUR_TALK, 'NEW')} AND {_AUTHOR}",
        keys=frozenset({"conversation", "question"}),
    ),
    Fence(
        "used",
        sees=OUR_TALK,
        add=of(OUR_TALK, "NEW"),
        change=f"{of(OUR_TALK, 'OLD')} AND {of(OUR_TALK, 'NEW')}",
        keys=frozenset({"conversation", "station", "seconds"}),
    ),
    Fence(
        "checked",
        sees=OUR_TALK,
        add=of(OUR_TALK, "NEW"),
        remove=of(OUR_TALK, "OLD"),
        keys=frozenset({"conversation", "task"}),
    ),
    Fence("opened", sees=OUR_TALK, add=of(MINE, "NEW"), keys=frozenset({"conversation", "party"})),
    Fence(
        "text",
        sees=_TEXT,
        add=f"{of(_WRITES, 'NEW')} AND {_AUTHOR}",
        change=f"{_SAME_TEXT} AND {of(_WROTE, 'OLD')} AND {of(_WRITES, 'NEW')} AND {_AUTHOR}",
        keys=frozenset({"id", "version", "conversation", "question", "kind", "party"}),
    ),
    Fence(
        "revision",
        sees=_ITS_PAST,
        add=of(_ITS_NEXT, "NEW"),
        change=f"OLD.text = NEW.text AND OLD.author = NEW.author AND {_AUTHOR} AND {of(_ITS_NEXT, 'OLD')}",
        keys=frozenset({"id", "text"}),
        with_rowid=True,
    ),
    Fence(
        "material",
        sees=OUR_TALK,
        add=of(OUR_TALK, "NEW"),
        change=of(OUR_TALK, "OLD"),
        keys=frozenset({"conversation", "kept"}),
    ),
    Fence(
        "draft",
        sees="{row}.person = {me}",
        add="NEW.person = {me}",
        change="{me} = OLD.person AND {me} = NEW.person",
        remove="OLD.person = {me}",
        keys=frozenset({"person", "form"}),
    ),
)

_IN_LINE = (
    "({row}.employee = {me} OR {row}.manager = {me}"
    " OR EXISTS (SELECT 1 FROM main.person AS led WHERE led.id = {row}.employee AND led.manager = {me})"
    " OR EXISTS (SELECT 1 FROM main.conversation AS held WHERE held.employee = {row}.employee"
    " AND held.manager = {me} AND held.state <> 'cancelled')"
    f" OR {taken_over('{row}.employee')})"
)
"""A conversation of the person's own, or of somebody whose agreements they may have taken over (D-M5)."""

LOOKOUTS = (
    Lookout(
        "turns",
        "row.id, row.employee, row.kind, row.manager, row.starts, row.began, row.state",
        "conversation",
        _IN_LINE,
    ),
    Lookout(
        "prepared",
        "row.conversation, row.question, row.party, row.on_paper,"
        " trim(row.body, char(9, 10, 32, 160)) = '' AS blank",
        "text",
        f"{{row}}.kind = 'preparation' AND {OUR_TALK}",
    ),
)
