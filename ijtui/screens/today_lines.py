"""The start screen's lists as lines."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from ijtui import dates
from ijtui.domain.conversation import Conversation, Party, State
from ijtui.domain.person import Person
from ijtui.domain.today import Due, Prepared, Today, Upcoming, Wait, Waiting
from ijtui.screens.saying import KINDS, STATES, other_of, responsible_of
from ijtui.widgets.fit import Column
from ijtui.widgets.lines import EMPTY, Line
from ijtui.words import N_, _, spoken

_UPCOMING = (Column(15), Column(14), Column(), Column(9), Column(14))
_DUE = (Column(15), Column(), Column(10), Column(14))
_WAITING = (Column(15), Column())

_REASONS = {
    Wait.PREPARE: N_("your preparation is not finished"),
    Wait.OPEN: N_("your preparation is not open to the other yet"),
    Wait.CONCLUDE: N_("the conversation is under way and not concluded"),
    Wait.OVERDUE: N_("the time has passed and the conversation was not held"),
    Wait.UNBOOKED: N_("no conversation is booked, and none was held in the last year"),
    Wait.DRAFT: N_("something is written and not saved: {form}"),
}
_FORMS = {
    "goal": N_("a goal"),
    "action": N_("an agreement"),
    "outcome": N_("an outcome"),
    "feedback": N_("feedback"),
    "person": N_("a person"),
    "booking": N_("a booking"),
}


def today_lines(today: Today, me: Person, now: datetime) -> list[Line]:
    """Return the three lists, each under its heading; an empty one says what to press."""
    return [
        *_section(
            _("Next conversations"), [_upcoming(item, me, now) for item in today.upcoming], _NONE_BOOKED
        ),
        EMPTY,
        *_section(_("Due"), [_due(item, me, now) for item in today.due], _NONE_DUE),
        EMPTY,
        *_section(_("Waiting for you"), [_waiting(item, me) for item in today.waiting], _NONE_WAITS),
    ]


_NONE_BOOKED = N_("Nothing is booked. Press n to book a conversation.")
_NONE_DUE = N_("Nothing is agreed that has not been done.")
_NONE_WAITS = N_("Nothing waits for you.")


def _section(title: str, lines: list[Line], empty: str) -> Iterator[Line]:
    yield Line((title,), look="heading")
    yield from lines or [Line((_(empty),), look="muted")]


def _upcoming(item: Upcoming, me: Person, now: datetime) -> Line:
    conversation = item.conversation
    other = other_of(conversation, me)
    mine = conversation.party_of(me) or Party.MANAGER
    prepared = (
        (_(STATES[State.ONGOING]), "")
        if conversation.state is State.ONGOING
        else (
            _prepared(_("you"), item.prepared[mine]),
            _prepared(other.first_name, item.prepared[mine.other]),
        )
    )
    cells = (when(conversation, now), other.name, _(KINDS[conversation.agenda.kind]), *prepared)
    late = conversation.starts is not None and conversation.starts.date() < now.date()
    return Line(cells, f"conversation:{conversation.id}", mark="!" if late else "", columns=_UPCOMING)


def when(conversation: Conversation, now: datetime) -> str:
    """Return day and time of a conversation, or that none is set."""
    if conversation.starts is None:
        return _("no time yet")
    day = dates.near(conversation.starts.date(), now.date(), spoken())
    return f"{day} {dates.clock_time(conversation.starts)}"


def _prepared(name: str, prepared: Prepared) -> str:
    if prepared.opened:
        return _("{name} open", name=name)
    return f"{name} {prepared.answered}/{prepared.asked}"


def _due(item: Due, me: Person, now: datetime) -> Line:
    action, conversation = item.action, item.conversation
    day = dates.near(action.due, now.date(), spoken()) if action.due else _("no date")
    responsible = responsible_of(action, conversation, me)
    person = other_of(conversation, me).name
    late = action.is_overdue(now.date())
    return Line(
        (day, action.what, responsible, "" if person.startswith(responsible) else person),
        f"action:{action.id}",
        look="warning" if late else "plain",
        mark="!" if late else "",
        columns=_DUE,
    )


def _waiting(item: Waiting, me: Person) -> Line:
    if item.draft is not None:
        kind = item.draft.form.partition(":")[0]
        said = _(_REASONS[item.why], form=_(_FORMS[kind]) if kind in _FORMS else kind)
        return Line((_("Draft"), said), f"draft:{item.draft.form}", columns=_WAITING)
    if item.conversation is not None:
        who = other_of(item.conversation, me).name
        return Line(
            (who, _(_REASONS[item.why])), f"waiting:conversation:{item.conversation.id}", columns=_WAITING
        )
    who = item.person.name if item.person else ""
    number = item.person.id if item.person else 0
    return Line((who, _(_REASONS[item.why])), f"waiting:person:{number}", columns=_WAITING)
