"""Opened feedback in the minutes: three parts, in both directions and about the process (D-F1, D-F3)."""

from __future__ import annotations

from ijtui.domain.agenda import Kind
from ijtui.domain.feedback import Feedback
from ijtui.domain.record import Record
from ijtui.minutes.pen import Pen
from ijtui.words import Words


def opened(record: Record, pen: Pen) -> list[str]:
    """Each feedback that its receiver may see; no heading where there is none."""
    given = [feedback for feedback in record.feedback if f"feedback:{feedback.id}" not in _told(record)]
    if not given:
        return []
    blocks = [f"### {pen.words('Feedback')}"]
    for feedback in given:
        blocks.append(f"**{pen.line(direction(record, feedback, pen.words))}**")
        for label, text in parts(feedback, pen.words):
            blocks += [f"**{label}**", pen.block(text)]
    return blocks


def _told(record: Record) -> frozenset[str]:
    """Return the keys of the feedback that an evaluation tells of among the rest of its year."""
    if record.material is None or record.conversation.agenda.kind is not Kind.EVALUATION:
        return frozenset()
    return frozenset(item.key for item in record.material.items)


def parts(feedback: Feedback, words: Words) -> list[tuple[str, str]]:
    """The parts that were written, each with its name."""
    all_three = (
        (words("Positive"), feedback.positive),
        (words("Could be better"), feedback.improve),
        (words("Support"), feedback.support),
    )
    return [(label, text) for label, text in all_three if text.strip()]


def direction(record: Record, feedback: Feedback, words: Words) -> str:
    """From whom, and to whom or about what."""
    giver = _name(record, feedback.giver)
    if feedback.receiver is None:
        return words("From {giver} about how we talk", giver=giver)
    return words("From {giver} to {receiver}", giver=giver, receiver=_name(record, feedback.receiver))


def _name(record: Record, person: int) -> str:
    conversation = record.conversation
    return conversation.employee.name if person == conversation.employee.id else conversation.manager.name
