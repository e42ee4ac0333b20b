"""Somebody's posts, whatever is decided about them and in whatever order: one at a time, and none lost."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from ijtui.domain.post import Post
from ijtui.domain.posting import Posting, ended, last_day, newest, posted
from ijtui.errors import RuleBroken

TODAY = date(2026, 11, 21)
DAYS = st.integers(-60, 60).map(lambda number: TODAY + timedelta(days=number))
WISHES = st.lists(
    st.tuples(st.sampled_from(["move", "end"]), DAYS, st.integers(1, 3), st.none() | DAYS), max_size=12
)


def numbered(posting: Posting) -> tuple[Post, ...]:
    """Return the posts afterwards as a file would have them, the new ones with numbers."""
    taken = max((post.id for post in posting.after), default=0) + len(posting.removed)
    return tuple(
        post if post.id else replace(post, id=taken + place) for place, post in enumerate(posting.after, 1)
    )


def followed(wishes: list[tuple[str, date, int, date | None]]) -> list[tuple[tuple[Post, ...], Posting]]:
    had: tuple[Post, ...] = ()
    steps = []
    for what, day, unit, until in wishes:
        with suppress(RuleBroken):
            wanted = Post(1, unit, day, until=until)
            posting = posted(had, [wanted], TODAY) if what == "move" else ended(had, day, TODAY)
            steps.append((had, posting))
            had = numbered(posting)
    return steps


@given(WISHES)
def test_nobody_has_two_posts_on_one_day(wishes: list[tuple[str, date, int, date | None]]) -> None:
    for _had, posting in followed(wishes):
        for post, following in zip(posting.after, posting.after[1:], strict=False):
            assert post.until is not None
            assert post.since <= post.until < following.since


@given(WISHES)
def test_what_has_begun_is_never_taken_away(wishes: list[tuple[str, date, int, date | None]]) -> None:
    for had, posting in followed(wishes):
        begun = {post.id for post in had if post.since <= TODAY}
        assert begun <= {post.id for post in posting.after}
        assert all(post.since > TODAY for post in posting.removed)


@given(WISHES)
def test_the_same_decision_twice_changes_nothing(wishes: list[tuple[str, date, int, date | None]]) -> None:
    for what, day, unit, until in wishes[-1:]:
        for _had, posting in followed(wishes)[-1:]:
            after = numbered(posting)
            with suppress(RuleBroken):
                wanted = Post(1, unit, day, until=until)
                again = posted(after, [wanted], TODAY) if what == "move" else ended(after, day, TODAY)
                once_more = numbered(again)
                assert posted(once_more, [once_more[-1]], TODAY).is_nothing


def test_a_last_day_is_that_of_what_follows_without_a_day_between() -> None:
    first = Post(1, 1, date(2026, 1, 1), until=date(2026, 6, 30))
    second = Post(1, 2, date(2026, 7, 1), until=date(2026, 12, 31))
    later = Post(1, 3, date(2027, 3, 1))
    assert last_day([first, second, later], first) == date(2026, 12, 31)
    assert last_day([second, replace(later, since=date(2027, 1, 1))], second) is None
    assert newest([first, second], date(2025, 1, 1)) is None
