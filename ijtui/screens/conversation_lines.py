"""Conversations as lines: when, with whom, which, and how far each is prepared."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from ijtui import dates
from ijtui.domain.agenda import Kind
from ijtui.domain.conversation import Conversation, Party, State
from ijtui.domain.person import Person
from ijtui.domain.today import Prepared, Upcoming
from ijtui.screens.saying import STATES, other_of
from ijtui.widgets.fit import Column
from ijtui.widgets.lines import EMPTY, Line
from ijtui.words import N_, _, spoken

_COLUMNS = (Column(16), Column(14), Column(), Column(10), Column(11))
KINDS_IN_SHORT = {
    Kind.ANNUAL: N_("annual conversation"),
    Kind.QUARTERLY: N_("quarterly 1:1"),
    Kind.EVALUATION: N_("annual evaluation"),
    Kind.ONBOARDING: N_("onboarding"),
}
"""The kinds in as few words as a list has room for."""

_NONE = N_("There is no conversation yet. Press n to book one.")


def conversation_lines(items: Sequence[Upcoming], me: Person, now: datetime) -> list[Line]:
    """Return those to come, the next first and undated ones last, then those held, the latest first.

    Args:
        items: all of them, the latest first and undated ones on top.
        me: who looks.
        now: what time it is.
    """
    to_come = [item for item in reversed(items) if item.conversation.state is not State.HELD]
    held = [item for item in items if item.conversation.state is State.HELD]
    if not items:
        return [Line((_(_NONE),), look="muted")]
    parts = [(_("To come"), to_come), (_("Held"), held)]
    shown = [_under(title, part, me, now) for title, part in parts if part]
    return [line for number, lines in enumerate(shown) for line in ([EMPTY] if number else []) + lines]


def _under(title: str, items: Iterable[Upcoming], me: Person, now: datetime) -> list[Line]:
    return [Line((title,), look="heading"), *(conversation_line(item, me, now) for item in items)]


def conversation_line(item: Upcoming, me: Person, now: datetime) -> Line:
    """Return one conversation; `!` marks one whose day passed without it."""
    conversation = item.conversation
    cells = (
        when(conversation, now),
        other_of(conversation, me).name,
        _(KINDS_IN_SHORT[conversation.agenda.kind]),
        *_state(item, me),
    )
    key, late = f"conversation:{conversation.id}", _is_late(conversation, now)
    return Line(cells, key, "warning" if late else "plain", "!" if late else "", _COLUMNS)


def when(conversation: Conversation, now: datetime) -> str:
    """Return day and time of a conversation, or that none is set."""
    if conversation.starts is None:
        return _("no time yet")
    day = conversation.starts.date()
    if conversation.state is State.HELD:
        return day.isoformat()
    return f"{dates.near(day, now.date(), spoken())} {dates.clock_time(conversation.starts)}"


def _is_late(conversation: Conversation, now: datetime) -> bool:
    starts = conversation.starts
    return conversation.state is State.BOOKED and starts is not None and starts.date() < now.date()


def _state(item: Upcoming, me: Person) -> tuple[str, str]:
    """Return how far each of the two is prepared, or where the conversation stands."""
    conversation = item.conversation
    if conversation.state is not State.BOOKED:
        return _(STATES[conversation.state]), ""
    mine = conversation.party_of(me) or Party.MANAGER
    other = conversation.person(mine.other).first_name
    return _prepared(_("you"), item.prepared[mine]), _prepared(other, item.prepared[mine.other])


def _prepared(name: str, prepared: Prepared) -> str:
    if prepared.opened:
        return _("{name} opened", name=name)
    return f"{name} {prepared.answered}/{prepared.asked}"
