"""Material in words: one line an item, in any language, and the words that say where it comes from (D-C3)."""

from __future__ import annotations

from collections.abc import Mapping

from ijtui.domain.action import ActionState
from ijtui.domain.check_in import Course
from ijtui.domain.conversation import Conversation
from ijtui.domain.goal import GoalKind, Result
from ijtui.domain.journal import EntryKind
from ijtui.domain.material import Item, Material, Source
from ijtui.domain.material_items import DIFFERS
from ijtui.domain.recognition import RecognitionKind
from ijtui.domain.template import TemplatePart
from ijtui.domain.training import TrainingState
from ijtui.minutes.labels import goal_label
from ijtui.words import N_, Words

GROUPS = {
    Source.GOAL: N_("Goals and their course"),
    Source.MILESTONE: N_("What the goals serve"),
    Source.ACTION: N_("Agreements and what came of them"),
    Source.FEEDBACK: N_("Feedback given"),
    Source.ENTRY: N_("From the journal"),
    Source.RECOGNITION: N_("Recognition"),
    Source.TRAINING: N_("Training"),
    Source.COMPETENCE: N_("Competences"),
}
_REFERENCES = {
    Source.CHECK_IN: N_("check-in {day}"),
    Source.ACTION: N_("agreement {day}"),
    Source.FEEDBACK: N_("feedback {day}"),
    Source.ENTRY: N_("journal {day}"),
    Source.RECOGNITION: N_("recognition {day}"),
    Source.TRAINING: N_("training {day}"),
    Source.COMPETENCE: N_("assessment {day}"),
}
_GOES_ON = frozenset({ActionState.OPEN, ActionState.REPORTED, ActionState.TO_CANCEL})
VALUES = {
    Result.REACHED: N_("goal reached"),
    Result.PARTLY: N_("partly reached"),
    Result.NOT_REACHED: N_("not reached"),
    Result.DROPPED: N_("dropped by both"),
    Course.ON_TRACK: N_("on track"),
    Course.AT_RISK: N_("at risk"),
    Course.OFF: N_("off track"),
    ActionState.OPEN: N_("still open"),
    ActionState.OVERDUE: N_("overdue"),
    ActionState.REPORTED: N_("reported as done"),
    ActionState.TO_CANCEL: N_("proposed to be dropped"),
    ActionState.DONE: N_("carried out"),
    ActionState.DONE_LATE: N_("carried out, late"),
    ActionState.PARTLY: N_("partly carried out"),
    ActionState.NOT_DONE: N_("not carried out"),
    ActionState.CANCELLED: N_("dropped by both"),
    TrainingState.APPROVED: N_("approved"),
    TrainingState.USED: N_("taken"),
    TemplatePart.POSITIVE: N_("Positive"),
    TemplatePart.IMPROVE: N_("Could be better"),
    TemplatePart.SUPPORT: N_("Support"),
}
GIVEN = {
    RecognitionKind.THANKS: N_("Thanks: {text}"),
    RecognitionKind.DAYS: N_("Extra days off, {amount}: {text}"),
    RecognitionKind.GIFT: N_("A gift, {amount} kr: {text}"),
    RecognitionKind.OTHER: N_("Recognition: {text}"),
}
_ENUMS = {
    Source.GOAL: Result,
    Source.CHECK_IN: Course,
    Source.ACTION: ActionState,
    Source.TRAINING: TrainingState,
}


