"""`ijtui weed`: removing what is no longer to be kept, from one's own file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ijtui.words import _

if TYPE_CHECKING:
    from ijtui.cli.keeping import Keeper

_FORMATS = ("md", "json")

HELP = _(
    "Remove what is no longer to be kept, by rules that you have chosen.\n\n"
    "What goes are words: texts and their earlier versions, journals, feedback, the words of goals,"
    " agreements and signed plans. Rows that figures are counted from stay, so do the history, hashes and"
    " signatures. The receipt on the standard output has counts and ids. With --dry-run it is a list of what"
    " would go. The exit code is 1 while freed pages or older copies still hold what was removed."
)


def weeding_command(opened: Callable[[], AbstractContextManager[Keeper]]) -> click.Command:
    """Return the command for the file that `opened` opens."""

    @click.command(
        "weed", short_help=_("Remove what is no longer to be kept."), help=HELP, params=list(_options())
    )
    @click.pass_context
    def weed(context: click.Context, /, **given: Any) -> None:
        from ijtui.cli.keeping import Wish
        from ijtui.cli.keeping import weed as do

        with opened() as keeper:
            context.exit(do(keeper, Wish(**given)))

    return weed


def _options() -> Iterator[click.Option]:
    yield click.Option(["--dry-run"], is_flag=True, help=_("List what would be removed, and change nothing."))
    yield click.Option(
        ["--on", "day"], metavar=_("DAY"), default="", help=_("Seen from that day, such as 2027-01-31.")
    )
    yield click.Option(
        ["--rules", "show_rules"], is_flag=True, help=_("Write the rules that hold now, with their reasons.")
    )
    yield click.Option(
        ["--choose"],
        metavar=_("FILE"),
        type=click.Path(path_type=Path, allow_dash=True),
        help=_("Choose the rules in that file; the day and who chose them are stored."),
    )
    yield click.Option(
        ["--backups", "copies"],
        is_flag=True,
        help=_("Also remove the copies from before, after a new one is made."),
    )
    yield click.Option(
        ["--format", "form"],
        type=click.Choice(_FORMATS),
        default=_FORMATS[0],
        help=_("md to read and keep (the usual one), json with everything, for programs."),
    )
    yield click.Option(["--yes", "sure"], is_flag=True, help=_("Don't ask before anything is removed."))


@contextmanager
def own_file() -> Iterator[Keeper]:
    """Open one's own file."""
    from ijtui.cli.keeping import Keeper
    from ijtui.cli.owner import at_desk

    with at_desk() as (desk, owner):
        yield Keeper(desk, owner)


weed = weeding_command(own_file)
