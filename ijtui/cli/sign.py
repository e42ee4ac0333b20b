"""`ijtui sign`: a plan signed with one's own SSH key, at a server that knows whose keys are whose."""

from __future__ import annotations

import sys

import click

from ijtui.cli.minutes import number_of
from ijtui.errors import NotAllowed
from ijtui.words import N_, _

_MOST_BYTES = 64 * 1024
"""Of what is read: far more than a signature takes."""

_NO_KEYS = N_("No key of yours is known here. You can sign in ijtui, which needs none.")


@click.command(
    short_help=_("Sign a plan with your SSH key."),
    help=_(
        "Sign the plan of a conversation with your own SSH key, at a shared server.\n\n"
        "The signature that ssh-keygen -Y sign has made of what the command plan wrote"
        " is read from the standard input."
    ),
)
@click.argument("number", metavar=_("NUMBER"), callback=number_of)
def sign(number: int) -> None:
    """Store a signature and say which version it is on."""
    from ijtui.cli.output import say
    from ijtui.cli.owner import at_desk
    from ijtui.cli.program import door

    come = door()
    if come is None or not come.keys:
        raise NotAllowed(_NO_KEYS)
    text = sys.stdin.buffer.read(_MOST_BYTES).decode("ascii", "replace") if sys.stdin else ""
    with at_desk() as (desk, me):
        conversation = desk.conversations.get(me, number)
        signed = desk.signing.sign_with_key(me, conversation, text, come.keys)
    say(_("You have signed version {number} of the plan with your key.", number=signed.plan.number))
