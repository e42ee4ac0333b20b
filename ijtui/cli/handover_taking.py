"""`ijtui handover import`: a handover from an encrypted file, looked at before anything is saved."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ijtui.cli.secret import asked
from ijtui.errors import BadInput
from ijtui.words import N_, _, ngettext

if TYPE_CHECKING:
    from ijtui.services.handover_files import Arrival

_NO_FILE = N_("The file {file} can't be read: {reason}.")
_NO_KEY = N_("This file is sealed for a key. Give the file with your secret key: --identity FILE")
_UNSURE = N_("Nothing is saved. Give the command again with --yes.")
_KEY_BYTES = 64 * 1024
_YES = frozenset({"y", "yes", "j", "ja"})


@click.command(
    "import",
    short_help=_("Take in a handover from an encrypted file."),
    help=_(
        "Take in a handover from an encrypted file, into a file of your own.\n\n"
        "It is shown what the file holds before anything is saved. The same file twice changes nothing. A"
        " passphrase is asked for at the terminal. Whom it is about is found by employee number or name;"
        " where that is unclear you say which person you mean."
    ),
)
@click.argument("file", metavar=_("FILE"), type=click.Path(path_type=Path))
@click.option(
    "--identity",
    metavar=_("FILE"),
    type=click.Path(path_type=Path),
    help=_("The file with your secret key, as age-keygen has written it."),
)
@click.option(
    "--person", type=click.IntRange(1), metavar=_("NUMBER"), help=_("Whom it is about, by number here.")
)
@click.option(
    "--leaver", type=click.IntRange(1), metavar=_("NUMBER"), help=_("Who hands over, by number here.")
)
@click.option("--dry-run", is_flag=True, help=_("Only say what would be saved."))
@click.option("--yes", is_flag=True, help=_("Save without asking."))
def import_(
    file: Path, identity: Path | None, person: int | None, leaver: int | None, dry_run: bool, yes: bool
) -> None:
    """Open a file, say what is in it, and save it once somebody agrees."""
    from ijtui.cli.output import say
    from ijtui.cli.owner import at_desk
    from ijtui.minutes.handover_read import read_package

    package = read_package(_opened(file, identity), str(file))
    with at_desk() as (desk, me):
        arrival = desk.handovers.look(me, package, person or 0, leaver or 0)
        say("\n".join(_told(arrival)))
        if dry_run or arrival.known:
            return
        if not _is_sure(yes):
            say(_("Nothing is saved."))
            return
        taken = desk.handovers.take_in(me, package, person or 0, leaver or 0)
    say(_("It is saved. All of it: ijtui handover show {number} --all", number=taken.id))


def _opened(file: Path, identity: Path | None) -> bytes:
    """Return what stands in the file, asking for the passphrase where there is one."""
    from ijtui.sealed_file import LARGEST, unseal, unseal_with_passphrase, wants_passphrase

    data = _read(file, LARGEST)
    if wants_passphrase(data):
        return unseal_with_passphrase(data, asked(_("Passphrase of the file"), "--identity"))
    if identity is None:
        raise BadInput(_NO_KEY)
    return unseal(data, _read(identity, _KEY_BYTES), str(identity))


def _read(file: Path, most: int) -> bytes:
    try:
        with file.open("rb") as stream:
            data = stream.read(most + 1)
        if len(data) > most:
            raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise BadInput(_NO_FILE, file=file, reason=reason) from error
    return data


def _told(arrival: Arrival) -> list[str]:
    """Say from whom, about whom, and what would become of each part."""
    from ijtui.domain.handover_arrival import Fate
    from ijtui.domain.handover_items import MATTERS
    from ijtui.minutes.handover import SHORT

    package = arrival.package
    lines = [
        _("Handover of {name} from {leaver}, from {day} on", name=package.employee.name,
          leaver=package.leaver.name, day=package.day),
    ]  # fmt: skip
    if arrival.known:
        return [*lines, _("You have taken it in already; nothing changes.")]
    if not arrival.employee.id:
        lines.append(_("{name} is new here and is added to your people.", name=package.employee.name))
    new, changed = arrival.count(Fate.NEW), arrival.count(Fate.CHANGED)
    lines.append(ngettext("{number} new agreement", "{number} new agreements", new))
    if changed:
        lines.append(ngettext("{number} agreement changes", "{number} agreements change", changed))
    for matter in package.matters:
        pages = sum(MATTERS[page.kind] is matter for page in package.pages)
        if pages:
            lines.append(f"{_(SHORT[matter])}: {pages}")
    return lines


def _is_sure(yes: bool) -> bool:
    """Whether to save; asks where somebody can answer.

    Raises:
        BadInput: nobody can.
    """
    if yes:
        return True
    if sys.stdin is None or not sys.stdin.isatty():
        raise BadInput(_UNSURE)
    said = click.prompt(_("Save this? yes or no"), default=_("no"), err=True)
    return str(said).strip().casefold() in _YES
