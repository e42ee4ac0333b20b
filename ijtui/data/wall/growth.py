"""Whose ratings, journal, thanks, courses and next steps are (D-K, D-J4, D-G7, D-G9, D-G10)."""

from __future__ import annotations

from ijtui.data.wall.fence import Fence, of
from ijtui.data.wall.succession import closed, kept_back
from ijtui.data.wall.talks import FOR_THE_OTHER, MINE, NO_LOGIN, OUR_TALK

_ASSESSED = "EXISTS (SELECT 1 FROM main.assessment AS seen WHERE seen.id = {row}.assessment AND %s)"
_OURS = _ASSESSED % of(OUR_TALK, "seen")
_SIDE = _ASSESSED % of(MINE, "seen").replace("seen.party", "{row}.party")
_ABSENT = _ASSESSED % of(FOR_THE_OTHER, "seen").replace("seen.party", "{row}.party")

_IS_DONE = (
    "EXISTS (SELECT 1 FROM main.submitted AS done"
    " WHERE done.assessment = {row}.assessment AND done.party = {row}.party)"
)
_BOTH_ARE_DONE = "(SELECT count(*) FROM main.submitted AS done WHERE done.assessment = {row}.assessment) = 2"
_FROM_PAPER = (
    "EXISTS (SELECT 1 FROM main.rating AS told WHERE told.assessment = {row}.assessment"
    " AND told.party = {row}.party AND told.on_paper)"
)
_READS_LEVEL = f"({_SIDE} OR {_OURS} AND ({_BOTH_ARE_DONE} OR {_FROM_PAPER}))"
"""`domain.access.readable_ratings`, as the database says it."""

_RATES = f"({_SIDE} AND NOT {{row}}.on_paper OR {{row}}.on_paper AND {_ABSENT}) AND NOT {_IS_DONE}"
_RATED = f"({_SIDE} OR {{row}}.on_paper AND {_ABSENT}) AND NOT {_IS_DONE}"

CARE = (
    "({row}.person = {me} OR EXISTS (SELECT 1 FROM main.person AS led WHERE led.id = {row}.person"
    " AND (led.manager = {me} OR led.manager IS NULL AND EXISTS (SELECT 1 FROM main.conversation AS held"
    " WHERE held.employee = led.id AND held.manager = {me} AND held.state <> 'cancelled'))))"
)
"""`domain.access.may_see_care`, as the database says it."""

_AUTHOR = "NEW.author = {me}"


def _reads(by: str, moment: str) -> str:
    """Return whether the person reads what a manager gave or decided.

    Args:
        by: the column that says which manager.
        moment: the column that says when.
    """
    left = closed("{row}.person", f"{{row}}.{moment}")
    return f"({{row}}.person = {{me}} OR ({{row}}.{by} = {{me}} OR {CARE}) AND NOT {left})"


def _decides(row: str, column: str) -> str:
    """Return whether a manager says it: the person, or one without a login beside the employee."""
    absent = NO_LOGIN.replace("{who}", f"{row}.{column}")
    return f"({row}.person <> {{me}} AND {row}.{column} = {{me}} OR {row}.person = {{me}} AND {absent})"


_GOES_ON = (
    "({{row}}.person = {{me}} OR NOT "
    + kept_back("{{row}}.person", "{{row}}.{by}").replace("{me}", "{{me}}")
    + ")"
)
"""What an earlier manager gave is read by those after them only where the two chose so."""

_ANOTHERS_OR_BESIDE = f"(OLD.person <> {{me}} OR {_decides('OLD', 'giver')})"
_DECIDED = f"(NEW.decided_by IS NULL OR NEW.decided_by IS OLD.decided_by OR {_decides('NEW', 'decided_by')})"

_ENTRY = (
    "({row}.writer = {me} OR {row}.shared AND {row}.person = {me}"
    f" AND NOT {closed('{row}.writer', '{row}.day')})"
)
_OF_ENTRY = "EXISTS (SELECT 1 FROM main.entry AS page WHERE page.id = {row}.entry AND %s)"
_READS_ENTRY = _OF_ENTRY % of(_ENTRY, "page")
_OWN_ENTRY = _OF_ENTRY % "page.writer = {me}"
_IS_GONE = "NOT EXISTS (SELECT 1 FROM main.entry AS page WHERE page.id = OLD.entry)"

