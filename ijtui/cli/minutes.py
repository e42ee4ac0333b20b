"""`ijtui minutes`: one conversation as a document."""

from __future__ import annotations

import re
from pathlib import Path

import click

from ijtui.cli.to_file import FORCE, OUTPUT, put
from ijtui.words import _

_FORMATS = ("md", "docusaurus", "short", "json")
_LARGEST = 2**63 - 1  # the storage has no larger number


def number_of(_context: click.Context, _argument: click.Parameter, value: str) -> int:
    """Return the number of a conversation; refuse what can't be one."""
    if re.fullmatch(r"[0-9]{1,19}", value) and int(value) <= _LARGEST:
        return int(value)
    raise click.BadParameter(
        _("“{text}” is not the number of a conversation. See: ijtui list conversations", text=value[:40])
    )


@click.command(
    help=_(
        "Write the minutes of a conversation as Markdown.\n\n"
        "They hold what both of you may see and nothing private."
        " The same conversation always gives the same text."
        " They are written in the conversation's own language."
        " The number is the one that ijtui list conversations shows."
    )
)
@click.argument("number", metavar=_("NUMBER"), callback=number_of)
@OUTPUT
@FORCE
@click.option(
    "--format",
    "form",
    type=click.Choice(_FORMATS),
    default=_FORMATS[0],
    help=_(
        "md for Markdown (the usual one), docusaurus for a page with front matter,"
        " short for a direct message, json for everything."
    ),
)
def minutes(number: int, output: Path | None, force: bool, form: str) -> None:
    """Write the minutes of a conversation."""
    from ijtui.cli.owner import at_desk
    from ijtui.minutes import Format, render

    with at_desk() as (desk, owner):
        record = desk.plans.record(owner, number)
        text = render(record, Format(form))
        desk.looks.exported(owner, record.conversation, form)
    put(text, output, force=force)
