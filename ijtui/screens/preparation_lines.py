"""What stands above the questions before a conversation: the checklist, and who can see what (D-P1, D-P2)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from ijtui import dates
from ijtui.domain.agenda import Task, Who
from ijtui.domain.conversation import Party
from ijtui.domain.text import Text
from ijtui.domain.visibility import of_text
from ijtui.screens import sight
from ijtui.screens.competence_words import is_assessed, state_of
from ijtui.screens.feedback_lines import feedback_lines
from ijtui.screens.preparing import Preparing
from ijtui.screens.saying import KINDS, name_of
from ijtui.widgets.fit import Column
from ijtui.widgets.lines import EMPTY, Line
from ijtui.words import _, spoken

_TASK = (Column(), Column(12))
_WHOSE = (Column(12), Column())

SHARE, THEIRS, COMPETENCES = "share", "theirs", "competences"
"""Keys of lines: one's own preparation, the other's, the ratings; a task's is `task:` and its id."""


def when_and_where(preparing: Preparing, now: datetime) -> str:
    """Return when, how long, where and what, as far as it fits on a row; first of all that it has passed."""
    conversation = preparing.conversation
    starts = conversation.starts
    passed = starts is not None and starts + timedelta(minutes=conversation.minutes) < now
    parts = (
        _("the time has passed") if passed else "",
        f"{dates.long(starts.date(), spoken())} {dates.clock_time(starts)}" if starts else _("no time yet"),
        _("{minutes} min", minutes=conversation.minutes),
        conversation.place,
        _(KINDS[conversation.agenda.kind]),
    )
    return " · ".join(part for part in parts if part)


def before_lines(preparing: Preparing, keys: Sequence[str]) -> list[Line]:
    """Return the checklist, how the preparations are shared, how competences are rated, and the feedback.

    Args:
        preparing: the conversation.
        keys: the keys that open one's preparation, enter the other's from paper, write feedback and rate.
    """
    opens, enters, writes, rates = keys
    tasks = [_task(task, preparing) for task in preparing.conversation.agenda.checklist]
    return [
        *([_heading(_("Before the conversation")), *tasks, EMPTY] if tasks else []),
        _heading(_("Preparations")),
        _own(preparing, opens),
        _other(preparing, enters),
        *_competences(preparing, rates),
        EMPTY,
        _heading(_("Feedback")),
        *_feedback(preparing, writes),
    ]


def _heading(text: str) -> Line:
    return Line((text,), look="heading")


def _task(task: Task, preparing: Preparing) -> Line:
    return Line((_ticked(task, preparing), _who(task.who, preparing)), f"task:{task.id}", columns=_TASK)


def _ticked(task: Task, preparing: Preparing) -> str:
    done = "(x)" if task.id in preparing.conversation.checked else "( )"
    return f"{done} {task.text}"


def checklist_text(preparing: Preparing) -> str:
    """Return the whole checklist as one text to read: in a list its lines may be cut."""
    return "\n\n".join(
        f"{_ticked(task, preparing)}\n    {_who(task.who, preparing)}"
        for task in preparing.conversation.agenda.checklist
    )


def _who(who: Who, preparing: Preparing) -> str:
    if who is Who.BOTH:
        return _("you both")
    return name_of(preparing.conversation.person(Party(who)), preparing.me)


def progress(preparing: Preparing, party: Party) -> str:
    """Return how many of the questions that party was asked have an answer: "4 of 21"."""
    prepared = preparing.prepared[party]
    return _("{answered} of {asked}", answered=prepared.answered, asked=prepared.asked)


def _own(preparing: Preparing, opens: str) -> Line:
    mine = preparing.mine
    if mine in preparing.conversation.opened:
        state = _("{name} can read it", name=preparing.other.first_name)
        return Line((_("you"), f"{progress(preparing, mine)} · {state}"), columns=_WHOSE)
    state = _("only you see it · {key} opens it", key=opens)
    return Line((_("you"), f"{progress(preparing, mine)} · {state}"), SHARE, columns=_WHOSE)


def _other(preparing: Preparing, enters: str) -> Line:
    theirs = preparing.mine.other
    readable = bool(preparing.all_of_theirs())
    if theirs in preparing.conversation.opened:
        state = _("open · enter shows it") if readable else _("open, but empty")
    elif readable:
        state = _("from paper · {key} goes on", key=enters)
    elif not preparing.may_write_for_other:
        state = _("sealed until they open it") if preparing.prepared[theirs].answered else _("not here yet")
    elif preparing.prepared[theirs].answered:
        state = _("sealed · {key} enters it from paper", key=enters)
    else:
        state = _("not here yet · {key} enters it from paper", key=enters)
    cells = (preparing.other.first_name, f"{progress(preparing, theirs)} · {state}")
    return Line(cells, THEIRS if readable else "", columns=_WHOSE)


def _competences(preparing: Preparing, rates: str) -> Iterator[Line]:
    """Yield how far the competences are rated, in conversations where they are."""
    if is_assessed(preparing.conversation, preparing.assessment):
        state = state_of(preparing.assessment, preparing.conversation, preparing.me, rates)
        yield Line((_("competence"), state), COMPETENCES, columns=_WHOSE)


def _feedback(preparing: Preparing, writes: str) -> Iterator[Line]:
    if not preparing.feedback:
        yield Line((_("None is written yet. {key} writes feedback.", key=writes),), look="muted")
    yield from feedback_lines(preparing.feedback, preparing.me, preparing.other)


def seen_by(preparing: Preparing) -> str:
    """Return who can see what is written here now."""
    if preparing.on_paper:
        return _("from {name}'s paper · both of you see this", name=preparing.other.first_name)
    return sight.seen_by(of_text(preparing.conversation, Text(preparing.key(""))))


def answered(preparing: Preparing) -> str:
    """Return how far the answers are, for the title row."""
    prepared = preparing.prepared[preparing.party]
    return _("{answered} of {asked} answered", answered=prepared.answered, asked=prepared.asked)
