"""Assessments as rows; ratings are fetched only of the sides that somebody may read."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType
from typing import Any

from ijtui.data.store import Row, Store
from ijtui.data.template_copy import TemplateCopies
from ijtui.domain.assessment import Agreed, Assessment
from ijtui.domain.competence import Profile
from ijtui.domain.conversation import Party
from ijtui.domain.profile_json import profile_from_json, profile_to_json

_ASSESSMENT = (
    "SELECT assessment.*, copy.body, coalesce(began, starts) AS held FROM assessment"
    " JOIN conversation ON conversation.id = assessment.conversation"
    " LEFT JOIN template_copy AS copy ON copy.id = profile"
)


@dataclass(frozen=True, slots=True)
class Rating:
    """One rating to be stored.

    Attributes:
        competence: its id.
        party: whose rating it is.
        author: id of the person who entered it.
        on_paper: the author entered it for the other.
    """

    competence: str
    party: Party
    level: int
    author: int
    at: datetime
    on_paper: bool = False


class Assessments:
    """The competence assessments of one file."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._copies = TemplateCopies(store)

    def of_conversation(self, conversation: int) -> Assessment | None:
        """Return that conversation's assessment as far as both know it, without any rating, or None."""
        rows = self._store.rows(f"{_ASSESSMENT} WHERE conversation = ?", conversation)
        return next(iter(self._without_ratings(rows)), None)

    def open_of(self, employee: int, person: int) -> tuple[Assessment, ...]:
        """Return an employee's assessments with everything, those that are open and not called off.

        Args:
            employee: whose competences they are about.
            person: who took part in their conversations.
        """
        rows = self._store.rows(
            f"{_ASSESSMENT} WHERE employee = ? AND ? IN (employee, manager) AND state <> 'cancelled'"
            " AND (SELECT count(*) FROM submitted WHERE assessment = assessment.id) = 2",
            employee,
            person,
        )
        return self._with_ratings(self._without_ratings(rows), tuple(Party))

    def with_ratings(self, assessment: Assessment, sides: Collection[Party]) -> Assessment:
        """Return it with the ratings of those sides; the others are not fetched."""
        return self._with_ratings((assessment,), sides)[0]

    def is_about(self, assessment: int, competence: str, employee: int) -> bool:
        """Whether there is such an assessment of that employee, with that competence in it."""
        rows = self._store.rows(
            "SELECT copy.body FROM assessment JOIN conversation ON conversation.id = conversation"
            " JOIN template_copy AS copy ON copy.id = profile"
            " WHERE assessment.id = ? AND employee = ?",
            assessment,
            employee,
        )
        return any(profile_from_json(row["body"]).has(competence) for row in rows)

    def begin(self, conversation: int, profile: Profile) -> None:
        """Store which set a conversation's assessment is made with."""
        row = {"conversation": conversation, "profile": self._copies.keep(profile_to_json(profile))}
        self._store.insert("assessment", row)

    def exchange(self, assessment: Assessment, profile: Profile) -> None:
        """Store another set for an assessment."""
        self._store.db.execute(
            "UPDATE main.assessment SET profile = ?, version = version + 1 WHERE id = ?",
            [self._copies.keep(profile_to_json(profile)), assessment.id],
        )

    def rate(self, assessment: Assessment, rating: Rating) -> None:
        """Store one rating in place of the one that is there."""
        row = {
            "assessment": assessment.id,
            "competence": rating.competence,
            "party": rating.party.value,
            "level": rating.level,
            "on_paper": int(rating.on_paper),
            "author": rating.author,
            "changed": _moment(rating.at),
        }
        self._store.upsert("rating", ["assessment", "competence", "party"], row)

    def take_rating_away(self, assessment: Assessment, competence: str, party: Party) -> None:
        """Delete one rating."""
        self._store.db.execute(
            "DELETE FROM main.rating WHERE assessment = ? AND competence = ? AND party = ?",
            [assessment.id, competence, party.value],
        )

    def submit(self, assessment: Assessment, party: Party, author: int, at: datetime) -> None:
        """Store that a party's ratings are done; a second time changes nothing."""
        self._store.db.execute(
            "INSERT OR IGNORE INTO main.submitted (assessment, party, author, at) VALUES (?, ?, ?, ?)",
            [assessment.id, party.value, author, _moment(at)],
        )

    def agree(
        self, assessment: Assessment, competence: str, agreed: Agreed, author: int, at: datetime
    ) -> None:
        """Store what the two came to, as the next version of what stands there."""
        row = {
            "assessment": assessment.id,
            "competence": competence,
            "level": agreed.level,
            "employee_reason": agreed.reasons.get(Party.EMPLOYEE, ""),
            "manager_reason": agreed.reasons.get(Party.MANAGER, ""),
            "author": author,
            "changed": _moment(at),
            "version": agreed.version + 1,
        }
        self._store.upsert("agreed", ["assessment", "competence"], row)

    def take_back(self, assessment: Assessment, competence: str) -> None:
        """Delete what the two came to about one competence."""
        self._store.db.execute(
            "DELETE FROM main.agreed WHERE assessment = ? AND competence = ?", [assessment.id, competence]
        )

    def _without_ratings(self, rows: list[dict[str, Any]]) -> tuple[Assessment, ...]:
        """Put the parts together with one query a table; of the ratings only how many there are."""
        ids = [row["id"] for row in rows]
        counts = "assessment, party, count(*) AS rated, min(on_paper) AS on_paper"
        rated = self._of(ids, f"SELECT {counts} FROM rating WHERE assessment IN ({{ids}}) GROUP BY 1, 2")
        submitted = self._of(ids, "SELECT assessment, party FROM submitted WHERE assessment IN ({ids})")
        agreed = self._of(ids, "SELECT * FROM agreed WHERE assessment IN ({ids})")
        with self._store.understood():
            return tuple(
                _assessment(row, rated[row["id"]], submitted[row["id"]], agreed[row["id"]]) for row in rows
            )

    def _with_ratings(
        self, assessments: Sequence[Assessment], sides: Collection[Party]
    ) -> tuple[Assessment, ...]:
        wanted = ", ".join(f"'{side.value}'" for side in sides)
        found = self._of(
            [assessment.id for assessment in assessments],
            "SELECT assessment, party, competence, level FROM rating"
            f" WHERE assessment IN ({{ids}}) AND party IN ({wanted})",
        )
        return tuple(
            replace(assessment, ratings=_ratings(found[assessment.id], sides)) for assessment in assessments
        )

    def _of(self, ids: Sequence[int], sql: str) -> dict[int, list[dict[str, Any]]]:
        """Return the rows of a query by assessment."""
        found: dict[int, list[dict[str, Any]]] = {number: [] for number in ids}
        for row in self._store.rows(sql.format(ids=", ".join("?" * len(ids))), *ids):
            found[row["assessment"]].append(row)
        return found


