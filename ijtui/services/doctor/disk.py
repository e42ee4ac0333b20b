"""The disk that the file lies on: whether it is one of this machine, and the room there is."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from ijtui.data.inspection import network_disk
from ijtui.services.doctor.finding import Finding
from ijtui.words import _

_ROOM = 200 * 2**20  # bytes: a backup, an upgrade and a year of writing


def findings(db: Path) -> Iterator[Finding]:
    """Yield what is found about the disk."""
    folder = next(place for place in db.absolute().parents if os.path.lexists(place))
    kind = network_disk(folder)
    if kind:
        said = _(
            "The folder {folder} lies on a network disk ({kind}), where two sessions can damage the file. "
            "Keep it on a disk of this machine: choose one with --db.",
            folder=folder,
            kind=kind,
        )
        yield Finding(False, said)
    free = shutil.disk_usage(folder).free
    if free < _ROOM:
        said = _("Only {free} MB are free where the file lies; make room.", free=free // 2**20)
        yield Finding(False, said)
    else:
        yield Finding(True, _("There is room on the disk: {free} MB.", free=free // 2**20))
