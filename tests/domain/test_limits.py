"""How long a text may be stands in one place, and is kept everywhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from ijtui.domain.cause import Cause
from ijtui.domain.check_in import CheckIn
from ijtui.domain.milestone import Milestone
from ijtui.domain.quarter import Quarter
from ijtui.domain.shortfall import Shortfall
from ijtui.errors import RuleBroken
from tests.builders import NOW, a_conversation, a_goal, a_person, an_action, an_outcome, some_feedback


def a_shortfall(**changes: Any) -> Shortfall:
    return replace(Shortfall(1, NOW.date(), Cause.RESOURCES, Quarter(2027, 1)), **changes)


@pytest.mark.parametrize(
    ("check", "longest"),
    [
        (lambda text: a_person(text).checked(), 120),
        (lambda text: a_person(role=text).checked(), 120),
        (lambda text: a_goal(text).checked(), 2000),
        (lambda text: a_goal(support=text).checked(), 2000),
        (lambda text: a_goal(period=text).checked(), 40),
        (lambda text: CheckIn(1, NOW.date(), 0, comment=text).checked(NOW.date()), 2000),
        (lambda text: Milestone("", 2027, text).checked(), 500),
        (lambda text: Milestone(text, 2027, "Mål").checked(), 120),
        (lambda text: a_shortfall(next_step=text).checked(), 2000),
        (lambda text: an_action(text).checked(), 2000),
        (lambda text: an_action(other=text).checked(), 120),
        (lambda text: an_action().evaluated(an_outcome(achieved=text)), 2000),
        (lambda text: an_action().evaluated(an_outcome(reason=text)), 2000),
        (lambda text: replace(some_feedback(), improve=text).checked(), 20_000),
        (lambda text: a_conversation(place=text).checked_for_booking(), 200),
    ],
)
def test_the_longest_is_stored_and_one_more_is_refused_not_cut(
    check: Callable[[str], Any], longest: int
) -> None:
    check("å" * longest)
    with pytest.raises(RuleBroken, match=f"room for {longest} characters .* wrote {longest + 1}"):
        check("å" * (longest + 1))
