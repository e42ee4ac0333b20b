"""A preparation as a form outside the program: given out, and taken in again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import suppress

from ijtui.clock import Clock
from ijtui.data.store import Store
from ijtui.domain.conversation import Conversation, Party
from ijtui.domain.paper import Asked, Change, Fate, Paper, Rest, check_paper
from ijtui.domain.person import Person
from ijtui.domain.text import LONGEST, Text, TextKey, TextKind
from ijtui.errors import BadInput, Conflict, NotAllowed
from ijtui.services.base import NewId, Service
from ijtui.services.text import TextService
from ijtui.words import N_, _

_HAS_LOGIN = N_("{name} has a login here and prepares alone; only for somebody without one is this done.")
_OPENED = N_("{name} has opened a preparation of their own here, so nothing is entered from paper.")
_TOO_LONG = N_("The answer to “{title}” has {length} characters; a text can hold {longest}. Split it in two.")

_REST = N_("Could not be placed in the preparation of {name} for {title}:")
_MOST = LONGEST - 1000
"""Characters in one entry, its first line apart."""

_NONE = -1
"""A version that no text has."""


class PaperService(Service):
    """What a person can do with a form.

    Args:
        store: the open file.
        clock: what time it is.
        new_id: random ids for revisions.
    """

    def __init__(self, store: Store, clock: Clock, new_id: NewId) -> None:
        super().__init__(store, clock, new_id)
        self._texts = TextService(store, clock, new_id)

    def paper(self, asker: Person, number: int, party: Party | None = None) -> Paper:
        """Return the form of one party, with what they have written so far as far as the asker may read it.

        Args:
            asker: who gives it out.
            number: of the conversation.
            party: who fills it in; None for the other one.

        Raises:
            NotFound: not the asker's conversation.
            NotAllowed: the other has a login, or opened a preparation of their own.
            RuleBroken: the conversation has been held or called off.
        """
        now = self._conversation(asker, number)
        mine = self._party(asker, now)
        party = party or mine.other
        check_paper(now)
        if party is not mine:
            _check_it_is_theirs(now, party)
        readable = self._texts.readable(asker, now)
        keys = ((question, _key(now, question.id, party)) for question in now.agenda.asked_of(party))
        texts = [(question, readable.get(key, Text(key))) for question, key in keys]
        asked = tuple(
            Asked(question, place, _station(now, question.id), text.body, text.version)
            for place, (question, text) in enumerate(texts, 1)
        )
        return Paper(now, party, asked, on_paper=party is not mine)

    def take_in(
        self, asker: Person, paper: Paper, changes: Sequence[Change], rest: Sequence[Rest], source: str
    ) -> None:
        """Store the answers of a form, all of them or none, and what could not be placed in the journal.

        What an answer replaces becomes an earlier version. Where another text stands by now, that one stays
        and the answer is kept beside it, among the earlier versions.

        Raises:
            BadInput: an answer is too long; the sentence says where.
            NotAllowed: the other has written it here meanwhile.
        """
        for change in changes:
            if len(change.answer.body) > LONGEST:
                values = {"title": change.asked.question.title, "longest": LONGEST}
                length = len(change.answer.body)
                raise BadInput(_TOO_LONG, source, change.answer.line, length=length, **values)
        with self._store.writing():
            now = self.paper(asker, paper.conversation.id, paper.party)
            for change in _to_store(changes):
                self._save(asker, now, change)
            kept = "\n\n".join(part.text for part in rest if not part.is_signature)
            if kept:
                self._keep_in_journal(asker, paper, kept)

    def _save(self, asker: Person, paper: Paper, change: Change) -> None:
        """Store one answer, or keep it beside the text that stands there by now."""
        key, body = _key(paper.conversation, change.asked.question.id, paper.party), change.answer.body
        stored = next(asked for asked in paper.asked if asked.question.id == key.question)
        seen = stored.version == change.asked.version
        base = change.answer.base if change.fate is Fate.BESIDE else change.asked.version
        if change.fate is Fate.BESIDE and self._is_kept(asker, key, body):
            return
        with suppress(Conflict):  # then both are kept
            self._texts.save(
                asker,
                key,
                body,
                _NONE if base is None else base,
                on_paper=paper.on_paper,
                force=seen and change.fate is Fate.REPLACES,
            )

    def _keep_in_journal(self, asker: Person, paper: Paper, text: str) -> None:
        """Keep what could not be placed where only the asker sees it; read twice, it is the same entry."""
        from ijtui.services.journal import JournalService

        journal, name = JournalService(self._store, self._clock, self._new_id), paper.writer.name
        head = _(_REST, name=name, title=paper.conversation.agenda.title)
        about = paper.conversation.person(paper.party if paper.on_paper else paper.party.other)
        for start in range(0, len(text), _MOST):
            body = f"{head}\n\n{text[start : start + _MOST]}"
            uid = hashlib.sha256(f"{asker.id}\n{paper.code}\n{body}".encode()).hexdigest()[:32]
            journal.new(asker, journal.blank(asker, body=body, person=about.id, uid=uid))

    def _is_kept(self, asker: Person, key: TextKey, body: str) -> bool:
        """Whether the same text is among the earlier versions already, as when a form is read twice."""
        return any(version.body == body for version in self._texts.versions(asker, key))


def _to_store(changes: Sequence[Change]) -> Iterator[Change]:
    return (change for change in changes if change.fate is not Fate.SAME)


def _check_it_is_theirs(conversation: Conversation, party: Party) -> None:
    """Refuse where the other speaks for themselves."""
    other = conversation.person(party)
    if other.login:
        raise NotAllowed(_HAS_LOGIN, name=other.name)
    if party in conversation.opened:
        raise NotAllowed(_OPENED, name=other.name)


def _key(conversation: Conversation, question: str, party: Party) -> TextKey:
    return TextKey(conversation.id, question, TextKind.PREPARATION, party)


def _station(conversation: Conversation, question: str) -> str:
    station = conversation.agenda.station_of(question)
    return station.title if station else ""
