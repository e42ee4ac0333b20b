"""Columns that line up."""

from __future__ import annotations

from ijtui.cli.table import table, width


def test_columns_are_as_wide_as_what_they_hold_and_the_last_is_not_padded() -> None:
    said = table(("No.", "Name", ""), [("1", "Åsa Berg", "x"), ("12", "Li", "")])
    assert said == "No.  Name\n1    Åsa Berg  x\n12   Li"


def test_wide_letters_take_two_cells_and_accents_none() -> None:
    assert [width(text) for text in ("abc", "日本", "e\u0301", "")] == [3, 4, 1, 0]
    lines = table(("A", "B"), [("日本", "x"), ("ab", "y")]).splitlines()
    assert [width(line.partition(mark)[0]) for line, mark in zip(lines, "Bxy", strict=True)] == [6, 6, 6]


def test_a_cell_is_one_clean_line() -> None:
    assert table(("A",), [("one\ntwo\x1b[2J\tthree",)]) == "A\none two[2J three"
