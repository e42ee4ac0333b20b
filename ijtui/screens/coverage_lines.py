"""A round as lines: people with how far they have come, and groups as bars and counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ijtui.domain.coverage import Branch, Coverage, Group, Tally
from ijtui.domain.person import Person
from ijtui.domain.round import Strays
from ijtui.domain.stage import Stage
from ijtui.minutes.coverage import STAGES
from ijtui.widgets.fit import Column
from ijtui.widgets.lines import EMPTY, Line
from ijtui.words import N_, _, ngettext

PEOPLE = (Column(), Column(18), Column(24))
_GROUPS = (Column(), Column(5, right=True), Column(13), Column(18))
_HIDDEN = (Column(), Column(37))
_BAR = 12
_NOTHING = N_("You are not in this round, and lead nobody who is.")
_UNTOLD = N_("not told, for some are few")


@dataclass(frozen=True, slots=True)
class Listed:
    """A line, and the group that it tells of, if it does."""

    line: Line
    group: Group | None = None


def coverage_lines(
    seen: Coverage, me: Person, unfolded: frozenset[str], astray: Strays | None = None
) -> list[Listed]:
    """Return the parts of a round that somebody may see, each under its heading.

    Args:
        seen: the round.
        me: who looks.
        unfolded: keys of the parts of the organisation whose managers are listed, too.
        astray: who is missing in it or too much; None where that is not for the one who looks.
    """
    parts = [
        part for part in (_own(seen, me), _people(seen), _below(seen), _all(seen, unfolded, astray)) if part
    ]
    if not parts:
        return [Listed(Line((_(_NOTHING),), look="muted"))]
    listed: list[Listed] = []
    for part in parts:
        listed += [*([Listed(EMPTY)] if listed else []), *part]
    return listed


def _own(seen: Coverage, me: Person) -> list[Listed]:
    if seen.own is None:
        return []
    said = Line((_("{name} (you)", name=me.name), _(STAGES[seen.own]), me.unit), f"person:{me.id}")
    return [_heading(_("Your own conversation")), Listed(said)]


def _people(seen: Coverage) -> list[Listed]:
    """Return one's own people, those first for whom nothing is booked."""
    if not seen.people:
        return []
    in_order = sorted(seen.people, key=lambda item: item[1])
    lines = [
        Listed(Line((person.name, _(STAGES[stage]), person.unit), f"person:{person.id}"))
        for person, stage in in_order
    ]
    return [_heading(f"{_('Your own people')} · {in_short(seen.tally)}"), *lines]


def _below(seen: Coverage) -> list[Listed]:
    if not seen.below:
        return []
    lines = [_group(group, f"group:below:{number}") for number, group in enumerate(seen.below)]
    return [_heading(_("The managers you lead")), *lines]


def _all(seen: Coverage, unfolded: frozenset[str], astray: Strays | None) -> list[Listed]:
    if seen.total is None:
        return []
    if seen.total.tally and seen.total.tally.people == len(seen.people) + (seen.own is not None):
        return list(_astray(astray))  # they are listed by name already
    listed = [_heading(_("The whole round")), *_astray(astray), _group(seen.total, "group:all", _("All"))]
    for number, branch in enumerate(seen.branches):
        listed += _branch(branch, f"part:{number}", unfolded)
    return listed


def _astray(found: Strays | None) -> Iterator[Listed]:
    """Yield that the round is to be brought up to date, where it is."""
    if found:
        said = _(
            "New here: {new}. Left: {gone}. Press u to update.", new=len(found.new), gone=len(found.gone)
        )
        yield Listed(Line((said,), look="warning"))


def _branch(branch: Branch, key: str, unfolded: frozenset[str]) -> Iterator[Listed]:
    """Yield a part of the organisation, and where it is unfolded its managers."""
    is_open = key in unfolded
    yield _group(branch.whole, key, branch.whole.name or _("without a unit"), mark="-" if is_open else "+")
    for number, group in enumerate(branch.managers if is_open else ()):
        name = group.name or _("without a manager")
        yield _group(group, f"group:{key}:{number}", f"  {name}")


def _group(group: Group, key: str, name: str = "", mark: str = "") -> Listed:
    tally = group.tally
    shown = name or group.name
    if tally is None:
        return Listed(Line((shown, _(_UNTOLD)), key, mark=mark, columns=_HIDDEN), group)
    cells = (shown, str(tally.people), f" {bar(tally)}", in_short(tally))
    return Listed(Line(cells, key, mark=mark, columns=_GROUPS), group)


def _heading(text: str) -> Listed:
    return Listed(Line((text,), look="heading"))


def in_short(tally: Tally) -> str:
    """Return what most need to know: how many are not booked, or else not held."""
    if tally[Stage.NOT_BOOKED]:
        return ngettext("one not booked", "{number} not booked", tally[Stage.NOT_BOOKED])
    left = tally.people - tally.held
    return ngettext("one not held", "{number} not held", left) if left else _("all held")


def in_full(tally: Tally) -> str:
    """Return the counts of the stages that anybody is at."""
    return " · ".join(f"{_(name)} {tally[stage]}" for stage, name in STAGES.items() if tally[stage])


def bar(tally: Tally, width: int = _BAR) -> str:
    """Return a bar as wide as that: held, booked, and not booked; of each that there is at least a cell."""
    held, unbooked = tally.held, tally[Stage.NOT_BOOKED]
    cells = _shared((held, tally.people - held - unbooked, unbooked), width)
    return "".join(sign * size for sign, size in zip("█━·", cells, strict=True))


def _shared(counts: Sequence[int], width: int) -> list[int]:
    """Return how many cells each gets; the largest pays for what is rounded up."""
    whole = sum(counts)
    cells = [max(1, round(count * width / whole)) if count else 0 for count in counts]
    cells[cells.index(max(cells))] += width - sum(cells)
    return cells
