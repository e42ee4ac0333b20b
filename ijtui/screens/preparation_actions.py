"""What the keys of a preparation do; each asks one service and shows what came of it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from textual import on

from ijtui import dates
from ijtui.domain.conversation import Conversation
from ijtui.errors import IjtuiError
from ijtui.screens.competence_words import is_assessed, way_to
from ijtui.screens.giving import open_feedback
from ijtui.screens.going import go_to
from ijtui.screens.looking import write_down
from ijtui.screens.preparation_lines import COMPETENCES, SHARE, THEIRS, checklist_text
from ijtui.screens.preparing import Preparing
from ijtui.screens.questions import QuestionsPlace
from ijtui.widgets.lines import Lines
from ijtui.words import _, spoken


class PreparationActions(QuestionsPlace):
    """The commands of a preparation."""

    preparing: Preparing | None = None

    @property
    def held(self) -> Preparing:
        """What is prepared; there is none before the screen is composed."""
        if self.preparing is None:
            raise LookupError("nothing is prepared yet")
        return self.preparing

    @property
    def conversation(self) -> Conversation:
        """The conversation that is prepared."""
        return self.held.conversation

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Opening is one-way; ticking is for the checklist; what the other opened is theirs to change."""
        if self.preparing is None:
            return False
        if action == "open_up":
            return self.held.mine not in self.conversation.opened and not self.held.on_paper
        if action == "paper":
            return self.held.on_paper or self.held.may_write_for_other
        if action == "competence":
            return is_assessed(self.conversation, self.held.assessment)
        if action == "form":
            return not self.session.shared
        if action == "tick":
            return self._line().startswith("task:")
        if action == "beside" and isinstance(self.focused, Lines):
            return bool(self.conversation.agenda.checklist)
        return super().check_action(action, parameters)

    # The lines above the questions

    def _line(self) -> str:
        return self.focused.key if isinstance(self.focused, Lines) else ""

    @on(Lines.Moved, "#before")
    def _offer_what_can_be_done(self) -> None:
        self.refresh_bindings()

    @on(Lines.Chosen, "#before")
    def choose_line(self, event: Lines.Chosen) -> None:
        """Tick a task, open one's preparation, read the other's, or go to feedback."""
        kind, _colon, rest = event.key.partition(":")
        if kind == "task":
            self._tick(rest)
        elif kind == SHARE:
            self.action_open_up()
        elif kind == COMPETENCES:
            self.action_competence()
        elif kind == THEIRS:
            self.reads_theirs()
            self._read(_("Preparation · {name}", name=self.held.other.name), self.held.all_of_theirs())
        else:
            self._open_feedback(int(rest))

    def action_beside(self) -> None:
        """Read the whole checklist, or what there is beside the question."""
        if isinstance(self.focused, Lines):
            self._read(_("Before the conversation"), checklist_text(self.held))
        else:
            super().action_beside()

    def action_tick(self) -> None:
        """Tick the line where one is, or take the tick away."""
        self._tick(self._line().partition(":")[2])

    def _tick(self, task: str) -> None:
        tick, done = self.session.desk.conversations.tick, task not in self.conversation.checked
        self._try(lambda: tick(self.session.me, self.conversation, task, done))

    def _open_feedback(self, number: int) -> None:
        """Go on with one's own feedback, or read the other's."""
        found = next(item for item in self.held.feedback if item.id == number)
        open_feedback(self, found, self.held.other)

    def _read(self, title: str, text: str) -> None:
        from ijtui.screens.dialogs.reading import ReadingScreen

        self.app.push_screen(ReadingScreen(title, text))

    def action_feedback(self) -> None:
        """Write feedback in three parts; the other sees it when it is opened."""
        go_to(self, f"feedback:new:{self.conversation.id}")

    def action_competence(self) -> None:
        """Rate competences, or compare the ratings."""
        if self.all_saved():
            go_to(self, way_to(self.held.assessment, self.conversation))

    # The two preparations

    def action_open_up(self) -> None:
        """Let the other read one's preparation, after asking: it can't be taken back."""
        name = self.held.other.first_name
        question = _("Let {name} read your preparation? It can't be sealed again.", name=name)
        self._ask(question, _("open it"), _("keep it sealed"), self._open_up)

    async def _open_up(self) -> None:
        if self.all_saved():
            self._try(lambda: self.session.desk.texts.open_preparation(self.session.me, self.conversation))
            await self._lay_out_again()

    async def action_paper(self) -> None:
        """Change between one's own preparation and what the other brings on paper."""
        if self.all_saved():
            self.held.writer = None if self.held.on_paper else self.held.mine.other
            await self._lay_out_again()

    async def _lay_out_again(self) -> None:
        """Say of every text anew who can see it; all of them are saved."""
        await self.recompose()
        self.reload()

    # Going on

    async def on_onward_went(self) -> None:
        """Begin the conversation, or go back to one's own preparation."""
        if self.held.on_paper:
            await self.action_paper()
        else:
            await self.action_begin()

    async def action_begin(self) -> None:
        """Begin the conversation, after asking where it is booked for another day."""
        starts, today = self.conversation.starts, self.session.desk.clock().date()
        if starts is None or starts.date() == today:
            await self._begin()
            return
        day = dates.long(starts.date(), spoken())
        question = _("The conversation is booked for {day}. Begin it now?", day=day)
        self._ask(question, _("begin now"), _("wait"), self._begin)

    async def _begin(self) -> None:
        """Go into the conversation; one leaves it to where one was before the preparation."""
        from ijtui.screens.talk import open_talk

        try:
            if self.all_saved():
                open_talk(self, self.conversation, instead=True)
        except IjtuiError as error:
            self.refuse(error)

    def reads_theirs(self) -> None:
        """Write down that one reads what the other has opened."""
        write_down(self, self.session.desk.looks.read_preparation, self.conversation)

    def action_looks(self) -> None:
        """Show who opened the conversation or took a copy."""
        go_to(self, f"looks:{self.conversation.id}")

    def action_form(self) -> None:
        """Write the questions as a form."""
        from ijtui.screens.dialogs.paper import PaperForm

        if self.all_saved():
            try:
                self.app.push_screen(PaperForm(self.session, self.conversation.id), self._written)
            except IjtuiError as error:
                self.refuse(error)

    def _written(self, path: str | None) -> None:
        if path is not None:
            self.say(_("The form is in {file}", file=path))

    def action_rebook(self) -> None:
        """Change time and place."""
        from ijtui.screens.dialogs.booking import BookingForm

        self.app.push_screen(BookingForm(conversation=self.conversation))

    def action_cancel(self) -> None:
        """Call the conversation off, after asking."""
        question = _("Call the conversation off? What is prepared stays in the file.")
        self._ask(question, _("call it off"), _("keep it"), self._cancel)

    async def _cancel(self) -> None:
        cancel = self.session.desk.conversations.cancel
        self._try(lambda: cancel(self.session.me, self.conversation))

    def leave(self) -> None:
        """Go back to one's own preparation, and from there to where one came from."""
        if self.held.on_paper:
            self.call_next(self.action_paper)
        else:
            self.dismiss(None)

    # Asking

    def _ask(self, question: str, yes: str, no: str, do: Callable[[], Awaitable[None]]) -> None:
        """Do something if the answer is yes."""
        from ijtui.screens.dialogs.confirm import ConfirmScreen

        async def answered(sure: bool | None) -> None:
            if sure:
                await do()

        self.app.push_screen(ConfirmScreen(question, yes, no), answered)

    def _try(self, store: Callable[[], object]) -> None:
        """Store something and show how it is now, or say why not."""
        try:
            store()
        except IjtuiError as error:
            self.refuse(error)
        self.load()
