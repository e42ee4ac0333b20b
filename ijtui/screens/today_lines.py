"""The start screen's lists as lines."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from ijtui import dates
from ijtui.domain.person import Person
from ijtui.domain.today import Due, Today, Wait, Waiting
from ijtui.screens.conversation_lines import conversation_line
from ijtui.screens.saying import other_of, responsible_of
from ijtui.widgets.fit import Column
from ijtui.widgets.lines import EMPTY, Line
from ijtui.words import N_, _, spoken

_DUE = (Column(16), Column(), Column(9), Column(13))
_WAITING = (Column(16), Column())

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
            _("Next conversations"),
            [conversation_line(item, me, now) for item in today.upcoming],
            _NONE_BOOKED,
        ),
        EMPTY,
        *_section(_("Due"), [due_line(item, me, now) for item in today.due], _NONE_DUE),
        EMPTY,
        *_section(_("Waiting for you"), [_waiting(item, me) for item in today.waiting], _NONE_WAITS),
    ]


_NONE_BOOKED = N_("Nothing is booked. Press n to book a conversation.")
_NONE_DUE = N_("Nothing is agreed that has not been done.")
_NONE_WAITS = N_("Nothing waits for you.")


def _section(title: str, lines: list[Line], empty: str) -> Iterator[Line]:
    yield Line((title,), look="heading")
    yield from lines or [Line((_(empty),), look="muted")]


def due_line(item: Due, me: Person, now: datetime) -> Line:
    """Return one open agreement; `!` marks one whose day has passed."""
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
