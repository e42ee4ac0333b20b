"""From goals, agreements, feedback, entries and ratings to the items of a material."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from ijtui.domain.action import Action
from ijtui.domain.assessment import Assessment
from ijtui.domain.check_in import CheckIn
from ijtui.domain.course import in_order
from ijtui.domain.feedback import Feedback
from ijtui.domain.goal import Goal, GoalKind
from ijtui.domain.journal import Entry
from ijtui.domain.material import Item, Source
from ijtui.domain.quarter import Quarter
from ijtui.domain.recognition import Recognition
from ijtui.domain.template import TemplatePart
from ijtui.domain.training import Training, TrainingState

DIFFERS = "differs"
"""How a competence stands that the two see differently."""

_EXCERPT = 200
"""Characters of an entry, beside its title."""

_NOT_PROSE = re.compile(r"\s*(?:[-*+]\s|\d+[.)]\s|#+\s|(?:#\S+\s*)+$|>|\||```|~~~|---)")
"""How a line begins that is no sentence: a point in a list, a heading, tags, a quotation, a table."""

_SENTENCE = re.compile(r".*?[.!?…](?=\s+[^\sa-zåäö\d]|$)")


def goal_items(
    goals: Iterable[Goal], courses: Mapping[int, Sequence[CheckIn]], first: date, last: date, *, brief: bool
) -> Iterator[Item]:
    """Yield the goals that went on between two days, and what was said of how they came along.

    Args:
        goals: of one person, oldest first.
        courses: their check-ins by goal.
        first: the first day.
        last: the last; what came later is as if it had not happened.
        brief: only the last check-in of each quarter.
    """
    going = [goal for goal in goals if _went_on(goal, first, last)]
    for goal in sorted(going, key=lambda goal: list(GoalKind).index(goal.kind)):
        told = [item for item in in_order(courses.get(goal.id, ())) if item.day <= last]
        yield _goal(goal, told, last)
        here = [item for item in told if item.day >= first]
        yield from map(_check_in, _last_of_each_quarter(here) if brief else here)


def _went_on(goal: Goal, first: date, last: date) -> bool:
    made = goal.made or first
    return made <= last and (goal.ended is None or goal.ended >= first)


def _goal(goal: Goal, told: Sequence[CheckIn], last: date) -> Item:
    ended = goal.ended is not None and goal.ended <= last
    return Item(
        Source.GOAL,
        f"goal:{goal.id}",
        goal.title,
        goal.ended if ended else goal.due,
        sort=goal.kind.value,
        value=goal.result.value if ended and goal.result else "",
        amount=told[-1].progress if told else None,
        goals=(goal.id,),
    )


def _check_in(told: CheckIn) -> Item:
    return Item(
        Source.CHECK_IN,
        f"goal:{told.goal}",
        told.comment,
        told.day,
        value=told.course.value,
        amount=told.progress,
        goals=(told.goal,),
        who=told.author,
    )


def _last_of_each_quarter(told: Sequence[CheckIn]) -> list[CheckIn]:
    return list({Quarter.of(item.day): item for item in told}.values())


def milestone_items(goals: Iterable[Goal], first: date, last: date) -> Iterator[Item]:
    """Yield what the goals of that time serve, each once with the goals that serve it (D-G2)."""
    served: dict[str, list[Goal]] = {}
    for goal in goals:
        if goal.serves.strip() and _went_on(goal, first, last):
            served.setdefault(goal.serves.strip(), []).append(goal)
    for title, serving in served.items():
        known = any(goal.milestone is not None for goal in serving)
        key = "milestones" if known else f"goal:{serving[0].id}"
        yield Item(Source.MILESTONE, key, title, goals=tuple(goal.id for goal in serving))


def action_items(actions: Iterable[Action], first: date, last: date) -> Iterator[Item]:
    """Yield the agreements that were open between two days, and what came of them until then."""
    for action in actions:
        agreed, outcome = action.agreed or first, action.outcome
        if agreed > last or (outcome is not None and outcome.on < first):
            continue
        now = action.reopened() if outcome is not None and outcome.on > last else action
        outcome = now.outcome
        yield Item(
            Source.ACTION,
            f"action:{action.id}",
            action.what,
            outcome.on if outcome else action.due,
            value=now.state(last).value,
            said=" ".join((outcome.achieved or outcome.reason).split()) if outcome else "",
            goals=(action.goal,) if action.goal is not None else (),
            who=_doer(action),
        )


def _doer(action: Action) -> int:
    side = action.seen_to_by
    return action.person(side) if side is not None else 0


def feedback_items(given: Iterable[Feedback]) -> Iterator[Item]:
    """Yield each part of feedback; what is not opened is the giver's own."""
    for feedback in given:
        parts = (
            (TemplatePart.POSITIVE, feedback.positive),
            (TemplatePart.IMPROVE, feedback.improve),
            (TemplatePart.SUPPORT, feedback.support),
        )
        for part, text in parts:
            if text.strip():
                yield Item(
                    Source.FEEDBACK,
                    f"feedback:{feedback.id}",
                    " ".join(text.split()),
                    feedback.given.date() if feedback.given else None,
                    sort=part.value,
                    who=feedback.giver,
                    to=feedback.receiver or 0,
                    mine=not feedback.opened,
                )


