"""A person's page as lines: the conversations, and what is agreed and not done yet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from ijtui.domain.person import Person
from ijtui.domain.today import Due, Upcoming
from ijtui.screens.conversation_lines import conversation_lines
from ijtui.screens.today_lines import due_line
from ijtui.widgets.lines import EMPTY, Line
from ijtui.words import N_, _

_NO_CONVERSATION = N_("You have had no conversation yet. Press b to book one.")
_NOTHING_OPEN = N_("Nothing is agreed that has not been done.")


def person_lines(
    person: Person,
    shared: Sequence[Upcoming],
    agreed: Iterable[Due],
    me: Person,
    now: datetime,
) -> list[Line]:
    """Return the page.

    Args:
        person: whose page it is.
        shared: the conversations of the two, the latest first.
        agreed: all that the one who looks may see.
        me: who looks.
        now: what time it is.
    """
    due = [
        due_line(item, me, now) for item in agreed if item.action.is_open and item.employee.id == person.id
    ]
    talks = conversation_lines(shared, me, now) if shared else [Line((_(_NO_CONVERSATION),), look="muted")]
    left = due or [Line((_(_NOTHING_OPEN),), look="muted")]
    return [*talks, EMPTY, Line((_("Agreed and not done yet"),), look="heading"), *left]
