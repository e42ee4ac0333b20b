"""The ways into the journal from elsewhere: one entry, a new one, the quarter's reflection."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ijtui.domain.journal import Entry, EntryKind
from ijtui.domain.quarter import Quarter
from ijtui.screens.entry_home import EntryHome
from ijtui.screens.place import Place
from ijtui.screens.session import Session
from ijtui.words import language

Then = Callable[[Entry], None]


def open_at(place: Place[Any], entry: str, what: str = "", which: str = "") -> None:
    """Open an entry above the place.

    Args:
        place: where one is.
        entry: its number, or `new`.
        what: of a new one: "", `reflection`, `goal` or `person`.
        which: the quarter (2026-Q4), the goal's number or the person's; "" for the quarter that waits.

    Raises:
        NotFound: there is no such entry.
    """
    session = place.session
    if entry != "new":
        journal = session.desk.journal
        write(place, EntryHome(session, journal.get(session.me, int(entry))))
    elif what == "reflection":
        reflect(place, Quarter.read(which) if which else None)
    else:
        write(place, new(session, **({what: int(which)} if what else {})))


def new(session: Session, **given: Any) -> EntryHome:
    """Return where a new entry lies."""
    return EntryHome(session, session.desk.journal.blank(session.me, **given))


def reflect(place: Place[Any], quarter: Quarter | None = None, then: Then | None = None) -> None:
    """Open the reflection on a quarter, a new one with its template.

    Args:
        place: where one is.
        quarter: which; None for the one that waits, or else the present one.
        then: called with the entry when one has left it.
    """
    from ijtui.content.reflection import reflection

    session = place.session
    journal, me = session.desk.journal, session.me
    quarter = quarter or journal.missing_reflection(me) or Quarter.of(session.desk.clock().date())
    written = journal.reflection(me, quarter)
    if written is not None:
        write(place, EntryHome(session, written), then=then)
        return
    form = reflection(quarter, language())
    blank = journal.blank(me, kind=EntryKind.REFLECTION, quarter=quarter)
    write(place, EntryHome(session, blank, form), form, then)


def write(place: Place[Any], home: EntryHome, form: str = "", then: Then | None = None) -> None:
    """Open an entry above a place.

    Args:
        place: where one is.
        home: where the entry lies.
        form: a template that a new one begins with.
        then: called with the entry when one has left it.
    """
    from ijtui.screens.write import WriteScreen

    def left(_nothing: None) -> None:
        if then is not None:
            then(home.entry)

    place.app.push_screen(WriteScreen(home, form), left)
