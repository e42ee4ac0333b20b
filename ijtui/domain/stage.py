"""How far a conversation of a round has come."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class Stage(IntEnum):
    """How far somebody's conversation has come; everybody in a round is at exactly one."""

    NOT_BOOKED = 0
    BOOKED = 1
    PREPARED = 2  # both have opened what they prepared, or it came on paper
    HELD = 3  # it was concluded
    SIGNED = 4  # both have signed the newest version of the plan
    FOLLOWED_UP = 5  # signed, and every point has an outcome or was decided on in a later conversation


@dataclass(frozen=True, slots=True)
class Place:
    """One row of a round, as far as it may be seen.

    Attributes:
        stage: how far it has come.
        person: id of who, or None where only the count may be seen.
        manager: id of the manager with whom it is counted, or None where there is none.
        unit: name of the unit where it is counted.
        leader: id of who leads that person now, or None where it isn't told who it is.
    """

    stage: Stage
    person: int | None
    manager: int | None
    unit: str
    leader: int | None = None
