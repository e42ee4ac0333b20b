"""Writes a whole text file so that a crash leaves the old one or the new one, never half of either."""

from __future__ import annotations

import os
from pathlib import Path

from ijtui.errors import StorageFailed


def write_aside(path: Path, text: str) -> None:
    """Write the text beside the file and put it in its place; readable by its owner only (0600).

    Where the path is a link, the file it points to is replaced and the link stays. Missing folders are
    made, 0700.

    Raises:
        StorageFailed: it can't be written; whatever was there is still there.
    """
    import tempfile

    aside = None
    try:
        target = path.resolve()
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("wb", dir=target.parent, prefix=".aside-", delete=False) as stream:
            aside = Path(stream.name)
            stream.write(text.encode("utf-8"))
            stream.flush()
            os.fsync(stream.fileno())
        aside.replace(target)
    except OSError as error:
        if aside:
            aside.unlink(missing_ok=True)
        raise StorageFailed("{file} can't be written: {reason}.", file=path, reason=error.strerror) from error
