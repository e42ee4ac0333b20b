"""What a list of people would change, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ijtui.domain.people_list import Change, Told, What
from ijtui.words import N_, Words

_MOST = 40
"""Lines of one kind that are told one by one; after that, how many more there are."""

_SAID = {
    What.UNIT_NEW: ("{name}", N_("{name}, part of {unit}")),
    What.UNIT_MOVED: (N_("{name} is part of {unit} from now on"),) * 2,
    What.UNIT_KIND: (N_("{name} stands on another level from now on"),) * 2,
    What.NEW: ("{name}", "{name}, {unit}"),
    What.BACK: (N_("{name} comes back: {unit}, from {day}"),) * 2,
    What.MOVES: (N_("{name} works in {unit} from {day}"),) * 2,
    What.LED: (N_("{name} has {other} as manager"),) * 2,
    What.ROLE: (N_("{name} has the role {other}"),) * 2,
    What.NAME: (N_("{name} is called {other} from now on"),) * 2,
    What.NUMBER: (N_("{name} has the employee number {other}"),) * 2,
    What.ENDS: (N_("{name} has the last day {day}"),) * 2,
    What.GOES_ON: (N_("{name} has no last day any more"),) * 2,
    What.CORRECTED: (N_("{name}, from {day}: corrected to {unit}"),) * 2,
    What.FALLS_AWAY: (N_("{name} does not go to {unit} on {day}, as was planned"),) * 2,
    What.NO_MANAGER: ("{name}", "{name}, {unit}"),
    What.MANAGER_LEFT: (N_("{name}, whose manager was {other}"),) * 2,
    What.MISSING: ("{name}", "{name}, {unit}"),
}
_HEADS = {
    What.UNIT_NEW: N_("New units: {number}"),
    What.UNIT_MOVED: N_("Units that move: {number}"),
    What.UNIT_KIND: N_("Units on another level: {number}"),
    What.NEW: N_("New people: {number}"),
    What.BACK: N_("Who come back: {number}"),
    What.MOVES: N_("Moves: {number}"),
    What.LED: N_("Other managers: {number}"),
    What.ROLE: N_("Other roles: {number}"),
    What.NAME: N_("Other names: {number}"),
    What.NUMBER: N_("Employee numbers: {number}"),
    What.ENDS: N_("Who leave: {number}"),
    What.GOES_ON: N_("Who stay after all: {number}"),
    What.CORRECTED: N_("Corrected: {number}"),
    What.FALLS_AWAY: N_("Plans that fall away: {number}"),
    What.NO_MANAGER: N_("Without a manager, so nobody holds their conversations: {number}"),
    What.MANAGER_LEFT: N_("Led by somebody who has left: {number}"),
    What.MISSING: N_("Not in the list, and left as they are: {number}"),
}


def as_text(change: Change, words: Words) -> str:
    """Return what would change, kind by kind with how many of each; empty where nothing would."""
    return "\n".join(_lines(change, words))


def _lines(change: Change, words: Words) -> Iterator[str]:
    for what, head in _HEADS.items():
        told = [one for one in change.told if one.what is what]
        if told:
            yield words(head, number=len(told))
            yield from _some(told, words)


def _some(told: Sequence[Told], words: Words) -> Iterator[str]:
    for one in told[:_MOST]:
        yield f"  {_said(one, words)}"
    if len(told) > _MOST:
        yield "  " + words(N_("… and {number} more"), number=len(told) - _MOST)


def _said(one: Told, words: Words) -> str:
    without, having = _SAID[one.what]
    nobody = words(N_("nobody"))
    fields = {"name": one.name, "unit": one.unit, "other": one.other or nobody, "day": one.day or ""}
    if one.what is What.LED and one.day:
        return words(N_("{name} has {other} as manager from {day}"), **fields)
    if one.what is What.ROLE and one.day:
        return words(N_("{name} has the role {other} from {day}"), **fields)
    return words(having if one.unit else without, **fields)
