"""Which person somebody means who types a number or a name."""

from __future__ import annotations

from collections.abc import Iterable

from ijtui.clean import clean_line
from ijtui.domain.person import Person
from ijtui.errors import BadInput, NotFound
from ijtui.words import N_

_NOBODY = N_("Nobody here is called “{text}” or has that number.")
_SEVERAL = N_("Several are called {name}. Say the number: {numbers}")


def one_named(people: Iterable[Person], text: str) -> Person:
    """Return the one of these people with that number in the file, or that whole name.

    Raises:
        BadInput: several have that name.
        NotFound: nobody has it.
    """
    wanted = clean_line(text).strip()
    if wanted.isdecimal() and wanted.isascii():
        found = [person for person in people if str(person.id) == wanted]
    else:
        found = [person for person in people if person.name.casefold() == wanted.casefold()]
    if not found:
        raise NotFound(_NOBODY, text=wanted[:60])
    if len(found) > 1:
        numbers = ", ".join(str(person.id) for person in found)
        raise BadInput(_SEVERAL, name=found[0].name, numbers=numbers)
    return found[0]
