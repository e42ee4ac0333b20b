"""Somebody's last day: they stay in everything that has been, and are offered for nothing new after it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ijtui import dates
from ijtui.domain.person import Person
from ijtui.domain.visibility import Visibility
from ijtui.errors import BadInput
from ijtui.screens.dialogs.day import day_echo, day_text
from ijtui.screens.dialogs.form import Form
from ijtui.screens.place import Place
from ijtui.screens.sight import who_sees_this
from ijtui.widgets.field import Spec
from ijtui.words import N_, _

_NO_DAY = N_("Say which day is the last one.")


class LastDayForm(Form[Person]):
    """Writes down when somebody works for the last time.

    Args:
        person: who.
    """

    ABOUT = N_(
        "After that day the person is in no list of those who work here and is offered for no new "
        "conversation. What was said, agreed and signed stays. Whoever comes back moves in again from a day."
    )

    def __init__(self, person: Person) -> None:
        super().__init__(f"last-day:{person.id}")
        self._person = person

    def heading(self) -> str:
        """Say whom it is about."""
        return _("{name} leaves", name=self._person.name)

    def note(self) -> str:
        """Say who sees it."""
        return who_sees_this(Visibility.EVERYBODY)

    def fields(self) -> Iterator[Spec]:
        """Ask for the day."""
        today = self.session.desk.clock().date()
        last = day_text(self._person.until or today)
        yield Spec("last", _("Last day"), value=last, echo=day_echo(today))

    def submit(self, values: Mapping[str, str]) -> Person:
        """Store it."""
        desk, me = self.session.desk, self.session.me
        last = dates.read_day(values["last"], desk.clock().date())
        if last is None:
            raise BadInput(_NO_DAY)
        return desk.organisation.end(me, self._person.id, last)


def open_at(place: Place[Any], person: str) -> None:
    """Open the form for that person.

    Raises:
        NotFound: nobody has that number.
    """
    session = place.session
    form = LastDayForm(session.desk.people.get(session.me, int(person)))
    place.app.push_screen(form, lambda _stored: place.reload())
