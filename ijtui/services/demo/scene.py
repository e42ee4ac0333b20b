"""The parts of a story: conversations, and what is agreed and evaluated in them.

Days are counted from the day on which the example plays. Keys (`asa`, `asa-api`) name texts of the script.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time

from ijtui.domain.action import Extent
from ijtui.domain.conversation import Mark, State
from ijtui.domain.goal import GoalKind, Responsible


@dataclass(frozen=True, slots=True)
class Aim:
    """A goal that is agreed on.

    Attributes:
        due: days from today, or None.
    """

    key: str
    kind: GoalKind = GoalKind.DEVELOPMENT
    due: int | None = None
    owner: Responsible | None = Responsible.EMPLOYEE
    progress: int = 0


@dataclass(frozen=True, slots=True)
class Promise:
    """An action that is agreed on.

    Attributes:
        due: days from today, or None.
        question: the question it came from, or "".
        goal: key of the goal it serves, or "".
    """

    key: str
    responsible: Responsible = Responsible.EMPLOYEE
    due: int | None = None
    question: str = ""
    goal: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of an action.

    Attributes:
        key: the action.
        goal_reached: None while nobody has said.
        days: when it was evaluated between two conversations, counted from today; 0 for in the conversation.
    """

    key: str
    carried_out: Extent
    goal_reached: Extent | None = None
    days: int = 0


@dataclass(frozen=True, slots=True)
class Scene:
    """One conversation, with all that happens in it.

    Attributes:
        key: name of its texts.
        agenda: name of the template.
        days: when, counted from today.
        place: key of a place.
        state: how far it comes.
        talked: questions that are talked through, of one that is under way; one that is held has them all.
        used: minutes at the stations that are walked.
        ticked: how many lines of the checklist are done.
        opens: whether the manager opens their preparation.
        verdicts: on actions of earlier conversations, or, with days of their own, on those of this one.
        feedback: keys of feedback to who gives it and who gets it; "" gets what is about the process.
    """

    key: str
    employee: str
    agenda: str
    days: int
    at: time
    place: str
    state: State = State.BOOKED
    talked: tuple[str, ...] = ()
    used: tuple[int, ...] = ()
    ticked: int = 0
    opens: bool = False
    marks: Mapping[str, Mark] = field(default_factory=dict)
    choices: Mapping[str, str] = field(default_factory=dict)
    parked: tuple[str, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    aims: tuple[Aim, ...] = ()
    promises: tuple[Promise, ...] = ()
    feedback: Mapping[str, tuple[str, str]] = field(default_factory=dict)
