"""The table beside the spider: a competence a line, with both ratings, the requirement, the agreed level."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from rich.cells import cell_len

from ijtui.domain.assessment import Assessment, Row, Series
from ijtui.domain.conversation import Conversation, Party
from ijtui.domain.person import Person
from ijtui.screens.assessing import Assessing
from ijtui.screens.competence_words import in_words, level_name, of_one, progress
from ijtui.screens.saying import name_of
from ijtui.widgets.fit import Column, shortened
from ijtui.widgets.lines import Line
from ijtui.widgets.scale import Step
from ijtui.words import _

_WIDEST = 7
"""Cells that the name of a column may take."""

GOAL = "*"
"""Marks a competence for which there is a goal."""


def table(rows: Sequence[Row], names: Mapping[Series, str], goals: Collection[str]) -> list[Line]:
    """Return a heading and a line a competence.

    Args:
        rows: in their order.
        names: of the columns.
        goals: ids of the competences for which there is a goal.
    """
    heads = [shortened(_short(series, name), _WIDEST) for series, name in names.items()]
    columns = (Column(), *(Column(max(2, cell_len(head)), right=True) for head in heads))
    first = (Column(columns[0].width), *columns[1:])
    heading = Line((f"   {_('Competence')}", *heads), look="heading", columns=first)
    return [heading, *(_line(row, names, columns, goals) for row in rows)]


def _short(series: Series, name: str) -> str:
    """Return a column's name: what the legend writes out may be shortened there."""
    return _("req") if series is Series.REQUIRED else name


def _line(row: Row, names: Mapping[Series, str], columns: Sequence[Column], goals: Collection[str]) -> Line:
    mark = GOAL if row.competence.id in goals else ""
    cells = (row.competence.title, *(_cell(row, series) for series in names))
    return Line(cells, row.competence.id, mark=mark, columns=tuple(columns))


def _cell(row: Row, series: Series) -> str:
    if series is Series.AGREED and row.differs:
        return _("differ")
    return of_one(getattr(row, series.value))


def told(rows: Sequence[Row], names: Mapping[Series, str], goals: Collection[str]) -> list[Line]:
    """Return the same in words, for those who have a screen read to them."""
    return [
        Line((in_words(row, names),), row.competence.id, mark=GOAL if row.competence.id in goals else "")
        for row in rows
    ]


def footnotes(rows: Sequence[Row], goals: Collection[str]) -> str:
    """Return what explains the table."""
    gaps = [row.gap for row in rows if row.gap is not None]
    said = (
        _("0–4 gives the level you agree on."),
        _("Furthest below the requirement first.") if any(gap > 0 for gap in gaps) else "",
        _("* there is a goal for it") if goals else "",
    )
    return "\n".join(part for part in said if part)


def waiting(assessing: Assessing) -> list[Line]:
    """Return what is missing before the two can compare, and whose it is; never a level."""
    found, conversation, me = assessing.found, assessing.conversation, assessing.me
    lines = [_whose(found, conversation, party, me) for party in (assessing.mine, assessing.mine.other)]
    return [Line((_("Not to be compared yet"),), look="heading"), *lines]


def _whose(found: Assessment, conversation: Conversation, party: Party, me: Person) -> Line:
    name = name_of(conversation.person(party), me)
    state = _("submitted") if party in found.submitted else _("not submitted yet")
    return Line((f"{progress(found, party, name)} · {state}",), f"ratings:{party}")


def steps_with_names(row: Row, names: Mapping[Series, str]) -> list[Step]:
    """Return what each level of a competence means, and who stands there."""
    return [_step(row, level, names) for level in range(len(row.competence.levels))]


def _step(row: Row, level: int, names: Mapping[Series, str]) -> Step:
    there = [name for series, name in names.items() if getattr(row, series.value) == level]
    title = " · ".join((level_name(level), *there))
    return Step(str(level), title, row.competence.levels[level], here=row.agreed == level)


def levels_text(row: Row, names: Mapping[Series, str], conversation: Conversation) -> str:
    """Return what each level means, who stands there, and why the two see it differently, as one text."""
    steps = (f"{step.label} {step.name}\n{step.text}" for step in steps_with_names(row, names))
    return "\n\n".join([*steps, *reasons(row, conversation)])


def reasons(row: Row, conversation: Conversation) -> Iterator[str]:
    """Yield why each of the two sees it differently, where they do."""
    for party, reason in row.reasons.items():
        yield f"{conversation.person(party).first_name}: {reason}"
