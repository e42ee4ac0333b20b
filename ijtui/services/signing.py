"""Both sign the plan, or say why not; what was signed stays as it is (D-M2)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from ijtui.clean import clean, clean_line
from ijtui.domain import access
from ijtui.domain.conversation import Conversation
from ijtui.domain.person import Person
from ijtui.domain.signature import Answer, Method, Signature, Standing, Version, standing
from ijtui.domain.signed_plan import SIGNED, SignedPlan, following
from ijtui.errors import BadInput, NotAllowed, RuleBroken
from ijtui.services.signing_rows import SigningRows
from ijtui.words import N_

_NOTHING = N_("Nothing is agreed yet, so there is nothing to sign.")
_WEEDED = N_("The words of this plan were weeded on {day}. Its hash and the signatures are kept.")
_FOR_THEMSELVES = N_("{name} signs in a session of their own.")
_OTHER_TEXT = N_(
    "That is not a signature of this version of the plan. Fetch the plan again, sign it and send it in."
)
_NOT_YOUR_KEY = N_("That signature was made with a key that isn't yours here ({fingerprint}).")


class SigningService(SigningRows):
    """What the two can do to agree in writing."""

    def standing(self, asker: Person, conversation: Conversation) -> Standing | None:
        """Return how the plan stands, or None where nothing is signed in such a conversation.

        Raises:
            NotFound: not the asker's.
        """
        now = self._conversation(asker, conversation.id)
        if now.agenda.kind not in SIGNED:
            return None
        newest = self._signatures.newest(now.id)
        same = newest is not None and self._reads_so(asker, now, newest)
        return standing(now, newest, self._party(asker, now), same=same)

    def versions(self, asker: Person, conversation: Conversation) -> tuple[Version, ...]:
        """Return the versions that somebody has answered and that can still be read, the oldest first.

        Raises:
            NotFound: not the asker's.
        """
        now = self._conversation(asker, conversation.id)
        return tuple(version for version in self._signatures.versions(now.id) if version.is_told)

    def of_hash(self, asker: Person, hash_: str) -> tuple[Conversation, Version] | None:
        """Return the version with that hash and its conversation; None: there is none, or not the asker's."""
        number = self._signatures.conversation_of(hash_)
        if number is None or not access.may_see_conversation(asker, found := self._conversations.get(number)):
            return None
        versions = self._signatures.versions(number)
        return found, next(version for version in versions if version.plan.hash == hash_)

    def freeze(self, asker: Person, conversation: Conversation) -> Version:
        """Return the plan as it can be signed now; makes the next version only where the plan has changed.

        Raises:
            RuleBroken: nothing is agreed, the conversation has not begun, or its kind is not signed.
            NotFound: not the asker's.
        """
        with self._store.writing():
            now = self._signable(asker, conversation)
            newest = self._signatures.newest(now.id)
            if newest is not None and newest.plan.weeded is not None:
                raise RuleBroken(_WEEDED, day=newest.plan.weeded)
            text = self._text(asker, now, newest)
            if text.is_empty:
                raise RuleBroken(_NOTHING)
            if newest is not None and text.same_agreement(newest.plan.text):
                return newest
            text = following(text, newest.plan if newest else None, self._new_salt())
            plan = self._signatures.add(SignedPlan(text, text.hash(), asker.id, self._clock()))
            self._note(asker, "froze", f"plan:{plan.id}", now.id)
        return Version(plan)

    def sign(
        self,
        asker: Person,
        conversation: Conversation,
        hash_: str,
        reservation: str = "",
        *,
        signer: Person | None = None,
        initials: str = "",
    ) -> Version:
        """Sign the version with that hash, as oneself or for the other who has no login and sits beside.

        Args:
            asker: who is at the keys.
            conversation: whose plan it is.
            hash_: of what was read; the plan must still read so.
            reservation: what one doesn't agree with, in own words, or "".
            signer: who signs; None for the asker.
            initials: as the signer writes them; needed where nobody logs in.

        Raises:
            RuleBroken: signed already, or no initials.
            Conflict: the plan has changed since it was read.
            NotAllowed: the other signs in a session of their own.
            NotFound: not the asker's.
        """
        answer = Answer.SIGNED
        return self._answer(asker, conversation, hash_, answer, reservation, signer or asker, initials)

    def decline(
        self,
        asker: Person,
        conversation: Conversation,
        hash_: str,
        reason: str,
        *,
        signer: Person | None = None,
        initials: str = "",
    ) -> Version:
        """Say why one does not sign the version with that hash; one may sign it later after all.

        Raises:
            RuleBroken: signed already, no reason, or no initials.
            Conflict: the plan has changed since it was read.
            NotAllowed: the other answers in a session of their own.
            NotFound: not the asker's.
        """
        answer = Answer.DECLINED
        return self._answer(asker, conversation, hash_, answer, reason, signer or asker, initials)

    def signers(self, asker: Person, conversation: Conversation, version: Version) -> tuple[Person, ...]:
        """Return who can sign that version at the asker's screen and has not, the asker first."""
        now = self._conversation(asker, conversation.id)
        both = sorted((now.employee, now.manager), key=lambda person: person.id != asker.id)
        return tuple(
            person
            for person in both
            if access.may_sign_for(asker, now, person) and not version.has_signed(person.id)
        )

    def needs_initials(self, asker: Person, signer: Person) -> bool:
        """Whether somebody signs with initials: whoever did not come in through a door of their own."""
        return self._door is None or asker.id != signer.id

    # With one's own SSH key

    def plan_json(self, asker: Person, conversation: Conversation) -> bytes:
        """Return exactly the bytes to be signed with one's own key; their SHA-256 is the version's hash.

        Raises:
            RuleBroken: nothing is agreed, the conversation has not begun, or its kind is not signed.
            NotFound: not the asker's.
        """
        return self.freeze(asker, conversation).plan.text.body()

    def sign_with_key(
        self, asker: Person, conversation: Conversation, signature: str, keys: Collection[str]
    ) -> Version:
        """Sign the newest version with a signature that one's own key has made of `plan_json`.

        Args:
            asker: who came in.
            conversation: whose plan it is.
            signature: as ssh-keygen wrote it.
            keys: fingerprints of the asker's keys.

        Raises:
            BadInput: no signature, of another text, or with a key that is not the asker's.
            RuleBroken: signed with a key already.
            Conflict: the plan has changed since.
            NotFound: not the asker's.
        """
        from ijtui.services.ssh_signature import taken_apart

        made = taken_apart(signature)
        if made.fingerprint not in keys:
            raise BadInput(_NOT_YOUR_KEY, fingerprint=made.fingerprint)
        with self._store.writing():
            now = self._signable(asker, conversation)
            newest = self._unchanged(asker, now, "")
            if not made.is_of(newest.plan.text.body()):
                raise BadInput(_OTHER_TEXT)
            new = Signature(newest.plan.id, asker.id, Answer.SIGNED, Method.KEY, self._clock())
            proof = clean(signature).strip()
            return self._store_answer(
                asker, now, newest, replace(new, fingerprint=made.fingerprint, proof=proof)
            )

    def _answer(
        self,
        asker: Person,
        conversation: Conversation,
        hash_: str,
        answer: Answer,
        said: str,
        signer: Person,
        initials: str,
    ) -> Version:
        with self._store.writing():
            now = self._signable(asker, conversation)
            if not access.may_sign_for(asker, now, signer):
                raise NotAllowed(_FOR_THEMSELVES, name=signer.name)
            newest = self._unchanged(asker, now, hash_)
            new = Signature(
                newest.plan.id, signer.id, answer, Method.SESSION, self._clock(), clean(said).strip()
            )
            if self.needs_initials(asker, signer):
                new = replace(new, method=Method.INITIALS, initials=clean_line(initials))
            elif self._door is not None:
                new = replace(new, fingerprint=self._door.key)
            return self._store_answer(asker, now, newest, new)
