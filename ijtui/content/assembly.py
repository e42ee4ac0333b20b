"""From parts under headings to stations, as plain data of the agenda's own shape."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ijtui.content.entry import Entry
from ijtui.content.outline import Claim, Outline, Part
from ijtui.content.problems import Findings
from ijtui.content.slug import Names, slug
from ijtui.content.stations import BEFORE, TITLES
from ijtui.domain.agenda import Ask, Kind, StationKey, Who, allowed
from ijtui.errors import BadInput
from ijtui.words import N_

USUAL_MINUTES = 60
MOST_ENTRIES = 200
LONGEST_INTRO = 2_000

Place = tuple[str | int, ...]
Lines = dict[Place, int]
"""Place in the data, as pydantic names it → line in the file."""


def assembled(facts: Mapping[str, str], outline: Outline, lines: Lines, findings: Findings) -> dict[str, Any]:
    """Return the agenda's data; `lines` gets the line of each piece.

    Args:
        facts: id, title, language and kind; minutes where the author gave them.
        outline: all of the file; what finds no room is added to what it passed over.
        lines: filled in here.
        findings: where errors are noted.

    Raises:
        BadInput: there are more questions than any conversation has room for.
    """
    questions = [part for part in outline.parts if part.station != BEFORE]
    _name_entries(questions, findings)
    checklists = [part for part in outline.parts if part.station == BEFORE]
    _name_entries(checklists, findings)
    if not any(part.entries for part in questions):
        message = N_("There is no question here. Expected headings, and below them questions as list items.")
        findings.add(message, 1)
    by_station = _by_station(questions, Kind(facts["kind"]))
    intros = [_intro(parts, outline.passed_over) for parts in by_station.values()]
    stations = [
        {"key": key, "intro": intro} | _station(parts, TITLES[facts["language"]][key], number, lines)
        for number, ((key, parts), intro) in enumerate(zip(by_station.items(), intros, strict=True))
    ]
    planned = sum(station["minutes"] for station in stations)
    return {
        **facts,
        "minutes": int(facts.get("minutes") or planned or USUAL_MINUTES),
        "stations": stations,
        "checklist": _checklist(checklists, lines),
    }


def _by_station(parts: list[Part], kind: Kind) -> dict[StationKey, list[Part]]:
    """Return which parts belong to each station; only an annual talk has those that nobody speaks of."""
    found = {key: [part for part in parts if part.station == key] for key in allowed(kind)}
    if kind is Kind.ANNUAL:
        return found
    return {key: parts for key, parts in found.items() if any(part.entries or part.claim for part in parts)}


def _name_entries(parts: list[Part], findings: Findings) -> None:
    """Give every entry an id: its author's, else one made of its title."""
    entries = [entry for part in parts for entry in part.entries]
    if len(entries) > MOST_ENTRIES:
        message = N_("There are {number} questions or tasks. Expected at most {most}.")
        line = entries[MOST_ENTRIES].line
        raise BadInput(message, findings.source, line, number=len(entries), most=MOST_ENTRIES)
    names = Names(_chosen_ids(entries, findings))
    for part in parts:
        part.entries = [_named(entry, names) for entry in part.entries]


def _chosen_ids(entries: list[Entry], findings: Findings) -> set[str]:
    first: dict[str, int] = {}
    for entry in entries:
        name = entry.attributes.get("id", "")
        if name in first:
            message = N_("The id “{id}” is used twice, first on line {first}. Expected one of its own.")
            findings.add(message, entry.line, id=name, first=first[name])
        elif name:
            first[name] = entry.line
    return set(first)


def _named(entry: Entry, names: Names) -> Entry:
    if "id" in entry.attributes:
        return entry
    name = names.unique(slug(entry.title or entry.text, "question"))
    return replace(entry, attributes={**entry.attributes, "id": name})


def _intro(parts: list[Part], passed_over: list[int]) -> str:
    """Return what is said above the questions of a station, as far as there is room."""
    kept: list[str] = []
    for words in [words for part in parts for words in part.intro]:
        if not kept or len("\n\n".join([*kept, words.text])) <= LONGEST_INTRO:
            kept.append(words.text)
        else:
            passed_over.append(words.line)
    return "\n\n".join(kept)


def _station(parts: list[Part], otherwise: str, number: int, lines: Lines) -> dict[str, Any]:
    naming = _naming(parts)
    here: Place = ("stations", number)
    lines[here] = naming.line if naming else parts[0].line if parts else 1
    sections: list[dict[str, Any]] = []
    for part in parts:
        if part.entries:
            place: Place = (*here, "sections", len(sections))
            lines[place] = part.line
            questions = [
                _question(entry, (*place, "questions", at), lines) for at, entry in enumerate(part.entries)
            ]
            sections.append({"title": "" if part is naming else part.title, "questions": questions})
    return {
        "title": naming.title if naming else otherwise,
        "minutes": sum(part.minutes for part in parts),
        "sections": sections,
    }


def _naming(parts: list[Part]) -> Part | None:
    """Return the part whose heading names its station: the author's choice, or the only one to fit."""
    chosen = [part for part in parts if part.claim is Claim.BY_AUTHOR]
    guessed = [part for part in parts if part.claim is Claim.BY_WORDS]
    if chosen:
        return chosen[0]
    return guessed[0] if len(guessed) == 1 else None


def _question(entry: Entry, place: Place, lines: Lines) -> dict[str, Any]:
    lines[place] = entry.line
    attributes = entry.attributes
    return {
        "id": attributes["id"],
        "text": entry.text,
        "title": entry.title,
        "who": attributes.get("who", Who.BOTH),
        "ask": attributes.get("ask", Ask.TEXT),
        "hint": entry.hint,
    }


def _checklist(parts: list[Part], lines: Lines) -> list[dict[str, Any]]:
    entries = [entry for part in parts for entry in part.entries]
    lines |= {("checklist", at): entry.line for at, entry in enumerate(entries)}
    return [
        {"id": entry.attributes["id"], "text": entry.text, "who": entry.attributes.get("who", Who.BOTH)}
        for entry in entries
    ]
