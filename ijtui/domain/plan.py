"""The development plan: the goals and actions of a conversation, and what it still lacks (D-A4)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from ijtui.domain.action import Action
from ijtui.domain.agenda import Question
from ijtui.domain.goal import Goal, GoalKind, GoalLack, labels


class PlanLack(StrEnum):
    """What a plan needs before the two can sign it (D-A4, D-M2)."""

    NOTHING_AGREED = "nothing-agreed"
    NO_DEVELOPMENT_GOAL = "no-development-goal"
    GOAL = "goal"
    ACTION_WITHOUT_DUE = "action-without-due"
    ACTION_WITHOUT_NAME = "action-without-name"
    OUTCOME_OPEN = "outcome-open"
    RISK_WITHOUT_ACTION = "risk-without-action"
    PARKED = "parked"


@dataclass(frozen=True, slots=True)
class Lack:
    """One thing that is missing, and what it is missing from.

    Attributes:
        title: the goal, action or question it is about, or "".
        number: the goal's or action's number in the plan, from 1; 0 for neither.
        kind: which kind of goal the number counts, where `what` is GOAL.
        part: which part of the goal, where `what` is GOAL.
    """

    what: PlanLack
    title: str = ""
    number: int = 0
    kind: GoalKind | None = None
    part: GoalLack | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """What the two agree on.

    Attributes:
        goals: development goals first, then performance goals.
        actions: agreed in this conversation, oldest first.
        earlier: agreed in earlier conversations and to be evaluated in this one.
        parked: questions that are still put aside.
        risks: questions marked as a risk about which nothing is agreed.
        going_on: ids of the earlier actions that the two have decided here to go on with.
        numbered: how many goals of each kind the conversation looks back on; the numbers go on after those.
    """

    goals: tuple[Goal, ...]
    actions: tuple[Action, ...]
    earlier: tuple[Action, ...] = ()
    parked: tuple[Question, ...] = ()
    risks: tuple[Question, ...] = ()
    going_on: frozenset[int] = frozenset()
    numbered: Mapping[GoalKind, int] = field(default_factory=lambda: MappingProxyType({}))

    def labels(self) -> dict[int, tuple[GoalKind, int]]:
        """For each goal's id its kind and its number among its kind, from 1."""
        before = self.numbered
        return {
            goal: (kind, number + before.get(kind, 0)) for goal, (kind, number) in labels(self.goals).items()
        }

    def lacks(self) -> tuple[Lack, ...]:
        """What is missing before it can be signed, most important first; empty when nothing is."""
        return (
            *self._lacks_content(),
            *self._lacks_in_goals(),
            *self._lacks_in_actions(),
            *self._left_open(),
        )

    def _lacks_content(self) -> tuple[Lack, ...]:
        if not self.goals and not self.actions:
            return (Lack(PlanLack.NOTHING_AGREED),)
        if not any(goal.kind is GoalKind.DEVELOPMENT for goal in self.goals):
            return (Lack(PlanLack.NO_DEVELOPMENT_GOAL),)
        return ()

    def _lacks_in_goals(self) -> tuple[Lack, ...]:
        named = self.labels()
        return tuple(
            Lack(PlanLack.GOAL, goal.title, named[goal.id][1], goal.kind, lack)
            for goal in self.goals
            for lack in goal.lacks()
        )

    def _lacks_in_actions(self) -> tuple[Lack, ...]:
        lacks = []
        for number, action in enumerate(self.actions, 1):
            if action.due is None:
                lacks.append(Lack(PlanLack.ACTION_WITHOUT_DUE, action.what, number))
            if action.responsible == "other" and not action.other.strip():
                lacks.append(Lack(PlanLack.ACTION_WITHOUT_NAME, action.what, number))
        return tuple(lacks)

    def _left_open(self) -> tuple[Lack, ...]:
        undecided = tuple(
            Lack(PlanLack.OUTCOME_OPEN, title=action.what)
            for action in self.earlier
            if action.is_open and action.id not in self.going_on
        )
        risks = tuple(Lack(PlanLack.RISK_WITHOUT_ACTION, title=question.title) for question in self.risks)
        parked = tuple(Lack(PlanLack.PARKED, title=question.title) for question in self.parked)
        return undecided + risks + parked
