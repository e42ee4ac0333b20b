"""The yearly list about the work environment: as Markdown to follow up by, as CSV and as JSON (D-A2)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict

from ijtui import dates
from ijtui.domain.work_environment import Answers, Line, Topic, WorkEnvironment
from ijtui.minutes.csv_form import Cell, as_csv
from ijtui.minutes.escape import guarded, line
from ijtui.minutes.figure_words import OF_MANY, RULES, withheld
from ijtui.words import N_, Words

VERSION = 1

COLUMNS: Mapping[str, str] = {
    "asked": N_("Asked"),
    "watch": N_("Watch"),
    "risk": N_("Risk"),
    "acted": N_("With an agreement"),
    "done": N_("Done"),
    "going_on": N_("Going on"),
    "late": N_("Late"),
    "undone": N_("Not carried out"),
}
"""By count of `Answers`, what stands above it."""

_RULES = (
    N_(
        "Asked: conversations of the year that were held and where the question was talked through, each"
        " counted where the employee worked that day."
    ),
    N_(
        "A risk has an agreement when something was agreed from that question, or when the two decided to"
        " go on with what was. It is late when a last day has passed, goes on while something is open, and is"
        " done when all of it is carried out."
    ),
    OF_MANY[1],
    RULES[-1],
)
_FEW_ASKED = N_("a question put to few")
_NO_UNIT = N_("In no unit")
_EVERYBODY = N_("Everybody")


def rules(words: Words, floor: int) -> list[str]:
    """Return the sentences of how it is counted."""
    return [words(rule, floor=floor) if "{floor}" in rule else words(rule) for rule in _RULES]


def counts(answers: Answers) -> list[int]:
    """Return the numbers in the order of the columns."""
    told = {**asdict(answers), "acted": answers.acted}
    return [told[name] for name in COLUMNS]


def title(topic: Topic, words: Words) -> str:
    """Return what the question is called."""
    return topic.title or words(_FEW_ASKED)


def place(where: Line, found: WorkEnvironment, words: Words) -> str:
    """Return what a part of the organisation is called: a unit, and whose people where that is told."""
    unit = where.unit or words(_NO_UNIT if where.depth or where.manager else _EVERYBODY)
    manager = found.names.get(where.manager, "") if where.manager else ""
    return f"{unit} · {manager}" if manager else unit


def as_markdown(found: WorkEnvironment, words: Words) -> str:
    """Return a page with a table for each unit; it names nobody but the managers whom the asker leads."""
    parts = [
        [f"# {words('Work environment {year}', year=found.year)}"],
        [words("Counted on {day}.", day=dates.long(found.day, words))],
        *(list(_of_place(lines, found, words)) for lines in found.by_place().values()),
    ]
    if not found.topics:
        parts.append([words("Nobody was asked about the work environment in {year}.", year=found.year)])
    parts.append(
        [f"## {words('How it is counted')}", "", *(f"- {rule}" for rule in rules(words, found.floor))]
    )
    return "\n\n".join("\n".join(part) for part in parts)


def _of_place(lines: Sequence[tuple[Topic, Line]], found: WorkEnvironment, words: Words) -> Iterator[str]:
    first = lines[0][1]
    yield f"## {_plain(place(first, found, words))}"
    yield ""
    if all(where.answers is None for _topic, where in lines):
        yield _sentence(withheld(first.why, found.floor, words))
        return
    yield f"| {' | '.join([words('Question'), *(words(heading) for heading in COLUMNS.values())])} |"
    yield f"| --- |{' ---: |' * len(COLUMNS)}"
    for topic, where in lines:
        yield f"| {' | '.join([_plain(title(topic, words)), *_cells(where, found.floor, words)])} |"


def _cells(where: Line, floor: int, words: Words) -> list[str]:
    if where.answers is None:
        return [withheld(where.why, floor, words), *[""] * (len(COLUMNS) - 1)]
    return [str(number) for number in counts(where.answers)]


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


def _plain(text: str) -> str:
    return guarded(line(text, mdx=True), mdx=True)


def as_spreadsheet(found: WorkEnvironment, words: Words) -> bytes:
    """Return a line for each question and unit, and the rule below."""
    first = (N_("Year"), N_("Unit"), N_("Manager"), N_("Template"), N_("Question"), N_("Not shown because"))
    headings = [words(heading) for heading in (*first, *COLUMNS.values())]
    rows = [_row(topic, where, found, words) for topic in found.topics for where in topic.lines]
    empty: list[Cell] = [None] * len(headings)
    ruled = [[rule, *empty[1:]] for rule in rules(words, found.floor)]
    return as_csv(headings, [*rows, empty, *ruled])


def _row(topic: Topic, where: Line, found: WorkEnvironment, words: Words) -> list[Cell]:
    unit = where.unit or words(_NO_UNIT if where.depth or where.manager else _EVERYBODY)
    manager = found.names.get(where.manager) if where.manager else None
    template = topic.asked.template if topic.title else None
    first: list[Cell] = [found.year, unit, manager, template, title(topic, words)]
    if where.answers is None:
        return [*first, withheld(where.why, found.floor, words), *[None] * len(COLUMNS)]
    return [*first, None, *counts(where.answers)]


def as_objects(found: WorkEnvironment) -> str:
    """Return the counts as JSON; what is not told has a reason and no counts."""
    told = {
        "ijtui-work-environment": VERSION,
        "year": found.year,
        "counted": found.day.isoformat(),
        "floor": found.floor,
        "rows": [_object(topic, where, found) for topic in found.topics for where in topic.lines],
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def _object(topic: Topic, where: Line, found: WorkEnvironment) -> dict[str, object]:
    known = bool(topic.title)
    return {
        "unit": where.unit,
        "depth": where.depth,
        "manager": found.names.get(where.manager) if where.manager else None,
        "template": topic.asked.template if known else None,
        "question": topic.asked.question if known else None,
        "title": topic.title or None,
        "not_shown": where.why.value if where.why else None,
        **(dict(zip(COLUMNS, counts(where.answers), strict=True)) if where.answers else {}),
    }
