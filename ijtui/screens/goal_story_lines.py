"""What was said and done about one goal, as lines below its course."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ijtui import dates
from ijtui.domain.check_in import CheckIn
from ijtui.domain.goal import Goal
from ijtui.domain.journal import Entry
from ijtui.domain.person import Person
from ijtui.domain.shortfall import Shortfall
from ijtui.domain.today import Due
from ijtui.domain.wording import Wording
from ijtui.screens.goal_words import CAUSES, COURSES, SIGNS, per_cent, quarter_of
from ijtui.screens.saying import name_of, responsible_of, state_of
from ijtui.widgets.fit import Column
from ijtui.widgets.lines import EMPTY, Line
from ijtui.words import N_, _, ngettext, spoken

WORDINGS = "wordings"
"""The key of the line that leads to the earlier wordings."""

_CHECK_IN = (Column(1), Column(10), Column(5, right=True), Column(12), Column(8), Column())
_ACTION = (Column(), Column(10), Column(10), Column(20))
_DATED = (Column(10), Column())
_NONE = N_("Nobody has said yet how far it has come. Press c to be the first.")


@dataclass(frozen=True, slots=True)
class GoalStory:
    """Everything about one goal that the one who looks may read, each part with the newest first.

    Attributes:
        people: by number.
    """

    goal: Goal
    check_ins: Sequence[CheckIn] = ()
    actions: Sequence[Due] = ()
    entries: Sequence[Entry] = ()
    shortfalls: Sequence[Shortfall] = ()
    wordings: Sequence[Wording] = ()


def story_lines(
    story: GoalStory, people: Mapping[int, Person], me: Person, today: date, *, plain: bool = False
) -> list[Line]:
    """Return the story part by part; a part without anything to tell is left out.

    Args:
        story: what there is.
        people: by number, for names.
        me: who looks.
        today: for how a day is written.
        plain: whether only signs are used that every font has.
    """
    lines = [
        *_part(_("Check-ins"), (_check_in(item, people, me, today, plain) for item in story.check_ins)),
        *_part(_("Agreements"), (_action(item, me, today) for item in story.actions)),
        *_part(_("Journal"), (_entry(item, people, me, today) for item in story.entries)),
        *_part(_("What stood in the way"), _each(story.shortfalls, lambda item: _shortfall(item, today))),
    ]
    if not story.check_ins and story.goal.is_open:
        lines = [Line((_(_NONE),), look="muted"), EMPTY, *lines]
    if story.wordings:
        said = ngettext("one earlier wording", "{number} earlier wordings", len(story.wordings))
        lines += [Line((said,), WORDINGS, look="muted")]
    return lines


def _part(title: str, lines: Iterable[Line]) -> Iterator[Line]:
    found = list(lines)
    if found:
        yield from (Line((title,), look="heading"), *found, EMPTY)


def _each(items: Iterable[Shortfall], lines: Callable[[Shortfall], Iterable[Line]]) -> Iterator[Line]:
    for item in items:
        yield from lines(item)


def _check_in(item: CheckIn, people: Mapping[int, Person], me: Person, today: date, plain: bool) -> Line:
    day = dates.short_or_year(item.day, today, spoken())
    sign = SIGNS[item.course][1 if plain else 0]
    who = name_of(people[item.author], me)
    cells = (sign, day, per_cent(item.progress), _(COURSES[item.course]), who, _one_line(item.comment))
    return Line(cells, f"check-in:{item.id}:{item.goal}", columns=_CHECK_IN)


def _action(item: Due, me: Person, today: date) -> Line:
    action = item.action
    who = responsible_of(action, item.employee, item.manager, me)
    due = dates.short_or_year(action.due, today, spoken()) if action.due else "–"
    cells = (action.what, who, due, state_of(action, today))
    return Line(cells, f"action:{action.id}", mark="!" if action.is_overdue(today) else "", columns=_ACTION)


def _entry(item: Entry, people: Mapping[int, Person], me: Person, today: date) -> Line:
    day = dates.short_or_year(item.day, today, spoken())
    who = "" if item.writer == me.id else name_of(people[item.writer], me)
    title = " · ".join(part for part in (who, item.title) if part)
    return Line((day, title), f"entry:{item.id}", columns=_DATED)


def _shortfall(item: Shortfall, today: date) -> Iterator[Line]:
    day = dates.short_or_year(item.day, today, spoken())
    why = " · ".join(part for part in (_(CAUSES[item.cause]), _one_line(item.because)) if part)
    yield Line((day, why), f"shortfall:{item.id}:{item.goal}", columns=_DATED)
    if item.next_step:
        step = _one_line(item.next_step)
        yield Line(("", f"{quarter_of(item.quarter)}: {step}"), columns=_DATED)


def _one_line(text: str) -> str:
    return " ".join(text.split())
