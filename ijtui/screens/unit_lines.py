"""Units as lines: the tree with who leads each and how many work there; and the people of one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from ijtui.domain.person import Person
from ijtui.domain.post import Post
from ijtui.domain.unit import Tree, UnitKind
from ijtui.widgets.fit import Column
from ijtui.widgets.lines import EMPTY, Line
from ijtui.words import N_, _

UNIT_COLUMNS = (Column(), Column(22), Column(7, right=True), Column(7, right=True))
PEOPLE_COLUMNS = (Column(23), Column(), Column(20), Column(12))
KINDS = {
    UnitKind.ORGANISATION: N_("organisation"),
    UnitKind.ADMINISTRATION: N_("administration"),
    UnitKind.UNIT: N_("unit"),
}
_NONE = N_("There are no units yet.")
_NONE_TO_ADD = N_("No units yet. n adds one, ijtui people import takes in a list.")
_NOBODY = N_("Nobody works here today.")


def unit_lines(
    tree: Tree, heads: Mapping[int, Person], numbers: Mapping[int, int], *, may_keep: bool
) -> list[Line]:
    """Return every unit below what it is part of.

    Args:
        tree: all units.
        heads: who leads each.
        numbers: how many work in each itself.
        may_keep: whether the one who looks may add one.
    """
    if not tree.units:
        return [Line((_(_NONE_TO_ADD if may_keep else _NONE),), look="muted")]
    altogether = _altogether(tree, numbers)
    heading = Line((_("Unit"), _("Manager"), _("here"), _("in all")), look="heading")
    return [heading, *_lines(tree, heads, numbers, altogether)]


def _lines(
    tree: Tree, heads: Mapping[int, Person], numbers: Mapping[int, int], altogether: Mapping[int, int]
) -> Iterator[Line]:
    for depth, unit in tree.walk():
        head = heads[unit.id].name if unit.id in heads else "–"
        here, below = numbers.get(unit.id, 0), altogether[unit.id]
        cells = (f"{'   ' * depth}{unit.name}", head, str(here or "–"), str(below or "–"))
        yield Line(cells, f"unit:{unit.id}")


def _altogether(tree: Tree, numbers: Mapping[int, int]) -> Mapping[int, int]:
    """Return how many work in each unit and in all that is part of it."""
    found = {unit: numbers.get(unit, 0) for unit in tree.units}
    for _depth, unit in reversed(list(tree.walk())):
        if unit.parent in found:
            found[unit.parent] += found[unit.id]
    return found


def people_of_unit(people: Sequence[Person], managers: Mapping[int, Person]) -> list[Line]:
    """Return who works in a unit, by name, with the last day of those who leave.

    Args:
        people: who does.
        managers: everybody whom one of them may have as manager, by id.
    """
    if not people:
        return [Line((_(_NOBODY),), look="muted")]
    return [_person(person, managers) for person in people]


def _person(person: Person, managers: Mapping[int, Person]) -> Line:
    manager = managers.get(person.manager or 0)
    last = f"– {person.until.isoformat()}" if person.until else ""
    return Line((person.name, person.role, manager.name if manager else "–", last), f"person:{person.id}")


def post_lines(
    posts: Iterable[Post], tree: Tree, people: Mapping[int, Person], today: date
) -> Iterator[Line]:
    """Yield where somebody has worked, the latest first, under a heading; nothing where that isn't kept.

    Args:
        posts: of one person, the first one first.
        tree: all units.
        people: the managers, by id.
        today: what begins later is planned.
    """
    told = [_post(post, tree, people, today) for post in posts]
    if told:
        yield EMPTY
        yield Line((_("Where they have worked"),), look="heading")
        yield from reversed(told)


def _post(post: Post, tree: Tree, people: Mapping[int, Person], today: date) -> Line:
    manager = people.get(post.manager or 0)
    days = f"{post.since.isoformat()} – {post.until.isoformat() if post.until else ''}".rstrip()
    parts = [tree.units[post.unit].name, post.role, manager.name if manager else ""]
    planned = _("planned") if post.since > today else ""
    return Line((" · ".join(part for part in (days, *parts, planned) if part),), look="muted")
