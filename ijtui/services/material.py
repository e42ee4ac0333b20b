"""What happened in a year or since last time, line by line with where it comes from (D-C2, D-C3, D-J6)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ijtui.clock import Clock
from ijtui.data.goal import Goals
from ijtui.data.material import Materials
from ijtui.data.person import People
from ijtui.data.store import Store
from ijtui.domain import access, material_items
from ijtui.domain.action import Action
from ijtui.domain.agenda import Kind
from ijtui.domain.conversation import Conversation, State
from ijtui.domain.goal import Goal
from ijtui.domain.journal import Entry
from ijtui.domain.material import KEPT, Item, Material, Source, arranged, looks_back
from ijtui.domain.person import Person
from ijtui.services.assessed import Assessed
from ijtui.services.base import NewId, Service
from ijtui.services.care import CareService
from ijtui.services.feedback import FeedbackService
from ijtui.services.goal import GoalService
from ijtui.services.journal import JournalService


class MaterialService(Service):
    """What the two of a conversation have to look back on.

    Args:
        store: the open file.
        clock: what time it is.
        new_id: random ids.
    """

    def __init__(self, store: Store, clock: Clock, new_id: NewId) -> None:
        super().__init__(store, clock, new_id)
        self._kept = Materials(store)
        self._goals = GoalService(store, clock, new_id)
        self._feedback = FeedbackService(store, clock, new_id)
        self._journal = JournalService(store, clock, new_id)
        self._cared = CareService(store, clock, new_id)
        self._assessed = Assessed(store, clock, new_id)

    def of(self, asker: Person, conversation: Conversation) -> Material:
        """Return what that conversation looks back on, as far as both may read it.

        Of a quarterly 1:1 or an evaluation that has been concluded it is what the two had before them then,
        to the letter: what happens to a goal or an entry later doesn't change it.

        Raises:
            NotFound: not the asker's conversation.
        """
        now = self._conversation(asker, conversation.id)
        kept = self._kept.of(now.id) if now.agenda.kind in KEPT else None
        return kept or self._gathered(asker, now).shared()

    def to_prepare(self, asker: Person, conversation: Conversation) -> Material:
        """Return what the asker has at hand when preparing: what both may read, and what is the asker's own.

        Raises:
            NotFound: not the asker's conversation.
        """
        return self._gathered(asker, self._conversation(asker, conversation.id))

    def of_year(self, asker: Person, person: Person, first: date, last: date) -> Material:
        """Return what happened between two days to that person, as far as they and the asker may read it.

        Args:
            asker: who asks; where that is the person, the other of the two is their nearest manager.
            person: whose time it is.
            first: the first day.
            last: the last.

        Raises:
            NotFound: there is no such person.
        """
        people = People(self._store)
        employee = people.get(person.id)
        other = people.get(employee.manager) if employee.manager and asker.id == employee.id else asker
        return self._between(asker, employee, other, (first, last), brief=True).shared()

    def is_kept(self, asker: Person, key: str) -> bool:
        """Whether a concluded conversation of the asker's goes on telling of the thing with that key."""
        return self._kept.tells_of(key, asker.id)

    def keep(self, asker: Person, conversation: Conversation) -> None:
        """Keep what a conversation looked back on, inside `writing`.

        Whoever corrects something and concludes again on the same day keeps it anew; later it stays.
        """
        material = self._gathered(asker, conversation).shared()
        self._kept.keep(conversation.id, material, self._clock().date())

    def _gathered(self, asker: Person, conversation: Conversation) -> Material:
        stretch = self._stretch(conversation)
        brief = conversation.agenda.kind is Kind.EVALUATION
        gathered = self._between(asker, conversation.employee, conversation.manager, stretch, brief=brief)
        told = gathered.without(self._goals.of(asker, conversation))
        return told.but(Source.MILESTONE) if conversation.agenda.kind is Kind.QUARTERLY else told

    def _stretch(self, conversation: Conversation) -> tuple[date, date]:
        """Return the days that a conversation looks back on: until today, or until it was held."""
        held = conversation.starts if conversation.state is State.HELD else None
        day = held.date() if held else self._clock().date()
        return looks_back(conversation.agenda.kind, day, self._day_before(conversation))

    def _day_before(self, conversation: Conversation) -> date | None:
        """Return the day of the last conversation of the two before this one, or None.

        An annual one looks back to the annual one before it.
        """
        if conversation.agenda.kind is Kind.ANNUAL:
            before = self._conversations.before(conversation)
            return before.starts.date() if before and before.starts else None
        turns = self._conversations.turns(conversation.employee.id)
        here = turns[conversation.id]
        days = [
            turn.at.date()
            for turn in turns.values()
            if turn.is_over and turn < here and turn.manager == conversation.manager.id
        ]
        return max(days, default=None)

    def _between(
        self, asker: Person, employee: Person, other: Person, stretch: tuple[date, date], *, brief: bool
    ) -> Material:
        """Gather everything; the asker is one of the two."""
        first, last = stretch
        goals = self._common_goals(employee, other)
        courses = self._goals.courses(employee, goals)
        partner = other if asker.id == employee.id else employee
        items: list[Item] = [
            *material_items.goal_items(goals, courses, first, last, brief=brief),
            *material_items.milestone_items(goals, first, last),
            *material_items.action_items(self._common_actions(employee, other), first, last),
            *material_items.feedback_items(self._feedback.of_pair(asker, partner, first, last)),
            *material_items.entry_items(self._entries(asker, partner, first, last), last),
            *self._care(employee, other, stretch),
            *material_items.competence_items(self._assessed.through_the_years(other, employee), first, last),
        ]
        return arranged(first, last, items)

    def _common_goals(self, employee: Person, other: Person) -> tuple[Goal, ...]:
        """Return the employee's goals that both may read, the oldest first: those that the other may."""
        return tuple(sorted(Goals(self._store).visible_to(other.id, employee.id), key=lambda goal: goal.id))

    def _common_actions(self, employee: Person, other: Person) -> Iterator[Action]:
        """Yield the employee's agreements that both may read; what was called off binds nobody."""
        turns, succession = self._conversations.turns(employee.id), self._succession(other, employee.id)
        for action in self._actions.of_employee(employee.id):
            planned = turns.get(action.conversation or 0)
            is_off = planned is not None and planned.is_off
            if access.may_touch_action(other, action, turns, succession) and not is_off:
                yield action

    def _care(self, employee: Person, other: Person, stretch: tuple[date, date]) -> Iterator[Item]:
        """Yield recognition and training, where the other one may see them: a mentor may not."""
        if not access.may_see_care(other, employee, self._conversations.turns(employee.id)):
            return
        first, last = stretch
        yield from material_items.recognition_items(self._cared.recognitions(other, employee, first, last))
        for year in range(first.year, last.year + 1):
            yield from material_items.training_items(
                self._cared.trainings(other, employee, year), first, last
            )

    def _entries(self, asker: Person, partner: Person, first: date, last: date) -> tuple[Entry, ...]:
        """Return what the two share, and what the asker wrote about the other or about nobody else."""
        shared = self._journal.shared_between(asker, partner, first, last)
        own = self._journal.since(asker, partner, first)
        everything = {entry.id: entry for entry in (*shared, *own)}
        return tuple(everything[number] for number in sorted(everything))
