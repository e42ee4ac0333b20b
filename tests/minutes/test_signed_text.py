"""The signed plan in words: whatever stands in it is said on lines, and what differs is found."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings

from ijtui.domain.plan_text import PlanText
from ijtui.minutes.signed_text import differences, signed_lines
from ijtui.words import in_language
from tests.domain.test_signed_plan import GOAL, PLAN, PLANS


@settings(max_examples=100, derandomize=True, deadline=None)
@given(PLANS)
def test_whatever_stands_in_a_plan_can_be_said(plan: PlanText) -> None:
    for language in ("sv", "en"):
        assert all("\n" not in line for line in signed_lines(plan, in_language(language)))


def test_what_differs_stands_below_what_it_is_about() -> None:
    words = in_language("en")
    after = replace(PLAN, goals=(replace(GOAL, measure="300 ms"),), actions=())
    assert differences(signed_lines(PLAN, words), signed_lines(after, words)) == [
        "  D1 Lär mig",
        "-   How we will know: 200 ms",
        "+   How we will know: 300 ms",
        "- Agreed actions",
        "- 1 Boka kursen",
        "-   Who: Åsa",
        "-   Due: 2027-01-31",
        "-   Contributes to: D1",
    ]
