"""`ijtui handover export`: a handover as an encrypted file, for a successor with a file of their own."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ijtui.cli.secret import asked_twice
from ijtui.domain.handover import CHOICES, Matter
from ijtui.errors import BadInput, NotFound
from ijtui.words import N_, _

if TYPE_CHECKING:
    from ijtui.domain.handover import Handover
    from ijtui.domain.person import Person
    from ijtui.services.desk import Desk

_NO_PERSON = N_("Nobody here is called {name}. See: ijtui list people")
_NAMESAKES = N_("There are several named {name} here: {numbers}. Give the number instead of the name.")
_NO_SUCCESSOR = N_("Say who takes over: --successor NAME")
_ONE_WAY = N_("Say how it is sealed: --recipient age1… for the successor's key, or --passphrase.")


@click.command(
    short_help=_("Write a handover as an encrypted file."),
    help=_(
        "Write a handover as an encrypted file for the successor, from a file of your own.\n\n"
        "PERSON is a name or a number. What both of you let go on beside the agreements you say with --with."
        " Seal it with the successor's public key (--recipient) or with a passphrase that is asked for and"
        " that you tell them another way. From that day open actions are the successor's."
    ),
)
@click.argument("person", metavar=_("PERSON"))
@click.option(
    "--to",
    "to",
    metavar=_("FILE"),
    required=True,
    type=click.Path(path_type=Path),
    help=_("Write to this file."),
)
@click.option(
    "--recipient",
    "recipients",
    multiple=True,
    metavar="age1…",
    help=_("Seal it for this public key; may be given again."),
)
@click.option("--passphrase", is_flag=True, help=_("Seal it with a passphrase, which is asked for."))
@click.option("--successor", default="", metavar=_("NAME"), help=_("Who takes over."))
@click.option(
    "--with",
    "chosen",
    multiple=True,
    type=click.Choice([one.value for one in CHOICES]),
    help=_("Goes on, too, for you both have said so; may be given again."),
)
@click.option("--force", is_flag=True, help=_("Replace the file if there is one."))
def export(
    person: str,
    to: Path,
    recipients: tuple[str, ...],
    passphrase: bool,
    successor: str,
    chosen: tuple[str, ...],
    force: bool,
) -> None:
    """Hand over and write the file."""
    from ijtui.cli.output import say
    from ijtui.cli.owner import at_desk
    from ijtui.minutes.files import check_new, write_new
    from ijtui.minutes.handover import as_markdown, receipt_sections
    from ijtui.sealed_file import seal, seal_with_passphrase
    from ijtui.words import spoken

    if bool(recipients) == passphrase:
        raise BadInput(_ONE_WAY)
    check_new(to, force)
    secret = asked_twice("--recipient") if passphrase else ""
    if recipients:
        seal(b"", recipients)  # a wrong key is said before anything is handed over
    with at_desk() as (desk, me):
        way = _way(desk, me, _person(desk, me, person), successor, [Matter(one) for one in chosen])
        body = desk.handovers.package(me, way).body()
        receipt = desk.handovers.receipt(me, way)
    write_new(to, seal_with_passphrase(body, secret) if passphrase else seal(body, recipients), force)
    if receipt is not None:
        say(as_markdown(receipt_sections(receipt, spoken()), spoken()))
    say(_("It lies in {file}, and only the successor can open it.", file=to))


def _way(desk: Desk, me: Person, employee: Person, successor: str, chosen: list[Matter]) -> Handover:
    """Return the handover that is there already, or begin one and let it take place."""
    from ijtui.domain.handover import State

    there = [way.handover for way in desk.handovers.of(me, employee) if way.handover]
    newest = there[0] if there else None
    if newest is not None and newest.leaver == me.id and newest.state is State.MOVED:
        return newest
    if not successor and (newest is None or newest.state is State.MOVED):
        raise BadInput(_NO_SUCCESSOR)
    return desk.handovers.prepare(me, employee, successor, desk.clock().date(), chosen)


def _person(desk: Desk, me: Person, wanted: str) -> Person:
    """Return who has that number or that name.

    Raises:
        NotFound: nobody has, or several.
    """
    if re.fullmatch(r"[0-9]{1,18}", wanted):
        return desk.people.get(me, int(wanted))
    found = [one for one in desk.people.all(me) if one.name.casefold() == wanted.strip().casefold()]
    if len(found) == 1:
        return found[0]
    if found:
        raise NotFound(_NAMESAKES, name=wanted, numbers=", ".join(str(one.id) for one in found))
    raise NotFound(_NO_PERSON, name=wanted)
