"""Wrapping again only what an edit reached gives what wrapping everything gives."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual._wrap import compute_wrap_offsets
from textual.document._document import Document
from textual.document._wrapped_document import WrappedDocument

from ijtui.widgets.editor.wrapping import WrappedText, rewrap

_prose = st.text(alphabet="ab å  漢\u0301", max_size=120)
_hard = st.text(alphabet="a \t\u200d\ufe0f👩é", max_size=40)
_long = st.lists(
    st.sampled_from(["i ", "ord ", "längre ", "x" * 9, "x" * 30, "  ", "漢字"]), max_size=120
).map("".join)
_lines = st.one_of(_prose, _hard, _long, _long)
_few = st.sampled_from(["", " ", "x", "xx", "x x", " i "])


@settings(max_examples=300, deadline=None)
@given(_lines, st.integers(0, 1500), st.integers(0, 20), _few | _lines, st.integers(1, 25))
def test_a_changed_paragraph_breaks_as_if_wrapped_anew(
    old: str, at: int, removed: int, added: str, width: int
) -> None:
    start = min(at, len(old))
    new = old[:start] + added + old[start + removed :]
    breaks = compute_wrap_offsets(old, width, 4)
    assert rewrap(old, breaks, new, width, 4) == compute_wrap_offsets(new, width, 4)


@settings(deadline=None)
@given(
    st.lists(_lines, min_size=1, max_size=5).map("\n".join),
    st.lists(
        st.tuples(st.integers(0, 6), st.integers(0, 80), st.integers(0, 2), st.integers(0, 9), _lines),
        max_size=6,
    ),
    st.integers(0, 25),
)
def test_the_view_of_an_edited_text_is_the_view_of_a_new_one(
    text: str, edits: list[tuple[int, int, int, int, str]], width: int
) -> None:
    document = Document(text)
    view = WrappedText(document, width)
    for row, column, rows, columns, added in edits:
        start = document_place(document, row, column)
        end = document_place(document, start[0] + rows, start[1] + columns)
        result = document.replace_range(start, end, added)
        view.wrap_range(min(start, end), max(start, end), result.end_location)
    anew = WrappedDocument(document, width)
    assert view.height == anew.height
    assert view._offset_to_line_info == anew._offset_to_line_info
    for row, line in enumerate(document.lines):
        assert view.get_sections(row) == anew.get_sections(row)
        assert view.get_tab_widths(row) == anew.get_tab_widths(row)
        for column in range(0, len(line) + 1, 1 + len(line) // 20):
            assert view.location_to_offset((row, column)) == anew.location_to_offset((row, column))


def document_place(document: Document, row: int, column: int) -> tuple[int, int]:
    """The place in the document that is nearest to a row and a column."""
    row = min(row, document.line_count - 1)
    return row, min(column, len(document[row]))


@pytest.mark.parametrize(
    ("old", "breaks", "new", "width", "expected"),
    [
        ("ett tjugofem", [4], "ett tju", 10, []),  # the word that opened the row is shorter now
        ("abc d  x", [4], "abc d x", 6, [6]),  # the white space after it is
    ],
)
def test_what_has_become_shorter_moves_up_to_the_row_above(
    old: str, breaks: list[int], new: str, width: int, expected: list[int]
) -> None:
    assert compute_wrap_offsets(old, width, 4) == breaks
    assert rewrap(old, breaks, new, width, 4) == compute_wrap_offsets(new, width, 4) == expected


def test_a_place_beyond_the_text_counts_as_its_end() -> None:
    view = WrappedText(Document("ett\ntvå"), 10)
    assert view.location_to_offset((5, 99)) == view.location_to_offset((1, 3))
