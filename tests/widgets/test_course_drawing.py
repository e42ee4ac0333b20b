"""The drawing of a course: inside its room at every size, and told apart without colour."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from ijtui.widgets.course_drawing import MARGIN, Curve, Mark, Point, drawn

QUARTERS = tuple(
    Mark(number / 4, names) for number, names in enumerate((("Q1 2026", "Q1"), ("Q2",), ("Q3",)))
)
CURVE = Curve(
    (Point(0.1, 10, "●", "o"), Point(0.4, 50, "▲", "!"), Point(0.6, 40, "■", "x")), (0.0, 1.0), QUARTERS, 0.7
)


def rows(curve: Curve, width: int, height: int, *, plain: bool = False) -> list[str]:
    return ["".join(run.text for run in row) for row in drawn(curve, width, height, plain=plain)]


def looks(curve: Curve, sign: str, width: int = 60, height: int = 9) -> set[str]:
    return {run.look for row in drawn(curve, width, height) for run in row if sign in run.text}


spots = st.tuples(st.floats(0, 1), st.integers(0, 100))


@given(
    st.lists(spots, max_size=12),
    st.none() | st.tuples(st.floats(-2000, 2), st.floats(-2, 2000)),
    st.integers(0, 130),
    st.integers(0, 20),
    st.booleans(),
)
def test_nothing_is_drawn_outside_its_room(
    told: list[tuple[float, int]], plan: tuple[float, float] | None, width: int, height: int, plain: bool
) -> None:
    points = tuple(Point(at, per_cent, "●", "o") for at, per_cent in sorted(told))
    found = rows(Curve(points, plan, QUARTERS, 1.0), width, height, plain=plain)
    assert len(found) in (0, height)
    assert all(cell_len(row) <= width for row in found)


def test_without_room_there_is_no_drawing() -> None:
    assert rows(CURVE, MARGIN + 3, 9) == rows(CURVE, 60, 3) == []


def test_the_scale_says_all_half_and_nothing() -> None:
    found = rows(Curve(), 40, 9)
    assert [row[:5] for row in found] == [
        "100 ┤",
        *["    │"] * 2,
        " 50 ┤",
        *["    │"] * 2,
        "  0 ┤",
        "    └",
        " " * 5,
    ]


@pytest.mark.parametrize("plain", [False, True])
def test_every_check_in_has_its_own_sign_where_it_belongs(plain: bool) -> None:
    found = rows(CURVE, MARGIN + 41, 7, plain=plain)
    for sign, column, row in zip("o!x" if plain else "●▲■", (4, 16, 24), (4, 2, 2), strict=True):
        assert found[row][MARGIN + column] == sign


def test_the_line_the_plan_and_the_points_look_different() -> None:
    assert looks(CURVE, "▲") == {"point"}
    painted = {run.look for row in drawn(CURVE, 60, 9) for run in row}
    assert painted >= {"line", "plan", "point", "axis"}
    plain = rows(CURVE, 60, 9, plain=True)
    assert all(any(sign in row for row in plain) for sign in (".", "*"))
    assert not any("\u2800" <= sign <= "\u28ff" for sign in "".join(plain))


def test_an_even_pace_goes_from_the_bottom_to_the_top() -> None:
    found = rows(Curve(plan=(0.0, 1.0)), MARGIN + 20, 7, plain=True)
    assert found[4][MARGIN] == "."
    assert found[0].rstrip().endswith(".")


def test_a_date_of_another_age_draws_only_what_is_in_sight() -> None:
    found = rows(Curve(plan=(-1.0, 3.0)), MARGIN + 20, 7, plain=True)
    assert "." not in found[0] + found[4]
    assert "." in found[2]


def test_a_quarter_takes_the_longest_name_it_has_room_for() -> None:
    assert rows(CURVE, MARGIN + 60, 7)[-1].split() == ["Q1", "2026", "Q2", "Q3"]
    assert rows(CURVE, MARGIN + 24, 7)[-1].split() == ["Q1", "Q2", "Q3"]
    assert rows(CURVE, MARGIN + 8, 7)[-1].split() == ["Q3"]


def test_today_is_marked_on_the_axis() -> None:
    assert rows(CURVE, MARGIN + 41, 7)[-2][MARGIN + 28] == "┃"
