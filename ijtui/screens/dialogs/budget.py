"""What a person's courses may cost in one year (D-G7)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ijtui.domain.person import Person
from ijtui.domain.training import USUAL, Purse
from ijtui.domain.visibility import Visibility
from ijtui.errors import BadInput
from ijtui.screens.care_words import kronor, purse_words, read_kronor, thousands
from ijtui.screens.dialogs.form import Form
from ijtui.screens.dialogs.together import are_together, together
from ijtui.screens.dialogs.training import cost_echo
from ijtui.screens.going import place_again
from ijtui.screens.place import Place
from ijtui.screens.sight import who_sees_this
from ijtui.widgets.field import Spec
from ijtui.words import N_, _


class BudgetForm(Form[Purse]):
    """Sets one year's budget.

    Args:
        person: whose it is.
        year: which.
    """

    ABOUT = N_(
        "What courses may cost this person in one year. The usual amount is 5 000 kr; the manager can set "
        "another. Who set it is kept."
    )

    def __init__(self, person: Person, year: int) -> None:
        super().__init__(f"budget:{year}:{person.id}")
        self._person = person
        self._year = year

    def heading(self) -> str:
        """Return whose budget it is, and of which year."""
        return _("Training budget {year} · {name}", year=self._year, name=self._person.name)

    @property
    def _purse(self) -> Purse:
        return self.session.desk.care.purse(self.session.me, self._person, self._year)

    def note(self) -> str:
        """Say what is taken, and who set the amount."""
        purse = self._purse
        if purse.set_by is None:
            by = _("The usual amount is {amount}.", amount=kronor(USUAL))
        else:
            name = self.session.desk.people.get(self.session.me, purse.set_by).name
            by = _("The amount was set by {name}.", name=name)
        return f"{purse_words(purse)}. {by} {who_sees_this(Visibility.CARE)}"

    def fields(self) -> Iterator[Spec]:
        """Ask for the amount."""
        yield Spec("amount", _("Amount"), value=thousands(self._purse.amount), echo=cost_echo)
        if self.session.me.id == self._person.id:
            manager = self.session.desk.care.manager_of(self.session.me, self._person)
            yield together(_("Said by the manager?"), manager.first_name if manager else _("your manager"))

    def submit(self, values: Mapping[str, str]) -> Purse:
        """Store the amount."""
        if not values["amount"].strip():
            raise BadInput(N_("Write an amount, or 0 for no courses at all."))
        return self.session.desk.care.set_budget(
            self.session.me,
            self._person,
            self._year,
            read_kronor(values["amount"]),
            beside=are_together(values),
        )


def open_at(place: Place[Any], year: str, person: str) -> None:
    """Open the form of a year's budget."""
    whose = place.session.desk.people.get(place.session.me, int(person))
    place.app.push_screen(BudgetForm(whose, int(year)), place_again(place))
