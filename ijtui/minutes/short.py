"""The minutes as a direct message: at most 1 500 characters, cut at whole items (D-C2, D-M1)."""

from __future__ import annotations

from dataclasses import dataclass

from ijtui import dates
from ijtui.clean import clean_line
from ijtui.domain.action import Action
from ijtui.domain.goal import Goal
from ijtui.domain.record import Record
from ijtui.minutes import feedback, labels
from ijtui.minutes.escape import guarded
from ijtui.minutes.pen import Pen

LONGEST = 1500
"""Characters of the whole message."""

_ITEM = 160
_TITLE = 200


@dataclass(frozen=True, slots=True)
class _Part:
    """A heading and what stands under it, one line each."""

    title: str
    items: tuple[str, ...]

    def shown(self, count: int, pen: Pen) -> str:
        """Return the heading, the first `count` items, and how many are left out."""
        lines = [f"{self.title}:", *(f"- {item}" for item in self.items[:count])]
        if left := len(self.items) - count:
            lines.append("- " + pen.words("+{number} more", number=left))
        return "\n".join(lines)


def short(record: Record, pen: Pen) -> str:
    """Return the message: what was agreed first, then goals, follow-up, feedback and notes."""
    title = guarded(pen.line(_clipped(_title(record, pen), _TITLE)), pen.mdx)
    parts = [part for part in _parts(record, pen) if part.items]
    counts = [0] * len(parts)
    open_parts = set(range(len(parts)))
    while open_parts:  # one item of each part in turn, so that none crowds the others out
        for number in sorted(open_parts):
            counts[number] += 1
            if (
                counts[number] > len(parts[number].items)
                or len(_message(title, parts, counts, pen)) > LONGEST
            ):
                counts[number] -= 1
                open_parts.remove(number)
    return _message(title, parts, counts, pen)


def _message(title: str, parts: list[_Part], counts: list[int], pen: Pen) -> str:
    shown = (part.shown(count, pen) for part, count in zip(parts, counts, strict=True))
    return "\n\n".join((title, *shown)) + "\n"


def _title(record: Record, pen: Pen) -> str:
    starts = record.conversation.starts
    day = f", {dates.long(starts.date(), pen.words)}" if starts else ""
    return labels.title(record.conversation) + day


def _parts(record: Record, pen: Pen) -> list[_Part]:
    words, plan = pen.words, record.plan
    names = labels.goals(record, words)
    return [
        _Part(words("Agreed actions"), tuple(_action(record, action, pen) for action in plan.actions)),
        _Part(words("Goals"), tuple(_goal(goal, names[goal.id], pen) for goal in plan.goals)),
        _Part(
            words("Follow-up of the previous plan"),
            tuple(_followed_up(action, pen) for action in plan.earlier),
        ),
        _Part(words("Feedback"), tuple(_feedback(record, pen))),
        _Part(words("Shared notes"), tuple(_notes(record, pen))),
        _Part(
            words("Parked questions"), tuple(_item("", question.title, "", pen) for question in plan.parked)
        ),
    ]


def _action(record: Record, action: Action, pen: Pen) -> str:
    who = labels.doer(record.conversation, action, pen.words)
    after = [who, pen.words("due {day}", day=action.due.isoformat())] if action.due else [who]
    return _item("", action.what, f" ({', '.join(after)})", pen)


def _goal(goal: Goal, name: str, pen: Pen) -> str:
    due = f" ({pen.words('due {day}', day=goal.due.isoformat())})" if goal.due else ""
    return _item(f"{name} ", goal.title, due, pen)


def _followed_up(action: Action, pen: Pen) -> str:
    outcome = action.outcome
    said = labels.extent(outcome.carried_out, pen.words) if outcome else pen.words("not followed up yet")
    return _item("", action.what, f": {said}", pen)


def _feedback(record: Record, pen: Pen) -> list[str]:
    return [
        _item(f"{feedback.direction(record, given, pen.words)}, {label.lower()}: ", text, "", pen)
        for given in record.feedback
        for label, text in feedback.parts(given, pen.words)
    ]


def _notes(record: Record, pen: Pen) -> list[str]:
    noted = (
        (question.title, record.notes.get(question.id, ""))
        for question in record.conversation.agenda.questions()
    )
    return [_item(f"{title}: ", note, "", pen) for title, note in noted if note.strip()]


def _item(before: str, text: str, after: str, pen: Pen) -> str:
    """Return one item, clipped in the middle part and made harmless."""
    room = max(_ITEM - len(before) - len(after), 40)
    whole = _clipped(f"{before}{_clipped(text, room)}{after}", 2 * _ITEM)
    return guarded(pen.line(whole), pen.mdx)


def _clipped(text: str, longest: int) -> str:
    """Return the text as one line, cut between words where it is too long."""
    text = clean_line(text)
    if len(text) <= longest:
        return text
    cut = text[: longest - 1]
    return (cut.rpartition(" ")[0] or cut).rstrip(" .,;:–-") + "…"
