"""A station of the talk: its own thing first, then its questions, one of them open."""

from __future__ import annotations

from collections.abc import Collection
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from ijtui.domain.agenda import Question, StationKey
from ijtui.domain.agenda import Station as Part
from ijtui.domain.conversation import Conversation
from ijtui.domain.material import KEPT
from ijtui.domain.text import TextKey
from ijtui.errors import IjtuiError
from ijtui.screens import station_commands as can
from ijtui.screens.looking import write_down
from ijtui.screens.material_lines import material_lines, open_item
from ijtui.screens.question_sheet import beside_text, heading_state, sheet_of
from ijtui.screens.saying import station_name
from ijtui.screens.talk import Talk
from ijtui.screens.two_at_once import TwoAtOnce
from ijtui.widgets.heading import Onward
from ijtui.widgets.lines import Lines
from ijtui.widgets.question import QuestionView
from ijtui.widgets.sheet import Sheet
from ijtui.widgets.stepper import Stepper
from ijtui.widgets.walk import Walk
from ijtui.words import _

LOOK_AGAIN = 15.0
"""Seconds between two looks at the time; nothing is painted unless a minute has passed."""


class Station(TwoAtOnce):
    """One of the station screens.

    A subclass names its station and yields its own thing from `own`.
    """

    KEY: ClassVar[StationKey]
    CAN: ClassVar = can.EVERY_STATION

    def __init__(self, talk: Talk) -> None:
        super().__init__()
        self.talk = talk
        self.pens = {}

    # What a subclass fills in

    def own(self) -> ComposeResult:
        """Yield the station's own thing, which comes before its questions."""
        yield from ()

    def show_own(self) -> None:
        """Fetch and show the station's own thing."""

    # What is shown

    @property
    def conversation(self) -> Conversation:
        """The conversation that is held."""
        return self.talk.conversation

    @property
    def part(self) -> Part:
        """The station as the agenda has it."""
        return self.talk.conversation.agenda.station(self.KEY)

    def heading(self) -> str:
        """Return the agenda's title and the employee's name."""
        conversation = self.talk.conversation
        return f"{conversation.agenda.title} · {conversation.employee.name}"

    def aside(self) -> str:
        """Return how long the talk has lasted."""
        return _("{minutes} min", minutes=self.talk.total_minutes())

    def body(self) -> ComposeResult:
        """Put the stepper, the own thing, the questions and the way on below one another."""
        self.pens = {}
        yield Stepper(classes="rule")
        with Walk(id="station"):
            if self.part.intro:
                yield Static(Content(self.part.intro), classes="intro quiet")
            yield from self.own()
            if self._looks_back():
                yield Lines(id="material")
            yield from self._questions()
            yield Onward()

    def _looks_back(self) -> bool:
        """Whether the conversation opens here with what happened since last time (D-C2, D-C3)."""
        agenda = self.conversation.agenda
        return agenda.kind in KEPT and self.KEY is agenda.order[0]

    def _questions(self) -> ComposeResult:
        number = 0
        for section in self.part.sections:
            if section.title:
                yield Static(Content(section.title), classes="heading section")
            for question in section.questions:
                number += 1
                yield QuestionView(question.id, number, question.title)

    def load(self) -> None:
        """Show the conversation as it stands now."""
        self.talk.refresh()
        write_down(self, self.session.desk.looks.read_preparation, self.conversation)
        self.show_own()
        self._show_material()
        self.show_progress()
        self.adopt_newer()

    def _show_material(self) -> None:
        """Show what the two look back on; what is followed up in the list above is left to that."""
        for listed in self.query("#material").results(Lines):
            material = self.session.desk.material.of(self.session.me, self.conversation)
            listed.show(material_lines(material, self.conversation, self.listed_above()))

    def listed_above(self) -> Collection[str]:
        """Return the keys of what the station's own thing lists."""
        return ()

    def show_progress(self) -> None:
        """Show which stations and questions are done, parked or marked."""
        stepper = self.query_one(Stepper)
        stepper.steps = self.talk.steps(self.KEY)
        stepper.here = self.KEY
        notes = self.session.desk.texts.shared_notes(self.session.me, self.talk.conversation)
        for view, question in self.views():
            progress = self.talk.conversation.progress_of(question)
            view.heading.state = heading_state(progress, notes.get(question.id, ""))
        self.query_one(Onward).text = self._onward()
        self.show_mark(self.session.saving.mark)

    def _onward(self) -> str:
        after = self.talk.after(self.KEY)
        if after is None:
            return _("Conclude the conversation")
        return _("On to: {station}", station=station_name(self.conversation.agenda, after))

    # Time

    def on_mount(self) -> None:
        """Look at the time now and then."""
        super().on_mount()
        self.set_interval(LOOK_AGAIN, self._look_at_time)

    def on_screen_resume(self) -> None:
        """Count the time here, and go on where the cursor was."""
        self.talk.watch.start()
        super().on_screen_resume()
        if self.opens_with:
            self.call_after_refresh(self.begin)

    def on_screen_suspend(self) -> None:
        """Store the time that ran here."""
        self.talk.watch.stop()
        self._count()

    def _look_at_time(self) -> None:
        if not self.is_current:
            return
        if self.talk.watch.look() >= 60:
            self._count()
        self.query_one(Stepper).steps = self.talk.steps(self.KEY)
        self.show_mark(self.session.saving.mark)

    def _count(self) -> None:
        try:
            self.talk.count(self.KEY)
        except IjtuiError as error:
            self.refuse(error)

    def on_key(self, _event: events.Key) -> None:
        """Know that somebody is there."""
        self.talk.watch.stir()

    # The questions

    async def begin(self) -> None:
        """Open the first question that is not done, or stay at the station's own thing."""
        if not self.is_current:
            return
        if self.opens_with:
            wanted, self.opens_with = self.opens_with, ""
            await self.go_to_question(self.KEY, wanted)
            return
        if any(view.opened for view, _question in self.views()):
            return  # its cursor is on the way
        waiting = [view for view, question in self.views() if self._is_waiting(question)]
        if self.query("Lines") and self.own_comes_first():
            self.query("Lines").first().focus()
        elif self._has_material() and len(waiting) == len(self.part.questions):
            self.query_one("#material").focus()
        elif waiting:
            await self.open(waiting[0])
        else:
            self.query_one(Onward).focus()

    def _has_material(self) -> bool:
        return any(listed.key for listed in self.query("#material").results(Lines))

    def own_comes_first(self) -> bool:
        """Whether the station's own thing has something to do before the questions."""
        return False

    def question_of(self, key: str) -> Question | None:
        """Return the question with that id."""
        return self.talk.conversation.agenda.question(key)

    def sheet(self, question: Question) -> Sheet:
        """Show both preparations, the shared notes and last time."""
        return sheet_of(self.talk, question)

    def keys(self, question: Question) -> tuple[TextKey, TextKey | None]:
        """Write the shared notes, and one's own."""
        return self.talk.shared_key(question.id), self.talk.private_key(question.id)

    def beside_text(self, question: Question) -> str:
        """Read both preparations and last time's notes."""
        return beside_text(self.talk, question)

    def _is_waiting(self, question: Question) -> bool:
        progress = self.talk.conversation.progress_of(question)
        return not progress.done and not progress.parked

    @on(Stepper.Clicked)
    def go_to_clicked(self, event: Stepper.Clicked) -> None:
        """Go to the station that was clicked."""
        self.action_station(event.key)

    @on(Lines.Chosen, "#material")
    def open_item(self, event: Lines.Chosen) -> None:
        """Open where the chosen line comes from."""
        open_item(self, event.key)

    @on(QuestionView.Chose)
    def choose(self, event: QuestionView.Chose) -> None:
        """Store a yes or a no (D-A5)."""
        self.try_change(self.session.desk.conversations.choose, event.view.key, event.value)
