"""The step for what a concluded conversation keeps of the time it looked back on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def what_was_looked_back_on(db: Database) -> None:
    """A quarterly 1:1 and an evaluation keep what they were built from (D-C2, D-C3)."""
    db.executescript(
        """
        CREATE TABLE material (
            conversation INTEGER PRIMARY KEY REFERENCES conversation(id),
            items TEXT NOT NULL,
            kept TEXT NOT NULL
        ) STRICT;
        """
    )
