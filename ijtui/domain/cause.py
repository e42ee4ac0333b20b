"""What stood in the way of something agreed: without blame (D-G6)."""

from __future__ import annotations

from enum import StrEnum


class Cause(StrEnum):
    """What stood in the way: always something around the person, never the person."""

    UNCLEAR = "unclear"  # requirements
    RESOURCES = "resources"  # too few
    OBSTACLES = "obstacles"  # external
    OTHER = "other"
