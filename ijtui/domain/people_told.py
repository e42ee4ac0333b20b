"""What a list of people would change, line by line, for a person to read before it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from ijtui.domain.people_list import Intended, Told, What
from ijtui.domain.person import Person
from ijtui.domain.post import Post
from ijtui.domain.unit import Tree

Names = Mapping[int, str]


def told_of(
    before: Person | None, after: Intended, had: Sequence[Post], tree: Tree, names: Names
) -> Iterator[Told]:
    """Yield what would change for one person.

    Args:
        before: as they are; None for somebody new.
        after: as they will be.
        had: their posts as they are.
        tree: the units as they will be.
        names: of everybody as they will be, by id.
    """
    person, posting = after.person, after.posting
    if before is None:
        first = posting.after[0] if posting.after else None
        manager = names.get(person.manager or 0, "")
        yield Told(What.NEW, person.name, person.unit, manager, first.since if first else None)
    else:
        yield from _of_person(before, after, names)
    previous: Post | None = None
    for post in posting.after:
        earlier = next((one for one in had if one.id == post.id), None) if post.id else None
        if earlier is None and (before or previous):
            yield _begun(person.name, post, previous, tree, names)
        elif earlier is not None and earlier != post:
            yield from _changed(person.name, earlier, post, posting.after, tree)
        previous = post
    for post in posting.removed:
        yield Told(What.FALLS_AWAY, person.name, tree.units[post.unit].name, day=post.since)


def alone(listed: Iterable[int], people: Mapping[int, Person], today: date) -> Iterator[Told]:
    """Yield who has nobody to hold their conversations: everybody has a manager, the top included (D-P3).

    Args:
        listed: ids of those whose managers the list says.
        people: everybody as they will be.
        today: who has left by then is not meant.
    """
    for person in map(people.__getitem__, listed):
        manager = people.get(person.manager or 0)
        if person.has_left(today):
            continue
        if manager is None:
            yield Told(What.NO_MANAGER, person.name, person.unit)
        elif manager.has_left(today):
            yield Told(What.MANAGER_LEFT, person.name, person.unit, manager.name)


def _of_person(before: Person, after: Intended, names: Names) -> Iterator[Told]:
    """Yield what is said of the person and not of a post."""
    person = after.person
    if person.name != before.name:
        yield Told(What.NAME, before.name, other=person.name)
    if person.number != before.number:
        yield Told(What.NUMBER, person.name, other=person.number)
    if after.posting.after:
        return
    if person.manager != before.manager:
        yield Told(What.LED, person.name, other=names.get(person.manager or 0, ""))
    if person.role != before.role:
        yield Told(What.ROLE, person.name, other=person.role)
    if person.until != before.until:
        what = What.ENDS if person.until else What.GOES_ON
        yield Told(what, person.name, person.unit, day=person.until)


def _begun(name: str, post: Post, previous: Post | None, tree: Tree, names: Names) -> Told:
    unit, manager = tree.units[post.unit].name, names.get(post.manager or 0, "")
    if previous and previous.until and previous.until + timedelta(days=1) < post.since:
        return Told(What.BACK, name, unit, manager, post.since)
    if previous is None or previous.unit != post.unit:
        return Told(What.MOVES, name, unit, manager, post.since)
    if previous.manager != post.manager:
        return Told(What.LED, name, unit, manager, post.since)
    return Told(What.ROLE, name, unit, post.role, post.since)


def _changed(name: str, was: Post, post: Post, after: Sequence[Post], tree: Tree) -> Iterator[Told]:
    """Yield what is new about a post; that it ends because the next begins is told of that one."""
    unit = tree.units[post.unit].name
    if (was.unit, was.manager, was.role) != (post.unit, post.manager, post.role):
        yield Told(What.CORRECTED, name, unit, post.role, post.since)
    if was.until == post.until:
        return
    eves = {other.since - timedelta(days=1) for other in after}
    if post.until is None:
        yield Told(What.GOES_ON, name, unit)
    elif post.until not in eves:
        yield Told(What.ENDS, name, unit, day=post.until)
