"""Extracts for the salary review: shown to the employee first, and only then written out (D-G8)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from ijtui.clean import clean, clean_line
from ijtui.clock import Clock
from ijtui.data.check_in import CheckIns
from ijtui.data.competence import Assessments
from ijtui.data.goal import Goals
from ijtui.data.person import People
from ijtui.data.salary import NO_EXTRACT, Extracts
from ijtui.data.store import Store
from ijtui.domain import access
from ijtui.domain.account import Door
from ijtui.domain.assessment import Assessment
from ijtui.domain.course import progressed
from ijtui.domain.goal import Goal
from ijtui.domain.person import Person
from ijtui.domain.salary import Extract
from ijtui.domain.salary_text import ExtractText, goal_parts, level_parts, point_parts
from ijtui.domain.signature import Method
from ijtui.errors import Conflict, NotAllowed, NotFound, RuleBroken
from ijtui.services.base import NewId
from ijtui.services.caring import Caring
from ijtui.services.salt import NewSalt, new_salt
from ijtui.words import N_

_NOTHING = N_("There are no goals, agreed points or levels of {year} to extract.")
_NO_MANAGER = N_("No manager is written down for {name}. Open the person and change that first.")
_OTHER = N_("This extract is not the newest any more. Read the new one.")
_THEIRS = N_("{name} sees the extract in a session of their own.")


@dataclass(frozen=True, slots=True)
class Shown:
    """How the extract of a year stands.

    Attributes:
        now: what it would say today; its salt is not set.
        newest: the newest one that was made, or None.
    """

    now: ExtractText
    newest: Extract | None

    @property
    def is_current(self) -> bool:
        """Whether the newest one still says what there is to say."""
        return self.newest is not None and self.newest.text.says_the_same(self.now)


class SalaryService(Caring):
    """What the two can do about an extract.

    Args:
        store: the open file.
        clock: what time it is.
        new_id: random ids.
        door: how somebody came in to a shared file; None for one's own.
        new_salt: makes the salt of each text.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        new_id: NewId,
        door: Door | None = None,
        new_salt: NewSalt = new_salt,
    ) -> None:
        super().__init__(store, clock, new_id)
        self._door = door
        self._new_salt = new_salt
        self._extracts = Extracts(store)

    def of(self, asker: Person, employee: Person, year: int | None = None) -> Shown:
        """Return how the extract of a year stands, this year's if none is said; nothing is stored.

        Raises:
            NotAllowed: nobody is the employee's manager.
            NotFound: the asker is neither the employee nor their nearest manager.
        """
        person, manager = self._two(asker, employee)
        wanted = year or self._clock().year
        return Shown(
            self._text(person, manager, wanted), self._extracts.newest(person.id, manager.id, wanted)
        )

    def get(self, asker: Person, number: int) -> Extract:
        """Return that extract.

        Raises:
            NotFound: there is none, or it is not the asker's.
        """
        found = self._extracts.get(number)
        if asker.id not in (found.person, found.manager):
            raise NotFound(NO_EXTRACT, number=number)
        return found

    def show(self, asker: Person, employee: Person, year: int | None = None) -> Extract:
        """Make the extract of a year, so that the employee can see it; one that still holds stays the same.

        Raises:
            RuleBroken: there is nothing to extract.
            NotAllowed, NotFound: as `of`.
        """
        with self._store.writing():
            found = self.of(asker, employee, year)
            if found.newest is not None and found.is_current:
                return found.newest
            if found.now.is_empty:
                raise RuleBroken(_NOTHING, year=found.now.year)
            person, manager = self._two(asker, employee)
            text = replace(found.now, salt=self._new_salt())
            made = Extract(text, text.hash(), person.id, manager.id, asker.id, self._clock())
            stored = self._extracts.add(made)
            self._note(asker, "showed", _subject(stored))
        return stored

    def see(self, asker: Person, extract: Extract, comment: str = "", *, initials: str = "") -> Extract:
        """Say that the employee has seen exactly this text, with a comment that goes along or without.

        Args:
            asker: the employee; or the manager, where the employee has no login and sits beside.
            extract: what was read.
            comment: in the employee's own words, or "".
            initials: as the employee writes them; needed where they did not come in by a door of their own.

        Raises:
            RuleBroken: no initials, or it has left already.
            Conflict: there is a newer one.
            NotAllowed: the employee has a login and says it themself.
            NotFound: not the asker's.
        """
        with self._store.writing():
            now = self.get(asker, extract.id)
            self._check_newest(now)
            method = Method.INITIALS if self.needs_initials(asker, now) else Method.SESSION
            signed = clean_line(initials) if method is Method.INITIALS else ""
            said = now.seen_by(method, self._clock(), clean(comment).strip(), signed)
            stored = self._extracts.change(said)
            self._note(asker, "saw", _subject(stored))
        return stored

    def needs_initials(self, asker: Person, extract: Extract) -> bool:
        """Whether the employee says it with initials: whoever did not come in by a door of their own.

        Raises:
            NotAllowed: the employee has a login, and it is not they who ask.
        """
        if asker.id == extract.person:
            return self._door is None
        employee = People(self._store).get(extract.person)
        if not access.may_speak_for(employee):
            raise NotAllowed(_THEIRS, name=employee.name)
        return True

    def take(self, asker: Person, extract: Extract) -> Extract:
        """Write down that it leaves, and return it; call it before it does.

        Raises:
            RuleBroken: the employee has not seen it, or something has changed since.
            Conflict: there is a newer one.
            NotFound: not the asker's.
        """
        with self._store.writing():
            now = self.get(asker, extract.id)
            self._check_newest(now)
            people = People(self._store)
            text = self._text(people.get(now.person), people.get(now.manager), now.text.year)
            now.checked_to_leave(same=text.says_the_same(now.text))
            if now.taken is None:
                now = self._extracts.change(replace(now, taken=self._clock()))
            self._note(asker, "exported", _subject(now))
        return now

    def waiting(self, asker: Person) -> tuple[Extract, ...]:
        """Return what was made for the asker and they have not seen, the latest first."""
        return self._extracts.unseen_by(asker.id)

    def of_hash(self, asker: Person, hash_: str) -> Extract | None:
        """Return the extract with that hash; None: there is none, or it is not the asker's."""
        found = self._extracts.of_hash(hash_)
        return found if found and asker.id in (found.person, found.manager) else None

    def _two(self, asker: Person, employee: Person) -> tuple[Person, Person]:
        person = self._seen(asker, employee.id)
        manager = self._manager(person) if asker.id == person.id else asker
        if manager is None:
            raise NotAllowed(_NO_MANAGER, name=person.name)
        return person, manager

    def _check_newest(self, extract: Extract) -> None:
        newest = self._extracts.newest(extract.person, extract.manager, extract.text.year)
        if newest is None or newest.id != extract.id:
            raise Conflict(_OTHER, theirs=newest)

    def _text(self, person: Person, manager: Person, year: int) -> ExtractText:
        """Return what both may see of a year, and no word that was said in confidence."""
        assessed = self._assessed(person, manager, year)
        actions = self._actions.visible_to(manager)
        return ExtractText(
            year=year,
            employee=person.name,
            manager=manager.name,
            goals=goal_parts(self._goals(person, manager, year), year),
            points=point_parts((action for action in actions if action.employee == person.id), year),
            levels=level_parts(assessed) if assessed else (),
            assessed=assessed.day.isoformat() if assessed and assessed.day else "",
        )

    def _goals(self, person: Person, manager: Person, year: int) -> tuple[Goal, ...]:
        """Return the goals as far as they had come when the year ended, or have come today."""
        goals = Goals(self._store).visible_to(manager.id, person.id)
        last = date(year, 12, 31)
        if self._clock().date() <= last:
            return goals
        told = CheckIns(self._store).of([goal.id for goal in goals])
        before = (progressed(goal, (item for item in told if item.goal == goal.id), last) for goal in goals)
        return tuple(
            goal.reopened() if goal.ended is not None and goal.ended > last else goal for goal in before
        )

    def _assessed(self, person: Person, manager: Person, year: int) -> Assessment | None:
        """Return the last one, of that year or earlier, in which the two came to something; or None."""
        found = [
            assessment
            for assessment in Assessments(self._store).open_of(person.id, manager.id)
            if assessment.agreed and assessment.day is not None and assessment.day.year <= year
        ]
        return max(found, key=lambda assessment: (assessment.day, assessment.id), default=None)


def _subject(extract: Extract) -> str:
    return f"extract:{extract.person}:{extract.id}"
