"""A net under a session: Python itself refuses what no session has any reason to do.

It starts no program, opens no connection and loads no library by name. That is no sandbox (who runs code of
their own in the process gets around it), but it turns a mistake that would start a browser or an editor as
the service account into a refusal (reliability notes §1.3).
"""

from __future__ import annotations

import errno
import sys

REFUSED = frozenset(
    {
        "ctypes.dlopen",
        "os.exec",
        "os.fork",
        "os.forkpty",
        "os.posix_spawn",
        "os.system",
        "pty.spawn",
        "socket.bind",
        "socket.connect",
        "socket.sendto",
        "subprocess.Popen",
        "webbrowser.open",
    }
)
"""Names of Python's audit events."""


def spread() -> None:
    """Refuse all of that in this process from now on; it can't be taken back."""
    sys.addaudithook(_refuse)


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    # Importing ctypes opens the process itself, which has no name; what sqlite-utils imports does that.
    if event in REFUSED and (event, *arguments) != ("ctypes.dlopen", None):
        raise PermissionError(errno.EPERM, "not in a session", event)
