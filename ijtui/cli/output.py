"""What the commands write: UTF-8 whatever the locale says, never a control character, never a traceback."""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from ijtui.clean import clean
from ijtui.errors import StorageFailed
from ijtui.words import N_

if TYPE_CHECKING:
    import click

_CLOSED = N_("There is nowhere to write: the standard output is closed.")
_FULL = N_("The standard output can't be written: {reason}.")


def say(text: str) -> None:
    """Write a text to the standard output, with a line end after it.

    Raises:
        StorageFailed: it is closed or can't take any more.
    """
    hand_out(_bytes(text))


def hand_out(data: bytes) -> None:
    """Write a whole file of a form of its own to the standard output, as it is.

    Raises:
        StorageFailed: it is closed or can't take any more.
    """
    if sys.stdout is None:
        raise StorageFailed(_CLOSED)
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except OSError as error:
        give_up_on_output()
        raise StorageFailed(_FULL, reason=error.strerror) from error
    except KeyboardInterrupt:
        give_up_on_output()
        raise


def complain(sentence: str, name: str = "ijtui") -> None:
    """Write one sentence to the standard error, after the name of the program."""
    _to_error(f"{name}: {sentence}")


def complain_about_usage(error: click.ClickException) -> None:
    """Write what click does not understand, and how it is meant, to the standard error."""
    said = io.StringIO()
    error.show(said)
    _to_error(said.getvalue())


def _to_error(text: str) -> None:
    if sys.stderr is not None:
        with suppress(OSError):  # nobody is left to hear it
            sys.stderr.flush()
            sys.stderr.buffer.write(_bytes(text))
            sys.stderr.buffer.flush()


def _bytes(text: str) -> bytes:
    return clean(text).rstrip("\n").encode() + b"\n"


def give_up_on_output() -> None:
    """Send what is left to nowhere; Python would try again when it ends, and complain in its own words."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
