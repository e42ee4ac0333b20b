"""What is signed, word for word: texts and whole numbers, and nothing that can change later (D-M2)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, Literal

from ijtui.domain.agenda import Kind
from ijtui.domain.canonical import canonical, digest

SCHEMA: Literal["ijtui/plan/1"] = "ijtui/plan/1"


WEEDED = "weeded"
"""What stands instead of the words, and of the salt with them, once they are weeded: with the day."""


@dataclass(frozen=True, slots=True)
class GoalText:
    """A goal in the words that are signed; days in ISO form, "" where nothing stands.

    Attributes:
        number: its number among its kind, as the plan shows it.
        owner: who sees to it: "employee", "manager", "other" or "".
    """

    id: int
    kind: str
    number: int
    title: str
    measure: str
    achievable: str
    serves: str
    due: str
    support: str
    owner: str
    period: str


@dataclass(frozen=True, slots=True)
class ActionText:
    """An agreed action in the words that are signed.

    Attributes:
        responsible: "employee", "manager" or "other".
        other: who that is, where it is "other".
        question: id of the question it came from, or "".
        goal: id of the goal it serves, or None.
    """

    id: int
    what: str
    responsible: str
    other: str
    due: str
    question: str
    goal: int | None


@dataclass(frozen=True, slots=True)
class EarlierText:
    """An earlier action and what the two said of it in this conversation.

    Attributes:
        decision: one of `Decision`.
        carried_out: "yes", "partly", "no", or "" while they have not said.
        goal_reached: the same.
        done: the day it was done, where that is known.
    """

    id: int
    what: str
    responsible: str
    other: str
    due: str
    decision: str
    carried_out: str = ""
    achieved: str = ""
    goal_reached: str = ""
    reason: str = ""
    done: str = ""


@dataclass(frozen=True, slots=True)
class PlanText:
    """All that is signed, and nothing else.

    Attributes:
        version: from 1 in each conversation.
        date: the day of the conversation, or "".
        employee: name.
        manager: name.
        salt: 64 hexadecimal digits by chance: the hash tells nobody what the text might be.
        previous: hash of the version before it, or "".
    """

    conversation: int
    kind: str
    date: str
    employee: str
    manager: str
    goals: tuple[GoalText, ...] = ()
    actions: tuple[ActionText, ...] = ()
    earlier: tuple[EarlierText, ...] = ()
    version: int = 0
    salt: str = ""
    previous: str = ""
    schema: str = SCHEMA

    @property
    def is_empty(self) -> bool:
        """Whether nothing is agreed in it; an evaluation may be all about what was agreed earlier."""
        looked_back = self.earlier if self.kind == Kind.EVALUATION else ()
        return not (self.goals or self.actions or looked_back)

    def body(self) -> bytes:
        """Return exactly the bytes that are signed."""
        return canonical(self._plain())

    def hash(self) -> str:
        """Return the SHA-256 of these bytes, as 64 hexadecimal digits."""
        return digest(self._plain())

    def _plain(self) -> dict[str, object]:
        """Return it as objects and lists; `asdict` would copy every text, which takes five times as long."""
        parts = {name: [*map(_columns, getattr(self, name))] for name in ("goals", "actions", "earlier")}
        return _columns(self) | parts

    def same_agreement(self, other: PlanText) -> bool:
        """Whether both agree on the same, whichever version it is; a new name of somebody changes nothing."""
        return (self.goals, self.actions, self.earlier) == (other.goals, other.actions, other.earlier)


def _columns(part: GoalText | ActionText | EarlierText | PlanText) -> dict[str, object]:
    return {field.name: getattr(part, field.name) for field in fields(part)}


def read(body: str) -> PlanText:
    """Return what `PlanText.body` wrote.

    Raises:
        ValueError: it is no JSON.
        TypeError: it is something else.
        KeyError: something is missing.
    """
    found: Mapping[str, Any] = json.loads(body)
    return PlanText(
        **{
            **found,
            "goals": tuple(GoalText(**goal) for goal in found["goals"]),
            "actions": tuple(ActionText(**action) for action in found["actions"]),
            "earlier": tuple(EarlierText(**action) for action in found["earlier"]),
        }
    )


def weeded_on(body: str) -> date | None:
    """Return the day on which the words were weeded; None where they stand there.

    Raises:
        ValueError: it is no JSON.
    """
    found = json.loads(body)
    return date.fromisoformat(found[WEEDED]) if isinstance(found, dict) and WEEDED in found else None
