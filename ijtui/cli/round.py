"""`ijtui round`: the conversations of a season, and how far everybody has come (D-P4)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, TypeVar

import click

from ijtui.errors import BadInput, NotFound
from ijtui.words import N_, _, ngettext

if TYPE_CHECKING:
    from ijtui.domain.person import Person
    from ijtui.domain.round import Round
    from ijtui.domain.template_version import Offered
    from ijtui.services.desk import Desk

_FORMATS = ("md", "csv", "json")
_NO_UNIT = N_("There is no unit called “{name}”.")
_NO_TEMPLATE = N_("There is no template “{name}”. See: ijtui template list")
_NO_DAY = N_("“{text}” is no day. Write it as 2026-09-01.")

Command = TypeVar("Command", bound=Callable[..., object])


def _number(_context: click.Context, _argument: click.Parameter, value: str) -> int:
    """Return the number of a round; refuse what can't be one."""
    if re.fullmatch(r"[0-9]{1,18}", value):
        return int(value)
    raise click.BadParameter(
        _("“{text}” is not the number of a round. See: ijtui round list", text=value[:40])
    )


def _formats(command: Command) -> Command:
    """Let a command write in one of the three forms."""
    explained = _("As text (md), for a spreadsheet (csv) or for programs (json).")
    return click.option("--format", "form", type=click.Choice(_FORMATS), default="md", help=explained)(
        command
    )


@click.group(
    "round",
    short_help=_("Follow the conversations of a season."),
    help=_(
        "Follow the conversations of a season: a round.\n\n"
        "You see how far your own conversation and those of the people you lead have come, and how many "
        "of those of each manager you lead. HR makes rounds and sees how many everywhere; in a file of "
        "your own that is you."
    ),
)
def round_() -> None:
    """Hold the commands below."""


@round_.command("list", help=_("List the rounds, the latest season first."))
@_formats
def list_(form: str) -> None:
    """List the rounds."""
    from ijtui.cli.output import complain, hand_out, say
    from ijtui.cli.owner import at_desk

    with at_desk() as (desk, me):
        rounds = desk.rounds.all(me)
    if form == "json":
        import json

        from ijtui.minutes.coverage import of_round

        say(json.dumps([of_round(this) for this in rounds], ensure_ascii=False, indent=2))
    elif form == "csv":
        from ijtui.minutes.csv_form import as_csv

        hand_out(as_csv(_head(), [_row(this) for this in rounds]))
    elif rounds:
        from ijtui.cli.table import table

        say(table(_head(), [_row(this) for this in rounds]))
    else:
        complain(_("There is no round yet."))


@round_.command(help=_("Say how far those in a round have come, as far as you may see it."))
@click.argument("number", metavar=_("NUMBER"), callback=_number)
@_formats
def show(number: int, form: str) -> None:
    """Write how far those in a round have come."""
    from ijtui.cli.output import hand_out, say
    from ijtui.cli.owner import at_desk
    from ijtui.minutes import coverage
    from ijtui.words import spoken

    with at_desk() as (desk, me):
        seen = desk.rounds.coverage(me, desk.rounds.get(me, number))
    if form == "csv":
        hand_out(coverage.as_table(seen, spoken()))
    else:
        say(coverage.as_json(seen) if form == "json" else coverage.as_markdown(seen, spoken()))


@round_.command(
    "open",
    help=_(
        "Make a round for everybody, or for the units given, and say its number.\n\n"
        "Everybody is in it who works there today. People who come later are put in by: ijtui round update"
    ),
)
@click.argument("name", metavar=_("NAME"))
@click.option("--first", required=True, metavar=_("DAY"), help=_("The first day of the season."))
@click.option("--last", required=True, metavar=_("DAY"), help=_("The last day of the season."))
@click.option(
    "--unit", "units", multiple=True, metavar=_("UNIT"), help=_("Only those who work in this unit.")
)
@click.option(
    "--template",
    default="annual",
    metavar=_("NAME"),
    help=_("The template that is booked; annual where none is given."),
)
def open_(name: str, first: str, last: str, units: Sequence[str], template: str) -> None:
    """Make a round."""
    from ijtui.cli.output import say
    from ijtui.cli.owner import at_desk
    from ijtui.domain.agenda import Kind
    from ijtui.domain.round import Round

    season = _day(first), _day(last)
    with at_desk() as (desk, me):
        agenda = _agenda(desk, me, template)
        wanted = frozenset(_unit(desk, me, unit) for unit in units)
        made = Round(name, *season, agenda.kind or Kind.ANNUAL, agenda.name.key, units=wanted)
        stored = desk.rounds.add(me, made)
        people = len(desk.rounds.members(me, stored))
    inside = ngettext("one person", "{number} people", people)
    say(_("Round {number}: {name}, {people}.", number=stored.id, name=stored.name, people=inside))


@round_.command(help=_("Put those into an open round who work there now, and take those out who have left."))
@click.argument("number", metavar=_("NUMBER"), callback=_number)
def update(number: int) -> None:
    """Bring up to date who is in a round."""
    from ijtui.cli.output import say
    from ijtui.cli.owner import at_desk

    with at_desk() as (desk, me):
        found = desk.rounds.bring_up_to_date(me, desk.rounds.get(me, number))
    say(_("Put in: {new}. Taken out: {gone}.", new=len(found.new), gone=len(found.gone)))


@round_.command(help=_("Close a round: nobody is reminded of it any more."))
@click.argument("number", metavar=_("NUMBER"), callback=_number)
def close(number: int) -> None:
    """Close a round."""
    from ijtui.cli.output import say
    from ijtui.cli.owner import at_desk

    with at_desk() as (desk, me):
        closed = desk.rounds.close(me, desk.rounds.get(me, number))
    say(_("“{name}” is closed.", name=closed.name))


def _head() -> tuple[str, ...]:
    return _("Number"), _("Name"), _("First day"), _("Last day"), _("Closed on")


def _row(this: Round) -> tuple[str, ...]:
    closed = this.closed.isoformat() if this.closed else ""
    return str(this.id), this.name, this.first.isoformat(), this.last.isoformat(), closed


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise BadInput(_NO_DAY, text=text[:40]) from error


def _agenda(desk: Desk, me: Person, name: str) -> Offered:
    found = next((item for item in desk.templates.agendas(me) if item.name.key == name), None)
    if found is None:
        raise NotFound(_NO_TEMPLATE, name=name[:60])
    return found


def _unit(desk: Desk, me: Person, name: str) -> int:
    found = desk.organisation.tree(me).named(name.strip())
    if found is None:
        raise NotFound(_NO_UNIT, name=name[:60])
    return found.id
