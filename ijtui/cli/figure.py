"""`ijtui figure`: one's own key figure (D-S)."""

from __future__ import annotations

import click

from ijtui.words import _

_FIRST, _LAST = 1900, 9999


@click.command(
    short_help=_("Count what was agreed and fulfilled."),
    help=_(
        "Count how many agreed points are fulfilled, and how many employees have a plan.\n\n"
        "Your own counts, as manager and as employee, with the rule that they are counted by. They name"
        " nobody and carry nothing that was said."
    ),
)
@click.option(
    "--year",
    type=click.IntRange(_FIRST, _LAST),
    metavar=_("YEAR"),
    help=_("Count that year instead of the present one."),
)
@click.option("--json", "as_objects", is_flag=True, help=_("Write JSON, for programs."))
def figure(year: int | None, as_objects: bool) -> None:
    """Write the figure."""
    from ijtui.cli.output import say
    from ijtui.cli.owner import at_desk
    from ijtui.minutes.figure import as_json, as_text
    from ijtui.words import spoken

    with at_desk() as (desk, owner):
        found = desk.figure.own(owner, year)
    say(as_json(found) if as_objects else as_text(found, spoken()))
