"""Reads a TOML text that anybody may have written: an error has its line, and no text takes minutes."""

from __future__ import annotations

import re
import tomllib
from typing import Any

from ijtui.errors import BadInput

_QUOTED = re.compile(r"""\"(?:[^\"\\\n]|\\.?)*+\"?|'[^'\n]*+'?""")
"""What stands in quotation marks on a line, or behind one that has no second; matches in linear time."""

_MOST_DOTS = 40
"""On a line, outside of texts: the time that `tomllib` takes for a dotted key grows with its square."""


def parsed(text: str, source: str, message: str) -> dict[str, Any]:
    """Return what a TOML text says.

    Args:
        text: clean.
        source: its name, for errors.
        message: message id of what to say where it can't be read.

    Raises:
        BadInput: it is no TOML; with the line as far as that is known.
    """
    for line, row in enumerate(_QUOTED.sub("", text).split("\n"), 1):
        if row.count(".") > _MOST_DOTS:
            raise BadInput(message, source, line)
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise BadInput(message, source, 1) from error
    except ValueError as error:  # a number that is too long is no TOMLDecodeError
        found = re.search(r"line (\d+)", str(error))
        last = max(1, len(text.rstrip().split("\n")))
        raise BadInput(message, source, int(found[1]) if found else last) from error
