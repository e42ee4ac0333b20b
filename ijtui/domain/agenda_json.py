"""An agenda as the JSON that a conversation keeps of the template it was made from.

Read for every conversation, so the standard library alone does it.
"""

from __future__ import annotations

import json
from dataclasses import fields
from functools import lru_cache
from typing import Any

from ijtui.domain.agenda import (
    Agenda,
    Ask,
    Kind,
    Question,
    Section,
    Station,
    StationKey,
    Task,
    Who,
    is_complete,
)
from ijtui.errors import StorageFailed


def agenda_to_json(agenda: Agenda) -> str:
    """Return the agenda as one line of JSON; equal agendas give equal text (keys sorted)."""
    return json.dumps(agenda, default=_as_object, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


@lru_cache(maxsize=64)
def agenda_from_json(text: str) -> Agenda:
    """Return the agenda that `agenda_to_json` wrote; most conversations were made from the same few.

    Raises:
        StorageFailed: the text is not such an agenda.
    """
    try:
        return agenda_from_data(json.loads(text))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise StorageFailed(
            "The template that this conversation was made from is damaged. Run ijtui doctor."
        ) from error


def _as_object(value: Any) -> dict[str, Any]:
    """Return a part by field name; without the number that only a template of the organisation has."""
    said = {field.name: getattr(value, field.name) for field in fields(value)}
    return {name: part for name, part in said.items() if name != "version" or part}


def agenda_from_data(data: dict[str, Any]) -> Agenda:
    """Return the agenda that lies in plain data of the same shape, lists and dictionaries by field name.

    Raises:
        ValueError, KeyError, TypeError, AttributeError: the data has another shape.
    """
    stations = tuple(_station(station) for station in data["stations"])
    if not is_complete(Kind(data["kind"]), tuple(station.key for station in stations)):
        raise ValueError(data["stations"])
    return Agenda(
        id=data["id"],
        title=data["title"],
        language=data["language"],
        kind=Kind(data["kind"]),
        minutes=data["minutes"],
        stations=stations,
        checklist=tuple(
            Task(id=task["id"], text=task["text"], who=Who(task["who"])) for task in data["checklist"]
        ),
        version=data.get("version", 0),
    )


def _station(data: dict[str, Any]) -> Station:
    return Station(
        key=StationKey(data["key"]),
        title=data["title"],
        minutes=data["minutes"],
        intro=data["intro"],
        sections=tuple(_section(section) for section in data["sections"]),
    )


def _section(data: dict[str, Any]) -> Section:
    return Section(title=data["title"], questions=tuple(_question(row) for row in data["questions"]))


def _question(data: dict[str, Any]) -> Question:
    return Question(
        id=data["id"],
        text=data["text"],
        title=data["title"],
        who=Who(data["who"]),
        ask=Ask(data["ask"]),
        hint=data["hint"],
    )
