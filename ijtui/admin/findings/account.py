"""The service account: one in which nobody can log in but by a key that starts the program."""

from __future__ import annotations

import grp
from collections.abc import Iterator

from ijtui.admin.advice import admin
from ijtui.admin.parts import NO_PASSWORD, SHELL, password_of
from ijtui.admin.setup import Setup
from ijtui.admin.steps import has_group
from ijtui.services.doctor import Finding
from ijtui.services.doctor.finding import command
from ijtui.words import _


def findings(server: Setup) -> Iterator[Finding]:
    """Yield what is found about the account and its groups."""
    yield from _rights(server)
    yield _shell(server)
    yield _password(server)
    yield _home(server)
    yield _group(server)


def _rights(server: Setup) -> Iterator[Finding]:
    """An account that is in another group can do what that group can, and the program with it."""
    account = server.owner()
    if account.pw_uid == 0:
        yield Finding(False, _("The service account {account} is root itself.", account=server.account))
        return
    others = [group.gr_name for group in grp.getgrall() if server.account in group.gr_mem]
    for name in others:
        said = _("The account {account} is in the group {group}, too.", account=server.account, group=name)
        yield Finding(False, said, command("gpasswd", "-d", server.account, name))
    if not others:
        yield Finding(True, _("The account {account} is in no group but its own.", account=server.account))


def _shell(server: Setup) -> Finding:
    shell = server.owner().pw_shell
    if shell == SHELL:
        return Finding(True, _("Its shell is {shell}.", shell=shell))
    said = _("Its shell is {shell}, which may refuse to start the program, or start more.", shell=shell)
    return Finding(False, said, command("usermod", "--shell", SHELL, server.account))


def _password(server: Setup) -> Finding:
    if password_of(server.account) == NO_PASSWORD:
        return Finding(True, _("It has no password."))
    said = _("It has a password, or is locked; it should have none and be open.")
    return Finding(False, said, command("usermod", "--password", NO_PASSWORD, server.account))


def _home(server: Setup) -> Finding:
    home = server.owner().pw_dir
    if home != str(server.home):
        said = _("Its home is {home}; what lies there may be run.", home=home)
        return Finding(False, said, command("usermod", "--home", server.home, server.account))
    left = sorted(server.home.iterdir()) if server.home.is_dir() else []
    if left:
        said = _("Something lies in its home {home}, and may be run.", home=home)
        return Finding(False, said, command("rm", "-r", "--", *left))
    return Finding(True, _("Its home {home} is empty.", home=home))


def _group(server: Setup) -> Finding:
    if not has_group(server.group):
        said = _("There is no group {group}, so nobody can come in through sudo.", group=server.group)
        return Finding(False, said, admin("install"))
    return Finding(True, _("Whoever is in the group {group} can come in through sudo.", group=server.group))
