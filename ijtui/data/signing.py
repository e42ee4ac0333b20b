"""Versions of plans and what was said to them, as rows that are only added."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from ijtui.data.store import Row, Store
from ijtui.domain import plan_text
from ijtui.domain.plan_text import PlanText
from ijtui.domain.signature import Answer, Method, Signature, Version
from ijtui.domain.signed_plan import SignedPlan


class Signatures:
    """The signed plans of one file."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def versions(self, conversation: int) -> tuple[Version, ...]:
        """Return every version of a conversation's plan, the oldest first."""
        plans = self._store.all(
            _plan, "SELECT * FROM signed_plan WHERE conversation = ? ORDER BY number", conversation
        )
        answers = self._store.all(
            _signature,
            "SELECT signature.* FROM signature JOIN signed_plan ON signed_plan.id = signature.plan"
            " WHERE signed_plan.conversation = ? ORDER BY signature.id",
            conversation,
        )
        return tuple(
            Version(plan, tuple(answer for answer in answers if answer.plan == plan.id)) for plan in plans
        )

    def newest(self, conversation: int) -> Version | None:
        """Return the newest version, or None."""
        return next(reversed(self.versions(conversation)), None)

    def newest_answered(self, conversation: int) -> Version | None:
        """Return the newest version that somebody has signed or declined and can still be read, or None."""
        answered = (version for version in reversed(self.versions(conversation)) if version.is_told)
        return next(answered, None)

    def conversation_of(self, hash_: str) -> int | None:
        """Return of which conversation's plan that is the hash, or None."""
        rows = self._store.rows("SELECT conversation FROM signed_plan WHERE hash = ?", hash_)
        return int(rows[0]["conversation"]) if rows else None

    def add(self, plan: SignedPlan) -> SignedPlan:
        """Store a new version inside `writing`."""
        row = {
            "conversation": plan.text.conversation,
            "number": plan.number,
            "body": plan.text.body().decode(),
            "hash": plan.hash,
            "author": plan.author,
            "made": plan.made.isoformat(timespec="seconds"),
        }
        return replace(plan, id=self._store.insert("signed_plan", row))

    def bind(self, plan: SignedPlan) -> None:
        """Store inside `writing` of every agreement in a version that both have signed it."""
        numbers = [item.id for item in plan.text.actions] + [item.id for item in plan.text.earlier]
        for number in numbers:
            self._store.db.execute("UPDATE main.action SET signed = 1 WHERE id = ?", [number])

    def answer(self, signature: Signature) -> Signature:
        """Store what somebody said to a version inside `writing`."""
        row = {
            "plan": signature.plan,
            "person": signature.person,
            "answer": signature.answer.value,
            "said": signature.said,
            "method": signature.method.value,
            "initials": signature.initials,
            "fingerprint": signature.fingerprint,
            "proof": signature.proof,
            "at": signature.at.isoformat(timespec="seconds"),
        }
        return replace(signature, id=self._store.insert("signature", row))


def _plan(row: Row) -> SignedPlan:
    """Return a version as it was stored.

    Raises:
        ValueError: its text is not the one that the hash belongs to.
    """
    weeded = plan_text.weeded_on(row["body"])
    if weeded is not None:
        return _without_words(row, weeded)
    text = plan_text.read(row["body"])
    if text.hash() != row["hash"]:
        raise ValueError(row["hash"])
    return SignedPlan(text, row["hash"], row["author"], datetime.fromisoformat(row["made"]), row["id"])


def _without_words(row: Row, weeded: date) -> SignedPlan:
    text = PlanText(row["conversation"], "", "", "", "", version=row["number"])
    made = datetime.fromisoformat(row["made"])
    return SignedPlan(text, row["hash"], row["author"], made, row["id"], weeded)


def _signature(row: Row) -> Signature:
    return Signature(
        **{
            **row,
            "answer": Answer(row["answer"]),
            "method": Method(row["method"]),
            "at": datetime.fromisoformat(row["at"]),
        }
    )
