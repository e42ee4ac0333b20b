"""Where an entry of the journal is read from and saved to while somebody writes it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ijtui.domain.journal import Entry
from ijtui.domain.text import Revision, Written
from ijtui.errors import NotFound
from ijtui.screens.session import Session


class EntryHome:
    """One entry; a new one is stored with its first words, and not before.

    Args:
        session: who writes.
        entry: as it was read, or one that is not stored.
        form: the template a new one begins with, which are nobody's words yet.
    """

    def __init__(self, session: Session, entry: Entry, form: str = "") -> None:
        self._session = session
        self._form = form.strip()
        self.entry = entry

    @property
    def name(self) -> str:
        """What tells it from every other unsaved thing."""
        return f"entry:{self.entry.uid}"

    @property
    def is_mine(self) -> bool:
        """Whether one may write in it."""
        return self.entry.writer == self._session.me.id

    def read(self) -> Entry:
        """Return it as it stands now; one that was removed meanwhile is as it was read."""
        if self.entry.id:
            try:
                self.entry = self._session.desk.journal.get(self._session.me, self.entry.id)
            except NotFound:
                self.entry = replace(self.entry, id=0, version=0)
        return self.entry

    def save(self, body: str, base: Written, *, force: bool) -> Entry:
        """Store a body that was typed on top of `base`; words in an entry that was removed make a new one."""
        journal, me = self._session.desk.journal, self._session.me
        try:
            if self.entry.id:
                self.entry = journal.save(me, self.entry.id, body, base.version, force=force)
                return self.entry
        except NotFound:
            self.entry = replace(self.entry, id=0, version=0)
        if body.strip() in ("", self._form):
            return replace(self.entry, body=body)
        self.entry = journal.new(me, replace(self.entry, body=body))
        return self.entry

    def file(self, **changes: Any) -> None:
        """Change the day, whom it is about, who sees it or the goal.

        Raises:
            Conflict: another session changed one of these since.
            RuleBroken: what is asked for makes no sense.
        """
        changed = replace(self.entry, **changes)
        if self.entry.id:
            self.entry = self._session.desk.journal.file(self._session.me, changed)
        else:
            self.entry = changed.checked()

    def leave(self) -> None:
        """Let nothing remain of an entry in which nothing stands."""
        if self.entry.id and self.is_mine:
            try:
                self._session.desk.journal.leave(self._session.me, self.entry.id)
            except NotFound:
                return

    def versions(self) -> tuple[Revision, ...]:
        """Return its earlier versions, newest first."""
        if not self.entry.id:
            return ()
        return self._session.desk.journal.revisions(self._session.me, self.entry.id)
