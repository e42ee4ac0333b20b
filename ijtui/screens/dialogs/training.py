"""A course, and what it costs (D-G7)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from ijtui import dates
from ijtui.domain.person import Person
from ijtui.domain.training import Training, TrainingState
from ijtui.domain.visibility import Visibility
from ijtui.errors import BadInput
from ijtui.screens.care_words import kronor, purse_words, read_kronor, thousands
from ijtui.screens.dialogs.day import day_echo, day_text
from ijtui.screens.dialogs.form import Form
from ijtui.screens.dialogs.goal_choice import goals_to_serve
from ijtui.screens.going import place_again
from ijtui.screens.place import Place
from ijtui.screens.sight import who_sees_this
from ijtui.widgets.field import Spec
from ijtui.words import N_, _


class TrainingForm(Form[Training]):
    """Asks for a course or changes one.

    Args:
        person: who wants to learn.
        training: the one to change, or None for a new one.
    """

    ABOUT = N_(
        "A course or the like, what it costs, and when it is. It takes from the budget of the year it takes "
        "place in once the manager has approved it. More than is left is no hindrance: the manager decides."
    )

    def __init__(self, person: Person, training: Training | None) -> None:
        super().__init__(f"training:{training.id if training else 'new'}:{person.id}")
        self._person = person
        self._stored = training

    def heading(self) -> str:
        """Return for whom it is."""
        return _("Course · {name}", name=self._person.name)

    def note(self) -> str:
        """Say what there is of the year's budget, and who sees it."""
        year = self._stored.day.year if self._stored else self.session.desk.clock().year
        purse = self.session.desk.care.purse(self.session.me, self._person, year)
        budget = _("Budget {year}: {words}.", year=year, words=purse_words(purse))
        return f"{budget} {who_sees_this(Visibility.CARE)}"

    def fields(self) -> Iterator[Spec]:
        """Ask what, what it costs, when and for which goal."""
        was, today = self._stored, self.session.desk.clock().date()
        yield Spec("what", _("Which course?"), value=was.what if was else "")
        yield Spec("cost", _("What does it cost?"), value=thousands(was.cost) if was else "", echo=cost_echo)
        yield Spec("day", _("Day"), value=day_text(was.day if was else None), echo=day_echo(today))
        served = was.goal if was else None
        goals = goals_to_serve(self.session, self._person, served)
        if goals:
            yield Spec("goal", _("Goal it serves"), "pick", str(served or ""), goals)

    def advise(self, values: Mapping[str, str]) -> str:
        """Say where the budget has no room for it; that stops nobody."""
        try:
            cost = read_kronor(values.get("cost", ""))
            day = dates.read_day(values.get("day", ""), self.session.desk.clock().date())
        except BadInput:
            return ""
        year = day.year if day else self.session.desk.clock().year
        purse = self.session.desk.care.purse(self.session.me, self._person, year)
        counted = self._stored is not None and self._stored.state in (
            TrainingState.APPROVED,
            TrainingState.USED,
        )
        own = self._stored.cost if self._stored and counted and self._stored.day.year == year else 0
        over = purse.over_with(cost - own)
        if not cost or not over:
            return ""
        return _(
            "That is {over} more than is left for {year}; the manager decides.", over=kronor(over), year=year
        )

    def submit(self, values: Mapping[str, str]) -> Training:
        """Store the course."""
        care, me, today = self.session.desk.care, self.session.me, self.session.desk.clock().date()
        was = self._stored or Training(self._person.id, "", 0, today)
        goal = values.get("goal", str(was.goal or ""))
        training = replace(
            was,
            what=values["what"],
            cost=read_kronor(values["cost"]),
            day=dates.read_day(values["day"], today) or today,
            goal=int(goal) if goal else None,
        )
        if self._stored:
            return care.change_training(me, training)
        return care.ask_for_training(me, self._person, training)


def cost_echo(typed: str) -> str:
    """Say how a typed amount is understood."""
    try:
        return kronor(read_kronor(typed)) if typed.strip() else _("e.g. 3 200")
    except BadInput:
        return _("no amount")


def open_at(place: Place[Any], training: str, person: str) -> None:
    """Open the form of a course; `new` asks for another one."""
    desk, me = place.session.desk, place.session.me
    whose = desk.people.get(me, int(person))
    found = None if training == "new" else desk.care.training(me, int(training))
    place.app.push_screen(TrainingForm(whose, found), place_again(place))
