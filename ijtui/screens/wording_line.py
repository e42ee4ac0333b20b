"""A hint below feedback that is written in a conversation: how to say it more exactly (D-F4)."""

from __future__ import annotations

from ijtui.content.wording import wording
from ijtui.domain.agenda import Question
from ijtui.widgets.question import QuestionView

_FEEDBACK = "feedback"
"""How the ids of the questions begin where feedback is written."""


def mind_wording(view: QuestionView, question: Question, language: str) -> None:
    """Show the hint on what was written last, or take it away; other questions are let be.

    Args:
        view: the question where something was written.
        question: the question itself.
        language: of the agenda.
    """
    if not question.id.startswith(_FEEDBACK) or view.body is None or view.editor is None:
        return
    found = wording(language).last(view.editor.text)
    view.body.advise(found.said if found else "")
