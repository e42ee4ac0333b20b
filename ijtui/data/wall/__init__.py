"""A second wall, inside SQLite: a session sees what is its person's, whatever a statement asks for.

In front of every table stands a view of the same name that shows one person's rows only, so a `WHERE` that
was forgotten finds nothing of others. What is written names the table in `main`, and triggers of the
connection refuse rows that are not the person's to touch. An authorizer refuses everything that would walk
around the two: other columns of the tables themselves, other tables, other files, other rules.

It stands beside `domain.access`, which every service asks, and not in its place. It holds back a slip in
our own statements; somebody who runs code of their own in the process has won already.
"""

from __future__ import annotations

from ijtui.data.wall.building import put_up
from ijtui.data.wall.census import DECLARED, UNGUARDED

__all__ = ["DECLARED", "UNGUARDED", "put_up"]
