"""`ijtui people`: taking in the list of everybody, and giving it out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ijtui.words import N_, _, ngettext

if TYPE_CHECKING:
    from datetime import date

    from ijtui.content.problems import Problems
    from ijtui.domain.people_list import Change, Namesakes, PeopleList, Wishes

_INPUT = "-"
_MOST = 50
_AT_THE_DOOR = N_("A list comes in through the standard input here: ijtui people import < FILE")
_TERMINAL = N_("Say which file, or send it through the standard input: ijtui people import FILE")


@click.group(
    short_help=_("Take in the list of everybody, or give it out."),
    help=_(
        "The list of everybody: units, managers, roles, first and last days.\n\n"
        "On a shared server it is HR's. The file is CSV, as spreadsheets write it: semicolons or commas, and"
        " a first row that says what the columns hold, in Swedish or English and in any order: employee"
        " number, name, role, unit, administration, organisation, manager (by number or by name), from, till."
    ),
)
def people() -> None:
    """Hold the commands below."""


@people.command(
    "import",
    help=_(
        "Take in a list: new people and units, moves, who comes back, who leaves.\n\n"
        "All of it is stored, or nothing is. The same list twice changes nothing. Whoever is not in the list"
        " is told of and left alone. A day to come is planned: the move happens on that day."
    ),
)
@click.argument("file", metavar=_("[FILE]"), default=_INPUT)
@click.option("--dry-run", is_flag=True, help=_("Only say what would change."))
@click.option(
    "--on", metavar=_("DAY"), default="", help=_("When that begins which has no day in the list; else today.")
)
@click.option(
    "--end-missing", metavar=_("DAY"), default="", help=_("The last day of everybody who is not in the list.")
)
@click.option(
    "--namesakes",
    type=click.Choice(("same", "new")),
    help=_("Who has a number in the list and a namesake here without one: the same person, or a new one."),
)
@click.pass_context
def import_(
    context: click.Context, file: str, dry_run: bool, on: str, end_missing: str, namesakes: Namesakes | None
) -> None:
    """Read a list and take it in, or say what is wrong with it."""
    from ijtui.cli.output import say
    from ijtui.cli.owner import at_desk
    from ijtui.content.problems import Problems
    from ijtui.minutes.people_words import as_text
    from ijtui.words import spoken

    wishes = _wishes(on, end_missing, namesakes)
    with at_desk() as (desk, asker):
        desk.people_list.known(asker)  # whoever may not is told so before anything is read
        try:
            listed, service = _listed(file), desk.people_list
            change = (
                service.look(asker, listed, wishes) if dry_run else service.take_in(asker, listed, wishes)
            )
        except Problems as problems:
            _tell(problems)
            context.exit(1)
    say("\n".join(filter(None, (as_text(change, spoken()), _end(change, dry_run=dry_run)))))


@people.command(
    help=_("Write the list of everybody as CSV, as import reads it: a row for each post, past ones too.")
)
def export() -> None:
    """Write the list to the standard output."""
    from ijtui.cli.output import hand_out
    from ijtui.cli.owner import at_desk
    from ijtui.minutes.people_write import written_people
    from ijtui.words import spoken

    with at_desk() as (desk, asker):
        hand_out(written_people(desk.people_list.known(asker), spoken()))


def _wishes(on: str, end_missing: str, namesakes: str | None) -> Wishes:
    from ijtui.domain.people_list import Namesakes, Wishes

    return Wishes(_day(on), _day(end_missing), Namesakes(namesakes) if namesakes else None)


def _day(text: str) -> date | None:
    from ijtui.clock import wall_clock
    from ijtui.dates import read_day

    return read_day(text, wall_clock().date())


def _listed(file: str) -> PeopleList:
    """Return what the list says.

    Raises:
        BadInput: it can't be read, or is to come from a path at the door.
    """
    from ijtui.cli.program import door
    from ijtui.errors import BadInput
    from ijtui.minutes.people_read import LARGEST, read_people

    if file == _INPUT:
        if sys.stdin is None or sys.stdin.isatty():
            raise BadInput(_TERMINAL)
        return read_people(sys.stdin.buffer.read(LARGEST + 1), file)
    if door() is not None:
        raise BadInput(_AT_THE_DOOR)
    with Path(file).open("rb") as lying:
        return read_people(lying.read(LARGEST + 1), file)


def _tell(problems: Problems) -> None:
    """Write everything that is wrong, up to a number that can be read, and that nothing was done."""
    from ijtui.clean import clean_line
    from ijtui.errors import RuleBroken
    from ijtui.words import explain

    for found in problems.found[:_MOST]:
        said = clean_line(explain(RuleBroken(found.message, **found.values)))
        click.echo(_("row {row}: {problem}", row=found.line, problem=said) if found.line else said, err=True)
    if len(problems.found) > _MOST:
        click.echo(_("… and {number} more", number=len(problems.found) - _MOST), err=True)
    click.echo(_(problems.message), err=True)


def _end(change: Change, *, dry_run: bool) -> str:
    if change.is_nothing:
        return _("The list says nothing new. Nothing is changed.")
    if dry_run:
        return _("Nothing is changed yet. Take the list in without --dry-run.")
    number = len(change.people)
    return ngettext("Stored: {number} person.", "Stored: {number} people.", number)
