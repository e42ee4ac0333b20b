"""What the administrator of a shared server has chosen; sessions read it and nobody in one can change it.

address = "samtal@samtal.example.se"   # what people write after ssh
blank_after = 15                       # minutes without a key until the screen goes blank
leave_after = 60                       # minutes without a key until everything is saved and the session ends
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ijtui.clean import clean_line
from ijtui.errors import BadInput, StorageFailed
from ijtui.words import N_

_NOT_TOML = N_("This is not TOML in UTF-8. A line is written like this: blank_after = 15")
_UNKNOWN = N_("There is no “{name}” here. There are: {names}.")
_NO_ADDRESS = N_("“address” is what people write after ssh, such as samtal@samtal.example.se.")
_NO_MINUTES = N_("“{name}” is a number of minutes above zero.")
_UNREADABLE = N_("{file} can't be read: {reason}.")


@dataclass(frozen=True, slots=True)
class Hosting:
    """How a shared server is run.

    Attributes:
        address: what people write after ssh, or "" where nobody has said.
        blank_after: minutes without a key until the screen goes blank.
        leave_after: minutes without a key until the session ends.
    """

    address: str = ""
    blank_after: float = 15
    leave_after: float = 60


def load(file: Path) -> Hosting:
    """Return what that file says; the usual where there is none.

    Raises:
        BadInput: something in it can't be understood.
        StorageFailed: it can't be read.
    """
    try:
        said = tomllib.loads(file.read_text("utf-8"))
    except FileNotFoundError:
        return Hosting()
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadInput(_NOT_TOML, str(file)) from error
    except OSError as error:
        raise StorageFailed(_UNREADABLE, file=file, reason=error.strerror) from error
    return _understood(said, str(file))


def _understood(said: dict[str, Any], source: str) -> Hosting:
    names = Hosting.__slots__
    for name, value in said.items():
        if name not in names:
            raise BadInput(_UNKNOWN, source, name=clean_line(name), names=", ".join(names))
        if name == "address" and not (isinstance(value, str) and value == clean_line(value)):
            raise BadInput(_NO_ADDRESS, source)
        if name != "address" and not (type(value) in (int, float) and value > 0):
            raise BadInput(_NO_MINUTES, source, name=name)
    return Hosting(**said)
