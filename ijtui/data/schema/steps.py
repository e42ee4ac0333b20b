"""The register of steps; apart from them, so that each file of steps can add its own."""

from __future__ import annotations

from sqlite_utils import Migrations

migrations = Migrations("ijtui")
"""Applied in order under the write lock; their number is the file's user_version."""
