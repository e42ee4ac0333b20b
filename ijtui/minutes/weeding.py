"""A receipt of what was weeded, or a list of what would be, as Markdown and as JSON: counts and ids alone."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from ijtui.domain.keeping import Receipt, Sort
from ijtui.minutes.escape import line
from ijtui.words import N_, Words

VERSION = 1
_MOST_RANGES = 60

SORTS = {
    Sort.WORK_ENVIRONMENT: N_("work environment and health"),
    Sort.PREPARATION: N_("preparations"),
    Sort.PRIVATE: N_("private notes"),
    Sort.FEEDBACK: N_("feedback"),
    Sort.CHECK_IN: N_("check-ins, and why goals were not reached"),
    Sort.EARLIER: N_("earlier versions"),
    Sort.DRAFT: N_("drafts"),
    Sort.JOURNAL: N_("journal"),
    Sort.RATING: N_("ratings and agreed levels"),
    Sort.MATERIAL: N_("what was looked back on"),
    Sort.NOTES: N_("shared notes"),
    Sort.PLAN: N_("the words of goals, agreements and signed plans"),
    Sort.CARE: N_("recognition, training, the next step"),
    Sort.EXTRACT: N_("extracts for the salary review"),
    Sort.MARK: N_("watch and risk"),
}
"""By kind of record, as they are told."""

TABLES = {
    "text": N_("texts"),
    "conversation": N_("places of conversations"),
    "material": N_("material of conversations"),
    "feedback": N_("feedback"),
    "goal": N_("goals"),
    "action": N_("agreements"),
    "check_in": N_("check-ins"),
    "shortfall": N_("causes"),
    "signed_plan": N_("versions of plans"),
    "signature": N_("reservations and reasons"),
    "entry": N_("entries of journals"),
    "recognition": N_("recognition given"),
    "training": N_("training"),
    "handed_over": N_("handovers"),
    "extract": N_("extracts"),
    "handover": N_("receipts of handovers"),
    "hold": N_("reasons of holds that were lifted"),
}
"""By table, what its numbered rows are called."""


def as_json(receipt: Receipt) -> str:
    """Return all of it for programs: every part with the ids of person, conversation and rows."""
    told = {
        "ijtui-weeding": VERSION,
        "receipt": receipt.id or None,
        "day": receipt.day.isoformat(),
        "at": _iso(receipt.at),
        "by": receipt.author or None,
        "rules_chosen": _iso(receipt.chosen),
        "removed": receipt.removed,
        "held": receipt.held,
        "parts": [
            {
                "kind": part.sort.value,
                "table": part.table,
                "person": part.person,
                "conversation": part.conversation,
                "number": part.number,
                "ids": list(part.ids),
                "held": part.held,
            }
            for part in receipt.parts
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=1)


def as_markdown(receipt: Receipt, words: Words) -> str:
    """Return a page to read and to keep with the organisation's papers."""
    return "\n".join([*_head(receipt, words), "", *_counts(receipt, words), *_ids(receipt, words)])


def _head(receipt: Receipt, words: Words) -> Iterator[str]:
    if not receipt.id:
        yield words("# To be weeded, seen from {day}", day=receipt.day)
        yield ""
        if receipt.chosen is None:
            yield words("By the rules that ship with ijtui, which nobody has chosen here yet.")
        else:
            yield words("By the rules that were chosen {day}.", day=receipt.chosen.date())
        yield words("Nothing is changed by this list.")
        return
    yield words("# Weeding receipt {number}", number=receipt.id)
    yield ""
    if receipt.at is not None and receipt.chosen is not None:
        yield words(
            "Weeded {moment} by {name}, seen from {day}, by the rules that were chosen {chosen}.",
            moment=receipt.at.isoformat(sep=" ", timespec="minutes"),
            name=line(receipt.author, mdx=False),
            day=receipt.day,
            chosen=receipt.chosen.date(),
        )


def _counts(receipt: Receipt, words: Words) -> Iterator[str]:
    if not receipt.parts:
        yield words("Nothing is due.")
        return
    removed = words("Weeded") if receipt.id else words("To be weeded")
    yield f"| {words('Kind')} | {removed} | {words('Held back')} |"
    yield "|---|---:|---:|"
    for sort, counts in receipt.by_sort().items():
        yield f"| {words(SORTS[sort])} | {counts.removed} | {counts.held} |"
    yield f"| **{words('Together')}** | **{receipt.removed}** | **{receipt.held}** |"


def _ids(receipt: Receipt, words: Words) -> Iterator[str]:
    for heading, held in ((words("Which rows"), False), (words("Held, so they stay"), True)):
        numbered = receipt.numbered(held=held)
        if numbered:
            yield ""
            yield f"## {heading}"
            yield ""
            for table, ids in numbered.items():
                yield f"- {words(TABLES[table])}: {_some(ids, words)}"
            people = sorted({part.person for part in receipt.parts if part.held == held})
            yield f"- {words('people they were about, by number')}: {_some(people, words)}"


def _some(ids: Sequence[int], words: Words) -> str:
    """Return the numbers; where there are very many the beginning, for a page that can be read."""
    found = ranges(ids)
    if len(found) <= _MOST_RANGES:
        return ", ".join(found)
    first = ", ".join(found[:_MOST_RANGES])
    return words("{first} … {number} in all; --format json has every one", first=first, number=len(ids))


def ranges(ids: Iterable[int]) -> list[str]:
    """Return numbers in order, with those that follow each other as one: "1–4", "7"."""
    found: list[list[int]] = []
    for number in ids:
        if found and number == found[-1][1] + 1:
            found[-1][1] = number
        else:
            found.append([number, number])
    return [str(first) if first == last else f"{first}–{last}" for first, last in found]


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat(timespec="seconds") if moment else None
