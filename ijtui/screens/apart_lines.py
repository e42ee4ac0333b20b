"""What is shown of one topic in one conversation: notes, marks, answers and ratings in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ijtui.clean import clean_line
from ijtui.domain.assessment import Row
from ijtui.domain.compared import Said
from ijtui.domain.conversation import Party
from ijtui.domain.person import Person
from ijtui.screens.competence_words import UNKNOWN, level_words
from ijtui.screens.conversation_lines import KINDS_IN_SHORT
from ijtui.screens.saying import MARKS, name_of
from ijtui.widgets.fit import Column
from ijtui.widgets.lines import EMPTY, Line
from ijtui.words import N_, _

_ANSWERS = {"yes": N_("yes"), "no": N_("no")}
_RATINGS = (Column(10), *(Column() for _side in range(4)))
_REASON = (Column(10), Column())


def heading_of(said: Said) -> str:
    """Return which conversation it is, and how the two marked or answered it there."""
    parts = (_day(said), _(KINDS_IN_SHORT[said.kind]), _value(said))
    return " · ".join(part for part in parts if part)


def notes_of(said: Said) -> str:
    """Return the shared notes, and that there is more where they are cut."""
    if not said.notes:
        return _("No notes.")
    return said.notes if said.whole else f"{said.notes} …\n{_('The rest stands in the minutes.')}"


def in_order(found: Iterable[Said]) -> str:
    """Return the marks and answers from the first to the last: "2024 risk · 2025 watch · 2026 fine"."""
    told = [(_day(said)[:4] or "–", _value(said)) for said in reversed(tuple(found))]
    return "  ·  ".join(f"{year} {value}" for year, value in told if value)


def _day(said: Said) -> str:
    return said.day.isoformat() if said.day else ""


def _value(said: Said) -> str:
    """Return the mark or the answer in words, or ""."""
    if said.mark is not None:
        return _(MARKS[said.mark])
    return _(_ANSWERS[said.choice]) if said.choice in _ANSWERS else ""


def rating_lines(found: Sequence[Said], employee: Person, me: Person) -> list[Line]:
    """Return the ratings as a table, a conversation a line, and below it why the two see it differently."""
    manager = _("manager") if employee.id == me.id else _("you")
    names = {Party.EMPLOYEE: name_of(employee, me), Party.MANAGER: manager}
    heads = (f"   {_('Date')}", *names.values(), _("agreed"), _("requirement"))
    heading = Line(heads, look="heading", columns=(Column(13), *_RATINGS[1:]))
    lines = [_rating(said, said.rating) for said in found if said.rating]
    reasons = [line for said in found if said.rating for line in _reasons(said, said.rating, names)]
    return [heading, *lines, *([EMPTY, *reasons] if reasons else [])]


def _rating(said: Said, row: Row) -> Line:
    agreed = _("differ") if row.differs else _in_words(row.agreed)
    levels = (_in_words(row.employee), _in_words(row.manager), agreed, _in_words(row.required))
    return Line((_day(said), *levels), f"conversation:{said.conversation}", columns=_RATINGS)


def _reasons(said: Said, row: Row, names: Mapping[Party, str]) -> Iterator[Line]:
    """Yield how each of the two sees it, where they see it differently."""
    for party, reason in row.reasons.items():
        cells = (_day(said), f"{names[party]}: {clean_line(reason[:200])}")
        yield Line(cells, look="muted", columns=_REASON)


def _in_words(level: int | None) -> str:
    return UNKNOWN if level is None else level_words(level)
