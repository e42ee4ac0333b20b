"""The second door, `ijtui-sudo-session`: sudo starts it for somebody with an account of the system."""

from __future__ import annotations

import sys

from ijtui.server.places import Places
from ijtui.server.surroundings import isolate


def main(places: Places | None = None) -> int:
    """Let somebody in by their account and return the exit code."""
    isolate(__spec__.name)
    from ijtui.cli import outermost
    from ijtui.server.coming_in import come_in
    from ijtui.server.identity import by_sudo

    return outermost(lambda: come_in(by_sudo, places or Places()))


if __name__ == "__main__":
    sys.exit(main())
