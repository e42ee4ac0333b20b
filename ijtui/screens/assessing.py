"""One conversation's assessment while it is on screen: what is held between two looks at the file."""

from __future__ import annotations

from collections.abc import Mapping

from ijtui.domain.access import may_speak_for
from ijtui.domain.assessment import Assessment
from ijtui.domain.conversation import Party
from ijtui.errors import NotFound
from ijtui.screens.session import Session
from ijtui.screens.table_sides import TableSides
from ijtui.words import N_

_NONE = N_("Choose a competence set for this conversation first.")


class Assessing(TableSides):
    """What one party may know of an assessment.

    Args:
        session: who is there.
        conversation: its number.

    Raises:
        NotFound: it is not the person's conversation.
    """

    def __init__(self, session: Session, conversation: int) -> None:
        super().__init__(session)
        self._number = conversation
        self.on_paper = False
        """Whether what the other brings on paper is shown instead of one's own."""
        self.refresh()

    def refresh(self) -> None:
        """Read everything as it stands now."""
        desk, me = self._session.desk, self._session.me
        self.conversation = desk.conversations.get(me, self._number)
        self.assessment: Assessment | None = desk.competences.of(me, self.conversation)
        if self.assessment is not None and self.mine.other in self.assessment.submitted:
            self.on_paper = False

    @property
    def party(self) -> Party:
        """Whose ratings are shown."""
        return self.mine.other if self.on_paper else self.mine

    @property
    def found(self) -> Assessment:
        """The assessment.

        Raises:
            NotFound: none is begun.
        """
        if self.assessment is None:
            raise NotFound(_NONE)
        return self.assessment

    @property
    def given(self) -> Mapping[str, int]:
        """The levels of the one whose ratings are shown, by competence."""
        return self.found.ratings.get(self.party, {})

    @property
    def is_open(self) -> bool:
        """Whether both have submitted."""
        return self.assessment is not None and self.assessment.is_open

    @property
    def may_rate(self) -> bool:
        """Whether a level can still be given."""
        return self.assessment is not None and self.party not in self.assessment.submitted

    @property
    def may_choose_set(self) -> bool:
        """Whether nobody has rated yet."""
        return self.assessment is None or not any(self.assessment.rated.values())

    @property
    def may_enter_paper(self) -> bool:
        """Whether the other's can be entered: one's own are fixed, the other has none and no login."""
        if self.assessment is None or self.mine not in self.assessment.submitted:
            return False
        if not may_speak_for(self.other):
            return False
        return self.mine.other not in self.assessment.submitted and not self.other_rates_here

    @property
    def other_rates_here(self) -> bool:
        """Whether the other has given levels at a terminal of their own."""
        theirs = self.mine.other
        return bool(self.found.rated.get(theirs)) and theirs not in self.found.on_paper

    def first_open(self) -> str | None:
        """Return the first competence without a level."""
        return next((one.id for one in self.found.profile.competences if one.id not in self.given), None)
