"""The organisation's templates: agendas of conversations, and competence sets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult

from ijtui import dates, paths
from ijtui.domain.pulse import Pulse
from ijtui.domain.template_version import Standing, Template, TemplateSort
from ijtui.errors import IjtuiError
from ijtui.screens.command import Command
from ijtui.screens.going import go_to
from ijtui.screens.place import Place
from ijtui.widgets.fit import Column
from ijtui.widgets.lines import EMPTY, Line, Lines
from ijtui.words import LANGUAGES, N_, _, spoken

_COLUMNS = (Column(), Column(10), Column(36))
_SORTS = {TemplateSort.AGENDA: N_("Conversations"), TemplateSort.COMPETENCES: N_("Competence sets")}
_NONE = N_("Your organisation has no templates of its own. Those that ship with ijtui are used.")
_NONE_YET = N_("Your organisation has no templates of its own. Press n to begin one.")


class TemplatesScreen(Place[None]):
    """One list; what is written in it, and when it was published."""

    CAN: ClassVar = (
        Command("templates.open", "enter,e", "open", N_("Open what is marked"), N_("open")),
        Command("templates.new", "n,ctrl+n", "new", N_("Begin another"), N_("new template")),
        Command("templates.changes", "v", "changes", N_("See the versions and what changed"), N_("changes")),
        Command("templates.retire", "x", "retire", N_("Offer it no more, or again"), N_("retire")),
        Command("templates.back", "escape,q", "back", N_("Back to where you came from"), N_("back")),
    )
    ABOUT = N_(
        "Templates that your organisation has written. They stand first where one books a conversation or "
        "rates competences. HR writes them; everybody reads them. One that is retired is not offered any "
        "more, and what was made from it stays as it is."
    )
    CSS_PATH: ClassVar = [paths.style("lines")]
    ROAMS = True

    def heading(self) -> str:
        """Say what is listed."""
        return _("Your organisation's templates")

    def body(self) -> ComposeResult:
        """One list."""
        yield Lines(*_COLUMNS, id="templates")

    def pulse(self) -> Pulse:
        """Return what tells whether one of them has changed."""
        return Pulse(self.session.desk.templates.state(self.session.me))

    def load(self) -> None:
        """Fetch the list."""
        desk, me = self.session.desk, self.session.me
        none = _NONE_YET if desk.templates.may_edit(me) else _NONE
        lines = list(template_lines(desk.templates.all(me), desk.clock().date()))
        self.query_one("#templates", Lines).show(lines or [Line((_(none),), look="muted")])
        self.refresh_bindings()

    @on(Lines.Moved, "#templates")
    def _show_keys(self) -> None:
        self.refresh_bindings()

    @property
    def _marked(self) -> Template | None:
        lines = self.query("#templates")
        key = lines.first(Lines).key if lines else ""
        found = (
            one for one in self.session.desk.templates.all(self.session.me) if f"template:{one.id}" == key
        )
        return next(found, None) if key else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only who writes them begins another or retires one that was published."""
        if action == "new":
            return self.session.desk.templates.may_edit(self.session.me)
        if action in ("open", "changes"):
            return self._marked is not None
        if action == "retire":
            may = self.session.desk.templates.may_edit(self.session.me)
            return may and self._marked is not None and self._marked.newest is not None
        return super().check_action(action, parameters)

    @on(Lines.Chosen, "#templates")
    def action_open(self) -> None:
        """Open what is marked."""
        if self._marked is not None:
            go_to(self, f"template:{self._marked.id}")

    def action_new(self) -> None:
        """Begin another."""
        from ijtui.screens.dialogs.template_name import begin

        begin(self)

    def action_changes(self) -> None:
        """Show the versions of what is marked."""
        if self._marked is not None:
            go_to(self, f"template-versions:{self._marked.id}")

    def action_retire(self) -> None:
        """Offer what is marked no more, after asking; one that is retired is offered again."""
        from ijtui.screens.dialogs.confirm import ConfirmScreen

        template = self._marked
        if template is None:
            return
        if template.standing is Standing.RETIRED:
            self._offer(template, again=True)
            return
        question = _(
            "Offer {title} no more? What was made from it stays as it is, and you can offer it again.",
            title=template.title,
        )
        asked = ConfirmScreen(question, _("retire it"), _("keep it"))
        self.app.push_screen(asked, lambda sure: self._offer(template, again=False) if sure else None)

    def _offer(self, template: Template, *, again: bool) -> None:
        templates = self.session.desk.templates
        change = templates.offer_again if again else templates.retire
        try:
            change(self.session.me, template.id)
        except IjtuiError as error:
            self.refuse(error)
        self.reload()

    def action_back(self) -> None:
        """Go back."""
        self.dismiss(None)


def template_lines(templates: Sequence[Template], today: date) -> Iterator[Line]:
    """Yield them under their sorts.

    Args:
        templates: by sort.
        today: for how a day is written.
    """
    for number, (sort, found) in enumerate(groupby(templates, key=lambda one: one.name.sort)):
        if number:
            yield EMPTY
        yield Line((_(_SORTS[sort]),), look="heading")
        for one in found:
            cells = (one.title, LANGUAGES.get(one.name.language, one.name.language), _standing(one, today))
            yield Line(cells, f"template:{one.id}", "muted" if one.retired else "plain")


def _standing(template: Template, today: date) -> str:
    newest = template.newest
    if newest is None:
        return _("draft")
    day = dates.short_or_year(newest.published.date(), today, spoken())
    said = [_("Version {number}", number=newest.number), day]
    said += [_("retired")] if template.retired else []
    said += [_("draft begun")] if template.has_draft else []
    return ", ".join(said)


def open_at(place: Place[Any], _which: str = "all") -> None:
    """Open the list."""
    place.app.push_screen(TemplatesScreen())
