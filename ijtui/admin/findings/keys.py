"""The keys: whose they are, that they are root's to give, and that none is left of somebody who has gone."""

from __future__ import annotations

import stat
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from ijtui.admin import keyring
from ijtui.admin.advice import admin, roots_alone
from ijtui.admin.identity import as_account
from ijtui.admin.setup import Setup
from ijtui.admin.steps import ran
from ijtui.errors import StorageFailed
from ijtui.server.keys import Key, keys_of
from ijtui.server.places import is_login
from ijtui.services.account_file import left_over_in, logins_in
from ijtui.services.doctor import Finding
from ijtui.services.doctor.finding import command
from ijtui.words import _, ngettext


def findings(server: Setup) -> Iterator[Finding]:
    """Yield what is found about the folder of keys."""
    wrong = [*_strange(server), *_of_nobody(server), *_shared(server), *_answered(server)]
    yield from wrong
    if not wrong:
        count = sum(len(keys_of(server.places, login)) for login in keyring.logins(server.places))
        said = ngettext("{number} key lets somebody in.", "{number} keys let somebody in.", count)
        yield Finding(True, said)


def _strange(server: Setup) -> Iterator[Finding]:
    """Yield what lies there and is no file of keys that only root can change."""
    for place in sorted(server.places.keys.iterdir()):
        found = place.lstat()
        named = place.suffix == ".pub" and is_login(place.stem)
        if not named or not stat.S_ISREG(found.st_mode):
            said = _("{path} is no file of keys, and is passed over.", path=ascii(place.name))
            yield Finding(False, said, command("rm", "-r", "--", place))
        elif found.st_uid != 0 or found.st_mode & 0o022:
            said = _("{path} can be changed by others than root.", path=place)
            yield Finding(False, said, roots_alone(place, "0644"))
        elif not found.st_mode & 0o004:
            said = _("{path} can't be read by everybody, so nobody can come in.", path=place)
            yield Finding(False, said, command("chmod", "0644", place))


def _of_nobody(server: Setup) -> Iterator[Finding]:
    """Yield what is left of accounts whose last day has passed, and keys of nobody at all."""
    alive, left = _names(server)
    for login in sorted(left):
        said = _("The last day of {login} has passed, and something is left of the account.", login=login)
        yield Finding(False, said, admin("person", "end", login))
    for login in keyring.logins(server.places):
        if login not in alive | left:
            said = _("There are keys of {login}, who has no account.", login=login)
            yield Finding(False, said, command("rm", "--", server.places.keys_of(login)))


def _names(server: Setup) -> tuple[frozenset[str], frozenset[str]]:
    """Return who comes in today, and which names stand on persons who no longer do."""
    database = server.places.database
    with as_account(server):
        return logins_in(database), left_over_in(database)


def _shared(server: Setup) -> Iterator[Finding]:
    held = [(key, login) for login in keyring.logins(server.places) for key in _readable(server, login)]
    counts = Counter(key.body for key, _login in held)
    for key, login in held:
        if counts[key.body] > 1:
            said = _("A key of {login} is somebody else's, too.", login=login)
            yield Finding(False, said, admin("key", "remove", login, key.fingerprint))


def _readable(server: Setup, login: str) -> tuple[Key, ...]:
    file: Path = server.places.keys_of(login)
    return () if file.is_symlink() else keys_of(server.places, login)


def _answered(server: Setup) -> Iterator[Finding]:
    """Ask as sshd asks, with its rights: what the account nobody can't read lets nobody in."""
    program = str(server.places.authorized_keys)
    asked = ("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", program)
    wanted = sum(len(_readable(server, login)) for login in keyring.logins(server.places))
    try:
        given = len(ran(*asked).splitlines())
    except StorageFailed:
        given = -1
    if given != wanted:
        said = _("Asked as sshd asks, {path} doesn't give all keys.", path=server.places.authorized_keys)
        yield Finding(False, said, command(*asked))
