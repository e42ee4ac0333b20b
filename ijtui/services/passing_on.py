"""Letting the next manager read a signed plan, and reading it as one: written down, and told to the two."""

from __future__ import annotations

from ijtui.data.look import Looks
from ijtui.data.passing_on import PassedOn
from ijtui.data.person import People
from ijtui.data.signing import Signatures
from ijtui.domain.conversation import Conversation
from ijtui.domain.look import LOOKED, What, subject
from ijtui.domain.passing_on import Passing, reader_of
from ijtui.domain.person import Person
from ijtui.domain.signature import Version
from ijtui.errors import NotFound
from ijtui.services.base import Service
from ijtui.words import N_

_NO_PLAN = N_("There is no signed plan with number {number} that you may read.")


class PassingOnService(Service):
    """What the two, and the manager's own manager, can do about a signed plan."""

    def of(self, asker: Person, conversation: Conversation) -> Passing:
        """Return who could read it beside the two, and which of them lets that one.

        Raises:
            NotFound: not the asker's.
        """
        now = self._conversation(asker, conversation.id)
        people = People(self._store)
        head = people.get(now.manager.id).manager
        if head is None or head == now.employee.id:
            return Passing(None)
        return Passing(people.get(head), PassedOn(self._store).said(now.id, head))

    def let(self, asker: Person, conversation: Conversation, yes: bool) -> Passing:
        """Say for oneself whether the next manager may read what both signed; until both do, nobody does.

        Raises:
            RuleBroken: the manager has no manager here.
            NotFound: not the asker's.
        """
        rows = PassedOn(self._store)
        with self._store.writing():
            found = self.of(asker, conversation)
            reader = reader_of(found)
            if yes == (asker.id in found.said):
                return found
            if yes:
                rows.let(conversation.id, asker.id, reader.id, self._clock())
            else:
                rows.keep_back(conversation.id, asker.id)
            verb = "let-read" if yes else "kept-back"
            self._note(asker, verb, f"signed-plan:{reader.id}", conversation.id)
        return self.of(asker, conversation)

    # As the next manager

    def passed_to(self, asker: Person) -> tuple[Version, ...]:
        """Return what both signed last of each plan they let the asker read, the latest first."""
        found = (self._signed(number) for number in PassedOn(self._store).to(asker.id))
        return tuple(version for version in found if version is not None)

    def read(self, asker: Person, conversation: int) -> Version:
        """Return what the two signed, and write down once a day that the asker looked.

        Raises:
            NotFound: there is none, or not both let the asker read it.
        """
        passed = conversation in PassedOn(self._store).to(asker.id)
        version = self._signed(conversation) if passed else None
        if version is None:
            raise NotFound(_NO_PLAN, number=conversation)
        of = subject(What.SIGNED)
        if not Looks(self._store).has_looked(asker.id, conversation, of, self._clock().date()):
            with self._store.writing():
                self._note(asker, LOOKED, of, conversation)
        return version

    def _signed(self, conversation: int) -> Version | None:
        """Return the newest version that both have signed, or None."""
        versions = reversed(Signatures(self._store).versions(conversation))
        return next((version for version in versions if version.is_told and _is_signed(version)), None)


def _is_signed(version: Version) -> bool:
    return len({answer.person for answer in version.answers if version.has_signed(answer.person)}) == 2
