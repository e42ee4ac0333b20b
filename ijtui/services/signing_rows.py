"""What signing needs whoever signs, and how: the plan as it reads now, and the one way to store an answer."""

from __future__ import annotations

from ijtui.clock import Clock
from ijtui.data.signing import Signatures
from ijtui.data.store import Store
from ijtui.domain.account import Door
from ijtui.domain.conversation import Conversation, State
from ijtui.domain.person import Person
from ijtui.domain.plan_text import PlanText
from ijtui.domain.signature import Answer, Signature, Version
from ijtui.domain.signed_plan import SIGNED, text_of
from ijtui.errors import Conflict, RuleBroken
from ijtui.services.base import NewId, Service
from ijtui.services.plan import PlanService
from ijtui.services.salt import NewSalt, new_salt
from ijtui.words import N_

_NOT_SIGNED_HERE = N_("Only the plan of a development conversation and the evaluation of a year are signed.")
_NOT_BEGUN = N_("Start the conversation before you sign its plan.")
_OTHERWISE = N_("The plan has changed meanwhile. Read it again before you sign it.")


class SigningRows(Service):
    """Versions of plans and what is said to them.

    Args:
        store: the open file.
        clock: what time it is.
        new_id: random ids.
        door: how somebody came in to a shared file; None for one's own.
        new_salt: makes the salt of each text.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        new_id: NewId,
        door: Door | None = None,
        new_salt: NewSalt = new_salt,
    ) -> None:
        super().__init__(store, clock, new_id)
        self._door = door
        self._new_salt = new_salt
        self._signatures = Signatures(store)

    def _text(self, asker: Person, now: Conversation, newest: Version | None) -> PlanText:
        plan = PlanService(self._store, self._clock, self._new_id).of(asker, now)
        turns = self._conversations.turns(now.employee.id)
        return text_of(now, plan, turns, newest.plan.text if newest else None)

    def _reads_so(self, asker: Person, now: Conversation, newest: Version) -> bool:
        """Whether the plan reads as in that version; of one that was weeded nobody can say otherwise."""
        if newest.plan.weeded is not None:
            return True
        return self._text(asker, now, newest).same_agreement(newest.plan.text)

    def _signable(self, asker: Person, conversation: Conversation) -> Conversation:
        now = self._conversation(asker, conversation.id)
        if now.agenda.kind not in SIGNED:
            raise RuleBroken(_NOT_SIGNED_HERE)
        if now.state not in (State.ONGOING, State.HELD):
            raise RuleBroken(_NOT_BEGUN)
        return now

    def _unchanged(self, asker: Person, now: Conversation, hash_: str) -> Version:
        """Return the newest version, if it has that hash ("" for any) and the plan still reads so."""
        newest = self._signatures.newest(now.id)
        if newest is None or hash_ not in ("", newest.plan.hash):
            raise Conflict(_OTHERWISE, theirs=newest)
        if not self._text(asker, now, newest).same_agreement(newest.plan.text):
            raise Conflict(_OTHERWISE, theirs=newest)
        return newest

    def _store_answer(self, asker: Person, now: Conversation, newest: Version, new: Signature) -> Version:
        answered = newest.answered(new.checked())
        self._signatures.answer(new)
        if all(answered.has_signed(person.id) for person in (now.employee, now.manager)):
            self._signatures.bind(newest.plan)
        verb = "signed" if new.answer is Answer.SIGNED else "declined"
        self._note(asker, verb, f"plan:{newest.plan.id}:{new.person}", now.id)
        return answered
