"""`ijtui figure --merge`: reports of several files added up (D-S2)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ijtui.clean import clean_line
from ijtui.errors import BadInput
from ijtui.words import N_, _, explain, spoken

if TYPE_CHECKING:
    from datetime import datetime

    from ijtui.domain.merged_figure import Sum
    from ijtui.domain.merging import Given
    from ijtui.domain.report import Place
    from ijtui.domain.target import Target

_UNREADABLE = N_("It can't be read ({reason}).")


def merge(files: tuple[Path, ...], expect: Path | None, form: str, report: Path | None, force: bool) -> int:
    """Add reports up; write the figure, or a report of it; return 1 where something keeps them apart.

    Args:
        files: the reports.
        expect: a list of the units that there should be, or None for those of the file at hand.
        form: "md", "csv" or "json".
        report: where to write a report instead, or None.
        force: replace that file if there is one.
    """
    from ijtui.domain.merge_problems import problems
    from ijtui.domain.merged_figure import added_up

    units, floor, targets, now = _organisation(expect)
    given, refused = _read_all(files)
    refused += problems(given, units)
    for problem in refused:
        click.echo(explain(problem), err=True)
    if refused:
        return 1
    found = added_up(given, floor, units)
    if report is None:
        _show(found, form, now, targets)
    else:
        from ijtui.cli.report import hand_over

        hand_over(found.report(now), report, floor, force=force)
    _tell_lacking(found)
    return 0


def _organisation(expect: Path | None) -> tuple[tuple[Place, ...], int, tuple[Target, ...], datetime]:
    """Return the units that there should be, the floor, the targets and what time it is.

    Whoever adds reports up needs no file of their own; then there are the usual floor and no targets.
    """
    from ijtui.cli.program import database
    from ijtui.clock import wall_clock
    from ijtui.domain.floor import USUAL_FLOOR

    units: tuple[Place, ...] = ()
    targets: tuple[Target, ...] = ()
    floor = USUAL_FLOOR
    if database().exists():
        from ijtui.cli.owner import at_desk

        with at_desk() as (desk, asker):
            units, floor, targets = (
                desk.reports.units(asker),
                desk.reports.floor(),
                desk.reports.targets(asker),
            )
    if expect is not None:
        from ijtui.minutes.expected_units import read_units
        from ijtui.minutes.people_read import LARGEST

        units = read_units(_contents(expect, LARGEST), clean_line(str(expect)))
    return units, floor, targets, wall_clock()


def _read_all(files: tuple[Path, ...]) -> tuple[list[Given], list[BadInput]]:
    from ijtui.minutes.report_form import LARGEST, read_report

    given: list[Given] = []
    refused: list[BadInput] = []
    for file in files:
        try:
            given.append(read_report(_contents(file, LARGEST), clean_line(str(file))))
        except BadInput as error:
            refused.append(error)
    return given, refused


def _contents(file: Path, largest: int) -> bytes:
    """Return what is in the file, and no more than is needed to see that it is too large."""
    try:
        with file.open("rb") as stream:
            return stream.read(largest + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise BadInput(_UNREADABLE, clean_line(str(file)), reason=reason) from error


def _show(found: Sum, form: str, now: datetime, targets: tuple[Target, ...]) -> None:
    from ijtui.cli.output import hand_out, say
    from ijtui.minutes.figure_page import as_markdown
    from ijtui.minutes.figure_table import as_objects, as_spreadsheet

    page = found.page(now.date(), targets)
    if form == "csv":
        hand_out(as_spreadsheet(page, spoken()))
    elif form == "json":
        say(as_objects(page, spoken()))
    else:
        say("\n\n".join([as_markdown(page, spoken()), *_not_reported(found)]))


def _not_reported(found: Sum) -> list[str]:
    """Return what the page has to say of the units that are not in it."""
    from ijtui.minutes.escape import guarded, line

    if not found.lacking:
        return []
    units = (f"- {guarded(line(unit.name, mdx=True), mdx=True)}" for unit in found.lacking)
    return [f"## {_('Not reported')}", "\n".join(units)]


def _tell_lacking(found: Sum) -> None:
    from ijtui.cli.output import complain

    if found.lacking:
        units = ", ".join(unit.name for unit in found.lacking)
        complain(_("Nobody has reported these units, and they are not in the figure: {units}", units=units))
