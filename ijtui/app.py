"""The application: modes, themes and what works everywhere; no use case in here."""

from __future__ import annotations

import gc
import os
from importlib import import_module
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from textual import events, work
from textual.binding import BindingType
from textual.geometry import Size

from ijtui import paths
from ijtui.clock import Clock, wall_clock
from ijtui.errors import IjtuiError
from ijtui.hosting import Hosting
from ijtui.screens import everywhere
from ijtui.screens.command import Command
from ijtui.screens.everywhere import AREAS, EVERYWHERE
from ijtui.screens.place import Place
from ijtui.screens.today import TodayScreen
from ijtui.terminal.attended_app import AttendedApp
from ijtui.words import _, explain, language, speak

if TYPE_CHECKING:
    from ijtui.domain.account import Door
    from ijtui.screens.saving import Mark
    from ijtui.screens.session import Session
    from ijtui.services.desk import Desk
    from ijtui.settings import Settings

_LATER = 2.0
"""Seconds after which the day's backup is made: not while the first screens come up."""

PATIENCE = 0.2
"""Seconds a save waits for another session; longer would be felt as a frozen screen."""


_BINDINGS: list[BindingType] = [found for command in (*EVERYWHERE, *AREAS) for found in command.bindings()]


class IjtuiApp(AttendedApp[int]):
    """One person at one file.

    Args:
        database: the file.
        chosen: how the person wants it.
        clock: what time it is.
        door: how somebody came in to a shared file; None for one's own.
        hosting: how the shared server is run.
    """

    TITLE = "ijtui"
    ENABLE_COMMAND_PALETTE = False  # ours speaks the person's language and costs half the bytes
    CSS_PATH = paths.style("app")
    MODES = {"today": TodayScreen, **everywhere.MODES}
    DEFAULT_MODE = "today"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]
    BINDINGS = _BINDINGS
    everywhere: tuple[Command, ...] = (*EVERYWHERE[:-1], *AREAS, EVERYWHERE[-1])

    def __init__(
        self,
        database: Path,
        chosen: Settings,
        clock: Clock = wall_clock,
        door: Door | None = None,
        hosting: Hosting | None = None,
    ) -> None:
        super().__init__()
        self.database = database
        self.clock = clock
        self.door = door
        self.hosting = hosting or Hosting()
        self.may_suspend = door is None
        self.desk: Desk | None = None
        self.session: Session | None = None
        self.refusal: IjtuiError | None = None
        self._told: IjtuiError | None = None
        self.ready = False
        self._dress(chosen)

    # From the first frame to an open file

    def on_mount(self) -> None:
        """Paint first; what opening the file needs is imported while the first frame waits for its turn."""
        Thread(target=import_module, args=["ijtui.services.today"], daemon=True).start()
        self.call_after_refresh(self._open)

    def _open(self) -> None:
        from ijtui.services.desk import open_desk

        try:
            self.desk = open_desk(self.database, patience=PATIENCE, clock=self.clock, door=self.door)
            self.begin()
        except IjtuiError as error:
            self.refusal = error
            self.exit(1, return_code=1)
            return
        gc.enable()
        gc.freeze()  # nothing made until here goes away: the collector need not look at it at every key

    def begin(self) -> None:
        """Show the person's day, or ask who they are.

        Raises:
            StorageFailed: the file can't be read.
        """
        from ijtui.screens.saving import Saving
        from ijtui.screens.session import Session
        from ijtui.screens.watch import Watch

        if self.desk is None:
            return
        self.ready = True
        owner = self.desk.people.me()
        if owner is None:
            from ijtui.screens.first_run import FirstRunScreen

            self.push_screen(FirstRunScreen(self.desk, self.chosen), lambda _done: self.begin())
            self._mind_size(self.size)
            return
        saving = Saving(self.desk.clock, self.set_timer, self.show_mark)
        self.session = Session(self.desk, *owner, saving, self.chosen)
        self._reload()
        Watch(self.session, self).begin()
        if self.session.shared:
            self.watch_for_silence(self.hosting)
        else:
            self.set_timer(_LATER, self._back_up)

    def _reload(self) -> None:
        if isinstance(self.screen, Place):
            self.screen.reload()

    @work(thread=True, exit_on_error=False)
    def _back_up(self) -> None:
        """Make the day's backup on a connection of its own, so that no key waits for it."""
        from ijtui.services.backup import make_daily_apart

        try:
            make_daily_apart(self.database, self.clock)
        except IjtuiError as error:
            self.call_from_thread(self.hint, explain(error))

    # Nothing typed is lost

    def rescue(self) -> bool:
        """Save everything on screen now, and return whether all of it is on disk."""
        return self.session is None or self.session.saving.rescue()

    def kept_in(self) -> str:
        """Return where the text lies."""
        return str(self.database)

    def show_mark(self, mark: Mark) -> None:
        """Show on every screen whether everything is saved, and say once in full why it isn't."""
        if mark.failure is not None and mark.failure is not self._told:
            self.hint(explain(mark.failure))
        self._told = mark.failure
        for screen in self.screen_stack:
            if isinstance(screen, Place) and screen.is_attached:
                screen.show_mark(mark)

    def hide(self) -> None:
        """Save, and hide what is on screen until esc."""
        from ijtui.screens.blank import hide

        self.rescue()
        hide(self)

    def on_app_blur(self) -> None:
        """Save when the person looks away."""
        self.rescue()

    # Commands that work everywhere

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Until it is known who asks, little can be done."""
        if self.session is None and action in ("show", "go", "save"):
            return (action, *parameters) in everywhere.WITHOUT_SESSION
        if everywhere.is_out_of_reach(action, parameters, self.screen_stack, shared=self.door is not None):
            return False
        return super().check_action(action, parameters)

    def action_go(self, mode: str) -> None:
        """Go to a main area."""
        self.rescue()
        self.switch_mode(mode)

    def action_show(self, what: str) -> None:
        """Open a screen that can be opened from every place."""
        if isinstance(self.screen, Place):
            self.rescue()
            everywhere.show(self.screen, what)

    def action_save(self) -> None:
        """Save now and answer visibly."""
        if self.session is None:
            return
        saved, mark = self.session.saving.flush(), self.session.saving.mark
        self.hint(explain(mark.failure) if mark.failure and not saved else _("Everything is saved."))

    async def action_quit(self) -> None:
        """Quit at once when everything is saved; otherwise say what isn't, and ask."""
        if self.rescue():
            self.exit(0)
            return
        from ijtui.screens.dialogs.unsaved import UnsavedScreen

        if self.session is not None and not isinstance(self.screen, UnsavedScreen):
            self.push_screen(UnsavedScreen(self.session.saving.mark))

    def on_resize(self, event: events.Resize) -> None:
        """Mind the new size."""
        self._mind_size(event.size)

    def _mind_size(self, size: Size) -> None:
        from ijtui.screens.too_small import mind

        mind(self, size)

    # How the person wants it

    async def use(self, chosen: Settings) -> None:
        """Take new settings into use; every open screen is said and drawn again where it has to be.

        What is typed and can't be saved stays as it is, and the new language waits for the next start.
        """
        redraw = chosen.ascii != self.chosen.ascii
        self._dress(chosen)
        if self.session is not None:
            self.session.settings = chosen
        spoken = chosen.spoken_language(os.environ)
        if (spoken != language() or redraw) and self.rescue():
            speak(spoken)
            for stack in self._screen_stacks.values():
                for screen in stack:
                    if isinstance(screen, Place) and screen.is_attached:
                        await screen.speak_again()

    def _dress(self, chosen: Settings) -> None:
        self.chosen = chosen
        self.dress(chosen.theme, plain=chosen.ascii)
        self.set_keymap(dict(chosen.keys))
