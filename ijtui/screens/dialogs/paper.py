"""Giving a preparation out as a form that can be filled in anywhere (D-P2)."""

from __future__ import annotations

from ijtui.domain.conversation import Party
from ijtui.domain.paper import Paper
from ijtui.errors import IjtuiError
from ijtui.minutes.paper import file_name, markdown
from ijtui.screens.dialogs.file import FileForm
from ijtui.screens.session import Session
from ijtui.words import N_, _


class PaperForm(FileForm):
    """Writes the questions of a preparation as a form.

    Args:
        session: who gives it out.
        conversation: its number.

    Raises:
        IjtuiError: there is no form for either of the two.
    """

    ABOUT = N_(
        "Writes the questions to a Markdown file that can be filled in with any program, and below them what "
        "is written so far, as far as you may read it. When it comes back, ijtui prep import reads it and "
        "shows what it understood before it saves. Only you can read the new file."
    )

    def __init__(self, session: Session, conversation: int) -> None:
        self._papers = _papers(session, conversation)
        whose = {party.value: paper.writer.name for party, paper in self._papers.items()}
        super().__init__(f"paper:{conversation}", whose, next(iter(whose)))

    def heading(self) -> str:
        """Say what is written."""
        return _("The preparation as a form")

    def note(self) -> str:
        """Say what leaves."""
        return _("What the other keeps sealed stays here. To read the form back: ijtui prep import FILE")

    def asked(self) -> str:
        """Ask for whom it is."""
        return _("For whom")

    def usual_name(self, choice: str) -> str:
        """Return number and name."""
        return file_name(self._papers[Party(choice)])

    def text(self, choice: str) -> str:
        """Return the form."""
        return markdown(self._papers[Party(choice)])


def _papers(session: Session, conversation: int) -> dict[Party, Paper]:
    """Return the forms that can be given out, the other's first.

    Raises:
        IjtuiError: not even one's own.
    """
    papers, me = session.desk.papers, session.me
    own = papers.paper(me, conversation, _side(session, conversation))
    try:
        return {own.party.other: papers.paper(me, conversation), own.party: own}
    except IjtuiError:  # they have a login, or opened a preparation of their own
        return {own.party: own}


def _side(session: Session, conversation: int) -> Party:
    talk = session.desk.conversations.get(session.me, conversation)
    return talk.party_of(session.me) or Party.MANAGER
