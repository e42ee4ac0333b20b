"""People as lines: name, role, unit, and the next or the latest conversation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from ijtui import dates
from ijtui.domain.conversation import Conversation, State
from ijtui.domain.person import Person
from ijtui.screens.saying import STATES
from ijtui.widgets.fit import Column
from ijtui.widgets.lines import EMPTY, Line
from ijtui.words import N_, _, ngettext, spoken

COLUMNS = (Column(19), Column(16), Column(), Column(19))
MORE = "more:"
"""What is chosen with the line below a page."""

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
    shared = _by_person(conversations, me)
    for person in others:
        yield _line(person, person.name, _state(person, shared.get(person.id, ()), now))
    yield EMPTY
    yield _line(me, _("{name} (you)", name=me.name), ("", ""))


def everybody_lines(people: Sequence[Person], number: int) -> Iterator[Line]:
    """Yield a page of everybody under a heading, and a line that leads to the next one.

    Args:
        people: the first of them, by name.
        number: how many there are.
    """
    yield EMPTY
    yield Line((ngettext("{number} person works here", "{number} people work here", number),), look="heading")
    for person in people:
        yield _line(person, person.name, ("", ""))
    if len(people) < number:
        yield Line((_("More of them"),), MORE, look="muted")


def _by_person(conversations: Sequence[Conversation], me: Person) -> Mapping[int, Sequence[Conversation]]:
    """Return the conversations by the id of the other, in their order."""
    found: dict[int, list[Conversation]] = {}
    for item in conversations:
        other = item.manager if item.employee.id == me.id else item.employee
        found.setdefault(other.id, []).append(item)
    return found


def _state(person: Person, shared: Sequence[Conversation], now: datetime) -> tuple[str, str]:
    """Return when the two talk next or last did; of somebody who has left, since when."""
    if person.until and person.has_left(now.date()):
        return _("left {day}", day=person.until.isoformat()), ""
    return latest(shared, now)


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
