"""`ijtui list`: what the file holds, as columns for people or as JSON for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ijtui.words import _

if TYPE_CHECKING:
    from ijtui.cli.listing import Listing

_KINDS = ("people", "conversations", "actions", "goals")


@click.command(
    "list",
    help=_(
        "List people, conversations, actions or goals.\n\n"
        "People by name, conversations with the latest first, actions with the first due first, and each "
        "person's goals with those that go on first."
    ),
)
@click.argument("what", type=click.Choice(_KINDS), metavar="|".join(_KINDS))
@click.option("--json", "as_json", is_flag=True, help=_("For programs: JSON, with the same names for ever."))
def list_(what: str, as_json: bool) -> None:
    """List people, conversations, actions or goals."""
    from ijtui.cli.output import complain, say
    from ijtui.cli.table import table

    found = _find(what)
    if as_json:
        import json

        say(json.dumps(found.objects, ensure_ascii=False, indent=2))
    elif found.rows:
        say(table(found.head, found.rows))
    else:
        complain(found.empty)


def _find(what: str) -> Listing:
    from ijtui.cli import listing
    from ijtui.cli.listing_goals import goals
    from ijtui.cli.owner import at_desk

    look = {
        "people": listing.people,
        "conversations": listing.conversations,
        "actions": listing.actions,
        "goals": goals,
    }
    with at_desk() as (desk, owner):
        return look[what](desk, owner)
