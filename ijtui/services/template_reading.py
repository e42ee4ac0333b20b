"""Which templates there are: the organisation's, a person's own, and those that ship."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from ijtui.data.template import Templates
from ijtui.domain.agenda import Agenda
from ijtui.domain.competence import Profile
from ijtui.domain.person import Person
from ijtui.domain.template_change import Change
from ijtui.domain.template_difference import changes
from ijtui.domain.template_version import (
    Offered,
    Origin,
    Template,
    TemplateName,
    TemplateSort,
    TemplateVersion,
)
from ijtui.errors import NotFound
from ijtui.services.base import Service
from ijtui.words import N_

_NO_SUCH = N_("The organisation has no template “{name}” ({language}). See: ijtui template list")


class TemplateReading(Service):
    """What everybody can do with templates: the published ones are read by all."""

    def may_edit(self, asker: Person) -> bool:
        """Whether the asker writes the organisation's templates: HR, or the owner of one's own file."""
        return self._counts_for_all(asker)

    # The organisation's

    def all(self, asker: Person) -> tuple[Template, ...]:
        """Return the organisation's templates by sort and title; drafts are for those who write them."""
        found = Templates(self._store).all()
        return found if self.may_edit(asker) else tuple(filter(_is_told, found))

    def get(self, asker: Person, template_id: int) -> Template:
        """Return one.

        Raises:
            NotFound: none has that number, or the asker may not know of it.
        """
        found = Templates(self._store).get(template_id)
        if found.newest is None and not self.may_edit(asker):
            raise NotFound(_NO_SUCH, name=found.name.key, language=found.name.language)
        return found

    def state(self, asker: Person, template_id: int | None = None) -> tuple[object, ...]:
        """Return what tells whether one template, or any of them, has changed since the last look."""
        rows, may = Templates(self._store), self.may_edit(asker)
        found = tuple(one for one in self.all(asker) if template_id in (None, one.id))
        draft = rows.draft(template_id) if may and template_id else None
        return (*found, draft.version if draft else 0)

    def named(self, asker: Person, sort: TemplateSort, key: str, language: str) -> Template | None:
        """Return the organisation's template of that name: in that language, else in another, or None."""
        found = [one for one in self.all(asker) if (one.name.sort, one.name.key) == (sort, key)]
        return next((one for one in found if one.name.language == language), next(iter(found), None))

    def versions(self, asker: Person, template: Template) -> tuple[TemplateVersion, ...]:
        """Return what was published of it, the newest first."""
        return Templates(self._store).versions(template.id)

    def text(self, asker: Person, template: Template, number: int | None = None) -> str:
        """Return the Markdown or TOML of a version; None for the newest.

        Raises:
            NotFound: it has no such version.
        """
        newest = template.newest.number if template.newest else 0
        return Templates(self._store).version(template, newest if number is None else number)[1]

    def made(self, asker: Person, template: Template, number: int | None = None) -> Agenda | Profile:
        """Return what a version describes, with its number; None for the newest.

        Raises:
            NotFound: it has no such version.
            Problems: its text has been damaged.
        """
        from ijtui.content.template_text import ENDINGS, trusted

        newest = template.newest.number if template.newest else 0
        version, body = Templates(self._store).version(template, newest if number is None else number)
        name = template.name
        return trusted(name.sort, body, name.key + ENDINGS[name.sort], name.language, version.number)

    def difference(self, asker: Person, template: Template, before: int, after: int) -> tuple[Change, ...]:
        """Return what is different between two versions.

        Raises:
            NotFound: it has no such version.
            Problems: the text of one has been damaged.
        """
        return changes(self.made(asker, template, before), self.made(asker, template, after))

    # All there are

    def agendas(self, asker: Person) -> tuple[Offered, ...]:
        """Return what a conversation can be made from: the organisation's first, then one's own."""
        from ijtui.content import library

        files = library.agendas()
        own = [listed for listed in files if listed.own and not listed.broken]
        rest = [listed for listed in files if not listed.own]
        others = [
            Offered(
                TemplateName(TemplateSort.AGENDA, listed.id, listed.language),
                listed.title,
                Origin.OWN if listed.own else Origin.SHIPPED,
                listed.kind,
                listed.minutes,
            )
            for listed in (*own, *rest)
        ]
        ours = [
            Offered(one.name, told.title, Origin.ORGANISATION, told.kind, told.minutes, told.number)
            for one in self._offered_of(TemplateSort.AGENDA)
            if (told := one.newest)
        ]
        taken = {offered.name for offered in ours}
        return (*ours, *(offered for offered in others if offered.name not in taken))

    def agenda(self, asker: Person, key: str, language: str) -> Agenda:
        """Return the agenda of that name: the organisation's newest, else a person's own, else a shipped one.

        Raises:
            NotFound: there is none.
            Problems: a person's own has errors.
        """
        found = self._offered(TemplateName(TemplateSort.AGENDA, key, language))
        if found is not None:
            return cast("Agenda", self.made(asker, found))
        from ijtui.content import library

        return library.agenda(key, language)

    def competence_sets(self, asker: Person) -> tuple[tuple[Origin, Profile], ...]:
        """Return what competences can be rated with: the organisation's first, then one's own."""
        from ijtui.content import competence

        ours = [self._set(asker, one) for one in self._offered_of(TemplateSort.COMPETENCES)]
        taken = {(one.id, one.language) for one in ours}
        files = [
            (Origin.OWN if listed.own else Origin.SHIPPED, listed.profile)
            for listed in sorted(competence.profiles(), key=lambda one: not one.own)
            if listed.profile and (listed.profile.id, listed.profile.language) not in taken
        ]
        return (*((Origin.ORGANISATION, one) for one in ours), *files)

    def competence_set(self, asker: Person, key: str, language: str) -> Profile:
        """Return the set of that name: the organisation's newest, else a person's own, else a shipped one.

        Raises:
            NotFound: there is none.
            Problems: a person's own has errors.
        """
        found = self._offered(TemplateName(TemplateSort.COMPETENCES, key, language))
        if found is not None:
            return self._set(asker, found)
        from ijtui.content import competence

        return competence.profile(key, language)

    def source(self, asker: Person, name: TemplateName) -> str:
        """Return the text of the template of that name as it is used now, whoever wrote it.

        Raises:
            NotFound: there is none.
            BadInput: a person's own can't be read.
        """
        found = self._offered(name)
        if found is not None:
            return self.text(asker, found)
        from ijtui.content import competence, library
        from ijtui.content.source import read_file

        if name.sort is TemplateSort.AGENDA:
            return read_file(library.source_of(name.key, name.language))
        return read_file(competence.listed_as(name.key, name.language).source)

    def suggested(self, asker: Person, role: str, language: str) -> Profile:
        """Return the set for that role: the organisation's if it has one for it, else the one that ships."""
        from ijtui.content import competence

        ours = [self._set(asker, one) for one in self._offered_of(TemplateSort.COMPETENCES)]
        found = competence.best_for(role, (one for one in ours if one.language == language))
        if found is not None:
            return found
        other = competence.suggested(role, language)
        return self.competence_set(asker, other.id, language)

    def _set(self, asker: Person, template: Template) -> Profile:
        return cast("Profile", self.made(asker, template))

    def _offered_of(self, sort: TemplateSort) -> Iterator[Template]:
        return (one for one in Templates(self._store).all() if one.name.sort is sort and one.is_offered)

    def _offered(self, name: TemplateName) -> Template | None:
        found = Templates(self._store).named(name)
        return found if found is not None and found.is_offered else None


def _is_told(template: Template) -> bool:
    return template.newest is not None
