"""Putting together what goes on to a successor: what was chosen, and nothing else is fetched."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime

from ijtui.data.action import Actions
from ijtui.data.calendar import CalendarRows
from ijtui.data.conversation import Conversations
from ijtui.data.goal import Goals
from ijtui.data.handover import Handovers
from ijtui.data.person import People
from ijtui.data.store import Store
from ijtui.data.wording import Wordings
from ijtui.domain import access
from ijtui.domain.action import Action
from ijtui.domain.goal import Goal
from ijtui.domain.handover import Handover, Matter
from ijtui.domain.handover_items import Earlier, Named, PackedAction, PackedGoal
from ijtui.domain.handover_package import Package, local_uid
from ijtui.domain.person import Person
from ijtui.errors import BadInput
from ijtui.minutes.handover_read import read_package
from ijtui.services.base import NewId
from ijtui.services.handover_pages import Pages


class Packing:
    """What is between an employee and the manager who leaves, ready to go on.

    Args:
        store: the open file, before any wall: what goes on is decided by what the two chose.
        handover: of whom, and what.
        new_id: makes the salt, and the name of the file where it has none.
    """

    def __init__(self, store: Store, handover: Handover, new_id: NewId) -> None:
        self._store = store
        self._handover = handover
        self._new_id = new_id
        self._people = People(store)

    def package(self, at: datetime) -> Package:
        """Return it as it reads now, inside `writing`: a file that has no name yet gets one."""
        handover, file = self._handover, self._name()
        goals = list(self._goals())
        uids = {goal.id: local_uid(file, goal) for goal in goals}
        matters = tuple(matter for matter in Matter if matter in handover.goes_on)
        pages = Pages(self._store, handover, file)
        package = Package(
            id=handover.uid,
            employee=self._named(handover.employee),
            leaver=self._named(handover.leaver),
            successor=self._named(handover.successor),
            day=handover.day,
            made=at.replace(microsecond=0),
            salt=self._new_id(),
            matters=matters,
            goals=tuple(self._goal(goal, uids[goal.id]) for goal in goals),
            actions=tuple(self._action(action, local_uid(file, action), uids) for action in self._actions()),
            pages=tuple(page for matter in matters for page in pages.of(matter)),
        )
        return package.with_earlier(self._handed_before())

    def _name(self) -> str:
        rows = CalendarRows(self._store)
        name = rows.name()
        if name is None:
            name = self._new_id()
            rows.set_name(name)
        return name

    def _named(self, person: int) -> Named:
        found = self._people.get(person)
        return Named(found.name, found.number)

    def _handed_before(self) -> Iterator[Package]:
        """Yield what the leaver was given about the employee; one that can't be read any more is left out."""
        for body in Handovers(self._store).bodies_to(self._handover.leaver, self._handover.employee):
            try:
                yield read_package(body)
            except BadInput:
                continue

    # Agreements

    def _leaver(self) -> Person:
        return self._people.get(self._handover.leaver)

    def _goals(self) -> Iterator[Goal]:
        """Yield the employee's goals that the leaver shares, those that are closed, too."""
        visible = Goals(self._store).visible_to(self._handover.leaver, self._handover.employee)
        yield from sorted(visible, key=lambda goal: goal.id)

    def _actions(self) -> Iterator[Action]:
        """Yield the employee's actions that the leaver shares; what was called off binds nobody."""
        employee, leaver = self._handover.employee, self._leaver()
        turns = Conversations(self._store).turns(employee)
        succession = Handovers(self._store).succession(employee)
        for action in Actions(self._store).of_employee(employee):
            planned = turns.get(action.conversation or 0)
            is_off = planned is not None and planned.is_off
            if not is_off and access.may_touch_action(leaver, action, turns, succession):
                yield action

    def _goal(self, goal: Goal, uid: str) -> PackedGoal:
        return PackedGoal(
            uid=uid,
            version=goal.version,
            title=goal.title,
            kind=goal.kind,
            measure=goal.measure,
            achievable=goal.achievable,
            serves=goal.serves,
            due=goal.due,
            support=goal.support,
            owner=goal.owner,
            period=goal.period,
            progress=goal.progress,
            made=goal.made,
            ended=goal.ended,
            result=goal.result,
            earlier=self._earlier("goal", goal.id),
        )

    def _action(self, action: Action, uid: str, goals: Mapping[int, str]) -> PackedAction:
        report, withdrawal, outcome = action.report, action.withdrawal, action.outcome
        first = action.agreed_with or action.manager
        return PackedAction(
            uid=uid,
            version=action.version,
            what=action.what,
            responsible=action.responsible,
            agreed=action.agreed or date.min,
            other=action.other,
            due=action.due,
            agreed_at=action.agreed_at,
            agreed_with="" if first == self._handover.leaver else self._people.get(first).name,
            goal=goals.get(action.goal or 0, ""),
            question=action.question,
            reported=report.on if report else None,
            reported_by=action.side_of(report.by) if report else None,
            withdrawal=withdrawal.on if withdrawal else None,
            withdrawal_by=action.side_of(withdrawal.by) if withdrawal else None,
            reason=withdrawal.reason if withdrawal else outcome.reason if outcome else "",
            account=outcome.achieved if outcome else action.account,
            carried_out=outcome.carried_out if outcome else None,
            done=outcome.done if outcome else None,
            cancelled=outcome.cancelled if outcome else False,
            evaluated=outcome.on if outcome else None,
            goal_reached=outcome.goal_reached if outcome else None,
            cause=outcome.cause if outcome else None,
            signed=action.signed,
            earlier=self._earlier("action", action.id),
        )

    def _earlier(self, thing: str, number: int) -> tuple[Earlier, ...]:
        return tuple(
            Earlier(item.version, dict(item.fields), item.at, item.author != self._handover.employee)
            for item in Wordings(self._store, thing).of(number)
        )
