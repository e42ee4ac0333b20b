"""What units are to reach, as lines: from the top down, with how many goals serve each (D-G2)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby

from ijtui import dates
from ijtui.domain.cascade import Serving, Step, cascade
from ijtui.domain.milestone import Milestone
from ijtui.domain.unit import Tree
from ijtui.screens.goal_words import MILESTONE_KINDS
from ijtui.widgets.fit import Column
from ijtui.widgets.lines import EMPTY, Line
from ijtui.words import N_, _, ngettext, spoken

COLUMNS = (Column(), Column(19), Column(10), Column(9))
_NONE = N_("Nothing is written down yet.")
_NONE_TO_WRITE = N_("Nothing is written down yet. Press n to write what the unit is to reach.")


def milestone_lines(
    milestones: Sequence[Milestone],
    serving: Mapping[int, Serving],
    tree: Tree,
    today: date,
    *,
    may_write: bool,
) -> list[Line]:
    """Return them under their years and units, each before what serves it.

    Args:
        milestones: the latest year first, and in a year by when they are due.
        serving: how many goals serve each.
        tree: the units, in whose order they come; those of all units are first.
        today: for how a day is written.
        may_write: whether the one who looks may add one.
    """
    places = {"": -1, **{unit.name: place for place, (_depth, unit) in enumerate(tree.walk())}}
    milestones = sorted(
        milestones, key=lambda item: (-item.year, places.get(item.unit, len(places)), item.unit)
    )
    lines: list[Line] = []
    for (year, unit), steps in groupby(_under_their_tops(milestones), key=lambda found: found[0]):
        heading = f"{year} · {unit or _('all units')}"
        lines += [*([EMPTY] if lines else []), Line((heading,), look="heading")]
        lines += [_line(step, serving.get(step.milestone.id, Serving()), today) for _top, step in steps]
    return lines or [Line((_(_NONE_TO_WRITE if may_write else _NONE),), look="muted")]


def _under_their_tops(milestones: Sequence[Milestone]) -> list[tuple[tuple[int, str], Step]]:
    """Return each with the year and the unit of what it serves in the end."""
    found: list[tuple[tuple[int, str], Step]] = []
    top = (0, "")
    for step in cascade(milestones):
        if not step.depth:
            top = step.milestone.year, step.milestone.unit
        found.append((top, step))
    return found


def _line(step: Step, serving: Serving, today: date) -> Line:
    item = step.milestone
    due = dates.short_or_year(item.due, today, spoken()) if item.due else "–"
    title = f"{'   ' * step.depth}{item.title}"
    beside = (item.unit or _("all units")) if step.depth else _(MILESTONE_KINDS[item.kind])
    return Line((title, beside, due, goals_said(serving.altogether)), f"milestone:{item.id}")


def goals_said(number: int | None) -> str:
    """Return how many goals, in a word or two."""
    if number is None:
        return _("not told")
    return ngettext("one goal", "{number} goals", number) if number else "–"


def told(item: Milestone, serving: Serving, served: Milestone | None) -> str:
    """Return what there is to know of one, on two lines.

    Args:
        item: the one that is marked.
        serving: how many goals serve it.
        served: what it serves, or None.
    """
    whose = item.unit or _("all units")
    parts = [_(MILESTONE_KINDS[item.kind]), whose, str(item.due or item.year)]
    if served is not None:
        parts.append(_("serves: {title}", title=served.title))
    return f"{item.title}\n{' · '.join(parts)}\n{_numbers(serving)}"


def _numbers(serving: Serving) -> str:
    if serving.directly is None or serving.altogether is None:
        return _("How many goals serve it is not told where it would be of too few to stay unnamed.")
    return _(
        "Goals that serve it: {directly} directly, {altogether} with all below it.",
        directly=serving.directly,
        altogether=serving.altogether,
    )
