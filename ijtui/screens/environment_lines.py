"""The work environment of a year as lines: by question, and one question by unit (D-A2)."""

from __future__ import annotations

from collections.abc import Iterator

from ijtui.domain.work_environment import Answers, Topic, WorkEnvironment
from ijtui.domain.work_environment import Line as Told
from ijtui.minutes.figure_words import withheld
from ijtui.minutes.work_environment import place, title
from ijtui.widgets.fit import Column
from ijtui.widgets.lines import EMPTY, Line
from ijtui.words import N_, _, spoken

_COUNTS = {
    "asked": (N_("asked"), 6),
    "watch": (N_("watch"), 6),
    "risk": (N_("risk"), 5),
    "acted": (N_("acted on"), 8),
    "late": (N_("late"), 5),
    "done": (N_("done"), 5),
    "going_on": (N_("going on"), 8),
    "undone": (N_("undone"), 8),
}
"""By count of `Answers`: what stands above it, and how many cells it has."""

_IN_NARROW = 6
"""How many of them there is room for beside a name in 80 columns."""

_NOTHING = N_("Nobody whom you may count was asked about the work environment in {year}.")
_FOR_ME = N_("* Of fewer than {floor} people: for nobody but you, who were there.")


def columns(*, wide: bool) -> tuple[Column, ...]:
    """Return how wide the cells are."""
    return (Column(), *(Column(cells, right=True) for _heading, cells in _shown(wide).values()))


def _shown(wide: bool) -> dict[str, tuple[str, int]]:
    return dict(list(_COUNTS.items())[: None if wide else _IN_NARROW])


def question_lines(found: WorkEnvironment, *, wide: bool = False) -> list[Line]:
    """Return every question with what was answered in the first place that is told of; keys are numbers.

    The first place is everybody for whoever counts for all, and else one's own people.
    """
    places = found.by_place()
    if not places:
        return [Line((_(_NOTHING, year=found.year),), look="muted")]
    first = next(iter(places))
    lines = [
        _line(title(topic, spoken()), told, found, str(number), wide)
        for number, topic in enumerate(found.topics)
        for told in topic.lines
        if (told.unit, told.manager) == first
    ]
    named = place(next(told for _topic, told in places[first]), found, spoken())
    return [_heading(named, wide), *lines, *_below(found, [told for _topic, told in places[first]])]


def unit_lines(found: WorkEnvironment, topic: Topic, *, wide: bool = False) -> list[Line]:
    """Return what was answered to one question in every place that is told of."""
    lines = [
        _line("  " * told.depth + place(told, found, spoken()), told, found, f"place:{number}", wide)
        for number, told in enumerate(topic.lines)
    ]
    return [_heading(_("Unit"), wide), *lines, *_below(found, topic.lines)]


def _heading(first: str, wide: bool) -> Line:
    headings = (_(heading) for heading, _cells in _shown(wide).values())
    return Line((first, *headings), look="heading", columns=columns(wide=wide))


def _line(name: str, told: Told, found: WorkEnvironment, key: str, wide: bool) -> Line:
    if told.answers is None:
        cells = columns(wide=wide)
        rest = Column(sum(column.width for column in cells) + len(cells) - 2)
        why = withheld(told.why, found.floor, spoken())
        return Line((name, why), key, "muted", columns=(Column(), rest))
    sign = "!" if told.answers.risk > told.answers.acted else ""
    shown = f"{name} *" if told.is_for_me else name
    return Line((shown, *_cells(told.answers, wide)), key, mark=sign, columns=columns(wide=wide))


def _cells(answers: Answers, wide: bool) -> Iterator[str]:
    """Yield the numbers; nothing stands for none, but for how many were asked."""
    for name in _shown(wide):
        number = getattr(answers, name)
        yield str(number or "") if name != "asked" else str(number)


def _below(found: WorkEnvironment, lines: tuple[Told, ...] | list[Told]) -> list[Line]:
    """Return what the signs in the lines mean."""
    said: list[Line] = []
    if any(told.answers and told.answers.risk > told.answers.acted for told in lines):
        said.append(Line((_("! There is a risk that nothing is agreed about."),), look="muted"))
    if any(told.is_for_me for told in lines):
        said.append(Line((_(_FOR_ME, floor=found.floor),), look="muted"))
    return [EMPTY, *said] if said else []