class Teller:
    """Says what the items of one conversation's material are.

    Args:
        material: all of it, for the goals' labels.
        conversation: who the two are.
        words: the language.
    """

    def __init__(self, material: Material, conversation: Conversation, words: Words) -> None:
        self._words = words
        self._labels = material.labels()
        sides = (conversation.employee, conversation.manager)
        self._names: Mapping[int, str] = {person.id: person.first_name for person in sides}

    def text(self, item: Item) -> str:
        """Return the item as one line: what it is, and how it stands."""
        ways = {
            Source.GOAL: self._goal,
            Source.CHECK_IN: self._check_in,
            Source.FEEDBACK: self._feedback,
            Source.ENTRY: self._entry,
            Source.RECOGNITION: self._recognition,
            Source.TRAINING: self._training,
            Source.COMPETENCE: self._competence,
        }
        return ways.get(item.source, self._other)(item)

    def reference(self, item: Item) -> str:
        """Return where the item comes from: "goal U1", "journal 2026-05-12"."""
        if item.source in (Source.GOAL, Source.MILESTONE):
            known = [self.label(goal) for goal in item.goals if goal in self._labels]
            return self._words("goal {labels}", labels=", ".join(known)) if known else ""
        day = item.day.isoformat() if item.day else ""
        if day and item.source is Source.ACTION and item.value in _GOES_ON:
            return self._words("agreement, due {day}", day=day)
        return self._words(_REFERENCES[item.source], day=day).strip()

    def with_reference(self, item: Item) -> str:
        """Return the item as one line that says where it comes from."""
        text, reference = self.text(item), self.reference(item)
        return f"{text} ({reference})" if reference else text

    def label(self, goal: int) -> str:
        """Return a goal's short name: "U1"."""
        kind, number = self._labels[goal]
        return goal_label(kind, number, self._words)

    def _goal(self, item: Item) -> str:
        label = goal_label(GoalKind(item.sort), item.number, self._words)
        stand = self._value(item) or self._per_cent(item) or self._words("no check-in yet")
        return _stated(f"{label} {item.text}", stand)

    def _check_in(self, item: Item) -> str:
        stand = ", ".join(part for part in (self._per_cent(item), self._value(item)) if part)
        return _sentences(stand, item.text)

    def _feedback(self, item: Item) -> str:
        part = self._words(VALUES[TemplatePart(item.sort)]).lower()
        giver = self._names.get(item.who, "")
        if not item.to:
            about = self._words("{giver} about our talks, {part}: {text}")
            return about.format(giver=giver, part=part, text=item.text)
        receiver = self._names.get(item.to, "")
        to = self._words("{giver} to {receiver}, {part}: {text}")
        return to.format(giver=giver, receiver=receiver, part=part, text=item.text)

    def _entry(self, item: Item) -> str:
        writer = self._names.get(item.who, "")
        if item.sort == EntryKind.REFLECTION:  # its first line is only a heading of the form
            text = self._words("{writer}, reflection: {text}")
            return text.format(writer=writer, text=item.said or item.text)
        return f"{writer}: {_sentences(item.text, item.said)}"

    def _recognition(self, item: Item) -> str:
        return self._words(GIVEN[RecognitionKind(item.sort)], amount=item.amount or "", text=item.text)

    def _training(self, item: Item) -> str:
        cost = self._words("{amount} kr", amount=f"{item.amount or 0:,}".replace(",", "\u00a0"))
        return _stated(item.text, f"{cost}, {self._value(item)}")

    def _competence(self, item: Item) -> str:
        if item.value == DIFFERS:
            return _stated(item.text, self._words("seen differently"))
        level = self._words("level {level}", level=item.amount)
        if item.before is None or item.before == item.amount:
            return _stated(item.text, level)
        before = self._words("{level} last time", level=item.before)
        return _stated(item.text, f"{level} ({before})")

    def _other(self, item: Item) -> str:
        return _sentences(_stated(item.text, self._value(item)), item.said)

    def _value(self, item: Item) -> str:
        kind = _ENUMS.get(item.source)
        return self._words(VALUES[kind(item.value)]) if kind and item.value else ""

    def _per_cent(self, item: Item) -> str:
        return self._words("{number} %", number=item.amount) if item.amount is not None else ""


def _stated(text: str, state: str) -> str:
    """Return "what: how it stands"."""
    return f"{text}: {state}" if state else text


def _sentences(first: str, second: str) -> str:
    """Return one after the other, a full stop between them where none stands."""
    if not first or not second:
        return first or second
    return f"{first} {second}" if first[-1] in ".!?:…" else f"{first}. {second}"
