"""A place with questions below one another, one of them open: the talk's stations and the preparation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual import on

from ijtui import paths
from ijtui.domain.agenda import Question
from ijtui.domain.text import TextKey
from ijtui.errors import IjtuiError
from ijtui.screens.wording_line import mind_wording
from ijtui.screens.writing_place import WritingPlace
from ijtui.widgets.editor import Editor
from ijtui.widgets.heading import Heading, Onward
from ijtui.widgets.lines import Lines
from ijtui.widgets.question import QuestionView
from ijtui.widgets.sheet import Sheet

_ROUNDS = 3
"""Refreshes after which a question that was opened has its final size and place."""


class QuestionsPlace(WritingPlace):
    """Opens questions, lets one write, and walks from one to the next.

    Editors are made when a question is opened for the first time and kept, so that undo survives.
    """

    CSS_PATH: ClassVar = [
        paths.style("lines"),
        paths.style("editor"),
        paths.style("question"),
        paths.style("station"),
    ]
    ON_QUESTION: ClassVar[tuple[str, ...]] = ("beside",)
    """Actions that need a question to be the current one."""

    # What a subclass fills in

    def question_of(self, key: str) -> Question | None:
        """Return the question with that id, or None."""
        raise NotImplementedError

    def sheet(self, question: Question) -> Sheet:
        """Return what the question shows when it is opened."""
        raise NotImplementedError

    def keys(self, question: Question) -> tuple[TextKey, TextKey | None]:
        """Return which text the answer is, and which the private note, if there can be one."""
        raise NotImplementedError

    def beside_text(self, question: Question) -> str:
        """Return what there is to read beside the question."""
        raise NotImplementedError

    def finish(self, view: QuestionView, question: Question) -> None:
        """Take note that one goes on from a question."""

    def leave(self) -> None:
        """Leave the place."""
        raise NotImplementedError

    # Where one is

    def views(self) -> Iterator[tuple[QuestionView, Question]]:
        """Yield each question's view with the question."""
        for view in self.query(QuestionView):
            question = self.question_of(view.key)
            if question is not None:
                yield view, question

    def here(self) -> tuple[QuestionView, Question] | None:
        """Return the question where the cursor is, or None."""
        focused = self.focused
        if focused is None:
            return None
        inside = (pair for pair in self.views() if pair[0] in focused.ancestors_with_self)
        return next(inside, None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Some commands are for a question."""
        if action in self.ON_QUESTION and self.is_attached:
            return self.here() is not None
        return super().check_action(action, parameters)

    # Opening

    async def open(self, view: QuestionView) -> None:
        """Open one question and close the others; the cursor goes to where it is answered."""
        question = self.question_of(view.key)
        if question is None:
            return
        try:
            await self._fill(view, question)
        except IjtuiError as error:
            self.refuse(error)
            view.heading.focus()
            return
        for other in self.query(QuestionView):
            other.opened = other is view
        view.enter()
        self.call_after_refresh(self._bring_in_sight, view)

    async def _fill(self, view: QuestionView, question: Question) -> None:
        """Make the question's texts and editors, or bring those that there are up to date."""
        if view.editor is None:
            await view.open(self.sheet(question))
        if view.editor in self.pens:
            self.adopt_newer()
        else:
            self._take_pens(view, question)

    def fold(self) -> None:
        """Close every question; the cursor goes to the heading of the one where it was."""
        here = self.here()
        for view in self.query(QuestionView):
            view.opened = False
        if here is not None:
            here[0].heading.focus()

    def _bring_in_sight(self, view: QuestionView, again: int = _ROUNDS) -> None:
        """Scroll so that the question stands at the top, and one sees where one writes.

        An editor that gets its size follows its cursor, and its scrolling may be on the way already: ours is
        said again until that is over.
        """
        if not (view.is_attached and view.opened):
            return
        page = self.query_one("#station")
        page.scroll_to_widget(view, animate=False, top=True)
        if again:
            self.call_after_refresh(self._bring_in_sight, view, again - 1)
        elif isinstance(self.focused, Editor) and view.size.height > page.size.height:
            self.call_after_refresh(self.focused.scroll_cursor_visible)

    def _take_pens(self, view: QuestionView, question: Question) -> None:
        for editor, key in zip((view.editor, view.private_editor), self.keys(question), strict=True):
            if editor is not None and key is not None:
                self.pens[editor] = self.pen(editor, key)

    @on(Heading.Chosen)
    async def open_chosen(self, event: Heading.Chosen) -> None:
        """Open the question of a heading, or close it if it is the open one."""
        view = next(view for view in self.query(QuestionView) if view.heading is event.heading)
        if view.opened:
            view.opened = False
            view.heading.focus()
        else:
            await self.open(view)

    async def action_next_question(self) -> None:
        """Go to the next question, and from the last one to the row that leads on."""
        here = self.here()
        views = [view for view, _question in self.views()]
        if here is not None:
            self.finish(*here)
            views = views[views.index(here[0]) + 1 :]
        elif isinstance(self.focused, Onward):
            views = []
        if views:
            await self.open(views[0])
        else:
            self.query_one(Onward).focus()

    async def action_previous_question(self) -> None:
        """Go to the question before, and from the first one to the list above."""
        here = self.here()
        views = [view for view, _question in self.views()]
        before = views[: views.index(here[0])] if here else views
        lists = self.query(Lines)
        if before:
            await self.open(before[-1])
        elif lists:
            lists.first().focus()

    def action_back(self) -> None:
        """Leave the text for its heading; from there, leave the place."""
        here = self.here()
        if here is not None and self.focused is not here[0].heading:
            here[0].heading.focus()
        elif self.all_saved():
            self.leave()

    @on(Editor.Edited)
    def mind_wording(self, event: Editor.Edited) -> None:
        """Help with the wording where feedback is written."""
        here = self.here()
        if here is not None and here[0].editor is event.editor:
            mind_wording(*here, self.conversation.agenda.language)

    # Reading

    def action_beside(self) -> None:
        """Read in full what there is beside the question."""
        from ijtui.screens.dialogs.reading import ReadingScreen

        here = self.here()
        if here:
            self.app.push_screen(ReadingScreen(here[1].title, self.beside_text(here[1])))
