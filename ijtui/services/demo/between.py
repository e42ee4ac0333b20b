"""What happens in the example between conversations: check-ins, journals, feedback, thanks and courses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, time
from functools import singledispatchmethod

from ijtui.domain.advancement import Reached
from ijtui.domain.cause import Cause
from ijtui.domain.check_in import CheckIn
from ijtui.domain.feedback import Feedback
from ijtui.domain.goal import Result
from ijtui.domain.journal import Entry, EntryKind
from ijtui.domain.milestone import Milestone, MilestoneKind
from ijtui.domain.person import Person
from ijtui.domain.quarter import Quarter
from ijtui.domain.recognition import Recognition
from ijtui.domain.round import Round
from ijtui.domain.shortfall import Shortfall
from ijtui.domain.training import Training, TrainingState
from ijtui.services.demo import event
from ijtui.services.demo.agreements import Agreements
from ijtui.services.demo.days import Hands
from ijtui.services.demo.script import Script
from ijtui.services.desk import Desk


class Between:
    """Lets events happen, each on its day.

    Args:
        desk: what is done, is done here.
        hands: the clock of the desk.
        script: what is said.
        people: everybody by key; the manager first.
        agreements: the goals and actions so far.
    """

    def __init__(
        self, desk: Desk, hands: Hands, script: Script, people: Mapping[str, Person], agreements: Agreements
    ) -> None:
        self._desk = desk
        self._hands = hands
        self._script = script
        self._people = people
        self._agreements = agreements
        self._manager = next(iter(people.values()))

    def set_targets(self, targets: Sequence[event.Target], today: date) -> None:
        """Write down what the unit is to reach, for the goals to serve."""
        for target in targets:
            kind = MilestoneKind.OPERATING_PLAN if target.of_plan else MilestoneKind.MILESTONE
            title = self._script.milestones[target.key]
            new = Milestone(self._manager.unit, today.year + target.years, title, kind)
            stored = self._desk.milestones.add(self._manager, new)
            self._agreements.serves |= dict.fromkeys(target.goals, stored.id)

    def play(self, what: event.Event) -> None:
        """Let it happen on its day."""
        self._hands.turn(self._hands.moment(what.days, time(15, 30)))
        self._happens(what)

    @singledispatchmethod
    def _happens(self, what: event.Event) -> None:
        raise TypeError(f"nobody knows how {what} happens")

    @_happens.register
    def _(self, what: event.Look) -> None:
        """Check in on a goal, as the employee whose goal it is."""
        goal = self._agreements.goals[what.goal]
        said = CheckIn(
            goal.id, self._hands().date(), what.progress, what.course, self._script.check_ins[what.key]
        )
        self._desk.goals.check_in(self._employee(goal.person), goal, said)

    @_happens.register
    def _(self, what: event.End) -> None:
        """Close a goal; one that was not reached gets its cause and a next step (D-G6)."""
        goal = self._desk.goals.get(self._manager, self._agreements.goals[what.goal].id)
        closed = self._desk.goals.close(self._manager, goal, what.result)
        if what.result is not Result.REACHED:
            today, said = self._hands().date(), self._script.shortfalls[what.goal]
            after = Quarter.of(today).next
            why = Shortfall(closed.id, today, Cause.OBSTACLES, after, said["because"], said["next_step"])
            self._desk.goals.explain(self._manager, closed, why)

    @_happens.register
    def _(self, what: event.Written) -> None:
        """Write in a journal."""
        writer, today = self._people[what.writer], self._hands().date()
        entry = Entry(
            writer.id,
            today,
            self._script.journal[what.key].strip(),
            self._people[what.other].id if what.other else None,
            what.shared,
            EntryKind.REFLECTION if what.reflects else EntryKind.NOTE,
            Quarter.of(today) if what.reflects else None,
            self._agreements.goals[what.goal].id if what.goal else None,
        )
        self._desk.journal.new(writer, entry)

    @_happens.register
    def _(self, what: event.Thanks) -> None:
        """Recognise something (D-G9)."""
        person, said = self._people[what.person], self._script.recognition[what.key]
        given = Recognition(
            person.id, self._manager.id, what.kind, said, self._hands().date(), what.off, what.amount
        )
        self._desk.care.give(self._manager, person, given)

    @_happens.register
    def _(self, what: event.Training) -> None:
        """Ask for a course, and take it as far as it comes (D-G7)."""
        person, care = self._people[what.person], self._desk.care
        asked = Training(person.id, self._script.training[what.key], what.cost, self._hands().date())
        stored = care.ask_for_training(person, person, asked)
        if what.state is not TrainingState.ASKED:
            stored = care.decide_training(self._manager, stored, approved=True)
        if what.state is TrainingState.USED:
            care.take_training(person, stored)

    @_happens.register
    def _(self, what: event.Advanced) -> None:
        """Write down how far somebody has come towards the next step (D-G10)."""
        note = self._script.advancement[what.key] if what.key else ""
        reached = Reached(what.number, note)
        self._desk.care.reach(self._manager, self._people[what.person], what.step, what.criterion, reached)

    @_happens.register
    def _(self, what: event.Said) -> None:
        """Give feedback between two conversations (D-F3)."""
        giver, other = self._people[what.giver], self._people[what.other]
        said = self._script.feedback[what.key]
        parts = said["positive"], said["improve"], said["support"]
        receiver = None if what.about_process else other.id
        new = Feedback(None, giver.id, receiver, *parts, opened=what.opened, other=other.id)
        self._desk.feedback.save_between(giver, other, new)

    @_happens.register
    def _(self, what: event.Season) -> None:
        """Make a round for everybody whom the manager leads (D-P4)."""
        first, last = (self._hands.moment(days, time()).date() for days in (what.first, what.last))
        name = self._script.rounds[what.key]
        self._desk.rounds.add(self._manager, Round(name, first, last, template=what.template))

    @_happens.register
    def _(self, what: event.Reported) -> None:
        """Report an action as done."""
        self._agreements.report(self._people[what.by], what.key)

    def _employee(self, number: int) -> Person:
        return next(person for person in self._people.values() if person.id == number)
