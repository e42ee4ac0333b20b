"""A preparation on paper: questions as a form that anyone can fill in, and what comes back of it (D-P2)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from ijtui.domain.agenda import Question
from ijtui.domain.conversation import Conversation, Party, State
from ijtui.domain.person import Person
from ijtui.errors import RuleBroken


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of the form.

    Attributes:
        number: its place in the form, from 1.
        station: title of the station that it belongs to.
        answer: what is written so far, as far as the asker may read it.
        version: of that answer; 0 while there is none.
    """

    question: Question
    number: int
    station: str
    answer: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True)
class Paper:
    """The form of one party.

    Attributes:
        party: who fills it in.
        on_paper: the other one gives it out and enters what comes back.
    """

    conversation: Conversation
    party: Party
    asked: tuple[Asked, ...]
    on_paper: bool

    @property
    def writer(self) -> Person:
        """Who fills it in."""
        return self.conversation.person(self.party)

    @property
    def other(self) -> Person:
        """Whom they prepare to talk with."""
        return self.conversation.person(self.party.other)

    @property
    def code(self) -> str:
        """By which a form that comes back is known: "ijtui-12-employee-3fa9c2d1"."""
        talk = self.conversation
        told = "\n".join([str(talk.id), talk.employee.name, talk.manager.name, talk.agenda.id])
        return f"ijtui-{talk.id}-{self.party}-{hashlib.sha256(told.encode()).hexdigest()[:8]}"

    def stations(self) -> Iterator[tuple[str, tuple[Asked, ...]]]:
        """Yield the title of each station with what is asked there, in order."""
        for title in dict.fromkeys(asked.station for asked in self.asked):
            yield title, tuple(asked for asked in self.asked if asked.station == title)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a form that came back says to one question.

    Attributes:
        question: its id.
        base: the version that it was written on top of, or None where the form no longer tells.
        line: where it begins in the file, from 1.
    """

    question: str
    body: str
    base: int | None
    line: int


@dataclass(frozen=True, slots=True)
class Rest:
    """What could not be placed.

    Attributes:
        line: where it begins in the file, from 1.
        is_signature: it stands below the line that mail puts above a signature.
    """

    text: str
    line: int
    is_signature: bool = False


@dataclass(frozen=True, slots=True)
class Returned:
    """What was understood of a form that came back.

    Attributes:
        answers: in the form's order, one a question at most; those with nothing written are absent.
        doubled: ids of questions that were answered in two places; both texts are in the answer.
        rest: what could not be placed, in the file's order.
    """

    answers: tuple[Answer, ...]
    doubled: frozenset[str] = frozenset()
    rest: tuple[Rest, ...] = ()


class Fate(StrEnum):
    """What becomes of an answer."""

    NEW = "new"  # nothing stood there
    SAME = "same"  # it stands there already
    REPLACES = "replaces"  # what it was written on top of, which stays as an earlier version
    BESIDE = "beside"  # another text stands there by now: that one stays, and this one is kept beside it


@dataclass(frozen=True, slots=True)
class Change:
    """One answer with what stands there now."""

    asked: Asked
    answer: Answer
    fate: Fate


def changes(paper: Paper, returned: Returned) -> tuple[Change, ...]:
    """Return what becomes of each answer; the paper holds what is stored now."""
    told = {answer.question: answer for answer in returned.answers}
    return tuple(
        Change(asked, told[asked.question.id], _fate(asked, told[asked.question.id]))
        for asked in paper.asked
        if asked.question.id in told
    )


def _fate(asked: Asked, answer: Answer) -> Fate:
    """Texts that differ in nothing but line breaks and spaces are the same: mail changes both."""
    if asked.answer.split() == answer.body.split():
        return Fate.SAME
    if not asked.answer.strip():
        return Fate.NEW
    return Fate.REPLACES if answer.base == asked.version else Fate.BESIDE


def check_paper(conversation: Conversation) -> None:
    """Refuse a form for a conversation that nobody prepares any more.

    Raises:
        RuleBroken: it has been held or called off.
    """
    if conversation.state is State.HELD:
        raise RuleBroken("This conversation has been held, so there is nothing to prepare.")
    if conversation.state is State.CANCELLED:
        raise RuleBroken("This conversation is cancelled; book a new one.")
