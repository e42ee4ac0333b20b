"""Beginning a handover: who leaves, who takes over, and from which day; of one person or of all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from ijtui import dates
from ijtui.clean import clean_line
from ijtui.domain.handover import CHOICES, Handover, Matter
from ijtui.domain.person import Person
from ijtui.domain.visibility import Visibility
from ijtui.errors import BadInput
from ijtui.minutes.handover import SHORT
from ijtui.screens.dialogs.day import day_echo, day_text
from ijtui.screens.dialogs.form import Form
from ijtui.screens.dialogs.who import PeopleSource
from ijtui.screens.going import go_to
from ijtui.screens.place import Place
from ijtui.screens.sight import who_sees_this
from ijtui.services.handover_ways import Way
from ijtui.widgets.field import Spec
from ijtui.widgets.picked import NOVEL
from ijtui.words import N_, _

_NO_DAY = N_("Say from which day.")
_NO_LEAVER = N_("Say who leaves.")
_NO_SUCCESSOR = N_("Say who takes over.")
_YES = "yes"


class HandingOver(Form[Handover]):
    """What the forms of handovers have in common."""

    ABOUT = N_(
        "Who takes over, and from which day. From that day on the successor has the agreements, and the one "
        "who leaves reads nothing of them any more. What else goes on you choose afterwards, each of you."
    )
    START: ClassVar = "successor"

    def note(self) -> str:
        """Say who sees it."""
        return who_sees_this(Visibility.HANDOVER)

    def _successor(self, value: str) -> Spec:
        novel = _("New person: {text}") if self.session.desk.door is None else ""
        source = PeopleSource(self.session, but=0)
        return Spec("successor", _("Who takes over?"), "pick", value, novel=novel, source=source)

    def _day(self, value: str) -> Spec:
        return Spec("day", _("From which day?"), value=value, echo=day_echo(self.session.desk.clock().date()))

    def _taker(self, value: str) -> Person:
        """Return who takes over; a new name is stored."""
        people, me = self.session.desk.people, self.session.me
        if value.startswith(NOVEL):
            return people.add(me, Person(clean_line(value.removeprefix(NOVEL))))
        if not value:
            raise BadInput(_NO_SUCCESSOR)
        return people.get(me, int(value))


class HandoverForm(HandingOver):
    """Begins one, or names another successor or day.

    Args:
        employee: who is handed over.
        handover: the one to change, or None for a new one.
    """

    def __init__(self, employee: Person, handover: Handover | None) -> None:
        number = handover.id if handover else f"of:{employee.id}"
        super().__init__(f"handing-over:{number}")
        self._employee = employee
        self._handover = handover

    def heading(self) -> str:
        """Say of whom."""
        return _("Handing over · {name}", name=self._employee.name)

    def fields(self) -> Iterator[Spec]:
        """Ask who leaves, who takes over, and from when."""
        desk, me, found = self.session.desk, self.session.me, self._handover
        if found is not None:
            yield self._successor(str(found.successor))
            yield self._day(day_text(found.day))
            return
        leaver, successor = desk.handovers.suggested(me, self._employee)
        source = PeopleSource(self.session, but=self._employee.id)
        yield Spec("leaver", _("Who leaves?"), "pick", str(leaver or ""), source=source)
        yield self._successor(str(successor or ""))
        yield self._day(day_text(desk.clock().date()))

    def submit(self, values: Mapping[str, str]) -> Handover:
        """Store it."""
        desk, me = self.session.desk, self.session.me
        day = dates.read_day(values["day"], desk.clock().date())
        if day is None:
            raise BadInput(_NO_DAY)
        if self._handover is not None:
            return desk.handovers.change(me, self._handover, self._taker(values["successor"]), day)
        if not values["leaver"]:
            raise BadInput(_NO_LEAVER)
        leaver = desk.people.get(me, int(values["leaver"]))
        return desk.handovers.begin(me, self._employee, leaver, self._taker(values["successor"]), day)


class HandoverOfAllForm(HandingOver):
    """Begins with everybody who is left, with what the one who leaves lets go on for all of them.

    Args:
        ways: those whom nobody has begun with.
    """

    def __init__(self, ways: tuple[Way, ...]) -> None:
        super().__init__("handing-over:all")
        self._ways = ways

    def heading(self) -> str:
        """Say how many they are."""
        return _("Handing over · {number} people", number=len(self._ways))

    def fields(self) -> Iterator[Spec]:
        """Ask who takes over, from when, and what may go on."""
        yield self._successor("")
        yield self._day(day_text(self.session.desk.clock().date()))
        answers = ((_YES, _("yes, if they say so, too")), ("", _("no")))
        for matter in CHOICES:
            yield Spec(matter.value, _(SHORT[matter]), "choice", "", answers)

    def submit(self, values: Mapping[str, str]) -> Handover:
        """Begin with each of them, and say for oneself what goes on."""
        desk, me = self.session.desk, self.session.me
        day = dates.read_day(values["day"], desk.clock().date())
        if day is None:
            raise BadInput(_NO_DAY)
        successor = self._taker(values["successor"])
        chosen = [Matter(name) for name, value in values.items() if value == _YES]
        return desk.handovers.begin_all(me, [way.employee for way in self._ways], successor, day, chosen)[-1]


def open_at(place: Place[Any], which: str, person: str = "") -> None:
    """Open the form: of the handover with that number, `of:4` of that person, `all` of everybody who is left.

    Raises:
        NotFound: nobody has that number, or it is not the asker's.
    """
    desk, me = place.session.desk, place.session.me
    if which == "all":
        left = tuple(way for way in desk.handovers.of_led(me) if way.is_left)
        if left:
            place.app.push_screen(HandoverOfAllForm(left), lambda _stored: place.reload())
        return
    found = desk.handovers.get(me, int(which)) if which.isdecimal() else None
    employee = desk.people.get(me, found.employee if found else int(person))

    def show(stored: Handover | None) -> None:
        if stored is not None and found is None and (desk.door is None or stored.concerns(me.id)):
            go_to(place, f"handover:{stored.id}")
        elif stored is not None and found is None:
            place.say(_("The handover is begun; the three are asked."))
            place.reload()
        else:
            place.reload()

    place.app.push_screen(HandoverForm(employee, found), show)
