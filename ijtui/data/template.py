"""The organisation's templates as rows: what is published is only added, what is written is a draft."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from ijtui.data.revision import Revisions, at, moment, succession
from ijtui.data.store import Row, Store
from ijtui.domain.agenda import Kind
from ijtui.domain.template_version import (
    Template,
    TemplateDraft,
    TemplateName,
    TemplateSort,
    TemplateVersion,
)
from ijtui.domain.text import Revision
from ijtui.errors import NotFound
from ijtui.words import N_

NO_TEMPLATE = N_("The organisation has no template with number {number}.")
_NO_VERSION = N_("{title} has no version {number}.")
_SAYS = "version.template, version.number, version.title, version.kind, version.minutes, version.author,"
_SAYS += " version.published, version.note, version.id"
_ALL = (
    "SELECT template.id AS whole, sort, key, language, retired,"
    " EXISTS (SELECT 1 FROM template_draft WHERE template_draft.template = template.id) AS drafted,"
    f" {_SAYS} FROM template LEFT JOIN template_version AS version ON version.template = template.id"
    " AND version.number = (SELECT max(number) FROM template_version WHERE template = template.id)"
)


class Templates:
    """The organisation's templates in one file."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._revisions = Revisions(store, "template_revision", "draft")

    def all(self) -> tuple[Template, ...]:
        """Return every template with its newest version, by sort, title and language."""
        return self._store.all(_template, f"{_ALL} ORDER BY sort, coalesce(title, key), language")

    def get(self, template: int) -> Template:
        """Return that one.

        Raises:
            NotFound: none has that number.
        """
        found = self._store.all(_template, f"{_ALL} WHERE template.id = ?", template)
        if not found:
            raise NotFound(NO_TEMPLATE, number=template)
        return found[0]

    def named(self, name: TemplateName) -> Template | None:
        """Return the one of that name, or None."""
        found = self._store.all(
            _template,
            f"{_ALL} WHERE sort = ? AND key = ? AND language = ?",
            *(name.sort.value, name.key, name.language),
        )
        return found[0] if found else None

    def versions(self, template: int) -> tuple[TemplateVersion, ...]:
        """Return what was published of it, the newest first."""
        return self._store.all(
            _version,
            f"SELECT {_SAYS} FROM template_version AS version WHERE version.template = ?"
            " ORDER BY version.number DESC",
            template,
        )

    def version(self, template: Template, number: int) -> tuple[TemplateVersion, str]:
        """Return what was published under that number, and its text.

        Raises:
            NotFound: it has no such version.
        """
        found = self._store.all(
            lambda row: (_version(row), str(row["body"])),
            f"SELECT {_SAYS}, version.body FROM template_version AS version"
            " WHERE version.template = ? AND version.number = ?",
            *(template.id, number),
        )
        if not found:
            raise NotFound(_NO_VERSION, title=template.title, number=number)
        return found[0]

    def add(self, name: TemplateName) -> Template:
        """Store a new one inside `writing`, without a version."""
        row = {"sort": name.sort.value, "key": name.key, "language": name.language}
        return Template(name, id=self._store.insert("template", row))

    def publish(self, version: TemplateVersion, body: str) -> TemplateVersion:
        """Store a version inside `writing`, offer the template (again), and let go of its draft."""
        row = {
            "template": version.template,
            "number": version.number,
            "title": version.title,
            "kind": version.kind.value if version.kind else None,
            "minutes": version.minutes,
            "author": version.author,
            "published": version.published.isoformat(timespec="seconds"),
            "note": version.note,
            "body": body,
        }
        stored = replace(version, id=self._store.insert("template_version", row))
        self.retire(version.template, None)
        self._drop(version.template)
        return stored

    def retire(self, template: int, since: datetime | None) -> None:
        """Offer it no more from that moment inside `writing`; None offers it again."""
        told = since.isoformat(timespec="seconds") if since else None
        self._store.db.execute("UPDATE main.template SET retired = ? WHERE id = ?", [told, template])

    # The draft

    def draft(self, template: int) -> TemplateDraft | None:
        """Return what is being written, or None."""
        found = self._store.all(_draft, "SELECT * FROM template_draft WHERE template = ?", template)
        return found[0] if found else None

    def put(self, text: TemplateDraft, revision: str, *, decided: bool = False) -> None:
        """Store a draft as its newest text; what it replaces may become an earlier one.

        Args:
            text: with author, moment and the new number.
            revision: random id for what is replaced.
            decided: somebody chose this one instead, so what it replaces is kept in any case.

        Raises:
            Conflict: what is stored is not the text before this one.
        """
        rows = self._store.rows("SELECT * FROM template_draft WHERE template = ?", text.template)
        values = {"body": text.body, "author": text.author, "changed": moment(text.changed)}
        if not rows:
            self._store.insert(
                "template_draft", {"template": text.template, **values, "kept": moment(text.changed)}
            )
            return
        row, before = rows[0], _draft(rows[0])
        becomes = succession(row, before, text, revision, decided=decided)
        if becomes.earlier is not None:
            self._revisions.keep(row["id"], becomes.earlier)
        columns = {**values, **becomes.columns}
        self._store.update("template_draft", row["id"], text.version - 1, columns, lambda _row: before)

    def keep_beside(self, key: int, late: Revision) -> None:
        """Store a text that came too late beside the draft that is there."""
        found = self.draft(key)
        self._revisions.keep(found.id if found else 0, late)

    def revisions(self, template: int) -> tuple[Revision, ...]:
        """Return the earlier texts of its draft, newest first."""
        found = self.draft(template)
        return self._revisions.all(found.id) if found else ()

    def throw_away(self, template: Template) -> None:
        """Delete its draft with its earlier texts inside `writing`, and what was never published whole."""
        self._drop(template.id)
        if template.newest is None:
            self._store.db.execute("DELETE FROM main.template WHERE id = ?", [template.id])

    def _drop(self, template: int) -> None:
        self._store.db.execute("DELETE FROM main.template_draft WHERE template = ?", [template])


def _template(row: Row) -> Template:
    return Template(
        TemplateName(TemplateSort(row["sort"]), row["key"], row["language"]),
        _version(row) if row["number"] is not None else None,
        at(row["retired"]) if row["retired"] else None,
        bool(row["drafted"]),
        row["whole"],
    )


def _version(row: Row) -> TemplateVersion:
    return TemplateVersion(
        template=row["template"],
        number=row["number"],
        title=row["title"],
        kind=Kind(row["kind"]) if row["kind"] else None,
        minutes=row["minutes"],
        author=row["author"],
        published=at(row["published"]),
        note=row["note"],
        id=row["id"],
    )


def _draft(row: Row) -> TemplateDraft:
    return TemplateDraft(
        row["template"], row["body"], row["version"], row["author"], at(row["changed"]), row["id"]
    )
