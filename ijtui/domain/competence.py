"""What a role asks for and what people can do: five levels, never an average (D-K)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from annotated_types import Ge, Le, MaxLen, MinLen

from ijtui.domain.agenda import Id
from ijtui.domain.conversation import Party

LEVELS = range(5)
"""0 none, 1 limited, 2 basic, 3 good, 4 very good."""

Level = Annotated[int, Ge(0), Le(4)]
Sentence = Annotated[str, MinLen(1), MaxLen(300)]


@dataclass(frozen=True, slots=True)
class Competence:
    """One thing to be able to do.

    Attributes:
        id: kept between editions, so that years can be compared.
        levels: what each level means here, 0 to 4, one sentence each.
        required: the level that the role asks for.
    """

    id: Id
    title: Annotated[str, MinLen(1), MaxLen(40)]
    levels: tuple[Sentence, Sentence, Sentence, Sentence, Sentence]
    required: Level


@dataclass(frozen=True, slots=True)
class Profile:
    """The competences of a role: the axes of the spider.

    Attributes:
        id: the set's name ("developer"), unique within language and owner.
        language: "sv" or "en".
        roles: names of the role as people write them, in small letters, to suggest the set by.
        competences: 3 to 12.
    """

    id: Id
    title: Annotated[str, MinLen(1), MaxLen(80)]
    language: Annotated[str, MaxLen(8)]
    competences: Annotated[tuple[Competence, ...], MinLen(3), MaxLen(12)]
    roles: tuple[Annotated[str, MaxLen(80)], ...] = ()


@dataclass(frozen=True, slots=True)
class Agreed:
    """The fourth value: what the two came to in the talk.

    Attributes:
        level: what they agree on; None where they see it differently.
        reasons: why, of each of the two, where they see it differently.
    """

    level: int | None
    reasons: Mapping[Party, str]


@dataclass(frozen=True, slots=True)
class Assessment:
    """The ratings of one conversation, as far as the asker may see them.

    Attributes:
        profile: the set as it was when the first of the two began.
        ratings: by party and competence id; the other's are absent until both have submitted.
        rated: how many competences each has rated, known to both.
        submitted: who has said that they are done; one-way.
        agreed: by competence id.
        day: of the conversation.
    """

    conversation: int
    profile: Profile
    ratings: Mapping[Party, Mapping[str, int]]
    rated: Mapping[Party, int]
    submitted: frozenset[Party] = frozenset()
    agreed: Mapping[str, Agreed] | None = None
    day: date | None = None
    id: int = 0
    version: int = 0

    @property
    def is_open(self) -> bool:
        """Whether both have submitted, so that both see everything."""
        return self.submitted == frozenset(Party)
