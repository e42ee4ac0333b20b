"""Templates that belong to the organisation: written as a draft, published in numbered versions, retired."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Annotated

from annotated_types import MaxLen

from ijtui.domain.agenda import Kind
from ijtui.domain.limits import within_limits
from ijtui.errors import RuleBroken


class TemplateSort(StrEnum):
    """What a template is for."""

    AGENDA = "agenda"  # of a conversation, Markdown (D-A)
    COMPETENCES = "competences"  # of a role, TOML (D-K4)


class Standing(StrEnum):
    """Where a template is in its life."""

    DRAFT = "draft"  # never published: nobody but those who write it knows of it
    PUBLISHED = "published"
    RETIRED = "retired"  # not offered any more; what was made from it keeps its copy


class Origin(StrEnum):
    """Whose a template is that is offered."""

    ORGANISATION = "organisation"
    OWN = "own"  # lies in the person's own folder
    SHIPPED = "shipped"


@dataclass(frozen=True, slots=True)
class TemplateName:
    """What tells a template from every other, in all its versions.

    Attributes:
        key: the id that stands in it ("annual"); the same as a shipped one's takes that one's place.
        language: "sv" or "en".
    """

    sort: TemplateSort
    key: str
    language: str


@dataclass(frozen=True, slots=True)
class TemplateVersion:
    """A version that was published; nothing in it is ever changed.

    Attributes:
        template: id of what it is a version of.
        number: from 1.
        title: as it stands in the text.
        kind: of an agenda; None of a competence set.
        minutes: planned length of an agenda; 0 of a competence set.
        author: id of who published it.
        note: what was changed, in a sentence, or "".
    """

    template: int
    number: int
    title: str
    kind: Kind | None
    minutes: int
    author: int
    published: datetime
    note: Annotated[str, MaxLen(500)] = ""
    id: int = 0

    def checked(self) -> TemplateVersion:
        """Return self if it can be stored.

        Raises:
            RuleBroken: the note is too long.
        """
        return within_limits(self)


@dataclass(frozen=True, slots=True)
class Template:
    """A template with all its versions.

    Attributes:
        newest: the version that is used from now on; None before the first one.
        retired: since when it is not offered any more, or None.
        has_draft: somebody is writing the next version; always False for whoever may not know.
    """

    name: TemplateName
    newest: TemplateVersion | None = None
    retired: datetime | None = None
    has_draft: bool = False
    id: int = 0

    @property
    def standing(self) -> Standing:
        """Where it is in its life."""
        if self.newest is None:
            return Standing.DRAFT
        return Standing.RETIRED if self.retired else Standing.PUBLISHED

    @property
    def is_offered(self) -> bool:
        """Whether something new can be made from it."""
        return self.standing is Standing.PUBLISHED

    @property
    def title(self) -> str:
        """What it is called; its key before the first version."""
        return self.newest.title if self.newest else self.name.key

    def checked_for_retirement(self) -> Template:
        """Return self if it can be retired.

        Raises:
            RuleBroken: it was never published, or is retired already.
        """
        if self.newest is None:
            raise RuleBroken("This was never published. Throw the draft away instead.")
        if self.retired:
            raise RuleBroken("{title} is retired already.", title=self.title)
        return self


@dataclass(frozen=True, slots=True)
class TemplateDraft:
    """The next version while it is written: one a template, whoever writes.

    Attributes:
        template: id of what it becomes a version of.
        body: Markdown or TOML; may have errors until it is published.
        version: of the draft as a text, for two who write at once; 0 before it is stored.
    """

    template: int
    body: str
    version: int = 0
    author: int = 0
    changed: datetime | None = None
    id: int = 0


@dataclass(frozen=True, slots=True)
class Offered:
    """An agenda as it is offered to somebody who books.

    Attributes:
        version: which of the organisation's versions; 0 of the others.
    """

    name: TemplateName
    title: str
    origin: Origin
    kind: Kind | None
    minutes: int
    version: int = 0
