"""`ijtui log`: an entry in the journal, from the shell in one line."""

from __future__ import annotations

import re
import sys

import click

from ijtui.errors import BadInput
from ijtui.words import N_, _

_TAG = re.compile(r"#?(\w[\w/-]*)")
_NO_TAG = N_("“{text}” is no tag. Write one word, such as demo.")
_LONGEST = 60
_HINT = N_("Write your entry. End it with ctrl+d on a line of its own, or give up with ctrl+c.")


@click.command(
    short_help=_("Write an entry in your journal."),
    help=_(
        "Write an entry in your journal.\n\n"
        "Without TEXT it is read from the standard input. Only you see it; in ijtui you can share it."
    ),
)
@click.argument("text", metavar=_("[TEXT]"), nargs=-1)
@click.option("--goal", type=click.IntRange(1), metavar=_("NUMBER"), help=_("Let it point at this goal."))
@click.option(
    "--tag", "tags", multiple=True, metavar=_("WORD"), help=_("Add a tag; may be given several times.")
)
def log(text: tuple[str, ...], goal: int | None, tags: tuple[str, ...]) -> None:
    """Store an entry and say in one line what was stored."""
    from textwrap import shorten

    from ijtui import dates
    from ijtui.clean import clean_line
    from ijtui.cli.output import say
    from ijtui.cli.owner import at_desk
    from ijtui.words import spoken

    marks = " ".join(f"#{_tag(tag)}" for tag in tags)
    with at_desk() as (desk, owner):
        body = "\n".join(part for part in (_written(text).strip("\n"), marks) if part)
        entry = desk.journal.new(owner, desk.journal.blank(owner, body=body, goal=goal))
    title, day = shorten(clean_line(entry.title), _LONGEST, placeholder="…"), dates.short(entry.day, spoken())
    say(_("Saved in your journal, {day}: “{title}”. Only you see it.", day=day, title=title))


def _tag(text: str) -> str:
    found = _TAG.fullmatch(_heard(text.encode("utf-8", "surrogateescape")).strip())
    if found is None:
        raise BadInput(_NO_TAG, text=text[:40])
    return found[1]


def _written(text: tuple[str, ...]) -> str:
    """Return what was given in the line, or else all of the standard input."""
    if text:
        return _heard(" ".join(text).encode("utf-8", "surrogateescape"))
    if sys.stdin is None:
        return ""
    if sys.stdin.isatty():
        from ijtui.cli.output import complain

        complain(_(_HINT))
    return _heard(sys.stdin.buffer.read())


def _heard(data: bytes) -> str:
    """Return bytes as text; what is not UTF-8 comes from a terminal that speaks Latin-1."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("latin-1")
