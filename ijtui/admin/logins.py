"""Login names as the administrator types them, and what a name has left behind when it is given again."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import click

from ijtui.admin import keyring
from ijtui.admin.identity import as_account
from ijtui.admin.setup import Setup
from ijtui.server.places import is_login
from ijtui.words import _

_PROCESSES = Path("/proc")


def a_login(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    """Return what was typed where it can be a login name, or refuse it."""
    if value is not None and not is_login(value):
        raise click.BadParameter(
            _("“{text}” is not a login name: small letters, digits, - and _.", text=value)
        )
    return value


def clear_away(setup: Setup, login: str) -> int:
    """Take away the keys and settings of a name, so that nobody else gets them; return how many keys."""
    keys = keyring.take_away(setup.places, login)
    with as_account(setup):
        setup.places.settings_of(login).unlink(missing_ok=True)
    return keys


def sessions_of(setup: Setup, login: str) -> tuple[int, ...]:
    """Return the processes in which somebody is at the program just now, by either door."""
    return tuple(sorted(_processes(setup.owner().pw_uid, login)))


def _processes(account: int, login: str) -> Iterator[int]:
    for place in _PROCESSES.iterdir():
        try:
            if place.name.isdecimal() and place.stat().st_uid == account:
                words, variables = (_parts(place / name) for name in ("cmdline", "environ"))
                if words[-2:] == ["--user", login] or f"SUDO_USER={login}" in variables:
                    yield int(place.name)
        except OSError:
            continue  # it has ended meanwhile


def _parts(file: Path) -> list[str]:
    return [os.fsdecode(part) for part in file.read_bytes().rstrip(b"\0").split(b"\0")]
