"""Recognition, written down when it is given (D-G9)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ijtui.domain.person import Person
from ijtui.domain.recognition import Recognition, RecognitionKind
from ijtui.domain.visibility import Visibility
from ijtui.screens.care_words import KINDS, read_kronor, read_number, thousands
from ijtui.screens.dialogs.day import day_text, gone_echo, read_day_gone
from ijtui.screens.dialogs.form import Form
from ijtui.screens.dialogs.together import are_together, together
from ijtui.screens.dialogs.training import cost_echo
from ijtui.screens.going import place_again
from ijtui.screens.place import Place
from ijtui.screens.sight import who_sees_this
from ijtui.widgets.field import Spec
from ijtui.words import N_, _

_USUAL_GIFT = 500


class RecognitionForm(Form[Recognition]):
    """Writes down what is given, or changes it.

    Args:
        person: who gets it.
        recognition: the one to change, or None for a new one.
    """

    ABOUT = N_(
        "Say what the person did, and what is given for it: public thanks in the team, one to three extra "
        "days off, a gift card of 500 kr or the like. It comes up in the annual evaluation."
    )

    def __init__(self, person: Person, recognition: Recognition | None) -> None:
        super().__init__(f"recognition:{recognition.id if recognition else 'new'}:{person.id}")
        self._person = person
        self._stored = recognition

    def heading(self) -> str:
        """Return who gets it."""
        return _("Recognition · {name}", name=self._person.name)

    def note(self) -> str:
        """Say who sees it."""
        return who_sees_this(Visibility.CARE)

    def fields(self) -> Iterator[Spec]:
        """Ask for what, what is given, and when."""
        was, today = self._stored, self.session.desk.clock().date()
        kinds = tuple((kind.value, _(name)) for kind, name in KINDS.items())
        yield Spec("what", _("For what?"), value=was.what if was else "")
        yield Spec("kind", _("What is given?"), "choice", was.kind if was else RecognitionKind.THANKS, kinds)
        yield Spec(
            "days", _("If days off"), value=str(was.days or "") if was else "", placeholder=_("1 to 3")
        )
        gift = was.amount if was and was.amount else _USUAL_GIFT
        yield Spec("amount", _("If a gift"), value=thousands(gift), echo=cost_echo)
        yield Spec("day", _("Given on"), value=day_text(was.day if was else today), echo=gone_echo(today))
        if self.session.me.id == self._person.id:
            manager = self.session.desk.care.manager_of(self.session.me, self._person)
            yield together(_("Said by the manager?"), manager.first_name if manager else _("your manager"))

    def submit(self, values: Mapping[str, str]) -> Recognition:
        """Store what is given."""
        care, me, today = self.session.desk.care, self.session.me, self.session.desk.clock().date()
        kind = RecognitionKind(values["kind"])
        was = self._stored
        recognition = Recognition(
            self._person.id,
            me.id,
            kind,
            values["what"],
            read_day_gone(values["day"], today) or today,
            read_number(values["days"]) if kind is RecognitionKind.DAYS else 0,
            read_kronor(values["amount"]) if kind is RecognitionKind.GIFT else 0,
            was.goal if was else None,
            was.id if was else 0,
            was.version if was else 0,
        )
        if was:
            return care.change_recognition(me, recognition, beside=are_together(values))
        return care.give(me, self._person, recognition, beside=are_together(values))


def open_at(place: Place[Any], recognition: str, person: str) -> None:
    """Open the form of something given; `new` writes down another one."""
    desk, me = place.session.desk, place.session.me
    whose = desk.people.get(me, int(person))
    found = None if recognition == "new" else desk.care.recognition(me, int(recognition))
    place.app.push_screen(RecognitionForm(whose, found), place_again(place))
