"""A report as a JSON file, and back: docs/organisation.md describes it.

The SHA-256 is over the canonical form (RFC 8785) of everything else in it. It shows that a number was
changed on the way, by mistake or without care. It holds no secret: whoever wants to can make it anew.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from ijtui.clean import clean_line
from ijtui.domain.canonical import canonical, digest
from ijtui.domain.merging import Given
from ijtui.domain.report import Report, Row
from ijtui.domain.tally import Tally
from ijtui.errors import BadInput
from ijtui.words import N_

if TYPE_CHECKING:
    from pydantic import TypeAdapter

SCHEMA = "ijtui/report/1"
LARGEST = 8 * 2**20
"""Bytes; the report of a municipality is a fifth of a MiB."""

_MOST = 10**9
_TOO_LARGE = N_("The file is larger than {number} MiB. Is it a report?")
_NO_REPORT = N_("This is no report of ijtui. Ask for the file that ijtui figure --report wrote.")
_OTHER_FORM = N_(
    "It is a report of another form ({schema}). Use the same version of ijtui, and report again."
)
_EDITED = N_(
    "It was changed after it was written: its SHA-256 doesn't fit. Ask for it anew, and don't edit it."
)
_NOT_OURS = N_("{field} is nothing that a report holds, or not as ijtui writes it. Ask for the report anew.")
_IMPOSSIBLE = N_("The counts of {unit} can't be right: {field}. Ask for the report anew.")


def as_json(report: Report) -> str:
    """Return the report as a file, with its hash."""
    told = _told(report)
    return json.dumps({**told, "sha256": digest(told)}, ensure_ascii=False, indent=1)


def hash_of(report: Report) -> str:
    """Return the SHA-256 that stands in the report's file."""
    return digest(_told(report))


def read_report(data: bytes, file: str) -> Given:
    """Return what a file reports.

    Args:
        data: all of it, or so much that it is seen to be too large.
        file: its name, as the person gave it.

    Raises:
        BadInput: it is no report, was edited, or says what can't be.
    """
    if len(data) > LARGEST:
        raise BadInput(_TOO_LARGE, file, number=LARGEST // 2**20)
    told = _object(data, file)
    schema, given = told.get("schema"), told.pop("sha256", None)
    if not isinstance(schema, str) or not schema.startswith("ijtui/report/"):
        raise BadInput(_NO_REPORT, file)
    if schema != SCHEMA:
        raise BadInput(_OTHER_FORM, file, schema=clean_line(schema)[:40])
    if _digest(told, file) != given:
        raise BadInput(_EDITED, file)
    report = _report(told, file)
    _check(report, file)
    return Given(file, report, given)


def _told(report: Report) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "rule": report.rule,
        "year": report.year,
        "period": [date(report.year, 1, 1).isoformat(), date(report.year, 12, 31).isoformat()],
        "made": report.made.isoformat(timespec="seconds"),
        **_checker().dump_python(report, mode="json", include={"places", "rows", "merged"}),
    }


@cache
def _checker() -> TypeAdapter[Report]:
    from pydantic import TypeAdapter

    return TypeAdapter(Report)


# Reading


def _object(data: bytes, file: str) -> dict[str, Any]:
    try:
        told = json.loads(data.removeprefix(b"\xef\xbb\xbf"), object_pairs_hook=_without_doubles)
    except (ValueError, RecursionError) as error:
        raise BadInput(_NO_REPORT, file) from error
    if not isinstance(told, dict):
        raise BadInput(_NO_REPORT, file)
    return told


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object; two values under one name would let each reader see another one."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError(pairs)
    return found


def _digest(told: dict[str, Any], file: str) -> str:
    try:
        return digest(told)
    except (
        ValueError,
        TypeError,
        RecursionError,
    ) as error:  # a fraction, too large a number, half a character
        raise BadInput(_EDITED, file) from error


def _report(told: dict[str, Any], file: str) -> Report:
    """Return the report that a file holds if it is just what would be written of that report."""
    from pydantic import ValidationError

    try:
        report = _checker().validate_python(told)
        written = _told(report)
    except ValidationError as error:
        field = ".".join(map(str, error.errors()[0]["loc"])) or "?"
        raise BadInput(_NOT_OURS, file, field=clean_line(field)[:60]) from error
    except (ValueError, OverflowError) as error:  # a year before the first
        raise BadInput(_NOT_OURS, file, field="year") from error
    strange = next(_differences(told, written), None)
    if strange is not None:
        raise BadInput(_NOT_OURS, file, field=clean_line(strange)[:60])
    return report


def _differences(told: Any, written: Any, path: str = "") -> Iterator[str]:
    """Yield where a file says otherwise than it would be written, field by field."""
    if isinstance(told, dict) and isinstance(written, dict):
        for name in sorted({*told, *written}):
            here = f"{path}.{name}" if path else str(name)
            if name in told and name in written:
                yield from _differences(told[name], written[name], here)
            else:
                yield here
    elif isinstance(told, list) and isinstance(written, list) and len(told) == len(written):
        for number, (one, other) in enumerate(zip(told, written, strict=True)):
            yield from _differences(one, other, f"{path}.{number}")
    elif canonical(told) != canonical(written):
        yield path


def _check(report: Report, file: str) -> None:
    """Refuse counts that nobody can have counted, and names that hold more than a name.

    Raises:
        BadInput: the first of them.
    """
    names = [place.unit for place in report.places] + [place.part_of for place in report.places]
    names += [unit for row in report.rows for unit in (row.unit, *row.holds, *row.reporters)]
    for name in names:
        if name != clean_line(name):
            raise BadInput(_NOT_OURS, file, field=f"“{clean_line(name)[:40]}”")
    for row in report.rows:
        for field in _impossible(row):
            raise BadInput(_IMPOSSIBLE, file, unit=row.unit or "–", field=field)


def _impossible(row: Row) -> Iterator[str]:
    tally, numbers = row.tally, _checker_of_counts().dump_python(row.tally)
    for part, counts in numbers.items():
        for name, number in counts.items():
            if not 0 <= number <= _MOST:
                yield f"{part}.{name}"
    plans = tally.plans
    if plans.signed > plans.agreed or plans.employees > row.present:
        yield "plans"
    if row.present > _MOST:
        yield "present"
    if sum(numbers["kept_back"].values()) != tally.points.partly + tally.points.not_done:
        yield "kept_back"
    if not row.reporters:
        yield "reporters"


@cache
def _checker_of_counts() -> TypeAdapter[Tally]:
    from pydantic import TypeAdapter

    return TypeAdapter(Tally)
