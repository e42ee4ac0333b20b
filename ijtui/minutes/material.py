"""What a conversation looks back on, in its minutes: each line with where it comes from (D-C2, D-C3)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ijtui.domain.agenda import Kind
from ijtui.domain.material import Item, Source
from ijtui.domain.record import Record
from ijtui.minutes.escape import guarded
from ijtui.minutes.material_words import GROUPS, Teller
from ijtui.minutes.pen import Pen


def looked_back_on(record: Record, pen: Pen) -> list[str]:
    """All of the year in an evaluation, the goals and their course in a quarterly 1:1; else nothing."""
    material = record.material
    if material is None:
        return []
    groups = material.groups()
    if record.conversation.agenda.kind is not Kind.EVALUATION:
        return _group(record, Source.GOAL, groups.get(Source.GOAL, ()), pen)
    words = pen.words
    days = {"first": material.first.isoformat(), "last": material.last.isoformat()}
    if not groups:
        return [words("Nothing was noted from {first} to {last}.", **days)]
    blocks = [words("This is what was noted from {first} to {last}.", **days)]
    for source, items in groups.items():
        blocks += _group(record, source, items, pen)
    return blocks


def _group(record: Record, source: Source, items: Iterable[Item], pen: Pen) -> list[str]:
    told = list(_lines(record, items, pen))
    return [f"### {pen.words(GROUPS[source])}", "\n".join(told)] if told else []


def _lines(record: Record, items: Iterable[Item], pen: Pen) -> Iterator[str]:
    if record.material is None:
        return
    teller = Teller(record.material, record.conversation, pen.words)
    for item in items:
        text = guarded(pen.line(teller.with_reference(item)), pen.mdx)
        inset = "  " if item.source is Source.CHECK_IN else ""
        yield f"{inset}- {text}"
