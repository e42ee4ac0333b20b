"""`ijtui journal`: the whole journal in one file, and back."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ijtui.cli.to_file import FORCE, OUTPUT, is_file
from ijtui.errors import BadInput
from ijtui.words import N_, _, ngettext

if TYPE_CHECKING:
    from ijtui.services.journal_leaves import Imported

_FORMATS = ("md", "json")
_MOST_BYTES = 256 * 1024 * 1024
"""Of a file that is read back: some hundred thousand entries. What never ends, as a device, ends here."""

_NO_FILE = N_("The file {file} can't be read: {reason}.")


@click.group(
    short_help=_("Export and import your journal."),
    help=_("Write your journal to one file, and read such a file back."),
)
def journal() -> None:
    """Hold the commands below."""


@journal.command(
    help=_(
        "Write your own entries as one text, oldest first.\n\n"
        "ijtui journal import reads it back to the same entries. It holds what only you see: keep it so."
    )
)
@click.option("--since", metavar=_("DAY"), help=_("Only entries from this day on (2026-01-01, 30/11, mon)."))
@click.option(
    "--format",
    "form",
    type=click.Choice(_FORMATS),
    default=_FORMATS[0],
    help=_("md for Markdown (the usual one), json for programs."),
)
@OUTPUT
@FORCE
def export(since: str | None, form: str, output: Path | None, force: bool) -> None:
    """Write the journal."""
    from ijtui.cli.output import say

    text = _exported(since, form)
    if is_file(output):
        from ijtui.minutes.files import write_new

        write_new(output, f"{text}\n", force)
    else:
        say(text)


def _exported(since: str | None, form: str) -> str:
    """Return the owner's entries as text."""
    from ijtui import dates
    from ijtui.cli.owner import at_desk
    from ijtui.minutes.journal import as_json, markdown
    from ijtui.services.journal_leaves import leaves
    from ijtui.words import spoken

    with at_desk() as (desk, owner):
        day = dates.read_day(since, desk.clock().date()) if since else None
        found = leaves(desk, owner, desk.journal.own(owner, day))
    if form == "json":
        return as_json(found, owner.name)
    return markdown(found, _("Journal · {what}", what=owner.name), spoken())


@journal.command(
    "import",
    short_help=_("Read a journal that was exported."),
    help=_(
        "Read entries from a file that ijtui journal export wrote, Markdown or JSON.\n\n"
        "Entries that are here already stay as they are, so reading a file twice changes nothing."
        " Where something in the file is wrong nothing is read."
    ),
)
@click.argument("file", metavar=_("FILE"), type=click.Path(path_type=Path))
def import_(file: Path) -> None:
    """Read entries from a file."""
    from ijtui.cli.output import say
    from ijtui.cli.owner import at_desk
    from ijtui.minutes.journal_read import read_journal
    from ijtui.services.journal_leaves import take_in

    try:
        with file.open("rb") as stream:
            data = stream.read(_MOST_BYTES + 1)
        if len(data) > _MOST_BYTES:
            raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise BadInput(_NO_FILE, file=file, reason=reason) from error
    read = read_journal(data, str(file))
    with at_desk() as (desk, owner):
        say("\n".join(_told(take_in(desk, owner, read, str(file)))))


def _told(done: Imported) -> list[str]:
    """Return what came of it, a line for each thing one should know."""
    said = [ngettext("{number} entry is new.", "{number} entries are new.", done.new)]
    if done.known:
        known = ngettext(
            "{number} was here already and stays as it is.",
            "{number} were here already and stay as they are.",
            done.known,
        )
        said.append(known)
    if done.people:
        names = ", ".join(done.people)
        said.append(
            _(
                "Nobody here, or more than one, is called {names}; entries about them are about nobody.",
                names=names,
            )
        )
    if done.goals:
        said.append(
            _(
                "No goal here, or more than one, is called: {names}. Nothing points at it.",
                names="; ".join(done.goals),
            )
        )
    if done.unshared:
        shared = ngettext(
            "{number} that was shared is only yours here.",
            "{number} that were shared are only yours here.",
            done.unshared,
        )
        said.append(shared)
    return said
