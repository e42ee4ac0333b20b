"""`ijtui hold`: nothing of a person or a conversation is weeded while a legal hold stands."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

import click

from ijtui.cli.weed import own_file
from ijtui.words import _

if TYPE_CHECKING:
    from ijtui.cli.keeping import Keeper


def hold_commands(opened: Callable[[], AbstractContextManager[Keeper]]) -> click.Group:
    """Return the commands for the file that `opened` opens."""

    @click.group(
        "hold",
        short_help=_("Hold something back from weeding."),
        help=_(
            "Hold something back from weeding.\n\n"
            "While a legal hold stands, nothing of that conversation, or nothing that has to do with that"
            " person, is weeded, and every receipt counts what was held. The person reads the reason in their"
            " own data."
        ),
    )
    def hold() -> None:
        """What can be done is said by the commands under it."""

    @hold.command("add", help=_("Hold back a person's records, or with --conversation those of one."))
    @click.argument("who", metavar=_("[PERSON]"), default="")
    @click.option("--conversation", metavar=_("NUMBER"), type=click.IntRange(1), help=_("Its number."))
    @click.option("--reason", metavar=_("WORDS"), required=True, help=_("The case or the decision."))
    def add(who: str, conversation: int | None, reason: str) -> None:
        """Store a hold."""
        from ijtui.cli.keeping import add_hold

        with opened() as keeper:
            add_hold(keeper, who, conversation, reason)

    @hold.command("remove", help=_("Lift a hold; the list says its number."))
    @click.argument("number", metavar=_("NUMBER"), type=click.IntRange(1))
    def remove(number: int) -> None:
        """Lift a hold."""
        from ijtui.cli.keeping import remove_hold

        with opened() as keeper:
            remove_hold(keeper, number)

    @hold.command("list", help=_("List the holds that stand, and those that were lifted."))
    def list_() -> None:
        """List every hold."""
        from ijtui.cli.keeping import list_holds

        with opened() as keeper:
            list_holds(keeper)

    return hold


hold = hold_commands(own_file)
