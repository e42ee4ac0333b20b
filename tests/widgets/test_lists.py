"""Lists in Markdown: enter goes on with one, and a key ticks a box."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ijtui.widgets.editor.lists import continued, taken_over, ticked


@pytest.mark.parametrize(
    ("line", "begins"),
    [
        ("- ett", "- "),
        ("* ett", "* "),
        ("+ ett", "+ "),
        ("  - ett", "  - "),
        ("1. ett", "2. "),
        ("9) nio", "10) "),
        ("- [ ] gör", "- [ ] "),
        ("- [x] gjort", "- [ ] "),
        ("1.  [X] gjort", "2.  [ ] "),
    ],
)
def test_enter_begins_the_next_item(line: str, begins: str) -> None:
    found = continued(line, len(line))
    assert found is not None
    assert (found.begins, found.ends) == (begins, 0)


@pytest.mark.parametrize("line", ["- ", "*  ", "1. ", "- [ ] ", "  - [x] "])
def test_an_empty_item_ends_the_list(line: str) -> None:
    found = continued(line, len(line))
    assert found is not None
    assert found.ends == len(line)


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("ett", 3),
        ("", 0),
        ("-ett", 4),
        ("1.5 meter", 9),
        ("- ett", 1),
        ("- ett", 0),
        ("**fet**", 7),
        ("---", 3),
    ],
)
def test_elsewhere_enter_only_breaks_the_line(line: str, column: int) -> None:
    assert continued(line, column) is None


@pytest.mark.parametrize(
    ("begun", "typed", "begins"),
    [
        ("- ", "-", "- "),
        ("- [ ] ", "-", "- "),
        ("2. ", "2.", "2. "),
        ("- ", "  -", "  - "),
        ("  - ", "-", "  - "),
        ("- ", "bra", None),
        ("- ", "", None),
    ],
)
def test_a_sign_that_is_typed_behind_one_stands_there_once(
    begun: str, typed: str, begins: str | None
) -> None:
    assert taken_over(begun, typed) == begins


@pytest.mark.parametrize(
    ("line", "after"),
    [
        ("", "- [ ] "),
        ("boka", "- [ ] boka"),
        ("  boka", "  - [ ] boka"),
        ("- boka", "- [ ] boka"),
        ("2. boka", "2. [ ] boka"),
        ("- [ ] boka", "- [x] boka"),
        ("- [x] boka", "- [ ] boka"),
        ("- [X]", "- [ ]"),
    ],
)
def test_a_box_is_made_ticked_and_cleared(line: str, after: str) -> None:
    assert ticked(line) == after


@given(st.text(alphabet="-*+ 1.)[]xXå\t", max_size=30))
def test_ticking_twice_more_changes_nothing_but_the_tick(line: str) -> None:
    once = ticked(line)
    with_box = once if line != once else ticked(once)
    assert ticked(ticked(with_box)).casefold() == with_box.casefold()
