"""`ijtui-admin key`: by which keys somebody comes in."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

import click

from ijtui.admin.logins import a_login
from ijtui.words import N_, _

if TYPE_CHECKING:
    from ijtui.admin.setup import Setup

_NO_ACCOUNT = N_('{login} has no account. First: ijtui-admin person add {login} "FULL NAME"')
_HEAD = (N_("LOGIN"), N_("KIND"), N_("FINGERPRINT"), N_("COMMENT"), "")
_MOST = 64 * 1024


@click.group(
    help=_(
        "Say by which SSH keys somebody comes in.\n\n"
        "The keys lie in a folder that only root can write, so nothing in the program can let anybody in."
    )
)
def key() -> None:
    """What can be done is said by the commands under it."""


@key.command(
    help=_(
        "Let a public key in as somebody's.\n\n"
        "FILE is what the person sent, or - for the standard input. Only kind and key are used; whatever is"
        " written before them is dropped."
    )
)
@click.argument("login", metavar=_("LOGIN"), callback=a_login)
@click.argument("file", metavar=_("FILE"), type=click.File("rb"))
def add(login: str, file: BinaryIO) -> None:
    """Let keys in."""
    from ijtui.admin import keyring
    from ijtui.admin.setup import setup
    from ijtui.cli.output import say
    from ijtui.errors import NotFound

    server = setup().installed()
    text = file.read(_MOST).decode("utf-8", "replace").lstrip("\ufeff")
    keys = keyring.understood(text, file.name)
    if login not in _open_logins(server):
        raise NotFound(_NO_ACCOUNT, login=login)
    for one in keys:
        new = keyring.add(server.places, login, one)
        said = (
            N_("{login} comes in by {fingerprint}.")
            if new
            else N_("{login} came in by {fingerprint} before.")
        )
        say(_(said, login=login, fingerprint=one.fingerprint))


@key.command(help=_("Let a key in no longer.\n\nFINGERPRINT stands in the list; its beginning is enough."))
@click.argument("login", metavar=_("LOGIN"), callback=a_login)
@click.argument("fingerprint", metavar=_("FINGERPRINT"))
def remove(login: str, fingerprint: str) -> None:
    """Let a key in no longer."""
    from ijtui.admin import keyring
    from ijtui.admin.setup import setup
    from ijtui.cli.output import say

    removed = keyring.remove(setup().installed().places, login, fingerprint)
    say(_("{login} no longer comes in by {fingerprint}.", login=login, fingerprint=removed.fingerprint))


@key.command("list", help=_("List the keys that are let in.\n\nThose of nobody with an account are marked."))
@click.argument("login", metavar=_("[LOGIN]"), callback=a_login, required=False)
def list_(login: str | None) -> None:
    """List keys."""
    from ijtui.admin import keyring
    from ijtui.admin.setup import setup
    from ijtui.cli.output import say
    from ijtui.cli.table import table
    from ijtui.server.keys import keys_of

    server = setup().installed()
    alive = _open_logins(server)
    rows = [
        (name, one.kind, one.fingerprint, one.comment, "" if name in alive else _("no account"))
        for name in ([login] if login else keyring.logins(server.places))
        for one in keys_of(server.places, name)
    ]
    say(table([_(word) for word in _HEAD], rows))


def _open_logins(server: Setup) -> frozenset[str]:
    """Return the names by which somebody comes in today."""
    from ijtui.admin.identity import as_account
    from ijtui.services.account_file import open_accounts

    with as_account(server), open_accounts(server.places.database) as accounts:
        return accounts.open_logins()
