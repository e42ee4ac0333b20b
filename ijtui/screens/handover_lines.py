"""Handovers as lines: the list of them, and what goes on in one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date

from ijtui import dates
from ijtui.domain.handover import CHOICES, Matter, Standing
from ijtui.domain.handover_package import Receipt
from ijtui.domain.person import Person
from ijtui.minutes.handover import MATTER_NAMES, receipt_sections
from ijtui.screens.handover_words import standing_words
from ijtui.services.handover_ways import Way
from ijtui.widgets.fit import Column
from ijtui.widgets.lines import EMPTY, Line
from ijtui.words import N_, _, spoken

COLUMNS = (Column(20), Column(20), Column(10), Column())
_WHOLE = (Column(),)
_NOBODY = N_("You lead nobody here, and nothing has been handed over to you.")
_NEVER = N_("Private notes and what is sealed never go on.")


def handovers_lines(
    led: Sequence[Way], others: Sequence[Way], of_all: Sequence[Way], me: Person, today: date
) -> list[Line]:
    """Return the list.

    Args:
        led: those whom the one who looks leads, or has handed over.
        others: in which they are the employee or the successor.
        of_all: of everybody else, for HR.
        me: who looks.
        today: which day it is.
    """
    parts = (
        (_("Those you lead, or have led"), led),
        (_("To you, or of yourself"), others),
        (_("Of others, as far as HR is told"), of_all),
    )
    lines = [line for title, ways in parts for line in _part(title, ways, me, today)]
    return lines or [Line((_(_NOBODY),), look="muted", columns=_WHOLE)]


def _part(title: str, ways: Sequence[Way], me: Person, today: date) -> list[Line]:
    if not ways:
        return []
    return [Line((title,), look="heading", columns=_WHOLE), *(_line(way, me, today) for way in ways), EMPTY]


def _line(way: Way, me: Person, today: date) -> Line:
    begins = f"handover:of:{way.employee.id}" if way.standing is Standing.NOT_BEGUN else ""
    key = f"handover:{way.handover.id}" if way.handover else begins
    taker = _("to {name}", name=way.successor.name) if way.successor else ""
    day = dates.short_or_year(way.day, today, spoken()) if way.day else ""
    return Line((way.employee.name, taker, day, standing_words(way, me)), key)


def choice_lines(
    chosen: AbstractSet[Matter], counts: Mapping[Matter, int], notes: Sequence[str], *, may_tick: bool
) -> list[Line]:
    """Return what goes on, ticked, and what stays.

    Args:
        chosen: what is ticked.
        counts: how much there is of each; empty where it isn't known.
        notes: what else to know, a sentence a line.
        may_tick: whether the one who looks chooses.
    """
    lines = [Line((_("What goes on"),), look="heading")]
    lines.append(Line((f"[x] {_(MATTER_NAMES[Matter.AGREEMENTS])}",)))
    for matter in CHOICES:
        ticked = "[x]" if matter in chosen else "[ ]"
        many = f" ({counts[matter]})" if counts.get(matter) else ""
        none = not counts.get(matter) and bool(counts)
        text = f"{ticked} {_(MATTER_NAMES[matter])}{many}"
        lines.append(Line((text,), matter.value if may_tick else "", "muted" if none else "plain"))
    return [*lines, EMPTY, *(Line((text,), look="muted") for text in (_(_NEVER), *notes))]


def choosing_notes(way: Way, me: Person, *, alone: bool) -> Iterator[str]:
    """Yield what the two should know while they choose."""
    other = way.leaver if me.id == way.employee.id else way.employee
    if alone:
        yield _("Tick together what you both want to go on.")
    else:
        yield _("What you tick goes on if {name} ticks it, too.", name=other.first_name)
    yield _("Agreements always go on, with their words, days and owners.")


def receipt_lines(receipt: Receipt) -> Iterator[Line]:
    """Yield the receipt: what went on, what did not, and how to print it."""
    for section in receipt_sections(receipt, spoken()):
        yield Line((section.title,), look="heading")
        yield from (Line((told.title,)) for told in section.told)
        yield EMPTY
