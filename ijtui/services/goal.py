"""Goals: SMART with a reminder and never a refusal, in a conversation and between two (D-G1, D-G2)."""

from __future__ import annotations

from dataclasses import replace

from ijtui.clean import clean, clean_line
from ijtui.data.competence import Assessments
from ijtui.data.goal import Goals
from ijtui.data.milestone import Milestones
from ijtui.data.person import People
from ijtui.data.wording import Wordings
from ijtui.domain import access
from ijtui.domain.conversation import Conversation
from ijtui.domain.goal import Goal, Result
from ijtui.domain.person import Person
from ijtui.domain.wording import Wording
from ijtui.errors import NotAllowed, NotFound
from ijtui.services.goal_story import WORDING, GoalStory
from ijtui.words import N_

_NOT_YOURS = N_("A person's goals are set by themselves and by the manager they talk with.")

_NO_GAP = N_("The competence that this goal is for is not in this person's assessment.")


class GoalService(GoalStory):
    """What a person can do with goals."""

    def of(self, asker: Person, conversation: Conversation) -> tuple[Goal, ...]:
        """Return the goals agreed in that conversation.

        Raises:
            NotFound: not the asker's.
        """
        self._conversation(asker, conversation.id)
        return Goals(self._store).of_conversation(conversation.id)

    def going_on(self, asker: Person, conversation: Conversation) -> tuple[Goal, ...]:
        """Return the employee's open goals that were not agreed in that conversation.

        Raises:
            NotFound: not the asker's.
        """
        now = self._conversation(asker, conversation.id)
        return tuple(
            goal
            for goal in Goals(self._store).visible_to(asker.id, now.employee.id)
            if goal.is_open and goal.conversation != now.id
        )

    def visible(self, asker: Person) -> tuple[Goal, ...]:
        """Return every goal that the asker may read: of each person those that go on first."""
        return Goals(self._store).visible_to(asker.id)

    def of_person(self, asker: Person, person: Person) -> tuple[Goal, ...]:
        """Return that person's goals that the asker may read, those that go on first."""
        return Goals(self._store).visible_to(asker.id, person.id)

    def get(self, asker: Person, goal_id: int) -> Goal:
        """Return that goal.

        Raises:
            NotFound: none, or not the asker's.
        """
        return self._stored(asker, goal_id)

    def add(self, asker: Person, conversation: Conversation, goal: Goal) -> Goal:
        """Agree on a new goal for the employee.

        Raises:
            RuleBroken: it says nothing, or too much.
            NotFound: not the asker's conversation, or a milestone that is gone.
        """
        with self._store.writing():
            now = self._conversation(asker, conversation.id)
            return self._add(asker, replace(goal, person=now.employee.id, conversation=now.id))

    def add_for(self, asker: Person, person: Person, goal: Goal) -> Goal:
        """Set a goal between two conversations; both parties may.

        Raises:
            RuleBroken: it says nothing, or too much.
            NotAllowed: the asker is neither that person nor a manager of theirs.
            NotFound: nobody has that number, or a milestone that is gone.
        """
        with self._store.writing():
            employee = People(self._store).get(person.id)
            if not access.may_set_goal(asker, employee, self._conversations.turns(employee.id)):
                raise NotAllowed(_NOT_YOURS)
            return self._add(asker, replace(goal, person=employee.id, conversation=None))

    def change(self, asker: Person, goal: Goal) -> Goal:
        """Store a goal in other words and keep the earlier ones; its story and its end stay.

        Raises:
            RuleBroken: it says nothing, or too much.
            Conflict: changed by somebody else since.
            NotFound: not the asker's, or a milestone that is gone.
        """
        with self._store.writing():
            was = self._stored(asker, goal.id)
            now = self._worded(was.reworded(goal)).checked()
            stored = Goals(self._store).change(now)
            if was.words() != now.words():
                earlier = Wording(was.version, was.words(), asker.id, self._clock())
                Wordings(self._store, WORDING).keep(was.id, earlier)
            self._note(asker, "changed", f"goal:{was.id}", was.conversation)
        return stored

    def close(self, asker: Person, goal: Goal, result: Result) -> Goal:
        """Say how a goal ended, today; one that was closed ends otherwise from now on.

        Raises:
            Conflict: changed by somebody else since.
            NotFound: not the asker's.
        """
        closed = self._stored(asker, goal.id).closed(result, self._clock().date())
        return self._end(asker, replace(closed, version=goal.version), "closed")

    def reopen(self, asker: Person, goal: Goal) -> Goal:
        """Let a goal go on after all.

        Raises:
            Conflict: changed by somebody else since.
            NotFound: not the asker's.
        """
        reopened = self._stored(asker, goal.id).reopened()
        return self._end(asker, replace(reopened, version=goal.version), "reopened")

    def remove(self, asker: Person, goal: Goal) -> None:
        """Take away a goal that nothing has been said of yet.

        Raises:
            RuleBroken: it has a story: check-ins, agreements, entries …
            Conflict: changed by somebody else since.
            NotFound: not the asker's.
        """
        rows = Goals(self._store)
        with self._store.writing():
            was = self._stored(asker, goal.id)
            was.checked_for_removal(in_use=rows.is_in_use(was.id))
            rows.remove(replace(was, version=goal.version))
            Wordings(self._store, WORDING).forget(was.id)
            self._note(asker, "removed", f"goal:{was.id}", was.conversation)

    def _add(self, asker: Person, goal: Goal) -> Goal:
        """Store a new goal inside `writing`.

        Raises:
            NotFound: it closes a gap that is nobody's or somebody else's (D-K2).
        """
        gap = Assessments(self._store)
        if goal.assessment is not None and not gap.is_about(goal.assessment, goal.competence, goal.person):
            raise NotFound(_NO_GAP)
        today = self._clock().date()
        new = replace(goal, made=today, author=asker.id, ended=None, result=None, id=0)
        stored = Goals(self._store).add(self._worded(new).checked())
        self._note(asker, "agreed", f"goal:{stored.id}", stored.conversation)
        return stored

    def _end(self, asker: Person, goal: Goal, verb: str) -> Goal:
        with self._store.writing():
            stored = Goals(self._store).change(goal)
            self._note(asker, verb, f"goal:{goal.id}")  # the minutes of where it was agreed stay as they are
        return stored

    def _worded(self, goal: Goal) -> Goal:
        """Return the goal with clean words, and with the title of the milestone it serves."""
        serves = goal.serves if goal.milestone is None else Milestones(self._store).get(goal.milestone).title
        return replace(
            goal,
            title=clean_line(goal.title),
            measure=clean(goal.measure).strip(),
            achievable=clean(goal.achievable).strip(),
            serves=clean_line(serves),
            support=clean(goal.support).strip(),
            period=clean_line(goal.period),
        )
