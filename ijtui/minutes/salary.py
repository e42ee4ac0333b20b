"""An extract for the salary review: as lines to read, as Markdown, and as JSON (D-G8)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict

from ijtui.domain.action import ActionState
from ijtui.domain.goal import GoalKind, Responsible, Result
from ijtui.domain.salary import Extract
from ijtui.domain.salary_text import ExtractText, GoalPart, LevelPart, PointPart
from ijtui.domain.signature import Method, short
from ijtui.minutes.escape import line
from ijtui.minutes.labels import goal_kind
from ijtui.words import N_, Words

_RESULTS = {
    Result.REACHED: N_("reached"),
    Result.PARTLY: N_("reached in part"),
    Result.NOT_REACHED: N_("not reached"),
    Result.DROPPED: N_("dropped by both"),
}
_STATES = {
    ActionState.OPEN: N_("going on"),
    ActionState.DONE: N_("carried out"),
    ActionState.PARTLY: N_("partly carried out"),
    ActionState.NOT_DONE: N_("not carried out"),
    ActionState.CANCELLED: N_("dropped by both"),
}


def lines(text: ExtractText, words: Words) -> list[str]:
    """Return all that is in an extract as plain lines; hash and salt are not among them."""
    found = list(_facts(text, words))
    for heading, inside in _sections(text, words):
        found += ["", heading, *(one if one.startswith(" ") else f"- {one}" for one in inside)]
    return found


def as_markdown(extract: Extract, words: Words) -> str:
    """Return it as a page: the same lines, and that the employee has seen them."""
    text = extract.text
    heading = words("Extract for the salary review {year} · {name}", year=text.year, name=text.employee)
    found = [f"# {_plain(heading)}", "", *(f"- {_plain(fact)}" for fact in _facts(text, words))]
    for title, inside in _sections(text, words):
        found += ["", f"## {_plain(title)}", ""]
        found += [f"  - {_plain(one)}" if one.startswith(" ") else f"- {_plain(one)}" for one in inside]
    return "\n".join([*found, "", *_seen(extract, words)])


def as_json(extract: Extract) -> str:
    """Return it for programs, with the salt, so that its SHA-256 can be computed again."""
    seen = None
    if extract.seen is not None and extract.method is not None:
        seen = {
            "at": extract.seen.isoformat(timespec="seconds"),
            "method": extract.method.value,
            "initials": extract.initials,
            "comment": extract.comment,
        }
    told = {"ijtui-extract": 1, "hash": extract.hash, "seen": seen, "extract": asdict(extract.text)}
    return json.dumps(told, ensure_ascii=False, indent=1)


def _plain(text: str) -> str:
    """Return one line that Markdown shows as it stands."""
    return line(text.strip(), mdx=False)


def _facts(text: ExtractText, words: Words) -> Iterator[str]:
    yield f"{words('Employee')}: {text.employee}"
    yield f"{words('Manager')}: {text.manager}"
    yield f"{words('Year')}: {text.year}"


def _sections(text: ExtractText, words: Words) -> Iterator[tuple[str, list[str]]]:
    """Yield each heading with its lines; what is said of one thing stands below it, indented."""
    levels = words("Agreed levels, {day}", day=text.assessed) if text.assessed else words("Agreed levels")
    for heading, inside in (
        (words("Goals"), (one for goal in text.goals for one in _goal(goal, words))),
        (words("Agreed actions"), (one for point in text.points for one in _point(text, point, words))),
        (levels, (_level(level, words) for level in text.levels)),
    ):
        found = list(inside)
        if found:
            yield heading, found


def _goal(goal: GoalPart, words: Words) -> Iterator[str]:
    how = words(_RESULTS[Result(goal.result)]) if goal.result else words("going on")
    kind = goal_kind(GoalKind(goal.kind), words)
    yield f"{goal.title} ({kind}): {how}, {goal.progress} %"
    yield from _indented(((words("How we will know"), goal.measure), (words("Due"), goal.due)))


def _point(text: ExtractText, point: PointPart, words: Words) -> Iterator[str]:
    yield f"{point.what}: {_outcome(point, words)}"
    yield from _indented(((words("Who"), _who(text, point, words)), (words("Due"), point.due)))


def _outcome(point: PointPart, words: Words) -> str:
    if point.days_late:
        return words.plural("carried out one day late", "carried out {number} days late", point.days_late)
    return words(_STATES[ActionState(point.state)])


def _who(text: ExtractText, point: PointPart, words: Words) -> str:
    named = {Responsible.EMPLOYEE: text.employee, Responsible.MANAGER: text.manager}
    return named.get(Responsible(point.responsible)) or point.other or words("somebody else")


def _level(level: LevelPart, words: Words) -> str:
    if level.agreed is not None:
        return words(
            "{competence}: level {level}, {required} required",
            competence=level.title,
            level=level.agreed,
            required=level.required,
        )
    return words(
        "{competence}: seen differently, employee {employee}, manager {manager}, {required} required",
        competence=level.title,
        employee=_shown(level.employee),
        manager=_shown(level.manager),
        required=level.required,
    )


def _shown(level: int | None) -> str:
    return "–" if level is None else str(level)


def _indented(facts: tuple[tuple[str, str], ...]) -> Iterator[str]:
    yield from (f"  {label}: {' '.join(value.split())}" for label, value in facts if value.strip())


def _seen(extract: Extract, words: Words) -> Iterator[str]:
    if extract.seen is not None:
        at = extract.seen.isoformat(sep=" ", timespec="minutes")
        said = words("{name} saw this {moment}.", name=extract.text.employee, moment=at)
        if extract.method is Method.INITIALS:
            said = words(
                "{name} saw this {moment} and wrote {initials}.",
                name=extract.text.employee,
                moment=at,
                initials=extract.initials,
            )
        yield _plain(said)
    if extract.comment:
        yield ""
        yield _plain(words("{name} says:", name=extract.text.employee))
        yield ""
        yield from (f"> {_plain(row)}" for row in extract.comment.split("\n"))
    yield ""
    yield words("SHA-256 {hash}", hash=extract.hash)
    yield words("Its first digits on screen: {digits}", digits=short(extract.hash))
