"""`ijtui figure --report`: one's counts as a file that adds up with others' (D-S2)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ijtui.errors import BadInput
from ijtui.words import N_, _

if TYPE_CHECKING:
    from ijtui.domain.report import Report

_STANDARD_OUTPUT = Path("-")
_ONLY_OUT = N_("Here a report goes to the standard output: --report -")
_FEW = N_("The report is of fewer than {floor} people. Give it to nobody but whoever adds it up with others.")


def write_report(file: Path, year: int | None, *, force: bool) -> None:
    """Write what the asker has counted as a report.

    Raises:
        BadInput: to a file at the door, or the place is taken.
        NotAllowed: the asker leads nobody.
    """
    from ijtui.cli.owner import at_desk
    from ijtui.cli.program import door

    if door() is not None and file != _STANDARD_OUTPUT:
        raise BadInput(_ONLY_OUT)
    with at_desk() as (desk, asker):
        report, floor = desk.reports.of(asker, year), desk.reports.floor()
    hand_over(report, file, floor, force=force)


def hand_over(report: Report, file: Path, floor: int, *, force: bool) -> None:
    """Write a report to a new file or to the standard output, and say it where it is of few."""
    from ijtui.cli.output import complain, say
    from ijtui.minutes.files import write_new
    from ijtui.minutes.report_form import as_json

    if file == _STANDARD_OUTPUT:
        say(as_json(report))
    else:
        write_new(file, f"{as_json(report)}\n", force)
    if report.present < floor:
        complain(_(_FEW, floor=floor))
