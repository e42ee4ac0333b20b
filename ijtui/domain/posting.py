"""What becomes of somebody's posts when they move, leave or come back: what has been is never lost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ijtui.domain.person import Person
from ijtui.domain.post import Post
from ijtui.domain.unit import Tree
from ijtui.errors import RuleBroken


@dataclass(frozen=True, slots=True)
class Posting:
    """A change of one person's posts.

    Attributes:
        after: all of them afterwards, the first one first.
        added: those of them that are new, without a number.
        changed: those of them that say something else than before.
        removed: those that were only planned and fall away.
    """

    after: tuple[Post, ...]
    added: tuple[Post, ...] = ()
    changed: tuple[Post, ...] = ()
    removed: tuple[Post, ...] = ()

    @property
    def is_nothing(self) -> bool:
        """Whether everything stays as it was."""
        return not (self.added or self.changed or self.removed)


def newest(posts: Sequence[Post], day: date) -> Post | None:
    """Return the latest post that has begun by that day, or None where none has."""
    return next((post for post in reversed(posts) if post.since <= day), None)


def last_day(posts: Sequence[Post], post: Post) -> date | None:
    """Return the last day of somebody's who has that post, whatever they go on to without a day between."""
    for following in posts:
        goes_on = post.until is not None and post.since < following.since <= post.until + timedelta(days=1)
        post = following if goes_on else post
    return post.until


def posted(had: Sequence[Post], wanted: Sequence[Post], today: date) -> Posting:
    """Return what becomes of somebody's posts when these are to hold from the first day of the first of them.

    What began before that stays and ends the day before at the latest. One with the same first day is
    corrected. One that is only planned and not wanted falls away.

    Args:
        had: all posts of the person, the first one first.
        wanted: at least one, the first one first; one without a last day ends when the next begins.
        today: what begins later is planned.

    Raises:
        RuleBroken: two of them overlap, one ends before it begins, or another has begun meanwhile.
    """
    start = wanted[0].since
    kept, later = _cut(had, start), [post for post in had if post.since >= start]
    after = [*kept, *(_matched(post, later).checked() for post in _one_after_another(wanted))]
    numbers = {post.id for post in after}
    removed = tuple(post for post in later if post.id not in numbers)
    _refuse_begun(removed, today)
    before = {post.id: post for post in had}
    return Posting(
        tuple(after),
        tuple(post for post in after if not post.id),
        tuple(post for post in after if post.id and post != before[post.id]),
        removed,
    )


def ended(had: Sequence[Post], last: date, today: date) -> Posting:
    """Return what becomes of somebody's posts when that is the last day; what was planned falls away.

    Raises:
        RuleBroken: there is none that had begun by then, or another has begun since.
    """
    post = newest(had, last)
    if post is None:
        raise RuleBroken("The last day can't come before the first.")
    return posted(had, [replace(post, until=last)], today)


def as_posted(person: Person, posts: Sequence[Post], tree: Tree, today: date) -> Person:
    """Return a person who says what their post of that day says: unit, manager, role and last day.

    Whoever has left keeps what they had last, so that the manager who held the conversations still finds
    them. A first post that is still to come is said at once of somebody new, who has nothing else, and of
    nobody who works somewhere already.
    """
    post = newest(posts, today)
    if post is None and posts and not person.unit and person.manager is None:
        post = posts[0]
    if post is None:
        return person
    unit, role = tree.units[post.unit].name, post.role or person.role
    return replace(person, unit=unit, manager=post.manager, role=role, until=last_day(posts, post))


def _cut(had: Sequence[Post], start: date) -> Iterator[Post]:
    """Yield what began before that day, the last of it ended by then."""
    eve = start - timedelta(days=1)
    for post in had:
        if post.since < start:
            runs_on = post.until is None or post.until > eve
            yield replace(post, until=eve) if runs_on else post


def _one_after_another(wanted: Sequence[Post]) -> Iterator[Post]:
    for post, following in zip(wanted, [*wanted[1:], None], strict=True):
        if following is None:
            yield post
            continue
        if following.since <= post.since or (post.until is not None and post.until >= following.since):
            raise RuleBroken(
                "One post has to end before the next begins: {first} and {next}.",
                first=post.since,
                next=following.since,
            )
        yield replace(post, until=post.until or following.since - timedelta(days=1))


def _matched(post: Post, later: Sequence[Post]) -> Post:
    """Return a post with the number of the one that it corrects."""
    same = next((other for other in later if other.since == post.since), None)
    return replace(post, id=same.id if same else 0)


def _refuse_begun(posts: Sequence[Post], today: date) -> None:
    for post in posts:
        if post.since <= today:
            raise RuleBroken(
                "A later post began on {day} already. Choose that day or one after it.", day=post.since
            )
