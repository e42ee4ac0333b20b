"""Which units there should be, from a list: the list of people that HR has says it, too."""

from __future__ import annotations

import csv
import io

from ijtui.clean import clean_line
from ijtui.domain.people_list import Column
from ijtui.domain.report import Place
from ijtui.domain.unit import UnitKind
from ijtui.errors import BadInput
from ijtui.minutes.csv_form import plain
from ijtui.minutes.people_headings import HEADINGS, columns_of
from ijtui.minutes.people_read import LARGEST, decoded, separator_of
from ijtui.words import N_, spoken

_LONGEST = 120
_TOO_LARGE = N_("The list is larger than {number} MiB. Is it the right file?")
_NO_UNITS = N_("The first row names no column for a unit. It needs one headed {unit}.")
_BROKEN = N_("The row can't be read as CSV. Is a quotation mark missing?")
_TOO_LONG = N_("The name of the unit is longer than {longest} characters.")

_LEVELS = (
    (Column.ORGANISATION, UnitKind.ORGANISATION),
    (Column.ADMINISTRATION, UnitKind.ADMINISTRATION),
    (Column.UNIT, UnitKind.UNIT),
)
"""From above; what stands in one column is part of what stands in the one before it."""


def read_units(data: bytes, source: str) -> tuple[Place, ...]:
    """Return the units that a CSV file names in its columns unit, administration and organisation.

    Args:
        data: the whole file.
        source: its name as the person gave it.

    Raises:
        BadInput: it is too large, has no such column, or can't be read.
    """
    if len(data) > LARGEST:
        raise BadInput(_TOO_LARGE, source, number=LARGEST // 2**20)
    text = decoded(data)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator_of(text), strict=True)
    columns: list[Column | None] = []
    found: dict[str, Place] = {}
    try:
        for cells in rows:
            if columns:
                _add(found, dict(zip(columns, cells, strict=False)), source, rows.line_num)
            elif any(cell.strip() for cell in cells):
                columns = _checked(list(columns_of(cells)), source)
    except csv.Error as error:
        raise BadInput(_BROKEN, source, rows.line_num) from error
    return tuple(found.values())


def _checked(columns: list[Column | None], source: str) -> list[Column | None]:
    if Column.UNIT not in columns:
        raise BadInput(_NO_UNITS, source, 1, unit=spoken()(HEADINGS[Column.UNIT]))
    return columns


def _add(found: dict[str, Place], cells: dict[Column | None, str], source: str, line: int) -> None:
    above = ""
    for column, kind in _LEVELS:
        name = plain(clean_line(cells.get(column, "")))
        if len(name) > _LONGEST:
            raise BadInput(_TOO_LONG, source, line, longest=_LONGEST)
        if name:
            found.setdefault(name.casefold(), Place(name, kind, above))
            above = name
