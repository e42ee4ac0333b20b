"""How an extract for the salary review stands, in words."""

from __future__ import annotations

from ijtui.domain.person import Person
from ijtui.domain.salary import Extract
from ijtui.domain.signature import short
from ijtui.services.salary import Shown
from ijtui.words import _


def status(shown: Shown, employee: Person, me: Person) -> str:
    """Return in a few lines what has happened to the extract, and what comes next."""
    newest = shown.newest
    if newest is None:
        if shown.now.is_empty:
            return _("There is nothing of this year to extract.")
        return _(
            "This is what it would say. It is not made yet: n makes it, for {name} to see.",
            name=employee.name,
        )
    made = _("Made {moment} · {hash}", moment=f"{newest.made:%Y-%m-%d %H:%M}", hash=short(newest.hash))
    return "\n".join((made, _seen(newest, employee, me), *_what_next(shown, newest)))


def _seen(newest: Extract, employee: Person, me: Person) -> str:
    if newest.seen is None:
        if me.id == employee.id:
            return _("You have not said yet that you have seen it: s.")
        return _("{name} has not seen it yet.", name=employee.name)
    moment = f"{newest.seen:%Y-%m-%d %H:%M}"
    if newest.initials:
        return _(
            "{name} saw it {moment}: {initials}", name=employee.name, moment=moment, initials=newest.initials
        )
    return _("{name} saw it {moment}.", name=employee.name, moment=moment)


def _what_next(shown: Shown, newest: Extract) -> list[str]:
    if not shown.is_current:
        return [_("Something has changed since. Make it anew with n, to be seen again.")]
    if newest.taken is not None:
        return [_("Handed over {moment}.", moment=f"{newest.taken:%Y-%m-%d %H:%M}")]
    return []
