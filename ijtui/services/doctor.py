"""What is wrong with this installation and its file, and the command that mends it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ijtui.data import place
from ijtui.errors import StorageFailed
from ijtui.words import _, explain


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at.

    Attributes:
        ok: nothing is wrong with it.
        message: one sentence, already in the language of the moment.
        mend: the command that mends it, or "".
    """

    ok: bool
    message: str
    mend: str = ""


def examine(db: Path) -> tuple[Finding, ...]:
    """Return what was found about that file and what is around it, in the order it was looked at.

    Never raises for a bad file: that is what it is there to find.
    """
    return (_file(db),)


def _file(db: Path) -> Finding:
    try:
        place.check_file(db)
    except FileNotFoundError:
        return Finding(False, _("There is no file {file}.", file=db), "ijtui")
    except StorageFailed as failed:
        return Finding(False, explain(failed))
    return Finding(True, _("{file} is there, and yours alone.", file=db))
