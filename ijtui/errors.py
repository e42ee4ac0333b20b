"""The few ways a thing can go wrong that a person can do something about.

Each error carries its sentence as a message id (English) and the values that
belong in it; `ijtui.words.explain` says it in the reader's language.
"""

from __future__ import annotations


class IjtuiError(Exception):
    """A refusal with a reason, to be told to the person in one sentence.

    Args:
        message: message id, English, with `str.format` fields.
        values: what to put into the fields.
    """

    def __init__(self, message: str, **values: object) -> None:
        self.message = message
        self.values = values
        super().__init__(message.format(**values))


class RuleBroken(IjtuiError):
    """The domain says no: what was asked would break one of its rules."""


class NotFound(IjtuiError):
    """Nothing has that number or name, or the asker may not know that it exists."""


class NotAllowed(IjtuiError):
    """The asker may not do or see this."""


class StorageFailed(IjtuiError):
    """The file cannot be opened, read or written now; nothing on screen is lost."""


class BadInput(IjtuiError):
    """Something given from outside cannot be understood.

    Args:
        message: message id, English, with `str.format` fields.
        source: the file or option it came from, if any.
        line: line number from 1, if any.
        values: what to put into the fields.
    """

    def __init__(self, message: str, source: str = "", line: int = 0, **values: object) -> None:
        super().__init__(message, **values)
        self.source = source
        self.line = line


class Conflict(IjtuiError):
    """Somebody else changed it first; both versions are kept.

    Args:
        message: message id, English, with `str.format` fields.
        theirs: what is stored now (the object, or None where it is gone).
        values: what to put into the fields.
    """

    def __init__(self, message: str, theirs: object = None, **values: object) -> None:
        super().__init__(message, **values)
        self.theirs = theirs
