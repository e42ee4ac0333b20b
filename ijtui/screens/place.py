"""What every screen is: a title row, a body, a row of keys, and commands declared once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import Any, ClassVar

from textual import on
from textual.actions import parse
from textual.app import ComposeResult
from textual.keys import key_to_character
from textual.screen import ScreenResultType

from ijtui.errors import IjtuiError
from ijtui.keys import NAMES
from ijtui.screens.command import Command, key_sign
from ijtui.screens.housed import Housed
from ijtui.screens.saving import Mark
from ijtui.widgets.compositor import RowCompositor
from ijtui.widgets.key_bar import Hint, KeyBar
from ijtui.widgets.title import Title
from ijtui.words import _, explain


class Place(Housed[ScreenResultType]):
    """A screen of ours.

    A subclass declares what one can do there in `CAN`, its help in `ABOUT`, and yields its
    body from `body`. Commands of the whole app come from the app itself.
    """

    AUTO_FOCUS = ""  # a place says itself where the cursor begins

    CAN: ClassVar[tuple[Command, ...]] = ()
    """What one can do here, the most important first."""

    ABOUT: ClassVar[str] = ""
    """Message id: what this place is for, in a few sentences, for the help screen."""

    ROAMS: ClassVar[bool] = False
    """Whether one may go to another area from here; a dialog is answered first, and a talk is left first."""

    JOTS: ClassVar[bool] = True
    """Whether one may write in the journal above it."""

    def __init_subclass__(cls, **options: Any) -> None:
        """Let the declared commands be the bindings."""
        cls.BINDINGS = [binding for command in cls.CAN for binding in command.bindings()]
        super().__init_subclass__(**options)

    def __init__(self, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(name, id, classes)
        self._compositor = RowCompositor()

    # What a subclass fills in

    def heading(self) -> str:
        """Return where one is, for the title row."""
        return "ijtui"

    def called(self) -> str:
        """Return what the place is called where one speaks of it."""
        return self.heading()

    def body(self) -> ComposeResult:
        """Yield the widgets between the title and the keys."""
        yield from ()

    def load(self) -> None:
        """Fetch what is shown and show it; called when the screen comes up and when things changed."""

    def concerns(self) -> int | None:
        """Return the id of the one whom a journal entry that is begun here is about, or None."""

    def aside(self) -> str:
        """Return what stands before the saved mark at the right of the title row."""
        return ""

    # Structure

    def compose(self) -> ComposeResult:
        """Put the title, the body and the keys below one another."""
        yield Title()
        yield from self.body()
        yield KeyBar()

    def on_mount(self) -> None:
        """Keep the row of keys in step with what can be done."""
        self.is_made = True
        self.bindings_updated_signal.subscribe(self, self._show_hints)

    def on_screen_resume(self) -> None:
        """Show the newest state whenever the screen comes up."""
        self.reload()

    def reload(self) -> None:
        """Fetch and show everything again, if there is a session to fetch it from."""
        if self.house.session is not None:
            self.feel()
            self.load()
            self.show_mark(self.session.saving.mark)
            if self.focused is None:
                self.call_after_refresh(self.begin)
        self._show_hints()

    async def begin(self) -> None:
        """Put the cursor where one starts; called when nothing has focus."""
        if self.is_current and self.focused is None:
            self.focus_next()

    async def speak_again(self) -> None:
        """Say everything on this screen in the language of the moment, and stay where one was."""
        from ijtui.screens.fields import fill, values_of  # the editor's module, which many places never need

        typed, at = values_of(self), self._index_of_focus()
        self.is_made = False
        await self.recompose()
        self.is_made = True
        fill(self, typed)
        self.reload()
        if at is not None and at < len(self.focus_chain):
            self.set_focus(self.focus_chain[at])

    def _index_of_focus(self) -> int | None:
        chain = self.focus_chain
        return chain.index(self.focused) if self.focused in chain else None

    # The title row

    def show_mark(self, mark: Mark) -> None:
        """Show at the right of the title whether everything is saved."""
        for title in self.query(Title):  # there is none while the screen is said in another language
            title.left = self.heading()
            title.warns = mark.failure is not None
            aside = "" if mark.failure else self.aside()  # why it isn't saved needs all the room there is
            title.right = "   ".join(part for part in (aside, mark_words(mark)) if part)

    def say(self, text: str) -> None:
        """Tell the person something in a sentence that goes away by itself."""
        self.notify(text, markup=False)

    def refuse(self, error: IjtuiError) -> None:
        """Tell the person why not."""
        self.notify(explain(error), markup=False, severity="warning", timeout=8)

    # Commands

    def commands(self) -> Iterator[Command]:
        """Yield what one can do here now, this place's own commands first; its keys come before the app's."""
        own = [command for command in self.CAN if self._is_possible(command)]
        taken = {key for command in self.CAN for key in self.keys_of(command)}
        yield from own
        for command in self.house.everywhere:
            keys = self.keys_of(command)
            if self._is_possible(command) and not (keys and taken.issuperset(keys)):
                yield command

    def _is_possible(self, command: Command) -> bool:
        namespace, action, parameters = parse(command.action)
        return (self.app if namespace else self).check_action(action, parameters) is True

    def keys_of(self, command: Command) -> list[str]:
        """Return the keys that run the command; empty for the palette alone.

        Settings may have moved it, or have given its key to another command beside it.
        """
        given = self.house.chosen.keys
        if command.id in given:
            return given[command.id].split(",")
        beside = self.CAN if command in self.CAN else self.house.everywhere
        taken = {key for other in beside if other.id in given for key in given[other.id].split(",")}
        return [key for key in command.keys.split(",") if key and key not in taken]

    def key_of(self, command: Command) -> str:
        """Return the key to show for the command, one that is not typed into the text one is in, or ""."""
        keys = self.keys_of(command)
        free = [key for key in keys if not self._is_typed(key)]
        return next((key_sign(key, plain=self.house.chosen.ascii) for key in (*free, *keys)), "")

    def _is_typed(self, key: str) -> bool:
        at = self.focused
        return at is not None and at.check_consume_key(key, NAMES.get(key) or key_to_character(key))

    def _show_hints(self, _screen: object = None) -> None:
        shown: Iterable[Command] = (command for command in self.commands() if self._is_hinted(command))
        bars = self.query(KeyBar)
        if bars:
            bars.first().hints = tuple(
                Hint(self.key_of(command), _(command.short), command.action) for command in shown
            )

    def _is_hinted(self, command: Command) -> bool:
        """Whether the command belongs in the row of keys: not while its key is a letter of the text."""
        keys = self.keys_of(command)
        return bool(command.short and keys) and not all(map(self._is_typed, keys))

    @on(KeyBar.Clicked)
    async def run_clicked(self, event: KeyBar.Clicked) -> None:
        """Run a command that was clicked in the row of keys."""
        await self.run_action(event.action)


def mark_words(mark: Mark) -> str:
    """Return the saved mark in words."""
    if mark.failure is not None:
        return _("NOT SAVED: {why}", why=_in_short(mark.failure))
    if mark.waiting:
        return _("saving …")
    return _("saved {time}", time=mark.saved.strftime("%H:%M:%S")) if mark.saved else ""


def _in_short(error: IjtuiError) -> str:
    """Return the beginning of an error's sentence, with names of files instead of paths, for a narrow row."""
    names = {
        name: value.name if isinstance(value, PurePath) else value for name, value in error.values.items()
    }
    return re.split(r"[.:;,] ", _(error.message, **names))[0].rstrip(".")