def _assessment(
    row: Row, rated: Sequence[Row], submitted: Sequence[Row], agreed: Sequence[Row]
) -> Assessment:
    return Assessment(
        conversation=row["conversation"],
        profile=profile_from_json(row["body"]),
        rated=MappingProxyType({Party(part["party"]): part["rated"] for part in rated}),
        submitted=frozenset(Party(part["party"]) for part in submitted),
        on_paper=frozenset(Party(part["party"]) for part in rated if part["on_paper"]),
        agreed=MappingProxyType({part["competence"]: _agreed(part) for part in agreed}),
        day=datetime.fromisoformat(row["held"]).date() if row["held"] else None,
        id=row["id"],
        version=row["version"],
    )


def _ratings(rows: list[dict[str, Any]], sides: Collection[Party]) -> Mapping[Party, Mapping[str, int]]:
    return MappingProxyType(
        {
            side: MappingProxyType(
                {row["competence"]: row["level"] for row in rows if row["party"] == side.value}
            )
            for side in sides
        }
    )


def _agreed(row: Row) -> Agreed:
    reasons = {Party.EMPLOYEE: row["employee_reason"], Party.MANAGER: row["manager_reason"]}
    said = {party: reason for party, reason in reasons.items() if reason}
    return Agreed(row["level"], MappingProxyType(said), row["version"])


def _moment(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds")
