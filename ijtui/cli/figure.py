"""`ijtui figure`: the key figure, one's own and the organisation's, and its targets (D-S)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ijtui.cli.figure_options import Merging, check_together
from ijtui.words import N_, _

if TYPE_CHECKING:
    from ijtui.domain.target import Target

_FIRST, _LAST = 1900, 9999
_WHAT = N_("Say how many per cent, or --remove, or --example.")

_FILE = click.Path(path_type=Path, allow_dash=True)

YEAR = click.option(
    "--year",
    type=click.IntRange(_FIRST, _LAST),
    metavar=_("YEAR"),
    help=_("Another year than the present one."),
)


@click.group(
    cls=Merging,
    invoke_without_command=True,
    short_help=_("Count what was agreed and fulfilled."),
    help=_(
        "Count how many agreed points are fulfilled, and how many employees have a plan.\n\n"
        "Your own counts, as manager and as employee; with --unit or --format those of the organisation, as"
        " far as you may be told them: HR of everything, a manager of all below. The rule that they are"
        " counted by is told with them. They name no employee and carry nothing that was said, and a figure"
        " of fewer than five people is not told.\n\n"
        "With --report your counts become a file that adds up with those of others (--merge)."
    ),
)
@YEAR
@click.option("--unit", metavar=_("UNIT"), default="", help=_("Count that unit and everything in it."))
@click.option(
    "--format",
    "form",
    type=click.Choice(("md", "csv", "json")),
    help=_("Write the organisation's figure as Markdown for the annual report, as CSV, or as JSON."),
)
@click.option("--json", "as_objects", is_flag=True, help=_("Write your own counts as JSON, for programs."))
@click.option(
    "--work-environment",
    is_flag=True,
    help=_("List what is to be watched and what is a risk, by unit and question, and what is done about it."),
)
@click.option(
    "--report",
    metavar=_("FILE"),
    type=_FILE,
    help=_("Write counts that add up with others: of your own people; of everybody for HR. - is the output."),
)
@click.option(
    "--merge",
    metavar=_("FILE..."),
    type=_FILE,
    multiple=True,
    help=_("Add up the reports in these files; nothing is added up before all of them fit together."),
)
@click.option(
    "--expect",
    metavar=_("FILE"),
    type=_FILE,
    help=_("With --merge: a list of people or units (CSV) that says which units there should be."),
)
@click.option("--force", is_flag=True, help=_("Replace the file if there is one."))
@click.pass_context
def figure(context: click.Context, /, **asked: Any) -> None:
    """Write the figure, or what else is counted."""
    if context.invoked_subcommand is not None:
        return
    year, unit, form = asked["year"], asked["unit"], asked["form"]
    check_together(asked)
    if asked["merge"]:
        from ijtui.cli.merge import merge

        places = asked["merge"], asked["expect"]
        context.exit(merge(*places, form or "md", asked["report"], asked["force"]))
    elif asked["report"]:
        from ijtui.cli.report import write_report

        write_report(asked["report"], year, force=asked["force"])
    elif asked["work_environment"]:
        from ijtui.cli.work_environment import write_work_environment

        write_work_environment(year, unit, form or "md")
    elif unit or form:
        _of_organisation(year, unit, form or "md")
    else:
        _own(year, as_objects=asked["as_objects"])


def _own(year: int | None, *, as_objects: bool) -> None:
    from ijtui.cli.output import say
    from ijtui.cli.owner import at_desk
    from ijtui.minutes.figure import as_json, as_text
    from ijtui.words import spoken

    with at_desk() as (desk, owner):
        found, targets = desk.figure.own(owner, year), desk.figure.targets(owner)
    say(as_json(found, targets) if as_objects else as_text(found, spoken(), targets))


def _of_organisation(year: int | None, unit: str, form: str) -> None:
    from ijtui.cli.output import hand_out, say
    from ijtui.cli.owner import at_desk
    from ijtui.words import spoken

    with at_desk() as (desk, asker):
        page = desk.figure.page(asker, year, unit)
    if form == "md":
        from ijtui.minutes.figure_page import as_markdown

        say(as_markdown(page, spoken()))
        return
    from ijtui.minutes.figure_table import as_objects, as_spreadsheet

    if form == "csv":
        hand_out(as_spreadsheet(page, spoken()))
    else:
        say(as_objects(page, spoken()))


@figure.command(
    short_help=_("List the targets, or set one."),
    help=_(
        "List the organisation's targets, or set the one of a year.\n\n"
        "A target holds until the next one. On a shared server HR sets them, and everybody reads them."
    ),
)
@click.argument("percent", metavar=_("[PERCENT]"), required=False, type=click.IntRange(0, 100))
@YEAR
@click.option(
    "--plans", is_flag=True, help=_("The share with a signed plan, and not that of points fulfilled.")
)
@click.option("--remove", is_flag=True, help=_("Take the target of the year away."))
@click.option(
    "--example", is_flag=True, help=_("Take over an example of targets, for the years that have none.")
)
def target(percent: int | None, year: int | None, plans: bool, remove: bool, example: bool) -> None:
    """Set, take away or list targets."""
    from ijtui.cli.output import say
    from ijtui.cli.owner import at_desk
    from ijtui.domain.target import Measure, Target
    from ijtui.errors import BadInput

    measure = Measure.PLANS if plans else Measure.POINTS
    with at_desk() as (desk, asker):
        service = desk.figure
        if sum((percent is not None, remove, example)) > 1 or (percent is None and year and not remove):
            raise BadInput(_WHAT)
        of_year = year or service.present_year()
        if percent is not None:
            service.set_target(asker, Target(of_year, measure, percent))
        elif remove:
            service.remove_target(asker, of_year, measure)
        elif example:
            service.take_over_example(asker)
        say(_listed(service.targets(asker)))


def _listed(targets: tuple[Target, ...]) -> str:
    from ijtui.cli.table import table
    from ijtui.minutes.figure_words import MEASURES

    if not targets:
        return _("No targets are set yet. Take over an example: ijtui figure target --example")
    head = (_("Year"), _("Share"), _("Target"))
    return table(head, [(str(one.year), _(MEASURES[one.measure]), f"{one.percent} %") for one in targets])


@figure.command(
    short_help=_("Say how few people are too few for a figure."),
    help=_(
        "Say of how many people a figure has to be at least, to be told to others than their own manager.\n\n"
        "Five, unless another number is given here. It is kept in the file and holds for all who open it; on"
        " a shared server HR sets it. Don't publish the same year before and after a change: the difference"
        " may tell what neither figure does."
    ),
)
@click.argument("people", metavar=_("[NUMBER]"), required=False, type=int)
def floor(people: int | None) -> None:
    """Set the floor, or say what it is."""
    from ijtui.cli.output import say
    from ijtui.cli.owner import at_desk

    with at_desk() as (desk, asker):
        if people is not None:
            desk.figure.set_floor(asker, people)
        now = desk.figure.floor()
    say(_("A figure is told of {number} people or more.", number=now))
