"""Forms that were left before they were saved."""

from __future__ import annotations

from collections.abc import Mapping

from ijtui.clean import clean
from ijtui.data.draft import Drafts
from ijtui.domain.draft import Draft
from ijtui.domain.person import Person
from ijtui.services.base import Service


class DraftService(Service):
    """What a person can do with what they typed and did not save."""

    def all(self, asker: Person) -> tuple[Draft, ...]:
        """Return the asker's drafts, newest first."""
        return Drafts(self._store).all(asker.id)

    def get(self, asker: Person, form: str) -> Draft | None:
        """Return what was typed into that form, or None."""
        return next((draft for draft in self.all(asker) if draft.form == form), None)

    def keep(self, asker: Person, form: str, fields: Mapping[str, str]) -> Draft:
        """Store what stands in a form now."""
        cleaned = {name: clean(value) for name, value in fields.items()}
        draft = Draft(form, cleaned, self._clock())
        with self._store.writing():
            Drafts(self._store).put(asker.id, draft)
        return draft

    def drop(self, asker: Person, form: str) -> None:
        """Forget what was typed into that form, because it was saved or is not wanted."""
        with self._store.writing():
            Drafts(self._store).remove(asker.id, form)
