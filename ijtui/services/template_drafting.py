"""Writing the organisation's templates: one draft each, which may have errors until it is published."""

from __future__ import annotations

from dataclasses import replace

from ijtui.clock import Clock
from ijtui.content.starter import named
from ijtui.data.store import Store
from ijtui.data.template import Templates
from ijtui.domain.agenda import Agenda
from ijtui.domain.competence import Profile
from ijtui.domain.person import Person
from ijtui.domain.template_change import Change
from ijtui.domain.template_difference import changes
from ijtui.domain.template_version import Template, TemplateDraft, TemplateName
from ijtui.domain.text import Revision
from ijtui.errors import NotAllowed, RuleBroken
from ijtui.services.base import NewId
from ijtui.services.template_reading import TemplateReading
from ijtui.services.versions import Versions, fitting
from ijtui.words import N_

_NOT_YOURS = N_("The organisation's templates are written by HR. You can read them all.")
OTHER_NAME = N_("This is the template “{wanted}”, but here stands “{found}”. Change the id back.")
_OTHER_LANGUAGE = N_("This template is in another language ({wanted}), but here stands {found}.")


class TemplateDrafting(TemplateReading):
    """What HR can do with a draft, and the owner of one's own file.

    Args:
        store: the open file.
        clock: what time it is.
        new_id: random ids for earlier texts of a draft.
    """

    def __init__(self, store: Store, clock: Clock, new_id: NewId) -> None:
        super().__init__(store, clock, new_id)
        self._rows = Templates(store)
        self._versions = Versions(store, clock, new_id, self._rows)

    def begin(self, asker: Person, name: TemplateName, body: str) -> Template:
        """Begin to write a template, or its next version; a draft that is there already stays.

        Args:
            asker: who writes.
            name: what tells it from every other.
            body: what to begin with.

        Raises:
            NotAllowed: the asker is not HR.
            BadInput: no template can have that name.
            RuleBroken: too long.
        """
        self._check_writes(asker)
        named(name.key)
        with self._store.writing():
            found = self._rows.named(name) or self._rows.add(name)
            if not found.has_draft:
                self.save(asker, found.id, body, 0)
                self._note(asker, "began", f"template:{found.id}")
        return self._rows.get(found.id)

    def draft(self, asker: Person, template_id: int) -> TemplateDraft:
        """Return the draft; where nobody writes one, the newest version's text as one that isn't stored.

        Raises:
            NotAllowed: the asker is not HR.
            NotFound: there is no such template.
        """
        self._check_writes(asker)
        template = self._rows.get(template_id)
        return self._rows.draft(template_id) or TemplateDraft(template_id, self.text(asker, template))

    def save(
        self, asker: Person, template_id: int, body: str, base: int, *, force: bool = False
    ) -> TemplateDraft:
        """Store what was typed as the draft's newest text, errors and all.

        Args:
            asker: who writes.
            template_id: of which template.
            body: all of it.
            base: the draft's version that it was typed on top of; 0 where there was none.
            force: the writer has seen the other text and decided.

        Raises:
            Conflict: another session saved another text since; this one is kept beside it.
            NotAllowed: the asker is not HR.
            NotFound: there is no such template.
            RuleBroken: too long.
        """
        self._check_writes(asker)
        body, now = fitting(body), self._versions.now()

        def stored() -> TemplateDraft:
            self._rows.get(template_id)
            return self._rows.draft(template_id) or TemplateDraft(template_id, "")

        def made(before: TemplateDraft) -> TemplateDraft:
            return replace(before, body=body, author=asker.id, changed=now, version=before.version + 1)

        return self._versions.save(template_id, base, stored, made, force=force)

    def revisions(self, asker: Person, template_id: int) -> tuple[Revision, ...]:
        """Return the earlier texts of the draft, newest first.

        Raises:
            NotAllowed: the asker is not HR.
        """
        self._check_writes(asker)
        return self._rows.revisions(template_id)

    def throw_away(self, asker: Person, template_id: int) -> None:
        """Delete the draft; of a template that was never published nothing remains.

        Raises:
            NotAllowed: the asker is not HR.
            NotFound: there is no such template.
        """
        self._check_writes(asker)
        with self._store.writing():
            self._rows.throw_away(self._rows.get(template_id))
            self._note(asker, "removed", f"template-draft:{template_id}")

    def unpublished(self, asker: Person, template_id: int) -> tuple[Change, ...]:
        """Return what the draft changes in the newest version; nothing where it will be the first.

        Raises:
            NotAllowed: the asker is not HR.
            Problems: the draft has errors; holds all of them.
        """
        draft, template = self.draft(asker, template_id), self._rows.get(template_id)
        made = self._checked(template, draft.body)
        return changes(self.made(asker, template), made) if template.newest else ()

    def _checked(self, template: Template, body: str) -> Agenda | Profile:
        """Return what a text describes that is about to be published.

        Raises:
            Problems: it has errors.
            RuleBroken: it has another name or language than the template.
        """
        from ijtui.content.template_text import ENDINGS, understood

        name = template.name
        made = understood(name.sort, body, name.key + ENDINGS[name.sort], name.language)
        if made.id != name.key:
            raise RuleBroken(OTHER_NAME, wanted=name.key, found=made.id)
        if made.language != name.language:
            raise RuleBroken(_OTHER_LANGUAGE, wanted=name.language, found=made.language)
        return made

    def _check_writes(self, asker: Person) -> None:
        if not self.may_edit(asker):
            raise NotAllowed(_NOT_YOURS)
