"""A risk leads to an agreed action, and how far that has come (D-A2)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from ijtui.domain.action import Action, Extent, Report
from ijtui.domain.conversation import Conversation, Mark, Progress
from ijtui.domain.risk import Measure, left_open, measure
from tests.builders import NOW, a_conversation, an_action, an_outcome

TODAY = NOW.date()
PAST = TODAY - timedelta(days=1)


def judged(mark: Mark | None, question: str = "balance") -> Conversation:
    return a_conversation(progress={question: Progress(done=True, mark=mark)})


def seen_to(**changes: Any) -> Action:
    usual: dict[str, Any] = {"question": "balance", "conversation": 1}
    return an_action(**usual | changes)


@pytest.mark.parametrize("mark", [None, Mark.FINE, Mark.WATCH])
def test_only_a_risk_asks_for_an_agreement(mark: Mark | None) -> None:
    assert left_open(judged(mark), ()) == ()


def test_a_risk_that_nothing_is_agreed_about_is_left_open() -> None:
    others = (seen_to(question="results"), seen_to(conversation=7), seen_to(conversation=None))
    assert [question.id for question in left_open(judged(Mark.RISK), others)] == ["balance"]


def test_what_was_agreed_about_it_here_or_goes_on_from_before_closes_it() -> None:
    assert left_open(judged(Mark.RISK), (seen_to(),)) == ()
    assert left_open(judged(Mark.RISK), (seen_to(conversation=7, decided=1),)) == ()


def test_an_agreement_that_both_dropped_closes_nothing() -> None:
    dropped = seen_to(outcome=an_outcome(carried_out=Extent.NO, cancelled=True))
    assert [question.id for question in left_open(judged(Mark.RISK), (dropped,))] == ["balance"]
    assert measure((dropped,), TODAY) is Measure.NONE


DONE = seen_to(outcome=an_outcome())
PARTLY = seen_to(outcome=an_outcome(carried_out=Extent.PARTLY))
OPEN = seen_to(due=TODAY)
LATE = seen_to(due=PAST)
TOLD = seen_to(due=PAST, report=Report(date(2026, 11, 1), 2))


@pytest.mark.parametrize(
    ("actions", "expected"),
    [
        ((), Measure.NONE),
        ((DONE,), Measure.DONE),
        ((DONE, DONE), Measure.DONE),
        ((DONE, PARTLY), Measure.UNDONE),
        ((DONE, OPEN), Measure.OPEN),
        ((TOLD,), Measure.OPEN),
        ((OPEN, LATE, DONE), Measure.LATE),
    ],
)
def test_a_risk_stands_as_what_is_left_of_it(actions: tuple[Action, ...], expected: Measure) -> None:
    assert measure(actions, TODAY) is expected
