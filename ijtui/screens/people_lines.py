"""People as lines: name, role, unit, and the next or the latest conversation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from ijtui import dates
from ijtui.domain.conversation import Conversation, State
from ijtui.domain.person import Person
from ijtui.screens.saying import STATES
from ijtui.widgets.fit import Column
from ijtui.widgets.lines import EMPTY, Line
from ijtui.words import N_, _, spoken

COLUMNS = (Column(19), Column(16), Column(), Column(19))
_ALONE = N_("Nobody else is written down yet. Press n to add a person.")


def people_lines(
    people: Sequence[Person], conversations: Sequence[Conversation], me: Person, now: datetime
) -> Iterator[Line]:
    """Yield the others by name, then oneself.

    Args:
        people: everybody, by name.
        conversations: those of the one who looks, the latest first.
        me: who looks.
        now: what time it is.
    """
    others = [person for person in people if person.id != me.id]
    if not others:
        yield Line((_(_ALONE),), look="muted")
    for person in others:
        shared = [item for item in conversations if item.party_of(person)]
        yield _line(person, person.name, latest(shared, now))
    yield EMPTY
    yield _line(me, _("{name} (you)", name=me.name), ("", ""))


def _line(person: Person, name: str, conversation: tuple[str, str]) -> Line:
    said, mark = conversation
    return Line((name, person.role, person.unit, said), f"person:{person.id}", mark=mark)


def latest(shared: Sequence[Conversation], now: datetime) -> tuple[str, str]:
    """Return in a few words when two people talk next or last did, and `!` where the day passed without it.

    Args:
        shared: the conversations of the two, the latest first.
        now: what time it is.
    """
    to_come = [item for item in reversed(shared) if item.state is not State.HELD]
    if to_come:
        return _next(to_come[0], now)
    held = [item.starts for item in shared if item.starts]
    return (_("last {day}", day=held[0].date().isoformat()) if held else _("none yet")), ""


def _next(conversation: Conversation, now: datetime) -> tuple[str, str]:
    if conversation.state is State.ONGOING:
        return _(STATES[State.ONGOING]), ""
    if conversation.starts is None:
        return _("no time yet"), ""
    day = conversation.starts.date()
    said = dates.near(day, now.date(), spoken())
    return (_("not held {day}", day=said), "!") if day < now.date() else (_("next {day}", day=said), "")
