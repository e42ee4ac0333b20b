"""The signed plan in words, line by line: what is read before one signs, and what is compared afterwards."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from ijtui.clean import clean_line
from ijtui.domain.action import Extent
from ijtui.domain.goal import GoalKind
from ijtui.domain.plan_text import ActionText, EarlierText, GoalText, PlanText
from ijtui.domain.signed_plan import Decision
from ijtui.minutes import labels
from ijtui.words import N_, Words

_DECISIONS = {
    Decision.OPEN.value: N_("not followed up yet"),
    Decision.GO_ON.value: N_("goes on"),
    Decision.DROPPED.value: N_("dropped by both"),
}


def signed_lines(text: PlanText, words: Words) -> list[str]:
    """Return all that is signed as plain lines; version, hash and salt are not among them."""
    parts = (
        _facts(text, words),
        _section(words("Goals"), (line for goal in text.goals for line in _goal(text, goal, words))),
        _section(words("Agreed actions"), _actions(text, words)),
        _section(words("Follow-up of the previous plan"), _earlier(text, words)),
    )
    return [line for part in parts for line in part][:-1]


def _facts(text: PlanText, words: Words) -> list[str]:
    facts = (
        (words("Employee"), text.employee),
        (words("Manager"), text.manager),
        (words("Date"), text.date or words("not booked yet")),
    )
    return [*(_fact(label, value) for label, value in facts), ""]


def _section(title: str, lines: Iterator[str]) -> list[str]:
    """Return the lines under their heading; nothing where there is none."""
    found = list(lines)
    return [title, *found, ""] if found else []


def _goal(text: PlanText, goal: GoalText, words: Words) -> Iterator[str]:
    yield f"{_label(goal, words)} {clean_line(goal.title)}"
    parts = (
        (words("How we will know"), goal.measure),
        (words("How it can be done"), goal.achievable),
        (words("Contributes to"), goal.serves),
        (words("Due"), goal.due),
        (words("Support"), goal.support),
        (words("Responsible"), _who(text, goal.owner, "", words)),
        (words("Period"), goal.period),
    )
    yield from _indented(parts)


def _actions(text: PlanText, words: Words) -> Iterator[str]:
    goals = {goal.id: _label(goal, words) for goal in text.goals}
    for number, action in enumerate(text.actions, 1):
        yield f"{number} {clean_line(action.what)}"
        goal = goals.get(action.goal, "") if action.goal is not None else ""
        yield from _indented((*_agreed(text, action, words), (words("Contributes to"), goal)))


def _earlier(text: PlanText, words: Words) -> Iterator[str]:
    for action in text.earlier:
        yield f"- {clean_line(action.what)}"
        parts = (
            *_agreed(text, action, words),
            (words("Carried out"), _decision(action, words)),
            (words("What it gave"), action.achieved),
            (words("Goal reached"), _extent(action.goal_reached, words)),
            (words("Reason"), action.reason),
        )
        yield from _indented(parts)


def _agreed(text: PlanText, action: ActionText | EarlierText, words: Words) -> tuple[tuple[str, str], ...]:
    who = _who(text, action.responsible, action.other, words)
    return ((words("Who"), who), (words("Due"), action.due))


def _decision(action: EarlierText, words: Words) -> str:
    known = _DECISIONS.get(action.decision)
    return words(known) if known else _extent(action.carried_out, words)


def _extent(extent: str, words: Words) -> str:
    return labels.extent(Extent(extent), words) if extent in tuple(Extent) else extent


def _label(goal: GoalText, words: Words) -> str:
    return labels.goal_label(GoalKind(goal.kind), goal.number, words) if goal.kind in tuple(GoalKind) else ""


def _who(text: PlanText, responsible: str, other: str, words: Words) -> str:
    if responsible == "employee":
        return text.employee
    if responsible == "manager":
        return text.manager
    return other or (words("somebody else") if responsible else "")


def _indented(parts: tuple[tuple[str, str], ...]) -> Iterator[str]:
    yield from (f"  {_fact(label, value)}" for label, value in parts if value.strip())


def _fact(label: str, value: str) -> str:
    return f"{label}: {clean_line(value)}"


def differences(before: list[str], after: list[str]) -> list[str]:
    """Return what stands in only one of two texts: "- " what is gone, "+ " what is new.

    A line that says something of a goal or an action comes below that one, which is marked with neither
    where it stands in both.
    """
    found: list[str] = []
    heads = {"-": "", "+": ""}
    for line in difflib.ndiff(before, after):
        mark, text = line[0], line[2:]
        if mark == "?" or not text:
            continue
        if not text.startswith("  "):
            heads = {side: text if mark in (side, " ") else head for side, head in heads.items()}
        if mark == " ":
            continue
        head = heads[mark]
        if text != head and f"  {head}" not in found and f"{mark} {head}" not in found:
            found.append(f"  {head}")
        found.append(f"{mark} {text}")
    return found
