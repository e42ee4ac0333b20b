"""`ijtui extract`: what goes to a salary review, once the employee has seen exactly that (D-G8)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ijtui.cli.to_file import FORCE, OUTPUT, put
from ijtui.words import _

if TYPE_CHECKING:
    from ijtui.domain.person import Person
    from ijtui.domain.salary import Extract
    from ijtui.services.desk import Desk

_FIRST, _LAST = 1900, 9999
_FORMATS = ("md", "json")


@click.command(
    short_help=_("Write what goes to a salary review."),
    help=_(
        "Write an extract for the salary review: goals, agreed points and agreed levels of a year.\n\n"
        "Nothing that was said in confidence is in it. The employee sees it first: the first time it is"
        " made and waits for them, on their start screen or on the same screen beside you. What they say"
        " to it goes along. If something changes after that, it is shown again. PERSON is a name or a"
        " number; without one it is your own."
    ),
)
@click.argument("who", metavar=_("[PERSON]"), default="")
@click.option(
    "--year",
    type=click.IntRange(_FIRST, _LAST),
    metavar=_("YEAR"),
    help=_("Of that year instead of the present one."),
)
@click.option(
    "--format",
    "form",
    type=click.Choice(_FORMATS),
    default=_FORMATS[0],
    help=_("md to read (the usual one), json for programs."),
)
@OUTPUT
@FORCE
def extract(who: str, year: int | None, form: str, output: Path | None, force: bool) -> None:
    """Make the extract, or write it out where the employee has seen it."""
    from ijtui.cli.owner import at_desk

    with at_desk() as (desk, me):
        found = _leaving(desk, me, who, year)
        text = _written(found, form)
    put(text, output, force=force)


def _leaving(desk: Desk, me: Person, who: str, year: int | None) -> Extract:
    """Return what may be written out; one's own may always, for it is about oneself.

    Raises:
        RuleBroken: the employee has not seen it; it is made, so that they can.
    """
    from ijtui.services.naming import one_named

    employee = one_named(desk.people.all(me), who) if who else me
    found = desk.salary.show(me, employee, year)
    return found if employee.id == me.id else desk.salary.take(me, found)


def _written(found: Extract, form: str) -> str:
    from ijtui.minutes.salary import as_json, as_markdown
    from ijtui.words import spoken

    return as_json(found) if form == "json" else as_markdown(found, spoken())
