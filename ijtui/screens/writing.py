"""Writing a text: which one, on top of which version, and what if another session came first."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from ijtui.clean import clean
from ijtui.domain.text import Revision, Text, TextKey, Written
from ijtui.errors import Conflict
from ijtui.screens.command import Command
from ijtui.widgets.editor import Editor
from ijtui.words import N_

if TYPE_CHECKING:
    from ijtui.screens.place import Place
    from ijtui.screens.session import Session

TEMPLATE = Command(
    "text.template", "ctrl+t", "template", N_("Insert a template at the cursor"), N_("template")
)
VERSIONS = Command("text.versions", "ctrl+r", "versions", N_("Earlier versions of this text"), N_("earlier"))


class Home(Protocol):
    """Where one text is read from and saved to."""

    @property
    def name(self) -> str:
        """What tells it from every other unsaved thing."""
        ...

    def read(self) -> Written:
        """Return it as it stands now."""
        ...

    def save(self, body: str, base: Written, *, force: bool) -> Written:
        """Store a body that was typed on top of `base`; `force` where the writer has decided."""
        ...

    def versions(self) -> tuple[Revision, ...]:
        """Return its earlier versions, newest first."""
        ...


class TextHome:
    """A text of a conversation.

    Args:
        session: who writes.
        key: which text.
        on_paper: written for the other, who brought it on paper.
    """

    def __init__(self, session: Session, key: TextKey, *, on_paper: bool = False) -> None:
        self._session = session
        self._key = key
        self._on_paper = on_paper

    @property
    def name(self) -> str:
        """What tells it from every other unsaved thing."""
        key = self._key
        return f"text:{key.conversation}:{key.question}:{key.kind}:{key.party or ''}"

    def read(self) -> Text:
        """Return it as it stands now."""
        return self._session.desk.texts.read(self._session.me, self._key)

    def save(self, body: str, base: Written, *, force: bool) -> Text:
        """Store a body that was typed on top of `base`."""
        texts, me = self._session.desk.texts, self._session.me
        return texts.save(me, self._key, body, base.version, on_paper=self._on_paper, force=force)

    def versions(self) -> tuple[Revision, ...]:
        """Return its earlier versions, newest first."""
        return self._session.desk.texts.versions(self._session.me, self._key)


class Pen:
    """One editor's hold of one text.

    Args:
        place: the screen where it is written.
        editor: what is typed into.
        home: where the text lies.
    """

    def __init__(self, place: Place[Any], editor: Editor, home: Home) -> None:
        self.editor = editor
        self.home = home
        self.text: Written = home.read()
        self._place = place
        self._session = place.session
        self._clash: Conflict | None = None
        self._decided = False
        self._session.saving.watch(self)

    @property
    def written(self) -> str:
        """What stands in the editor, as it would be stored."""
        return clean(self.editor.text)

    def touch(self) -> None:
        """Say that something was typed; it is saved within a second."""
        self._session.saving.touch(self.home.name, self._save)

    def gather(self) -> None:
        """Save what stands here though nobody has told of it: a signal may come between key and message."""
        if self.written != self.text.body:
            self.touch()

    def put_down(self) -> None:
        """Write nothing with it any more: the editor is about to show another text."""
        self._session.saving.unwatch(self)
        self._session.saving.forget(self.home.name)

    def adopt_newer(self) -> None:
        """Show what another session wrote, unless something unsaved stands here."""
        stored = self.home.read()
        if stored.version != self.text.version and self.written == self.text.body:
            self.text = stored
            if stored.body != self.written:
                self.editor.adopt(stored.body)

    def restore(self, body: str | None) -> None:
        """Put an earlier version back, as one step that can be undone; None changes nothing."""
        if body is not None and body != self.written and self.editor.may_be_changed():
            self.editor.replace_text(body)
        self.editor.focus()

    def _save(self) -> None:
        """Store what stands in the editor; where another came first both are kept and the writer is asked.

        Raises:
            Conflict: the writer has not decided yet.
            IjtuiError: it can't be stored now.
        """
        if self._clash is not None:
            raise self._clash
        body = self.written
        if body != self.text.body:
            try:
                self.text = self.home.save(body, self.text, force=self._decided)
            except Conflict as clash:
                self._ask(clash, body)
                raise
        self._decided = False

    def _ask(self, clash: Conflict, mine: str) -> None:
        """Ask once whatever is going on is done: the place may be on its way out."""
        from ijtui.screens.dialogs.conflict import ConflictScreen

        theirs: Any = clash.theirs
        if theirs is None:
            return
        self._clash = clash
        app, answer = self._place.app, partial(self._decide, theirs)
        app.call_later(lambda: app.push_screen(ConflictScreen(theirs.body, mine), answer))

    def _decide(self, theirs: Written, chosen: str | None) -> None:
        """Go on from their version with the text that was chosen; None keeps one's own."""
        self._clash, self._decided = None, True
        self.text = theirs
        if chosen is not None and chosen != self.written:
            self.editor.replace_text(chosen)
        self.touch()
        self._session.saving.flush()
