"""Before the talk: the checklist, and one's own answers to the questions (D-P1, D-P2)."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from ijtui import dates
from ijtui.clean import clean_line
from ijtui.domain.agenda import Question
from ijtui.domain.conversation import Conversation, Party, State
from ijtui.domain.text import TextKey, TextKind
from ijtui.errors import IjtuiError
from ijtui.screens.command import Command
from ijtui.screens.preparation_lines import checklist_lines, seen_by
from ijtui.screens.questions import QuestionsPlace
from ijtui.screens.saying import KINDS, other_of
from ijtui.screens.station_commands import BESIDE, NEXT, PREVIOUS
from ijtui.screens.writing import TEMPLATE, VERSIONS, Pen
from ijtui.widgets.editor import Editor
from ijtui.widgets.heading import Onward
from ijtui.widgets.heading import State as HeadingState
from ijtui.widgets.lines import Lines
from ijtui.widgets.question import QuestionView
from ijtui.widgets.sheet import Passage, Sheet
from ijtui.words import N_, _, spoken


class PreparationScreen(QuestionsPlace):
    """One party's preparation, and what is to be done before the two meet.

    Args:
        conversation: its number.
    """

    CAN: ClassVar = (
        NEXT,
        Command("preparation.open", "o", "open_up", N_("Let the other read your preparation"), N_("open up")),
        Command("preparation.begin", "b", "begin", N_("Begin the conversation"), N_("begin")),
        TEMPLATE,
        BESIDE,
        VERSIONS,
        Command("preparation.paper", "f4", "paper", N_("Enter what the other brings on paper, or your own")),
        Command("preparation.tick", "space", "tick", N_("Tick what is done")),
        Command("preparation.rebook", "r", "rebook", N_("Change time and place")),
        Command("preparation.cancel", "x", "cancel", N_("Call the conversation off")),
        PREVIOUS,
        Command("preparation.back", "escape", "back", N_("Leave the text, then the preparation")),
    )
    ABOUT = N_(
        "Tick off what is to be done before the conversation and write down your own answers. Only you see "
        "them until you open them to the other. When you sit together, begin the conversation from here."
    )

    def __init__(self, conversation: int) -> None:
        super().__init__()
        self._number = conversation
        self.pens = {}
        self.writer: Party | None = None
        """For whom one writes; None means oneself."""

    # What is shown

    @property
    def conversation(self) -> Conversation:
        """The conversation as it stands now."""
        return self.session.desk.conversations.get(self.session.me, self._number)

    @property
    def mine(self) -> Party:
        """The side on which the person at the keys sits."""
        return self.conversation.party_of(self.session.me) or Party.MANAGER

    @property
    def on_paper(self) -> bool:
        """Whether one writes what the other brought on paper."""
        return self.writer is not None and self.writer is not self.mine

    def heading(self) -> str:
        """Return which conversation is prepared, and whose preparation it is."""
        conversation = self.conversation
        other = other_of(conversation, self.session.me).name
        if self.on_paper:
            return _("On paper from {name}", name=other)
        return _("Preparation · {kind} with {name}", kind=_(KINDS[conversation.agenda.kind]), name=other)

    def body(self) -> ComposeResult:
        """Put when and where, the checklist and the questions below one another."""
        self.pens = {}
        conversation = self.conversation
        yield Static(Content(_when_and_where(conversation)), classes="rule when")
        with VerticalScroll(can_focus=False, id="station"):
            yield Lines(id="before")
            numbers = count(1)
            for station in conversation.agenda.stations:
                asked = [found for found in station.questions if found.is_for(self.writer or self.mine)]
                if asked:
                    yield Static(Content(station.title), classes="heading section")
                for question in asked:
                    yield QuestionView(question.id, next(numbers), question.title)
            yield Onward()

    def load(self) -> None:
        """Show the checklist and how far the answers are."""
        conversation = self.conversation
        if conversation.state is not State.BOOKED:
            self.call_later(self.dismiss, None)
            return
        lines = [] if self.on_paper else checklist_lines(conversation, self.session.me)
        self.query_one("#before", Lines).show(lines)
        self.show_progress()
        self.adopt_newer()

    def show_progress(self) -> None:
        """Show which questions have an answer, and how it begins."""
        answers = self._answers(self.conversation)
        for view, question in self.views():
            answer = answers.get(question.id, "")
            view.heading.state = HeadingState(bool(answer), begins=clean_line(answer[:200]))
        self.query_one(Onward).text = _("Begin the conversation")
        self.show_mark(self.session.saving.mark)

    def _answers(self, conversation: Conversation) -> Mapping[str, str]:
        prepared = self.session.desk.texts.preparations(self.session.me, conversation)
        return prepared[self.writer or self.mine]

    # The questions

    def question_of(self, key: str) -> Question | None:
        """Return the question with that id."""
        return self.conversation.agenda.question(key)

    def keys(self, question: Question) -> tuple[TextKey, TextKey | None]:
        """Write an answer of one's own, or the other's from paper; no private note here."""
        return TextKey(self._number, question.id, TextKind.PREPARATION, self.writer or self.mine), None

    def sheet(self, question: Question) -> Sheet:
        """Show the question and what was said last time."""
        key, _none = self.keys(question)
        return Sheet(
            text=question.text,
            hint=question.hint,
            seen_by=seen_by(self.conversation, self.session.me, on_paper=self.on_paper),
            body=self.session.desk.texts.read(self.session.me, key).body,
            beside=self._last_time(question),
        )

    def pen(self, editor: Editor, key: TextKey) -> Pen:
        """Write as oneself, or from paper."""
        text = self.session.desk.texts.read(self.session.me, key)
        return Pen(self, editor, text, on_paper=self.on_paper)

    def _last_time(self, question: Question) -> Passage | None:
        desk, me = self.session.desk, self.session.me
        before = desk.conversations.previous(me, self.conversation)
        if before is None:
            return None
        parts = [
            desk.texts.shared_notes(me, before).get(question.id, ""),
            self._answers(before).get(question.id, ""),
        ]
        said = "\n\n".join(part for part in parts if part)
        date = before.starts.date().isoformat() if before.starts else ""
        return Passage(_("Last time, {date}", date=date), said) if said else None

    def beside_text(self, question: Question) -> str:
        """Read what was said last time, in the shared notes and in one's own preparation."""
        said = self._last_time(question)
        nothing = _("Nothing was written on this question last time.")
        return f"{question.text}\n\n" + (f"{said.name}\n{said.body}" if said else nothing)

    # The checklist and the two parties

    @on(Lines.Chosen, "#before")
    def choose_line(self, event: Lines.Chosen) -> None:
        """Tick the chosen line, or open the preparation."""
        if event.key == "share":
            self.action_open_up()
        else:
            self._tick(event.key)

    def action_tick(self) -> None:
        """Tick the line where one is."""
        key = self.query_one("#before", Lines).key
        if key != "share":
            self._tick(key)

    def _tick(self, task: str) -> None:
        desk, me, conversation = self.session.desk, self.session.me, self.conversation
        try:
            desk.conversations.tick(me, conversation, task, task not in conversation.checked)
        except IjtuiError as error:
            self.refuse(error)
        self.load()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Opening is one-way; ticking is for the checklist."""
        if self.house.session is None:
            return False
        if action == "open_up":
            return self.mine not in self.conversation.opened and not self.on_paper
        if action == "tick":
            return isinstance(self.focused, Lines) and bool(self.focused.key)
        return super().check_action(action, parameters)

    def action_open_up(self) -> None:
        """Let the other read one's preparation, after asking: it can't be taken back."""
        from ijtui.screens.dialogs.confirm import ConfirmScreen

        other = other_of(self.conversation, self.session.me).first_name
        question = _("Let {name} read your preparation? It can't be sealed again.", name=other)
        self.app.push_screen(ConfirmScreen(question, _("open it"), _("keep it sealed")), self._open_up)

    def _open_up(self, sure: bool | None) -> None:
        if sure:
            self.session.saving.flush()
            try:
                self.session.desk.texts.open_preparation(self.session.me, self.conversation)
            except IjtuiError as error:
                self.refuse(error)
            self.load()

    async def action_paper(self) -> None:
        """Change between one's own preparation and what the other brings on paper."""
        self.session.saving.flush()
        self.writer = None if self.on_paper else self.mine.other
        await self.recompose()
        self.reload()

    # Going on

    def on_onward_went(self) -> None:
        """Begin the conversation."""
        self.action_begin()

    def action_begin(self) -> None:
        """Begin the conversation; one comes back to where one was before."""
        from ijtui.screens.talk import open_talk

        self.session.saving.flush()
        try:
            open_talk(self, self.conversation)
        except IjtuiError as error:
            self.refuse(error)

    def action_rebook(self) -> None:
        """Change time and place."""
        from ijtui.screens.dialogs.booking import BookingForm

        form = BookingForm(None, conversation=self.conversation)
        self.app.push_screen(form, self._rebooked)

    async def _rebooked(self, _conversation: object) -> None:
        await self.recompose()
        self.reload()

    def action_cancel(self) -> None:
        """Call the conversation off, after asking."""
        from ijtui.screens.dialogs.confirm import ConfirmScreen

        question = _("Call the conversation off? What is prepared stays in the file.")
        self.app.push_screen(ConfirmScreen(question, _("call it off"), _("keep it")), self._cancel)

    def _cancel(self, sure: bool | None) -> None:
        if sure:
            try:
                self.session.desk.conversations.cancel(self.session.me, self.conversation)
            except IjtuiError as error:
                self.refuse(error)
                return
            self.dismiss(None)

    def leave(self) -> None:
        """Go back to where one came from."""
        self.dismiss(None)


def _when_and_where(conversation: Conversation) -> str:
    starts = conversation.starts
    when = f"{dates.long(starts.date(), spoken())} {dates.clock_time(starts)}" if starts else _("no time yet")
    length = _("{minutes} min", minutes=conversation.minutes)
    return " · ".join(part for part in (when, length, conversation.place) if part)
