"""Picking one of many: filter as you type, see what it is, choose. Palette, templates and people use it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from ijtui import paths
from ijtui.clean import clean_line
from ijtui.screens.command import Command
from ijtui.screens.place import Place
from ijtui.widgets.editor import Editor
from ijtui.widgets.fit import Column
from ijtui.widgets.line_editor import LineEditor
from ijtui.widgets.lines import Line, Lines
from ijtui.widgets.picked import Source
from ijtui.widgets.title import Title
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


_SCREENFUL = 1000
"""Stands for as many lines as are in sight."""


class Filter(LineEditor):
    """Where one types what one looks for; the arrow and page keys go through what was found."""

    @dataclass
    class Stepped(Message):
        """A key was pressed that goes up or down.

        Attributes:
            step: lines to go, up where negative.
        """

        step: int

        def through(self, lines: Lines) -> None:
            """Go that far through a list."""
            if abs(self.step) == _SCREENFUL:
                lines.action_page(self.step // _SCREENFUL)
            else:
                lines.move(self.step)

    def action_cursor_up(self, select: bool = False) -> None:
        """Go to the one above."""
        self.post_message(self.Stepped(-1))

    def action_cursor_down(self, select: bool = False) -> None:
        """Go to the one below."""
        self.post_message(self.Stepped(1))

    def action_cursor_page_up(self) -> None:
        """Go a screenful up."""
        self.post_message(self.Stepped(-_SCREENFUL))

    def action_cursor_page_down(self) -> None:
        """Go a screenful down."""
        self.post_message(self.Stepped(_SCREENFUL))


class Pick(Place[str | None]):
    """A filter, a list and a preview; closes with the key of what was picked, or None.

    Args:
        title: what is picked.
        options: all of them, in order.
        preview: whether there is room kept for previews.
        novel: what to say of a text that is none of them ("New person: {text}") and may be picked all the
            same, with the key `new:` and the text; "" where it may not.
        typed: what stands in the filter from the start.
        source: of further options, which come after those.
    """

    CAN: ClassVar[tuple[Command, ...]] = (
        Command("pick.choose", "enter", "choose", N_("Choose what is marked"), N_("choose")),
        Command("pick.leave", "escape", "leave", N_("Clear the filter, or close"), N_("close")),
    )
    ABOUT = N_("Type a few letters of what you look for, go to it with the arrow keys and press enter.")
    CSS_PATH: ClassVar = [paths.style("lines"), paths.style("editor"), paths.style("pick")]

    def __init__(
        self,
        title: str,
        options: Sequence[Option],
        *,
        preview: bool = False,
        novel: str = "",
        typed: str = "",
        source: Source | None = None,
    ) -> None:
        super().__init__()
        self._title = title
        self._options = tuple(options)
        self._preview = preview
        self._novel = novel
        self._typed = typed
        self._source = source

    def heading(self) -> str:
        """Return what is picked."""
        return self._title

    def body(self) -> ComposeResult:
        """Put the filter above the list, and the preview beside it."""
        yield Filter(self._typed, placeholder=_("Type to filter"), id="filter")
        beside = max((cell_len(option.beside) for option in self._options), default=0)
        with Horizontal():
            columns = (Column(), Column(beside, right=True)) if beside else (Column(),)
            options = Lines(*columns, id="options")
            options.can_focus = False
            yield options
            if self._preview:
                yield Static("", id="preview")

    def on_mount(self) -> None:
        """Show everything and start typing."""
        super().on_mount()
        self.query_one(Title).left = self.heading()
        self._filter(self._typed)
        field = self.query_one("#filter", Filter)
        field.move_cursor(field.document.end)
        field.focus()

    @on(Editor.Edited, "#filter")
    def narrow(self, event: Editor.Edited) -> None:
        """Show what fits what is typed."""
        self._filter(event.editor.text)

    def _filter(self, typed: str) -> None:
        fitting = self._fitting(typed)
        lines = [Line((item.title, item.beside), item.key) for item in fitting]
        name = clean_line(typed)
        if self._novel and name and name.casefold() not in (item.title.casefold() for item in fitting):
            lines.append(Line((self._novel.format(text=name), ""), f"new:{name}"))
        nothing = Line((self._nothing(name),), look="muted")
        self.query_one("#options", Lines).show(lines or [nothing], at=lines[0].key if lines else None)
        self._show_preview()

    def _fitting(self, typed: str) -> list[Option]:
        words = typed.casefold().split()
        listed = [item for item in self._options if all(word in item.title.casefold() for word in words)]
        known = {item.key for item in self._options}
        further = self._source.found(typed) if self._source else ()
        return [*listed, *(Option(key, title) for key, title in further if key not in known)]

    def _nothing(self, typed: str) -> str:
        if typed:
            return _("Nothing fits “{text}”.", text=typed)
        return _("The list is empty. Write what you want to add.") if self._novel else _("The list is empty.")

    @on(Lines.Moved, "#options")
    def _show_preview(self) -> None:
        if self._preview:
            key = self.query_one("#options", Lines).key
            text = next((item.preview for item in self._options if item.key == key), "")
            self.query_one("#preview", Static).update(Content(text))

    @on(Filter.Stepped)
    def move(self, event: Filter.Stepped) -> None:
        """Go to another thing without leaving the filter."""
        event.through(self.query_one("#options", Lines))

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
        field = self.query_one("#filter", Filter)
        if field.text:
            field.replace_text("")
        else:
            self.dismiss(None)
