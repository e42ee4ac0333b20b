"""Reading and saving long texts; a stale save never overwrites."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from ijtui.clock import Clock
from ijtui.data.store import Store
from ijtui.data.text import Texts
from ijtui.domain import access
from ijtui.domain.conversation import Conversation, Party
from ijtui.domain.person import Person
from ijtui.domain.text import Revision, Text, TextKey, TextKind
from ijtui.errors import NotAllowed
from ijtui.services.base import NewId, Service
from ijtui.services.versions import Versions, fitting
from ijtui.words import N_

_NOT_YOURS = N_("Only the one who writes this can change it.")
_NOT_READABLE = N_("This is sealed until its writer opens it.")
_WRITTEN = N_("The other has written this already, so it isn't entered from paper.")


class TextService(Service):
    """What a person can do with the texts of a conversation.

    Args:
        store: the open file.
        clock: what time it is.
        new_id: random ids for revisions.
    """

    def __init__(self, store: Store, clock: Clock, new_id: NewId) -> None:
        super().__init__(store, clock, new_id)
        self._texts = Texts(store)
        self._versions = Versions(store, clock, new_id, self._texts)

    def readable(self, asker: Person, conversation: Conversation) -> Mapping[TextKey, Text]:
        """Return every text of the conversation that the asker may read, by key.

        Raises:
            NotFound: not the asker's conversation.
        """
        now = self._conversation(asker, conversation.id)
        party = self._party(asker, now)
        texts = self._texts.readable(now.id, party, opened=party.other in now.opened)
        return MappingProxyType({text.key: text for text in texts if access.may_read(asker, now, text)})

    def read(self, asker: Person, key: TextKey) -> Text:
        """Return one text as it stands now.

        Raises:
            NotAllowed: sealed, or another's private note.
            NotFound: not the asker's conversation.
        """
        now = self._conversation(asker, key.conversation)
        on_paper = self._texts.came_on_paper(key)
        readable = access.may_read(asker, now, Text(key, on_paper=bool(on_paper)))
        if readable:
            return self._texts.get(key)
        if on_paper is None and key.kind is TextKind.PREPARATION:
            return Text(key)  # nothing is written, so there is nothing to seal
        raise NotAllowed(_NOT_READABLE)

    def save(
        self,
        asker: Person,
        key: TextKey,
        body: str,
        base: int,
        *,
        on_paper: bool = False,
        force: bool = False,
    ) -> Text:
        """Store what was typed as the newest version.

        Args:
            asker: who writes.
            key: which text.
            body: all of it.
            base: the version it was typed on top of.
            on_paper: entered for the other party, who brought it on paper.
            force: the writer has seen the other text and decided.

        Raises:
            Conflict: somebody saved another version since; this one is kept beside it.
            NotAllowed: not the asker's to write.
            RuleBroken: too long.
            StorageFailed: it is not known to be stored; saving it again, or more of it, on top of the
                same version is safe.
        """
        typed = Text(key, fitting(body), 0, asker.id, self._versions.now(), on_paper)
        return self._versions.save(
            key,
            base,
            lambda: self._writable(asker, key, on_paper),
            lambda stored: replace(typed, version=stored.version + 1),
            force=force,
        )

    def _writable(self, asker: Person, key: TextKey, on_paper: bool) -> Text:
        """Return what is stored now of a text that the asker may write.

        Raises:
            NotAllowed: not the asker's to write, or the other wrote it and didn't bring it on paper.
            NotFound: not the asker's conversation.
        """
        now = self._conversation(asker, key.conversation)
        if on_paper:
            self._check_speaks_for(now.person(self._party(asker, now).other).id)
        if not access.may_write(asker, now, key, on_paper):
            raise NotAllowed(_NOT_YOURS)
        if on_paper and self._texts.came_on_paper(key) is False:
            raise NotAllowed(_WRITTEN)
        return self._texts.get(key)

    def versions(self, asker: Person, key: TextKey) -> tuple[Revision, ...]:
        """Return the earlier versions of a text that the asker may read, newest first.

        What somebody crossed out before opening their preparation is never shown to the other.

        Raises:
            NotAllowed: sealed, or another's private note.
            NotFound: not the asker's conversation.
        """
        now = self._conversation(asker, key.conversation)
        self.read(asker, key)
        return tuple(
            revision
            for revision in self._texts.revisions(key)
            if access.may_read_version(asker, now, key, revision.author)
        )

    def open_preparation(self, asker: Person, conversation: Conversation) -> Conversation:
        """Let the other party read the asker's preparation from now on; one-way (D-P2).

        Raises:
            NotFound: not the asker's conversation.
        """
        with self._store.writing():
            now = self._conversation(asker, conversation.id)
            party = self._party(asker, now)
            opened = self._conversations.open(now, party, self._clock())
            if party not in now.opened:
                self._note(asker, "opened", f"preparation:{party}", now.id)
        return opened

    def shared_notes(self, asker: Person, conversation: Conversation) -> Mapping[str, str]:
        """Return the shared notes by question id; questions without notes are absent."""
        texts = self.readable(asker, conversation)
        return {
            key.question: text.body
            for key, text in texts.items()
            if key.kind is TextKind.SHARED and text.body.strip()
        }

    def preparations(self, asker: Person, conversation: Conversation) -> Mapping[Party, Mapping[str, str]]:
        """Return the preparations which the asker may read, by party and question id."""
        found: dict[Party, dict[str, str]] = {party: {} for party in Party}
        for key, text in self.readable(asker, conversation).items():
            if key.kind is TextKind.PREPARATION and key.party and text.body.strip():
                found[key.party][key.question] = text.body
        return found
