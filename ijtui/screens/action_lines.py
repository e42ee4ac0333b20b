"""An agreement's page as lines: what can be done with it now, and how it read before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from ijtui import dates
from ijtui.domain.action import Action
from ijtui.domain.person import Person
from ijtui.domain.today import Due
from ijtui.domain.wording import Wording
from ijtui.screens.saying import name_of, responsible_of, state_of
from ijtui.widgets.fit import Column
from ijtui.widgets.lines import EMPTY, Line
from ijtui.words import _, ngettext, spoken

STEP = "step:"
_STEP = (Column(), Column(3, right=True))
_WORDING = (Column(11), Column(), Column(11), Column(16))


def action_facts(agreed: Due, me: Person, today: date, where: str, first: Person | None = None) -> str:
    """Return who, when and where it stands, one thing a line.

    Args:
        agreed: the agreement and the two.
        me: who reads.
        today: for what is late.
        where: the conversation where it was agreed, or "" for between two.
        first: the manager it was agreed with, where another has taken it over since (D-M5).
    """
    action = agreed.action
    facts = (
        (_("who"), responsible_of(action, agreed.employee, agreed.manager, me)),
        (_("due"), dates.long(action.due, spoken()) if action.due else _("no date")),
        (_("agreed on"), _agreed(action, where)),
        (_("agreed with"), _("{name}, before the handover", name=first.name) if first else ""),
        ("", ngettext("agreed anew once", "agreed anew {number} times", action.changes)),
        (_("state"), _state(agreed, me, today)),
    )
    said = [(name, text) for name, text in facts if text and (name or action.changes)]
    width = max(len(name) for name, _text in said) + 2
    return "\n".join(f"{name:{width}}{text}" for name, text in said)


def _agreed(action: Action, where: str) -> str:
    day = dates.long(action.agreed, spoken()) if action.agreed else ""
    return " · ".join(part for part in (day, where or _("between two conversations")) if part)


def _state(agreed: Due, me: Person, today: date) -> str:
    """Return where it stands, and of what waits for an answer, who said so when."""
    action = agreed.action
    said = (action.withdrawal or action.report) if action.is_open else None
    if said is None:
        return state_of(action, today)
    who = agreed.employee if said.by == agreed.employee.id else agreed.manager
    return f"{state_of(action, today)} · {name_of(who, me)} · {dates.long(said.on, spoken())}"


def told_of(action: Action) -> str:
    """Return what was told of it: what it achieved, and why it was not done or is to be dropped."""
    outcome, proposal = action.outcome, action.withdrawal
    achieved = outcome.achieved if outcome else action.account
    reason = outcome.reason if outcome else proposal.reason if proposal else ""
    parts = [_("What it gave: {text}", text=achieved)] if achieved.strip() else []
    parts += [_("Why: {text}", text=reason)] if reason.strip() else []
    return "\n".join(parts)


def action_lines(
    steps: Iterable[tuple[str, str, str]],
    wordings: Sequence[Wording],
    people: Mapping[int, Person],
    me: Person,
) -> list[Line]:
    """Return what can be done now, and how it read before.

    Args:
        steps: id, words and key of each.
        wordings: earlier ones, the newest first.
        people: by id.
        me: who reads.
    """
    lines = [Line((said, key), f"{STEP}{step}", columns=_STEP) for step, said, key in steps]
    heading = Line((_("What you can do now"),), look="heading")
    if not wordings:
        return [heading, *lines]
    earlier = [_wording(item, people, me) for item in wordings]
    return [heading, *lines, EMPTY, Line((_("How it was worded before"),), look="heading"), *earlier]


def _wording(item: Wording, people: Mapping[int, Person], me: Person) -> Line:
    author = people.get(item.author)
    by = _("changed by {name}", name=name_of(author, me)) if author else ""
    cells = (item.at.date().isoformat(), item.fields["what"], item.fields["due"] or _("no date"), by)
    return Line(cells, f"wording:{item.version}", columns=_WORDING)
