"""Who has signed what: each says it once of a version, and no one takes it back (D-M2)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Annotated

from annotated_types import MaxLen

from ijtui.domain.conversation import Conversation, Party
from ijtui.domain.limits import within_limits
from ijtui.domain.person import Person
from ijtui.domain.signed_plan import SignedPlan
from ijtui.domain.today import Wait, Waiting
from ijtui.errors import RuleBroken


class Answer(StrEnum):
    """What somebody says to a version."""

    SIGNED = "signed"
    DECLINED = "declined"


class Method(StrEnum):
    """How the file knows who it was."""

    SESSION = "session"  # in a session of one's own at the shared server
    INITIALS = "initials"  # at the owner's own screen, one after the other
    KEY = "key"  # with one's own SSH key, which anybody can check


class PlanState(StrEnum):
    """How far the plan is from being signed by both; it is in exactly one of these."""

    NOT_SIGNED = "not-signed"
    WAITS_FOR_YOU = "waits-for-you"  # the other has signed
    WAITS_FOR_OTHER = "waits-for-other"  # you have signed
    SIGNED = "signed"
    RESERVED = "reserved"  # signed by both, at least one of them with a reservation
    DECLINED = "declined"
    CHANGED = "changed"  # something is agreed anew since somebody signed or declined

    @property
    def is_agreed(self) -> bool:
        """Whether both have signed it as it stands."""
        return self in (PlanState.SIGNED, PlanState.RESERVED)


@dataclass(frozen=True, slots=True)
class Signature:
    """What one of the two said to one version.

    Attributes:
        plan: id of the version.
        person: id of the person.
        said: a reservation in own words, or the reason for declining.
        initials: as they wrote them, where that is the method.
        fingerprint: of the SSH key that opened the session or made the signature, or "".
        proof: the SSH signature, armoured, or "".
    """

    plan: int
    person: int
    answer: Answer
    method: Method
    at: datetime
    said: Annotated[str, MaxLen(2000)] = ""
    initials: Annotated[str, MaxLen(12)] = ""
    fingerprint: str = ""
    proof: str = ""
    id: int = 0

    def checked(self) -> Signature:
        """Return self if it can be stored.

        Raises:
            RuleBroken: no initials, declined without a reason, or too many words.
        """
        if self.method is Method.INITIALS and not self.initials:
            raise RuleBroken("Write your initials.")
        if self.answer is Answer.DECLINED and not self.said.strip():
            raise RuleBroken("Say in a few words why you don't sign.")
        return within_limits(self)


@dataclass(frozen=True, slots=True)
class Version:
    """A version of the plan with what was said to it, oldest first."""

    plan: SignedPlan
    answers: tuple[Signature, ...] = ()

    @property
    def is_told(self) -> bool:
        """Whether somebody has answered it, and its words are still there to be read."""
        return bool(self.answers) and self.plan.weeded is None

    def answer_of(self, person: int) -> Signature | None:
        """Return that person's last word on it, or None."""
        return next((answer for answer in reversed(self.answers) if answer.person == person), None)

    def has_signed(self, person: int) -> bool:
        """Whether that person has; it stays so."""
        return any(answer.person == person and answer.answer is Answer.SIGNED for answer in self.answers)

    def reservation_of(self, person: int) -> str:
        """Return that person's reservation, or ""; a signature with a key that follows leaves it as it is."""
        signed = (item for item in self.answers if item.person == person and item.answer is Answer.SIGNED)
        return next((item.said for item in signed if item.said), "")

    def has_declined(self, person: int) -> bool:
        """Whether that person has declined it and not signed it after all."""
        last = self.answer_of(person)
        return last is not None and last.answer is Answer.DECLINED

    def is_declined(self) -> bool:
        """Whether either has."""
        return any(self.has_declined(answer.person) for answer in self.answers)

    def answered(self, new: Signature) -> Version:
        """Return it with one more answer.

        One who declined may sign after all. One who signed may add the signature of their own key.

        Raises:
            RuleBroken: that person has signed already.
        """
        before = [answer for answer in self.answers if answer.person == new.person]
        adds_key = new.method is Method.KEY and all(item.method is not Method.KEY for item in before)
        if self.has_signed(new.person) and not adds_key:
            raise RuleBroken("This version is signed already. What is signed is never taken back.")
        return Version(self.plan, (*self.answers, new))


@dataclass(frozen=True, slots=True)
class Standing:
    """How a plan stands, as one of the two sees it.

    Attributes:
        state: in one word.
        number: the version that the plan is now, or will be when it is next shown to be signed.
        newest: the newest version, or None before the first.
    """

    state: PlanState
    number: int
    newest: Version | None = None


def standing(conversation: Conversation, newest: Version | None, me: Party, *, same: bool) -> Standing:
    """Return how the plan stands.

    Args:
        conversation: where it is agreed.
        newest: its newest version, or None.
        me: which of the two looks.
        same: whether the plan still reads as in the newest version.
    """
    if newest is None:
        return Standing(PlanState.NOT_SIGNED, 1)
    if not same:
        state = PlanState.CHANGED if newest.answers else PlanState.NOT_SIGNED
        return Standing(state, newest.plan.number + 1, newest)
    return Standing(_state(conversation, newest, me), newest.plan.number, newest)


def _state(conversation: Conversation, newest: Version, me: Party) -> PlanState:
    if newest.is_declined():
        return PlanState.DECLINED
    signed = {party: newest.has_signed(conversation.person(party).id) for party in Party}
    if all(signed.values()):
        reserved = any(newest.reservation_of(conversation.person(party).id) for party in Party)
        return PlanState.RESERVED if reserved else PlanState.SIGNED
    if not any(signed.values()):
        return PlanState.NOT_SIGNED
    return PlanState.WAITS_FOR_OTHER if signed[me] else PlanState.WAITS_FOR_YOU


def waiting_to_sign(conversation: Conversation, found: Standing, me: Person) -> Waiting | None:
    """Return what waits for me with a plan that somebody has answered, or None.

    A plan that was changed since waits for nobody until somebody signs it as it is now.
    """
    mine = conversation.party_of(me)
    if mine is None or found.newest is None:
        return None
    other = conversation.person(mine.other)
    if found.state is PlanState.WAITS_FOR_YOU:
        return Waiting(Wait.SIGN, conversation)
    if found.state is PlanState.WAITS_FOR_OTHER and not other.login:
        return Waiting(Wait.SIGN_BESIDE, conversation)
    if found.state is PlanState.DECLINED and found.newest.has_declined(other.id):
        return Waiting(Wait.SIGN_DECLINED, conversation)
    return None


def short(hash_: str) -> str:
    """Return the first twelve digits of a hash in groups of four, to be compared by eye."""
    return " ".join(hash_[start : start + 4] for start in (0, 4, 8))
