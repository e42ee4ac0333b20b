"""The last words after an error in the program, without a word the person has written.

Textual's own crash screen prints local variables, and an exception's message may quote text as well
(textual notes D6); so only its class and our line number are told.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from traceback import walk_tb
from zlib import crc32

from ijtui.paths import PACKAGE
from ijtui.words import _


@dataclass(frozen=True, slots=True)
class Report:
    """What may be told of an error.

    Args:
        kind: class of the exception.
        place: our innermost line it passed, "ijtui/screens/plan.py:41"; empty if unknown.
    """

    kind: str
    place: str

    @property
    def reference(self) -> str:
        """The short number of this error; the same error in the same place has the same one."""
        return f"{crc32(f'{self.kind} {self.place}'.encode()):08x}"


def report(error: BaseException) -> Report:
    """Return what may be told of that error; of a failed worker, what made it fail."""
    cause = getattr(error, "error", None)
    error = cause if isinstance(cause, BaseException) else error
    frames = [(Path(frame.f_code.co_filename), line) for frame, line in walk_tb(error.__traceback__)]
    ours = [(file, line) for file, line in frames if file.is_relative_to(PACKAGE)]
    place = [f"{_short(file)}:{line}" for file, line in (ours or frames)[-1:]]
    return Report(type(error).__name__, "".join(place))


def report_rendered(rendered: object) -> Report:
    """Return what may be told of an error that Textual has already made into something to print."""
    from rich.traceback import Traceback

    if not isinstance(rendered, Traceback):
        return Report(type(rendered).__name__, "")
    stack = rendered.trace.stacks[0]
    place = [f"{_short(Path(frame.filename))}:{frame.lineno}" for frame in stack.frames[-1:]]
    return Report(stack.exc_type, "".join(place))


def farewell(found: Report, kept_in: str = "", saved: bool = True) -> str:
    """Return the lines that take the place of a traceback, in the language of the moment.

    Args:
        found: what happened.
        kept_in: where the person's text lies; empty where no text was open.
        saved: whether everything on screen is there.
    """
    lines = [_("ijtui stopped because of an error in the program.")]
    if kept_in and saved:
        lines.append(_("What you have written is saved in {place}.", place=kept_in))
    elif kept_in:
        lines.append(
            _("The last you wrote could not be saved. What came before it is in {place}.", place=kept_in)
        )
    lines.append(_("Start ijtui again to go on."))
    lines.append(
        _("If it happens again, send this line to whoever looks after ijtui; it holds nothing you wrote:")
    )
    lines.append(
        "  "
        + _("{kind}, {place}, reference {number}", kind=found.kind, place=found.place, number=found.reference)
    )
    return "\n".join(lines)


def _short(file: Path) -> Path:
    return file.relative_to(PACKAGE.parent) if file.is_relative_to(PACKAGE) else Path(*file.parts[-2:])
