"""Entries between the database and a file: numbers become names, and names numbers again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ijtui.domain.goal import Goal
from ijtui.domain.journal import Entry
from ijtui.domain.person import Person
from ijtui.domain.quarter import Quarter
from ijtui.errors import BadInput, IjtuiError
from ijtui.minutes.leaf import Leaf
from ijtui.services.desk import Desk


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of an import.

    Attributes:
        new: how many entries were stored.
        known: how many were there already and stayed as they are.
        people: names of those who are not here, so that the entries about them are about nobody.
        goals: titles of goals that are not here, so that nothing points at them.
        unshared: how many entries were shared there, and are only the writer's here.
    """

    new: int
    known: int
    people: tuple[str, ...]
    goals: tuple[str, ...]
    unshared: int


def leaves(desk: Desk, writer: Person, entries: Sequence[Entry]) -> list[Leaf]:
    """Return entries as they stand in a file."""
    people = {person.id: person.name for person in desk.people.all(writer)}
    goals = {goal.id: goal.title for goal in desk.goals.visible(writer)}
    return [
        Leaf(
            uid=entry.uid,
            day=entry.day,
            made=entry.made or desk.clock(),
            changed=entry.changed or desk.clock(),
            body=entry.body,
            kind=entry.kind,
            quarter=str(entry.quarter or ""),
            person=people.get(entry.person or 0, ""),
            shared=entry.shared,
            goal=goals.get(entry.goal or 0, ""),
        )
        for entry in entries
    ]


def take_in(desk: Desk, asker: Person, read: Sequence[Leaf], source: str) -> Imported:
    """Store the entries of a file in the asker's journal, all of them or none.

    A person is known by the name, a goal by its title. Where nobody or nothing here has it, or more than
    one, that is left out, and an entry that was shared is only the asker's again.

    Raises:
        BadInput: an entry can't be stored; the sentence says which.
    """
    people = _only_one({person.id: person.name for person in desk.people.all(asker) if person.id != asker.id})
    goals = _only_one({goal.id: goal.title for goal in desk.goals.visible(asker)})
    owners = {goal.id: goal for goal in desk.goals.visible(asker)}
    entries = [_entry(leaf, asker, people, goals, owners, source) for leaf in read]
    new = desk.journal.take_in(asker, entries)
    uids = {entry.uid for entry in new}
    pairs = [(leaf, entry) for leaf, entry in zip(read, entries, strict=True) if entry.uid in uids]
    return Imported(
        new=len(new),
        known=len(read) - len(new),
        people=_left_out([leaf.person for leaf, entry in pairs if entry.person is None]),
        goals=_left_out([leaf.goal for leaf, entry in pairs if entry.goal is None]),
        unshared=sum(leaf.shared and not entry.shared for leaf, entry in pairs),
    )


def _entry(
    leaf: Leaf,
    asker: Person,
    people: Mapping[str, int],
    goals: Mapping[str, int],
    owners: Mapping[int, Goal],
    source: str,
) -> Entry:
    person, goal = people.get(leaf.person), goals.get(leaf.goal)
    if goal is not None and owners[goal].person not in (asker.id, person):
        goal = None
    try:
        return Entry(
            writer=asker.id,
            day=leaf.day,
            body=leaf.body,
            person=person,
            shared=leaf.shared and person is not None,
            kind=leaf.kind,
            quarter=Quarter.read(leaf.quarter) if leaf.quarter else None,
            goal=goal,
            uid=leaf.uid,
            author=asker.id,
            made=leaf.made,
            changed=leaf.changed,
        ).checked()
    except IjtuiError as error:
        raise BadInput(error.message, source, leaf.line, **error.values) from error


def _only_one(names: Mapping[int, str]) -> Mapping[str, int]:
    """Return the number by name, for each name that only one has."""
    said = Counter(names.values())
    return {name: number for number, name in names.items() if said[name] == 1}


def _left_out(names: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))
