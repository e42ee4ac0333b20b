"""What a unit has set itself for a year: a milestone or a goal of the operating plan (D-G2)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, ClassVar

from ijtui import dates
from ijtui.domain.milestone import Milestone, MilestoneKind
from ijtui.domain.visibility import Visibility
from ijtui.errors import BadInput
from ijtui.screens.dialogs.day import day_echo, day_text
from ijtui.screens.dialogs.form import Form
from ijtui.screens.goal_words import MILESTONE_KINDS
from ijtui.screens.place import Place
from ijtui.screens.sight import who_sees_this
from ijtui.widgets.field import Spec
from ijtui.words import N_, _


class MilestoneForm(Form[Milestone]):
    """Writes a new milestone or changes one.

    Args:
        milestone: what to begin with; without a number it is stored as a new one.
    """

    ABOUT = N_(
        "What the unit is to reach in a year. A person's goal can then say which of these it serves, and it "
        "can itself serve one of a unit above, which is to be reached no earlier. Leave the unit empty where "
        "it holds for everybody."
    )
    START: ClassVar = "title"

    def __init__(self, milestone: Milestone) -> None:
        super().__init__(f"milestone:{milestone.id or 'new'}")
        self._milestone = milestone

    def heading(self) -> str:
        """Say what it is."""
        return _("What the unit is to reach")

    def note(self) -> str:
        """Say who sees it."""
        return who_sees_this(Visibility.EVERYBODY)

    def fields(self) -> Iterable[Spec]:
        """Ask what, of which kind, whose, in which year, and by when."""
        item, today = self._milestone, self.session.desk.clock().date()
        kinds = tuple((kind.value, _(name)) for kind, name in MILESTONE_KINDS.items())
        return (
            Spec("title", _("What is to be reached?"), value=item.title),
            Spec("kind", _("Kind"), "choice", item.kind.value, kinds),
            self._unit(),
            Spec("year", _("Year"), value=str(item.year)),
            Spec("due", _("By when?"), value=day_text(item.due), echo=day_echo(today)),
            Spec("serves", _("Serves"), "pick", str(item.serves or ""), self._to_serve()),
        )

    def _unit(self) -> Spec:
        """Ask whose it is: one of the units that one writes for, or any words where there are no units."""
        item, desk, me = self._milestone, self.session.desk, self.session.me
        if not desk.organisation.tree(me).units:
            return Spec("unit", _("Unit"), value=item.unit, placeholder=_("all units"))
        units = dict.fromkeys((*desk.milestones.units_to_set(me), item.unit))
        return Spec("unit", _("Unit"), "pick", item.unit, [(unit, unit or _("all units")) for unit in units])

    def _to_serve(self) -> list[tuple[str, str]]:
        """Return what it can serve, with whose that is."""
        found = self.session.desk.milestones.to_serve(self.session.me, self._milestone)
        named = [
            (str(item.id), " · ".join((item.title, item.unit or _("all units"), str(item.year))))
            for item in found
        ]
        return [("", _("nothing")), *named]

    def submit(self, values: Mapping[str, str]) -> Milestone:
        """Store it."""
        year = values["year"].strip()
        if not (year.isascii() and year.isdecimal() and len(year) == 4):
            raise BadInput(N_("Write the year with four digits."))
        item = replace(
            self._milestone,
            title=values["title"],
            kind=MilestoneKind(values["kind"]),
            unit=values["unit"],
            year=int(year),
            due=dates.read_day(values["due"], self.session.desk.clock().date()),
            serves=int(values["serves"]) if values["serves"] else None,
        )
        milestones, me = self.session.desk.milestones, self.session.me
        return milestones.change(me, item) if item.id else milestones.add(me, item)


def open_at(place: Place[Any], milestone: str, serves: str = "") -> None:
    """Open the form for a new one (`new`), which may serve another, or the one with that number.

    Raises:
        NotFound: it is gone.
    """
    desk, me = place.session.desk, place.session.me
    if milestone == "new":
        above = desk.milestones.get(me, int(serves)) if serves else None
        units = desk.milestones.units_to_set(me)
        unit = me.unit if me.unit in units or not units else units[0]
        year = above.year if above else desk.clock().year
        chosen = Milestone(
            unit, year, "", serves=above.id if above else None, due=above.due if above else None
        )
    else:
        chosen = desk.milestones.get(me, int(milestone))
    place.app.push_screen(MilestoneForm(chosen), lambda _stored: place.reload())
