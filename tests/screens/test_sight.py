"""Every form says who sees what is written in it, in words from one place."""

from __future__ import annotations

import ast

import pytest

from ijtui.domain.visibility import Visibility
from ijtui.screens import sight
from tests.house.catalogue import ROOT

DIALOGS = ROOT / "ijtui" / "screens" / "dialogs"
SAYS_IT_ELSEWHERE = {
    "booking": "the conversation's own sentence: only the two have access",
    "entry": "who sees it is a field of the form",
    "extract": "the extract says whom it goes to, and the form what being seen means",
    "export": "a file, not a record",
    "file": "a file, not a record",
    "form": "what all forms are made of",
    "gap_goal": "is the form of a goal, which says it",
    "paper": "a file; it says what stays sealed",
    "template_name": "a draft, which the page says only its writers see",
    "template_publish": "publishes to everybody, and says so",
    "signature": "the page it is opened from shows the plan and whose it is",
}
"""Forms without one of the sentences, and why."""


def forms() -> list[str]:
    """Return the modules with a form that is stored."""
    found = []
    for path in sorted(DIALOGS.glob("*.py")):
        classes = [
            node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.ClassDef)
        ]
        if any("Form" in ast.unparse(base) for node in classes for base in node.bases):
            found.append(path.stem)
    return found


def test_there_are_forms() -> None:
    assert {"goal", "action", "feedback", "training", "recognition", "shortfall"} <= set(forms())


@pytest.mark.parametrize("form", forms())
def test_every_form_says_who_sees_it(form: str) -> None:
    says = "who_sees_this(" in (DIALOGS / f"{form}.py").read_text("utf-8")
    assert says != (form in SAYS_IT_ELSEWHERE)


def test_no_sentence_about_who_sees_it_stands_elsewhere() -> None:
    sentences = set(sight._SENTENCES.values())
    for path in (ROOT / "ijtui" / "screens").rglob("*.py"):
        if path.name != "sight.py":
            text = path.read_text("utf-8")
            assert [sentence for sentence in sentences if f'"{sentence}"' in text] == [], path


def test_every_visibility_that_a_form_can_have_has_words() -> None:
    """What is passed on is never typed into a form of its own."""
    said = {visibility for visibility, _told in sight._SENTENCES} | set(sight._SHORT)
    assert said == set(Visibility) - {Visibility.NEXT_MANAGER}
