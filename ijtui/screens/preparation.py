"""Before the talk: the checklist, and one's own answers to the questions (D-P1, D-P2)."""

from __future__ import annotations

from itertools import count
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from ijtui import paths
from ijtui.clean import clean_line
from ijtui.domain.agenda import Question, Station
from ijtui.domain.conversation import Conversation, State
from ijtui.domain.presence import PREPARING
from ijtui.domain.pulse import Pulse
from ijtui.domain.text import TextKey
from ijtui.screens.company import Other
from ijtui.screens.looking import write_down
from ijtui.screens.preparation_commands import BEFORE, COMPETENCE, FEEDBACK, OPEN, PAPER
from ijtui.screens.preparation_lines import answered, before_lines, seen_by, when_and_where
from ijtui.screens.preparation_material import PreparationMaterial
from ijtui.screens.preparing import Preparing
from ijtui.screens.writing import Pen, TextHome
from ijtui.widgets.aside import Aside
from ijtui.widgets.editor import Editor
from ijtui.widgets.heading import Onward
from ijtui.widgets.heading import State as HeadingState
from ijtui.widgets.lines import Lines
from ijtui.widgets.question import QuestionView
from ijtui.widgets.sheet import Sheet
from ijtui.widgets.walk import Walk
from ijtui.words import N_, _

_NO_LONGER = {
    State.ONGOING: N_("The conversation has begun."),
    State.HELD: N_("The conversation has been held."),
    State.CANCELLED: N_("The conversation is called off."),
}


class PreparationScreen(PreparationMaterial):
    """One party's preparation, and what is to be done before the two meet.

    Args:
        conversation: its number.
    """

    CAN: ClassVar = BEFORE
    ABOUT = N_(
        "Tick off what is to be done before the conversation and write down your own answers. Only you see "
        "them until you open them to the other. When you sit together, begin the conversation from here."
    )
    CSS_PATH: ClassVar = [*PreparationMaterial.CSS_PATH, paths.style("preparation")]
    ROAMS = True
    RESTS = 0.5

    def __init__(self, conversation: int) -> None:
        super().__init__()
        self._number = conversation
        self.pens = {}

    # What is shown

    def heading(self) -> str:
        """Return whose preparation it is."""
        if self.preparing is None:
            return ""
        name = self.held.other.name
        if self.held.on_paper:
            return _("On paper from {name}", name=name)
        return _("Preparation · {name}", name=name)

    def aside(self) -> str:
        """Return how many questions have an answer."""
        return answered(self.preparing) if self.preparing is not None else ""

    def body(self) -> ComposeResult:
        """Put when and where, the checklist and the questions below one another."""
        self.pens = {}
        if self.preparing is None:
            self.preparing = Preparing(self.session, self._number)
            write_down(self, self.session.desk.looks.saw, self.conversation)
        yield Static("", classes="rule", id="when")
        with Horizontal(id="sides"):
            with Walk(id="station"):
                yield Lines(id="before")
                numbers = count(1)
                for station in self.conversation.agenda.stations:
                    yield from self._questions(station, numbers)
                yield Onward()
            yield Aside(id="noted")

    def _questions(self, station: Station, numbers: count[int]) -> ComposeResult:
        """Yield what the one who writes is asked at a station; what only the other is asked is left out."""
        asked = [question for question in station.questions if question.is_for(self.held.party)]
        if asked:
            yield Static(Content(station.title), classes="heading section")
        for question in asked:
            yield QuestionView(question.id, next(numbers), question.title)

    def load(self) -> None:
        """Show the checklist and how far the answers are; one that has begun is no longer prepared."""
        self.held.refresh()
        if self.conversation.state is not State.BOOKED:
            self.call_later(self._go)
            return
        self._show_when()
        keys = tuple(map(self.key_of, (OPEN, PAPER, FEEDBACK, COMPETENCE)))
        before = self.query_one("#before", Lines)
        before.display = not self.held.on_paper
        before.show([] if self.held.on_paper else before_lines(self.held, keys))
        self._show_answers()
        self.adopt_newer()

    def _show_when(self) -> None:
        """Say when and where, and before that whether the other prepares in this moment."""
        when = when_and_where(self.held, self.session.desk.clock())
        other = self.session.company.other()
        also = _("{name} is preparing just now", name=other.name) if other.is_preparing else ""
        self.query_one("#when", Static).update(Content(" · ".join(part for part in (also, when) if part)))

    def whereabouts(self) -> tuple[Conversation, str] | None:
        """Be seen to prepare: that one does, and not what."""
        is_own = self.preparing is not None and not self.held.on_paper
        return (self.conversation, PREPARING) if is_own else None

    def show_other(self, other: Other) -> None:
        """Show whether the other is preparing, too."""
        if self.preparing is not None:
            self._show_when()

    def pulse(self) -> Pulse:
        """What one sees of this conversation."""
        return self.session.desk.pulses.of_conversation(self.session.me, self._number)

    async def begin(self) -> None:
        """Begin at the checklist; what comes from paper is entered at once."""
        if self.held.on_paper:
            await self.action_next_question()
        else:
            self.query_one("#before", Lines).focus()

    def _go(self) -> None:
        """Close, and say why: the conversation was begun or called off, perhaps in another session."""
        if self.is_current:
            self.say(_(_NO_LONGER[self.conversation.state]))
            self.dismiss(None)

    def show_progress(self) -> None:
        """Show which questions have an answer, and how it begins."""
        self.held.refresh()
        self._show_answers()
        self.show_mark(self.session.saving.mark)

    def _show_answers(self) -> None:
        for view, question in self.views():
            answer = self.held.answer(question.id).body
            view.heading.state = HeadingState(bool(answer.strip()), begins=clean_line(answer[:200]))
        self.query_one(Onward).text = (
            _("Back to your own preparation") if self.held.on_paper else _("Begin the conversation")
        )

    # The questions

    def question_of(self, key: str) -> Question | None:
        """Return the question with that id."""
        return self.conversation.agenda.question(key)

    def keys(self, question: Question) -> tuple[TextKey, TextKey | None]:
        """Write an answer of one's own, or the other's from paper; no private note here."""
        return self.held.key(question.id), None

    def sheet(self, question: Question) -> Sheet:
        """Show the question, what the other prepared if one may read it, and what was said last time."""
        theirs = self.held.theirs(question.id)
        if theirs:
            self.reads_theirs()
        return Sheet(
            text=question.text,
            hint=question.hint,
            seen_by=seen_by(self.held),
            body=self.session.desk.texts.read(self.session.me, self.held.key(question.id)).body,
            sides=(theirs,) if theirs else (),
            beside=self.held.last_time(question),
        )

    def pen(self, editor: Editor, key: TextKey) -> Pen:
        """Write as oneself, or from paper."""
        return Pen(self, editor, TextHome(self.session, key, on_paper=self.held.on_paper))

    def beside_text(self, question: Question) -> str:
        """Read what the other prepared and what was said last time."""
        passages = (self.held.theirs(question.id), self.held.last_time(question))
        read = [f"{passage.name}\n{passage.body}" for passage in passages if passage]
        nothing = _("Nothing was written on this question last time.")
        return "\n\n".join([question.text, *(read or [nothing])])
