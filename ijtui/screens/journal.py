"""The journal: what one has written down during the year, and what others share (D-J)."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal

from ijtui.domain.journal import Entry
from ijtui.errors import IjtuiError, NotFound
from ijtui.screens.area import Area
from ijtui.screens.command import Command
from ijtui.screens.entry_commands import FILE, IN_AN_ENTRY
from ijtui.screens.entry_home import EntryHome
from ijtui.screens.entry_lines import entry_line
from ijtui.screens.entry_place import EntryPlace
from ijtui.screens.journal_filter import Only, choose
from ijtui.screens.journal_ways import new, open_at, reflect, write
from ijtui.screens.saving import Mark
from ijtui.widgets.fit import Column
from ijtui.widgets.lines import Line, Lines
from ijtui.words import N_, _

__all__ = ["JournalScreen", "open_at"]

_PAGE = 100
"""Entries fetched at a time."""

_AHEAD = 20
"""Lines from the end of the list at which more are fetched."""

_NONE = N_("Nothing is written yet. Press n to write the first entry.")
_NONE_SUCH = N_("There is no such entry. Esc shows all of them.")


class JournalScreen(EntryPlace, Area):
    """The entries, newest first, with the one that is marked beside them."""

    CAN: ClassVar = (
        Command("journal.open", "enter", "open", N_("Go to the text"), N_("write")),
        Command("journal.new", "n,ctrl+n", "new", N_("New entry"), N_("new entry")),
        Command("journal.reflect", "r", "reflect", N_("Reflect on the quarter"), N_("reflect")),
        Command("journal.filter", "f", "filter", N_("List only some of the entries"), N_("only some")),
        Command("journal.back", "escape", "back", N_("Back to the list, or to all entries"), N_("back")),
        *IN_AN_ENTRY,
        Command(FILE.id, "e", FILE.action, FILE.title),
        Command("journal.remove", "x", "remove", N_("Remove the entry for good")),
    )
    ABOUT = N_(
        "What you have written down during the year, newest first, and what others share with you. Only you "
        "see your entries, unless you share one. Words with # before them are tags."
    )
    MODE = "journal"

    def __init__(self) -> None:
        super().__init__()
        self.pens = {}
        self._entries: list[Entry] = []
        self._lines: list[Line] = []
        self._only = Only()
        self._complete = False

    def heading(self) -> str:
        """Return where one is, and which entries are listed."""
        return _("Journal · {what}", what=self._only.said) if self._only.said else _("Journal")

    def content(self) -> ComposeResult:
        """Put the list beside the marked entry."""
        with Horizontal(id="journal"):
            yield Lines(Column(10), Column(), id="entries")
            yield self.entry_view()

    @property
    def _list(self) -> Lines:
        return self.query_one("#entries", Lines)

    # The list

    def load(self) -> None:
        """Fetch as many entries as were shown, and stay at the marked one."""
        self._fetch(max(_PAGE, len(self._entries)))
        self._show()

    async def begin(self) -> None:
        """Begin in the list."""
        if self.focused is None:
            self._list.focus()

    def _fetch(self, limit: int, before: Entry | None = None) -> None:
        """Fetch entries; those before one are added to what is there."""
        session = self.session
        found = session.desk.journal.entries(session.me, **self._only.wanted, limit=limit, before=before)
        today = session.desk.clock().date()
        self._complete = len(found) < limit
        self._entries = [*(self._entries if before else ()), *found]
        self._lines = [*(self._lines if before else ()), *(entry_line(e, session, today) for e in found)]

    def _show(self, at: int | None = None) -> None:
        """Show what was fetched, and the marked entry beside it."""
        none = Line((_(_NONE_SUCH if self._only.said else _NONE),), look="muted")
        self._list.show(self._lines or [none], at=None if at is None else f"entry:{at}")
        self.query_one("#journal").set_class(not self._lines, "-none")
        self._show_marked()

    @on(Lines.Moved, "#entries")
    def _show_marked(self) -> None:
        """Show the marked entry, once what stands in the one before is saved; fetch more near the end.

        While one writes the entry stays, also where another session has taken it out of the list.
        """
        at = self._list.at
        if not self._complete and at > len(self._lines) - _AHEAD:
            self._fetch(_PAGE, self._entries[-1])
            self._list.show(self._lines)
        marked = self._entries[at] if 0 <= at < len(self._entries) else None
        if self.home is not None and (self._is_writing or (marked and self.home.entry.id == marked.id)):
            self.adopt_newer()
            self.tell()
        elif self.home is None or self._is_left():
            self._take_up(marked)

    @property
    def _is_writing(self) -> bool:
        return self.focused is not None and self.focused is not self._list

    def _take_up(self, marked: Entry | None) -> None:
        session = self.session
        try:
            if marked is not None:
                self.take_up(EntryHome(session, session.desk.journal.get(session.me, marked.id)))
        except NotFound as error:
            self.refuse(error)
        self.refresh_bindings()

    def _is_left(self) -> bool:
        """Save the entry that is shown and let go of it; where that can't be done, stay at it."""
        home = self.home
        if home is None or self.all_saved():
            self.put_down()
            if home is not None:
                home.leave()
            return True
        self._list.show(self._lines, at=f"entry:{home.entry.id}")
        return False

    def show_mark(self, mark: Mark) -> None:
        """Show in the list how an entry begins that was just saved."""
        super().show_mark(mark)
        home = self.home
        if home is None or mark.waiting or not self.is_attached:
            return
        for index, entry in enumerate(self._entries):
            if entry.id == home.entry.id and entry.version != home.entry.version:
                self._entries[index] = home.entry
                today = self.session.desk.clock().date()
                self._lines[index] = entry_line(home.entry, self.session, today)
                self._list.show(self._lines)

    # What the keys of the list do

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Some things are for the list, some for the text; back leads somewhere or isn't offered."""
        if action in ("open", "remove", "file") and (not self.is_attached or self.focused is not self._list):
            return False
        if action in ("open", "remove") and self.home is None:
            return False
        if action == "remove":
            return self.home is not None and self.home.is_mine
        if action == "back":
            return self.is_attached and (self.focused is not self._list or bool(self._only.said))
        return super().check_action(action, parameters)

    @on(Lines.Chosen, "#entries")
    def action_open(self) -> None:
        """Go to the text, at its end."""
        editor = self.view.editor
        if self.view.is_previewed:
            self.view.preview(shown=False)
        if not editor.read_only:
            editor.move_cursor(editor.document.end)
        editor.focus()

    def action_back(self) -> None:
        """Close the preview or the search; go back to the list; list all entries again."""
        if self.step_back():
            return
        if self._is_writing:
            self.set_focus(self._list)
            self._show_marked()
        else:
            self._list_only(Only())

    def action_new(self) -> None:
        """Write a new entry."""
        write(self, new(self.session), then=self._mark)

    def action_reflect(self) -> None:
        """Write the quarter's reflection, or go on with it."""
        reflect(self, then=self._mark)

    def _mark(self, entry: Entry) -> None:
        """Mark what was written once one comes back."""
        if entry.id:
            self._only = Only()
            self._fetch(max(_PAGE, len(self._entries)))
            self._show(at=entry.id)

    def action_filter(self) -> None:
        """Choose which entries are listed."""
        choose(self, self._list_only)

    def _list_only(self, only: Only) -> None:
        if self._is_left():
            self._only, self._entries = only, []
            self.reload()

    def action_remove(self) -> None:
        """Remove the marked entry, after asking."""
        from ijtui.screens.dialogs.confirm import ConfirmScreen

        question = _("Remove this entry and its earlier versions for good?")
        answers = (_("remove it"), _("keep it"))
        self.app.push_screen(ConfirmScreen(question, *answers), self._remove)

    def _remove(self, sure: bool | None) -> None:
        home = self.home
        if not sure or home is None:
            return
        self.put_down()
        try:
            self.session.desk.journal.remove(self.session.me, home.entry.id)
        except IjtuiError as error:
            self.refuse(error)
        self.reload()
