"""The texts of the made-up municipality in one language."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ijtui import paths


@dataclass(frozen=True, slots=True)
class Administration:
    """What an administration is called, and who works there.

    Attributes:
        share: of a hundred people, how many work here, about.
        manager: what the head of a unit is called.
        units: names of units, with a field for a place.
    """

    name: str
    share: int
    manager: str
    units: Sequence[str]
    roles: Sequence[str]


@dataclass(frozen=True, slots=True)
class Words:
    """Everything that is written in the file.

    Attributes:
        area: name of several units under one manager, with fields for the administration and a number.
        home: the unit of the file's owner, whose role is `home_head`.
        goals: title, measure and support of each.
        points: what may be agreed.
        milestones: on each line one for the organisation, an administration and a unit, which serve another.
        round: name of the round, with a field for the year.
        told: what is said of points, by how they end.
    """

    organisation: str
    director: str
    head: str
    area: str
    area_head: str
    staff: Sequence[str]
    places_of_talks: Sequence[str]
    home: str
    home_head: str
    home_roles: Sequence[str]
    administrations: Sequence[Administration]
    goals: Sequence[Mapping[str, str]]
    points: Sequence[str]
    milestones: Sequence[Mapping[str, str]]
    round: str
    told: Mapping[str, Sequence[str]]


def read_words(language: str) -> Words:
    """Return the texts in that language, "sv" or "en"."""
    said = tomllib.loads((paths.CONTENT / language / "municipality.toml").read_text("utf-8"))
    administrations = [Administration(**each) for each in said.pop("administrations")]
    return Words(**said, administrations=administrations)
