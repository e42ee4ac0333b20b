"""Writing a text of a conversation: which one, on top of which version, and what if another came first."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from ijtui.domain.text import Text, TextKey
from ijtui.errors import Conflict
from ijtui.screens.command import Command
from ijtui.widgets.editor import Editor
from ijtui.words import N_

if TYPE_CHECKING:
    from ijtui.screens.place import Place

TEMPLATE = Command(
    "text.template", "ctrl+t", "template", N_("Insert a template at the cursor"), N_("template")
)
VERSIONS = Command("text.versions", "ctrl+r", "versions", N_("Earlier versions of this text"), N_("earlier"))


class Pen:
    """One editor's hold of one text.

    Args:
        place: the screen where it is written.
        editor: what is typed into.
        text: the text as it was read.
        on_paper: written for the other, who brought it on paper.
    """

    def __init__(self, place: Place[Any], editor: Editor, text: Text, *, on_paper: bool = False) -> None:
        self.editor = editor
        self.text = text
        self._place = place
        self._on_paper = on_paper
        self._asking = False

    @property
    def key(self) -> TextKey:
        """Which text it writes."""
        return self.text.key

    def touch(self) -> None:
        """Say that something was typed; it is saved within a second."""
        self._place.session.saving.touch(self._name, self._save)

    def adopt(self, stored: Text) -> None:
        """Show what another session wrote, unless something unsaved stands here."""
        if stored.version != self.text.version and self.editor.text == self.text.body:
            self.text = stored
            if stored.body != self.editor.text:
                self.editor.replace_text(stored.body)

    def restore(self, body: str | None) -> None:
        """Put an earlier version back, as one step that can be undone; None changes nothing."""
        if body is not None and body != self.editor.text:
            self.editor.replace_text(body)
        self.editor.focus()

    @property
    def _name(self) -> str:
        key = self.key
        return f"text:{key.conversation}:{key.question}:{key.kind}:{key.party or ''}"

    def _save(self) -> None:
        """Store what stands in the editor; where another came first both are kept and the writer is asked."""
        body = self.editor.text
        if self._asking or body == self.text.body:
            return
        session = self._place.session
        try:
            self.text = session.desk.texts.save(
                session.me, self.key, body, self.text.version, on_paper=self._on_paper
            )
        except Conflict as conflict:
            self._ask(conflict.theirs, body)

    def _ask(self, theirs: object, mine: str) -> None:
        from ijtui.screens.dialogs.conflict import ConflictScreen

        if not isinstance(theirs, Text):
            raise TypeError(theirs)
        self._asking = True
        answer = partial(self._decided, theirs)
        self._place.app.push_screen(ConflictScreen(theirs.body, mine), answer)

    def _decided(self, theirs: Text, chosen: str | None) -> None:
        """Go on from their version with the text that was chosen; None keeps one's own."""
        self._asking = False
        self.text = theirs
        if chosen is not None and chosen != self.editor.text:
            self.editor.replace_text(chosen)
        self.touch()
