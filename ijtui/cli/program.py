"""The command `ijtui` itself: its commands, and the options that hold for all of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ijtui import __version__, paths
from ijtui.cli.language import OPTION
from ijtui.cli.lazy import LazyGroup
from ijtui.words import LANGUAGES, _

if TYPE_CHECKING:
    from ijtui.domain.account import Door

_COMMANDS = {
    "demo": "ijtui.cli.demo:demo",
    "today": "ijtui.cli.today:today",
    "calendar": "ijtui.cli.calendar:calendar",
    "list": "ijtui.cli.list:list_",
    "log": "ijtui.cli.log:log",
    "journal": "ijtui.cli.journal:journal",
    "minutes": "ijtui.cli.minutes:minutes",
    "plan": "ijtui.cli.plan:plan",
    "sign": "ijtui.cli.sign:sign",
    "mine": "ijtui.cli.mine:mine",
    "extract": "ijtui.cli.extract:extract",
    "weed": "ijtui.cli.weed:weed",
    "hold": "ijtui.cli.hold:hold",
    "figure": "ijtui.cli.figure:figure",
    "handover": "ijtui.cli.handover:handover",
    "round": "ijtui.cli.round:round_",
    "people": "ijtui.cli.people:people",
    "prep": "ijtui.cli.prep:prep",
    "verify": "ijtui.cli.verify:verify",
    "template": "ijtui.cli.template:template",
    "competence": "ijtui.cli.competence:competence",
    "backup": "ijtui.cli.backup:backup",
    "restore": "ijtui.cli.restore:restore",
    "doctor": "ijtui.cli.doctor:doctor",
}


def remember(context: click.Context, option: click.Parameter, value: str | None) -> None:
    """Keep what was given for a common option, wherever it stands."""
    if value == "":
        raise click.BadParameter(_("the name of the file is empty."))
    if value is not None:
        context.meta[f"ijtui.{option.name}"] = value


def given(option: str) -> str:
    """Return what was given for a common option, before the command or after it, or ""."""
    return str(click.get_current_context().meta.get(f"ijtui.{option}", ""))


def database() -> Path:
    """Return the file that the running command is about."""
    return paths.database(given("db"))


def door() -> Door | None:
    """Return how somebody came in to a shared file, or None at one's own."""
    found: Door | None = click.get_current_context().obj
    return found


EVERYWHERE = (
    click.Option(
        ["--db"],
        metavar=_("FILE"),
        type=click.Path(),
        callback=remember,
        expose_value=False,
        help=_("Use this file instead of your usual one (or that of IJTUI_DB)."),
    ),
    click.Option(
        [OPTION],
        type=click.Choice(tuple(LANGUAGES)),
        callback=remember,
        expose_value=False,
        help=_("Speak this language instead of that of your settings or system."),
    ),
)
"""Options that may stand before the command and after it."""


@click.group(
    cls=LazyGroup,
    lazy=_COMMANDS,
    everywhere=EVERYWHERE,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    help=_(
        "Development conversations in the terminal: prepare, talk, agree, export.\n\n"
        "Without a command, ijtui opens. Everything lies in one file that is yours alone."
    ),
)
@click.version_option(__version__, message="ijtui %(version)s", help=_("Show the version and exit."))
@click.pass_context
def program(context: click.Context) -> None:
    """Open the app where no command is given."""
    if context.invoked_subcommand is None:
        from ijtui.cli.open import open_app

        context.exit(open_app(database(), given("language")))
