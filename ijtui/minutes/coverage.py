"""How far those in a round have come, as Markdown, as a table for a spreadsheet, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from ijtui.domain.coverage import Coverage, Group
from ijtui.domain.round import Round
from ijtui.domain.stage import Stage
from ijtui.minutes.csv_form import Cell, as_csv
from ijtui.minutes.pen import Pen, table
from ijtui.words import N_, Words

VERSION = 1

STAGES = {
    Stage.NOT_BOOKED: N_("not booked"),
    Stage.BOOKED: N_("booked"),
    Stage.PREPARED: N_("prepared"),
    Stage.HELD: N_("held"),
    Stage.SIGNED: N_("plan signed"),
    Stage.FOLLOWED_UP: N_("plan followed up"),
}
"""What a conversation is that has come so far."""

RULES = (
    N_(
        "A conversation counts when it is of the round's kind, not called off, and on a day from the first"
        " of the season on: for a year, or three months where it is the quarterly one, until the next round"
        " begins. So a late one counts, and one without a day counts as booked."
    ),
    N_(
        "Each is counted once, as far as the conversation has come: prepared when both have opened what they"
        " prepared, held when it is concluded, signed when both have signed the newest plan, followed up when"
        " each of its points has an outcome or was taken up in a later conversation."
    ),
    N_("Whoever leads somebody sees who it is; all others see counts, and HR none of small groups."),
)
"""How it is counted, in words."""


def as_markdown(seen: Coverage, words: Words) -> str:
    """Return a round as one sees it, ready for a report, with the rule that it is counted by."""
    this, pen = seen.round, Pen(words)
    blocks = [f"# {pen.line(this.name)}", _season(this, words)]
    if seen.own is not None:
        blocks.append(words("Your own conversation: {stage}", stage=words(STAGES[seen.own])))
    if seen.people:
        named = [(pen.cell(person.name), words(STAGES[stage])) for person, stage in seen.people]
        blocks += [f"## {words('Your own people')}", table((words("Name"), words("State")), named)]
    for title, rows in (
        (N_("The managers you lead"), _below(seen)),
        (N_("The whole round"), _everybody(seen, words)),
    ):
        if rows:
            counted = [(pen.cell(name), *map(_told, _numbers(group))) for name, group in rows]
            blocks += [f"## {words(title)}", table(_head(words), counted)]
    blocks += [f"## {words('How it is counted')}", "\n".join(f"- {words(rule)}" for rule in RULES)]
    return "\n\n".join(blocks) + "\n"


def _season(this: Round, words: Words) -> str:
    days = words("{first} to {last}", first=this.first.isoformat(), last=this.last.isoformat())
    return days if this.is_open else words("{days}, closed {day}", days=days, day=this.closed)


def _head(words: Words) -> tuple[str, ...]:
    return (words("Whose"), words("People"), *(words(stage) for stage in STAGES.values()))


def _below(seen: Coverage) -> list[tuple[str, Group]]:
    return [(group.name, group) for group in seen.below]


def _everybody(seen: Coverage, words: Words) -> list[tuple[str, Group]]:
    """Return the sum, and each part with its managers, with what each is called."""
    if seen.total is None:
        return []
    rows = [(words("All"), seen.total)]
    for branch in seen.branches:
        rows.append((branch.whole.name or words("without a unit"), branch.whole))
        rows += [(f"– {group.name or words('without a manager')}", group) for group in branch.managers]
    return rows


def _numbers(group: Group) -> tuple[int | None, ...]:
    """Return how many people there are and how many at each stage; nothing where it is not told."""
    if group.tally is None:
        return (None,) * (1 + len(Stage))
    return group.tally.people, *group.tally.counts


def _told(number: int | None) -> str:
    return "–" if number is None else str(number)


def as_table(seen: Coverage, words: Words) -> bytes:
    """Return the same for a spreadsheet: one line a person or a group; what is not told is empty."""
    head = (words("Unit"), words("Manager"), words("Name"), words("People"), *map(words, STAGES.values()))
    return as_csv(head, _lines(seen, words))


def _lines(seen: Coverage, words: Words) -> Iterator[Sequence[Cell]]:
    for person, stage in seen.people:
        yield person.unit, "", person.name, 1, *(int(stage is each) for each in Stage)
    for group in seen.below:
        yield "", group.name, "", *_numbers(group)
    if seen.total is not None:
        yield words("All"), "", "", *_numbers(seen.total)
    for branch in seen.branches:
        yield branch.whole.name or words("without a unit"), "", "", *_numbers(branch.whole)
        for group in branch.managers:
            yield branch.whole.name, group.name or words("without a manager"), "", *_numbers(group)


def as_json(seen: Coverage) -> str:
    """Return the same for programs; what is not told is null."""
    told = {
        "ijtui-round": VERSION,
        "round": of_round(seen.round),
        "own": _name(seen.own),
        "people": [
            {"id": person.id, "name": person.name, "stage": _name(stage)} for person, stage in seen.people
        ],
        "managers": [_group(group) for group in seen.below],
        "all": _group(seen.total) if seen.total else None,
        "parts": [
            {**_group(branch.whole), "managers": [_group(group) for group in branch.managers]}
            for branch in seen.branches
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def of_round(this: Round) -> dict[str, Any]:
    """Return a round for programs."""
    return {
        "id": this.id,
        "name": this.name,
        "kind": this.kind.value,
        "template": this.template,
        "first": this.first.isoformat(),
        "last": this.last.isoformat(),
        "closed": this.closed.isoformat() if this.closed else None,
    }


def _group(group: Group) -> dict[str, Any]:
    tally = group.tally
    counts = {_name(stage): tally[stage] for stage in Stage} if tally else None
    return {"name": group.name, "people": tally.people if tally else None, "stages": counts}


def _name(stage: Stage | None) -> str | None:
    return stage.name.lower().replace("_", "-") if stage is not None else None
