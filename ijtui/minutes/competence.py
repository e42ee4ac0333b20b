"""Competences in the minutes: both ratings, what was agreed, and last time's; never an average (D-K)."""

from __future__ import annotations

from ijtui.domain.assessment import Assessment, Row
from ijtui.domain.conversation import Party
from ijtui.domain.record import Record
from ijtui.minutes import labels, radar
from ijtui.minutes.document import AssessmentPart, CompetenceLine
from ijtui.minutes.pen import NOTHING, Pen, fact, table
from ijtui.minutes.short_items import item_line
from ijtui.words import N_, Words

_LEVELS = (N_("0 none"), N_("1 limited"), N_("2 basic"), N_("3 good"), N_("4 very good"))


def assessed(record: Record, pen: Pen) -> list[str]:
    """What lies furthest below the requirement first; no heading where nothing was assessed."""
    if record.assessment is None:
        return []
    words, before = pen.words, record.assessed_before
    rows = record.assessment.rows(before)
    head = [words("Competence"), words("Employee"), words("Manager"), words("Requirement"), words("Agreed")]
    head += [words("Last time")] if before else []
    blocks = [
        f"### {pen.line(words('Competences: {title}', title=record.assessment.profile.title))}",
        table(head, (_cells(row, before, pen) for row in rows)),
    ]
    reasons = "\n".join(_reasons(record, row, pen) for row in rows if row.differs)
    drawn = radar.block(record, pen) if pen.mdx else ""
    made = labels.made_from(record.assessment.profile, words)
    template = fact(words("Template"), pen.line(made)) if made else ""
    return [block for block in (*blocks, reasons, _legend(words), template, drawn) if block]


def gaps(record: Record, pen: Pen) -> list[str]:
    """Return a line for each competence that lies below the requirement, for a short message."""
    if record.assessment is None:
        return []
    return [
        item_line("", row.competence.title, f": {_against_requirement(row, pen.words)}", pen)
        for row in record.assessment.rows()
        if row.gap is not None and row.gap > 0
    ]


def part(record: Record) -> AssessmentPart | None:
    """Return the published shape, the competences in the order of their set."""
    found, before = record.assessment, record.assessed_before
    if found is None:
        return None
    rows = [found.row(competence.id, before) for competence in found.profile.competences]
    profile = found.profile
    return AssessmentPart(profile.id, profile.title, [_line(row) for row in rows], profile.version)


def _line(row: Row) -> CompetenceLine:
    return CompetenceLine(
        id=row.competence.id,
        title=row.competence.title,
        required=row.required,
        employee=row.employee,
        manager=row.manager,
        agreed=row.agreed,
        differs=row.differs,
        reasons=dict(row.reasons),
        before=row.before,
    )


def _cells(row: Row, before: Assessment | None, pen: Pen) -> list[str]:
    agreed = pen.words("we see it differently") if row.differs else _level(row.agreed)
    cells = [pen.cell(row.competence.title), _level(row.employee), _level(row.manager)]
    return [*cells, str(row.required), agreed, *([_last_time(row, before)] if before else [])]


def _last_time(row: Row, before: Assessment | None) -> str:
    """Return what was agreed last time, or both ratings where nothing was."""
    if before is None or not before.profile.has(row.competence.id):
        return NOTHING
    was = before.row(row.competence.id)
    both = was.agreed is None and was.employee != was.manager
    return f"{_level(was.employee)} / {_level(was.manager)}" if both else _level(was.level)


def _reasons(record: Record, row: Row, pen: Pen) -> str:
    said = (
        pen.words("{name} says: {reason}", name=pen.line(_name(record, party)), reason=pen.line(reason))
        for party, reason in ((party, row.reasons.get(party, "")) for party in Party)
        if reason.strip()
    )
    return f"- **{pen.line(row.competence.title)}** – {' · '.join(said)}"


def _name(record: Record, party: Party) -> str:
    return record.conversation.person(party).name


def _legend(words: Words) -> str:
    return words("Levels: {names}.", names=", ".join(map(words, _LEVELS)))


def _against_requirement(row: Row, words: Words) -> str:
    if row.differs:
        seen = f"{_level(row.employee)} / {_level(row.manager)}"
        return words(
            "{levels}, seen differently (requirement {required})", levels=seen, required=row.required
        )
    return words("{level} (requirement {required})", level=_level(row.level), required=row.required)


def _level(level: int | None) -> str:
    return NOTHING if level is None else str(level)
