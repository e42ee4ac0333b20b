"""Whether an exported file holds the plan that was signed (D-M2)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from ijtui.domain.conversation import Conversation, Party
from ijtui.domain.person import Person
from ijtui.domain.plan_text import PlanText
from ijtui.domain.signature import Answer, Method, Signature, Version
from ijtui.errors import BadInput
from ijtui.minutes.as_signed import not_as_signed
from ijtui.minutes.document import SignaturePart
from ijtui.minutes.exported import JsonExport, MarkdownExport
from ijtui.minutes.signed_text import differences, signed_lines
from ijtui.services.plan import PlanService
from ijtui.services.signing import SigningService
from ijtui.words import N_, in_language

_ONLY_WITH_DATABASE = N_(
    "Minutes in Markdown name what was signed and don't carry it, so the database it came from is needed."
)


class Against(StrEnum):
    """What a file was compared with."""

    FILE = "file"  # with the signed text that it carries itself
    DATABASE = "database"  # with the version in the database
    WEEDED = "weeded"  # the database had it once and keeps its hash and signatures, and no words
    UNKNOWN = "unknown"  # the database has no such version, or not for whoever asks


@dataclass(frozen=True, slots=True)
class Said:
    """One answer to the version that the file speaks of.

    Attributes:
        name: of who gave it.
        proven: whether the signature with a key is good; None where there is none, or it can't be checked.
    """

    name: str
    answer: Signature
    proven: bool | None = None


@dataclass(frozen=True, slots=True)
class Verified:
    """What was found.

    Attributes:
        against: what it was compared with.
        hash: of the version that the file speaks of.
        version: its number, where it is known.
        said: who has signed or declined it.
        differences: what is in only one of them: "- " was signed, "+ " is in the file.
        intact: the text that the file carries is the one that the hash belongs to.
        weeded: the day on which the words were removed from the database, or None.
        compared: there were words to compare with; the hash alone can't be compared with Markdown.
    """

    against: Against
    hash: str
    version: int = 0
    said: tuple[Said, ...] = ()
    differences: tuple[str, ...] = ()
    intact: bool = True
    weeded: date | None = None
    compared: bool = True

    @property
    def same(self) -> bool:
        """Whether the plan in the file is a text that somebody has signed."""
        signed = any(said.answer.answer is Answer.SIGNED for said in self.said)
        broken = any(said.proven is False for said in self.said)
        known = self.against is not Against.UNKNOWN and self.compared
        return known and self.intact and signed and not broken and not self.differences


def by_itself(exported: JsonExport | MarkdownExport) -> Verified:
    """Compare a file with what it carries itself: that it fits, not that it is what the two have signed.

    Raises:
        BadInput: it doesn't carry the signed text.
    """
    if isinstance(exported, MarkdownExport):
        raise BadInput(_ONLY_WITH_DATABASE)
    document, signed = exported.document, exported.signed
    names = {Party.EMPLOYEE: document.employee.name, Party.MANAGER: document.manager.name}
    said = tuple(_said(names[part.party], _answer(part), signed.text) for part in signed.signatures)
    differing = tuple(exported.differences())
    return Verified(Against.FILE, exported.hash, signed.version, said, differing, exported.is_intact)


def _answer(part: SignaturePart) -> Signature:
    return Signature(
        plan=0,
        person=0,
        answer=part.answer,
        method=part.method,
        at=part.at,
        said=part.said,
        initials=part.initials,
        fingerprint=part.fingerprint,
        proof=part.proof,
    )


def with_database(
    signing: SigningService, plans: PlanService, asker: Person, exported: JsonExport | MarkdownExport
) -> Verified:
    """Compare a file with the version in the database that has the hash it names."""
    known = signing.of_hash(asker, exported.hash)
    if known is None:
        return Verified(Against.UNKNOWN, exported.hash)
    conversation, version = known
    if version.plan.weeded is not None:
        return _weeded(conversation, version, exported)
    text = version.plan.text
    said = tuple(_said(_name(conversation, answer), answer, text) for answer in version.answers)
    if isinstance(exported, MarkdownExport):
        differing = not_as_signed(exported, plans.record(asker, conversation.id), text)
        return Verified(Against.DATABASE, exported.hash, version.plan.number, said, tuple(differing))
    words = in_language(exported.document.language)
    carried = differences(signed_lines(text, words), signed_lines(exported.signed.text, words))
    found = dict.fromkeys((*carried, *exported.differences()))
    return Verified(
        Against.DATABASE, exported.hash, version.plan.number, said, tuple(found), exported.is_intact
    )


def _weeded(conversation: Conversation, version: Version, exported: JsonExport | MarkdownExport) -> Verified:
    """Compare a file with the hash alone, which is all that is left; JSON carries the text that it is of."""
    plan, answers = version.plan, version.answers
    if isinstance(exported, MarkdownExport):
        said = tuple(Said(_name(conversation, answer), answer) for answer in answers)
        found = Verified(Against.WEEDED, plan.hash, compared=False)
    else:
        text = exported.signed.text
        said = tuple(_said(_name(conversation, answer), answer, text) for answer in answers)
        found = replace(by_itself(exported), against=Against.WEEDED)
    return replace(found, version=plan.number, said=said, weeded=plan.weeded)


def _name(conversation: Conversation, answer: Signature) -> str:
    return next(
        conversation.person(party).name for party in Party if conversation.person(party).id == answer.person
    )


def _said(name: str, answer: Signature, text: PlanText) -> Said:
    if answer.method is not Method.KEY:
        return Said(name, answer)
    return Said(name, answer, _is_proven(answer, text))


def _is_proven(answer: Signature, text: PlanText) -> bool | None:
    """Return whether the key has signed the text; None where that can't be checked here."""
    from ijtui.services.ssh_signature import NoLibrary, taken_apart

    try:
        made = taken_apart(answer.proof)
        return made.fingerprint == answer.fingerprint and made.is_of(text.body())
    except NoLibrary:
        return None
    except BadInput:
        return False
