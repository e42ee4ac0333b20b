"""The headings by which a list of people says what its columns hold, in both languages and any order."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ijtui.domain.people_list import Column
from ijtui.words import N_

HEADINGS = {
    Column.NUMBER: N_("employee number"),
    Column.NAME: N_("name"),
    Column.ROLE: N_("role"),
    Column.UNIT: N_("unit"),
    Column.ADMINISTRATION: N_("administration"),
    Column.ORGANISATION: N_("organisation"),
    Column.MANAGER: N_("manager"),
    Column.SINCE: N_("from"),
    Column.UNTIL: N_("till"),
}
"""As they are written, in the language that is spoken."""

_KNOWN = {
    Column.NUMBER: (
        "anställningsnummer", "anstnr", "anstnummer", "personalnummer", "nummer", "nr",
        "employeenumber", "employeeno", "employeeid", "number", "no", "id",
    ),
    Column.NAME: (
        "namn", "förochefternamn", "fullständigtnamn", "name", "fullname",
    ),
    Column.GIVEN: (
        "förnamn", "tilltalsnamn", "firstname", "givenname",
    ),
    Column.FAMILY: (
        "efternamn", "lastname", "surname", "familyname",
    ),
    Column.ROLE: (
        "roll", "befattning", "yrke", "titel", "role", "title", "jobtitle", "position",
    ),
    Column.UNIT: (
        "enhet", "avdelning", "arbetsplats", "unit", "department",
    ),
    Column.ADMINISTRATION: (
        "förvaltning", "administration", "division",
    ),
    Column.ORGANISATION: (
        "organisation", "organization", "kommun",
    ),
    Column.MANAGER: (
        "chef", "närmastechef", "chefsanställningsnummer", "chefsnummer", "chefsnr", "manager",
        "nearestmanager", "managernumber",
    ),
    Column.SINCE: (
        "från", "from", "fom", "frånochmed", "startdatum", "start", "startdate", "anställningsdatum",
        "since",
    ),
    Column.UNTIL: (
        "till", "tom", "tillochmed", "slutdatum", "slut", "until", "to", "end", "enddate",
    ),
}  # fmt: skip
_BY_HEADING = {word: column for column, words in _KNOWN.items() for word in words}
_SIGNS = re.compile(r"[\W_]+")


def column_of(heading: str) -> Column | None:
    """Return what a column with that heading says, or None where it is none of ours.

    >>> column_of("Fr.o.m."), column_of("Employee number"), column_of("lön")
    (<Column.SINCE: 'since'>, <Column.NUMBER: 'number'>, None)
    """
    return _BY_HEADING.get(_SIGNS.sub("", heading.casefold()))


def columns_of(headings: Sequence[str]) -> list[Column | None]:
    """Return what each column says."""
    return [column_of(heading) for heading in headings]
