"""Seeing it differently: how each of the two sees it, side by side, without a level in between (D-K1)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ijtui.domain.assessment import Agreed, Assessment
from ijtui.domain.competence import Competence
from ijtui.domain.conversation import Conversation, Party
from ijtui.domain.visibility import Visibility
from ijtui.screens.dialogs.form import Form
from ijtui.screens.saying import name_of
from ijtui.screens.sight import Told, who_sees_this
from ijtui.widgets.field import Spec
from ijtui.words import N_, _


class DifferForm(Form[Assessment]):
    """Asks both for their reason.

    Args:
        conversation: where they talk.
        competence: what they see differently.
        before: what they came to so far, or None.
    """

    ABOUT = N_(
        "Where you don't come to the same level you need not: write down how each of you sees it. It stands "
        "in the minutes like that, and nobody has to give in."
    )

    def __init__(self, conversation: Conversation, competence: Competence, before: Agreed | None) -> None:
        super().__init__(f"spider:{conversation.id}:differ:{competence.id}")
        self._conversation = conversation
        self._competence = competence
        self._said = before or Agreed(None)

    def heading(self) -> str:
        """Return which competence."""
        return _("You see it differently · {competence}", competence=self._competence.title)

    def note(self) -> str:
        """Say who sees it."""
        return who_sees_this(Visibility.TWO, Told.MINUTES)

    def fields(self) -> Iterable[Spec]:
        """Ask each of the two."""
        for party in Party:
            name = name_of(self._conversation.person(party), self.session.me)
            label = _("As seen by {name}", name=name)
            yield Spec(party.value, label, "text", self._said.reasons.get(party, ""))

    def submit(self, values: Mapping[str, str]) -> Assessment:
        """Store both reasons."""
        reasons = {party: values[party.value] for party in Party}
        differ = self.session.desk.competences.differ
        return differ(
            self.session.me, self._conversation, self._competence.id, reasons, base=self._said.version
        )
