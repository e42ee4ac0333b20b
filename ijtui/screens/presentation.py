"""Showing the conversation on a shared screen: only what both may see is ever composed here."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from ijtui import dates, paths
from ijtui.domain.action import Action
from ijtui.domain.agenda import Question, StationKey
from ijtui.domain.goal import Responsible
from ijtui.domain.record import Record
from ijtui.screens.command import Command
from ijtui.screens.place import Place
from ijtui.screens.saving import Mark
from ijtui.screens.saying import STATIONS, goal_label
from ijtui.widgets.title import Title
from ijtui.words import N_, _, spoken

WIDTH = 64
"""Columns of text: what is read from across a table."""


@dataclass(frozen=True, slots=True)
class Page:
    """One thing to show at a time.

    Attributes:
        station: which station it belongs to.
        key: the question's id; "" for the plan.
        place: "Work environment · 2 of 5".
        title: the question in a few words, or the plan.
        text: what both may see of it.
    """

    station: StationKey
    key: str
    place: str
    title: str
    text: str


class PresentationScreen(Place[None]):
    """One page at a time, in the calm of an empty screen.

    Args:
        conversation: its number.
        station: where to begin, or None for the first page.
        question: the question to begin with, or "".
    """

    CAN: ClassVar = (
        Command("show.next", "right,space,pagedown,j", "turn(1)", N_("Next"), N_("next")),
        Command("show.previous", "left,pageup,k", "turn(-1)", N_("Previous"), N_("previous")),
        Command("show.close", "escape,f9", "close", N_("Stop showing"), N_("stop showing")),
    )
    ABOUT = N_("Only what both of you may see is shown here, one question at a time.")
    CSS_PATH: ClassVar = [paths.style("presentation")]

    def __init__(self, conversation: int, station: StationKey | None = None, question: str = "") -> None:
        super().__init__()
        self._number = conversation
        self._begin = (station, question)
        self._at = -1
        self._pages: tuple[Page, ...] = ()

    def body(self) -> ComposeResult:
        """One page in the middle."""
        with VerticalScroll(id="page", can_focus=False):
            yield Static("", id="title")
            yield Static("", id="text")

    def heading(self) -> str:
        """Return where in the agenda one is; never a name."""
        return self._pages[self._at].place if self._pages else ""

    def show_mark(self, mark: Mark) -> None:
        """Say who sees this, instead of when it was saved."""
        title = self.query_one(Title)
        title.left = self.heading()
        title.right = _("SHOWING – shared")

    def load(self) -> None:
        """Fetch what both may see."""
        record = self.session.desk.plans.record(self.session.me, self._number)
        self._pages = pages_of(record)
        if self._at < 0:
            self._at = self._first()
        self._at = min(self._at, len(self._pages) - 1)
        self._show()

    def _first(self) -> int:
        station, question = self._begin
        for index, page in enumerate(self._pages):
            if page.key == question if question else page.station == station:
                return index
        return 0

    def _show(self) -> None:
        page = self._pages[self._at]
        self.query_one("#title", Static).update(Content(page.title))
        self.query_one("#text", Static).update(Content(page.text))
        self.query_one("#page").scroll_home(animate=False)
        self.query_one(Title).left = page.place

    def action_turn(self, step: int) -> None:
        """Go to the next or the previous page."""
        self._at = max(0, min(self._at + step, len(self._pages) - 1))
        self._show()

    def action_close(self) -> None:
        """Go back to the conversation."""
        self.dismiss(None)


def pages_of(record: Record) -> tuple[Page, ...]:
    """Return a page for every question, and the plan as the last one."""
    pages = []
    for station in record.conversation.agenda.stations:
        for number, question in enumerate(station.questions, 1):
            place = _(
                "{station} · {number} of {total}",
                station=_(STATIONS[station.key]),
                number=number,
                total=len(station.questions),
            )
            pages.append(
                Page(station.key, question.id, place, question.title, _question_text(record, question))
            )
    plan = StationKey.DEVELOPMENT_PLAN
    pages.append(Page(plan, "", _(STATIONS[plan]), _("What you agree on"), _plan_text(record)))
    return tuple(pages)


def _question_text(record: Record, question: Question) -> str:
    agreed = [_agreed(record, action) for action in record.plan.actions if action.question == question.id]
    parts = [_wrapped(question.text), _wrapped(record.notes.get(question.id, "")), *agreed]
    return "\n\n".join(part for part in parts if part)


def _plan_text(record: Record) -> str:
    labels = record.plan.labels()
    goals = [
        _wrapped(f"{goal_label(*labels[goal.id])}  {goal.title}" + (f"\n    {goal.due}" if goal.due else ""))
        for goal in record.plan.goals
    ]
    actions = [_agreed(record, action) for action in record.plan.actions]
    return "\n\n".join([*goals, *actions]) or _("Nothing is agreed yet.")


def _agreed(record: Record, action: Action) -> str:
    conversation = record.conversation
    names = {
        Responsible.EMPLOYEE: conversation.employee.first_name,
        Responsible.MANAGER: conversation.manager.first_name,
        Responsible.OTHER: action.other,
    }
    due = dates.long(action.due, spoken()) if action.due else ""
    who = " · ".join(part for part in (names[action.responsible], due) if part)
    return f"{_('Agreement')}\n" + textwrap.indent(_wrapped(f"{action.what}\n{who}"), "    ")


def _wrapped(text: str) -> str:
    """Return the text in lines of at most WIDTH columns; the writer's own line breaks stay."""
    lines = (textwrap.wrap(line, WIDTH) or [""] for line in text.strip().splitlines())
    return "\n".join(part for wrapped in lines for part in wrapped)
