"""Writing down somebody one talks with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from ijtui.domain.conversation import Party
from ijtui.domain.person import Part, Person
from ijtui.domain.visibility import Visibility
from ijtui.screens.dialogs.form import Form
from ijtui.screens.dialogs.who import PeopleSource, person_picked
from ijtui.screens.sight import who_sees_this
from ijtui.widgets.field import Spec
from ijtui.words import N_, _


class PersonForm(Form[Person]):
    """Adds a person or changes one.

    Args:
        person: number of the one to change; None for a new one.
    """

    ABOUT = N_(
        "A name is enough. Role and unit help to tell people apart and stand in the minutes; the manager is "
        "the one who holds this person's conversations."
    )

    def __init__(self, person: int | None) -> None:
        super().__init__(f"person:{person or 'new'}")
        self._number = person
        self._as_read: Person | None = None

    def heading(self) -> str:
        """Return whom it is about."""
        return self._person().name or _("New person")

    def note(self) -> str:
        """Say who sees it."""
        if self.session.desk.door is not None:
            return who_sees_this(Visibility.EVERYBODY)
        return _("This stays in your file.")

    def _person(self) -> Person:
        """Return the person as they were when the form was opened, so that a later change is noticed."""
        if self._as_read is None:
            session = self.session
            leads = session.part is not Part.EMPLOYEE
            self._as_read = (
                session.desk.people.get(session.me, self._number)
                if self._number is not None
                else Person("", manager=session.me.id if leads else None)
            )
        return self._as_read

    def fields(self) -> Iterator[Spec]:
        """Ask who it is."""
        person = self._person()
        yield Spec("name", _("Name"), value=person.name)
        yield Spec("role", _("Role"), value=person.role, placeholder=_("for example developer"))
        yield Spec("unit", _("Unit"), value=person.unit)
        yield Spec(
            "manager",
            _("Manager"),
            "pick",
            str(person.manager or ""),
            [("", _("nobody"))],
            novel=_("New person: {text}"),
            source=PeopleSource(self.session, but=person.id),
        )

    def submit(self, values: Mapping[str, str]) -> Person:
        """Store the person, and a manager who was not known before."""
        said = replace(
            self._person(), name=values["name"], role=values["role"], unit=values["unit"]
        ).checked()
        if values["manager"]:
            boss = person_picked(self.session, values["manager"], Party.MANAGER)
            said = replace(said, manager=boss.id)
        else:
            said = replace(said, manager=None)
        people, me = self.session.desk.people, self.session.me
        stored = people.change(me, said) if said.id else people.add(me, said)
        if stored.id == me.id:
            self.session.me = stored
        return stored
