"""`ijtui doctor`: what is wrong, and the command that mends it."""

from __future__ import annotations

import click

from ijtui.words import _

_FINE, _WRONG = " ", "!"


@click.command(
    help=_(
        "Say what is wrong, and which command mends it.\n\n"
        "Your file and what is around it are looked at, and nothing is changed."
        " The exit code is 1 when something is wrong, marked with !."
    )
)
@click.pass_context
def doctor(context: click.Context) -> None:
    """Say what is wrong and what mends it."""
    from ijtui.cli.output import say
    from ijtui.cli.program import database
    from ijtui.services.doctor import examine

    findings = examine(database())
    for finding in findings:
        say(f"{_FINE if finding.ok else _WRONG} {finding.message}")
        if finding.mend:
            say(f"    {finding.mend}")
    if not all(finding.ok for finding in findings):
        context.exit(1)
