"""What is to be reached in one year (D-S3)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ijtui.domain.target import Measure, Target
from ijtui.domain.visibility import Visibility
from ijtui.errors import BadInput
from ijtui.screens.dialogs.form import Form
from ijtui.screens.figure_lines import IN_SHORT
from ijtui.screens.going import place_again
from ijtui.screens.place import Place
from ijtui.screens.sight import who_sees_this
from ijtui.widgets.field import Spec
from ijtui.words import N_, _

_NO_SHARE = N_("Write the target as whole per cent: 90")


class TargetForm(Form[int]):
    """Sets the targets of a year.

    Args:
        year: which.
    """

    ABOUT = N_(
        "What the organisation is to reach in one year: how much of what was agreed, and how many with a "
        "plan that both have signed. A target holds until a later year has another; an empty field takes it "
        "away."
    )

    def __init__(self, year: int) -> None:
        super().__init__(f"target:{year}")
        self._year = year

    def heading(self) -> str:
        """Return of which year."""
        return _("Targets {year}", year=self._year)

    def note(self) -> str:
        """Say who reads it."""
        return who_sees_this(Visibility.EVERYBODY)

    def fields(self) -> Iterator[Spec]:
        """Ask for the two shares."""
        for measure in Measure:
            target = self._set()[measure]
            label = f"{_(IN_SHORT[measure])}, %"
            yield Spec(measure.value, label, value=str(target.percent) if target else "")

    def submit(self, values: Mapping[str, str]) -> int:
        """Store those that are written, and take away those that are empty."""
        wanted = {measure: _share(values[measure.value]) for measure in Measure}
        figure, me = self.session.desk.figure, self.session.me
        for measure, percent in wanted.items():
            if percent is not None:
                figure.set_target(me, Target(self._year, measure, percent))
            elif self._set()[measure] is not None:
                figure.remove_target(me, self._year, measure)
        return self._year

    def _set(self) -> dict[Measure, Target | None]:
        """Return the targets that are set for exactly this year."""
        targets = self.session.desk.figure.targets(self.session.me)
        found = {target.measure: target for target in targets if target.year == self._year}
        return {measure: found.get(measure) for measure in Measure}


def _share(text: str) -> int | None:
    """Return the number, None for nothing.

    Raises:
        BadInput: it is none.
    """
    plain = text.strip().removesuffix("%").strip()
    if not plain:
        return None
    if not plain.isdecimal() or len(plain) > 3:
        raise BadInput(_NO_SHARE)
    return int(plain)


def open_at(place: Place[Any], year: str) -> None:
    """Open the form of a year's targets."""
    place.app.push_screen(TargetForm(int(year)), place_again(place))
