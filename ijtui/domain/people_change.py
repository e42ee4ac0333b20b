"""What a list of people would change, worked out before anything is: all of it, or every error at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from ijtui.domain.people_list import Change, Column, Intended, Known, Line, PeopleList, Told, What, Wishes
from ijtui.domain.people_managers import Managers, managers_first, refuse_circles
from ijtui.domain.people_posts import Asked, needs_post
from ijtui.domain.people_told import alone, told_of
from ijtui.domain.people_units import Places
from ijtui.domain.people_who import Groups, Whom
from ijtui.domain.person import Person
from ijtui.domain.posting import as_posted, ended
from ijtui.errors import BadInput, RuleBroken


def changes(listed: PeopleList, known: Known, wishes: Wishes) -> tuple[Change, tuple[BadInput, ...]]:
    """Return what a list would change, and everything that is wrong with it, by row.

    Args:
        listed: what was read.
        known: what the file holds.
        wishes: what the list doesn't say itself.
    """
    problems = list(listed.problems)
    groups = Whom(known, wishes.namesakes, problems).of(listed.lines)
    places = Places(known.tree, _placed(groups, known, wishes), problems)
    managers = Managers(known, groups, problems)
    asked = Asked(listed.columns, known, wishes, places, managers, problems)
    intended = {person: _intended(person, lines, asked) for person, lines in groups.items() if lines}
    absent = _absent(groups, known)
    gone = {person.id: _ended(person, known, wishes, problems) for person in absent if wishes.end_missing}
    _refuse_oneself(intended, groups, known, problems)
    everybody = {
        **known.people,
        **{one.person.id: one.person for one in (*intended.values(), *gone.values())},
    }
    refuse_circles(everybody.values(), {person: lines[0].row for person, lines in groups.items()}, problems)
    if problems:
        return Change(), tuple(sorted(problems, key=lambda problem: problem.line))
    listed_people = groups.keys() if Column.MANAGER in listed.columns else ()
    left = () if gone else absent
    return _change({**intended, **gone}, known, places, everybody, left, listed_people), ()


def _placed(groups: Groups, known: Known, wishes: Wishes) -> Iterator[Line]:
    """Yield the rows whose units have to be there."""
    for person, lines in groups.items():
        for line in lines:
            if needs_post(line, known.people.get(person), known.posts.get(person, ()), wishes):
                yield line


def _intended(number: int, lines: list[Line], asked: Asked) -> Intended:
    """Return how a person would be; what is said of them is what the first row with it says."""
    first = lines[0]
    person = asked.known.people.get(number) or Person("", id=number)
    person = replace(
        person,
        name=next((line.name for line in lines if line.name), person.name),
        number=first.number or person.number,
    )
    posting = asked.of(person, lines)
    if posting is not None and posting.is_nothing:
        return Intended(person, posting)  # what somebody says of their own role meanwhile stays
    if posting is not None:
        return Intended(as_posted(person, posting.after, asked.places.tree, asked.known.today), posting)
    manager = asked.managers.of(first) if Column.MANAGER in asked.columns else person.manager
    until = first.until if Column.UNTIL in asked.columns else person.until
    if asked.known.posts.get(number):
        return Intended(person)
    return Intended(replace(person, role=first.role or person.role, manager=manager, until=until))


def _absent(groups: Groups, known: Known) -> tuple[Person, ...]:
    """Return who is known from lists before, works today, and is not in this one."""
    return tuple(
        person
        for person in known.people.values()
        if person.id not in groups
        and person.id != known.asker
        and (person.number or known.posts.get(person.id))
        and not person.has_left(known.today)
    )


def _ended(person: Person, known: Known, wishes: Wishes, problems: list[BadInput]) -> Intended:
    last = wishes.end_missing or known.today
    had = known.posts.get(person.id, ())
    if not had:
        return Intended(replace(person, until=last))
    try:
        posting = ended(had, last, known.today)
    except RuleBroken:
        problems.append(BadInput("{name} begins after {day} and can't end then.", name=person.name, day=last))
        return Intended(person)
    return Intended(as_posted(person, posting.after, known.tree, known.today), posting)


def _refuse_oneself(
    intended: Mapping[int, Intended], groups: Groups, known: Known, problems: list[BadInput]
) -> None:
    """HR makes nobody else the one whom they lead: whoever leads somebody sees more."""
    if not known.shared:
        return
    for number, one in intended.items():
        before = known.people.get(number)
        leads = [post for post in (*one.posting.added, *one.posting.changed) if post.manager == known.asker]
        if before and before.manager != known.asker and (leads or one.person.manager == known.asker):
            problems.append(
                BadInput(
                    "You can't make yourself the manager of {name}. Let somebody else at HR do it.",
                    line=groups[number][0].row,
                    name=before.name,
                )
            )


def _change(
    intended: Mapping[int, Intended],
    known: Known,
    places: Places,
    everybody: Mapping[int, Person],
    absent: tuple[Person, ...],
    listed: Iterable[int],
) -> Change:
    wanted = {
        number: one
        for number, one in intended.items()
        if not one.posting.is_nothing or one.person != known.people.get(number)
    }
    names = {number: person.name for number, person in everybody.items()}
    told = [*places.told]
    for number, one in wanted.items():
        told += told_of(known.people.get(number), one, known.posts.get(number, ()), places.tree, names)
    told += alone(listed, everybody, known.today)
    told += [Told(What.MISSING, person.name, person.unit, person.number) for person in absent]
    ordered = managers_first(one.person for one in wanted.values())
    return Change(
        places.added,
        places.changed,
        tuple(wanted[person.id] for person in ordered),
        tuple(told),
        len(absent),
    )
