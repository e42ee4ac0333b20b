"""What `ijtui-admin` and `python -m ijtui.admin` start."""

from __future__ import annotations

import sys

from ijtui.admin import main

if __name__ == "__main__":
    sys.exit(main())
