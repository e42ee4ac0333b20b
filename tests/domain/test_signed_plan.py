"""Any change of what is signed changes its hash, and what is the same has the same."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ijtui.domain.agenda import Kind
from ijtui.domain.canonical import digest
from ijtui.domain.plan_text import ActionText, EarlierText, GoalText, PlanText, read
from ijtui.domain.signature import Answer, Method, Signature, Version, short
from ijtui.domain.signed_plan import SignedPlan, following
from ijtui.errors import RuleBroken

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
NUMBERS = st.integers(1, 10**6)
GOALS = st.builds(GoalText, NUMBERS, TEXTS, NUMBERS, TEXTS, TEXTS, TEXTS, TEXTS, TEXTS, TEXTS, TEXTS, TEXTS)
ACTIONS = st.builds(ActionText, NUMBERS, TEXTS, TEXTS, TEXTS, TEXTS, TEXTS, st.none() | NUMBERS)
EARLIER = st.builds(
    EarlierText, NUMBERS, TEXTS, TEXTS, TEXTS, TEXTS, TEXTS, TEXTS, TEXTS, TEXTS, TEXTS, TEXTS
)
PLANS = st.builds(
    PlanText,
    NUMBERS,
    TEXTS,
    TEXTS,
    TEXTS,
    TEXTS,
    st.lists(GOALS, max_size=3).map(tuple),
    st.lists(ACTIONS, max_size=3).map(tuple),
    st.lists(EARLIER, max_size=2).map(tuple),
    NUMBERS,
    TEXTS,
    TEXTS,
)
GOAL = GoalText(1, "development", 1, "Lär mig", "200 ms", "", "Mål 3", "2027-05-31", "", "employee", "")
ACTION = ActionText(1, "Boka kursen", "employee", "", "2027-01-31", "results", 1)
DONE = EarlierText(9, "Läs på", "manager", "", "2026-01-31", "evaluated", "yes", "Mycket")
PLAN = PlanText(12, "annual", "2026-11-21", "Åsa", "Maria", (GOAL,), (ACTION,), (DONE,), 2, "5a" * 32, "x")


def other(value: Any) -> Any:
    """Return another value of the same kind."""
    if isinstance(value, str):
        return value + "x"
    if isinstance(value, int):
        return value + 1
    return value[:-1] if isinstance(value, tuple) else "x"


@pytest.mark.parametrize("name", [field.name for field in fields(PlanText)])
def test_the_hash_tells_every_part_of_the_plan_apart(name: str) -> None:
    assert replace(PLAN, **{name: other(getattr(PLAN, name))}).hash() != PLAN.hash()


@pytest.mark.parametrize(
    ("part", "item", "name"),
    [
        (part, item, field.name)
        for part, item in (("goals", GOAL), ("actions", ACTION), ("earlier", DONE))
        for field in fields(item)
    ],
)
def test_the_hash_tells_every_word_of_a_goal_or_an_action_apart(part: str, item: Any, name: str) -> None:
    changed = replace(item, **{name: other(getattr(item, name))})
    parts: dict[str, Any] = {part: (changed,)}
    plan = replace(PLAN, **parts)
    assert plan.hash() != PLAN.hash()
    assert not plan.same_agreement(PLAN)


@settings(max_examples=200, derandomize=True, deadline=None)
@given(PLANS, PLANS)
def test_two_plans_have_the_same_hash_only_if_they_are_the_same(one: PlanText, two: PlanText) -> None:
    assert (one.hash() == two.hash()) is (one == two)


@settings(max_examples=100, derandomize=True, deadline=None)
@given(PLANS)
def test_what_is_written_reads_back_as_the_same(plan: PlanText) -> None:
    assert read(plan.body().decode()) == plan


@settings(max_examples=100, derandomize=True, deadline=None)
@given(PLANS, st.randoms(use_true_random=False))
def test_the_order_of_keys_and_the_spaces_between_them_mean_nothing(plan: PlanText, chance: Any) -> None:
    found = json.loads(plan.body())
    shuffled = dict(chance.sample(sorted(found.items()), len(found)))
    assert digest(json.loads(json.dumps(shuffled, indent=4))) == plan.hash()


def test_a_new_name_or_another_version_is_the_same_agreement() -> None:
    assert PLAN.same_agreement(replace(PLAN, employee="Åsa Ny", version=7, salt="", previous=""))


def test_each_version_is_bound_to_the_one_before() -> None:
    first = following(PLAN, None, "aa")
    second = following(PLAN, SignedPlan(first, first.hash(), 1, datetime(2026, 11, 21)), "bb")
    assert (first.version, first.previous, first.salt) == (1, "", "aa")
    assert (second.version, second.previous, second.salt) == (2, first.hash(), "bb")


def test_an_evaluation_may_be_all_about_what_was_agreed_before() -> None:
    only_earlier = replace(PLAN, goals=(), actions=())
    assert only_earlier.is_empty
    assert not replace(only_earlier, kind=Kind.EVALUATION.value).is_empty


def test_the_first_digits_of_a_hash_are_grouped_for_the_eye() -> None:
    assert short("0123456789abcdef" * 4) == "0123 4567 89ab"


def test_nobody_declines_what_they_have_signed() -> None:
    at = datetime(2026, 11, 21)
    signed = Version(SignedPlan(PLAN, PLAN.hash(), 1, at, 5)).answered(
        Signature(5, 1, Answer.SIGNED, Method.SESSION, at)
    )
    with pytest.raises(RuleBroken):
        signed.answered(Signature(5, 1, Answer.DECLINED, Method.SESSION, at, "Nej"))
    assert not signed.has_signed(2)
