"""`ijtui-admin`: what root does for a shared server. Nothing that a session starts imports anything here."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from ijtui.cli import DONE, outermost, told

NAME = "ijtui-admin"


def main() -> int:
    """Do what the arguments of this process say and return its exit code."""
    return outermost(lambda: run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Do what these arguments say and return the exit code; nothing that a person can cause gets out."""
    return told(lambda: _run(arguments), NAME)


def _run(arguments: Sequence[str]) -> int:
    from ijtui.cli.language import settle

    settle(arguments, os.environ)
    from ijtui.admin.program import program  # says its help in the language that is settled by now

    return program.main([*arguments], prog_name=NAME, standalone_mode=False) or DONE
