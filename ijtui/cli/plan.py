"""`ijtui plan`: the plan of a conversation, byte for byte as it is signed."""

from __future__ import annotations

import click

from ijtui.cli.minutes import number_of
from ijtui.words import _


@click.command(
    short_help=_("Write the plan as it is signed."),
    help=_(
        "Write the plan of a conversation as JSON, byte for byte as it is signed.\n\n"
        "At a shared server you can sign it with your own SSH key: keep it as plan.json,"
        " run ssh-keygen -Y sign -n plan@ijtui plan.json, and send plan.json.sig to the command sign."
    ),
)
@click.argument("number", metavar=_("NUMBER"), callback=number_of)
def plan(number: int) -> None:
    """Write the plan."""
    from ijtui.cli.output import hand_out
    from ijtui.cli.owner import at_desk

    with at_desk() as (desk, me):
        conversation = desk.conversations.get(me, number)
        data = desk.signing.plan_json(me, conversation)
        desk.looks.took_plan(me, conversation)
    hand_out(data)
