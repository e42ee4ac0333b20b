"""What came of an agreement, as minutes say it: late and dropped are their own outcomes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ijtui.domain.action import Action, Extent
from ijtui.minutes import labels
from ijtui.words import in_language
from tests.builders import an_action, an_outcome
from tests.minutes.build import a_record

DUE = date(2026, 10, 1)


@pytest.mark.parametrize(
    ("action", "said"),
    [
        (an_action(), ""),
        (an_action(outcome=an_outcome()), "yes"),
        (an_action(outcome=an_outcome(carried_out=Extent.PARTLY)), "partly"),
        (an_action(outcome=an_outcome(carried_out=Extent.NO)), "no"),
        (an_action(outcome=an_outcome(carried_out=Extent.NO, cancelled=True)), "dropped by both"),
        (an_action(due=DUE, outcome=an_outcome(done=DUE)), "yes"),
        (an_action(due=DUE, outcome=an_outcome(done=date(2026, 10, 2))), "yes, one day late"),
        (an_action(due=DUE, outcome=an_outcome(done=date(2026, 10, 13))), "yes, 12 days late"),
        (an_action(changes=1, outcome=an_outcome()), "yes, agreed anew once"),
        (an_action(changes=2, outcome=an_outcome(carried_out=Extent.NO)), "no, agreed anew 2 times"),
    ],
)
def test_an_outcome_is_said_in_words(action: Action, said: str) -> None:
    assert labels.outcome(action, in_language("en")) == said


def test_what_the_two_have_decided_to_go_on_with_is_not_left_open() -> None:
    record = a_record()
    plan = replace(record.plan, earlier=(an_action(id=7), an_action("Annat", id=8)), going_on=frozenset({7}))
    said = [labels.followed_up(replace(record, plan=plan), one, in_language("en")) for one in plan.earlier]
    assert said == ["goes on", "not followed up yet"]
