"""What is said of an entry: in the list, above the text and below it."""

from __future__ import annotations

from datetime import date

from ijtui import dates
from ijtui.clean import clean_line
from ijtui.domain.goal import Goal
from ijtui.domain.journal import Entry
from ijtui.domain.person import Person
from ijtui.domain.visibility import of_entry
from ijtui.screens import sight
from ijtui.screens.session import Session
from ijtui.widgets.editor.places import PLACE
from ijtui.widgets.lines import Line
from ijtui.words import _, ngettext, spoken

_LONGEST_TITLE = 200


def entry_line(entry: Entry, session: Session, today: date) -> Line:
    """Return one entry as a line: its day, and its first words."""
    title = _title(entry)
    if entry.writer != session.me.id:
        title = f"{person(session, entry.writer).first_name}: {title}"
    return Line((dates.short_or_year(entry.day, today, spoken()), title), f"entry:{entry.id}")


def _title(entry: Entry) -> str:
    """Return what an entry is called: a reflection by its quarter, any other by its first words."""
    if entry.quarter is not None:
        return _("Reflection Q{number} {year}", number=entry.quarter.number, year=entry.quarter.year)
    return clean_line(entry.title[:_LONGEST_TITLE]) or _("nothing written")


def seen_by(entry: Entry, session: Session) -> str:
    """Return the entry's day and who can see it, in words."""
    day = dates.short_or_year(entry.day, session.desk.clock().date(), spoken())
    return f"{day} · {_seen_by(entry, session)}"


def _seen_by(entry: Entry, session: Session) -> str:
    if entry.writer != session.me.id:
        name = person(session, entry.writer).first_name
        return _("{name} shares this with you", name=name)
    if entry.person is None:
        return sight.seen_by(of_entry(entry))
    name = person(session, entry.person).first_name
    if entry.shared:
        return _("you and {name} see this", name=name)
    return _("about {name} · only you see this", name=name)


def about(entry: Entry, body: str, goal: Goal | None) -> str:
    """Return tags, the goal it points at, and how many words it has.

    What is to be filled in is none, and neither are the signs of Markdown that stand alone.

    Args:
        entry: what it is known by.
        body: as it stands in the editor.
        goal: what it points at, or None.
    """
    parts = [f"#{tag}" for tag in entry.tags]
    if goal is not None:
        parts.append(f"→ {clean_line(goal.title)}")
    words = sum(any(map(str.isalnum, word)) for word in PLACE.sub("", body).split())
    return "  ".join([*parts, ngettext("{number} word", "{number} words", words)])


def person(session: Session, number: int) -> Person:
    """Return that person."""
    return session.desk.people.get(session.me, number)
