"""`ijtui demo`: a filled example to play with, away from the person's own file."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import click

from ijtui.cli.program import given, remember
from ijtui.words import _

_YEARS = range(1970, 9000)  # the example reaches two years back and one ahead


def _within_reach(
    _context: click.Context, _option: click.Parameter, value: datetime | None
) -> datetime | None:
    if value is not None and value.year not in _YEARS:
        raise click.BadParameter(_("choose a day in our time."))
    return value


@click.command(
    help=_(
        "Open a filled example.\n\n"
        "A manager, four people, two years of conversations. Do with it what you like:"
        " your own file is left alone, and the example is gone when you quit."
        " To keep one, write it to a file with --fill and open that with ijtui --db FILE.\n\n"
        "With --size municipality it is 5 000 people and ten years, which takes half a minute or more"
        " and about 400 MB; --fill says where."
    )
)
@click.option(
    "--fill",
    "file",
    metavar=_("FILE"),
    type=click.Path(path_type=Path),
    help=_("Write the example to this new file, and open nothing."),
)
@click.option(
    "--size",
    type=click.Choice(["team", "municipality"]),
    default="team",
    show_default=True,
    help=_("How large the example is."),
)
@click.option("--db", hidden=True, expose_value=False, callback=remember)
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), callback=_within_reach, hidden=True)
@click.pass_context
def demo(context: click.Context, file: Path | None, size: str, today: datetime | None) -> None:
    """Open the example, or write it to a file."""
    from ijtui.clock import wall_clock

    if given("db"):
        raise click.UsageError(
            _("The example uses no file of yours. To write it to one: ijtui demo --fill FILE")
        )
    day = (today or wall_clock()).date()
    if size == "municipality":
        if file is None:
            raise click.UsageError(_("One that large is written to a file. Say which with --fill FILE"))
        _fill(file.absolute(), day, _municipality)
    elif file is None:
        context.exit(_open(day))
    else:
        _fill(file.absolute(), day, _team)


def _team(file: Path, spoken: str, day: date) -> None:
    from ijtui.services.demo import fill

    fill(file, spoken, day)


def _municipality(file: Path, spoken: str, day: date) -> None:
    """Write it, and show how far it has come where somebody looks on."""
    from ijtui.services.demo.municipality import YEARS, fill_municipality

    said = _("Writing ten years of a municipality")
    with click.progressbar(length=YEARS, label=said, file=sys.stderr) as bar:
        fill_municipality(file, spoken, day, told=lambda _year: bar.update(1))


def _fill(file: Path, day: date, fill: Callable[[Path, str, date], None]) -> None:
    from ijtui.cli.output import say
    from ijtui.words import language

    fill(file, language(), day)
    say(_("The example is written. Open it with: ijtui --db {file}", file=file))


def _open(day: date) -> int:
    """Open the example in a folder of its own that only this account can enter, and take it away again."""
    from tempfile import TemporaryDirectory

    from ijtui.cli.open import open_app
    from ijtui.cli.output import say
    from ijtui.services.demo import fill
    from ijtui.terminal.environment import refuse_unusable_terminal
    from ijtui.words import language

    refuse_unusable_terminal()
    with TemporaryDirectory(prefix="ijtui-demo-", ignore_cleanup_errors=True) as folder:
        file = Path(folder, "ijtui.db")
        spoken = language()
        fill(file, spoken, day)
        code = open_app(file, spoken)
    if code == 0:
        say(_("The example is gone. To keep one: ijtui demo --fill FILE"))
    return code
