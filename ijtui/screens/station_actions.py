"""What the keys of a station do; each asks one service and shows what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from ijtui.domain.agenda import Question, StationKey
from ijtui.domain.conversation import Conversation
from ijtui.errors import IjtuiError
from ijtui.screens.going import go_to
from ijtui.screens.place import Place
from ijtui.screens.talk import ORDER, Talk
from ijtui.screens.writing import Pen
from ijtui.widgets.editor import Editor
from ijtui.widgets.heading import Onward
from ijtui.widgets.question import QuestionView
from ijtui.words import _

_ON_TEXT = ("template", "versions")
_ON_QUESTION = ("park", "done", "beside", "private", "judge", "act")


class StationActions(Place[None]):
    """The commands that every station has."""

    KEY: ClassVar[StationKey]
    talk: Talk
    pens: dict[Editor, Pen]

    def views(self) -> Iterator[tuple[QuestionView, Question]]:
        """Yield each question's view with the question."""
        raise NotImplementedError

    async def open(self, view: QuestionView) -> None:
        """Open one question and close the others."""
        raise NotImplementedError

    def change(self, conversation: Conversation) -> None:
        """Take a changed conversation over and show it."""
        raise NotImplementedError

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Some commands are for a text, some for a question."""
        if action in _ON_TEXT:
            return isinstance(self.focused, Editor)
        if action in _ON_QUESTION and self.is_attached:
            return self.here() is not None
        return super().check_action(action, parameters)

    def here(self) -> tuple[QuestionView, Question] | None:
        """Return the question where the cursor is, or None."""
        focused = self.focused
        if focused is None:
            return None
        inside = (pair for pair in self.views() if pair[0] in focused.ancestors_with_self)
        return next(inside, None)

    # From question to question

    async def action_next_question(self) -> None:
        """Go to the next question; one that has notes is talked through."""
        here = self.here()
        views = [view for view, _question in self.views()]
        if here is not None:
            self._finish(*here)
            views = views[views.index(here[0]) + 1 :]
        elif isinstance(self.focused, Onward):
            views = []
        if views:
            await self.open(views[0])
        else:
            self.query_one(Onward).focus()

    async def action_previous_question(self) -> None:
        """Go to the question before."""
        here = self.here()
        views = [view for view, _question in self.views()]
        before = views[: views.index(here[0])] if here else views
        if before:
            await self.open(before[-1])
        elif self.query("Lines"):
            self.query("Lines").first().focus()

    def _finish(self, view: QuestionView, question: Question) -> None:
        """Mark a question with notes as talked through, unless it is parked."""
        progress = self.talk.conversation.progress_of(question)
        written = view.editor is not None and view.editor.text.strip()
        if (written or progress.choice) and not progress.done and not progress.parked:
            self.try_change("set_done", question.id, True)

    def try_change(self, method: str, *values: object) -> None:
        """Ask the conversation service for a change and show it, or say why not."""
        self.session.saving.flush()
        service = self.session.desk.conversations
        try:
            self.change(getattr(service, method)(self.session.me, self.talk.conversation, *values))
        except IjtuiError as error:
            self.refuse(error)

    def action_done(self) -> None:
        """Mark the question as talked through, or not."""
        here = self.here()
        if here:
            was = self.talk.conversation.progress_of(here[1])
            self.try_change("set_done", here[1].id, not was.done)

    async def action_park(self) -> None:
        """Park the question and go on, or take it up again."""
        here = self.here()
        if here:
            was = self.talk.conversation.progress_of(here[1])
            self.try_change("park", here[1].id, not was.parked)
            if not was.parked:
                await self.action_next_question()

    # Beside the question

    def action_beside(self) -> None:
        """Read both preparations and last time's notes in full."""
        from ijtui.screens.dialogs.reading import ReadingScreen
        from ijtui.screens.question_sheet import beside_text

        here = self.here()
        if here:
            self.app.push_screen(ReadingScreen(here[1].title, beside_text(self.talk, here[1])))

    async def action_private(self) -> None:
        """Open one's own note on the question."""
        here = self.here()
        if here:
            if not here[0].opened:
                await self.open(here[0])
            here[0].show_private()

    def action_template(self) -> None:
        """Insert a template at the cursor."""
        from ijtui.screens.dialogs.template import insert_template

        insert_template(self)

    def action_versions(self) -> None:
        """Show the earlier versions of the text where the cursor is, and take one back."""
        from ijtui.screens.dialogs.versions import VersionsScreen

        pen = self._pen()
        if pen is None:
            return
        self.session.saving.flush()
        self.app.push_screen(VersionsScreen(pen.key, pen.editor.text), pen.restore)

    def _pen(self) -> Pen | None:
        focused = self.focused
        return self.pens.get(focused) if isinstance(focused, Editor) else None

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
        """Give feedback in three parts."""
        go_to(self, f"feedback:new:{self.talk.conversation.id}")

    # Elsewhere

    def action_station(self, key: str) -> None:
        """Go to another station."""
        self.session.saving.flush()
        if key != self.KEY:
            self.talk.go(self, StationKey(key))

    def on_onward_went(self) -> None:
        """Go to the next station; from the last one, conclude."""
        after = ORDER.index(self.KEY) + 1
        if after < len(ORDER):
            self.action_station(ORDER[after])
        else:
            self.action_conclude()

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

    opens_with = ""
    """Id of the question to open when the station comes up next, or ""."""

    def action_back(self) -> None:
        """Leave the text for the list of questions; from there, leave the talk."""
        here = self.here()
        if here is not None and self.focused is not here[0].heading:
            here[0].heading.focus()
        else:
            self.session.saving.flush()
            self.talk.leave(self)
