"""How answers about the work environment were judged, counted where they lie: no names, no text (D-S4)."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from ijtui.data.store import Row, Store
from ijtui.domain.agenda import StationKey
from ijtui.domain.work_environment import COUNTS, Answers, Asked, Heard

_HEARD = """
WITH heard AS MATERIALIZED (SELECT * FROM judged WHERE year = ?1)
SELECT agenda, question, unit, manager, sum(newest) AS people, sum(newest AND heads) AS heads,
    count(*) AS asked, sum(mark IS 'watch') AS watch, sum(mark IS 'risk') AS risk,
    sum(measures > 0 AND coalesce(due, ?2) >= ?2 AND going_on = 0 AND undone = 0) AS done,
    sum(measures > 0 AND coalesce(due, ?2) >= ?2 AND going_on > 0) AS going_on,
    sum(measures > 0 AND due IS NOT NULL AND due < ?2) AS late,
    sum(measures > 0 AND going_on = 0 AND undone > 0) AS undone,
    sum(measures IS NULL) AS elsewhere
FROM heard GROUP BY agenda, question, unit, manager
"""
"""The states of a risk are those of `domain.risk.measure`; what is not for the session is NULL."""


class WorkEnvironmentRows:
    """The counts of one file."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def heard(self, year: int, today: date) -> tuple[Heard, ...]:
        """Return what was said that year, one of each question, unit and manager, as it stands today."""
        templates = {
            (agenda, question): Asked(template, question)
            for agenda, template, _language, question, _title in self._questions()
        }
        found: dict[tuple[Asked, str, int], list[Heard]] = defaultdict(list)
        for row in self._store.rows(_HEARD, f"{year:04}", today.isoformat()):
            asked = templates.get((row["agenda"], row["question"]))
            if asked is not None:
                found[asked, row["unit"], row["manager"]].append(_heard(asked, row))
        return tuple(map(_together, found.values()))

    def titles(self, language: str) -> Mapping[Asked, str]:
        """Return what the questions are called, in the order of the newest agendas.

        Args:
            language: which of several languages to prefer.
        """
        newest: dict[Asked, str] = {}
        for _agenda, template, _language, question, title in sorted(
            self._questions(), key=lambda one: one[2] == language
        ):
            newest.pop(Asked(template, question), None)
            newest[Asked(template, question)] = title
        return newest

    def years(self) -> tuple[int, ...]:
        """Return in which years anything was asked, the latest first."""
        rows = self._store.rows("SELECT DISTINCT year FROM judged WHERE year IS NOT NULL ORDER BY year DESC")
        return tuple(int(row["year"]) for row in rows)

    def _questions(self) -> Iterator[tuple[int, str, str, str, str]]:
        """Yield of every question about the work environment its agenda, template, language, id and title."""
        for row in self._store.rows("SELECT agenda, body FROM asked ORDER BY agenda"):
            with self._store.understood():
                told = json.loads(row["body"])
                for question in _in_work_environment(told):
                    yield row["agenda"], told["id"], told["language"], question["id"], question["title"]


def _in_work_environment(told: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for station in told.get("stations", ()):  # a set of competences has none
        if station["key"] == StationKey.WORK_ENVIRONMENT:
            for section in station["sections"]:
                yield from section["questions"]


def _heard(asked: Asked, row: Row) -> Heard:
    answers = None if row["elsewhere"] else Answers(**{name: row[name] for name in COUNTS})
    return Heard(asked, row["unit"], row["manager"], row["people"], answers, row["heads"])


def _together(heard: list[Heard]) -> Heard:
    """Return what was heard with several editions of one template."""
    first, people, heads = heard[0], sum(one.people for one in heard), sum(one.heads for one in heard)
    told = [one.answers for one in heard if one.answers is not None]
    answers = sum(told, Answers()) if len(told) == len(heard) else None
    return Heard(first.asked, first.unit, first.manager, people, answers, heads)
