"""Picking one of many: filter as you type, see what it is, choose. Palette, templates and people use it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from ijtui import paths
from ijtui.screens.command import Command
from ijtui.screens.place import Place
from ijtui.widgets.editor import Editor
from ijtui.widgets.fit import Column
from ijtui.widgets.line_editor import LineEditor
from ijtui.widgets.lines import Line, Lines
from ijtui.words import N_, _


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to pick.

    Attributes:
        key: what is returned.
        title: what is listed and searched.
        beside: a short text at the right of it ("^n").
        preview: shown while it is marked, as it is.
    """

    key: str
    title: str
    beside: str = ""
    preview: str = ""


class Pick(Place[str | None]):
    """A filter, a list and a preview; closes with the key of what was picked, or None.

    Args:
        title: what is picked.
        options: all of them, in order.
        preview: whether there is room kept for previews.
    """

    CAN: ClassVar = (
        Command("pick.choose", "enter", "choose", N_("Choose what is marked"), N_("choose")),
        Command("pick.down", "down", "move(1)", N_("Next")),
        Command("pick.up", "up", "move(-1)", N_("Previous")),
        Command("pick.leave", "escape", "leave", N_("Clear the filter, or close"), N_("close")),
    )
    ABOUT = N_("Type a few letters of what you look for, go to it with the arrow keys and press enter.")
    CSS_PATH: ClassVar = [paths.style("lines"), paths.style("editor"), paths.style("pick")]

    def __init__(self, title: str, options: Sequence[Option], *, preview: bool = False) -> None:
        super().__init__()
        self._title = title
        self._options = tuple(options)
        self._preview = preview

    def heading(self) -> str:
        """Return what is picked."""
        return self._title

    def body(self) -> ComposeResult:
        """Put the filter above the list, and the preview beside it."""
        yield LineEditor(placeholder=_("Type to filter"), id="filter")
        with Horizontal(classes="rule"):
            yield Lines(Column(), Column(6, right=True), id="options")
            if self._preview:
                yield Static("", id="preview")

    def on_mount(self) -> None:
        """Show everything and start typing."""
        super().on_mount()
        self._filter("")
        self.query_one("#filter", LineEditor).focus()

    @on(Editor.Edited, "#filter")
    def narrow(self, event: Editor.Edited) -> None:
        """Show what fits what is typed."""
        self._filter(event.editor.text)

    def _filter(self, typed: str) -> None:
        words = typed.casefold().split()
        fitting = [item for item in self._options if all(word in item.title.casefold() for word in words)]
        lines = [Line((item.title, item.beside), item.key) for item in fitting]
        nothing = Line((_("Nothing fits “{text}”.", text=typed),), look="muted")
        self.query_one("#options", Lines).show(lines or [nothing], at=fitting[0].key if fitting else None)
        self._show_preview()

    @on(Lines.Moved, "#options")
    def _show_preview(self) -> None:
        if self._preview:
            key = self.query_one("#options", Lines).key
            text = next((item.preview for item in self._options if item.key == key), "")
            self.query_one("#preview", Static).update(Content(text))

    def action_move(self, step: int) -> None:
        """Go to the next thing without leaving the filter."""
        self.query_one("#options", Lines).action_move(step)

    @on(LineEditor.Submitted, "#filter")
    def action_choose(self) -> None:
        """Close with what is marked."""
        key = self.query_one("#options", Lines).key
        if key:
            self.dismiss(key)

    @on(Lines.Chosen, "#options")
    def choose_clicked(self, event: Lines.Chosen) -> None:
        """Close with what was clicked."""
        self.dismiss(event.key)

    def action_leave(self) -> None:
        """Clear the filter if there is one, else close."""
        field = self.query_one("#filter", LineEditor)
        if field.text:
            field.replace_text("")
        else:
            self.dismiss(None)
