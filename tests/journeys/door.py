"""Opens the program on a shared file as the door would for somebody: door.py FILE LOGIN."""

from __future__ import annotations

import sys
from pathlib import Path

from ijtui.cli.open import open_app
from ijtui.domain.account import Door

if __name__ == "__main__":
    sys.exit(open_app(Path(sys.argv[1]), door=Door(sys.argv[2])))
