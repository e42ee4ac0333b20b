"""Said by one who writes for both: the other is beside and has no login of their own."""

from __future__ import annotations

from collections.abc import Mapping

from ijtui.widgets.field import Spec
from ijtui.words import _

_TOGETHER, _ALONE = "together", "alone"


def together(label: str, name: str) -> Spec:
    """Return the field that asks whether the other is beside and says so, too; no, to begin with."""
    answers = ((_ALONE, _("no")), (_TOGETHER, _("yes, {name} is here beside me", name=name)))
    return Spec(_TOGETHER, label, "choice", _ALONE, answers)


def are_together(values: Mapping[str, str]) -> bool:
    """Whether a form with that field says yes; one without it says no."""
    return values.get(_TOGETHER) == _TOGETHER
