"""The life of the organisation's templates: published in versions that stay as they are, and retired."""

from __future__ import annotations

from ijtui.clean import clean, clean_line
from ijtui.content.starter import named
from ijtui.domain.agenda import Agenda
from ijtui.domain.person import Person
from ijtui.domain.template_version import Template, TemplateName, TemplateSort, TemplateVersion
from ijtui.errors import BadInput, Conflict, RuleBroken
from ijtui.services.template_drafting import OTHER_NAME, TemplateDrafting
from ijtui.words import N_

_NO_DRAFT = N_("Nobody is writing {title}. Begin a draft first.")
_NOT_NEWEST = N_("The draft was changed in another session meanwhile. Look at it again, then publish.")
_UNCHANGED = N_("Nothing has changed since version {number}.")
_IS_WRITTEN = N_("Somebody is writing the next version of {title}. Publish or throw away that draft first.")


class TemplateService(TemplateDrafting):
    """What HR can do with the organisation's templates, and the owner of one's own file."""

    def publish(
        self, asker: Person, template_id: int, note: str = "", base: int | None = None
    ) -> TemplateVersion:
        """Let the draft be the next version, which everybody uses from now on.

        Args:
            asker: who publishes.
            template_id: of which template.
            note: what was changed, in a sentence, or "".
            base: the draft's version that the asker has seen; None for whichever there is.

        Raises:
            Problems: the draft has errors; holds all of them.
            RuleBroken: nothing is written or changed, or it has another name or language than it had.
            Conflict: another session changed the draft since.
            NotAllowed: the asker is not HR.
        """
        self._check_writes(asker)
        with self._store.writing():
            template = self._rows.get(template_id)
            draft = self._rows.draft(template_id)
            if draft is None:
                raise RuleBroken(_NO_DRAFT, title=template.title)
            if base not in (None, draft.version):
                raise Conflict(_NOT_NEWEST, theirs=draft)
            return self._publish(asker, template, draft.body, note)

    def publish_text(
        self, asker: Person, sort: TemplateSort, key: str, text: str, source: str, note: str = ""
    ) -> TemplateVersion:
        """Publish a text from outside as the next version of the template of that name, or as its first.

        Args:
            asker: who publishes.
            sort: of which sort it is.
            key: the template's name; a text that doesn't say its id is given it.
            text: Markdown or TOML.
            source: where it came from, for errors.
            note: what was changed, in a sentence, or "".

        Raises:
            Problems: it has errors; holds all of them.
            BadInput: it says another id, or no template can have that name.
            RuleBroken: nothing has changed, or somebody is writing a draft of it.
            NotAllowed: the asker is not HR.
        """
        from ijtui.content.template_text import line_of_name, renamed, understood
        from ijtui.words import language

        self._check_writes(asker)
        named(key)
        made = understood(sort, text, source, language())
        at = line_of_name(sort, text)
        if at and made.id != key:
            raise BadInput(OTHER_NAME, source, at, wanted=key, found=made.id)
        body = text if at else renamed(sort, text, key, made.language)
        name = TemplateName(sort, key, made.language)
        with self._store.writing():
            template = self._rows.named(name) or self._rows.add(name)
            if template.has_draft:
                raise RuleBroken(_IS_WRITTEN, title=template.title)
            return self._publish(asker, template, clean(body), note)

    def retire(self, asker: Person, template_id: int) -> Template:
        """Offer it no more; conversations that were made from it keep their copy.

        Raises:
            RuleBroken: it was never published, or is retired already.
            NotAllowed: the asker is not HR.
            NotFound: there is no such template.
        """
        self._check_writes(asker)
        with self._store.writing():
            self._rows.get(template_id).checked_for_retirement()
            self._rows.retire(template_id, self._clock())
            self._note(asker, "retired", f"template:{template_id}")
        return self._rows.get(template_id)

    def offer_again(self, asker: Person, template_id: int) -> Template:
        """Offer a retired one again, in its newest version.

        Raises:
            NotAllowed: the asker is not HR.
            NotFound: there is no such template.
        """
        self._check_writes(asker)
        with self._store.writing():
            self._rows.retire(self._rows.get(template_id).id, None)
            self._note(asker, "reopened", f"template:{template_id}")
        return self._rows.get(template_id)

    def _publish(self, asker: Person, template: Template, body: str, note: str) -> TemplateVersion:
        made = self._checked(template, body)
        number = template.newest.number + 1 if template.newest else 1
        if template.newest is not None and not template.retired and self.text(asker, template) == body:
            raise RuleBroken(_UNCHANGED, number=template.newest.number)
        version = TemplateVersion(
            template.id,
            number,
            made.title,
            made.kind if isinstance(made, Agenda) else None,
            made.minutes if isinstance(made, Agenda) else 0,
            asker.id,
            self._clock(),
            clean_line(note),
        )
        stored = self._rows.publish(version.checked(), body)
        self._note(asker, "published", f"template:{template.id}:{number}")
        return stored
