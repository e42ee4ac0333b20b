"""Letting the next manager read a signed plan, in words; and reading one as the next manager."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ijtui.domain.passing_on import Passing
from ijtui.domain.person import Person
from ijtui.domain.signature import Version, short
from ijtui.domain.visibility import Visibility, of_signed_plan
from ijtui.errors import IjtuiError
from ijtui.minutes.signed_text import signed_lines
from ijtui.screens.place import Place
from ijtui.widgets.lines import EMPTY, Line
from ijtui.words import _, spoken

PASSED = "passed:"


def passing_words(passing: Passing, me: Person) -> str:
    """Return who else reads the signed plan, and who of the two has said so; "" where there is nobody."""
    if passing.reader is None:
        return ""
    name = passing.reader.name
    if of_signed_plan(passing) is Visibility.NEXT_MANAGER:
        return _("{name} reads what you both signed, for you both allow it.", name=name)
    if me.id in passing.said:
        return _("{name} reads it when you both allow it: you do, the other not yet.", name=name)
    return _("{name} reads it only if you both allow it.", name=name)


def passed_lines(place: Place[Any], person: int) -> Iterator[Line]:
    """Yield the signed plans of that person which the two let one read as the next manager."""
    passed = place.session.desk.passing_on.passed_to(place.session.me)
    found = [version for version in passed if person in {answer.person for answer in version.answers}]
    if found:
        yield EMPTY
        yield Line((_("Signed plans that you may read"),), look="heading")
    for version in found:
        text = version.plan.text
        said = f"{text.employee} · {text.manager} · {text.date}"
        yield Line((said,), f"{PASSED}{text.conversation}")


def read_passed(place: Place[Any], key: str) -> None:
    """Show a signed plan as the next manager, which the two are told."""
    from ijtui.screens.dialogs.reading import ReadingScreen

    try:
        version = place.session.desk.passing_on.read(place.session.me, int(key.removeprefix(PASSED)))
    except IjtuiError as error:
        place.refuse(error)
        return
    place.app.push_screen(
        ReadingScreen(_("Signed plan · {name}", name=version.plan.text.employee), _text(version))
    )


def _text(version: Version) -> str:
    plan = version.plan
    head = _("Version {number} · {hash}", number=plan.number, hash=short(plan.hash))
    seen = _("The two see that you have read this.")
    return "\n".join((head, seen, "", *signed_lines(plan.text, spoken())))
