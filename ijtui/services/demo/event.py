"""The parts of a story between conversations: what somebody writes down, notes about a goal, gives or uses.

Days are counted from the day on which the example plays. Keys name texts of the script.
"""

from __future__ import annotations

from dataclasses import dataclass

from ijtui.domain.check_in import Course
from ijtui.domain.goal import Result
from ijtui.domain.recognition import RecognitionKind
from ijtui.domain.training import TrainingState


@dataclass(frozen=True, slots=True)
class Target:
    """A milestone or operating-plan goal of the unit.

    Attributes:
        years: how many years after the one on which the example plays.
        goals: keys of the goals that serve it.
    """

    key: str
    years: int
    goals: tuple[str, ...]
    of_plan: bool = True


@dataclass(frozen=True, slots=True)
class Look:
    """A check-in.

    Attributes:
        goal: key of the goal; with `number` behind it, key of the comment.
        by: key of the person who makes it.
    """

    goal: str
    number: int
    days: int
    progress: int
    course: Course = Course.ON_TRACK
    by: str = ""

    @property
    def key(self) -> str:
        """Name of the comment in the script."""
        return f"{self.goal}-{self.number}"


@dataclass(frozen=True, slots=True)
class End:
    """How a goal ended.

    Attributes:
        goal: key of the goal; of the cause, too, where it was not reached.
    """

    goal: str
    days: int
    result: Result = Result.REACHED


@dataclass(frozen=True, slots=True)
class Written:
    """An entry of somebody's journal.

    Attributes:
        other: key of the person it concerns, or "".
        shared: the other may read it.
        reflects: it looks back on the quarter of its day.
        goal: key of the goal it points at, or "".
    """

    key: str
    writer: str
    days: int
    other: str = ""
    shared: bool = False
    reflects: bool = False
    goal: str = ""


@dataclass(frozen=True, slots=True)
class Thanks:
    """A recognition that the manager gives.

    Attributes:
        off: extra days off.
        amount: kronor.
    """

    key: str
    person: str
    days: int
    kind: RecognitionKind
    off: int = 0
    amount: int = 0


@dataclass(frozen=True, slots=True)
class Training:
    """A course that somebody takes, paid with the year's budget.

    Attributes:
        cost: kronor.
        state: how far it has come.
    """

    key: str
    person: str
    days: int
    cost: int
    state: TrainingState


@dataclass(frozen=True, slots=True)
class Said:
    """Feedback between two conversations.

    Attributes:
        other: key of the one on the other side.
        about_process: about the conversations themselves.
    """

    key: str
    giver: str
    other: str
    days: int
    opened: bool = True
    about_process: bool = False


@dataclass(frozen=True, slots=True)
class Reported:
    """An action whose owner says that it is done; nobody has confirmed it yet."""

    key: str
    by: str
    days: int


@dataclass(frozen=True, slots=True)
class Advanced:
    """How far somebody has come towards the next step in the role.

    Attributes:
        key: of the note, or "".
    """

    person: str
    step: str
    criterion: str
    number: int
    days: int
    key: str = ""


@dataclass(frozen=True, slots=True)
class Season:
    """A round for everybody.

    Attributes:
        template: id of the agenda that is held.
        first: the first day of the season, counted as all days are.
        last: its last day.
    """

    key: str
    days: int
    template: str
    first: int
    last: int


Event = Look | End | Written | Thanks | Training | Said | Reported | Advanced | Season


@dataclass(frozen=True, slots=True)
class Rated:
    """The ratings of a conversation.

    Attributes:
        scene: key of the conversation.
        profile: name of the set.
        employee: levels in the set's order.
        manager: the same; whoever has rated everything has submitted.
        agreed: the same; None where the two see it differently; empty where they have not talked yet.
        differ: key of the reasons, or "".
    """

    scene: str
    profile: str
    employee: tuple[int, ...]
    manager: tuple[int, ...]
    agreed: tuple[int | None, ...] = ()
    differ: str = ""
