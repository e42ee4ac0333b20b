"""What must be right in the process before Textual is imported, and whether there is a terminal at all."""

from __future__ import annotations

import os
import resource
import sys
from collections.abc import Mapping
from types import TracebackType

from ijtui.errors import BadInput
from ijtui.words import N_

DEVELOP = "IJTUI_DEVELOP"
"""Set to 1, it leaves Textual's debug variables alone and shows tracebacks instead of the farewell."""

_HARMLESS = frozenset(
    {
        "TEXTUAL_ANIMATIONS",
        "TEXTUAL_COLOR_SYSTEM",
        "TEXTUAL_DIM_FACTOR",
        "TEXTUAL_DISABLE_KITTY_KEY",
        "TEXTUAL_FILTERS",
        "TEXTUAL_FPS",
        "TEXTUAL_SMOOTH_SCROLL",
    }
)
"""How things look and feel. All others load code, press keys or write keystrokes and screens to files."""

_ALWAYS = {"TEXTUAL_ANIMATIONS": "none", "TEXTUAL_DISABLE_KITTY_KEY": "1"}
"""The extended key protocol loses AltGr characters in terminals with a known defect (textual notes D3)."""

_REMOTE = {"ESCDELAY": "300", "TEXTUAL_FPS": "15", "TEXTUAL_SMOOTH_SCROLL": "0"}
"""Arrow keys may arrive in pieces over a slow link and would otherwise type `[A` (textual notes D4, D9)."""

_NOT_DRAWABLE = frozenset({"", "dumb", "unknown"})
_NO_TERMINAL = N_(
    "ijtui needs a terminal to draw on, and its input or output goes somewhere else."
    " Run it without < > and |, and over SSH with ssh -t."
)
_DUMB_TERMINAL = N_(
    "This terminal says it cannot show a full screen (TERM={term})."
    " If it can, run TERM=xterm-256color ijtui."
    " Otherwise ijtui list and ijtui minutes work without a full screen."
)


def developing() -> bool:
    """Return whether a developer has asked for Textual's debug help and for tracebacks."""
    return os.environ.get(DEVELOP) == "1"


def prepare(remote: bool | None = None) -> None:
    """Make the process fit for showing other people's words; call it before anything imports Textual.

    Files are made for their owner only, a crash leaves no memory image, an error that nobody
    catches says no more than it must, and Textual reads a cleaned environment.

    Args:
        remote: whether the screen is far away; None asks `SSH_CONNECTION`.
    """
    os.umask(0o077)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if developing():
        return
    sys.excepthook = _say_farewell
    far = bool(os.environ.get("SSH_CONNECTION")) if remote is None else remote
    _clean_environment(_ALWAYS | _REMOTE if far else _ALWAYS)


def refuse_unusable_terminal(environ: Mapping[str, str] = os.environ) -> None:
    """Refuse to start where no full screen can be shown.

    Raises:
        BadInput: a standard stream is redirected, or TERM names a terminal without a screen.
    """
    # Textual reads standard input and draws on standard error.
    if not all(os.isatty(stream) for stream in (0, 1, 2)):
        raise BadInput(_NO_TERMINAL)
    term = environ.get("TERM", "")
    if term in _NOT_DRAWABLE:
        raise BadInput(_DUMB_TERMINAL, term=term)


def _clean_environment(defaults: Mapping[str, str]) -> None:
    for name in [name for name in os.environ if name.startswith("TEXTUAL") and name not in _HARMLESS]:
        del os.environ[name]
    for name in (
        "COLUMNS",
        "LINES",
    ):  # exported sizes go stale at the first resize, and Textual believes them
        os.environ.pop(name, None)
    for name, value in defaults.items():
        os.environ.setdefault(name, value)


def _say_farewell(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
    from ijtui.terminal.crash import farewell, report

    if isinstance(error, Exception):
        sys.stderr.write(farewell(report(error)) + "\n")
