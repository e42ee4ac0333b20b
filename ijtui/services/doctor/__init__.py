"""What is wrong with this installation and its file, and the command that mends it."""

from __future__ import annotations

from pathlib import Path

from ijtui.services.doctor import disk, file, installation, own
from ijtui.services.doctor.finding import Finding

__all__ = ["Finding", "examine"]


def examine(db: Path) -> tuple[Finding, ...]:
    """Return what was found about that file and what is around it, in the order it was looked at.

    Never raises for a bad file: that is what it is there to find. Nothing is changed.
    """
    return (*file.findings(db), *disk.findings(db), *own.findings(), *installation.findings())
