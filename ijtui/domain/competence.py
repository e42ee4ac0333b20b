"""What a role asks for: competences with five levels each, and the sets they stand in (D-K)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from annotated_types import Ge, Le, MaxLen, MinLen

from ijtui.domain.agenda import Id
from ijtui.errors import NotFound, RuleBroken

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
        version: under which number the organisation published it; 0 of any other set.
    """

    id: Id
    title: Annotated[str, MinLen(1), MaxLen(80)]
    language: Annotated[str, MaxLen(8)]
    competences: Annotated[tuple[Competence, ...], MinLen(3), MaxLen(12)]
    roles: tuple[Annotated[str, MinLen(1), MaxLen(80)], ...] = ()
    version: Annotated[int, Ge(0)] = 0

    def has(self, competence_id: str) -> bool:
        """Whether a competence of that id is in the set."""
        return any(competence.id == competence_id for competence in self.competences)

    def competence(self, competence_id: str) -> Competence:
        """Return the competence with that id.

        Raises:
            NotFound: the set has none.
        """
        for competence in self.competences:
            if competence.id == competence_id:
                return competence
        raise NotFound("There is no competence “{name}” in this set.", name=competence_id[:60])


def check_level(level: int) -> None:
    """Refuse what is no level.

    Raises:
        RuleBroken: it is not 0 to 4.
    """
    if level not in LEVELS:
        raise RuleBroken("A level is a number from 0 to 4.")
