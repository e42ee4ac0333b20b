"""Storing what becomes of somebody's posts, and letting it take effect when the day has come."""

from __future__ import annotations

from datetime import date, datetime

from ijtui.data.person import People
from ijtui.data.post import Posts
from ijtui.data.store import Store
from ijtui.data.unit import Units
from ijtui.domain.post import Post
from ijtui.domain.posting import Posting, as_posted
from ijtui.domain.unit import Tree


def store_posting(store: Store, posting: Posting, today: date) -> None:
    """Store a change of one person's posts inside `writing`; the person is the caller's to store."""
    rows = Posts(store)
    for post in posting.removed:
        rows.remove(post)
    for post in posting.changed:
        rows.change(post, planned=post.since > today)
    for post in posting.added:
        rows.add(post, planned=post.since > today)


def take_due(store: Store, now: datetime) -> None:
    """Let everybody whose planned day has come say so, before anybody comes in: access moves on that day.

    A line in the history stands under the person whom it is about.

    Raises:
        StorageFailed: it can't be written now.
    """
    with store.writing():
        tree = Units(store).tree()
        for post in Posts(store).due(now.date()):  # another session may have come first
            _begin(store, post, tree, now)


def _begin(store: Store, post: Post, tree: Tree, now: datetime) -> None:
    from ijtui.data.history import History
    from ijtui.domain.history import Event

    people = People(store)
    before = people.get(post.person)
    after = as_posted(before, Posts(store).of_person(post.person), tree, now.date())
    if after != before:
        people.change(after)
    Posts(store).begun(post)
    History(store).add(Event(post.person, "moved", f"person:{post.person}", now))
