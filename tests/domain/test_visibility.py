"""Who sees a record, in one word."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ijtui.domain.conversation import Party
from ijtui.domain.journal import Entry
from ijtui.domain.passing_on import Passing
from ijtui.domain.text import Text, TextKey
from ijtui.domain.visibility import (
    Visibility,
    of_entry,
    of_feedback,
    of_ratings,
    of_signed_plan,
    of_text,
)
from tests.assessing import an_assessment
from tests.builders import NOW, a_conversation, a_manager, preparation, private, shared, some_feedback


@pytest.mark.parametrize(
    ("key", "opened", "on_paper", "sees"),
    [
        (shared(), (), False, Visibility.TWO),
        (private(Party.EMPLOYEE), tuple(Party), False, Visibility.ME),
        (preparation(Party.EMPLOYEE), (), False, Visibility.UNTIL_OPENED),
        (preparation(Party.EMPLOYEE), (Party.MANAGER,), False, Visibility.UNTIL_OPENED),
        (preparation(Party.EMPLOYEE), (Party.EMPLOYEE,), False, Visibility.TWO),
        (preparation(Party.EMPLOYEE), (), True, Visibility.TWO),
    ],
)
def test_a_text_is_seen_by_its_kind_and_by_what_is_opened(
    key: TextKey, opened: tuple[Party, ...], on_paper: bool, sees: Visibility
) -> None:
    conversation = a_conversation(opened=frozenset(opened))
    assert of_text(conversation, Text(key, on_paper=on_paper)) is sees


def test_what_is_opened_or_shared_is_seen_by_both() -> None:
    assert of_feedback(some_feedback()) is Visibility.UNTIL_OPENED
    assert of_feedback(some_feedback(opened=True)) is Visibility.TWO
    entry = Entry(1, NOW.date(), "x", person=2)
    assert of_entry(entry) is Visibility.ME
    assert of_entry(replace(entry, shared=True)) is Visibility.TWO


def test_ratings_are_seen_once_both_have_submitted() -> None:
    assert of_ratings(an_assessment(submitted=frozenset({Party.MANAGER}))) is Visibility.UNTIL_BOTH
    assert of_ratings(an_assessment()) is Visibility.TWO


def test_a_signed_plan_is_passed_on_by_both_or_not_at_all() -> None:
    head = a_manager(id=9)
    said = [Passing(None), Passing(head), Passing(head, frozenset({1})), Passing(head, frozenset({1, 2}))]
    assert [of_signed_plan(passing) for passing in said] == [
        Visibility.TWO,
        Visibility.TWO,
        Visibility.TWO,
        Visibility.NEXT_MANAGER,
    ]
