"""`ijtui handover`: an employee's way from one manager to the next (D-M5)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

from ijtui.cli.handover_sending import export
from ijtui.cli.handover_taking import import_
from ijtui.errors import NotFound
from ijtui.words import N_, _

if TYPE_CHECKING:
    from ijtui.services.handover_ways import Way

_NOT_YET = N_("It has not taken place yet; its day is {day}, and it waits until both have chosen.")


@click.group(
    short_help=_("Hand an employee over to the next manager."),
    help=_(
        "Hand an employee over to the next manager.\n\n"
        "Agreements go on; everything else only where both of the two have chosen so. Private notes and what"
        " is sealed never do. At a shared server it is done in ijtui; between two who each have a file of"
        " their own, as an encrypted file that the ordinary age tool opens, too."
    ),
)
def handover() -> None:
    """Hold the commands below."""


def _number_of(_context: click.Context, _argument: click.Parameter, value: str) -> int:
    """Return the number of a handover; refuse what can't be one."""
    if re.fullmatch(r"[0-9]{1,18}", value):
        return int(value)
    raise click.BadParameter(
        _("“{text}” is not the number of a handover. See: ijtui handover list", text=value[:40])
    )


@handover.command("list", help=_("List your handovers with their numbers, those under way first."))
def list_() -> None:
    """List them."""
    from ijtui.cli.output import complain, say
    from ijtui.cli.owner import at_desk
    from ijtui.cli.table import table

    with at_desk() as (desk, me):
        rows = [_row(way) for way in (*desk.handovers.mine(me), *desk.handovers.under_way(me))]
    if rows:
        head = (_("Number"), _("Employee"), _("From"), _("To"), _("Day"), _("State"))
        say(table(head, rows))
    else:
        complain(_("There is no handover."))


def _row(way: Way) -> tuple[str, ...]:
    from ijtui.screens.handover_words import STANDINGS

    number = str(way.handover.id) if way.handover else "–"  # HR is told that there is one, and no more
    taker = way.successor.name if way.successor else ""
    day = way.day.isoformat() if way.day else ""
    return number, way.employee.name, way.leaver.name, taker, day, _(STANDINGS[way.standing])


@handover.command(
    help=_(
        "Write the receipt of a handover as Markdown: what went on and what did not.\n\n"
        "The employee, the manager who left and the successor have the same one. With --all the employee and"
        " the successor get everything that went on. The number is the one that ijtui handover list shows."
    )
)
@click.argument("number", metavar=_("NUMBER"), callback=_number_of)
@click.option(
    "--all", "everything", is_flag=True, help=_("What went on, word by word, and not only the receipt.")
)
def show(number: int, everything: bool) -> None:
    """Write one out."""
    from ijtui.cli.output import say
    from ijtui.cli.owner import at_desk
    from ijtui.minutes.handover import as_markdown, package_sections, receipt_sections
    from ijtui.words import spoken

    with at_desk() as (desk, me):
        found = desk.handovers.get(me, number)
        receipt = desk.handovers.receipt(me, found)
        if receipt is None:
            raise NotFound(_NOT_YET, day=found.day)
        sections = receipt_sections(receipt, spoken())
        if everything:
            sections += package_sections(desk.handovers.read(me, found), spoken())
    say(as_markdown(sections, spoken()))


handover.add_command(export)
handover.add_command(import_)
