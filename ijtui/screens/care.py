"""Training, recognition and the next step of one person, in one list (D-G7, D-G9, D-G10)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult

from ijtui import paths
from ijtui.domain.advancement import Advancement
from ijtui.domain.person import Person
from ijtui.domain.training import Training, TrainingState
from ijtui.errors import BadInput, IjtuiError
from ijtui.screens.care_commands import COMMANDS
from ijtui.screens.care_lines import Care, care_lines
from ijtui.screens.dialogs.confirm import ConfirmScreen
from ijtui.screens.going import go_to
from ijtui.screens.people import OPEN
from ijtui.screens.place import Place
from ijtui.widgets.lines import Lines
from ijtui.words import N_, _

_ON_LINE = ("approve", "decline", "take", "remove")
_WAITS, _APPROVED = TrainingState.ASKED, TrainingState.APPROVED
_MANAGERS = ("approve", "decline", "budget", "recognition")


class CareScreen(Place[None]):
    """One person's way forward.

    Args:
        person: number of the person.
    """

    CAN: ClassVar = (OPEN, *COMMANDS)
    ABOUT = N_(
        "What helps somebody forward: courses and what is left of the year's budget, recognition, and how "
        "far it is to the next step in the role. The person and their nearest manager see it, and nobody "
        "else. The manager approves courses, sets the budget and gives recognition; beside each other, "
        "either of you can write it down. Left and right go to another year."
    )
    CSS_PATH: ClassVar = [paths.style("lines")]
    ROAMS = True

    def __init__(self, person: int) -> None:
        super().__init__()
        self._number = person
        self._person = Person("")
        self._year = 0
        self._trainings: tuple[Training, ...] = ()
        self._told = False
        self._may_decide = True

    def heading(self) -> str:
        """Return whose way forward it is."""
        return _("Way forward · {name}", name=self._person.name)

    def body(self) -> ComposeResult:
        """One list."""
        yield Lines(id="care")

    def load(self) -> None:
        """Fetch the three parts."""
        try:
            care = self._fetched()
        except IjtuiError as error:
            self.refuse(error)
            self.dismiss(None)
            return
        self.query_one("#care", Lines).show(care_lines(care))
        self.refresh_bindings()

    def _fetched(self) -> Care:
        desk, me = self.session.desk, self.session.me
        today = desk.clock().date()
        self._year = self._year or today.year
        person = desk.people.get(me, self._number)
        self._trainings = desk.care.trainings(me, person, self._year)
        care = Care(
            person,
            desk.care.purse(me, person, self._year),
            self._trainings,
            desk.care.recognitions(me, person, date(self._year, 1, 1), date(self._year, 12, 31)),
            self._advancement(person),
            desk.people.known(me),
            me,
            today,
        )
        self._person = person
        self._may_decide = desk.care.may_decide(me, person)
        return care

    def _advancement(self, person: Person) -> tuple[Advancement, ...] | None:
        """Return the next steps; None where the file of one's own can't be read, and say once why."""
        try:
            return self.session.desk.care.advancement(self.session.me, person)
        except BadInput as error:
            if not self._told:
                self.refuse(error)
            self._told = True
            return None

    # What is marked

    def _marked(self) -> tuple[str, str]:
        """Return what kind of thing is marked, and its number."""
        lines = self.query("#care")
        kind, _colon, rest = (lines.first(Lines).key if lines else "").partition(":")
        return kind, rest.partition(":")[0]

    def _training(self) -> Training | None:
        """Return the course where one is."""
        kind, number = self._marked()
        found = (item for item in self._trainings if str(item.id) == number)
        return next(found, None) if kind == "training" else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A course is decided on, and taken once approved; what was asked for or given is taken away."""
        if action in _MANAGERS and not self._may_decide:
            return False
        if action not in _ON_LINE:
            return super().check_action(action, parameters)
        found = self._training()
        if action == "remove":
            return found is not None or (self._marked()[0] == "recognition" and self._may_decide)
        if found is None:
            return False
        fits = {"approve": found.state in (_WAITS, TrainingState.DECLINED), "take": found.state is _APPROVED}
        return fits.get(action, found.state in (_WAITS, _APPROVED))

    @on(Lines.Moved, "#care")
    def show_keys(self) -> None:
        """Offer what can be done with the line where one is."""
        self.refresh_bindings()

    @on(Lines.Chosen, "#care")
    def open_chosen(self, event: Lines.Chosen) -> None:
        """Change what was chosen."""
        go_to(self, event.key)

    def action_choose(self) -> None:
        """Change what is marked."""
        self.query_one("#care", Lines).action_choose()

    # Courses

    def action_training(self) -> None:
        """Ask for a course."""
        go_to(self, f"training:new:{self._number}")

    def action_approve(self) -> None:
        """Approve the course."""
        self._decide(True, N_("Is {name} here beside you, and approves the course?"))

    def action_decline(self) -> None:
        """Decline the course."""
        self._decide(False, N_("Is {name} here beside you, and declines the course?"))

    def _decide(self, approved: bool, question: str) -> None:
        found = self._training()
        if found is not None:
            care, me = self.session.desk.care, self.session.me
            self._as_manager(
                question, lambda beside: care.decide_training(me, found, approved, beside=beside)
            )

    def action_take(self) -> None:
        """Say that the course has been taken."""
        found = self._training()
        if found is not None:
            self._try(lambda: self.session.desk.care.take_training(self.session.me, found))

    def action_budget(self) -> None:
        """Set the year's budget."""
        go_to(self, f"budget:{self._year}:{self._number}")

    # The rest

    def action_recognition(self) -> None:
        """Write down what is given."""
        go_to(self, f"recognition:new:{self._number}")

    def action_remove(self) -> None:
        """Take away what is marked, after asking."""
        kind, number = self._marked()
        question = ConfirmScreen(_("Take it away?"), _("take away"), _("keep"))
        self.app.push_screen(question, lambda sure: self._remove(kind, number) if sure else None)

    def _remove(self, kind: str, number: str) -> None:
        care, me = self.session.desk.care, self.session.me
        if kind == "training":
            found = next(item for item in self._trainings if str(item.id) == number)
            self._try(lambda: care.remove_training(me, found))
            return
        given = care.recognition(me, int(number))
        question = N_("Is {name} here beside you, and takes it back?")
        self._as_manager(question, lambda beside: care.remove_recognition(me, given, beside=beside))

    def action_year(self, step: int) -> None:
        """Go to another year."""
        self._year += step
        self.load()

    def _as_manager(self, question: str, write: Callable[[bool], object]) -> None:
        """Do what is the manager's to do; the employee is asked first whether the manager is beside."""
        me = self.session.me
        if me.id != self._number:
            self._try(lambda: write(False))
            return
        manager = self.session.desk.care.manager_of(me, self._person)
        name = manager.first_name if manager else _("your manager")
        ask = ConfirmScreen(
            _(question, name=name), _("yes, {name} is here beside me", name=name), _("not yet")
        )
        self.app.push_screen(ask, lambda sure: self._try(lambda: write(True)) if sure else None)

    def _try(self, write: Callable[[], object]) -> None:
        try:
            write()
        except IjtuiError as error:
            self.refuse(error)
        self.load()

    def action_back(self) -> None:
        """Go back."""
        self.dismiss(None)


def open_at(place: Place[Any], person: str, _line: str = "") -> None:
    """Open that person's way forward above the place.

    Raises:
        NotFound: there is nobody with that number, or it is not the asker's to see.
    """
    desk, me = place.session.desk, place.session.me
    desk.care.manager_of(me, desk.people.get(me, int(person)))
    place.app.push_screen(CareScreen(int(person)))
