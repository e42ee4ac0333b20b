"""How a goal was worded before: read, and nothing else (D-G1)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ijtui import dates
from ijtui.domain.goal import Goal, GoalKind, Responsible
from ijtui.domain.person import Person
from ijtui.domain.wording import Wording
from ijtui.screens.dialogs.reading import ReadingScreen
from ijtui.screens.saying import GOAL_KINDS, RESPONSIBLE
from ijtui.words import N_, _, spoken

_PARTS = {
    "title": N_("What is to be reached?"),
    "kind": N_("Kind"),
    "measure": N_("We know it when"),
    "achievable": N_("First step"),
    "serves": N_("Goal it serves"),
    "due": N_("By when?"),
    "support": N_("Support and resources"),
    "owner": N_("Who sees to it?"),
    "period": N_("Period"),
}


def wordings_screen(goal: Goal, wordings: Sequence[Wording], people: Mapping[int, Person]) -> ReadingScreen:
    """Return what shows the earlier wordings, the newest first.

    Args:
        goal: as it is now.
        wordings: the earlier ones, the newest first.
        people: by number.
    """
    later = [goal.words(), *(wording.fields for wording in wordings)]
    told = ("\n".join(_told(wording, after, people)) for wording, after in zip(wordings, later, strict=False))
    return ReadingScreen(_("Earlier wordings · {goal}", goal=goal.title), "\n\n".join(told))


def _told(wording: Wording, after: Mapping[str, str], people: Mapping[int, Person]) -> Iterator[str]:
    """Yield when it was changed and by whom, and what stood there until then."""
    author = people.get(wording.author)
    yield _(
        "Until {day} {time}, changed by {name}:",
        day=dates.long(wording.at.date(), spoken()),
        time=dates.clock_time(wording.at),
        name=author.name if author else "–",
    )
    for part, name in _PARTS.items():
        before = wording.fields.get(part, "")
        if before != after.get(part, ""):
            yield f"  {_(name)} {_said(part, before)}"


def _said(part: str, value: str) -> str:
    """Return a part's words as a person says them; a dash where nothing stood."""
    if part == "kind" and value in set(GoalKind):
        return _(GOAL_KINDS[GoalKind(value)])
    if part == "owner" and value in set(Responsible):
        return _(RESPONSIBLE[Responsible(value)])
    return value or "–"
