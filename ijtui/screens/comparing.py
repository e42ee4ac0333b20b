"""Both ratings beside each other while they are on screen, in an order that stays while one talks."""

from __future__ import annotations

from collections.abc import Mapping

from ijtui.domain.assessment import Assessment, Row, Series
from ijtui.domain.goal import Goal
from ijtui.screens.assessing import Assessing
from ijtui.screens.competence_words import line_names, traces
from ijtui.screens.session import Session
from ijtui.widgets.spider.series import Trace


class Comparing(Assessing):
    """An assessment with the goals that were made of it and what was said last time.

    Args:
        session: who is there.
        conversation: its number.
    """

    def __init__(self, session: Session, conversation: int) -> None:
        self._order: dict[str, int] = {}
        super().__init__(session, conversation)
        self.before: Assessment | None = session.desk.competences.previous(self.me, self.conversation)

    def refresh(self) -> None:
        """Read everything as it stands now."""
        super().refresh()
        self.goals: Mapping[str, Goal] = {}
        if self.assessment is not None:
            goals = self._session.desk.goals.of(self.me, self.conversation)
            self.goals = {goal.competence: goal for goal in goals if goal.assessment == self.found.id}

    @property
    def rows(self) -> tuple[Row, ...]:
        """The competences by gap as it was at the first look, so that none moves away under the cursor."""
        rows = self.found.rows(self.before)
        if not self._order:
            self._order = {row.competence.id: place for place, row in enumerate(rows)}
        return tuple(sorted(rows, key=lambda row: self._order.get(row.competence.id, len(rows))))

    def names(self, *, before: bool) -> Mapping[Series, str]:
        """Return what each line and column is called.

        Args:
            before: with last time's, if there was one.
        """
        names = line_names(self.conversation, self.me, self.before)
        told = before and self.before is not None
        return {series: name for series, name in names.items() if told or series is not Series.BEFORE}

    def traces(self, *, before: bool) -> tuple[Trace, ...]:
        """Return the spider's lines."""
        return traces(self.found, self.names(before=before), self.before)

    def axis(self, competence: str) -> int:
        """Return the number of a competence's axis, or -1."""
        ids = [found.id for found in self.found.profile.competences]
        return ids.index(competence) if competence in ids else -1
