"""Making a round, and changing one: what is held, when, and for whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from ijtui import dates
from ijtui.domain.agenda import Kind
from ijtui.domain.round import Round
from ijtui.domain.template_version import Offered
from ijtui.domain.unit import Tree
from ijtui.domain.visibility import Visibility
from ijtui.errors import NotFound, RuleBroken
from ijtui.screens.dialogs.day import day_echo, day_text
from ijtui.screens.dialogs.form import Form
from ijtui.screens.dialogs.template_choice import name_of, templates, title_of
from ijtui.screens.going import go_to
from ijtui.screens.place import Place
from ijtui.screens.sight import who_sees_this
from ijtui.widgets.field import Spec
from ijtui.words import N_, _

_NO_DAYS = N_("A round has a first day and a last one. Write both.")
_NO_UNIT = N_("There is no unit called “{name}”.")
_BETWEEN = ";"


class RoundForm(Form[Round]):
    """Makes a round or changes one.

    Args:
        this: what to begin with; without a number it is stored as a new one.
    """

    ABOUT = N_(
        "A round has a name, a template and a season. Leave the units empty to make it for everybody, or "
        "write their names with semicolons between them; whoever works in a part of one is in it, too. "
        "Those who come later are put in with one key."
    )

    def __init__(self, this: Round) -> None:
        super().__init__(f"season:{this.id or 'new'}")
        self._round = this
        self._templates: dict[str, Offered] = {}

    def heading(self) -> str:
        """Say what it is."""
        return self._round.name or _("New round")

    def note(self) -> str:
        """Say who sees it."""
        return who_sees_this(Visibility.EVERYBODY)

    def fields(self) -> Iterator[Spec]:
        """Ask what it is called, what is held, when, and in which units, where there are any."""
        this, today = self._round, self.session.desk.clock().date()
        self._templates = {name_of(item): item for item in templates(self.session)}
        titles = tuple((name, title_of(item)) for name, item in self._templates.items())
        yield Spec("name", _("Name"), value=this.name, placeholder=_("for example Annual 2026"))
        yield Spec("agenda", _("Conversation"), "pick", self._template(), titles)
        first, last = (day_text(day if this.name else None) for day in (this.first, this.last))
        yield Spec("first", _("First day"), value=first, echo=day_echo(today))
        yield Spec("last", _("Last day"), value=last, echo=day_echo(today))
        tree = self._tree()
        if tree.units:
            names = f"{_BETWEEN} ".join(tree.units[unit].name for unit in sorted(this.units))
            yield Spec("units", _("Units"), value=names, placeholder=_("everybody"))

    def _template(self) -> str:
        """Return the name of the template that the round has, or the first one."""
        same = (name for name, item in self._templates.items() if item.name.key == self._round.template)
        return next(same, next(iter(self._templates)))

    def _tree(self) -> Tree:
        return self.session.desk.organisation.tree(self.session.me)

    def submit(self, values: Mapping[str, str]) -> Round:
        """Store it."""
        today = self.session.desk.clock().date()
        first, last = (dates.read_day(values[name], today) for name in ("first", "last"))
        if first is None or last is None:
            raise RuleBroken(_NO_DAYS)
        template = self._templates[values["agenda"]]
        this = replace(
            self._round,
            name=values["name"],
            first=first,
            last=last,
            template=template.name.key,
            kind=template.kind or Kind.ANNUAL,
            units=self._units(values.get("units", "")),
        )
        rounds, me = self.session.desk.rounds, self.session.me
        return rounds.change(me, this) if this.id else rounds.add(me, this)

    def _units(self, typed: str) -> frozenset[int]:
        """Return the ids of the units whose names were typed.

        Raises:
            NotFound: none has one of the names.
        """
        tree, found = self._tree(), set()
        for name in filter(None, map(str.strip, typed.split(_BETWEEN))):
            unit = tree.named(name)
            if unit is None:
                raise NotFound(_NO_UNIT, name=name[:60])
            found.add(unit.id)
        return frozenset(found)


def open_at(place: Place[Any], number: str) -> None:
    """Open the form for a new one (`new`), which is shown once it is made, or the one with that number.

    Raises:
        NotFound: it is gone.
    """
    desk, me = place.session.desk, place.session.me
    if number != "new":
        this = desk.rounds.get(me, int(number))
        place.app.push_screen(RoundForm(this), lambda _stored: place.reload())
        return
    today = desk.clock().date()

    def show(made: Round | None) -> None:
        place.reload()
        if made is not None:
            go_to(place, f"round:{made.id}")

    place.app.push_screen(RoundForm(Round("", today, today)), show)
