"""The steps of this server's installation, in the order in which they are taken."""

from __future__ import annotations

import pwd
import sys
from collections.abc import Iterator
from pathlib import Path

from ijtui.admin.setup import Setup
from ijtui.admin.steps import Command, File, Folder, Step, has_account, has_group, ran
from ijtui.errors import RuleBroken, StorageFailed
from ijtui.server import fragments
from ijtui.words import N_

SHELL = "/bin/sh"
"""sshd runs a forced command as SHELL -c: with nologin nobody comes in, with bash a profile would run."""

NO_PASSWORD = "*"
"""Nothing matches it, and yet the account is not locked, as it is with "!"."""

_OF_SOMEBODY = N_(
    "There is an account {account} already, with the home {home}. "
    "It is left alone; choose another name with --account."
)


def programs(setup: Setup) -> tuple[File, ...]:
    """Return what sshd and sudo start."""
    places, python = setup.places, Path(sys.executable)
    lie = (
        ("session", places.session),
        ("sudo_session", places.sudo_session),
        ("keys", places.authorized_keys),
    )
    return tuple(File(path, fragments.program(python, module, places), 0o755) for module, path in lie)


def folders(setup: Setup) -> tuple[Folder, ...]:
    """Return every folder; only the data is not root's."""
    places = setup.places
    roots = (places.etc, places.keys, places.library, setup.home)
    return (*(Folder(path, 0o755) for path in roots), Folder(places.data, 0o700, setup.account))


def sshd_lines(setup: Setup) -> File:
    """Return the lines for sshd."""
    text = fragments.sshd(setup.places, setup.sshd, setup.account, setup.group)
    return File(setup.sshd, text, 0o644)


def sudo_lines(setup: Setup) -> File:
    """Return the lines for sudo, which are checked before they lie where sudo reads them."""
    text = fragments.sudoers(setup.places, setup.sudoers, setup.account, setup.group)
    return File(setup.sudoers, text, 0o440, _checked_by_visudo)


def names(setup: Setup) -> File:
    """Return the file that remembers what account and group are called."""
    said = f'account = "{setup.account}"\ngroup = "{setup.group}"\n'
    return File(setup.names, said, 0o644)


def every_step(setup: Setup) -> Iterator[Step]:
    """Yield the whole installation.

    Raises:
        RuleBroken: the account is somebody else's.
    """
    refuse_foreign_account(setup)
    yield from account(setup)
    yield from folders(setup)
    yield names(setup)
    yield from programs(setup)
    yield sudo_lines(setup)
    yield sshd_lines(setup)


def account(setup: Setup) -> tuple[Command, Command, Command]:
    """Return the steps that make the group of people and the account, and set the account right."""
    right = ("--home-dir", str(setup.home), "--shell", SHELL, "--password", NO_PASSWORD)
    make = ("useradd", "--system", "--user-group", "--no-create-home", *right, setup.account)
    mend = ("usermod", "--shell", SHELL, "--password", NO_PASSWORD, setup.account)
    return (
        Command(("groupadd", "--system", setup.group), lambda: has_group(setup.group)),
        Command(make, lambda: has_account(setup.account)),
        Command(mend, lambda: not has_account(setup.account) or _is_right(setup)),
    )


def password_of(account: str) -> str | None:
    """Return what stands as the account's password in the shadow file, or None for whoever can't see it."""
    try:
        return ran("getent", "shadow", account).split(":")[1]
    except (StorageFailed, IndexError):
        return None


def refuse_foreign_account(setup: Setup) -> None:
    """Refuse to make somebody's account, or root's, into ours.

    Raises:
        RuleBroken: there is one with another home.
    """
    if has_account(setup.account):
        home = pwd.getpwnam(setup.account).pw_dir
        if home != str(setup.home):
            raise RuleBroken(_OF_SOMEBODY, account=setup.account, home=home)


def _is_right(setup: Setup) -> bool:
    return setup.owner().pw_shell == SHELL and password_of(setup.account) in (NO_PASSWORD, None)


def _checked_by_visudo(aside: Path) -> None:
    ran("visudo", "-c", "-f", str(aside))
