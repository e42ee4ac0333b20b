"""What the keys of the rating screen do; each asks one service and shows what came of it."""

from __future__ import annotations

from collections.abc import Callable

from textual import on

from ijtui.domain.assessment import Assessment
from ijtui.domain.competence import LEVELS
from ijtui.errors import IjtuiError
from ijtui.screens.assessing import Assessing
from ijtui.screens.place import Place
from ijtui.screens.ratings_lines import steps_of
from ijtui.widgets.lines import Lines
from ijtui.words import _


class RatingsActions(Place[None]):
    """The commands of rating."""

    assessing: Assessing | None = None
    _asked = False

    @property
    def held(self) -> Assessing:
        """What is rated; there is none before it is fetched."""
        if self.assessing is None:
            raise LookupError("nothing is fetched yet")
        return self.assessing

    def show_ratings(self, at: str | None = None) -> None:
        """Show the levels as they are held."""
        raise NotImplementedError

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is submitted stays; only what both have submitted is compared."""
        if self.assessing is None:
            return action == "back"
        if action in ("rate", "step", "clear", "submit", "go_on"):
            return self.held.may_rate
        if action == "read":
            return self.held.assessment is not None
        if action == "compare":
            return self.held.is_open
        if action == "paper":
            return self.held.on_paper or self.held.may_enter_paper
        if action == "choose_set":
            return self.held.may_choose_set
        return super().check_action(action, parameters)

    # The set

    def ask_for_set(self) -> None:
        """Ask once which set to rate with; whoever doesn't choose goes back."""
        if not self._asked and self.is_current:
            self._asked = True
            self.action_choose_set()

    def action_choose_set(self) -> None:
        """Choose the set; the one that fits the employee's role stands first."""
        from ijtui.screens.dialogs.competence_set import SetPick

        self.app.push_screen(SetPick(self.session, self.held.conversation), self._chosen)

    def _chosen(self, name: str | None) -> None:
        from ijtui.screens.dialogs.competence_set import set_named

        if name is not None:
            begin = self.session.desk.competences.begin
            self._store(lambda: begin(self.held.me, self.held.conversation, set_named(self.session, name)))
        if self.held.assessment is None:
            self.dismiss(None)

    # Levels

    @property
    def _lines(self) -> Lines:
        return self.query_one("#competences", Lines)

    def action_rate(self, level: int) -> None:
        """Give the competence where one is that level, and go to the next one."""
        if self._rate(level):
            self._lines.move(1)

    def action_step(self, step: int) -> None:
        """Give it a level that is one lower or higher, and stay."""
        before = self.held.given.get(self._lines.key)
        level = (LEVELS[0] if step > 0 else LEVELS[-1]) if before is None else before + step
        if level in LEVELS:
            self._rate(level)

    def action_clear(self) -> None:
        """Take the level back."""
        self._rate(None)

    def _rate(self, level: int | None) -> bool:
        held, key, rate = self.held, self._lines.key, self.session.desk.competences.rate
        return self._store(lambda: rate(held.me, held.conversation, key, level, on_paper=held.on_paper))

    @on(Lines.Chosen, "#competences")
    def action_go_on(self) -> None:
        """Go to the next competence without a level; from the last one, submit."""
        if not self.held.may_rate:
            return
        first = self.held.first_open()
        if first is None:
            self.action_submit()
        else:
            self.show_ratings(at=first)

    def action_read(self) -> None:
        """Read what each level means: in a low window the list has no room for all of it."""
        from ijtui.screens.dialogs.reading import ReadingScreen

        competence = self.held.found.profile.competence(self._lines.key)
        steps = steps_of(competence, self.held.given.get(competence.id))
        text = "\n\n".join(f"{step.label} {step.name}\n{step.text}" for step in steps)
        self.app.push_screen(ReadingScreen(competence.title, text))

    # Submitting

    def action_submit(self) -> None:
        """Submit the ratings, after asking: it is one-way."""
        from ijtui.screens.dialogs.confirm import ConfirmScreen

        if not self.held.found.has_rated_all(self.held.party):
            self._submit()  # which says how many are left
            return
        name = self.held.other.first_name
        if self.held.on_paper:
            question = _("Submit {name}'s ratings? Then you both see everything and can compare.", name=name)
        else:
            question = _("Submit your ratings? They can't be changed afterwards.")
        screen = ConfirmScreen(question, _("submit"), _("go on rating"))
        self.app.push_screen(screen, lambda sure: self._submit() if sure else None)

    def _submit(self) -> None:
        """Submit; once both have, go on to comparing."""
        held, submit = self.held, self.session.desk.competences.submit
        if self._store(lambda: submit(held.me, held.conversation, on_paper=held.on_paper)) and held.is_open:
            self.call_next(self.action_compare)

    def action_paper(self) -> None:
        """Change between one's own ratings and what the other brings on paper."""
        self.held.on_paper = not self.held.on_paper
        self.show_ratings(at=self.held.first_open())

    def action_compare(self) -> None:
        """Compare, in the place of this screen."""
        from ijtui.screens.spider import SpiderScreen

        self.app.switch_screen(SpiderScreen(self.held.conversation.id))

    def action_back(self) -> None:
        """Go back to one's own ratings, and from there to where one came from."""
        if self.assessing is not None and self.held.on_paper:
            self.action_paper()
        else:
            self.dismiss(None)

    def _store(self, write: Callable[[], Assessment]) -> bool:
        """Store something and show how it is now, or say why not; return whether it was stored."""
        try:
            write()
        except IjtuiError as error:
            self.refuse(error)
            return False
        finally:
            self.held.refresh()
        if self.held.assessment is not None:
            self.show_ratings()
        return True
