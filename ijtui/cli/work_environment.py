"""`ijtui figure --work-environment`: the yearly list of what is to be watched and what is a risk (D-A2)."""

from __future__ import annotations

from ijtui.words import language, spoken


def write_work_environment(year: int | None, unit: str, form: str) -> None:
    """Write the list.

    Args:
        year: None for the present one.
        unit: name of the unit that alone is wanted, or "".
        form: "md", "csv" or "json".

    Raises:
        NotFound: nobody in such a unit was asked.
    """
    from ijtui.cli.output import hand_out, say
    from ijtui.cli.owner import at_desk
    from ijtui.minutes.work_environment import as_markdown, as_objects, as_spreadsheet

    with at_desk() as (desk, asker):
        found = desk.work_environment.of(asker, year, unit, language=language(), as_own=False)
    if form == "csv":
        hand_out(as_spreadsheet(found, spoken()))
    else:
        say(as_objects(found) if form == "json" else as_markdown(found, spoken()))
