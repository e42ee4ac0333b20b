"""A report as a file: what was edited is found, and what is none is refused (D-S2)."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ijtui.domain.canonical import digest
from ijtui.errors import BadInput
from ijtui.minutes.report_form import LARGEST, as_json, hash_of, read_report
from tests.domain.reports import Team, of_file, of_manager

REPORT = of_manager(Team("Norra", 11, 9, 2, 5, 1, 4), Team("Södra", 11, 3))
WRITTEN = as_json(REPORT)


def edited(change: Callable[[dict[str, Any]], object], *, sealed: bool = True) -> bytes:
    """Return the report with a change in it, and a hash that fits the change."""
    told = json.loads(WRITTEN)
    change(told)
    told.pop("sha256", None)
    return json.dumps({**told, "sha256": digest(told) if sealed else "0" * 64}).encode()


def refusal(data: bytes) -> str:
    with pytest.raises(BadInput) as caught:
        read_report(data, "a.json")
    assert caught.value.source == "a.json"
    return str(caught.value)


def test_what_was_written_is_read_as_it_was() -> None:
    for report in (REPORT, of_file(Team("Norra", 11, 3), Team("Hemmet", 12, 9)), of_file(Team("", 1, 1))):
        found = read_report(as_json(report).encode(), "a.json")
        assert (found.report, found.hash) == (report, hash_of(report))
    assert read_report(b"\xef\xbb\xbf" + WRITTEN.replace("\n", "\r\n").encode(), "a.json").report == REPORT


def test_it_names_no_employee_and_holds_no_text() -> None:
    words = set(re.findall(r'"([^"]*)":', WRITTEN))
    assert not words & {"name", "employee", "person", "what", "text", "comment", "manager"}


NUMBERS = [found.span() for found in re.finditer(r"(?<=: )\d+(?=[,\n])", WRITTEN)]


@given(st.sampled_from(NUMBERS), st.integers(0, 999))
def test_every_number_that_is_changed_is_found(place: tuple[int, int], number: int) -> None:
    first, end = place
    changed = WRITTEN[:first] + str(number) + WRITTEN[end:]
    if changed != WRITTEN:
        assert refusal(changed.encode())


@given(st.integers(0, len(WRITTEN.encode()) - 1), st.integers(0, 255))
def test_a_byte_that_is_changed_is_found_or_says_nothing(place: int, byte: int) -> None:
    data = WRITTEN.encode()
    changed = data[:place] + bytes([byte]) + data[place + 1 :]
    try:
        assert read_report(changed, "a.json").report == REPORT  # another kind of white space
    except BadInput:
        assert changed != data


def test_a_hash_that_does_not_fit_is_an_edited_file() -> None:
    assert "SHA-256 doesn't fit" in refusal(edited(lambda told: None, sealed=False))
    without = {name: value for name, value in json.loads(WRITTEN).items() if name != "sha256"}
    assert "SHA-256 doesn't fit" in refusal(json.dumps(without).encode())


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda told: told.update(comment="x"), "comment"),
        (lambda told: told["rows"][1].update(name="Åsa"), "rows.1.name"),
        (lambda told: told["rows"][0]["tally"]["points"].update(extra=1), "rows.0.tally.points.extra"),
        (lambda told: told["rows"][0].pop("present"), "rows.0.present"),
        (lambda told: told["rows"][0].update(present="11"), "rows.0.present"),
        (lambda told: told["rows"][0].update(present=True), "rows.0.present"),
        (lambda told: told["rows"][0].update(present=-1), "rows.0.present"),
        (lambda told: told["rows"][0].update(basis="other"), "rows.0.basis"),
        (lambda told: told.update(year=2025), "period"),
        (lambda told: told.update(year=0), "year"),
        (lambda told: told.update(year="2026"), "year"),
        (lambda told: told.update(made="yesterday"), "made"),
        (lambda told: told.update(rows={}), "rows"),
        (lambda told: told["places"][0].update(unit="x" * 500), "places.0.unit"),
        (lambda told: told["places"][0].update(unit="A\x1b[31m"), "A[31m"),
        (lambda told: told["rows"][0].update(reporters=["\u202eabc"]), "abc"),
        (lambda told: told["rows"][0]["tally"]["points"].update(in_time=-3), "points.in_time"),
        (lambda told: told["rows"][0]["tally"]["points"].update(in_time=10**12), "points.in_time"),
        (lambda told: told["rows"][0]["tally"]["plans"].update(signed=9), "plans"),
        (lambda told: told["rows"][0]["tally"]["plans"].update(employees=12), "plans"),
        (lambda told: told["rows"][0]["tally"]["kept_back"].update(other=0), "kept_back"),
        (lambda told: told["rows"][0].update(reporters=[]), "reporters"),
        (lambda told: told.update(merged=["x"]), "merged.0"),
        (lambda told: told.update(schema="ijtui/report/2"), "ijtui/report/2"),
        (lambda told: told.update(schema="ijtui/minutes/1"), "no report"),
    ],
)
def test_what_no_report_says_is_refused_even_with_a_hash_that_fits(
    change: Callable[[dict[str, Any]], object], said: str
) -> None:
    assert said in refusal(edited(change))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b"null",
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b'{"schema": "ijtui/report/1", "year": NaN}',
        b'{"schema": "ijtui/report/1", "year": 1e999}',
        b'{"schema": "ijtui/report/1", "year": ' + b"9" * 5000 + b"}",
        b'{"schema": "ijtui/report/1", "schema": "ijtui/report/1"}',
        b'{"schema": "ijtui/report/1", "x": "\\ud800"}',
        b"# Minutes\n",
    ],
)
def test_a_file_that_is_none_is_refused_in_one_sentence(data: bytes) -> None:
    assert refusal(data)


def test_a_file_that_is_too_large_is_not_read() -> None:
    assert "larger than 8 MiB" in refusal(b" " * (LARGEST + 1))
