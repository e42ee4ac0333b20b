"""`ijtui verify` of an extract for the salary review: whether it is what the employee has seen."""

from __future__ import annotations

from collections.abc import Iterator

from ijtui.minutes.salary_read import ReadExtract
from ijtui.words import _


def verify_extract(read: ReadExtract, alone: bool) -> int:
    """Say what was found, and return the exit code: 0 where the file is what the employee has seen."""
    from ijtui.cli.output import say

    said = list(_told(read, alone))
    say("\n".join(sentence for _fine, sentence in said))
    return 0 if all(fine for fine, _sentence in said) else 1


def _told(read: ReadExtract, alone: bool) -> Iterator[tuple[bool, str]]:
    """Yield each finding, and whether it is as it should be."""
    from ijtui.cli.program import database
    from ijtui.domain.signature import short

    name, year = read.text.employee, read.text.year
    yield True, _("Extract of {name}, {year} · {hash}", name=name, year=year, hash=short(read.hash))
    if not read.is_intact:
        yield False, _("The text in the file was changed: its SHA-256 is another.")
    elif alone or not database().exists():
        yield True, _("The file fits itself; whether it was seen is known to the database alone.")
    else:
        yield _in_database(read)


def _in_database(read: ReadExtract) -> tuple[bool, str]:
    from ijtui.cli.owner import at_desk
    from ijtui.cli.program import database

    with at_desk() as (desk, me):
        stored = desk.salary.of_hash(me, read.hash)
    name = read.text.employee
    if stored is None:
        return False, _(
            "{file} has no extract of yours with the SHA-256 {hash}.", file=database(), hash=read.hash
        )
    if stored.seen is None:
        return False, _("{name} has not seen it yet.", name=name)
    if stored.comment != read.comment:
        return False, _("{name} said something else to it than stands in the file.", name=name)
    return True, _("{name} saw it {moment}.", name=name, moment=f"{stored.seen:%Y-%m-%d %H:%M}")
