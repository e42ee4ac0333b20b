"""What the two see of what somebody can do, and what they come to: never an average (D-K)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from ijtui.domain.competence import LEVELS, Competence, Profile, check_level
from ijtui.domain.conversation import Party
from ijtui.errors import RuleBroken

LONGEST_REASON = 2000
"""Characters in one of the two reasons for seeing it differently."""


class Series(StrEnum):
    """The lines that a spider draws."""

    REQUIRED = "required"
    EMPLOYEE = "employee"
    MANAGER = "manager"
    AGREED = "agreed"
    BEFORE = "before"


@dataclass(frozen=True, slots=True)
class Agreed:
    """The fourth value: what the two came to in the talk.

    Attributes:
        level: what they agree on; None where they see it differently.
        reasons: why, of each of the two, where they see it differently; kept when they agree after all.
        version: grows with each change; 0 until stored.
    """

    level: int | None
    reasons: Mapping[Party, str] = field(default_factory=lambda: MappingProxyType({}))
    version: int = 0

    def checked(self) -> Agreed:
        """Return self if it can be stored.

        Raises:
            RuleBroken: no such level; seen differently without both reasons; a reason is too long.
        """
        if self.level is not None:
            check_level(self.level)
            return self
        if not all(self.reasons.get(party, "").strip() for party in Party):
            raise RuleBroken("Where you see it differently, write down how each of you sees it.")
        longest = max(map(len, self.reasons.values()))
        if longest > LONGEST_REASON:
            raise RuleBroken(
                "There is room for {longest} characters here, and you wrote {length}. Shorten it.",
                longest=LONGEST_REASON,
                length=longest,
            )
        return self


@dataclass(frozen=True, slots=True)
class Row:
    """One competence with everything that is known of it, beside each other.

    Attributes:
        employee: how the employee rates themself, or None where unknown or not to be seen.
        manager: how the manager rates the same.
        agreed: the level they agreed on, or None.
        differs: they have said that they see it differently.
        reasons: why, of each, where they do.
        before: `level` of last time's row, or None.
    """

    competence: Competence
    employee: int | None
    manager: int | None
    agreed: int | None = None
    differs: bool = False
    reasons: Mapping[Party, str] = field(default_factory=lambda: MappingProxyType({}))
    before: int | None = None

    @property
    def required(self) -> int:
        """What the role asks for."""
        return self.competence.required

    @property
    def level(self) -> int | None:
        """The level to count from: what they agreed on, else the lower of the ratings that are known.

        The lower one, since a need that only one of the two sees is still worth talking about.
        """
        if self.agreed is not None:
            return self.agreed
        return min((known for known in (self.employee, self.manager) if known is not None), default=None)

    @property
    def gap(self) -> int | None:
        """How many levels are missing: below 0 where there is more than is asked for; None while unknown."""
        return None if self.level is None else self.required - self.level

    @property
    def aim(self) -> int:
        """The level that a goal strives for: the required one, or the next one where that is reached."""
        if self.gap is None or self.gap > 0 or self.level is None:
            return self.required
        return min(self.level + 1, LEVELS[-1])


@dataclass(frozen=True, slots=True)
class Assessment:
    """The ratings of one conversation, as far as the asker may see them.

    Attributes:
        profile: the set as it was when the first of the two began.
        ratings: by party and competence id; the other's are absent until both have submitted.
        rated: how many competences each has rated, known to both.
        submitted: who has said that they are done; one-way.
        on_paper: those who have rated, all of it on paper, so that the other one entered it.
        agreed: by competence id.
        day: of the conversation.
    """

    conversation: int
    profile: Profile
    ratings: Mapping[Party, Mapping[str, int]] = field(default_factory=lambda: MappingProxyType({}))
    rated: Mapping[Party, int] = field(default_factory=lambda: MappingProxyType({}))
    submitted: frozenset[Party] = frozenset()
    on_paper: frozenset[Party] = frozenset()
    agreed: Mapping[str, Agreed] = field(default_factory=lambda: MappingProxyType({}))
    day: date | None = None
    id: int = 0
    version: int = 0

    @property
    def is_open(self) -> bool:
        """Whether both have submitted, so that both see everything."""
        return self.submitted == frozenset(Party)

    def has_rated_all(self, party: Party) -> bool:
        """Whether that party has rated every competence."""
        return self.rated.get(party, 0) == len(self.profile.competences)

    def row(self, competence_id: str, before: Assessment | None = None) -> Row:
        """Return what is known of one competence.

        Args:
            competence_id: of the set.
            before: last time's assessment; competences are the same where their ids are.

        Raises:
            NotFound: the set has none of that id.
        """
        competence = self.profile.competence(competence_id)
        agreed = self.agreed.get(competence_id)
        return Row(
            competence,
            self._rating(Party.EMPLOYEE, competence_id),
            self._rating(Party.MANAGER, competence_id),
            agreed.level if agreed else None,
            agreed is not None and agreed.level is None,
            agreed.reasons if agreed and agreed.level is None else MappingProxyType({}),
            before.row(competence_id).level if before and before.profile.has(competence_id) else None,
        )

    def rows(self, before: Assessment | None = None) -> tuple[Row, ...]:
        """Return a row a competence, what lies furthest below the requirement first (D-K2).

        Alike ones stand in the set's order; what nobody known has rated comes last.
        """
        rows = [self.row(competence.id, before) for competence in self.profile.competences]
        return tuple(sorted(rows, key=lambda row: (row.gap is None, -(row.gap or 0))))

    def series(self, before: Assessment | None = None) -> Mapping[Series, tuple[int | None, ...]]:
        """Return the lines of the spider, a value an axis in the set's order; none without any value."""
        rows = [self.row(competence.id, before) for competence in self.profile.competences]
        lines = {line: tuple(getattr(row, line.value) for row in rows) for line in Series}
        return {line: values for line, values in lines.items() if any(known is not None for known in values)}

    def _rating(self, party: Party, competence_id: str) -> int | None:
        return self.ratings.get(party, {}).get(competence_id)
