"""The file itself: whether it is there, the owner's alone, ours and whole, and how old its backup is."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from ijtui.clock import wall_clock
from ijtui.data import advice, backup, place
from ijtui.data.chain import read_through
from ijtui.data.errors import DAMAGED, UNREADABLE
from ijtui.data.inspection import Condition, inspect, sealed_logs, size_of_log
from ijtui.errors import StorageFailed
from ijtui.services.doctor.finding import Finding, command
from ijtui.words import _, explain, ngettext

_FRESH = timedelta(days=7)


def findings(db: Path) -> Iterator[Finding]:
    """Yield what is found about the file, as far in as one can get."""
    if os.path.lexists(db.parent):
        yield _folder(db.parent)
    if not os.path.lexists(db):
        yield _missing(db)
        return
    yield _file(db)
    if db.is_file():
        yield from inside(db)
        yield from _history(db)
        yield from _logs(db)
    yield _backup(db)


def _missing(db: Path) -> Finding:
    newest = backup.newest(db)
    if newest is None:
        return Finding(True, _("There is no file {file} yet; it is made at the first start.", file=db))
    message = _("The file {file} is gone. Your newest backup is {backup}.", file=db, backup=newest)
    return Finding(False, message, advice.restore(db, newest))


def _folder(folder: Path) -> Finding:
    try:
        place.check_folder(folder)
    except StorageFailed as failed:
        return _reached(failed, folder)
    return Finding(True, _("The folder {folder} is yours alone.", folder=folder))


def _file(db: Path) -> Finding:
    try:
        place.check_file(db)
    except StorageFailed as failed:
        return _reached(failed, db)
    if not place.is_writable(db):
        return Finding(False, _("{file} can be read but not written.", file=db), advice.make_writable(db))
    return Finding(True, _("{file} is yours alone.", file=db))


def _reached(failed: StorageFailed, path: Path) -> Finding:
    """Return what is wrong with who can reach a place; only what is open to others has a command."""
    mend = str(failed.values.get("command", ""))
    said = _("Others on this machine can reach {path}.", path=path) if mend else explain(failed)
    return Finding(False, said, mend)


def inside(db: Path) -> Iterator[Finding]:
    """Yield what the file is like inside."""
    try:
        condition = inspect(db)
    except StorageFailed as failed:
        yield _unreadable(db, failed)
        return
    if condition.version > condition.newest:
        message = _("{file} was written by a newer ijtui. Upgrade ijtui to open it.", file=db)
        yield Finding(False, message, command(sys.executable, "-m", "pip", "install", "--upgrade", "ijtui"))
        return
    yield _whole(db, condition)
    if condition.version < condition.newest:
        yield Finding(True, _("The file is of an older version; it is upgraded when it is opened next."))


def _history(db: Path) -> Iterator[Finding]:
    """Yield whether each line of the history still fits the one before; an older file has no chain yet."""
    try:
        found = read_through(db)
    except StorageFailed:
        return  # told already
    if found is None:
        return
    if found.is_whole:
        yield Finding(True, _("The history holds together."))
    else:
        yield Finding(False, _("The history doesn't hold together from line {line} on.", line=found.broken))


def _unreadable(db: Path, failed: StorageFailed) -> Finding:
    """Return why the file can't be read at all, without the advice to ask the doctor."""
    if failed.message == DAMAGED:
        return _damaged(db, _("{file} is damaged.", file=db))
    if failed.message == UNREADABLE:
        return _damaged(db, _("{file} can't be opened or read.", file=db))
    return _damaged(db, explain(failed))


def _whole(db: Path, condition: Condition) -> Finding:
    if not condition.sound:
        return _damaged(db, _("{file} is damaged.", file=db))
    if condition.orphans:
        said = ngettext(
            "{number} row in the file points at something that isn't there.",
            "{number} rows in the file point at something that isn't there.",
            condition.orphans,
        )
        return _damaged(db, said)
    if condition.unreadable:
        said = ngettext(
            "{number} place in the file can't be understood.",
            "{number} places in the file can't be understood.",
            len(condition.unreadable),
        )
        return _damaged(db, said)
    return Finding(True, _("The file is whole; every row could be read."))


def _damaged(db: Path, said: str) -> Finding:
    newest = backup.newest(db)
    return Finding(False, said, advice.restore(db, newest) if newest else "")


def _logs(db: Path) -> Iterator[Finding]:
    sealed = sealed_logs(db)
    if sealed:
        said = _("{file} can't be written, so nothing can be saved.", file=sealed[0])
        yield Finding(False, said, command("chmod", "600", *sealed))
    if size_of_log(db):
        said = _("The newest changes lie beside the file: a session is open, or ended abruptly.")
        yield Finding(True, said)


def _backup(db: Path) -> Finding:
    newest = backup.newest(db)
    make = advice.ijtui(db, "backup")
    if newest is None:
        return Finding(False, _("There is no backup yet."), make)
    age = wall_clock() - backup.made_at(newest)
    if age > _FRESH:
        said = ngettext(
            "The newest backup is {number} day old.", "The newest backup is {number} days old.", age.days
        )
        return Finding(False, said, make)
    return Finding(True, _("The newest backup is {file}", file=newest))
