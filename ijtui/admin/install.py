"""`ijtui-admin install`: the account, the folders, the doors; the second time, only what has changed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from ijtui.words import N_, _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ijtui.admin.setup import Setup
    from ijtui.admin.steps import Step

_NO_NAME = N_("“{name}” can't be the name of an account or a group: small letters, digits, - and _ are.")
_SHAKY = N_("{path} can be changed by others than root.")
_OTHERS_WRITE = N_(
    "{path} can be changed by others than root, and everybody would come in through it. "
    "Install ijtui where only root can write, such as /opt/ijtui."
)
_NOT_READABLE = N_(
    "{path} can't be read by everybody, so sshd and {account} could start nothing. "
    "Install ijtui where everybody can read it, such as /opt/ijtui."
)
_NOT_FOUND = N_(
    "{python} can't start ijtui by itself, as sshd and sudo would. "
    "Install ijtui for it and use the ijtui-admin that lies beside it."
)


@click.command(
    help=_(
        "Make the service account, its folders, and the two ways in.\n\n"
        "What is there already stays as it is, so it can be run again at any time: after an upgrade, or when"
        " doctor says so. With --dry-run the lines that root would have to type are printed, and nothing is"
        " changed."
    )
)
@click.option("--dry-run", is_flag=True, help=_("Print what is missing, as lines for a shell."))
@click.option("--account", metavar=_("NAME"), help=_("The service account, if not samtal."))
@click.option("--group", metavar=_("NAME"), help=_("Who may come in through sudo, if not samtal-people."))
def install(dry_run: bool, account: str | None, group: str | None) -> None:
    """Bring the server to what this version wants."""
    from ijtui.admin.parts import every_step
    from ijtui.admin.setup import require_root, setup

    server = _named(setup(), account, group)
    missing = [step for step in every_step(server) if not step.is_done()]
    if dry_run:
        _show(missing)
        return
    require_root()
    _refuse_shaky_ground(server)
    _take(missing, server)


def _named(server: Setup, account: str | None, group: str | None) -> Setup:
    from ijtui.errors import BadInput
    from ijtui.server.places import is_login

    named = replace(server, account=account or server.account, group=group or server.group)
    for name in (named.account, named.group):
        if not is_login(name):
            raise BadInput(_NO_NAME, name=name)
    return named


def _show(missing: Sequence[Step]) -> None:
    from ijtui.cli.output import say

    for step in missing:
        say(step.shell())
    say(f"# {_('Nothing was changed.')}" if missing else f"# {_('Everything is as it should be.')}")


def _refuse_shaky_ground(server: Setup) -> None:
    """Refuse a Python that others can change or the account can't run: everybody would come in by it."""
    import sys
    import sysconfig
    from pathlib import Path

    from ijtui import paths
    from ijtui.admin import ways
    from ijtui.errors import RuleBroken

    for path in (server.places.etc, server.places.library, server.places.data):
        writable = ways.changeable(path.parent)
        if writable:
            raise RuleBroken(_SHAKY, path=writable)
    for path in (
        Path(sys.executable),
        paths.PACKAGE / "__init__.py",
        Path(sysconfig.get_path("stdlib"), "os.py"),
    ):
        writable, sealed = ways.changeable(path), ways.closed(path)
        if writable:
            raise RuleBroken(_OTHERS_WRITE, path=writable)
        if sealed:
            raise RuleBroken(_NOT_READABLE, path=sealed, account=server.account)
    _refuse_python_without_us(sys.executable)


def _refuse_python_without_us(python: str) -> None:
    """Refuse a Python that finds ijtui only with what this command was started with, such as PYTHONPATH."""
    from ijtui.admin.steps import ran
    from ijtui.errors import RuleBroken, StorageFailed

    asked = ("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", python, "-I", "-c")
    try:
        ran(*asked, "from ijtui.server import keys, session, sudo_session")
    except StorageFailed as failed:
        raise RuleBroken(_NOT_FOUND, python=python) from failed


def _take(missing: Sequence[Step], server: Setup) -> None:
    from ijtui.admin.advice import RELOAD
    from ijtui.cli.output import say

    for step in missing:
        step.do()
        say(step.shell().partition(" <<'END'")[0])
    if not missing:
        say(_("Everything is as it should be; nothing was changed."))
        return
    say(_("Done. Now let sshd read it:"))
    say(f"    {RELOAD}")
