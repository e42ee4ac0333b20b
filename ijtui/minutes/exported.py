"""An exported file read again: which signed plan it speaks of, and what of it stands in the file."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ijtui.clean import clean
from ijtui.domain.goal import Responsible
from ijtui.domain.plan_text import ActionText, EarlierText, GoalText, PlanText
from ijtui.domain.signed_plan import Decision
from ijtui.errors import BadInput
from ijtui.minutes.document import ActionPart, Document, GoalPart, SignedPart
from ijtui.minutes.signed_text import differences, signed_lines
from ijtui.words import LANGUAGES, N_, Words, in_language

LARGEST = 4_000_000
"""Bytes of the largest file that is read; the minutes of a long conversation have some 100 000."""

_TOO_LARGE = N_("{file} is too large to be minutes.")
_NO_MINUTES = N_("{file} can't be understood as minutes that ijtui exported.")
_NOT_SIGNED = N_("{file} holds no signed plan. It may have been exported before anybody signed.")

_HEADINGS = "|".join(re.escape(in_language(language)("Signatures")) for language in LANGUAGES)
_HASH = re.compile(
    rf"^### (?:{_HEADINGS})\n\n- \*\*[^*\n]+:\*\* \d+\n- \*\*SHA-256:\*\* ([0-9a-f]{{64}})$", re.MULTILINE
)
"""The heading is the minutes' own: one that somebody types into a note becomes a bold line."""


@dataclass(frozen=True, slots=True)
class MarkdownExport:
    """Minutes as Markdown; they name the signed version by its hash and hold the plan as it is read.

    Attributes:
        hash: of the version that they name.
        lines: all of it.
        mdx: it is a page for Docusaurus.
    """

    hash: str
    lines: tuple[str, ...]
    mdx: bool

    def section(self, heading: str) -> list[str]:
        """Return what stands below a heading, up to the next one, without empty lines."""
        if heading not in self.lines:
            return []
        below = self.lines[self.lines.index(heading) + 1 :]
        end = next((number for number, line in enumerate(below) if line.startswith("#")), len(below))
        return [line for line in below[:end] if line]


@dataclass(frozen=True, slots=True)
class JsonExport:
    """Minutes as JSON; they carry the signed text itself beside the plan as it is read."""

    document: Document
    signed: SignedPart

    @property
    def hash(self) -> str:
        """The hash that they give for the signed text."""
        return self.signed.hash

    @property
    def is_intact(self) -> bool:
        """Whether the text in it is the one that the hash belongs to."""
        return self.signed.text.hash() == self.signed.hash

    def differences(self) -> list[str]:
        """Return what the plan in it says otherwise than the signed text in it."""
        words = in_language(self.document.language)
        shown = _shown(self.document, self.signed.text, words)
        return differences(signed_lines(self.signed.text, words), signed_lines(shown, words))


def read_export(data: bytes, file: str) -> MarkdownExport | JsonExport:
    """Return what an exported file says of its plan.

    Args:
        data: all of it.
        file: its name, for what can't be understood.

    Raises:
        BadInput: too large, no minutes, or nobody had signed.
    """
    if len(data) > LARGEST:
        raise BadInput(_TOO_LARGE, file=file)
    try:
        text = clean(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise BadInput(_NO_MINUTES, file=file) from error
    return _json(data, file) if text.lstrip().startswith("{") else _markdown(text, file)


def _markdown(text: str, file: str) -> MarkdownExport:
    lines = tuple(line.rstrip() for line in text.split("\n"))
    found = _HASH.findall("\n".join(lines))
    if not found:
        raise BadInput(_NOT_SIGNED, file=file)
    return MarkdownExport(found[-1], lines, mdx=lines[0] == "---")


def _json(data: bytes, file: str) -> JsonExport:
    from pydantic import TypeAdapter

    try:
        document = TypeAdapter(Document).validate_json(data.removeprefix(b"\xef\xbb\xbf"))
        if document.signed is None:
            raise BadInput(_NOT_SIGNED, file=file)
        document.signed.text.body()
    except ValueError as error:  # a number that canonical JSON doesn't know
        raise BadInput(_NO_MINUTES, file=file) from error
    return JsonExport(document, document.signed)


def _shown(document: Document, signed: PlanText, words: Words) -> PlanText:
    """Return the plan of the document in the words that are signed."""
    numbers = {goal.id: goal.number for goal in signed.goals}
    decided = {action.id: action.decision for action in signed.earlier}
    return replace(
        signed,
        employee=document.employee.name,
        manager=document.manager.name,
        goals=tuple(_goal(goal, numbers.get(goal.id, 0)) for goal in document.goals),
        actions=tuple(_action(action, words) for action in document.actions),
        earlier=tuple(_earlier(action, decided.get(action.id, ""), words) for action in document.earlier),
    )


def _goal(goal: GoalPart, number: int) -> GoalText:
    return GoalText(
        id=goal.id,
        kind=goal.kind.value,
        number=number,
        title=goal.title,
        measure=goal.measure,
        achievable=goal.achievable,
        serves=goal.serves,
        due=goal.due.isoformat() if goal.due else "",
        support=goal.support,
        owner=goal.owner.value if goal.owner else "",
        period=goal.period,
    )


def _action(action: ActionPart, words: Words) -> ActionText:
    due = action.due.isoformat() if action.due else ""
    who = _other(action, words)
    return ActionText(
        action.id, action.what, action.responsible.value, who, due, action.question, action.goal
    )


def _earlier(action: ActionPart, signed: str, words: Words) -> EarlierText:
    """Return an earlier action; that it goes on, which the document doesn't say, is as it was signed."""
    agreed = _action(action, words)
    text = EarlierText(agreed.id, agreed.what, agreed.responsible, agreed.other, agreed.due, signed)
    outcome = action.outcome
    if outcome is None:
        waits = signed in (Decision.OPEN, Decision.GO_ON)
        return text if waits else replace(text, decision=Decision.OPEN.value)
    return replace(
        text,
        decision=(Decision.DROPPED if outcome.cancelled else Decision.EVALUATED).value,
        carried_out=outcome.carried_out.value,
        achieved=outcome.achieved,
        goal_reached=outcome.goal_reached.value if outcome.goal_reached else "",
        reason=outcome.reason,
        done=outcome.done.isoformat() if outcome.done else "",
    )


def _other(action: ActionPart, words: Words) -> str:
    if action.responsible is not Responsible.OTHER or action.who == words("somebody else"):
        return ""
    return action.who
