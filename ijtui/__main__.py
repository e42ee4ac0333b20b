"""What `ijtui` and `python -m ijtui` start."""

from __future__ import annotations

import sys

from ijtui.cli import main

if __name__ == "__main__":
    sys.exit(main())
