"""The minutes as Markdown (CommonMark with GFM tables).

The headings are the agenda's: one station `##`, one section or question `###`, one question of a titled
section `####`. The fixed parts (earlier actions, feedback, goals, actions, parked questions, signatures)
are `###` in the station that they belong to, or in the nearest that the agenda has.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ijtui import dates
from ijtui.domain.agenda import Agenda, Kind, Question, Station, StationKey
from ijtui.domain.person import Person
from ijtui.domain.record import Record
from ijtui.domain.signed_plan import SIGNED
from ijtui.minutes import competence, feedback, labels, material, plan, signatures
from ijtui.minutes.pen import Pen, fact

Part = Callable[[Record, Pen], list[str]]


def markdown(record: Record, pen: Pen) -> str:
    """Return the whole document."""
    blocks = [f"# {pen.line(labels.title(record.conversation))}", _facts(record, pen)]
    for station in record.conversation.agenda.stations:
        blocks += _station(record, station, pen)
    return "\n\n".join(blocks) + "\n"


def _facts(record: Record, pen: Pen) -> str:
    """The title block (D-M4) and who took part."""
    words, conversation = pen.words, record.conversation
    facts = [
        fact(words("Version"), str(conversation.edition) if conversation.edition else words("draft")),
        fact(words("Date"), _date(record, pen)),
        fact(words("Time and place"), _time_and_place(record, pen)),
        fact(words("Employee"), _person(conversation.employee, pen)),
        fact(words("Manager"), _person(conversation.manager, pen)),
        fact(words("Author"), pen.line(conversation.manager.name)),
    ]
    made = labels.made_from(conversation.agenda, words)
    template = [fact(words("Template"), pen.line(made))] if made else []
    return "\n".join((*facts, *_revised(record, pen), *template))


def _date(record: Record, pen: Pen) -> str:
    starts = record.conversation.starts
    return dates.long(starts.date(), pen.words) if starts else pen.words("not booked yet")


def _time_and_place(record: Record, pen: Pen) -> str:
    conversation = record.conversation
    parts = [dates.clock_time(conversation.starts)] if conversation.starts else []
    parts.append(pen.words("{number} min", number=conversation.minutes))
    return ", ".join(part for part in (*parts, pen.line(conversation.place)) if part)


def _person(person: Person, pen: Pen) -> str:
    return ", ".join(pen.line(part) for part in (person.name, person.role, person.unit) if part.strip())


def _revised(record: Record, pen: Pen) -> list[str]:
    if record.revised is None:
        return []
    moment = pen.moment(record.revised)
    if record.revised_by:
        moment = pen.words("{moment} by {name}", moment=moment, name=pen.line(record.revised_by.name))
    return [fact(pen.words("Last revised"), moment)]


def _station(record: Record, station: Station, pen: Pen) -> list[str]:
    blocks = [f"## {pen.line(station.title)}"]
    for part in _before(record, station.key):
        blocks += part(record, pen)
    for section in station.sections:
        titled = bool(section.title.strip())
        if titled:
            blocks.append(f"### {pen.line(section.title)}")
        for question in section.questions:
            blocks.append(f"{'####' if titled else '###'} {pen.line(question.title)}")
            blocks += _answer(record, question, pen)
    for part in _after(record.conversation.agenda, station.key):
        blocks += part(record, pen)
    return blocks


def _before(record: Record, key: StationKey) -> Iterator[Part]:
    """Yield what stands before the questions of a station."""
    agenda = record.conversation.agenda
    if key is agenda.order[0]:
        yield material.looked_back_on
    if _follows_up(record, key):
        yield plan.follow_up
    if key is agenda.first_of(StationKey.DEVELOPMENT_PLAN):
        yield plan.goals
        yield plan.actions


def _follows_up(record: Record, key: StationKey) -> bool:
    """Whether the earlier agreements are listed there; an evaluation has them in its material."""
    agenda = record.conversation.agenda
    if agenda.kind is Kind.EVALUATION:
        return False
    return key is StationKey.YEAR_BEHIND or (key is agenda.order[0] and bool(record.plan.earlier))


def _after(agenda: Agenda, key: StationKey) -> Iterator[Part]:
    """Yield what stands after the questions of a station."""
    if key is agenda.first_of(StationKey.FEEDBACK, StationKey.WORK_ENVIRONMENT):
        yield feedback.opened
    if key is agenda.first_of(StationKey.FUTURE):
        yield competence.assessed
    if key is agenda.first_of(StationKey.DEVELOPMENT_PLAN):
        yield plan.parked
        if agenda.kind in SIGNED:
            yield signatures.signatures


def _answer(record: Record, question: Question, pen: Pen) -> list[str]:
    """What the two said: the question itself only where there is an answer to read with it."""
    verdict = _verdict(record, question, pen)
    notes = pen.block(record.notes.get(question.id, ""))
    if not verdict and not notes:
        return [pen.words("No notes.")]
    asked = pen.line(question.text) if question.text.strip() != question.title.strip() else ""
    return [block for block in (f"*{asked}*" if asked else "", verdict, notes) if block]


def _verdict(record: Record, question: Question, pen: Pen) -> str:
    """Answer, judgement and parking on one line, or ""."""
    words, progress = pen.words, record.conversation.progress_of(question)
    parts = []
    if progress.choice:
        parts.append(f"**{words('Answer')}:** {pen.line(labels.choice(progress.choice, words))}")
    if progress.mark:
        parts.append(f"**{words('Assessment')}:** {labels.mark(progress.mark, words)}")
    if progress.parked:
        parts.append(f"**{words('Parked')}**")
    return " · ".join(parts)
