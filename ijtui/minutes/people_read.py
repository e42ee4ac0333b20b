"""Reading a list of people from a CSV file, whoever made it: every error at once, with its row."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from datetime import date

from ijtui.clean import clean_line
from ijtui.dates import is_usual
from ijtui.domain.people_list import Column, Line, PeopleList
from ijtui.errors import BadInput
from ijtui.minutes.csv_form import MARK, plain
from ijtui.minutes.people_headings import HEADINGS, columns_of
from ijtui.words import N_, spoken

LARGEST = 32 * 2**20
"""Bytes; a municipality of 5 000 employees is half a MiB."""

_LONGEST = 120  # characters, as for every name
_MOST_ROWS = 200_000
_SEPARATORS = ";,\t"
_WIDE = (b"\xff\xfe", b"\xfe\xff")

_TOO_LARGE = N_("The list is larger than {number} MiB. Is it the right file?")
_EMPTY = N_(
    "The list is empty. Its first row has to say what the columns hold: name, unit, manager and so on."
)
_NO_PEOPLE = N_(
    "The first row names no column for a name or an employee number. "
    "These are known: {known}, in Swedish or English and in any order."
)
_TWICE = N_("Two columns say the same: {first} and {second}.")
_BROKEN = N_("The row can't be read as CSV. Is a quotation mark missing?")
_TOO_MANY = N_("There are more than {number} rows. Is it the right file?")
_TOO_LONG = N_("There is room for {longest} characters in {heading}, and here are {length}.")
_NO_DAY = N_("“{text}” in {heading} is not a day. Write it as 2026-11-30.")
_BACKWARDS = N_("The last day can't come before the first.")
_NOBODY = N_("There is neither a name nor an employee number.")

_DAY = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ]00:00(?::00)?)?", re.ASCII)


def read_people(data: bytes, source: str) -> PeopleList:
    """Return what a file says: UTF-8 with or without mark, UTF-16 with one, else Windows-1252 or Latin-1.

    Semicolons, commas or tabs part the cells. What couldn't be read is among the problems.

    Args:
        data: the whole file.
        source: its name as the person gave it.

    Raises:
        BadInput: it is too large, or its first row doesn't say what the columns are.
    """
    if len(data) > LARGEST:
        raise BadInput(_TOO_LARGE, source, number=LARGEST // 2**20)
    text = decoded(data)
    problems: list[BadInput] = []
    rows = _rows(text, source, problems)
    _number, headings = next(rows, (0, []))
    columns = columns_of(headings)
    _check_headings(headings, columns, source)
    lines = [_line(number, cells, columns, headings, source, problems) for number, cells in rows]
    said = tuple(line for line in lines if line is not None)
    return PeopleList(source, frozenset(filter(None, columns)), said, tuple(problems))


def decoded(data: bytes) -> str:
    """Return the letters of a file that doesn't say how they are written."""
    if data.startswith(_WIDE):
        return data.decode("utf-16", "replace")
    for encoding in ("utf-8", "cp1252"):
        try:
            return data.decode(encoding).removeprefix(MARK)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


def _rows(text: str, source: str, problems: list[BadInput]) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows that say something, each with its number as a spreadsheet counts."""
    csv.field_size_limit(LARGEST)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator_of(text), strict=True)
    number = 0
    while number <= _MOST_ROWS:
        number += 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            problems.append(BadInput(_BROKEN, source, number))
            return
        if any(cell.strip() for cell in cells):
            yield number, cells
    problems.append(BadInput(_TOO_MANY, source, number, number=_MOST_ROWS))


def separator_of(text: str) -> str:
    """Return what parts the cells: whichever stands in the first row most often, outside quotation marks."""
    first = re.sub(r'"[^"]*"', "", text.lstrip("\r\n").split("\n", 1)[0])
    return max(_SEPARATORS, key=lambda separator: (first.count(separator), -_SEPARATORS.index(separator)))


def _check_headings(headings: Sequence[str], columns: Sequence[Column | None], source: str) -> None:
    if not headings:
        raise BadInput(_EMPTY, source)
    first: dict[Column, str] = {}
    for heading, column in zip(headings, columns, strict=True):
        if column in first:
            raise BadInput(_TWICE, source, 1, first=_short(first[column]), second=_short(heading))
        if column:
            first[column] = heading
    if not first.keys() & {Column.NAME, Column.NUMBER, Column.GIVEN, Column.FAMILY}:
        known = ", ".join(map(spoken(), HEADINGS.values()))
        raise BadInput(_NO_PEOPLE, source, 1, known=known)


def _line(
    number: int,
    cells: Sequence[str],
    columns: Sequence[Column | None],
    headings: Sequence[str],
    source: str,
    problems: list[BadInput],
) -> Line | None:
    """Return what a row says; what is wrong with it is told and left out."""
    found: dict[str, str | date | None] = {}
    for column, heading, cell in zip(columns, headings, cells, strict=False):
        if column is None:
            continue
        text = plain(clean_line(cell)).strip()
        try:
            in_column = column in (Column.SINCE, Column.UNTIL)
            found[column.value] = _day(text, heading) if in_column else _words(text, heading)
        except BadInput as error:
            problems.append(BadInput(error.message, source, number, **error.values))
            found[column.value] = None if column in (Column.SINCE, Column.UNTIL) else text[:_LONGEST]
    given, family = found.pop(Column.GIVEN.value, ""), found.pop(Column.FAMILY.value, "")
    found[Column.NAME.value] = found.get(Column.NAME.value) or f"{given} {family}".strip()[:_LONGEST]
    line = Line(number, **found)  # type: ignore[arg-type]  # each column has the field of its name
    if not line.name and not line.number:
        problems.append(BadInput(_NOBODY, source, number))
        return None
    if line.since and line.until and line.until < line.since:
        problems.append(BadInput(_BACKWARDS, source, number))
    return line


def _words(text: str, heading: str) -> str:
    if len(text) > _LONGEST:
        raise BadInput(_TOO_LONG, longest=_LONGEST, heading=_short(heading), length=len(text))
    return text


def _day(text: str, heading: str) -> date | None:
    """Return the day in a cell; a spreadsheet may have given it an hour."""
    if not text:
        return None
    match = _DAY.fullmatch(text)
    try:
        day = date(*map(int, match.groups())) if match else None
    except ValueError:
        day = None
    if day is None or not is_usual(day):
        raise BadInput(_NO_DAY, text=text[:20], heading=_short(heading))
    return day


def _short(heading: str) -> str:
    return clean_line(heading)[:40]
