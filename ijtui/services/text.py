"""Reading and saving long texts; a stale save never overwrites."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ijtui.clean import clean
from ijtui.data.text import Texts
from ijtui.domain import access
from ijtui.domain.conversation import Conversation, Party
from ijtui.domain.person import Person
from ijtui.domain.text import LONGEST, Revision, Text, TextKey, TextKind
from ijtui.errors import Conflict, NotAllowed, RuleBroken
from ijtui.services.base import Service
from ijtui.words import N_

_NOT_YOURS = N_("Only the one who writes this can change it.")
_NOT_READABLE = N_("This is sealed until its writer opens it.")
_TOO_LONG = N_("A text can hold {longest} characters; this one has {length}. Split it in two.")
_STALE = N_("Another session changed this text meanwhile. Both texts are kept: choose one or join them.")


class TextService(Service):
    """What a person can do with the texts of a conversation."""

    def readable(self, asker: Person, conversation: Conversation) -> Mapping[TextKey, Text]:
        """Return every text of the conversation that the asker may read, by key.

        Raises:
            NotFound: not the asker's conversation.
        """
        now = self._conversation(asker, conversation.id)
        party = self._party(asker, now)
        texts = Texts(self._store).readable(now.id, party, opened=party.other in now.opened)
        return MappingProxyType({text.key: text for text in texts if access.may_read(asker, now, text)})

    def read(self, asker: Person, key: TextKey) -> Text:
        """Return one text as it stands now.

        Raises:
            NotAllowed: sealed, or another's private note.
            NotFound: not the asker's conversation.
        """
        now = self._conversation(asker, key.conversation)
        text = Texts(self._store).get(key)
        if not access.may_read(asker, now, text) and text.version:
            raise NotAllowed(_NOT_READABLE)
        return text

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
            StorageFailed: nothing was stored.
        """
        body = clean(body)
        if len(body) > LONGEST:
            raise RuleBroken(_TOO_LONG, longest=LONGEST, length=len(body))
        texts = Texts(self._store)
        with self._store.writing():
            now = self._conversation(asker, key.conversation)
            if not access.may_write(asker, now, key, on_paper):
                raise NotAllowed(_NOT_YOURS)
            stored = texts.get(key)
            if stored.body == body and stored.version:
                return stored
            new = Text(key, body, stored.version + 1, asker.id, self._clock(), on_paper)
            if force or stored.version in (base, 0):
                texts.put(new, self._new_id())
                return new
            texts.keep_beside(new, self._new_id())
        raise Conflict(_STALE, theirs=stored)

    def versions(self, asker: Person, key: TextKey) -> tuple[Revision, ...]:
        """Return the earlier versions of a text that the asker may read, newest first.

        Raises:
            NotAllowed: sealed, or another's private note.
        """
        self.read(asker, key)
        return Texts(self._store).revisions(key)

    def open_preparation(self, asker: Person, conversation: Conversation) -> Conversation:
        """Let the other party read the asker's preparation from now on; one-way (D-P2).

        Raises:
            NotFound: not the asker's conversation.
        """
        now = self._conversation(asker, conversation.id)
        party = self._party(asker, now)
        with self._store.writing():
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
