"""Storing what becomes of somebody's posts, and letting it take effect when the day has come."""

from __future__ import annotations

from datetime import date, datetime

from ijtui.data.person import People
from ijtui.data.post import Posts
from ijtui.data.store import Store
from ijtui.data.unit import Units
from ijtui.domain.person import Person
from ijtui.domain.post import Post
from ijtui.domain.posting import Posting, as_posted, newest, posted
from ijtui.domain.unit import Tree
from ijtui.errors import RuleBroken
from ijtui.words import N_

_NO_UNIT = N_("There is no unit called {name}. Add it in the list of units first.")


def store_posting(store: Store, posting: Posting, today: date) -> None:
    """Store a change of one person's posts inside `writing`; the person is the caller's to store."""
    rows = Posts(store)
    for post in posting.removed:
        rows.remove(post)
    for post in posting.changed:
        rows.change(post, planned=post.since > today)
    for post in posting.added:
        rows.add(post, planned=post.since > today)


def follow(store: Store, before: Person, after: Person, today: date) -> None:
    """Write down inside `writing` that somebody changed unit, manager or role, as a move on that day.

    Somebody without posts has none afterwards either; of somebody who has left, the last one is corrected.

    Raises:
        RuleBroken: there is no unit of that name.
    """
    had = Posts(store).of_person(after.id)
    last = newest(had, today)
    said = after.unit, after.manager, after.role
    if last is None or said == (before.unit, before.manager, before.role):
        return
    unit = Units(store).tree().named(after.unit)
    if unit is None:
        raise RuleBroken(_NO_UNIT, name=after.unit)
    since = last.since if after.has_left(today) else today
    planned = [post for post in had if post.since > today]
    until = last.until if after.has_left(today) or not planned else None
    wanted = Post(after.id, unit.id, since, after.manager, after.role, until)
    store_posting(store, posted(had, [wanted, *planned], today), today)


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