def entry_items(entries: Iterable[Entry], last: date) -> Iterator[Item]:
    """Yield journal entries by their title and beginning; what is not shared is the writer's own (D-J4)."""
    for entry in entries:
        title = entry.title
        if title and entry.day <= last:
            yield Item(
                Source.ENTRY,
                f"entry:{entry.id}",
                title,
                entry.day,
                sort=entry.kind.value,
                said=_beginning(entry.body, title),
                goals=(entry.goal,) if entry.goal is not None else (),
                who=entry.writer,
                mine=not entry.shared,
            )


def _beginning(body: str, title: str) -> str:
    """Return the first sentence after the title, without what is only a list or tags, cut between words."""
    lines = body.partition(title)[2].splitlines()
    text = " ".join(" ".join(line for line in lines if not _NOT_PROSE.match(line)).split())
    sentence = _SENTENCE.match(text)
    text = sentence[0] if sentence else text
    if len(text) <= _EXCERPT:
        return text
    return (text[:_EXCERPT].rpartition(" ")[0] or text[:_EXCERPT]) + " …"


def competence_items(assessments: Sequence[Assessment], first: date, last: date) -> Iterator[Item]:
    """Yield what the two came to in the last assessment of that time, beside the one before it (D-K3).

    Args:
        assessments: that both have submitted, oldest first.
        first: the first day.
        last: the last.
    """
    known = [found for found in assessments if found.day is not None and found.day <= last]
    if not known or known[-1].day is None or known[-1].day < first:
        return
    now, before = known[-1], known[-2] if len(known) > 1 else None
    for competence in now.profile.competences:
        row = now.row(competence.id, before)
        if row.agreed is not None or row.differs:
            yield Item(
                Source.COMPETENCE,
                f"spider:{now.conversation}",
                competence.title,
                now.day,
                value=DIFFERS if row.differs else "",
                amount=row.agreed,
                before=row.before,
            )


def recognition_items(given: Iterable[Recognition]) -> Iterator[Item]:
    """Yield what was given in recognition, oldest first (D-G9)."""
    for item in sorted(given, key=lambda item: (item.day, item.id)):
        yield Item(
            Source.RECOGNITION,
            f"care:{item.person}",
            item.what,
            item.day,
            sort=item.kind.value,
            amount=item.days or item.amount or None,
            goals=(item.goal,) if item.goal is not None else (),
            who=item.giver,
        )


def training_items(trainings: Iterable[Training], first: date, last: date) -> Iterator[Item]:
    """Yield the courses that were approved or taken between two days (D-G7)."""
    for item in trainings:
        if first <= item.day <= last and item.state in (TrainingState.APPROVED, TrainingState.USED):
            yield Item(
                Source.TRAINING,
                f"care:{item.person}",
                item.what,
                item.day,
                value=item.state.value,
                amount=item.cost,
                goals=(item.goal,) if item.goal is not None else (),
            )
