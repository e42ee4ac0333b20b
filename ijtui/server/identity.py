"""Who comes in: the name that sshd or sudo vouches for, and never one that somebody gives themselves."""

from __future__ import annotations

import pwd
import syslog
from pathlib import Path

from ijtui.domain.account import Door
from ijtui.errors import BadInput, NotAllowed
from ijtui.server import keys
from ijtui.server.places import Places, is_login
from ijtui.server.surroundings import Arrival
from ijtui.words import N_

_LARGEST = 64 * 1024
_BOTH = N_("A name is not given where sudo says who somebody is.")
_USAGE = N_("This is started by sshd, as session --user NAME.")
_SUDO_USAGE = N_("This is started by sudo, without arguments.")
_NO_NAME = N_("“{text}” is not a login name.")
_WRONG_KEY = N_("That key does not belong to {login}. Ask whoever looks after the server.")
_NOBODY = N_("sudo names an account that does not exist.")


def by_key(arrival: Arrival, places: Places) -> Door:
    """Return who came with a key: the name in the forced command, and the key that sshd saw.

    Raises:
        BadInput: it was not started as sshd is told to.
        NotAllowed: the key is not among that person's; the server's log tells of it.
    """
    if arrival.sudo_uid:
        raise BadInput(_BOTH)
    if len(arrival.arguments) != 2 or arrival.arguments[0] != "--user":
        raise BadInput(_USAGE)
    login = arrival.arguments[1]
    if not is_login(login):
        raise BadInput(_NO_NAME, text=login[:40])
    key = fingerprint(arrival.auth_file)
    theirs = _keys_of(places, login)
    if theirs and key not in theirs:
        syslog.syslog(syslog.LOG_AUTH | syslog.LOG_WARNING, f"ijtui: {key or 'no key'} refused for {login}")
        raise NotAllowed(_WRONG_KEY, login=login)
    return Door(login, key, theirs)


def by_sudo(arrival: Arrival, places: Places) -> Door:
    """Return who came through sudo: the account it was called from.

    Raises:
        BadInput: sudo had no part in it.
        NotAllowed: there is no such account.
    """
    if arrival.arguments or not (arrival.sudo_uid.isdecimal() and arrival.sudo_uid.isascii()):
        raise BadInput(_SUDO_USAGE)
    try:
        login = pwd.getpwuid(int(arrival.sudo_uid)).pw_name
    except (KeyError, OverflowError) as error:
        raise NotAllowed(_NOBODY) from error
    if not is_login(login):
        raise BadInput(_NO_NAME, text=login[:40])
    return Door(login, keys=_keys_of(places, login))


def _keys_of(places: Places, login: str) -> frozenset[str]:
    return frozenset(key.fingerprint for key in keys.keys_of(places, login))


def fingerprint(auth_file: str) -> str:
    """Return the fingerprint of the key in that file of sshd's, or "" where it tells of none."""
    if not auth_file:
        return ""
    try:
        with Path(auth_file).open("rb") as stream:
            lines = stream.read(_LARGEST).decode("ascii", "replace").splitlines()
    except OSError:
        return ""
    methods = (line.partition(" ") for line in lines)
    found = (keys.key_in(rest) for method, _space, rest in methods if method == "publickey")
    return next((key.fingerprint for key in found if key), "")
