"""Where the draft of one of the organisation's templates is read from and saved to."""

from __future__ import annotations

from ijtui.domain.template_version import TemplateDraft
from ijtui.domain.text import Revision, Written
from ijtui.screens.session import Session


class TemplateHome:
    """One draft; it is stored with the first key, and until then it says what the newest version says.

    Args:
        session: who writes.
        template: id of the template.
    """

    def __init__(self, session: Session, template: int) -> None:
        self._session = session
        self._template = template

    @property
    def name(self) -> str:
        """What tells it from every other unsaved thing."""
        return f"template:{self._template}"

    def read(self) -> TemplateDraft:
        """Return it as it stands now."""
        return self._session.desk.templates.draft(self._session.me, self._template)

    def save(self, body: str, base: Written, *, force: bool) -> TemplateDraft:
        """Store a body that was typed on top of `base`."""
        templates, me = self._session.desk.templates, self._session.me
        return templates.save(me, self._template, body, base.version, force=force)

    def versions(self) -> tuple[Revision, ...]:
        """Return its earlier texts, newest first."""
        return self._session.desk.templates.revisions(self._session.me, self._template)
