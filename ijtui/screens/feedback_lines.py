"""Feedback as lines and as a text to read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ijtui.clean import clean_line
from ijtui.domain.feedback import Feedback
from ijtui.domain.person import Person
from ijtui.domain.visibility import Visibility
from ijtui.screens import sight
from ijtui.widgets.fit import Column
from ijtui.widgets.lines import EMPTY, Line
from ijtui.words import _

_WHOSE = (Column(12), Column())


def feedback_lines(items: Iterable[Feedback], me: Person, other: Person) -> list[Line]:
    """Return a line each: between whom, who sees it, and how it begins; the key is `feedback:` and its id."""
    return [
        Line((whom(item, me, other), f"{seen(item)} · {begins(item)}"), f"feedback:{item.id}", columns=_WHOSE)
        for item in items
    ]


def waiting_lines(items: Sequence[Feedback], me: Person, other: Person) -> list[Line]:
    """Return what waits for the next conversation of the two under its heading; nothing where none does."""
    heading = Line((_("Feedback for your next conversation"),), look="heading")
    return [EMPTY, heading, *feedback_lines(items, me, other)] if items else []


def whom(feedback: Feedback, me: Person, other: Person) -> str:
    """Return between whom it is, as `me` would say it."""
    if feedback.giver != me.id:
        return _("from {name}", name=other.first_name)
    if feedback.receiver is None:
        return _("our talks")
    return _("to {name}", name=other.first_name)


def seen(feedback: Feedback) -> str:
    """Return who sees it."""
    return sight.seen_by(Visibility.TWO if feedback.opened else Visibility.ME)


def begins(feedback: Feedback) -> str:
    """Return how it begins."""
    said = feedback.positive or feedback.improve or feedback.support
    return clean_line(said[:200])


def feedback_text(feedback: Feedback) -> str:
    """Return all three parts as one text to read."""
    parts = (
        (_("Positive"), feedback.positive),
        (_("To improve"), feedback.improve),
        (_("Support"), feedback.support),
    )
    return "\n\n".join(f"{name}\n{said}" for name, said in parts if said)
