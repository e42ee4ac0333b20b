"""Files of root's that others read: put in place whole, and checked before if need be."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from ijtui.errors import StorageFailed
from ijtui.words import N_

_NOT_WRITTEN = N_("{file} can't be written: {reason}.")


def put(path: Path, text: str, mode: int, check: Callable[[Path], None] = lambda _: None) -> None:
    """Write a text beside its place, look at it there, and put it in place with that mode, as root's.

    sshd reads only files that end in .conf, sudo only those without a dot, and the keys are those that end
    in .pub: while it lies beside, nobody takes it for the file.

    Args:
        path: where it belongs; the folder is there.
        text: all of it.
        mode: permissions of the file.
        check: raises where the file that it is given would do harm.

    Raises:
        StorageFailed: it can't be written; what was there is still there.
    """
    aside = None
    try:
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f"{path.name}.", suffix=".part")
        aside = Path(name)
        with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
            stream.write(text)
            stream.flush()
            os.fchmod(descriptor, mode)
            os.fsync(descriptor)
        check(aside)
        aside.replace(path)
    except OSError as error:
        raise StorageFailed(_NOT_WRITTEN, file=path, reason=error.strerror) from error
    finally:
        if aside:
            aside.unlink(missing_ok=True)
