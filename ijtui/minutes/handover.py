"""A handover in words: its receipt, and all that went on; as Markdown, or as plain lines for the screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ijtui import dates
from ijtui.clean import clean_line
from ijtui.domain.action import Extent
from ijtui.domain.conversation import Party
from ijtui.domain.goal import Result
from ijtui.domain.handover import Matter
from ijtui.domain.handover_items import MATTERS, PackedAction, PackedGoal, Page, PageKind
from ijtui.domain.handover_package import Package, Receipt
from ijtui.domain.recognition import RecognitionKind
from ijtui.minutes import labels
from ijtui.minutes.escape import guarded
from ijtui.minutes.material_words import GIVEN, VALUES
from ijtui.minutes.pen import Pen
from ijtui.words import N_, Words

MATTER_NAMES = {
    Matter.AGREEMENTS: N_("Agreements: goals, open actions, the signed plan"),
    Matter.NOTES: N_("Shared notes of your conversations"),
    Matter.LEVELS: N_("Competence levels that you agreed on"),
    Matter.CARE: N_("Recognition and what is reached of the next step"),
    Matter.FEEDBACK: N_("Feedback that you opened to each other"),
    Matter.ENTRIES: N_("Journal entries that the employee shared"),
}
"""What there is to hand over, as a line of a list."""

SHORT = {
    Matter.AGREEMENTS: N_("Agreements"),
    Matter.NOTES: N_("Shared notes"),
    Matter.LEVELS: N_("Competence levels"),
    Matter.CARE: N_("Recognition and the next step"),
    Matter.FEEDBACK: N_("Feedback"),
    Matter.ENTRIES: N_("Journal entries"),
}
_NEVER = N_("Private notes and what is sealed never go on.")
_PARTS = {
    "positive": N_("Positive"),
    "improve": N_("Could be better"),
    "support": N_("Support"),
    "level": N_("Level"),
    "required": N_("Required"),
    "reached": N_("Reached"),
    "note": N_("Note"),
    "cost": N_("Cost, kr"),
}
_HIDDEN = frozenset({"source", "hash", "kind", "days", "amount"})


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that went on.

    Attributes:
        title: in one line.
        facts: what is said of it, a line each.
        bodies: longer texts that stand below.
    """

    title: str
    facts: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Things of one kind under their heading."""

    title: str
    told: tuple[Told, ...]


def receipt_sections(receipt: Receipt, words: Words) -> list[Section]:
    """Return what went on and what did not: from whom to whom, when, how much, and about what."""
    facts = (
        words("From {leaver} to {successor}", leaver=receipt.leaver, successor=receipt.successor),
        words("From {day} on", day=dates.long(receipt.day, words)),
        words("Handed over {day}", day=dates.long(receipt.moved, words)),
        words("Checksum SHA-256: {hash}", hash=receipt.hash),
    )
    title = words("Handover of {name}", name=receipt.employee)
    went = (
        Section(
            f"{words(SHORT[matter])} ({receipt.counted.get(matter, len(titles))})",
            tuple(Told(clean_line(one)) for one in titles),
        )
        for matter, titles in receipt.went.items()
    )
    stayed = [Told(f"{words(SHORT[matter])} ({count})") for matter, count in receipt.stayed.items()]
    left = Section(words("What did not go on"), (*stayed, Told(words(_NEVER))))
    return [Section(title, tuple(map(Told, facts))), *went, left]


def package_sections(package: Package, words: Words) -> list[Section]:
    """Return all that went on, matter by matter."""
    sections = [
        Section(words("Goals"), tuple(_goal(goal, words) for goal in package.goals)),
        Section(words("Agreed actions"), tuple(_action(item, package, words) for item in package.actions)),
    ]
    for matter in Matter:
        pages = tuple(_page(page, words) for page in package.pages if MATTERS[page.kind] is matter)
        name = N_("The signed plan and promised courses") if matter is Matter.AGREEMENTS else SHORT[matter]
        sections.append(Section(words(name), pages))
    return [section for section in sections if section.told]


def as_markdown(sections: Sequence[Section], words: Words) -> str:
    """Return the sections as a document; nothing in it that people wrote is alive."""
    pen, blocks = Pen(words), []
    for number, section in enumerate(sections):
        blocks.append(f"{'#' if number == 0 else '##'} {pen.line(section.title)}")
        blocks.append("\n".join(line for told in section.told for line in _item(told, pen)))
    return "\n\n".join(blocks) + "\n"


def as_plain(sections: Sequence[Section]) -> str:
    """Return the sections as lines to be read on the screen."""
    lines: list[str] = []
    for section in sections:
        lines += [section.title, ""]
        for told in section.told:
            lines.append(f"  {told.title}")
            lines += [f"    {row}" for text in (*told.facts, *told.bodies) for row in text.split("\n")]
        lines.append("")
    return "\n".join(lines)


def _item(told: Told, pen: Pen) -> Iterator[str]:
    yield f"- {guarded(pen.line(told.title), pen.mdx)}"
    yield from (f"  - {guarded(pen.line(fact), pen.mdx)}" for fact in told.facts)
    for text in told.bodies:
        yield ""
        yield from (f"  {row}".rstrip() for row in pen.block(text).split("\n"))
        yield ""


def _goal(goal: PackedGoal, words: Words) -> Told:
    facts = (
        (words("How we will know"), goal.measure),
        (words("How it can be done"), goal.achievable),
        (words("Contributes to"), goal.serves),
        (words("Due"), goal.due.isoformat() if goal.due else ""),
        (words("Support"), goal.support),
        (words("Result"), words(VALUES[Result(goal.result)]) if goal.result else ""),
    )
    return Told(f"{clean_line(goal.title)}, {goal.progress} %", _facts(facts))


def _action(action: PackedAction, package: Package, words: Words) -> Told:
    with_whom = action.agreed_with or package.leaver.name
    facts = (
        (words("Who"), _who(action, package)),
        (words("Due"), action.due.isoformat() if action.due else ""),
        (words("Agreed on"), f"{action.agreed}, {clean_line(with_whom)}"),
        (words("Reported as done"), action.reported.isoformat() if action.reported else ""),
        (words("Carried out"), _extent(action.carried_out, words)),
        (words("What it gave"), action.account),
        (words("Reason"), action.reason),
    )
    return Told(clean_line(action.what), _facts(facts))


def _who(action: PackedAction, package: Package) -> str:
    """Return who sees to it from now on: what the leaver promised, the successor keeps."""
    if action.responsible == Party.EMPLOYEE.value:
        return package.employee.name
    return package.successor.name if action.responsible == Party.MANAGER.value else action.other


def _extent(extent: Extent | None, words: Words) -> str:
    return labels.extent(extent, words) if extent else ""


def _page(page: Page, words: Words) -> Told:
    day = f"{page.day} · " if page.day else ""
    if page.kind is PageKind.RECOGNITION:
        return Told(f"{day}{_given(page, words)}")
    facts = [(words(_PARTS[name]), text) for name, text in page.parts.items() if name in _PARTS]
    bodies = (text for name, text in page.parts.items() if name not in _PARTS and name not in _HIDDEN)
    return Told(f"{day}{clean_line(page.title)}", _facts(facts), tuple(bodies))


def _given(page: Page, words: Words) -> str:
    """Return what was given, for what; a kind that nobody knows is told as any other."""
    kind = page.parts.get("kind", "")
    known = RecognitionKind(kind) if kind in tuple(RecognitionKind) else RecognitionKind.OTHER
    amount = page.parts.get("days" if known is RecognitionKind.DAYS else "amount", "")
    return words(GIVEN[known], amount=amount, text=clean_line(page.title))


def _facts(facts: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(f"{label}: {text}" for label, text in facts if text.strip())
