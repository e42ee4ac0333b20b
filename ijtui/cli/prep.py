"""`ijtui prep`: a preparation as a form that anyone can fill in, and back."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ijtui.cli.minutes import number_of
from ijtui.cli.to_file import FORCE, OUTPUT, put
from ijtui.domain.conversation import Party
from ijtui.errors import BadInput
from ijtui.words import N_, _, ngettext

if TYPE_CHECKING:
    from ijtui.domain.paper import Change, Paper, Returned
    from ijtui.domain.person import Person
    from ijtui.services.desk import Desk

_MOST_BYTES = 16 * 1024 * 1024
"""Of a file that is read: more than all answers together hold. What never ends, as a device, ends here."""

_NO_FILE = N_("The file {file} can't be read: {reason}.")
_NOT_THIS = N_(
    "This form was written for other people or from another file. If it belongs to this conversation all the"
    " same, give its number: --number {number}"
)
_YES = frozenset({"y", "yes", "j", "ja"})
_NOT_SAVED = N_("Nothing is saved. Give the command again with --yes.")


@click.group(
    short_help=_("A preparation as a form, and back."),
    help=_("Write the questions of a preparation as a form that anyone can fill in, and read it back."),
)
def prep() -> None:
    """Hold the commands below."""


_FOR = click.option(
    "--for",
    "side",
    type=click.Choice([party.value for party in Party]),
    help=_("Who fills it in; without this, the other of you two."),
)


@prep.command(
    help=_(
        "Write the form of a conversation as Markdown.\n\n"
        "It holds the questions and what is written so far, as far as you may read it; never what the other"
        " keeps sealed. It is in the conversation's own language."
        " The number is the one that ijtui list conversations shows."
    )
)
@click.argument("number", metavar=_("NUMBER"), callback=number_of)
@_FOR
@OUTPUT
@FORCE
def export(number: int, side: str | None, output: Path | None, force: bool) -> None:
    """Write the form."""
    from ijtui.cli.owner import at_desk
    from ijtui.minutes.paper import markdown

    with at_desk() as (desk, owner):
        text = markdown(desk.papers.paper(owner, number, Party(side) if side else None))
    put(text, output, force=force)


@prep.command(
    "import",
    short_help=_("Read a form that was filled in."),
    help=_(
        "Read a form that was filled in, as a file or from the standard input (-).\n\n"
        "It doesn't matter what editors and mail have done to it. What was understood is shown first, and"
        " nothing is saved before you say so. What can't be placed is shown, too, and kept in your journal."
    ),
)
@click.argument("file", metavar=_("FILE"), type=click.Path(path_type=Path, allow_dash=True))
@click.option("--yes", is_flag=True, help=_("Save without asking."))
@click.option("--dry-run", is_flag=True, help=_("Show what was understood, and save nothing."))
@click.option(
    "--number",
    metavar=_("NUMBER"),
    callback=lambda context, option, value: value and number_of(context, option, value),
    help=_("Of which conversation it is, where the form no longer tells."),
)
@_FOR
def import_(file: Path, yes: bool, dry_run: bool, number: int | None, side: str | None) -> None:
    """Read a form, show what was understood, and save it."""
    from ijtui.cli.output import say
    from ijtui.cli.owner import at_desk
    from ijtui.domain.paper import changes
    from ijtui.minutes.paper_read import read_paper
    from ijtui.minutes.paper_text import text_of
    from ijtui.minutes.paper_told import is_anything_new, told

    source = "-" if file == Path("-") else str(file)
    text = text_of(_read(file), source)
    with at_desk() as (desk, owner):
        paper = _paper(desk, owner, text, source, number, Party(side) if side else None)
        returned = read_paper(text, paper)
        found = changes(paper, returned)
        say("\n".join(told(paper, returned, found)))
        if dry_run or not is_anything_new(found, returned):
            return
        if not _is_sure(file, yes):
            say(_("Nothing is saved."))
            return
        desk.papers.take_in(owner, paper, found, returned.rest, source)
        say(_saved(found, returned))


def _read(file: Path) -> bytes:
    try:
        if file == Path("-"):
            data = sys.stdin.buffer.read(_MOST_BYTES + 1) if sys.stdin else b""
        else:
            with file.open("rb") as stream:
                data = stream.read(_MOST_BYTES + 1)
        if len(data) > _MOST_BYTES:
            raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise BadInput(_NO_FILE, file=file, reason=reason) from error
    return data


def _paper(
    desk: Desk, owner: Person, text: str, source: str, number: int | None, party: Party | None
) -> Paper:
    """Return the form as it would be written now: the one that the code names, or the one that was asked for.

    Raises:
        BadInput: it doesn't say which it is, or it was written for others.
    """
    from ijtui.minutes.paper_read import code_of

    if number is not None:
        return desk.papers.paper(owner, number, party)
    code = code_of(text, source)
    named = int(code["number"])
    paper = desk.papers.paper(owner, named, Party(code["party"]))
    if paper.code != code["code"]:
        line = text.count("\n", 0, code.start("code")) + 1
        raise BadInput(_NOT_THIS, source, line, number=named)
    return paper


def _is_sure(file: Path, yes: bool) -> bool:
    """Whether to save; asks where somebody can answer.

    Raises:
        BadInput: nobody can.
    """
    if yes:
        return True
    if file == Path("-") or sys.stdin is None or not sys.stdin.isatty():
        raise BadInput(_NOT_SAVED)
    said = click.prompt(_("Save this? yes or no"), default=_("no"), err=True)
    return str(said).strip().casefold() in _YES


def _saved(found: tuple[Change, ...], returned: Returned) -> str:
    from ijtui.domain.paper import Fate

    number = sum(change.fate is not Fate.SAME for change in found)
    said = ngettext("{number} answer is saved.", "{number} answers are saved.", number)
    if any(not rest.is_signature for rest in returned.rest):
        return f"{said} {_('What could not be placed is in your journal.')}"
    return said
