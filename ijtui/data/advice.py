"""The commands that our sentences tell people to run, ready to be pasted into a shell."""

from __future__ import annotations

import os
import shlex
from pathlib import Path

from ijtui import paths


def close_to_others(path: Path) -> str:
    """Return the command that closes a file or folder to everybody but its owner."""
    mode = "700" if path.is_dir() else "600"
    return shlex.join(["chmod", mode, str(path)])


def make_writable(path: Path) -> str:
    """Return the command that lets the owner write that file; often it is the folder that refuses."""
    return close_to_others(path if not os.access(path, os.W_OK) else path.parent)


def ijtui(path: Path, *words: str) -> str:
    """Return an ijtui command about that file; --db is left out where it is the usual one."""
    chosen = [] if path == paths.database() else ["--db", str(path)]
    return shlex.join(["ijtui", *chosen, *words])


def restore(path: Path, backup: Path) -> str:
    """Return the command that brings a backup of that file back."""
    return ijtui(path, "restore", str(backup))
