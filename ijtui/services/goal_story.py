"""What is said of a goal from its first day to its last: check-ins, causes, earlier words (D-G4, D-G6)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ijtui.clean import clean
from ijtui.data.check_in import NO_CHECK_IN, CheckIns
from ijtui.data.conversation import NO_CONVERSATION
from ijtui.data.goal import NO_GOAL, Goals
from ijtui.data.person import People
from ijtui.data.shortfall import NO_SHORTFALL, Shortfalls
from ijtui.data.wording import Wordings
from ijtui.domain import access
from ijtui.domain.check_in import CheckIn
from ijtui.domain.goal import Goal
from ijtui.domain.person import Person
from ijtui.domain.shortfall import Shortfall
from ijtui.domain.wording import Wording
from ijtui.errors import NotAllowed, NotFound
from ijtui.services.base import Service
from ijtui.words import N_

WORDING = "goal"
"""What goals are called where earlier wordings are kept."""

_NOT_YOURS = N_("Only the one who made a check-in can change it.")


class GoalStory(Service):
    """What a person can say of a goal, and read of it."""

    def check_ins(self, asker: Person, goal: Goal) -> tuple[CheckIn, ...]:
        """Return a goal's check-ins, the newest first.

        Raises:
            NotFound: not the asker's.
        """
        return CheckIns(self._store).of([self._stored(asker, goal.id).id])

    def newest(self, asker: Person, goals: Sequence[Goal]) -> Mapping[int, CheckIn]:
        """Return by goal the newest check-in of those goals that the asker may read."""
        return CheckIns(self._store).newest(self._readable(asker, goals))

    def courses(self, asker: Person, goals: Sequence[Goal]) -> Mapping[int, tuple[CheckIn, ...]]:
        """Return by goal all check-ins of those goals that the asker may read, the newest first."""
        told: dict[int, list[CheckIn]] = {number: [] for number in self._readable(asker, goals)}
        for item in CheckIns(self._store).of(told):
            told[item.goal].append(item)
        return {number: tuple(items) for number, items in told.items()}

    def check_in(self, asker: Person, goal: Goal, check_in: CheckIn) -> CheckIn:
        """Store how far a goal has come; the goal's progress follows the newest (D-G4).

        Raises:
            RuleBroken: the goal is closed, the progress outside 0–100, or the day to come.
            NotFound: not the asker's goal, or made in a conversation that is not about this employee.
        """
        rows = CheckIns(self._store)
        with self._store.writing():
            stored = self._stored(asker, goal.id).checked_for_progress()
            self._check_place(asker, stored, check_in.conversation)
            new = replace(_cleaned(check_in), goal=stored.id, author=asker.id, made=self._clock(), id=0)
            made = rows.add(new.checked(self._clock().date()))
            self._follow_newest(stored.id)
            self._note(asker, "checked-in", f"goal:{stored.id}", made.conversation)
        return made

    def change_check_in(self, asker: Person, check_in: CheckIn) -> CheckIn:
        """Store one's own check-in in other words; whose it is and where it was made stay.

        Raises:
            RuleBroken: as `check_in`.
            NotAllowed: somebody else made it.
            Conflict: changed in another session since.
            NotFound: not the asker's goal, or removed since.
        """
        rows = CheckIns(self._store)
        with self._store.writing():
            was = self._own_check_in(asker, check_in)
            self._stored(asker, was.goal).checked_for_progress()
            kept = {name: getattr(was, name) for name in ("goal", "conversation", "author", "made")}
            changed = rows.change(replace(_cleaned(check_in), **kept).checked(self._clock().date()))
            self._follow_newest(was.goal)
            self._note(asker, "changed", f"check-in:{was.id}", was.conversation)
        return changed

    def remove_check_in(self, asker: Person, check_in: CheckIn) -> None:
        """Take one's own check-in back.

        Raises:
            RuleBroken: the goal is closed.
            NotAllowed: somebody else made it.
            Conflict: changed in another session since.
            NotFound: not the asker's goal, or removed since.
        """
        with self._store.writing():
            was = self._own_check_in(asker, check_in)
            self._stored(asker, was.goal).checked_for_progress()
            CheckIns(self._store).remove(replace(was, version=check_in.version))
            self._follow_newest(was.goal)
            self._note(asker, "removed", f"check-in:{was.id}", was.conversation)

    def shortfalls(self, asker: Person, goal: Goal) -> tuple[Shortfall, ...]:
        """Return what the two found out about why it was not reached, the newest first (D-G6).

        Raises:
            NotFound: not the asker's.
        """
        return Shortfalls(self._store).of(self._stored(asker, goal.id).id)

    def explain(self, asker: Person, goal: Goal, shortfall: Shortfall) -> Shortfall:
        """Store what stood in the way and the next step, new or in other words; either of the two may.

        Raises:
            RuleBroken: another cause that nobody has put into words, or too many words.
            Conflict: changed by somebody else since.
            NotFound: not the asker's goal, not about that goal, or said in somebody else's conversation.
        """
        rows = Shortfalls(self._store)
        with self._store.writing():
            stored = self._stored(asker, goal.id)
            self._check_place(asker, stored, shortfall.conversation)
            said = replace(
                shortfall,
                goal=stored.id,
                author=asker.id,
                because=clean(shortfall.because).strip(),
                next_step=clean(shortfall.next_step).strip(),
            ).checked()
            if said.id and rows.get(said.id).goal != stored.id:
                raise NotFound(NO_SHORTFALL, number=said.id)
            kept = rows.change(said) if said.id else rows.add(said)
            self._note(asker, "explained", f"goal:{stored.id}", kept.conversation)
        return kept

    def wordings(self, asker: Person, goal: Goal) -> tuple[Wording, ...]:
        """Return how a goal was worded before, the newest first.

        Raises:
            NotFound: not the asker's.
        """
        return Wordings(self._store, WORDING).of(self._stored(asker, goal.id).id)

    def _stored(self, asker: Person, number: int) -> Goal:
        """Return the goal as it stands now; whoever it doesn't concern learns nothing.

        Raises:
            NotFound: there is none, or it is not the asker's.
        """
        stored = Goals(self._store).get(number)
        employee = People(self._store).get(stored.person)
        turns = self._conversations.turns(stored.person)
        if not access.may_touch_goal(asker, stored, employee, turns, self._succession(asker, employee.id)):
            raise NotFound(NO_GOAL, number=number)
        return stored

    def _readable(self, asker: Person, goals: Sequence[Goal]) -> list[int]:
        """Return the numbers of those goals that the asker may read."""
        people = {goal.person for goal in goals}
        mine = Goals(self._store).visible_to(asker.id, people.pop() if len(people) == 1 else None)
        readable = {goal.id for goal in mine}
        return [goal.id for goal in goals if goal.id in readable]

    def _own_check_in(self, asker: Person, check_in: CheckIn) -> CheckIn:
        was = CheckIns(self._store).get(check_in.id)
        try:
            self._stored(asker, was.goal)
        except NotFound:
            raise NotFound(NO_CHECK_IN, number=check_in.id) from None
        if was.author != asker.id:
            raise NotAllowed(_NOT_YOURS)
        return was

    def _check_place(self, asker: Person, goal: Goal, conversation: int | None) -> None:
        """Refuse a conversation that is not the asker's, or about somebody else."""
        if conversation is None:
            return
        if self._conversation(asker, conversation).employee.id != goal.person:
            raise NotFound(NO_CONVERSATION, number=conversation)

    def _follow_newest(self, goal: int) -> None:
        newest = CheckIns(self._store).newest([goal]).get(goal)
        Goals(self._store).set_progress(goal, newest.progress if newest else 0)


def _cleaned(check_in: CheckIn) -> CheckIn:
    return replace(check_in, comment=clean(check_in.comment).strip())
