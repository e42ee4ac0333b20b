"""What is found in a template while it is written: problems by line, what it holds, and what is lost."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ijtui.content.template_text import ENDINGS, Made, Reading, read
from ijtui.domain.agenda import Agenda
from ijtui.domain.template_change import Change
from ijtui.domain.template_difference import changes
from ijtui.domain.template_version import TemplateName
from ijtui.words import _, ngettext

_SHOWN = 4
"""Problems that are told at once; they have their lines, and the next come when these are mended."""


@dataclass(frozen=True, slots=True)
class Check:
    """What came of looking at a text.

    Attributes:
        reading: what it describes, or its problems.
        changes: what is different from the newest version; nothing where there is none.
    """

    reading: Reading
    changes: tuple[Change, ...] = ()

    @property
    def lines(self) -> tuple[int, ...]:
        """The lines, from 1, on which something is wrong."""
        return tuple(sorted({problem.line for problem in self.reading.problems if problem.line}))


def checked(name: TemplateName, text: str, newest: Made | None) -> Check:
    """Return what is found in a text; takes its time with a long one, and nothing but its arguments.

    Args:
        name: of which template it becomes a version.
        text: as it stands in the editor.
        newest: what the version that is used now describes, or None.
    """
    reading = read(name.sort, text, name.key + ENDINGS[name.sort], name.language)
    if reading.made is None or newest is None:
        return Check(reading)
    return Check(reading, changes(newest, reading.made))


def told(check: Check) -> str:
    """Return it in a few lines: every problem with its line, or what the template holds."""
    problems = check.reading.problems
    if check.reading.made is None:
        rows = [
            _("line {line}: {problem}", line=found.line or 1, problem=_(found.message, **found.values))
            for found in problems[:_SHOWN]
        ]
        more = len(problems) - _SHOWN
        return "\n".join(
            [*rows, *([ngettext("and one more", "and {number} more", more)] if more > 0 else [])]
        )
    return " · ".join(
        part for part in (_holds(check.reading.made), _passed_over(check), _differs(check)) if part
    )


def _holds(made: Made) -> str:
    if not isinstance(made, Agenda):
        number = len(made.competences)
        return ngettext("{number} competence", "{number} competences", number)
    number = len(tuple(made.questions()))
    asked = ngettext("{number} question", "{number} questions", number)
    return f"{asked}, {_('{number} min', number=made.minutes)}"


def _passed_over(check: Check) -> str:
    lines = check.reading.passed_over
    return _("not used: {lines}", lines=_few(map(str, lines))) if lines else ""


def _few(numbers: Iterable[str]) -> str:
    first = list(numbers)
    return ", ".join(first[:8]) + (" …" if len(first) > 8 else "")


def _differs(check: Check) -> str:
    number = len(check.changes)
    lost = sum(change.loses_answers for change in check.changes)
    differs = ngettext("one change", "{number} changes", number) if number else ""
    warning = (
        ngettext(
            "! another id: earlier answers are lost to view",
            "! {number} other ids: earlier answers are lost to view",
            lost,
        )
        if lost
        else ""
    )
    return " · ".join(part for part in (differs, warning) if part)
