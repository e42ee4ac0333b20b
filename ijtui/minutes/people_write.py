"""Writing the list of people as CSV: the same file that can be read back, one row a post."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ijtui.domain.people_list import Known
from ijtui.domain.person import Person
from ijtui.domain.post import Post
from ijtui.domain.unit import Tree, UnitKind
from ijtui.minutes.csv_form import as_csv
from ijtui.minutes.people_headings import HEADINGS
from ijtui.words import Words


def written_people(known: Known, words: Words) -> bytes:
    """Return everybody, by name and first day; with posts there is a row for each, else one."""
    headings = [words(heading) for heading in HEADINGS.values()]
    return as_csv(headings, _rows(known))


def _rows(known: Known) -> Iterator[Sequence[str]]:
    called = {person.id: person.number or person.name for person in known.people.values()}
    for person in known.people.values():
        posts = known.posts.get(person.id, ())
        for post in posts:
            yield _of_post(person, post, known.tree, called)
        if not posts:
            until = person.until.isoformat() if person.until else ""
            manager = called.get(person.manager or 0, "")
            yield (person.number, person.name, person.role, person.unit, "", "", manager, "", until)


def _of_post(person: Person, post: Post, tree: Tree, called: Mapping[int, str]) -> Sequence[str]:
    days = post.since.isoformat(), post.until.isoformat() if post.until else ""
    manager = called.get(post.manager or 0, "")
    return (person.number, person.name, post.role, *_place(tree, post.unit), manager, *days)


def _place(tree: Tree, unit: int) -> tuple[str, str, str]:
    """Return the names of a unit, its administration and its organisation; "" for what it has none of."""
    here = (tree.units[unit], *tree.above(unit))
    first = {kind: next((one.name for one in here if one.kind is kind), "") for kind in UnitKind}
    place = first[UnitKind.UNIT] if here[0].kind is UnitKind.UNIT else ""
    return place, first[UnitKind.ADMINISTRATION], first[UnitKind.ORGANISATION]
