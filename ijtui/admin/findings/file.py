"""The shared file: the account's alone, whole, with a history that holds together and a fresh copy."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from ijtui.admin.advice import admin
from ijtui.admin.identity import as_account
from ijtui.admin.setup import Setup
from ijtui.clock import wall_clock
from ijtui.errors import StorageFailed
from ijtui.services import backup, chain
from ijtui.services.doctor import Finding, disk, file
from ijtui.services.doctor.finding import command
from ijtui.words import _, explain, ngettext

_FRESH = timedelta(days=2)


def findings(server: Setup) -> Iterator[Finding]:
    """Yield what is found about the file, as far in as one can get."""
    database = server.places.database
    if not os.path.lexists(database):
        said = _("There is no file yet; it is made with the first person.")
        yield Finding(False, said, admin("person", "add", "LOGIN", "NAME"))
        return
    strange = tuple(_owners(server))
    yield from strange
    if not strange:
        yield Finding(
            True, _("The file and everything beside it is {account}'s alone.", account=server.account)
        )
        with as_account(server):
            inside = tuple(_inside(database))
        yield from inside
    yield from disk.findings(database)


def _owners(server: Setup) -> Iterator[Finding]:
    """Yield what is another's or open to others; a log that root left can't be written by any session."""
    account = server.owner()
    for parent, folders, files in os.walk(server.places.data):
        for place in (Path(parent, name) for name in (*folders, *files)):
            try:
                found = place.lstat()
            except FileNotFoundError:
                continue  # a session has just ended
            if found.st_uid != account.pw_uid:
                said = _(
                    "{path} belongs to another account, so {account} can't use it.",
                    path=place,
                    account=server.account,
                )
                yield Finding(False, said, command("chown", "-h", f"{server.account}:", place))
            elif found.st_mode & 0o077 and not stat.S_ISLNK(found.st_mode):
                said = _("Others on this machine can reach {path}.", path=place)
                yield Finding(False, said, command("chmod", "go=", place))


def _inside(database: Path) -> Iterator[Finding]:
    """Yield what the file is like inside, looked at as the account."""
    yield from (_for_root(finding, database) for finding in file.inside(database))
    yield _history(database)
    yield _copy(database)


def _for_root(finding: Finding, database: Path) -> Finding:
    """Name root's own command where a backup has to be brought back."""
    newest = next(iter(backup.copies(database)), None)
    if finding.ok or not finding.mend or newest is None:
        return finding
    return Finding(False, finding.message, admin("restore", newest))


def _history(database: Path) -> Finding:
    try:
        found = chain.read_through(database)
    except StorageFailed as failed:
        return Finding(False, explain(failed))
    if found is not None and not found.is_whole:
        said = _("The history doesn't hold together from line {line} on.", line=found.broken)
        return Finding(False, said, admin("chain"))
    return Finding(True, _("The history holds together."))


def _copy(database: Path) -> Finding:
    newest = next(iter(backup.copies(database)), None)
    if newest is None:
        return Finding(False, _("There is no backup yet."), admin("backup"))
    age = wall_clock() - backup.made_at(newest)
    if age > _FRESH:
        said = ngettext(
            "The newest backup is {number} day old.", "The newest backup is {number} days old.", age.days
        )
        return Finding(False, said, admin("backup"))
    return Finding(True, _("The newest backup is {file}", file=newest))
