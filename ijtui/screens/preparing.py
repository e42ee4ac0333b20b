"""One conversation while it is prepared: what the screen holds between two looks at the file."""

from __future__ import annotations

from collections.abc import Mapping

from ijtui.domain.access import may_speak_for
from ijtui.domain.agenda import Question
from ijtui.domain.assessment import Assessment
from ijtui.domain.conversation import Party
from ijtui.domain.feedback import Feedback
from ijtui.domain.text import Text, TextKey, TextKind
from ijtui.domain.today import Prepared
from ijtui.screens.session import Session
from ijtui.screens.table_sides import TableSides
from ijtui.widgets.sheet import Passage
from ijtui.words import _


class Preparing(TableSides):
    """What one party may know of a conversation before it is held.

    Args:
        session: who is there.
        conversation: its number.
    """

    def __init__(self, session: Session, conversation: int) -> None:
        super().__init__(session)
        self._number = conversation
        self.writer: Party | None = None
        """For whom one writes; None means oneself."""
        self.refresh()
        desk, me = session.desk, session.me
        self.previous = desk.conversations.previous(me, self.conversation)
        if self.previous is not None:
            self._notes_before = desk.texts.shared_notes(me, self.previous)
            self._answers_before = desk.texts.preparations(me, self.previous)

    def refresh(self) -> None:
        """Read everything as it stands now.

        Raises:
            NotFound: it is not the person's conversation.
        """
        desk, me = self._session.desk, self._session.me
        self.conversation = desk.conversations.get(me, self._number)
        self.texts: Mapping[TextKey, Text] = desk.texts.readable(me, self.conversation)
        self.assessment: Assessment | None = desk.competences.of(me, self.conversation)
        self.feedback: tuple[Feedback, ...] = desk.feedback.of(me, self.conversation)
        self.prepared: Mapping[Party, Prepared] = desk.today.prepared(me, [self.conversation])[0].prepared

    # Who

    @property
    def party(self) -> Party:
        """Whose preparation is written."""
        return self.writer or self.mine

    @property
    def on_paper(self) -> bool:
        """Whether one writes what the other brought on paper."""
        return self.party is not self.mine

    @property
    def may_write_for_other(self) -> bool:
        """Whether the other could still bring something on paper: one with a login writes it themself."""
        return self.mine.other not in self.conversation.opened and may_speak_for(self.other)

    # What is written

    def key(self, question: str) -> TextKey:
        """Return which text holds the answer that is written here."""
        return self._key(question, self.party)

    def _key(self, question: str, party: Party) -> TextKey:
        return TextKey(self._number, question, TextKind.PREPARATION, party)

    def answer(self, question: str, party: Party | None = None) -> Text:
        """Return an answer as far as one may read it; empty where there is none."""
        key = self._key(question, party or self.party)
        return self.texts.get(key, Text(key))

    def theirs(self, question: str) -> Passage | None:
        """Return what the other prepared on a question, if there is something and one may read it."""
        if self.on_paper:
            return None
        text = self.answer(question, self.mine.other)
        if not text.body.strip():
            return None
        name = self.other.first_name
        return Passage(_("{name}, paper", name=name) if text.on_paper else name, text.body)

    def all_of_theirs(self) -> str:
        """Return everything that one may read of the other's preparation, as one text to read."""
        passages = ((question, self.theirs(question.id)) for question in self.conversation.agenda.questions())
        return "\n\n".join(f"{question.title}\n{said.body}" for question, said in passages if said)

    # What was said last time

    def last_time(self, question: Question) -> Passage | None:
        """Return what stands on the question in the previous conversation: shared notes, one's own answer."""
        if self.previous is None:
            return None
        parts = [said.get(question.id, "") for said in (self._notes_before, self._answers_before[self.party])]
        said = "\n\n".join(part for part in parts if part)
        starts = self.previous.starts
        name = _("Last time, {date}", date=starts.date().isoformat()) if starts else _("Last time")
        return Passage(name, said) if said else None
