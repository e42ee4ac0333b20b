"""The command line: one file a command, and each imports what it needs when it runs.

Exit codes: 0 done, 1 refused with a reason on standard error, 2 not understood, 130 interrupted.
"""

from __future__ import annotations

import gc
import io
import os
import signal
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ijtui.domain.account import Door

DONE, REFUSED, INTERRUPTED = 0, 1, 130


def main() -> int:
    """Do what the arguments of this process say and return its exit code."""
    return outermost(lambda: run(sys.argv[1:]))


def outermost(do: Callable[[], int]) -> int:
    """Do something as a process of its own and return its exit code."""
    gc.disable()  # nothing that a command imports is garbage before it ends; the app has its own rule
    os.umask(0o077)
    # A reader that has seen enough (`| head`) ends us as it ends every other tool, without a word.
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        return do()
    except KeyboardInterrupt:
        return INTERRUPTED
    finally:
        _let_go_of_output()
        gc.freeze()  # or the end would look through all of it once more, which takes longer than leaving


def _let_go_of_output() -> None:
    """Write what click has left in the buffer; what can't be written has been told already."""
    from ijtui.cli.output import give_up_on_output

    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError:
        give_up_on_output()


def run(arguments: Sequence[str], door: Door | None = None) -> int:
    """Do what these arguments say and return the exit code; nothing that a person can cause gets out.

    Args:
        arguments: what was written after the name.
        door: how somebody came in to a shared file; None for one's own.
    """
    return told(lambda: _run(arguments, door))


def told(do: Callable[[], int], name: str = "ijtui") -> int:
    """Do something and return its exit code; whatever a person can cause is told in one sentence.

    Args:
        do: does it.
        name: what the program is called.
    """
    import click

    from ijtui.cli.output import complain, complain_about_usage
    from ijtui.errors import IjtuiError
    from ijtui.words import explain

    try:
        return do()
    except click.ClickException as error:
        complain_about_usage(error)
        return error.exit_code
    except click.Abort:
        return INTERRUPTED
    except IjtuiError as error:
        complain(explain(error), name)
    except OSError as error:
        reason = ": ".join(str(part) for part in (error.filename, error.strerror) if part)
        complain(reason or str(error), name)
    return REFUSED


def _run(arguments: Sequence[str], door: Door | None) -> int:
    import click

    from ijtui.cli.language import settle
    from ijtui.cli.output import complain

    settle(arguments, os.environ)
    from ijtui.cli.program import program  # says its help in the language that is settled by now

    try:
        return program.main([*arguments], prog_name="ijtui", standalone_mode=False, obj=door) or DONE
    except click.UsageError as error:
        if door is None:
            raise
        # In one line, and without how it is meant: that names options which are not for the door.
        complain(" ".join(error.format_message().split()))
        return error.exit_code
