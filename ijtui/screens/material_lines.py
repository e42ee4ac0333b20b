"""What a conversation looks back on, as lines that lead to where each comes from."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from ijtui.domain.conversation import Conversation
from ijtui.domain.material import Item, Material, Source
from ijtui.screens.going import go_to
from ijtui.widgets.fit import Column
from ijtui.widgets.lines import EMPTY, Line
from ijtui.words import _, spoken

if TYPE_CHECKING:
    from ijtui.screens.station import Station

_COLUMNS = (Column(), Column(10))
_SEALED = "*"
"""Marks what nobody but the reader sees."""


def material_lines(material: Material, conversation: Conversation, but: Collection[str] = ()) -> list[Line]:
    """Return the items under their headings, each with its day; where there is none, that there is none.

    A line's key is its item's number in the material and, after a colon, where it leads.

    Args:
        material: what to list.
        conversation: whose.
        but: keys of items that stand elsewhere on the same screen.
    """
    from ijtui.minutes.material_words import GROUPS, Teller

    teller = Teller(material, conversation, spoken())
    numbers = {item: number for number, item in reversed(list(enumerate(material.items)))}
    lines: list[Line] = []
    for source, items in material.groups().items():
        shown = [item for item in items if item.key not in but]
        if shown:
            lines += [EMPTY] if lines else []
            lines.append(Line((_(GROUPS[source]),), look="heading"))
            lines += (_line(item, numbers[item], teller.text(item), teller.reference(item)) for item in shown)
    return lines or list(_nothing(material))


def _line(item: Item, number: int, text: str, reference: str) -> Line:
    inset = "  " if item.source is Source.CHECK_IN else ""
    beside = item.day.isoformat() if item.day else reference if item.source is Source.MILESTONE else ""
    mark = _SEALED if item.mine else ""
    return Line((f"{inset}{text}", beside), f"{number}:{item.key}", mark=mark, columns=_COLUMNS)


def _nothing(material: Material) -> Iterator[Line]:
    days = {"first": material.first.isoformat(), "last": material.last.isoformat()}
    yield Line((_("Nothing was noted from {first} to {last}.", **days),), look="muted")


def open_item(place: Station, key: str) -> None:
    """Open where a line comes from."""
    target = key.partition(":")[2]
    if target.startswith("feedback:"):
        from ijtui.screens.feedback import open_by_key

        open_by_key(place, target)
    else:
        go_to(place, target)
