"""Cells that no spreadsheet calculates, and that say the same when they are read back."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ijtui.clean import clean_line
from ijtui.minutes.csv_form import as_csv, plain, words

CALCULATED = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
HOSTILE = ["=1+1", "+46 70", "-1", "@SUM(A1)", "\t=1", "  =1", "\r\n=1", "＝1", '=cmd|" /C calc"!A0']


@pytest.mark.parametrize("text", HOSTILE)
def test_a_cell_that_would_be_calculated_begins_with_an_apostrophe(text: str) -> None:
    assert words(text).startswith("'")


@given(st.text())
def test_no_text_is_calculated_and_every_text_comes_back(text: str) -> None:
    cell = words(text)
    assert not cell.lstrip().startswith(CALCULATED)
    assert plain(cell) == clean_line(text)


@given(st.text(alphabet="'=+-@ ;\"a\n"))
def test_apostrophes_of_ones_own_come_back(text: str) -> None:
    assert plain(words(text)) == clean_line(text)


@given(st.lists(st.tuples(st.text(), st.integers())))
def test_every_row_is_read_as_it_was_written(rows: list[tuple[str, int]]) -> None:
    file = as_csv(["Enhet", "Antal"], rows).decode("utf-8-sig")
    heading, *read = csv.reader(io.StringIO(file, newline=""), delimiter=";")
    assert heading == ["Enhet", "Antal"]
    assert [(plain(name), int(count)) for name, count in read] == [(clean_line(name), n) for name, n in rows]


def test_a_spreadsheet_knows_the_letters_and_the_ends_of_lines() -> None:
    assert as_csv(["Förvaltning"], [["Ä; B"], [None], [3]]) == (
        b'\xef\xbb\xbfF\xc3\xb6rvaltning\r\n"\xc3\x84; B"\r\n""\r\n3\r\n'
    )
