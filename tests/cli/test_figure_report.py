"""`ijtui figure --report`, `--merge` and `--work-environment` from the shell (D-S2, D-A2)."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from ijtui.domain.report import Report
from ijtui.minutes.report_form import as_json, read_report
from tests.cli.conftest import Ask
from tests.domain.reports import Team, of_file, of_manager, of_year

NORTH, SOUTH = Team("Norra", 11, 9, 2, 5, 1, 4), Team("Södra", 12, 8, 0, 3, 2, 8)
HOME = Team("Hemmet", 13, 7, 0, 6, 0, 5)


def put(folder: Path, name: str, report: Report) -> Path:
    file = folder / name
    file.write_text(as_json(report), encoding="utf-8")
    return file


@pytest.fixture
def files(surroundings: Path) -> list[Path]:
    """Reports of three managers."""
    reports = {"a.json": of_manager(NORTH), "b.json": of_manager(SOUTH), "c.json": of_manager(HOME)}
    return [put(surroundings, name, report) for name, report in reports.items()]


def test_a_report_is_a_file_of_ones_own_that_can_be_added_up(ask: Ask, filled: Path, tmp_path: Path) -> None:
    file = tmp_path / "mine.json"
    said = ask("--db", filled, "figure", "--report", file)
    assert (said.code, said.out) == (0, "")
    assert "fewer than 5 people" in said.err
    assert file.stat().st_mode & 0o777 == 0o600
    (row,) = read_report(file.read_bytes(), "mine.json").report.rows
    assert (row.unit, row.present) == ("Digital utveckling", 4)
    again = ask("--db", filled, "figure", "--report", file)
    assert (again.code, "--force" in again.err) == (1, True)
    assert ask("--db", filled, "figure", "--report", file, "--force", "--year", "2025").code == 0
    assert read_report(file.read_bytes(), "mine.json").report.year == 2025


def test_a_report_goes_to_the_output_too(ask: Ask, filled: Path) -> None:
    said = ask("--db", filled, "figure", "--report", "-")
    assert read_report(said.out.encode(), "-").report.present == 4
    words = said.out.casefold()
    assert not [name for name in ("karin", "åsa", "omar", "lina", "jonas") if name in words]


def test_reports_add_up_in_the_forms_of_the_figure(ask: Ask, files: list[Path]) -> None:
    said = ask("figure", "--merge", *files)
    assert (said.code, said.err) == (0, "")
    assert "# Key figure 2026: Kommunen" in said.out
    assert "14 of 17 (82 %)" in said.out
    assert "| Norra | 9 | 6 | 5 | 83 % |" in said.out
    told = json.loads(ask("figure", "--merge", *files, "--format", "json").out)
    assert told["year"] == 2026
    table = ask("figure", "--format", "csv", "--merge", *files).out.lstrip("\ufeff")
    rows = list(csv.DictReader(io.StringIO(table), delimiter=";"))
    assert [row["Unit"] for row in rows if row["Level"]] == [
        "Kommunen", "Skolan", "Norra", "Södra", "Vården", "Hemmet",
    ]  # fmt: skip


def test_a_figure_of_too_few_is_not_told(ask: Ask, tmp_path: Path, surroundings: Path) -> None:
    few = put(surroundings, "few.json", of_manager(Team("Norra", 11, 3, kept=3)))
    said = ask("figure", "--merge", few)
    assert said.code == 0
    assert "fewer than 5, not shown" in said.out
    assert "3 of 3" not in said.out


def test_everything_that_is_wrong_is_said_at_once_with_the_file(
    ask: Ask, files: list[Path], surroundings: Path
) -> None:
    edited = surroundings / "edited.json"
    edited.write_text(files[0].read_text().replace('"in_time": 5', '"in_time": 6'))
    old = put(surroundings, "old.json", of_year(of_manager(Team("Parken", 14, 9)), 2025))
    whole = put(surroundings, "whole.json", of_file(NORTH, SOUTH))
    said = ask("figure", "--merge", *files, edited, old, whole, surroundings / "none.json", surroundings)
    assert (said.code, said.out) == (1, "")
    lines = said.err.splitlines()
    assert {Path(line.partition(": ")[0]).name for line in lines} >= {
        "a.json", "edited.json", "none.json", "old.json", surroundings.name,
    }  # fmt: skip
    assert all(line.endswith((".", "(No such file or directory).")) for line in lines)


def test_what_nobody_has_reported_is_said(ask: Ask, files: list[Path], surroundings: Path) -> None:
    units = surroundings / "units.csv"
    units.write_text(
        "Organisation;Förvaltning;Enhet\nKommunen;Skolan;Norra\nKommunen;Skolan;Södra\nKommunen;Vården;Hemmet\n"
        "Kommunen;Vården;Boendet\nKommunen;Park;Eken\nKommunen;Park;Linden\n",
        encoding="utf-8",
    )
    said = ask("figure", "--merge", *files, "--expect", units)
    assert said.code == 0
    assert "Park, Boendet" in said.err
    assert said.out.rstrip().endswith("- Park\n- Boendet")
    assert ask("figure", "--merge", *files, "--expect", surroundings / "no.csv").code == 1
    units.write_text("Namn;Chef\nÅsa;Karin\n", encoding="latin-1")
    assert "needs one headed unit" in ask("figure", "--merge", *files, "--expect", units).err


def test_what_was_added_up_is_reported_to_whoever_adds_up_next(
    ask: Ask, files: list[Path], surroundings: Path
) -> None:
    school = surroundings / "school.json"
    assert ask("figure", "--merge", *files[:2], "--report", school).code == 0
    whole = ask("figure", "--merge", school, files[2])
    assert (whole.code, "14 of 17 (82 %)" in whole.out) == (0, True)
    twice = ask("figure", "--merge", school, *files)
    assert twice.code == 1
    assert twice.err.count("It is already added up in") == 2


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--merge", "a.json", "--year", "2025"], "--merge and --year"),
        (["--merge", "a.json", "--work-environment"], "--merge and --work-environment"),
        (["--report", "x.json", "--format", "md"], "--report and --format"),
        (["--report", "x.json", "--unit", "A"], "--report and --unit"),
        (["--work-environment", "--json"], "--work-environment and --json"),
        (["--expect", "x.csv"], "--expect is for use with --merge"),
        (["--force"], "--force is for use with --report"),
    ],
)
def test_what_says_nothing_together_is_refused(
    ask: Ask, files: list[Path], options: list[str], said: str
) -> None:
    found = ask("figure", *options)
    assert (found.code, said in found.err) == (1, True)


def test_merge_needs_a_file_and_leaves_the_commands_below_alone(ask: Ask, filled: Path) -> None:
    assert ask("figure", "--merge").code == 2
    assert ask("--db", filled, "figure", "target").code == 0


def test_the_work_environment_is_listed_without_names(ask: Ask, filled: Path) -> None:
    for form in ("md", "csv", "json"):
        said = ask("--db", filled, "figure", "--work-environment", "--year", "2025", "--format", form)
        assert said.code == 0
        assert "Digital utveckling" in said.out
        assert not [name for name in ("Karin", "Åsa", "Omar", "Lina", "Jonas") if name in said.out]
    (row, *_rest) = json.loads(said.out)["rows"]
    assert (row["unit"], row["not_shown"], row["title"]) == ("Digital utveckling", "few", None)
    assert "risk" not in row


def test_a_unit_without_answers_is_said(ask: Ask, filled: Path) -> None:
    said = ask("--db", filled, "figure", "--work-environment", "--unit", "Parken")
    assert (said.code, "Parken" in said.err) == (1, True)
