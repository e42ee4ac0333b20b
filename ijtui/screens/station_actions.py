"""What the keys of a station do; each asks one service and shows what came of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from ijtui.domain.agenda import Question, StationKey
from ijtui.domain.conversation import Conversation
from ijtui.errors import IjtuiError
from ijtui.screens.giving import give_in
from ijtui.screens.going import go_to
from ijtui.screens.questions import QuestionsPlace
from ijtui.screens.talk import Talk
from ijtui.widgets.question import QuestionView
from ijtui.words import _

if TYPE_CHECKING:
    from ijtui.services.conversation import ConversationService


Change = Callable[..., Conversation]
"""A use case: who asks, the conversation and what is said of it; returns the conversation as it is then."""


class StationActions(QuestionsPlace):
    """The commands that every station has."""

    KEY: ClassVar[StationKey]
    ON_QUESTION = ("park", "done", "beside", "private", "judge")
    talk: Talk
    opens_with = ""
    """Id of the question to open when the station comes up next, or ""."""

    def change(self, conversation: Conversation) -> None:
        """Take a changed conversation over and show it."""
        self.talk.conversation = conversation
        self.show_progress()

    @property
    def _conversations(self) -> ConversationService:
        return self.session.desk.conversations

    # The question

    def finish(self, view: QuestionView, question: Question) -> None:
        """Mark a question with notes as talked through, unless it is parked."""
        progress = self.talk.conversation.progress_of(question)
        written = view.editor is not None and view.editor.text.strip()
        if (written or progress.choice) and not progress.done and not progress.parked:
            self.try_change(self._conversations.set_done, question.id, True)

    def try_change(self, write: Change, *values: object) -> None:
        """Change the conversation with one use case and show it, or say why not."""
        self.session.saving.flush()
        try:
            self.change(write(self.session.me, self.talk.conversation, *values))
        except IjtuiError as error:
            self.refuse(error)

    def action_done(self) -> None:
        """Mark the question as talked through, or not."""
        here = self.here()
        if here:
            was = self.talk.conversation.progress_of(here[1])
            self.try_change(self._conversations.set_done, here[1].id, not was.done)

    async def action_park(self) -> None:
        """Park the question and go on, or take it up again."""
        here = self.here()
        if here:
            was = self.talk.conversation.progress_of(here[1])
            self.try_change(self._conversations.park, here[1].id, not was.parked)
            if not was.parked:
                await self.action_next_question()

    async def action_private(self) -> None:
        """Open one's own note on the question."""
        here = self.here()
        if here:
            if not here[0].opened:
                await self.open(here[0])
            here[0].show_private()

    # Agreements, goals, feedback

    def action_new_action(self) -> None:
        """Agree on something that came up in this question."""
        here = self.here()
        question = f":{here[1].id}" if here else ""
        go_to(self, f"action:new:{self.talk.conversation.id}{question}")

    def action_new_goal(self) -> None:
        """Write a new goal."""
        go_to(self, f"goal:new:{self.talk.conversation.id}")

    def action_feedback(self) -> None:
        """Give feedback in three parts, or open what waited for this conversation."""
        give_in(self, self.talk.conversation)

    # Elsewhere

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There are as many stations to go to as the agenda has."""
        if action == "station_at":
            return parameters[0] in range(1, len(self.talk.order) + 1)
        return super().check_action(action, parameters)

    def action_station_at(self, number: int) -> None:
        """Go to the station with that number, from 1."""
        self.action_station(self.talk.order[number - 1])

    def action_station(self, key: str) -> None:
        """Go to another station."""
        self.session.saving.flush()
        if key != self.KEY:
            self.talk.go(self, StationKey(key))

    def on_onward_went(self) -> None:
        """Go to the next station; from the last one, conclude."""
        after = self.talk.after(self.KEY)
        if after is None:
            self.action_conclude()
        else:
            self.action_station(after)

    def action_conclude(self) -> None:
        """Conclude the conversation and show its minutes."""
        from ijtui.screens.conclusion import conclude

        self.session.saving.flush()
        conclude(self)

    def action_minutes(self) -> None:
        """Preview the minutes."""
        from ijtui.screens.minutes import MinutesScreen

        self.session.saving.flush()
        self.app.push_screen(MinutesScreen(self.talk.conversation.id))

    def action_show(self) -> None:
        """Show only what both may see."""
        from ijtui.screens.presentation import PresentationScreen

        self.session.saving.flush()
        here = self.here()
        question = here[1].id if here else ""
        self.fold()  # whoever watches sees this place again afterwards, so nothing private may stand open
        self.app.push_screen(PresentationScreen(self.talk.conversation.id, self.KEY, question))

    def action_go(self) -> None:
        """Pick a question anywhere in the agenda and go there."""
        from ijtui.screens.dialogs.pick import Option, Pick

        options = [
            Option(f"{station.key}:{question.id}", f"{question.title} · {station.title}")
            for station in self.talk.conversation.agenda.stations
            for question in station.questions
        ]
        self.app.push_screen(Pick(_("Go to a question"), options), self._go_to)

    async def _go_to(self, picked: str | None) -> None:
        if picked is not None:
            station, _colon, question = picked.partition(":")
            await self.go_to_question(StationKey(station), question)

    async def go_to_question(self, station: StationKey, question: str) -> None:
        """Open a question, wherever in the agenda it is."""
        target = self if station is self.KEY else self.talk.screen(station)
        if target is not self:
            target.opens_with = question
            self.action_station(station)
            return
        view = next((view for view, found in self.views() if found.id == question), None)
        if view is not None:
            await self.open(view)

    def leave(self) -> None:
        """Leave the talk."""
        self.talk.leave(self)
