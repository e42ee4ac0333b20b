"""A place where an entry of the journal is written: what its keys do, wherever it is shown."""

from __future__ import annotations

from typing import Any, ClassVar

from ijtui import paths
from ijtui.domain.goal import Goal
from ijtui.errors import IjtuiError, NotFound
from ijtui.screens.entry_home import EntryHome
from ijtui.screens.entry_lines import about, seen_by
from ijtui.screens.pens import PensPlace
from ijtui.screens.saving import Mark
from ijtui.screens.writing import Pen
from ijtui.widgets.entry import EntryView
from ijtui.words import _

_ON_MINE = frozenset({"seen", "goal", "file", "outside"})
_IN_TEXT = frozenset({"tick", "find", "versions"})


class EntryPlace(PensPlace):
    """Shows one entry, and lets its writer write in it."""

    CSS_PATH: ClassVar = [paths.style("lines"), paths.style("editor"), paths.style("journal")]
    home: EntryHome | None = None
    """Where what is shown lies; None while nothing is."""

    def entry_view(self) -> EntryView:
        """Return a new, empty widget for an entry, its hints in the language of the moment."""
        self.put_down()
        return EntryView(
            _("Write here; it is saved as you type."),
            _("Find; enter next, up previous"),
            _("nowhere"),
            _("The rest is not shown here; the text holds all of it."),
        )

    @property
    def view(self) -> EntryView:
        """The widget that shows the entry."""
        return self.query_one(EntryView)

    # Which one is shown

    def take_up(self, home: EntryHome, text: str | None = None) -> None:
        """Show an entry, and write in it from now on if it is one's own.

        Args:
            home: where it lies.
            text: what to show of one that is not stored; None for the entry's own.
        """
        self.put_down()
        self.home = home
        editor = self.view.editor
        editor.read_only = not home.is_mine
        editor.load(home.entry.body if text is None else text)
        if home.is_mine:
            self.pens = {editor: Pen(self, editor, home)}
        self.tell()

    def put_down(self) -> None:
        """Write no more in what is shown; all of it has been saved before."""
        for pen in self.pens.values():
            pen.put_down()
        self.pens = {}
        self.home = None

    def tell(self) -> None:
        """Say anew who sees it and what it is about."""
        if self.home is not None:
            entry, editor = self.home.entry, self.view.editor
            self.view.say(seen_by(entry, self.session), about(entry, editor.text, self._goal()))
        self.refresh_bindings()

    def _goal(self) -> Goal | None:
        """Return what the entry points at, if one may see it and it is still there."""
        number = self.home.entry.goal if self.home else None
        try:
            return self.session.desk.goals.get(self.session.me, number) if number else None
        except NotFound:
            return None

    def show_mark(self, mark: Mark) -> None:
        """Say anew what the entry is about whenever something was saved."""
        super().show_mark(mark)
        if not mark.waiting and self.is_attached and self.query(EntryView):
            self.tell()

    # What its keys do

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only the writer changes an entry; some things need the cursor in the text."""
        if action in _ON_MINE | _IN_TEXT | {"preview"}:
            if self.home is None or not self.is_attached:
                return False
            if action == "preview":
                return True
            allowed = action != "outside" or getattr(self.app, "may_suspend", False)
            in_text = action not in _IN_TEXT or self.focused is self.view.editor
            return allowed and in_text and (self.home.is_mine or action == "find")
        return super().check_action(action, parameters)

    def action_preview(self) -> None:
        """See the entry as it reads, or write again."""
        self.view.preview(not self.view.is_previewed, plain=self.house.chosen.ascii)
        self.refresh_bindings()

    def action_tick(self) -> None:
        """Tick the box of the line where the cursor is, or make one."""
        self.view.editor.tick()

    def action_find(self) -> None:
        """Open the row to find words with."""
        self.view.search()

    def action_seen(self) -> None:
        """Ask who else may see the entry; or let nobody else see it any more."""
        from ijtui.screens.entry_filing import change_seen

        change_seen(self)

    def action_goal(self) -> None:
        """Choose the goal that the entry points at."""
        from ijtui.screens.entry_filing import choose_goal

        choose_goal(self)

    def action_file(self) -> None:
        """Change the day, and whom the entry is about."""
        from ijtui.screens.dialogs.entry import EntryForm

        if self.home is not None and self.all_saved():
            self.app.push_screen(EntryForm(self.home), lambda _filed: self.tell())

    def action_outside(self) -> None:
        """Go on writing in one's own editor."""
        from ijtui.screens.outside import write_outside

        write_outside(self, self.view.editor)

    def file(self, **changes: Any) -> bool:
        """Change what the entry is filed under; say why where it can't be, and return whether it was."""
        if self.home is None:
            return False
        try:
            self.home.file(**changes)
        except IjtuiError as error:
            self.home.read()
            self.refuse(error)
            return False
        finally:
            self.tell()
        return True

    def step_back(self) -> bool:
        """Close the preview or the search, and return whether one was open."""
        if self.view.is_searched:
            self.view.close_search()
        elif self.view.is_previewed:
            self.action_preview()
        else:
            return False
        return True
