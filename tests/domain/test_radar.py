"""Where the levels of a radar chart lie."""

from __future__ import annotations

from math import hypot, isclose

import pytest

from ijtui.domain.radar import CENTRE, Point, on_axis, outline, ring


def test_the_first_axis_goes_straight_up() -> None:
    assert on_axis(0, 7) == Point(0.0, -1.0)


def test_the_axes_go_round_clockwise() -> None:
    assert on_axis(1, 4) == Point(1.0, 0.0)
    assert on_axis(2, 4) == Point(0.0, 1.0)
    assert on_axis(3, 4) == Point(-1.0, 0.0)


def test_level_zero_is_the_centre_of_every_axis() -> None:
    assert {on_axis(axis, 5, 0) for axis in range(5)} == {CENTRE}


@pytest.mark.parametrize("axes", range(3, 13))
def test_a_level_is_as_far_out_on_every_axis(axes: int) -> None:
    for axis in range(axes):
        place = on_axis(axis, axes, 3)
        assert isclose(hypot(place.x, place.y), 0.75)


def test_what_is_rated_all_round_makes_a_closed_line() -> None:
    stretches = list(outline([1, 2, 3]))
    assert [end for _start, end in stretches] == [start for start, _end in (*stretches[1:], stretches[0])]


def test_a_missing_level_breaks_the_line_and_is_no_zero() -> None:
    stretches = list(outline([1, None, 3, 4]))
    assert len(stretches) == 2
    assert CENTRE not in {point for stretch in stretches for point in stretch}


def test_a_level_between_two_missing_ones_has_no_line() -> None:
    assert list(outline([None, 2, None, None])) == []


def test_a_ring_goes_through_its_level_on_every_axis() -> None:
    assert [start for start, _end in ring(6, 2)] == [on_axis(axis, 6, 2) for axis in range(6)]
