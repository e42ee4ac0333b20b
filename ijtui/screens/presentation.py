"""Showing the conversation on a shared screen: only what both may see is ever composed here."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from ijtui import paths
from ijtui.domain.agenda import StationKey
from ijtui.domain.pulse import Pulse
from ijtui.screens.command import Command
from ijtui.screens.place import Place
from ijtui.screens.presentation_pages import Page, pages_of
from ijtui.screens.saving import Mark
from ijtui.widgets.spider import Spider
from ijtui.widgets.title import Title
from ijtui.words import N_, _

THEME = "contrast"
"""What a projector and a compressed video picture can show, whatever one's own terminal looks like."""


class PresentationScreen(Place[None]):
    """One page at a time, in the calm of an empty screen.

    Args:
        conversation: its number.
        station: where to begin, or None for the first page.
        question: the question to begin with, or "".
    """

    CAN: ClassVar = (
        Command("show.next", "right,j", "turn(1)", N_("Next page"), N_("next")),
        Command("show.previous", "left,k", "turn(-1)", N_("Previous page"), N_("previous")),
        Command("show.close", "escape,f9", "close", N_("Stop showing"), N_("stop showing")),
        Command("show.on", "space,pagedown", "read(1)", N_("Read on, then the next page")),
        Command("show.back", "pageup", "read(-1)", N_("Read back, then the previous page")),
        Command("show.down", "down", "scroll(1)", N_("Scroll down")),
        Command("show.up", "up", "scroll(-1)", N_("Scroll up")),
        Command("show.first", "home", "turn(-1000)", N_("First page")),
        Command("show.last", "end", "turn(1000)", N_("Last page: the plan")),
    )
    ABOUT = N_(
        "Only what both of you may see is shown here, one question at a time: shared notes, agreements and "
        "goals. No private note, sealed preparation or message is on this screen, not even out of sight."
    )
    CSS_PATH: ClassVar = [paths.style("chart"), paths.style("presentation")]
    JOTS = False
    RESTS = 0.0

    def __init__(self, conversation: int, station: StationKey | None = None, question: str = "") -> None:
        super().__init__()
        self._number = conversation
        self._begin = (station, question)
        self._at = -1
        self._pages: tuple[Page, ...] = ()
        self._theme = ""

    def body(self) -> ComposeResult:
        """One page in the middle."""
        self._pages = ()
        yield VerticalScroll(id="page", can_focus=False)

    def heading(self) -> str:
        """Return where in the agenda one is; never a name."""
        return self._pages[self._at].place if self._pages else ""

    def show_mark(self, mark: Mark) -> None:
        """Say who sees this, instead of when it was saved."""
        title = self.query_one(Title)
        title.left = self.heading()
        title.right = _("SHOWING – shared")

    # The surroundings

    def on_mount(self) -> None:
        """Let no message appear: it could tell of something that is not for everybody."""
        super().on_mount()
        self.query("ToastRack").remove()

    def on_screen_resume(self) -> None:
        """Show it in strong colours of its own."""
        if not self.app.no_color and not self._theme:
            self._theme, self.app.theme = self.app.theme, THEME
        super().on_screen_resume()

    def on_screen_suspend(self) -> None:
        """Give the person's own colours back."""
        if self._theme:
            self._theme, self.app.theme = "", self._theme

    # The pages

    def load(self) -> None:
        """Fetch what both may see."""
        pages = pages_of(self.session.desk.plans.record(self.session.me, self._number))
        if pages == self._pages:
            return
        shown = self._pages[self._at] if self._pages and self._at >= 0 else None
        self._pages = pages
        self._at = self._first() if shown is None else self._again(shown)
        if shown != pages[self._at]:
            self.call_next(self._show, stay=shown is not None and _is_same(shown, pages[self._at]))

    def pulse(self) -> Pulse:
        """What the two see of the conversation."""
        return self.session.desk.pulses.of_conversation(self.session.me, self._number)

    def _again(self, shown: Page) -> int:
        """Return where the page that was shown is now; others may have come or gone before it."""
        there = (index for index, page in enumerate(self._pages) if _is_same(page, shown))
        return next(there, min(self._at, len(self._pages) - 1))

    def _first(self) -> int:
        """Return the page where to begin: that question, else the station's own list, else its first page."""
        station, question = self._begin
        there = [index for index, page in enumerate(self._pages) if page.station == station]
        wanted = [index for index in there if self._pages[index].key == question]
        return next(iter((*wanted, *there)), 0)

    async def _show(self, *, stay: bool = False) -> None:
        """Show the page of the moment from its beginning, or from where one has read to."""
        page, sheet = self._pages[self._at], self.query_one("#page")
        read_to = sheet.scroll_offset.y if stay else 0
        async with self.batch():
            await sheet.remove_children()
            await sheet.mount(*_widgets(page, plain=self.house.chosen.ascii))
        sheet.scroll_to(y=read_to, animate=False)
        self.query_one(Title).left = page.place

    async def action_turn(self, step: int) -> None:
        """Go to another page; before the first and after the last there is none."""
        at = max(0, min(self._at + step, len(self._pages) - 1))
        if at != self._at:
            self._at = at
            await self._show()

    async def action_read(self, step: int) -> None:
        """Read on in a long page; from its end go to the next."""
        sheet = self.query_one("#page")
        ends = sheet.is_vertical_scroll_end if step > 0 else sheet.scroll_offset.y == 0
        if ends:
            await self.action_turn(step)
        else:
            sheet.scroll_relative(y=step * (sheet.size.height - 1), animate=False)

    def action_scroll(self, step: int) -> None:
        """Scroll a long page."""
        self.query_one("#page").scroll_relative(y=step, animate=False)

    def action_close(self) -> None:
        """Go back to the conversation."""
        self.dismiss(None)


def _is_same(one: Page, other: Page) -> bool:
    """Whether both are about the same thing, whatever they say of it."""
    return (one.station, one.key, one.title) == (other.station, other.key, other.title)


def _widgets(page: Page, *, plain: bool) -> Iterator[Widget]:
    """Yield what a page consists of; in plain signs the words alone."""
    yield Static(Content(page.title), classes="title")
    for text, kind in ((page.asked, "asked"), (page.text, "text")):
        if text:
            yield Static(Content(text), classes=kind)
    if page.axes and not plain:
        spider = Spider()
        spider.show(page.axes, page.traces)
        yield spider
    for point in page.points:
        with_name = Static(Content(point.label), classes="label"), Static(Content(point.text), classes="said")
        yield Horizontal(*with_name, classes="point")
