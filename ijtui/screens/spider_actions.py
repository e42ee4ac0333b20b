"""What the keys of the comparison do; each asks one service and shows what came of it."""

from __future__ import annotations

from collections.abc import Callable

from textual import on

from ijtui.domain.agenda import StationKey
from ijtui.domain.assessment import Agreed, Assessment, Row
from ijtui.errors import IjtuiError
from ijtui.screens.comparing import Comparing
from ijtui.screens.going import go_to
from ijtui.screens.place import Place
from ijtui.screens.spider_lines import levels_text
from ijtui.widgets.lines import Lines


class SpiderActions(Place[None]):
    """The commands of comparing."""

    comparing: Comparing | None = None
    with_chart = True
    """Whether the spider stands beside the table."""
    with_before = False
    """Whether last time's levels are drawn."""

    @property
    def held(self) -> Comparing:
        """What is compared; there is none before it is fetched."""
        if self.comparing is None:
            raise LookupError("nothing is fetched yet")
        return self.comparing

    @property
    def has_chart(self) -> bool:
        """Whether there is a chart to show and room for it."""
        raise NotImplementedError

    def show_all(self) -> None:
        """Show what is held."""
        raise NotImplementedError

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what both see can be agreed on."""
        if self.comparing is None:
            return action == "back"
        if action in ("agree", "differ", "goal", "read"):
            return self._marked() is not None
        if action == "take_back":
            marked = self._marked()
            return marked is not None and marked.competence.id in self.held.found.agreed
        if action == "chart":
            return self.has_chart
        if action == "before":
            return self.has_chart and self.with_chart and self.held.before is not None
        if action == "show":
            return self.held.is_open
        if action == "rate":
            return not self.held.is_open
        return super().check_action(action, parameters)

    # One competence

    @property
    def _lines(self) -> Lines:
        return self.query_one("#table", Lines)

    def _marked(self) -> Row | None:
        """Return the competence where one is."""
        if not self.held.is_open or not self.is_mounted:
            return None
        return self._row(self._lines.key)

    def _row(self, competence: str) -> Row | None:
        return next((row for row in self.held.rows if row.competence.id == competence), None)

    def action_agree(self, level: int) -> None:
        """Store the level that the two agree on, and go to the next competence."""
        marked = self._marked()
        if marked is None:
            return
        held, agree = self.held, self.session.desk.competences.agree
        key, base = marked.competence.id, self._said(marked).version
        if self._store(lambda: agree(held.me, held.conversation, key, level, base=base)):
            self._lines.move(1)

    def action_take_back(self) -> None:
        """Take back what the two came to."""
        marked = self._marked()
        if marked is not None:
            held, take_back = self.held, self.session.desk.competences.take_back
            self._store(lambda: take_back(held.me, held.conversation, marked.competence.id))

    def _said(self, row: Row) -> Agreed:
        """Return what the two came to about a competence so far."""
        return self.held.found.agreed.get(row.competence.id, Agreed(None))

    def _store(self, write: Callable[[], Assessment]) -> bool:
        """Store something and show how it is now, or say why not; return whether it was stored."""
        try:
            write()
        except IjtuiError as error:
            self.refuse(error)
            return False
        finally:
            self.held.refresh()
            self.show_all()
        return True

    # Forms

    def action_differ(self) -> None:
        """Write down how each of the two sees it."""
        self._open_marked("differ")

    def action_goal(self) -> None:
        """Make a goal of the gap; where there is one, open it."""
        self._open_marked("goal")

    def _open_marked(self, form: str) -> None:
        marked = self._marked()
        if marked is not None:
            self.open_form(form, marked.competence.id)

    def open_form(self, form: str, competence: str) -> None:
        """Open the form of that kind for a competence of the set."""
        row = self._row(competence) if self.held.is_open else None
        if row is None:
            return
        try:
            (self._open_goal if form == "goal" else self._open_differ)(row)
        except IjtuiError as error:
            self.refuse(error)

    def _open_differ(self, row: Row) -> None:
        from ijtui.screens.dialogs.differ import DifferForm

        self.app.push_screen(DifferForm(self.held.conversation, row.competence, self._said(row)))

    def _open_goal(self, row: Row) -> None:
        from ijtui.screens.dialogs.gap_goal import GapGoalForm

        held, made = self.held, self.held.goals.get(row.competence.id)
        if made is not None:
            go_to(self, f"goal:{made.id}:{held.conversation.id}")
            return
        goal = self.session.desk.competences.goal_for(held.me, held.conversation, row.competence.id)
        self.app.push_screen(GapGoalForm(held.conversation, goal))

    # Looking

    @on(Lines.Chosen, "#table")
    def action_read(self) -> None:
        """Read what each level of the competence means, and who stands where; before that, rate."""
        from ijtui.screens.dialogs.reading import ReadingScreen

        marked = self._marked()
        if marked is None:
            self.action_rate()
            return
        text = levels_text(marked, self.held.names(before=True), self.held.conversation)
        self.app.push_screen(ReadingScreen(marked.competence.title, text))

    def action_chart(self) -> None:
        """Show the table alone, or the chart beside it."""
        self.with_chart = not self.with_chart
        self.show_all()

    def action_before(self) -> None:
        """Draw last time's levels, or not."""
        self.with_before = not self.with_before
        self.show_all()

    def action_show(self) -> None:
        """Show only what both may see, beginning here."""
        from ijtui.screens.presentation import PresentationScreen

        self.app.push_screen(PresentationScreen(self.held.conversation.id, StationKey.FUTURE))

    def action_rate(self) -> None:
        """Go on rating, in the place of this screen."""
        from ijtui.screens.ratings import RatingsScreen

        self.app.switch_screen(RatingsScreen(self.held.conversation.id))

    def action_back(self) -> None:
        """Go back."""
        self.dismiss(None)
