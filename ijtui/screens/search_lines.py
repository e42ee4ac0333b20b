"""What was found, as lines and in more words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from textual.content import Content

from ijtui import dates
from ijtui.domain.excerpt import excerpt
from ijtui.domain.person import Person
from ijtui.domain.search import MOST, Found, Hit, Query, Where
from ijtui.screens.saying import KINDS
from ijtui.widgets.fit import Column, shortened
from ijtui.widgets.hits import HitLine
from ijtui.widgets.lines import Line
from ijtui.words import N_, _, ngettext, spoken

COLUMNS = (Column(10), Column(21), Column())
"""When, what and whom, and the words around what was found."""

_PLACES = {
    Where.ENTRY: N_("journal"),
    Where.CONVERSATION: N_("conversation"),
    Where.ACTION: N_("agreement"),
    Where.GOAL: N_("goal"),
}
_HOW = (
    N_("All the words have to be there: write more of them to find less."),
    N_("“Words in quotation marks” are found exactly as they stand."),
    N_("#tag finds what you have given that tag, and tags that begin so."),
)
_NOTHING = N_("Nothing that you may read has all of this.")

People = Mapping[int, Person]
"""Everybody by id."""


def hit_lines(found: Found, query: Query, people: People, today: date, width: int) -> Sequence[Line]:
    """Return one line a hit, newest first, or what to know where there is none.

    Args:
        found: what there is.
        query: what was looked for, to be marked.
        people: to name whom a hit is about.
        today: so that near days are said shorter.
        width: cells of the last column.
    """
    if not found.hits:
        return list(_without(query))
    return [_line(str(at), hit, query, people, today, width) for at, hit in enumerate(found.hits)]


def _without(query: Query) -> Iterator[Line]:
    for said in _HOW if query.is_empty else (_NOTHING,):
        yield Line((_(said),), look="muted")


def _line(key: str, hit: Hit, query: Query, people: People, today: date, width: int) -> HitLine:
    shown = excerpt(hit.text, query.sought, max(1, width))
    day = dates.short_or_year(hit.day, today, spoken()) if hit.day != date.min else ""
    return HitLine((day, _place(hit, people), shown.text), key, marks=shown.marks)


def _place(hit: Hit, people: People) -> str:
    """Return "journal", or "goal, Omar" where it is about somebody."""
    person = people.get(hit.person or 0)
    place = _(_PLACES[hit.where])
    return f"{place}, {person.first_name}" if person else place


def said_of(hit: Hit, people: People) -> str:
    """Return in full where a hit stands: "annual evaluation, Omar Haddad: Cooperation and feedback"."""
    place = _(KINDS[hit.kind]) if hit.kind else _(_PLACES[hit.where])
    person = people.get(hit.person or 0)
    named = f"{place}, {person.name}" if person else place
    day = "" if hit.day == date.min else hit.day.isoformat()
    about = f"{named}: {hit.about}" if hit.about else named
    return "   ".join(part for part in (about[:1].upper() + about[1:], day) if part)


def preview(hit: Hit, query: Query, people: People, width: int, rows: int) -> Content:
    """Return where a hit stands, and more of the text than its line has room for, the words marked."""
    shown = excerpt(hit.text, query.sought, max(1, width * (rows - 1) - width // 4))
    text = Content(shown.text)
    for first, last in shown.marks:
        text = text.stylize("bold $accent", first, last).stylize("underline", first, last)
    place = Content(shortened(said_of(hit, people), width)).stylize("$quiet")
    return Content("\n").join([place, text])


def count_words(found: Found) -> str:
    """Return how many there are."""
    if found.more:
        return _("{number}, and more", number=MOST)
    return ngettext("{number} place", "{number} places", len(found.hits)) if found.hits else ""
