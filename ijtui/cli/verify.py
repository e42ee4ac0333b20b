"""`ijtui verify`: whether an exported file holds the plan that both have signed."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ijtui.clean import clean_line
from ijtui.words import N_, _

if TYPE_CHECKING:
    from ijtui.minutes.exported import JsonExport, MarkdownExport
    from ijtui.services.verifying import Said, Verified

_SENTENCES = {
    True: (N_("{name} signed {moment}"), N_("with a reservation: {words}")),
    False: (N_("{name} declined {moment}"), N_("because: {words}")),
}
_UNREADABLE = N_("{file} can't be read ({reason}).")


@click.command(
    help=_(
        "Say whether exported minutes hold the plan that was signed.\n\n"
        "FILE is Markdown, a page for Docusaurus or JSON; - is the standard input. It is compared, line by"
        " line, with the version in your database, and it is said by whom and when that was signed. Minutes"
        " as JSON carry the signed text and can be checked without a database (--alone): then it is said"
        " whether they fit themselves. The exit code is 0 where the plan is the signed text, else 1. An"
        " extract for the salary review as JSON is checked against what the employee has seen."
    )
)
@click.argument("file", metavar=_("FILE"), type=click.Path(path_type=Path, allow_dash=True))
@click.option("--alone", is_flag=True, help=_("Check the file by itself, without a database."))
@click.pass_context
def verify(context: click.Context, file: Path, alone: bool) -> None:
    """Compare a file with what was signed."""
    from ijtui.cli.output import say
    from ijtui.minutes.exported import read_export
    from ijtui.minutes.salary_read import is_extract, read_extract

    contents = _contents(file)
    if is_extract(contents):
        from ijtui.cli.verify_extract import verify_extract

        context.exit(verify_extract(read_extract(contents, str(file)), alone))
    exported = read_export(contents, str(file))
    found = _verified(exported, alone)
    say("\n".join(_told(found)))
    context.exit(0 if found.same else 1)


def _contents(file: Path) -> bytes:
    """Return what is in the file, and no more than is needed to see that it is too large."""
    from ijtui.errors import BadInput
    from ijtui.minutes.exported import LARGEST

    if file == Path("-"):
        return sys.stdin.buffer.read(LARGEST + 1)
    try:
        with file.open("rb") as stream:
            return stream.read(LARGEST + 1)
    except OSError as error:
        raise BadInput(_UNREADABLE, file=file, reason=error.strerror or "") from error


def _verified(exported: JsonExport | MarkdownExport, alone: bool) -> Verified:
    from ijtui.cli.owner import at_desk
    from ijtui.cli.program import database
    from ijtui.services.verifying import by_itself, with_database

    if alone or not database().exists():
        return by_itself(exported)
    with at_desk() as (desk, owner):
        return with_database(desk.signing, desk.plans, owner, exported)


def _told(found: Verified) -> Iterator[str]:
    """Yield what was found, then what it was compared with."""
    from ijtui.cli.program import database
    from ijtui.domain.signature import short
    from ijtui.services.verifying import Against

    if found.against is Against.UNKNOWN:
        unknown = N_("{file} has no plan of yours with the SHA-256 {hash}: it is from elsewhere, or made up.")
        yield _(unknown, file=database(), hash=found.hash)
        return
    yield _("Version {number} · {hash}", number=found.version, hash=short(found.hash))
    yield from (_said(said) for said in found.said)
    yield from _verdict(found)
    if found.weeded is not None:
        yield _(
            "The words of this plan were weeded from {file} on {day}. Its hash and the signatures are kept.",
            file=database(),
            day=found.weeded,
        )
    elif found.against is Against.DATABASE:
        yield _("Compared with the version in {file}.", file=database())
    else:
        yield _(
            "Checked by what the file itself carries: that all of it fits, not that nobody made it up. "
            "Compare the SHA-256 with that of somebody who has the database: {hash}",
            hash=found.hash,
        )


def _verdict(found: Verified) -> Iterator[str]:
    if not found.intact:
        yield _("The signed text in the file was changed: its SHA-256 is another.")
    if found.differences:
        yield _("The plan in the file is not the signed text. Signed (-) and in the file (+):")
        yield from found.differences
    if found.same:
        yield _("The plan in the file is the signed text.")


def _said(said: Said) -> str:
    """Return who answered what and when, in what words, and whether a key proves it."""
    from ijtui.domain.signature import Answer
    from ijtui.screens.signing_words import how, moment

    answer, proven = said.answer, {True: _("proven by the key"), False: _("THE KEY DID NOT SIGN THIS")}
    sentence, own = _SENTENCES[answer.answer is Answer.SIGNED]
    parts = [_(sentence, name=said.name, moment=moment(answer.at)), how(answer)]
    parts += [proven[said.proven]] if said.proven is not None else []
    parts += [_(own, words=answer.said)] if answer.said else []
    return clean_line(", ".join(part for part in parts if part))
