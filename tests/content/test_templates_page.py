"""The page about writing templates tells the truth: what it shows can be used."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import pytest

from ijtui.content.agenda import examine
from ijtui.content.attributes import ON_HEADINGS, ON_QUESTIONS, ON_TEMPLATES
from ijtui.content.checks import AGENDA_FACTS
from ijtui.content.feedback import load_feedback
from ijtui.domain.agenda import Ask, Kind, StationKey, Who
from ijtui.domain.template import TemplatePart

PAGE = (Path(__file__).parents[2] / "docs" / "templates.md").read_text("utf-8")
EXAMPLES = [textwrap.dedent(block) for block in re.findall(r"(?m)(?:^ {4}.*\n|^\n(?= {4}))+", PAGE)]


@pytest.mark.parametrize(
    "example", [block for block in EXAMPLES if "?" in block], ids=lambda block: block[:20]
)
def test_every_example_of_an_agenda_can_be_used(example: str) -> None:
    examined = examine(example, "x.md", "sv")
    assert (examined.problems, examined.passed_over) == ((), ())


def test_the_example_of_feedback_can_be_used() -> None:
    (example,) = (block for block in EXAMPLES if "role:" in block)
    assert [template.part for template in load_feedback(example, "x.md", "sv")] == ["positive", "improve"]


def test_everything_that_can_be_said_is_on_the_page() -> None:
    words = [
        *AGENDA_FACTS,
        *ON_HEADINGS[Kind.QUARTERLY],
        *ON_QUESTIONS,
        *ON_TEMPLATES,
        *Kind,
        *StationKey,
        *Who,
        *Ask,
        *TemplatePart,
    ]
    assert [word for word in words if not re.search(rf"[`#]{word}\b", PAGE)] == []
