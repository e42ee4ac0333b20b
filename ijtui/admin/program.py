"""The command `ijtui-admin` itself: its commands, and the options that hold for all of them."""

from __future__ import annotations

import click

from ijtui import __version__
from ijtui.cli.language import OPTION
from ijtui.cli.lazy import LazyGroup
from ijtui.cli.program import remember
from ijtui.words import LANGUAGES, _

_COMMANDS = {
    "install": "ijtui.admin.install:install",
    "person": "ijtui.admin.person:person",
    "key": "ijtui.admin.key:key",
    "backup": "ijtui.admin.backup:backup",
    "restore": "ijtui.admin.restore:restore",
    "chain": "ijtui.admin.chain:chain",
    "weed": "ijtui.admin.keeping:weed",
    "hold": "ijtui.admin.keeping:hold",
    "doctor": "ijtui.admin.doctor:doctor",
}

EVERYWHERE = (
    click.Option(
        [OPTION],
        type=click.Choice(tuple(LANGUAGES)),
        callback=remember,
        expose_value=False,
        help=_("Speak this language instead of that of your settings or system."),
    ),
    # Everything under another folder, to try an installation out; nothing that is read there is trusted less.
    click.Option(["--root"], type=click.Path(), callback=remember, expose_value=False, hidden=True),
)
"""Options that may stand before the command and after it."""


@click.group(
    cls=LazyGroup,
    lazy=_COMMANDS,
    everywhere=EVERYWHERE,
    context_settings={"help_option_names": ["-h", "--help"]},
    help=_(
        "Look after a shared ijtui server, as root.\n\n"
        "The service account owns what is written; root alone says who comes in. The page shared-server tells"
        " it from the beginning."
    ),
)
@click.version_option(__version__, message="ijtui-admin %(version)s", help=_("Show the version and exit."))
def program() -> None:
    """Every command does its own."""
