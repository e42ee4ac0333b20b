"""The single lines of a short message: clipped, on one line each, and harmless."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ijtui.clean import clean_line
from ijtui.domain.action import Action
from ijtui.domain.agenda import Question
from ijtui.domain.goal import Goal
from ijtui.domain.material import Source
from ijtui.domain.record import Record
from ijtui.minutes import feedback, labels
from ijtui.minutes.escape import guarded
from ijtui.minutes.material_words import Teller
from ijtui.minutes.pen import Pen

_ITEM = 160


@dataclass(frozen=True, slots=True)
class Part:
    """A heading and what stands under it, one line each."""

    title: str
    items: tuple[str, ...]

    def shown(self, count: int, pen: Pen) -> str:
        """Return the heading, the first `count` items, and how many are left out."""
        lines = [f"{self.title}:", *(f"- {item}" for item in self.items[:count])]
        if left := len(self.items) - count:
            lines.append("- " + pen.words("+{number} more", number=left))
        return "\n".join(lines)


def action_line(record: Record, action: Action, pen: Pen) -> str:
    """Return an agreed action: what, by whom, until when."""
    who = labels.doer(record.conversation, action, pen.words)
    after = [who, pen.words("due {day}", day=action.due.isoformat())] if action.due else [who]
    return item_line("", action.what, f" ({', '.join(after)})", pen)


def goal_line(goal: Goal, name: str, pen: Pen) -> str:
    """Return a goal by its short name: what, until when."""
    due = f" ({pen.words('due {day}', day=goal.due.isoformat())})" if goal.due else ""
    return item_line(f"{name} ", goal.title, due, pen)


def followed_up_line(record: Record, action: Action, pen: Pen) -> str:
    """Return what came of an earlier action."""
    said = labels.followed_up(record, action, pen.words)
    return item_line("", action.what, f": {said}", pen)


def feedback_lines(record: Record, pen: Pen) -> list[str]:
    """Return each part of the opened feedback."""
    return [
        item_line(f"{feedback.direction(record, given, pen.words)}, {label.lower()}: ", text, "", pen)
        for given in record.feedback
        for label, text in feedback.parts(given, pen.words)
    ]


def note_lines(record: Record, questions: Iterable[Question], pen: Pen) -> list[str]:
    """Return what stands on these questions, as far as something does."""
    noted = ((question.title, record.notes.get(question.id, "")) for question in questions)
    return [item_line(f"{title}: ", note, "", pen) for title, note in noted if note.strip()]


def item_line(before: str, text: str, after: str, pen: Pen) -> str:
    """Return one item, clipped in the middle part and made harmless."""
    room = max(_ITEM - len(before) - len(after), 40)
    whole = clipped(f"{before}{clipped(text, room)}{after}", 2 * _ITEM)
    return guarded(pen.line(whole), pen.mdx)


def clipped(text: str, longest: int) -> str:
    """Return the text as one line, cut between words where it is too long."""
    text = clean_line(text)
    if len(text) <= longest:
        return text
    cut = text[: longest - 1]
    return (cut.rpartition(" ")[0] or cut).rstrip(" .,;:–-") + "…"


def course_lines(record: Record, pen: Pen) -> list[str]:
    """Return the goals that the conversation looks back on, and how far each has come."""
    if record.material is None:
        return []
    teller = Teller(record.material, record.conversation, pen.words)
    goals = (item for item in record.material.items if item.source is Source.GOAL)
    return [item_line("", teller.text(goal), "", pen) for goal in goals]
