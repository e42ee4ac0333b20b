"""The first door, `ijtui-session --user NAME`: sshd starts it for a key that belongs to somebody."""

from __future__ import annotations

import sys

from ijtui.server.places import Places
from ijtui.server.surroundings import isolate


def main(places: Places | None = None) -> int:
    """Let somebody in by their key and return the exit code."""
    isolate(__spec__.name)
    from ijtui.cli import outermost
    from ijtui.server.coming_in import come_in
    from ijtui.server.identity import by_key

    return outermost(lambda: come_in(by_key, places or Places()))


if __name__ == "__main__":
    sys.exit(main())
