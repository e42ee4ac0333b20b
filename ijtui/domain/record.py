"""Everything both parties may see of one conversation: what minutes and presentation are made from (D-M1)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from ijtui.domain.assessment import Assessment
from ijtui.domain.conversation import Conversation, Party
from ijtui.domain.feedback import Feedback
from ijtui.domain.material import Material
from ijtui.domain.person import Person
from ijtui.domain.plan import Plan
from ijtui.domain.signature import Version


@dataclass(frozen=True, slots=True)
class Record:
    """A conversation without anything private.

    Attributes:
        notes: the shared notes by question id; a question without notes is absent.
        opened: preparations that their writer has opened (or brought on paper): party → question id → text.
        plan: goals, actions, earlier actions with outcomes, parked questions.
        feedback: only what has been opened to its receiver.
        material: what the conversation looks back on, where it opens with that (D-C2, D-C3); else None.
        assessment: competences, where both have submitted their ratings; else None.
        assessed_before: last time's, if it was between the same two; else None.
        revised: when anything in here was last changed, or None.
        revised_by: who did that, or None.
        signed: the newest version of the plan that somebody has signed or declined, or None.
        signed_stands: whether the plan still reads as in that version.
    """

    conversation: Conversation
    notes: Mapping[str, str]
    opened: Mapping[Party, Mapping[str, str]]
    plan: Plan
    feedback: tuple[Feedback, ...] = ()
    material: Material | None = None
    assessment: Assessment | None = None
    assessed_before: Assessment | None = None
    revised: datetime | None = None
    revised_by: Person | None = None
    signed: Version | None = None
    signed_stands: bool = True
