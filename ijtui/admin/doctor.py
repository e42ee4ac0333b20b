"""`ijtui-admin doctor`: every condition on which people rely, and the command that mends what isn't met."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from ijtui.words import _

if TYPE_CHECKING:
    from ijtui.admin.setup import Setup
    from ijtui.services.doctor import Finding

_FINE, _WRONG = " ", "!"


@click.command(
    help=_(
        "Say what is wrong with the server, and which command mends it.\n\n"
        "The account, the folders, both doors, the keys and the file are looked at, and nothing is changed."
        " The exit code is 1 when something is wrong, marked with !; a command without a mark is advice."
    )
)
@click.pass_context
def doctor(context: click.Context) -> None:
    """Say what is wrong and what mends it."""
    from ijtui.admin.setup import setup
    from ijtui.cli.output import say

    findings = tuple(_examine(setup().installed()))
    for finding in findings:
        say(f"{_FINE if finding.ok else _WRONG} {finding.message}")
        if finding.mend:
            say(f"    {finding.mend}")
    if not all(finding.ok for finding in findings):
        context.exit(1)


def _examine(server: Setup) -> Iterator[Finding]:
    """Yield what is found, from the outside in."""
    from ijtui.admin.findings import account, file, ground, keys, sshd, sudo

    yield from account.findings(server)
    yield from ground.findings(server)
    yield from sshd.findings(server)
    yield from sudo.findings(server)
    yield from keys.findings(server)
    yield from file.findings(server)
