"""What is shown on a shared screen, page by page: made from the record alone, which holds nothing private."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ijtui import dates
from ijtui.domain.action import Action, Extent
from ijtui.domain.agenda import Question, Station, StationKey
from ijtui.domain.assessment import Assessment, Series
from ijtui.domain.goal import Goal, Responsible
from ijtui.domain.material import Source
from ijtui.domain.record import Record
from ijtui.screens.competence_words import axes, levels_in_words, line_names, traces
from ijtui.screens.saying import EXTENTS, MARKS, goal_label, station_name
from ijtui.widgets.spider.series import Trace
from ijtui.words import N_, _, spoken

_OUTCOMES = {
    Extent.YES: N_("carried out"),
    Extent.PARTLY: N_("done in part"),
    Extent.NO: N_("not carried out"),
}


@dataclass(frozen=True, slots=True)
class Point:
    """Something with a name before it.

    Attributes:
        label: "Agreement", "U1".
        text: what it is; a second line says who and when.
    """

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """One thing to show at a time.

    Attributes:
        station: which station it belongs to.
        key: the question's id; "" for a page without a question.
        place: "Work environment · 2 of 5".
        title: the question in a few words, or what the page lists.
        asked: the question itself, or "".
        text: the shared notes.
        points: answer, assessment, agreements, goals.
        axes: of the spider, where it is shown.
        traces: its lines.
    """

    station: StationKey
    key: str
    place: str
    title: str
    asked: str = ""
    text: str = ""
    points: tuple[Point, ...] = ()
    axes: tuple[str, ...] = ()
    traces: tuple[Trace, ...] = ()


def pages_of(record: Record) -> tuple[Page, ...]:
    """Return the agenda in its order: what was agreed before, every question, and at last the plan."""
    return tuple(
        page for station in record.conversation.agenda.stations for page in _pages_at(record, station)
    )


def _pages_at(record: Record, station: Station) -> Iterator[Page]:
    agenda = record.conversation.agenda
    name = station_name(agenda, station.key)
    if station.key is agenda.order[0]:
        yield from _looked_back_on(record, station.key, name)
    if station.key is agenda.order[0] and record.plan.earlier:
        points = tuple(_followed_up(record, action) for action in record.plan.earlier)
        yield Page(station.key, "", name, _("What you agreed on last time"), points=points)
    if station.key is agenda.first_of(StationKey.FUTURE) and record.assessment is not None:
        yield _competences(record, record.assessment, name)
    for number, question in enumerate(station.questions, 1):
        place = _(
            "{station} · {number} of {total}", station=name, number=number, total=len(station.questions)
        )
        note = record.notes.get(question.id, "").strip()
        points = tuple(_on_question(record, question))
        yield Page(station.key, question.id, place, question.title, question.text, note, points)
    if station.key is agenda.first_of(StationKey.DEVELOPMENT_PLAN):
        points = tuple(_plan(record))
        nothing = "" if points else _("Nothing is agreed yet.")
        yield Page(station.key, "", name, _("What you agree on"), text=nothing, points=points)


def _competences(record: Record, assessment: Assessment, place: str) -> Page:
    """Return what both see of the competences, once both have submitted (D-K1)."""
    names = line_names(record.conversation, None, None)
    told: Mapping[Series, str] = {
        series: name for series, name in names.items() if series is not Series.BEFORE
    }
    points = tuple(Point(row.competence.title, levels_in_words(row, told)) for row in assessment.rows())
    return Page(
        StationKey.FUTURE,
        "",
        place,
        _("Competences"),
        points=points,
        axes=axes(assessment),
        traces=traces(assessment, told),
    )


def _looked_back_on(record: Record, key: StationKey, name: str) -> Iterator[Page]:
    """Yield a page for each sort of thing that the two look back on, where a conversation opens with it."""
    if record.material is None:
        return
    from ijtui.minutes.material_words import GROUPS, Teller

    teller = Teller(record.material, record.conversation, spoken())
    for source, items in record.material.groups().items():
        if source is not Source.ACTION:  # what was agreed has its own page
            points = tuple(
                Point(item.day.isoformat() if item.day else "", teller.text(item)) for item in items
            )
            yield Page(key, "", name, _(GROUPS[source]), points=points)


def _on_question(record: Record, question: Question) -> Iterator[Point]:
    progress = record.conversation.progress_of(question)
    if progress.choice:
        yield Point(_("Answer"), _("yes") if progress.choice == "yes" else _("no"))
    if progress.mark:
        yield Point(_("Assessment"), _(MARKS[progress.mark]))
    if progress.parked:
        yield Point(_("Parked"), _("comes back later"))
    for action in record.plan.actions:
        if action.question == question.id:
            yield _agreed(record, action, _("Agreement"))


def _plan(record: Record) -> Iterator[Point]:
    labels = record.plan.labels()
    for goal in record.plan.goals:
        yield Point(goal_label(*labels[goal.id]), _goal(goal))
    for number, action in enumerate(record.plan.actions, 1):
        yield _agreed(record, action, _("Agreement {number}", number=number))


def _goal(goal: Goal) -> str:
    due = dates.long(goal.due, spoken()) if goal.due else ""
    return _lines(goal.title, " · ".join(part for part in (due, goal.measure) if part))


def _agreed(record: Record, action: Action, label: str) -> Point:
    return Point(label, _lines(action.what, _who_and_when(record, action)))


def _followed_up(record: Record, action: Action) -> Point:
    outcome = action.outcome
    open_ = _("goes on") if action.id in record.plan.going_on else _("not said yet")
    label = _outcome(action) or open_
    reached = outcome.goal_reached if outcome else None
    goal = _("Goal reached: {extent}", extent=_(EXTENTS[reached])) if reached else ""
    said = (outcome.achieved, outcome.reason) if outcome else ()
    return Point(label, _lines(action.what, _who_and_when(record, action), *said, goal))


def _outcome(action: Action) -> str:
    """Return what came of it; nobody is shown on a shared screen as late."""
    outcome = action.outcome
    if outcome is None:
        return ""
    return _("dropped by both") if outcome.cancelled else _(_OUTCOMES[outcome.carried_out])


def _who_and_when(record: Record, action: Action) -> str:
    conversation = record.conversation
    who = {
        Responsible.EMPLOYEE: conversation.employee.first_name,
        Responsible.MANAGER: conversation.manager.first_name,
        Responsible.OTHER: action.other,
    }[action.responsible]
    due = dates.long(action.due, spoken()) if action.due else ""
    return " · ".join(part for part in (who, due) if part)


def _lines(*parts: str) -> str:
    return "\n".join(part for part in parts if part)
