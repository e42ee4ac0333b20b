"""The app's ground: saved on every way out, deaf to hostile text, silent about what is written."""

from __future__ import annotations

import asyncio
import sys
from abc import abstractmethod
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any

from rich.console import RenderableType
from textual import on
from textual.app import App, ReturnType
from textual.driver import Driver
from textual.filter import LineFilter

from ijtui.clean import clean_line
from ijtui.errors import IjtuiError, NotAllowed, StorageFailed
from ijtui.terminal.bytes_out import Harmless
from ijtui.terminal.crash import Report, farewell, report, report_rendered
from ijtui.terminal.driver import PatientDriver
from ijtui.terminal.environment import developing
from ijtui.terminal.hangup import Lifeline
from ijtui.words import N_, _, explain

_HINT_SECONDS = 15
_NOT_UTF8 = N_(
    "Your terminal does not send UTF-8, so letters such as å, ä and ö are guesses. Set its encoding to UTF-8."
)
_NOT_SAVED = N_("Something on screen is not saved yet, so the screen is not handed over.")
_NO_OTHER_PROGRAMS = N_("No other program can be started from this session.")


class SafeApp(App[ReturnType]):
    """A Textual app that may be trusted with other people's words.

    A subclass says how to save (`rescue`) and where the text lies (`kept_in`).
    """

    may_suspend = True
    """Whether other programs, such as an editor, may have the terminal; False in a shared session."""

    def __init__(self) -> None:
        super().__init__()
        self.lifeline = Lifeline()
        self._harmless = Harmless()
        self._report: Report | None = None
        self._saved = False

    @abstractmethod
    def rescue(self) -> bool:
        """Save everything on screen now, without awaiting anything; return whether all of it is on disk.

        Called before the terminal is lent to another program, when the process is told to go, when the
        terminal is gone, and after an error; perhaps more than once.
        """

    @abstractmethod
    def kept_in(self) -> str:
        """Return where the text lies, for the last words after an error; empty where none is open."""

    def hint(self, text: str) -> None:
        """Tell the person something that changes nothing; the text is shown as it is."""
        self.notify(text, markup=False, timeout=_HINT_SECONDS)

    # The terminal, from before the first paint to the end

    async def run_async(self, *, headless: bool = False, **options: Any) -> ReturnType | None:
        """Run the app, and with a terminal watch over it."""
        if headless or sys.__stdin__ is None:
            return await super().run_async(headless=headless, **options)
        loop = asyncio.get_running_loop()
        if not developing():
            loop.set_exception_handler(_say_nothing)
        with self.lifeline.installed(loop, self.rescue, self._leave, sys.__stdin__.fileno()):
            return await super().run_async(**options)

    def get_driver_class(self) -> type[Driver]:
        """Return the driver that does not wait for a lost terminal."""
        return PatientDriver

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return the filters every painted line goes through; the last one takes out its orders."""
        return [*super().get_line_filters(), self._harmless]

    def _leave(self, code: int) -> None:
        self.exit(return_code=code)

    def hear_foreign_bytes(self) -> None:
        """Say that the terminal doesn't speak UTF-8; called in the thread that reads the keyboard."""
        self.call_later(self._hint_at_encoding)

    def _hint_at_encoding(self) -> None:
        self.hint(_(_NOT_UTF8))

    # Other programs

    @contextmanager
    def suspend(self) -> Iterator[None]:
        """Lend the terminal to another program while the block runs; everything is saved first.

        Raises:
            NotAllowed: other programs may not be started here.
            StorageFailed: something on screen cannot be saved now.
        """
        self._make_ready_to_leave()
        with self.lifeline.deaf_to_interrupts(), super().suspend():
            yield

    def action_suspend_process(self) -> None:
        """Put the process to sleep until the shell wakes it, where there is such a shell."""
        try:
            self._make_ready_to_leave()
        except IjtuiError as error:
            self.hint(explain(error))
        else:
            super().action_suspend_process()

    def _make_ready_to_leave(self) -> None:
        if not self.may_suspend:
            raise NotAllowed(_NO_OTHER_PROGRAMS)
        if not self.rescue():
            raise StorageFailed(_NOT_SAVED)

    @on(Driver.SignalResume)
    def _repaint(self) -> None:
        self.refresh(layout=True)  # Textual wakes up to an empty screen

    def open_url(self, url: str, *, new_tab: bool = True) -> None:
        """Show the address and offer it to the terminal's clipboard; a browser would start on the server."""
        address = clean_line(url)
        self.copy_to_clipboard(address)
        self.hint(_("The address is {url} (copied, if your terminal allows it).", url=address))

    def deliver_text(self, *_file: Any, **_options: Any) -> None:
        """Write nothing: it would land among the server's downloads; export writes files."""

    def deliver_binary(self, *_file: Any, **_options: Any) -> None:
        """Write nothing, for the same reason."""

    # After an error

    def _handle_exception(self, error: Exception) -> None:
        self._note(report(error))
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        if developing():
            super()._fatal_error()
        self._close_messages_no_wait()

    def panic(self, *renderables: RenderableType) -> None:
        """Leave after an error; what Textual would print of it is for developers only."""
        for renderable in renderables:
            self._note(report_rendered(renderable))
        self._return_code = 1
        super().panic(*(renderables if developing() else ()))

    def _note(self, found: Report) -> None:
        """Save and keep what may be told of the first error; those that follow are its children."""
        if self._report is not None:
            return
        self._report = found
        # What failed may fail again in here, and the terminal must be given back all the same.
        with suppress(Exception):
            self._saved = self.rescue()

    def _print_error_renderables(self) -> None:
        super()._print_error_renderables()
        if self._report is not None and sys.__stderr__ is not None:
            with suppress(OSError):  # the terminal is gone
                sys.__stderr__.write(farewell(self._report, self.kept_in(), self._saved) + "\n")


def _say_nothing(_loop: asyncio.AbstractEventLoop, _context: dict[str, Any]) -> None:
    """Keep what asyncio would print of a failed task off the terminal; it may quote text."""
