"""The chart as text: inside its box whatever is shown, legible without colour."""

from __future__ import annotations

from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from ijtui.domain.assessment import Series
from ijtui.domain.radar import on_axis
from ijtui.widgets.spider.layout import laid_out
from ijtui.widgets.spider.legend import legend
from ijtui.widgets.spider.plot import plot
from ijtui.widgets.spider.run import Row
from ijtui.widgets.spider.series import STROKES, Trace
from ijtui.widgets.spider.widget import SMALLEST

NAMES = ("Arkitektur", "Kodkvalitet", "Testning", "Drift och förvaltning", "Dokumentation", "Samarbete")
MARKERS = {stroke.marker for stroke in STROKES.values()}

names = st.text(max_size=60) | st.text("åäöW汉字e\u0301👍 ", max_size=40)
level = st.none() | st.integers(0, 4)


@st.composite
def charts(draw: st.DrawFn) -> tuple[tuple[str, ...], tuple[Trace, ...]]:
    """Return any axes with any levels."""
    axes = draw(st.integers(3, 12))
    titles = tuple(draw(st.lists(names, min_size=axes, max_size=axes)))
    series = draw(st.lists(st.sampled_from(Series), unique=True, max_size=5))
    levels = st.lists(level, min_size=axes, max_size=axes)
    return titles, tuple(Trace(one, draw(names), tuple(draw(levels))) for one in series)


def a_trace(series: Series, *levels: int | None) -> Trace:
    return Trace(series, series.value, levels)


def text(rows: tuple[Row, ...]) -> list[str]:
    return ["".join(run.text for run in row) for row in rows]


def cells(row: Row) -> list[tuple[str, str]]:
    """Return what stands in every cell of a row and its look; of a wide letter, in its first cell."""
    signs = ((letter, run.look) for run in row for letter in run.text)
    return list(chain.from_iterable([sign] + [("", sign[1])] * (cell_len(sign[0]) - 1) for sign in signs))


@given(charts(), st.integers(0, 130), st.integers(0, 50), st.integers(-1, 12))
def test_whatever_is_drawn_lies_inside_its_box(
    chart: tuple[tuple[str, ...], tuple[Trace, ...]], width: int, height: int, here: int
) -> None:
    rows = plot(*chart, width, height, here=here)
    assert len(rows) == height
    assert {sum(cell_len(run.text) for run in row) for row in rows} <= {width}


@given(charts(), st.integers(30, 130), st.integers(10, 50))
def test_no_name_stands_in_another_or_in_the_chart(
    chart: tuple[tuple[str, ...], tuple[Trace, ...]], width: int, height: int
) -> None:
    layout = laid_out(chart[0], width, height)
    assert layout is not None, "there is a chart from the smallest size on"
    taken = [(x, label.y) for label in layout.labels for x in range(label.x, label.x + label.width)]
    assert len(taken) == len(set(taken))
    ends = {layout.frame.cell(on_axis(axis, len(chart[0]))) for axis in range(len(chart[0]))}
    assert not ends & set(taken)


@given(st.integers(3, 12), st.data(), st.integers(30, 130), st.integers(10, 50))
def test_every_marker_stands_on_its_axis(axes: int, data: st.DataObject, width: int, height: int) -> None:
    levels = data.draw(st.lists(level, min_size=axes, max_size=axes))
    titles = tuple(f"Kompetens {number}" for number in range(axes))
    rows = plot(titles, [Trace(Series.EMPLOYEE, "Åsa", tuple(levels))], width, height)
    drawn = {
        (x, y)
        for y, row in enumerate(rows)
        for x, cell in enumerate(cells(row))
        if cell == ("o", Series.EMPLOYEE.value)
    }
    layout = laid_out(titles, width, height)
    assert layout is not None
    places = {
        layout.frame.cell(on_axis(axis, axes, rated))
        for axis, rated in enumerate(levels)
        if rated is not None
    }
    assert drawn == places


@pytest.mark.parametrize("axes", range(3, 13))
def test_the_chart_is_as_large_as_it_can_be_beside_a_table(axes: int) -> None:
    layout = laid_out(tuple(f"Nr {number}" for number in range(axes)), 40, 16)
    assert layout is not None
    assert layout.frame.radius >= 24
    assert len(layout.labels) == axes


@pytest.mark.parametrize(("width", "height"), [SMALLEST, (40, 16), (60, 30)])
def test_every_axis_has_a_name_that_can_be_read(width: int, height: int) -> None:
    layout = laid_out(NAMES, width, height)
    assert layout is not None
    assert len(layout.labels) == len(NAMES)
    assert min(label.width for label in layout.labels) >= 7


def test_five_lines_with_the_same_levels_are_all_to_be_seen() -> None:
    traces = [a_trace(series, 3, 3, 3, 3, 3, 3) for series in Series]
    rows = text(plot(NAMES, traces, 40, 16))
    assert all(sum(row.count(marker) for row in rows) >= 6 for marker in MARKERS)


def test_no_two_lines_are_drawn_alike() -> None:
    assert len(MARKERS) == len(STROKES) == len(Series)
    assert len({(stroke.pattern, stroke.wide) for stroke in STROKES.values()}) == len(Series)


def test_what_is_not_rated_has_no_line_and_no_marker() -> None:
    nothing = plot(NAMES, [a_trace(Series.EMPLOYEE, *[None] * 6)], 40, 16)
    assert nothing == plot(NAMES, [], 40, 16)


def test_a_zero_stands_in_the_centre() -> None:
    rows = plot(NAMES, [a_trace(Series.EMPLOYEE, *[0] * 6)], 40, 16)
    assert sum(row.count("o") for row in text(tuple(row for row in rows if not _named(row)))) == 1


def _named(row: Row) -> bool:
    return any(run.look == "label" for run in row)


def test_the_axis_that_is_looked_at_has_a_look_of_its_own() -> None:
    runs = chain.from_iterable(plot(NAMES, [], 40, 16, here=2))
    assert [run.text for run in runs if run.look == "here"] == ["Testning"]


def test_a_name_of_blanks_takes_no_room() -> None:
    layout = laid_out(("  ", "\u200b", "Testning"), 40, 16)
    assert layout is not None
    assert [label.text for label in layout.labels] == ["Testning"]


def test_the_legend_names_each_line_beside_its_marker() -> None:
    rows = text(legend([a_trace(Series.EMPLOYEE, 1, 2, 3), a_trace(Series.REQUIRED, 1, 2, 3)], 40))
    assert len(rows) == 1
    assert "o employee" in rows[0]
    assert "+ required" in rows[0]


@given(st.lists(names, max_size=5), st.integers(6, 130))
def test_the_legend_is_never_wider_than_its_box(titles: list[str], width: int) -> None:
    traces = [Trace(series, title, ()) for series, title in zip(Series, titles, strict=False)]
    assert all(sum(cell_len(run.text) for run in row) <= width for row in legend(traces, width))
