"""`ijtui today`: what is due, for a shell's profile: fast, and without a word when there is nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from ijtui.words import _, ngettext

if TYPE_CHECKING:
    from ijtui.services.login import Reminder

_MOST = 5
"""Lines of each list: whoever has more to do than that opens ijtui."""

Row = tuple[str, ...]
"""A mark in the margin, and the columns."""


@click.command(
    help=_(
        "Say what is due, and nothing when nothing is.\n\n"
        "The conversations of the next two weeks, what you have promised for this week or earlier, and what"
        " waits for you. Nothing from your journal or your notes is shown. It is made for the profile of your"
        " shell: it is fast, changes nothing, and the exit code is 0 even when the file can't be read."
    )
)
def today() -> None:
    """Say what is due."""
    from ijtui.cli.output import complain, say
    from ijtui.errors import StorageFailed
    from ijtui.words import explain

    try:
        reminder = _reminder()
    except StorageFailed as failed:
        complain(explain(failed))  # and no more: a login must not fail for it
        return
    if reminder is not None:
        say("\n".join(_lines(reminder)))


def _reminder() -> Reminder | None:
    """Look into one's own file as fast as can be, and into a shared one as whoever came in."""
    from ijtui.cli.program import database, door
    from ijtui.clock import wall_clock
    from ijtui.services.login import remind, reminder_of

    if door() is None:
        return remind(database(), wall_clock)
    from ijtui.cli.owner import at_desk

    with at_desk() as (desk, me):
        return reminder_of(desk.today, me, desk.clock())


def _lines(reminder: Reminder) -> list[str]:
    """Return each list that has something in it under its heading."""
    parts = (
        (_("Next conversations"), _upcoming(reminder)),
        (_("Due"), _due(reminder)),
        (_("Waiting for you"), _waiting(reminder)),
    )
    return [line for title, rows in parts if rows for line in (title, *_indented(rows))]


def _upcoming(reminder: Reminder) -> list[Row]:
    from ijtui import dates
    from ijtui.screens.saying import KINDS, other_of
    from ijtui.words import spoken

    rows: list[Row] = []
    for conversation in (item.conversation for item in reminder.today.upcoming):
        if conversation.starts is not None:
            day = dates.near(conversation.starts.date(), reminder.now.date(), spoken())
            at, who = f"{day} {dates.clock_time(conversation.starts)}", other_of(conversation, reminder.me)
            rows.append((" ", at, who.name, _(KINDS[conversation.agenda.kind])))
    return rows


def _due(reminder: Reminder) -> list[Row]:
    from ijtui.screens.saying import other_in
    from ijtui.screens.today_words import last_day

    day = reminder.now.date()
    return [
        (
            "!" if item.action.is_overdue(day) else " ",
            last_day(item, day),
            other_in(item, reminder.me).name,
            item.action.what,
        )
        for item in reminder.today.due
    ]


def _waiting(reminder: Reminder) -> list[Row]:
    from ijtui.screens.today_words import waits

    return [(" ", *waits(item, reminder.me)) for item in reminder.today.waiting]


def _indented(rows: Sequence[Row]) -> list[str]:
    """Return the first of them in columns behind their mark, and how many more there are."""
    from ijtui.cli.table import columns

    more = len(rows) - _MOST
    marks, lines = (row[0] for row in rows), columns([row[1:] for row in rows[:_MOST]])
    said = [f"  {ngettext('and one more', 'and {number} more', more)}"] if more > 0 else []
    return [*(f"{mark} {line}" for mark, line in zip(marks, lines, strict=False)), *said]
