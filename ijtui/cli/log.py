"""`ijtui log`: an entry in the journal, from the shell in one line."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from ijtui.clean import clean_line
from ijtui.errors import BadInput
from ijtui.words import N_, _

if TYPE_CHECKING:
    from ijtui.domain.goal import Goal

_TAG = re.compile(r"#?(\w[\w/-]*)")
_NO_TAG = N_("“{text}” is no tag. Write one word, such as demo.")
_NO_GOAL = N_("No goal fits “{text}”. These go on: {goals}")
_SEVERAL = N_("More than one goal fits “{text}”: {goals}. Give its number.")
_LONGEST = 60
_MOST_BYTES = 16 * 1024 * 1024
"""Of what is read: far more than an entry holds, so that what never ends is told to be too long."""

_HINT = N_("Write your entry. End it with ctrl+d on a line of its own, or give up with ctrl+c.")


@click.command(
    short_help=_("Write an entry in your journal."),
    help=_(
        "Write an entry in your journal.\n\n"
        "Without TEXT it is read from the standard input. Only you see it; in ijtui you can share it."
    ),
)
@click.argument("text", metavar=_("[TEXT]"), nargs=-1)
@click.option(
    "--goal", metavar=_("GOAL"), help=_("Let it point at this goal: its number, or words of its title.")
)
@click.option(
    "--tag", "tags", multiple=True, metavar=_("WORD"), help=_("Add a tag; may be given several times.")
)
def log(text: tuple[str, ...], goal: str | None, tags: tuple[str, ...]) -> None:
    """Store an entry and say in one line what was stored."""
    from textwrap import shorten

    from ijtui import dates
    from ijtui.cli.output import say
    from ijtui.cli.owner import at_desk
    from ijtui.words import spoken

    marks = " ".join(f"#{_tag(tag)}" for tag in tags)
    with at_desk() as (desk, owner):
        body = "\n".join(part for part in (_written(text).strip("\n"), marks) if part)
        number = None if goal is None else _goal(goal, desk.goals.visible(owner))
        entry = desk.journal.new(owner, desk.journal.blank(owner, body=body, goal=number))
    title, day = shorten(clean_line(entry.title), _LONGEST, placeholder="…"), dates.short(entry.day, spoken())
    say(_("Saved in your journal, {day}: “{title}”. Only you see it.", day=day, title=title))


def _goal(text: str, goals: Sequence[Goal]) -> int:
    """Return the number of the goal that somebody named; of those whose title fits the ones that go on.

    Raises:
        BadInput: none fits, or several do; the sentence names them.
    """
    from ijtui.domain.journal import folded

    wanted = folded(_heard(text.encode("utf-8", "surrogateescape")).strip())
    fitting = [goal for goal in goals if wanted and wanted in folded(goal.title)]
    open_ones = [goal for goal in fitting if goal.is_open]
    found = [goal for goal in goals if str(goal.id) == wanted] or open_ones or fitting
    if len(found) == 1:
        return found[0].id
    named = "; ".join(f"{goal.id} {clean_line(goal.title)}" for goal in found or goals if goal.is_open)
    raise BadInput(_SEVERAL if found else _NO_GOAL, text=text[:40], goals=named)


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
    return _heard(sys.stdin.buffer.read(_MOST_BYTES))


def _heard(data: bytes) -> str:
    """Return bytes as text; what is not UTF-8 comes from a terminal that speaks Latin-1."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("latin-1")
