"""The minutes as JSON: everything both may see, opened preparations too."""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from ijtui.clean import clean
from ijtui.domain.action import Action
from ijtui.domain.agenda import Question, Station
from ijtui.domain.conversation import Conversation, Party
from ijtui.domain.feedback import Feedback
from ijtui.domain.record import Record
from ijtui.minutes import competence, labels
from ijtui.minutes.document import (
    SCHEMA,
    ActionPart,
    Document,
    FeedbackPart,
    GoalPart,
    MaterialLine,
    OutcomePart,
    Participant,
    QuestionLine,
    SectionPart,
    SignaturePart,
    SignedPart,
    StationPart,
    TaskLine,
    TemplatePart,
)
from ijtui.minutes.material_words import Teller
from ijtui.words import Words

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Shape = TypeVar("Shape", bound="DataclassInstance")


def as_json(record: Record, words: Words) -> str:
    """Return the document as indented JSON with sorted keys."""
    data = _cleaned(asdict(document(record, words)))
    return json.dumps(data, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def document(record: Record, words: Words) -> Document:
    """Return the record in the published shape."""
    now, agenda, plan = record.conversation, record.conversation.agenda, record.plan
    names = labels.goals(record, words)
    return _like(
        Document,
        now,
        schema=SCHEMA,
        conversation=now.id,
        version=now.edition,
        kind=agenda.kind,
        title=agenda.title,
        language=agenda.language,
        revised=record.revised,
        revised_by=record.revised_by.name if record.revised_by else None,
        employee=_like(Participant, now.employee),
        manager=_like(Participant, now.manager),
        checklist=[_like(TaskLine, task, done=task.id in now.checked) for task in agenda.checklist],
        stations=[_station(record, station) for station in agenda.stations],
        preparations={party: dict(record.opened.get(party, {})) for party in Party},
        feedback=[_feedback(now, feedback) for feedback in record.feedback],
        goals=[_like(GoalPart, goal, label=names[goal.id]) for goal in plan.goals],
        actions=[_action(now, action, words) for action in plan.actions],
        earlier=[_action(now, action, words) for action in plan.earlier],
        parked=[question.id for question in plan.parked],
        material=_material(record, words),
        assessment=competence.part(record),
        signed=_signed(record),
        template=TemplatePart(agenda.id, agenda.version) if agenda.version else None,
    )


def _signed(record: Record) -> SignedPart | None:
    if record.signed is None:
        return None
    plan, sides = record.signed.plan, {record.conversation.person(party).id: party for party in Party}
    answers = [_like(SignaturePart, answer, party=sides[answer.person]) for answer in record.signed.answers]
    return SignedPart(plan.number, plan.hash, record.signed_stands, answers, plan.text)


def _like(shape: type[Shape], source: object, **given: Any) -> Shape:
    """Return a part of the document: the given fields, and the others as they are called in the source."""
    same = (field.name for field in fields(shape) if field.name not in given)
    return shape(**{name: getattr(source, name) for name in same}, **given)


def _station(record: Record, station: Station) -> StationPart:
    sections = [
        SectionPart(section.title, [_question(record, question) for question in section.questions])
        for section in station.sections
    ]
    used = record.conversation.used.get(station.key, 0)
    return _like(StationPart, station, used_seconds=used, sections=sections)


def _question(record: Record, question: Question) -> QuestionLine:
    progress = record.conversation.progress_of(question)
    return _like(
        QuestionLine,
        question,
        notes=record.notes.get(question.id, ""),
        choice=progress.choice,
        mark=progress.mark,
        parked=progress.parked,
        done=progress.done,
    )


def _feedback(conversation: Conversation, feedback: Feedback) -> FeedbackPart:
    sides = {conversation.person(party).id: party for party in Party}
    receiver = sides[feedback.receiver] if feedback.receiver is not None else None
    return _like(FeedbackPart, feedback, giver=sides[feedback.giver], receiver=receiver)


def _material(record: Record, words: Words) -> list[MaterialLine]:
    if record.material is None:
        return []
    teller = Teller(record.material, record.conversation, words)
    return [
        _like(MaterialLine, item, text=teller.text(item), reference=teller.reference(item))
        for item in record.material.items
    ]


def _action(conversation: Conversation, action: Action, words: Words) -> ActionPart:
    outcome = _like(OutcomePart, action.outcome) if action.outcome else None
    return _like(ActionPart, action, who=labels.doer(conversation, action, words), outcome=outcome)


def _cleaned(value: Any) -> Any:
    """Return the value as JSON knows it: clean texts, ISO days and times."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {clean(key): _cleaned(inner) for key, inner in value.items()}
    return [_cleaned(inner) for inner in value] if isinstance(value, list | tuple) else value
