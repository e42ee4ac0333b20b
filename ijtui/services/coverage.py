"""A round as one of those sees it who have to do with it: names of one's own, and counts of others."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from dataclasses import replace
from functools import cache

from ijtui.data.person import People
from ijtui.data.round import Rounds
from ijtui.data.store import Store
from ijtui.data.target import TargetRows
from ijtui.data.unit import Units
from ijtui.domain.coverage import Coverage, branches, groups, parts_of
from ijtui.domain.floor import hidden
from ijtui.domain.person import Person
from ijtui.domain.round import Round
from ijtui.domain.stage import Place
from ijtui.domain.unit import UnitKind


def look_at(store: Store, asker: Person, this: Round, *, for_all: bool) -> Coverage:
    """Return how far those in a round have come, as far as somebody may see it.

    Oneself and those whom one leads by name; of the managers whom one leads, and for whoever counts for
    all, counts.

    Args:
        store: the open file; behind its wall it names nobody else.
        asker: who looks.
        this: the round.
        for_all: whether the asker counts for the organisation.
    """
    people = {person.id: person for person in People(store).all()}
    names = {number: person.name for number, person in people.items()}
    places = Rounds(store).places(this.id)
    stages = {place.person: place.stage for place in places if place.person is not None}
    mine = {place.person for place in places if place.leader == asker.id}
    led = (person for number, person in people.items() if number in mine)
    seen = Coverage(
        this,
        own=stages.get(asker.id),
        people=tuple((person, stages[person.id]) for person in led),
        below=groups((place for place in places if _leader(place, people) == asker.id), names),
    )
    if not for_all:
        return seen
    home = _homes(store)
    untold = _untold(store, this, people, home) if store.guarded else ()
    total, parts = branches(places, names, home, untold)
    return replace(seen, total=total, branches=parts)


def _untold(
    store: Store, this: Round, people: Mapping[int, Person], home: Callable[[str], str]
) -> Container[object]:
    """Return the keys of what is not told where more than one comes in."""
    kept = Rounds(store).members(this.id)
    where = (
        (member.person, people[member.person].manager, people[member.person].unit)
        if this.is_open
        else (member.person, member.manager, member.unit)
        for member in kept
    )
    return hidden(parts_of(where, home), TargetRows(store).floor())


def _leader(place: Place, people: Mapping[int, Person]) -> int | None:
    """Return who leads the manager with whom somebody is counted."""
    head = people.get(place.manager or 0)
    return head.manager if head else None


def _homes(store: Store) -> Callable[[str], str]:
    """Return what says in which administration a unit is; one that is in none stands for itself."""
    tree = Units(store).tree()

    @cache
    def home(name: str) -> str:
        unit = tree.named(name)
        above = (unit, *tree.above(unit.id)) if unit else ()
        return next((one.name for one in above if one.kind is UnitKind.ADMINISTRATION), name)

    return home
