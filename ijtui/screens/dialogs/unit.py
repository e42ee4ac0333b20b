"""Adding a unit, renaming one, and letting it be part of another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from ijtui.domain.unit import Unit, UnitKind
from ijtui.domain.visibility import Visibility
from ijtui.screens.dialogs.form import Form
from ijtui.screens.place import Place
from ijtui.screens.sight import who_sees_this
from ijtui.screens.unit_lines import KINDS
from ijtui.widgets.field import Spec
from ijtui.words import N_, _

_BELOW = {
    UnitKind.ORGANISATION: UnitKind.ADMINISTRATION,
    UnitKind.ADMINISTRATION: UnitKind.UNIT,
    UnitKind.UNIT: UnitKind.UNIT,
}
"""What a new part of such a unit most likely is."""


class UnitForm(Form[Unit]):
    """Writes a new unit or changes one.

    Args:
        unit: what to begin with; without a number it is stored as a new one.
    """

    ABOUT = N_(
        "Each unit has a name of its own, for people and milestones are found by it. When it is renamed they "
        "have the new name, too. The key figure is broken down by organisation, administration and unit."
    )

    def __init__(self, unit: Unit) -> None:
        super().__init__(f"unit-form:{unit.id or 'new'}")
        self._unit = unit

    def heading(self) -> str:
        """Say what it is."""
        return self._unit.name or _("New unit")

    def note(self) -> str:
        """Say who sees it."""
        return who_sees_this(Visibility.EVERYBODY)

    def fields(self) -> Iterator[Spec]:
        """Ask what it is called, what it is, and what it is part of."""
        unit = self._unit
        yield Spec("name", _("Name"), value=unit.name)
        yield Spec(
            "kind",
            _("Kind"),
            "choice",
            unit.kind.value,
            [(kind.value, _(name)) for kind, name in KINDS.items()],
        )
        yield Spec(
            "parent", _("Part of"), "pick", str(unit.parent or ""), [("", _("nothing")), *self._others()]
        )

    def _others(self) -> Iterator[tuple[str, str]]:
        """Yield the units that it can be part of, from the top down."""
        tree = self.session.desk.organisation.tree(self.session.me)
        inside = tree.within(self._unit.id) if self._unit.id else frozenset()
        yield from ((str(unit.id), unit.name) for _depth, unit in tree.walk() if unit.id not in inside)

    def submit(self, values: Mapping[str, str]) -> Unit:
        """Store it."""
        parent = int(values["parent"]) if values["parent"] else None
        said = replace(self._unit, name=values["name"], kind=UnitKind(values["kind"]), parent=parent)
        keep, me = self.session.desk.organisation, self.session.me
        return keep.change_unit(me, said) if said.id else keep.add_unit(me, said)


def open_at(place: Place[Any], unit: str, parent: str = "") -> None:
    """Open the form for a new one (`new`), part of another, or the one with that number.

    Raises:
        NotFound: it is gone.
    """
    keep, me = place.session.desk.organisation, place.session.me
    if unit != "new":
        chosen = keep.unit(me, int(unit))
    elif parent:
        above = keep.unit(me, int(parent))
        chosen = Unit("", _BELOW[above.kind], above.id)
    else:
        chosen = Unit("", UnitKind.ORGANISATION)
    place.app.push_screen(UnitForm(chosen), lambda _stored: place.reload())
