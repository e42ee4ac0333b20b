"""`ijtui calendar`: what is booked and due, for the calendar one lives by."""

from __future__ import annotations

from pathlib import Path

import click

from ijtui.cli.to_file import FORCE, is_file
from ijtui.words import _


@click.command(
    short_help=_("Write what is booked and due as a calendar file."),
    help=_(
        "Write what is booked and due as a calendar file (iCalendar).\n\n"
        "Your conversations with time and place, the last days of what you have promised and of your goals,"
        " the first and last days of rounds, and the end of each quarter, when a reflection is to be written."
        " Only kinds and names are in it, nothing of what was said or agreed. Import it again when something"
        " has changed: what is in your calendar already is brought up to date and not doubled."
    ),
)
@click.option(
    "-o",
    "--out",
    metavar=_("FILE"),
    type=click.Path(path_type=Path, allow_dash=True),
    help=_("Write to this file, for your eyes only, instead of the standard output."),
)
@FORCE
def calendar(out: Path | None, force: bool) -> None:
    """Write the calendar."""
    from ijtui.cli import ical
    from ijtui.cli.output import hand_out
    from ijtui.cli.owner import at_desk

    with at_desk() as (desk, owner):
        whole = ical.calendar(desk.calendar.appointments(owner), desk.calendar.name())
    if is_file(out):
        from ijtui.minutes.files import write_new

        write_new(out, whole.decode(), force)
    else:
        hand_out(whole)
