"""What one can do with a goal on its page: say how far it is, close it, and say what stood in the way."""

from __future__ import annotations

from collections.abc import Callable

from textual import on

from ijtui import dates
from ijtui.domain.action import Action
from ijtui.domain.check_in import CheckIn
from ijtui.domain.goal import Goal, Result
from ijtui.errors import IjtuiError
from ijtui.screens.goal_story_lines import WORDINGS, GoalStory
from ijtui.screens.goal_words import RESULTS
from ijtui.screens.going import go_to, place_again
from ijtui.screens.place import Place
from ijtui.widgets.lines import Lines
from ijtui.words import _, spoken

_WHILE_OPEN = ("check_in", "reached", "end", "agree")


class GoalActions(Place[None]):
    """Answers the commands of a goal's page.

    Args:
        goal: its number.
        conversation: number of the one in which the two talk about it, or 0 between two.
    """

    def __init__(self, goal: int, conversation: int = 0) -> None:
        super().__init__()
        self._number = goal
        self._conversation = conversation
        self._story = GoalStory(Goal(0, ""))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what fits a goal that goes on, or one that is closed."""
        goal = self._story.goal
        if action in _WHILE_OPEN:
            return goal.is_open
        if action == "reopen":
            return not goal.is_open
        if action == "wordings":
            return bool(self._story.wordings)
        if action == "take_back":
            return goal.is_open and self._own_check_in() is not None
        return super().check_action(action, parameters)

    def _check_in(self) -> CheckIn | None:
        """Return the check-in where one is, or None."""
        lines = self.query("#story")
        kind, _colon, rest = (lines.first(Lines).key if lines else "").partition(":")
        number = rest.partition(":")[0] if kind == "check-in" else ""
        return next((item for item in self._story.check_ins if str(item.id) == number), None)

    def _own_check_in(self) -> CheckIn | None:
        """Return the check-in where one is, if it is one's own."""
        found = self._check_in()
        return found if found is not None and found.author == self.session.me.id else None

    @on(Lines.Moved, "#story")
    def show_keys(self) -> None:
        """Offer what can be done with the line where one is."""
        self.refresh_bindings()

    @on(Lines.Chosen, "#story")
    def open_chosen(self, event: Lines.Chosen) -> None:
        """Open what was chosen; of the other's check-in there is only its comment to read."""
        told = self._check_in()
        if event.key == WORDINGS:
            self.action_wordings()
        elif told is not None and (self._own_check_in() is None or not self._story.goal.is_open):
            self._read_comment(told)
        else:
            go_to(self, event.key)

    def _read_comment(self, item: CheckIn) -> None:
        from ijtui.screens.dialogs.reading import ReadingScreen

        author = self.session.desk.people.get(self.session.me, item.author)
        title = _("Check-in · {name} · {day}", name=author.name, day=dates.long(item.day, spoken()))
        self.app.push_screen(ReadingScreen(title, item.comment))

    def action_check_in(self) -> None:
        """Say how far it has come."""
        go_to(self, f"check-in:new:{self._number}:{self._conversation}")

    def action_change(self) -> None:
        """Change its words."""
        go_to(self, f"goal:{self._number}:0")

    def action_entry(self) -> None:
        """Write in one's journal about it."""
        go_to(self, f"entry:new:goal:{self._number}")

    def action_agree(self) -> None:
        """Agree on something that takes it further."""
        from ijtui.screens.dialogs.action import ActionForm

        desk, me, goal = self.session.desk, self.session.me, self._story.goal
        try:
            two = desk.actions.two(me, desk.people.get(me, goal.person))
        except IjtuiError as error:
            self.refuse(error)
            return
        other = next(person.id for person in two if person.id != me.id)
        new = Action(two[0].id, None, "", goal=goal.id)
        self.app.push_screen(ActionForm(two, None, new, other=other), place_again(self))

    def action_explain(self) -> None:
        """Say what stood in the way."""
        go_to(self, f"shortfall:new:{self._number}:{self._conversation}")

    def action_wordings(self) -> None:
        """Read how it was worded before."""
        from ijtui.screens.dialogs.wordings import wordings_screen

        people = self.session.desk.people.known(self.session.me)
        self.app.push_screen(wordings_screen(self._story.goal, self._story.wordings, people))

    # The end

    def action_reached(self) -> None:
        """Close it as reached."""
        self._close(Result.REACHED.value)

    def action_end(self) -> None:
        """Ask how it ended, and close it."""
        from ijtui.screens.dialogs.pick import Option, Pick

        options = [Option(result.value, _(name).capitalize()) for result, name in RESULTS.items()]
        self.app.push_screen(Pick(_("How did it end?"), options), self._close)

    def _close(self, picked: str | None) -> None:
        """Close it; where it was not reached, go on to what stood in the way (D-G6)."""
        if picked is None:
            return
        desk, me, result = self.session.desk, self.session.me, Result(picked)
        if self._try(lambda: desk.goals.close(me, self._story.goal, result)) and result.asks_why:
            self.action_explain()

    def action_reopen(self) -> None:
        """Let it go on after all."""
        self._try(lambda: self.session.desk.goals.reopen(self.session.me, self._story.goal))

    def action_take_back(self) -> None:
        """Take one's own check-in back, after asking."""
        from ijtui.screens.dialogs.confirm import ConfirmScreen

        check_in = self._own_check_in()
        if check_in is not None:
            question = ConfirmScreen(_("Take this check-in back?"), _("take back"), _("keep"))
            self.app.push_screen(question, lambda sure: self._take_back(check_in) if sure else None)

    def _take_back(self, check_in: CheckIn) -> None:
        self._try(lambda: self.session.desk.goals.remove_check_in(self.session.me, check_in))

    def action_remove(self) -> None:
        """Take the goal away if nothing has been said of it yet."""
        goals, me = self.session.desk.goals, self.session.me
        if self._try(lambda: goals.remove(me, self._story.goal), again=False):
            self.dismiss(None)

    def _try(self, write: Callable[[], object], *, again: bool = True) -> bool:
        """Store something and show it, or say why not; return whether it is stored."""
        try:
            write()
        except IjtuiError as error:
            self.refuse(error)
            return False
        if again:
            self.reload()
        return True

    def action_choose(self) -> None:
        """Open what is marked."""
        self.query_one("#story", Lines).action_choose()

    def action_back(self) -> None:
        """Go back."""
        self.dismiss(None)
