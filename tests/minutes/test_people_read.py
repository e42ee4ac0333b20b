"""A list of people is understood however it was written, and whatever it holds it is no crash."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ijtui.clean import UNSAFE_IN_A_LINE
from ijtui.domain.people_list import Column, Line
from ijtui.errors import BadInput
from ijtui.minutes.people_read import read_people

MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
TEXT = "Anst.nr;Namn;Förvaltning;Fr.o.m.\r\n17;Åsa “Å” Öst;Vård;2026-11-30\r\n"
READ = Line(2, "17", "Åsa “Å” Öst", administration="Vård", since=date(2026, 11, 30))


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        (MARK + TEXT).encode(),
        TEXT.encode("cp1252"),
        TEXT.encode("utf-16"),
        (MARK + TEXT).encode("utf-16-be"),
        TEXT.replace("\r\n", "\n").encode(),
        TEXT.replace(";", ",").encode(),
        TEXT.replace(";", "\t").encode(),
        TEXT.replace("Åsa “Å” Öst", '"Åsa “Å” Öst"').encode(),
    ],
)
def test_letters_and_separators_are_recognised(data: bytes) -> None:
    assert read_people(data, "-").lines == (READ,)


def test_latin_1_is_read_where_it_is_not_windows() -> None:
    (line,) = read_people("nr;namn\n1;Åsa \x81\n".encode("latin-1"), "-").lines
    assert line.name == "Åsa"


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("Anställningsnummer", Column.NUMBER),
        ("ANST. NR", Column.NUMBER),
        ("Employee number", Column.NUMBER),
        ("För- och efternamn", Column.NAME),
        ("Full name", Column.NAME),
        ("Befattning", Column.ROLE),
        ("Job title", Column.ROLE),
        ("Enhet", Column.UNIT),
        ("department", Column.UNIT),
        ("Förvaltning", Column.ADMINISTRATION),
        ("administration", Column.ADMINISTRATION),
        ("Organization", Column.ORGANISATION),
        ("Närmaste chef", Column.MANAGER),
        ("Manager number", Column.MANAGER),
        ("Fr.o.m.", Column.SINCE),
        ("Start date", Column.SINCE),
        ("t.o.m", Column.UNTIL),
        ("End", Column.UNTIL),
    ],
)
def test_headings_are_known_in_both_languages(heading: str, column: Column) -> None:
    other = "namn" if column is not Column.NAME else "nr"
    read = read_people(f"lön;{heading};{other}\n1;2026-01-01;x\n".encode(), "-")
    assert column in read.columns


def test_a_name_may_stand_in_two_columns() -> None:
    read = read_people("Efternamn;Förnamn;nr\nBerg;Åsa;1\n;Omar;2\n".encode(), "-")
    assert [line.name for line in read.lines] == ["Åsa Berg", "Omar"]


def test_rows_are_counted_as_a_spreadsheet_counts_them() -> None:
    read = read_people('nr;namn\n\n1;"två\nrader"\n;\n2;Bo\n'.encode(), "-")
    assert [(line.row, line.name) for line in read.lines] == [(3, "två rader"), (5, "Bo")]


@pytest.mark.parametrize("day", ["2026-11-30", "20261130", "2026-11-30 00:00:00", " 2026-11-30 "])
def test_a_day_is_read_as_spreadsheets_write_it(day: str) -> None:
    assert read_people(f"namn;från\nBo;{day}\n".encode(), "-").lines[0].since == date(2026, 11, 30)


@pytest.mark.parametrize("day", ["30/11 2026", "2026-02-30", "46356", "9999-01-01", "i morgon"])
def test_a_day_that_could_be_another_is_an_error(day: str) -> None:
    read = read_people(f"namn;från\nBo;{day}\n".encode(), "-")
    assert [problem.line for problem in read.problems] == [2]


@given(st.binary(max_size=400))
def test_whatever_the_bytes_are_there_is_an_answer(data: bytes) -> None:
    for given_bytes in (data, b"namn;nr\n" + data):
        try:
            read = read_people(given_bytes, "-")
        except BadInput:
            continue
        assert all(problem.line for problem in read.problems)


@given(st.lists(st.lists(st.text(max_size=12), min_size=4, max_size=4), max_size=8))
def test_whatever_the_cells_hold_comes_in_clean(rows: list[list[str]]) -> None:
    written = io.StringIO(newline="")
    lines = csv.writer(written, delimiter=";", quoting=csv.QUOTE_ALL)
    lines.writerows([["nr", "namn", "roll", "från"], *rows])
    read = read_people(written.getvalue().encode("utf-8", "surrogatepass"), "-")
    for line in read.lines:
        assert all(part == " ".join(part.split()) for part in (line.number, line.name, line.role))
        assert not UNSAFE_IN_A_LINE.search(line.number + line.name + line.role)
