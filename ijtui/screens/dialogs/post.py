"""Where somebody works from a day on, and under whom: moving, beginning and coming back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from ijtui import dates
from ijtui.domain.person import Person
from ijtui.domain.post import Post
from ijtui.domain.posting import newest
from ijtui.domain.visibility import Visibility
from ijtui.errors import BadInput
from ijtui.screens.dialogs.day import day_echo, day_text
from ijtui.screens.dialogs.form import Form
from ijtui.screens.dialogs.who import PeopleSource
from ijtui.screens.place import Place
from ijtui.screens.sight import who_sees_this
from ijtui.widgets.field import Spec
from ijtui.words import N_, _

_NO_UNIT = N_("Say in which unit. Units are added in the list of units.")
_NO_DAY = N_("Say from which day.")


class PostForm(Form[Person]):
    """Lets somebody work somewhere from a day on.

    Args:
        person: who.
    """

    ABOUT = N_(
        "What the person had before ends the day before, and from that day on the new manager leads them. A "
        "day that is still to come is planned, and nothing changes before it. The day on which the present "
        "post began corrects that one."
    )
    START: ClassVar = "unit"

    def __init__(self, person: Person) -> None:
        super().__init__(f"post:{person.id}")
        self._person = person

    def heading(self) -> str:
        """Say whom it is about."""
        return _("{name} moves", name=self._person.name)

    def note(self) -> str:
        """Say who sees it."""
        return who_sees_this(Visibility.EVERYBODY)

    def fields(self) -> Iterator[Spec]:
        """Ask where, under whom, as what, and from when."""
        desk, me, person = self.session.desk, self.session.me, self._person
        today, tree = desk.clock().date(), desk.organisation.tree(me)
        here = newest(desk.organisation.posts(me, person), today)
        named = tree.named(person.unit)
        at = here.unit if here else named.id if named else ""
        units = [(str(unit.id), unit.name) for _depth, unit in tree.walk()]
        yield Spec("unit", _("Unit"), "pick", str(at), units)
        managers, nobody = PeopleSource(self.session, but=person.id), [("", _("nobody"))]
        yield Spec("manager", _("Manager"), "pick", str(person.manager or ""), nobody, source=managers)
        yield Spec("role", _("Role"), value=person.role)
        yield Spec("since", _("From"), value=day_text(today), echo=day_echo(today))

    def submit(self, values: Mapping[str, str]) -> Person:
        """Store it."""
        desk, me = self.session.desk, self.session.me
        since = dates.read_day(values["since"], desk.clock().date())
        if not values["unit"]:
            raise BadInput(_NO_UNIT)
        if since is None:
            raise BadInput(_NO_DAY)
        manager = int(values["manager"]) if values["manager"] else None
        return desk.organisation.move(
            me, Post(self._person.id, int(values["unit"]), since, manager, values["role"])
        )


def open_at(place: Place[Any], person: str) -> None:
    """Open the form for that person.

    Raises:
        NotFound: nobody has that number.
    """
    session = place.session
    form = PostForm(session.desk.people.get(session.me, int(person)))
    place.app.push_screen(form, lambda _stored: place.reload())
