"""What is different between two versions of a template, in the order of the newer one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from ijtui.domain.agenda import Agenda, Question, Station
from ijtui.domain.competence import Competence, Profile
from ijtui.domain.template_change import Change, Sort, Thing
from ijtui.domain.template_matching import moved, renamed


def changes(before: Agenda | Profile, after: Agenda | Profile) -> tuple[Change, ...]:
    """Return what is different, in the order of the newer one; two of different sorts have nothing alike."""
    if isinstance(before, Agenda) and isinstance(after, Agenda):
        return tuple(_of_agendas(before, after))
    if isinstance(before, Profile) and isinstance(after, Profile):
        return tuple(_of_sets(before, after))
    raise TypeError((before, after))


# Agendas


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question with the place where it is asked."""

    question: Question
    station: Station
    section: str


def _of_agendas(before: Agenda, after: Agenda) -> Iterator[Change]:
    facts = (
        (Sort.TITLE, before.title, after.title),
        (Sort.KIND, before.kind.value, after.kind.value),
        (Sort.TIME, str(before.minutes), str(after.minutes)),
    )
    yield from _facts(Change(Thing.WHOLE, Sort.TITLE, after.title), facts)
    yield from _tasks(before, after)
    yield from _questions(before, after)
    for station in before.stations:
        if station.key not in after.order:
            yield Change(Thing.STATION, Sort.REMOVED, station.title)


def _questions(before: Agenda, after: Agenda) -> Iterator[Change]:
    """Yield what became of the stations of the newer one and of all questions."""
    old, new = _asked(before), _asked(after)
    texts = {number: one.question.text for number, one in old.items()}
    matched = renamed(texts, {number: one.question.text for number, one in new.items()})
    elsewhere = moved(list(old), list(new), matched)
    for station in after.stations:
        yield from _station(before, station)
        for number, one in new.items():
            if one.station is station:
                yield from _question(old, one, matched.get(number, number), number in elsewhere)
    for number, one in old.items():
        if number not in new and number not in matched.values():
            yield Change(Thing.QUESTION, Sort.REMOVED, one.question.title, one.station.title)


def _asked(agenda: Agenda) -> dict[str, _Asked]:
    return {
        question.id: _Asked(question, station, section.title)
        for station in agenda.stations
        for section in station.sections
        for question in section.questions
    }


def _station(before: Agenda, now: Station) -> Iterator[Change]:
    if now.key not in before.order:
        yield Change(Thing.STATION, Sort.ADDED, now.title)
        return
    was = before.station(now.key)
    facts = (
        (Sort.TITLE, was.title, now.title),
        (Sort.TIME, str(was.minutes), str(now.minutes)),
        (Sort.HINT, was.intro, now.intro),
    )
    yield from _facts(Change(Thing.STATION, Sort.TITLE, now.title), facts)


def _question(old: Mapping[str, _Asked], now: _Asked, was_id: str, is_moved: bool) -> Iterator[Change]:
    name, where = now.question.title, now.station.title
    was = old.get(was_id)
    if was is None:
        yield Change(Thing.QUESTION, Sort.ADDED, name, where, "", now.question.text)
        return
    if was_id != now.question.id:
        yield Change(Thing.QUESTION, Sort.RENAMED, name, where, was_id, now.question.id)
    if was.station.key is not now.station.key:
        yield Change(Thing.QUESTION, Sort.MOVED, name, where, was.station.title, where)
    elif was.section != now.section:
        yield Change(Thing.QUESTION, Sort.SECTION, name, where, was.section, now.section)
    elif is_moved:
        yield Change(Thing.QUESTION, Sort.MOVED, name, where)
    facts = (
        (Sort.TITLE, was.question.title, now.question.title),
        (Sort.TEXT, was.question.text, now.question.text),
        (Sort.HINT, was.question.hint, now.question.hint),
        (Sort.WHO, was.question.who.value, now.question.who.value),
        (Sort.ASK, was.question.ask.value, now.question.ask.value),
    )
    yield from _facts(Change(Thing.QUESTION, Sort.TEXT, name, where), facts)


def _tasks(before: Agenda, after: Agenda) -> Iterator[Change]:
    old = {task.id: task for task in before.checklist}
    new = {task.id: task for task in after.checklist}
    for number, task in new.items():
        was = old.get(number)
        if was is None:
            yield Change(Thing.TASK, Sort.ADDED, task.text)
        elif was.text != task.text:
            yield Change(Thing.TASK, Sort.TEXT, task.text, "", was.text, task.text)
        elif was.who is not task.who:
            yield Change(Thing.TASK, Sort.WHO, task.text, "", was.who.value, task.who.value)
    yield from (Change(Thing.TASK, Sort.REMOVED, old[number].text) for number in old if number not in new)


# Competence sets


def _of_sets(before: Profile, after: Profile) -> Iterator[Change]:
    facts = (
        (Sort.TITLE, before.title, after.title),
        (Sort.ROLES, ", ".join(before.roles), ", ".join(after.roles)),
    )
    yield from _facts(Change(Thing.WHOLE, Sort.TITLE, after.title), facts)
    old = {one.id: one for one in before.competences}
    new = {one.id: one for one in after.competences}
    matched = renamed(_said(old), _said(new))
    elsewhere = moved(list(old), list(new), matched)
    for number, now_ in new.items():
        yield from _competence(old, now_, matched.get(number, number), number in elsewhere)
    for number, was_ in old.items():
        if number not in new and number not in matched.values():
            yield Change(Thing.COMPETENCE, Sort.REMOVED, was_.title)


def _said(competences: Mapping[str, Competence]) -> dict[str, str]:
    return {number: f"{one.title} {' '.join(one.levels)}" for number, one in competences.items()}


def _competence(
    old: Mapping[str, Competence], now: Competence, was_id: str, is_moved: bool
) -> Iterator[Change]:
    was = old.get(was_id)
    if was is None:
        yield Change(Thing.COMPETENCE, Sort.ADDED, now.title)
        return
    if was_id != now.id:
        yield Change(Thing.COMPETENCE, Sort.RENAMED, now.title, "", was_id, now.id)
    if is_moved:
        yield Change(Thing.COMPETENCE, Sort.MOVED, now.title)
    if was.title != now.title:
        yield Change(Thing.COMPETENCE, Sort.TITLE, now.title, "", was.title, now.title)
    if was.required != now.required:
        yield Change(Thing.COMPETENCE, Sort.REQUIRED, now.title, "", str(was.required), str(now.required))
    for before, after in zip(was.levels, now.levels, strict=True):
        if before != after:
            yield Change(Thing.COMPETENCE, Sort.LEVEL, now.title, "", before, after)


def _facts(about: Change, facts: Iterable[tuple[Sort, str, str]]) -> Iterator[Change]:
    """Yield those of one thing's facts that are different.

    Args:
        about: what they are about.
        facts: what each is, as it was and as it is now.
    """
    for sort, before, after in facts:
        if before != after:
            yield replace(about, sort=sort, before=before, after=after)
