"""The key figure counts every point once, and what is not confirmed not at all."""

from __future__ import annotations

from dataclasses import astuple, replace
from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from ijtui.domain.action import Action, Extent, Outcome, Report, Withdrawal
from ijtui.domain.cause import Cause
from ijtui.domain.figure import Plans, Points, percent, points
from ijtui.domain.goal import Responsible
from ijtui.domain.tally import Causes, tally, total
from tests.builders import NOW, an_action, an_outcome

TODAY = NOW.date()
DAYS = st.none() | st.dates(date(2025, 6, 1), date(2027, 6, 30))


def outcomes() -> st.SearchStrategy[Outcome | None]:
    made = st.builds(
        Outcome,
        st.sampled_from(Extent),
        st.just(TODAY),
        done=st.none() | st.dates(date(2025, 1, 1), TODAY),
    )
    dropped = st.just(Outcome(Extent.NO, TODAY, cancelled=True))
    return st.none() | made | dropped


ACTIONS = st.builds(
    lambda due, outcome, report, withdrawal, changes, signed, who: an_action(
        due=due,
        outcome=outcome,
        report=report,
        withdrawal=withdrawal,
        changes=changes,
        signed=signed,
        responsible=who,
    ),
    DAYS,
    outcomes(),
    st.none() | st.just(Report(TODAY, 2)),
    st.none() | st.just(Withdrawal(TODAY, 2)),
    st.integers(0, 3),
    st.booleans(),
    st.sampled_from(Responsible),
)


def signed(**changes: Any) -> Action:
    """Return an action of a plan that both have signed."""
    return an_action(signed=True, **changes)


@given(st.lists(ACTIONS), st.sampled_from([2025, 2026, 2027]))
def test_every_dated_point_is_in_one_count_of_its_year(actions: list[Action], year: int) -> None:
    found = points(actions, year, TODAY)
    of_year = [action for action in actions if action.due and action.due.year == year]
    assert found.agreed + found.dropped + found.uncounted == len(of_year)
    assert found.fulfilled == sum(action.fulfilled and action.binds for action in of_year)
    assert found.uncounted == sum(not action.binds for action in of_year)
    assert found.changed <= len(of_year)
    assert found.undated == sum(action.due is None for action in actions)


@given(st.lists(ACTIONS))
def test_the_years_together_are_all_that_has_a_day(actions: list[Action]) -> None:
    years = [points(actions, year, TODAY) for year in (2025, 2026, 2027)]
    dated = sum(one.agreed + one.dropped + one.uncounted for one in years)
    assert dated + years[0].undated == len(actions)


@given(st.integers(0, 500), st.integers(0, 500))
def test_all_is_only_said_of_all_and_nothing_of_nothing(part: int, more: int) -> None:
    share = percent(part, part + more)
    if part + more == 0:
        assert share is None
    else:
        assert share is not None
        assert (share == 100) == (more == 0)
        assert (share == 0) == (part == 0)
        assert part in (0, part + more) or abs(share - 100 * part / (part + more)) <= 1


def test_what_one_of_the_two_says_does_not_count_yet() -> None:
    due = TODAY - timedelta(days=1)
    found = points([signed(due=due, report=Report(TODAY, 2))], 2026, TODAY)
    assert (found.agreed, found.fulfilled, found.unanswered) == (1, 0, 1)


def test_a_point_done_late_is_fulfilled_and_told_to_be_late() -> None:
    late = signed(due=TODAY - timedelta(days=9), outcome=an_outcome(done=TODAY))
    found = points([late], 2026, TODAY)
    assert (found.fulfilled, found.late, found.share) == (1, 1, 100)


def test_what_both_dropped_is_neither_kept_nor_broken() -> None:
    kept = signed(due=TODAY, outcome=an_outcome())
    dropped = signed(due=TODAY, outcome=Outcome(Extent.NO, TODAY, cancelled=True))
    assert points([kept, dropped], 2026, TODAY) == Points(in_time=1, dropped=1)


def test_a_share_of_nobody_is_none() -> None:
    assert (Plans().share, Plans(4, 3, 2).share, Plans(4, 3, 2).share_agreed) == (None, 50, 75)


def test_what_is_not_signed_or_for_nobody_to_see_to_is_told_apart() -> None:
    mine = an_action(due=TODAY, outcome=an_outcome())
    nobodys = signed(due=TODAY, outcome=an_outcome(), responsible=Responsible.OTHER)
    found = points([mine, nobodys], 2026, TODAY)
    assert found == Points(uncounted=2)
    assert points([replace(nobodys, other="Lina")], 2026, TODAY).fulfilled == 1


def test_the_managers_own_promises_count_the_same() -> None:
    promise = signed(due=TODAY, outcome=an_outcome(), responsible=Responsible.MANAGER)
    assert points([promise], 2026, TODAY) == Points(in_time=1)


def test_points_kept_back_are_counted_by_what_stood_in_the_way() -> None:
    short = [Outcome(extent, TODAY, cause=Cause.RESOURCES) for extent in (Extent.NO, Extent.PARTLY)]
    untold = Outcome(Extent.NO, TODAY)
    dropped = Outcome(Extent.NO, TODAY, cancelled=True)
    found = tally([signed(due=TODAY, outcome=one) for one in (*short, untold, dropped)], Plans(), 2026, TODAY)
    assert found.kept_back == Causes(resources=2, untold=1)


@given(st.lists(ACTIONS), st.lists(ACTIONS))
def test_what_is_counted_of_two_is_the_sum_of_what_is_counted_of_each(
    ones: list[Action], others: list[Action]
) -> None:
    one, other = (tally(some, Plans(2, 1, 1), 2026, TODAY) for some in (ones, others))
    assert total([one, other]) == tally([*ones, *others], Plans(4, 2, 2), 2026, TODAY)
    kept_back = one.kept_back
    assert one.points.partly + one.points.not_done == sum(astuple(kept_back))
