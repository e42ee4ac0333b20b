"""A person's years: what was held and what was not, and the same question across them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from ijtui.data.goal import Goals
from ijtui.data.person import People
from ijtui.data.year import Counts, Years
from ijtui.domain.assessment import Assessment
from ijtui.domain.compared import Said, Topic
from ijtui.domain.goal import Goal
from ijtui.domain.person import Person
from ijtui.domain.quarter import Quarter
from ijtui.domain.year import PersonYears, Tally, years_of
from ijtui.errors import NotFound
from ijtui.services.base import Service
from ijtui.words import N_

_NOT_IN_YOUR_TALKS = N_("That has not come up in your conversations.")


class YearService(Service):
    """What a person can see of the years; only conversations that they take part in count."""

    def of(self, asker: Person, person: Person) -> PersonYears:
        """Return the years of that person, quarter by quarter, as far as the asker may see them.

        For one's own manager they are one's own years with that manager.

        Raises:
            NotFound: there is no such person.
        """
        employee, years = self._years(asker, person)
        today = self._clock().date()
        goals = Goals(self._store).visible_to(asker.id, employee.id)
        counted = (years.check_ins(goal.id for goal in goals), years.agreements(today))
        told = years_of(years.meetings(), _tallies(goals, *counted), years.reflections(asker.id), today)
        return PersonYears(employee, told)

    def topics(self, asker: Person, person: Person) -> tuple[Topic, ...]:
        """Return what came up in more than one conversation: questions in their order, then competences.

        Raises:
            NotFound: there is no such person.
        """
        employee, years = self._years(asker, person)
        return (*_questions(years), *self._competences(asker, employee))

    def said(self, asker: Person, person: Person, topic: Topic) -> tuple[Said, ...]:
        """Return what both may read on one topic in each conversation, the latest first.

        Raises:
            NotFound: there is no such person, or nothing on that topic.
        """
        employee, years = self._years(asker, person)
        found = self._rated(asker, employee, years, topic.key) if topic.rated else years.said(topic.key)
        if not found:
            raise NotFound(_NOT_IN_YOUR_TALKS)
        return found

    def _years(self, asker: Person, person: Person) -> tuple[Person, Years]:
        """Return whose years they are, and the part of them that the asker may see."""
        asker, person = (People(self._store).get(one.id) for one in (asker, person))
        if person.id == asker.id:
            return asker, Years(self._store, asker.id, None)
        if asker.manager == person.id:
            return asker, Years(self._store, asker.id, person.id)
        return person, Years(self._store, person.id, asker.id)

    def _competences(self, asker: Person, employee: Person) -> Iterable[Topic]:
        """Return the competences that were rated more than once, the newest set's first."""
        assessments = self._assessed(asker, employee)
        sets = [assessment.profile.competences for assessment in reversed(assessments)]
        times = Counter(competence.id for competences in sets for competence in competences)
        titles = {
            competence.id: competence.title for competences in reversed(sets) for competence in competences
        }
        order = dict.fromkeys(competence.id for competences in sets for competence in competences)
        return (Topic(key, titles[key], times[key], rated=True) for key in order if times[key] > 1)

    def _rated(self, asker: Person, employee: Person, years: Years, competence: str) -> tuple[Said, ...]:
        kinds = {meeting.conversation: meeting.kind for meeting in years.meetings()}
        rated = [
            Said(found.conversation, kinds[found.conversation], found.day, rating=found.row(competence))
            for found in reversed(self._assessed(asker, employee))
            if found.profile.has(competence) and found.conversation in kinds
        ]
        return tuple(rated)

    def _assessed(self, asker: Person, employee: Person) -> tuple[Assessment, ...]:
        from ijtui.services.competence import CompetenceService  # only where competences are compared

        service = CompetenceService(self._store, self._clock, self._new_id)
        return service.through_the_years(asker, employee)


def _questions(years: Years) -> Iterable[Topic]:
    """Yield the questions in the order of the newest agenda that has them; each worded as there."""
    wanted = {question: (times, marked) for question, times, marked in years.topics()}
    for agenda in years.agendas():
        for question in agenda.questions():
            if question.id in wanted:
                yield Topic(question.id, question.title, *wanted.pop(question.id))
        if not wanted:
            return


def _tallies(goals: Iterable[Goal], check_ins: Counts, agreements: Counts) -> Mapping[Quarter, Tally]:
    """Put the counts of each quarter together."""
    goals = tuple(goals)
    started = Counter(Quarter.of(goal.made) for goal in goals if goal.made)
    ended = Counter(Quarter.of(goal.ended) for goal in goals if goal.ended)
    return {
        quarter: Tally(
            started[quarter],
            ended[quarter],
            *check_ins.get(quarter, (0,)),
            *agreements.get(quarter, (0, 0)),
        )
        for quarter in {*started, *ended, *check_ins, *agreements}
    }
