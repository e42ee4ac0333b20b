"""Publishing a template: what changes for everybody, what is lost by it, and a note that says why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, ClassVar

from ijtui.content.problems import Problems
from ijtui.domain.template_change import Change
from ijtui.domain.template_version import Template
from ijtui.errors import IjtuiError
from ijtui.minutes.template_changes import lines
from ijtui.screens.dialogs.form import Form
from ijtui.screens.place import Place
from ijtui.widgets.field import Spec
from ijtui.words import N_, _, ngettext, spoken

_MOST = 12
"""Lines of what changes that are shown; all of them stand among the versions afterwards."""


class PublishForm(Form[str]):
    """Publishes the draft, and closes with what to say of it.

    Args:
        template: as it is.
        title: what it is called in the draft.
        changes: what the draft changes in the newest version.
        base: the draft's version that was looked at.
    """

    ABOUT = N_(
        "From now on everybody books with this version. What is booked already keeps the one it was made "
        "from. A published version is never changed; a mistake is mended in the next one."
    )
    DRAFT: ClassVar[bool] = False

    def __init__(self, template: Template, title: str, changes: tuple[Change, ...], base: int) -> None:
        super().__init__(f"publish:{template.id}")
        self._title = title
        self._template, self._changes, self._base = template, changes, base

    def heading(self) -> str:
        """Say what is published."""
        return _("Publish {title}, version {number}", title=self._title, number=self._next)

    @property
    def _next(self) -> int:
        return self._template.newest.number + 1 if self._template.newest else 1

    def note(self) -> str:
        """Say what changes for everybody."""
        if self._template.newest is None:
            return _("Everybody can use it from now on.")
        said = list(lines(self._changes, spoken()))
        more = len(said) - _MOST
        rest = [ngettext("and one line more", "and {number} lines more", more)] if more > 0 else []
        head = _("What changes since version {number}:", number=self._template.newest.number)
        return "\n".join((head, *said[:_MOST], *rest))

    def fields(self) -> Iterable[Spec]:
        """Ask what to say of it."""
        yield Spec("note", _("What was changed"), placeholder=_("may be left empty"))

    def advise(self, values: Mapping[str, str]) -> str:
        """Warn of what is lost to view."""
        lost = [change.name for change in self._changes if change.loses_answers]
        if not lost:
            return ""
        return _("With another id the earlier answers are not found any more: {names}", names=", ".join(lost))

    def submit(self, values: Mapping[str, str]) -> str:
        """Publish it."""
        session = self.session
        version = session.desk.templates.publish(session.me, self._template.id, values["note"], self._base)
        return _("Published: {title}, version {number}", title=version.title, number=version.number)


def publish(place: Place[Any], template_id: int, title: str, then: Callable[[str], None]) -> None:
    """Ask and publish; where it can't be published say why, by line."""
    session = place.session
    templates, me = session.desk.templates, session.me
    try:
        template, draft = templates.get(me, template_id), templates.draft(me, template_id)
        changes = templates.unpublished(me, template_id)
    except Problems as problems:
        place.refuse(problems.found[0])
        return
    except IjtuiError as error:
        place.refuse(error)
        return
    form = PublishForm(template, title, changes, draft.version)
    place.app.push_screen(form, lambda said: then(said) if said else None)
