"""What every statement that writes looks like, so that a wall can stand in front of the tables."""

from __future__ import annotations

import re

from tests.house.catalogue import ROOT
from tests.house.test_source import lines_with

UNNAMED = re.compile(
    r"\b(?:INSERT (?:OR \w+ )?INTO|(?<!DO )UPDATE|DELETE FROM|REPLACE INTO) (?!main\.|temp\.|SET\b)[a-z{\[\"]"
)


def test_what_writes_names_the_table_in_main() -> None:
    """In a shared file a view of the same name stands in front of each table; nothing is written to it."""
    folder = ROOT / "ijtui" / "data"
    paths = [path for path in folder.rglob("*.py") if not {"schema", "wall"} & set(path.parts)]
    assert lines_with(UNNAMED, paths) == []
