"""What a person meets first (D-P4)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from ijtui.data.draft import Drafts
from ijtui.data.handover_due import is_any
from ijtui.data.person import People
from ijtui.data.text import Texts
from ijtui.data.unseen import has_unseen_extract
from ijtui.domain.conversation import Conversation, Party, State
from ijtui.domain.person import Person
from ijtui.domain.today import (
    Due,
    Prepared,
    Rhythm,
    Today,
    Upcoming,
    Wait,
    Waiting,
    waiting_for_answer,
    waiting_with,
)
from ijtui.services.base import Service
from ijtui.services.journal_reading import JournalReading

_NOT_CONCLUDED = (State.BOOKED, State.ONGOING)


class TodayService(Service):
    """The start screen's lists."""

    def look(self, asker: Person) -> Today:
        """Return the next conversations, the open actions, and what waits for the asker."""
        now = self._clock()
        upcoming = self.prepared(asker, self._conversations.of(asker, _NOT_CONCLUDED))
        due = self._due(asker)
        answers = [waiting_for_answer(item, asker) for item in due]
        waiting = self._waiting(asker, upcoming, now)
        return Today(
            upcoming,
            due,
            (*(item for item in answers if item), *self._to_sign(asker), *self._to_see(asker), *waiting),
        )

    def prepared(self, asker: Person, conversations: Sequence[Conversation]) -> tuple[Upcoming, ...]:
        """Return how far each of these conversations is prepared: counts, never what was written."""
        mine = [item for item in conversations if item.party_of(asker)]
        answered = Texts(self._store).answered([item.id for item in mine]) if mine else {}
        return tuple(Upcoming(item, _prepared(item, answered)) for item in mine)

    def _due(self, asker: Person) -> tuple[Due, ...]:
        """Return the open actions; one agreed with an earlier manager is listed where it is followed up.

        Nobody is reminded of what was agreed with an employee who has left; it stands on that one's page.
        """
        opened, today = self._actions.visible_to(asker, opened=True), self._clock().date()
        people = People(self._store).some(who for item in opened for who in (item.employee, item.manager))
        return tuple(
            Due(action, people[action.employee], people[action.manager])
            for action in opened
            if action.employee == asker.id or not people[action.employee].has_left(today)
        )

    def _waiting(self, asker: Person, upcoming: Sequence[Upcoming], now: datetime) -> tuple[Waiting, ...]:
        first = [waiting_with(item, asker, now) for item in upcoming]
        rhythm = self._conversations.rhythm(asker.id)
        unbooked = [
            Waiting(Wait.UNBOOKED, person=person)
            for person in People(self._store).led_by(asker.id)
            if not person.has_left(now.date()) and rhythm.get(person.id, Rhythm()).is_unbooked(now.date())
        ]
        rounds = self._rounds(asker, now)
        drafts = [Waiting(Wait.DRAFT, draft=draft) for draft in Drafts(self._store).all(asker.id)]
        waiting = (*drafts, *(item for item in first if item), *rounds, *self._handovers(asker))
        return (*waiting, *unbooked, *self._reflection(asker))

    def _to_sign(self, asker: Person) -> tuple[Waiting, ...]:
        """Return the plans that wait for a signature; most days nothing of signing is even imported."""
        half_signed = self._conversations.half_signed(asker)
        if not half_signed:
            return ()
        from ijtui.domain.signature import waiting_to_sign
        from ijtui.services.signing import SigningService

        signing = SigningService(self._store, self._clock, self._new_id)
        plans, today = self._conversations.some(half_signed), self._clock().date()
        here = [plan for plan in plans if not any(plan.person(side).has_left(today) for side in Party)]
        found = ((plan, signing.standing(asker, plan)) for plan in here)
        waits = [waiting_to_sign(plan, standing, asker) for plan, standing in found if standing]
        return tuple(item for item in waits if item)

    def _to_see(self, asker: Person) -> tuple[Waiting, ...]:
        """Return the extracts that the asker has not seen; most days nothing of them is even imported."""
        if not has_unseen_extract(self._store, asker.id):
            return ()
        from ijtui.data.salary import Extracts

        people = People(self._store)
        return tuple(
            Waiting(Wait.EXTRACT, person=people.get(extract.manager), year=extract.text.year)
            for extract in Extracts(self._store).unseen_by(asker.id)
        )

    def _rounds(self, asker: Person, now: datetime) -> tuple[Waiting, ...]:
        """Return what is not booked in rounds; where none is open nothing of rounds is even imported."""
        if not self._conversations.has_open_round():
            return ()
        from ijtui.services.nudge import nudged

        found = nudged(self._store, asker, now.date())
        return tuple(Waiting(Wait.ROUND, nudge=nudge) for nudge in found)

    def _handovers(self, asker: Person) -> tuple[Waiting, ...]:
        """Return the handovers that wait for an answer, or to be read; most files have none."""
        if not is_any(self._store):
            return ()
        from ijtui.services.handover_ways import HandoverWays, waiting_of

        ways = HandoverWays(self._store, self._clock, self._new_id).waiting(asker)
        return tuple(waiting_of(way, asker) for way in ways)

    def _reflection(self, asker: Person) -> tuple[Waiting, ...]:
        """Return that the quarter has no reflection yet, to whoever keeps a journal."""
        journal = JournalReading(self._store, self._clock, self._new_id)
        quarter = journal.missing_reflection(asker)
        return (Waiting(Wait.REFLECTION, quarter=quarter),) if quarter else ()


def _prepared(
    conversation: Conversation, answered: Mapping[tuple[int, Party], frozenset[str]]
) -> Mapping[Party, Prepared]:
    found = {}
    for party in Party:
        asked = {question.id for question in conversation.agenda.asked_of(party)}
        done = answered.get((conversation.id, party), frozenset()) & asked
        found[party] = Prepared(len(done), len(asked), party in conversation.opened)
    return found
