"""The shape of minutes as JSON: what is published and versioned.

docs/minutes.schema.json says the same to other programs. A field that is added keeps the version; one that
is renamed, removed or given another meaning raises it. The domain's own classes may change without that.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from ijtui.domain.action import Extent
from ijtui.domain.agenda import Ask, Kind, StationKey, Who
from ijtui.domain.conversation import Mark, Party, State
from ijtui.domain.goal import GoalKind, Responsible
from ijtui.domain.material import Source
from ijtui.domain.plan_text import PlanText
from ijtui.domain.signature import Answer, Method

SCHEMA: Literal["ijtui/minutes/1"] = "ijtui/minutes/1"


@dataclass(frozen=True, slots=True)
class Participant:
    """One of the two."""

    name: str
    role: str
    unit: str


@dataclass(frozen=True, slots=True)
class TaskLine:
    """A line of the checklist before the conversation."""

    id: str
    text: str
    who: Who
    done: bool


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """A question with what the two said; `notes` is Markdown as typed."""

    id: str
    title: str
    text: str
    who: Who
    ask: Ask
    notes: str
    choice: str
    mark: Mark | None
    parked: bool
    done: bool


@dataclass(frozen=True, slots=True)
class TemplatePart:
    """Which version of the organisation's template the conversation was made from."""

    id: str
    version: int


@dataclass(frozen=True, slots=True)
class SectionPart:
    """Questions under one heading, which may be empty."""

    title: str
    questions: list[QuestionLine]


@dataclass(frozen=True, slots=True)
class StationPart:
    """A station with planned minutes and used seconds."""

    key: StationKey
    title: str
    minutes: int
    used_seconds: int
    sections: list[SectionPart]


@dataclass(frozen=True, slots=True)
class FeedbackPart:
    """Opened feedback; no receiver means that it is about the process."""

    giver: Party
    receiver: Party | None
    positive: str
    improve: str
    support: str
    given: datetime | None


@dataclass(frozen=True, slots=True)
class GoalPart:
    """A goal; `label` is its short name in the conversation's language."""

    id: int
    label: str
    kind: GoalKind
    title: str
    measure: str
    achievable: str
    serves: str
    due: date | None
    support: str
    owner: Responsible | None
    period: str
    progress: int


@dataclass(frozen=True, slots=True)
class OutcomePart:
    """What came of an action; `conversation` is where that was said, `done` the day it was done, if known."""

    carried_out: Extent
    achieved: str
    goal_reached: Extent | None
    reason: str
    on: date
    conversation: int | None
    done: date | None
    cancelled: bool


@dataclass(frozen=True, slots=True)
class ActionPart:
    """An agreed action; `conversation` is where it was agreed or null, `who` the name, `goal` a goal's id."""

    id: int
    conversation: int | None
    what: str
    responsible: Responsible
    who: str
    due: date | None
    question: str
    goal: int | None
    outcome: OutcomePart | None


@dataclass(frozen=True, slots=True)
class MaterialLine:
    """One thing that the conversation looks back on; `reference` says where it comes from."""

    source: Source
    text: str
    day: date | None
    reference: str


@dataclass(frozen=True, slots=True)
class CompetenceLine:
    """A competence with both ratings, 0 to 4.

    `before` is last time's level, `reasons` is why the two see it differently.
    """

    id: str
    title: str
    required: int
    employee: int | None
    manager: int | None
    agreed: int | None
    differs: bool
    reasons: dict[Party, str]
    before: int | None


@dataclass(frozen=True, slots=True)
class AssessmentPart:
    """The competence assessment, when both have submitted; `profile` is the id of the set.

    `version` is the organisation's number of the set, 0 of a set that is not the organisation's.
    """

    profile: str
    title: str
    competences: list[CompetenceLine]
    version: int = 0


@dataclass(frozen=True, slots=True)
class SignaturePart:
    """What one of the two said to the signed version; `said` is a reservation, or why not.

    `proof` is a signature made with ssh-keygen of exactly the canonical JSON of `text`.
    """

    party: Party
    answer: Answer
    at: datetime
    method: Method
    said: str
    initials: str
    fingerprint: str
    proof: str


@dataclass(frozen=True, slots=True)
class SignedPart:
    """The newest version of the plan that somebody has signed or declined.

    `hash` is the SHA-256 of `text` as canonical JSON (RFC 8785); `stands` is false where the plan was
    changed afterwards.
    """

    version: int
    hash: str
    stands: bool
    signatures: list[SignaturePart]
    text: PlanText


@dataclass(frozen=True, slots=True)
class Document:
    """The whole file. Times are local; `version` is 0 for a draft."""

    schema: Literal["ijtui/minutes/1"]
    conversation: int
    kind: Kind
    title: str
    language: str
    state: State
    version: int
    starts: datetime | None
    place: str
    minutes: int
    revised: datetime | None
    revised_by: str | None
    employee: Participant
    manager: Participant
    checklist: list[TaskLine]
    stations: list[StationPart]
    preparations: dict[Party, dict[str, str]]
    feedback: list[FeedbackPart]
    goals: list[GoalPart]
    actions: list[ActionPart]
    earlier: list[ActionPart]
    parked: list[str]
    material: list[MaterialLine]
    assessment: AssessmentPart | None
    signed: SignedPart | None = None
    template: TemplatePart | None = None
