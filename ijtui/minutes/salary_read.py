"""An extract for the salary review that comes back as JSON: whether it is one, and whether it fits itself."""

from __future__ import annotations

import json
from dataclasses import dataclass

from ijtui.domain import salary_text
from ijtui.domain.salary_text import ExtractText
from ijtui.errors import BadInput
from ijtui.words import N_

_KEY = b'"ijtui-extract"'
_NOT_ONE = N_("This is not an extract as ijtui writes it.")


@dataclass(frozen=True, slots=True)
class ReadExtract:
    """What a file says.

    Attributes:
        hash: that it names.
        comment: of the employee.
    """

    text: ExtractText
    hash: str
    comment: str

    @property
    def is_intact(self) -> bool:
        """Whether the hash is that of the text in the file."""
        return self.text.hash() == self.hash


def is_extract(data: bytes) -> bool:
    """Whether that is meant to be an extract as JSON."""
    return _KEY in data[:200]


def read_extract(data: bytes, source: str) -> ReadExtract:
    """Return what a file says.

    Raises:
        BadInput: it is no extract.
    """
    try:
        told = json.loads(data)
        text = salary_text.read(json.dumps(told["extract"]))
        read = ReadExtract(text, str(told["hash"]), str((told["seen"] or {}).get("comment", "")))
        read.text.hash()
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise BadInput(_NOT_ONE, source) from error
    return read