_ASSESSMENTS = (
    Fence(
        "assessment",
        sees=OUR_TALK,
        add=of(OUR_TALK, "NEW"),
        change=f"OLD.conversation = NEW.conversation AND {of(OUR_TALK, 'OLD')}",
        keys=frozenset({"id", "version"}),
    ),
    Fence(
        "rating",
        sees=_OURS,
        add=f"{of(_RATES, 'NEW')} AND {_AUTHOR}",
        change=f"{of(_RATED, 'OLD')} AND {of(_RATES, 'NEW')} AND {_AUTHOR}",
        remove=of(_RATED, "OLD"),
        keys=frozenset({"assessment", "competence", "party"}),
        hidden=(("level", f"iif({_READS_LEVEL}, {{row}}.level, NULL)"),),
    ),
    Fence(
        "submitted",
        sees=_OURS,
        add=f"({of(_SIDE, 'NEW')} OR {of(_ABSENT, 'NEW')}) AND {_AUTHOR}",
        keys=frozenset({"assessment", "party"}),
    ),
    Fence(
        "agreed",
        sees=_OURS,
        add=f"{of(_OURS, 'NEW')} AND {of(_BOTH_ARE_DONE, 'NEW')} AND {_AUTHOR}",
        change=f"{of(_OURS, 'OLD')} AND {of(_OURS, 'NEW')} AND {_AUTHOR}",
        remove=of(_OURS, "OLD"),
        keys=frozenset({"assessment", "competence"}),
    ),
)

_JOURNAL = (
    Fence(
        "entry",
        sees=_ENTRY,
        add=f"NEW.writer = {{me}} AND {_AUTHOR}",
        change="OLD.writer = {me} AND NEW.writer = {me}",
        remove="OLD.writer = {me}",
        keys=frozenset({"id", "version", "uid", "goal", "filed"}),
    ),
    Fence(
        "entry_tag",
        sees=_READS_ENTRY,
        add=of(_OWN_ENTRY, "NEW"),
        remove=f"({_IS_GONE} OR {of(_OWN_ENTRY, 'OLD')})",
        keys=frozenset({"tag", "entry"}),
    ),
    Fence(
        "entry_revision",
        sees=_OWN_ENTRY,
        add=of(_OWN_ENTRY, "NEW"),
        change=f"OLD.entry = NEW.entry AND {of(_OWN_ENTRY, 'OLD')}",
        remove=f"({_IS_GONE} OR {of(_OWN_ENTRY, 'OLD')})",
        keys=frozenset({"id", "entry"}),
        with_rowid=True,
    ),
)

_CARE = (
    Fence(
        "recognition",
        sees=f"({_reads('giver', 'day')} AND {_GOES_ON.format(by='giver')})",
        add=f"{of(CARE, 'NEW')} AND {_decides('NEW', 'giver')}",
        change="(OLD.person, OLD.giver) = (NEW.person, NEW.giver)"
        f" AND {of(CARE, 'OLD')} AND {_ANOTHERS_OR_BESIDE}",
        remove=f"{of(CARE, 'OLD')} AND {_ANOTHERS_OR_BESIDE}",
        keys=frozenset({"id", "version", "goal"}),
    ),
    Fence(
        "training",
        sees=_reads("decided_by", "day"),
        add=f"{of(CARE, 'NEW')} AND NEW.decided_by IS NULL",
        change=f"OLD.person = NEW.person AND {of(CARE, 'OLD')} AND {_DECIDED}",
        remove=of(CARE, "OLD"),
        keys=frozenset({"id", "version", "goal"}),
    ),
    Fence(
        "training_budget",
        sees=_reads("decided_by", "at"),
        add=f"{of(CARE, 'NEW')} AND {_decides('NEW', 'decided_by')}",
        change=f"{of(CARE, 'OLD')} AND OLD.person = NEW.person AND {_decides('NEW', 'decided_by')}",
        keys=frozenset({"person", "year"}),
    ),
    Fence(
        "advancement",
        sees=f"({_reads('author', 'changed')} AND {_GOES_ON.format(by='author')})",
        add=f"{of(CARE, 'NEW')} AND {_AUTHOR}",
        change=f"{of(CARE, 'OLD')} AND OLD.person = NEW.person AND {_AUTHOR}",
        keys=frozenset({"person", "step", "criterion"}),
    ),
)

FENCES = (*_ASSESSMENTS, *_JOURNAL, *_CARE)
