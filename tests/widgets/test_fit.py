"""Text into columns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from ijtui.clean import clean_line
from ijtui.widgets.fit import Column, fitted, shortened, widths

COLUMNS = st.lists(st.builds(Column, st.integers(0, 30), st.booleans()), min_size=1, max_size=6)


@pytest.mark.parametrize(
    ("columns", "width", "given"),
    [
        ((Column(),), 10, [10]),
        ((Column(4), Column()), 10, [4, 5]),
        ((Column(), Column()), 10, [5, 4]),
        ((Column(4), Column(), Column(4)), 8, [3, 0, 4]),
        ((Column(8), Column(4)), 9, [4, 4]),
    ],
)
def test_what_is_left_is_shared_and_the_widest_gives_up_what_is_lacking(
    columns: tuple[Column, ...], width: int, given: list[int]
) -> None:
    assert widths(columns, width) == given


@given(COLUMNS, st.integers(0, 200))
def test_columns_and_the_air_between_them_never_take_more_than_there_is(
    columns: list[Column], width: int
) -> None:
    given = widths(columns, width)
    gaps = sum(1 for size in given if size) - 1
    assert all(size >= 0 for size in given)
    assert sum(given) + max(0, gaps) <= width


@given(COLUMNS)
def test_no_column_is_narrower_than_it_asked_for_while_there_is_room(columns: list[Column]) -> None:
    wanted = sum(column.width for column in columns) + len(columns) - 1
    given = widths(columns, wanted + 20)
    assert all(size >= column.width for size, column in zip(given, columns, strict=True))


@given(st.text(max_size=40), st.integers(0, 30), st.booleans())
def test_a_fitted_text_takes_exactly_its_cells(text: str, width: int, right: bool) -> None:
    assert cell_len(fitted(text, width, right=right)) == width


@given(st.text(max_size=40).map(clean_line), st.integers(0, 30))
def test_a_text_that_fits_is_not_touched(text: str, width: int) -> None:
    if cell_len(text) <= width:
        assert shortened(text, width) == text
    elif width:
        assert shortened(text, width).endswith("…")


def test_what_no_line_may_hold_is_left_out() -> None:
    assert fitted("a\x1b]0;b\x07\u202e\nc", 8) == "a]0;bc  "


def test_wide_letters_are_cut_between_and_not_through() -> None:
    assert shortened("漢字漢字", 4) == "漢…"
    assert cell_len(fitted("漢字漢字", 5)) == 5
