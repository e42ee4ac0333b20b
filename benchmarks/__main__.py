"""`python -m benchmarks NAME`, or `all`: side by side, most of it on a pseudo-terminal."""

from __future__ import annotations

import argparse
from importlib import import_module

COMMANDS = ("startup", "keystroke", "save", "minutes", "quiet", "search", "today", "year", "profile")
ASKED_FOR = ("sessions", "people", "figure")
"""Each takes minutes, or makes a file of 400 MB first, so they are not among all."""


def main() -> None:
    """Run the asked measurements one after another."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("what", choices=[*COMMANDS, *ASKED_FOR, "all"])
    what = parser.parse_args().what
    for name in COMMANDS if what == "all" else [what]:
        import_module(f"benchmarks.{name}").main()


if __name__ == "__main__":
    main()
