"""How the main places look. What one should see is said in each test; take a picture anew only after looking.

./run test tests/snapshots --snapshot-update
"""

from __future__ import annotations

from collections.abc import Callable

from tests.snapshots import walks

Look = Callable[..., bool]


def test_today_in_swedish(looks_as_before: Look) -> None:
    """Four conversations, the oldest marked `>` and late `!`; what is due; two things that wait."""
    assert looks_as_before("sv", walks.today)


def test_a_station_in_swedish(looks_as_before: Look) -> None:
    """Station two of four: the third question open, both preparations above one another, an empty note."""
    assert looks_as_before("sv", walks.talk)


def test_a_station_in_a_wide_window(looks_as_before: Look) -> None:
    """The same in English: both preparations side by side, and last time's note beside this one's."""
    assert looks_as_before("en", walks.talk, (120, 40))


def test_the_plan(looks_as_before: Look) -> None:
    """A goal, two agreements, and below them in words what is missing before both can sign."""
    assert looks_as_before("sv", walks.plan)


def test_a_preparation(looks_as_before: Look) -> None:
    """One question open and empty, with a hint and who can see it; answered ones show how they begin."""
    assert looks_as_before("en", walks.preparation)


def test_the_minutes(looks_as_before: Look) -> None:
    """The minutes as Markdown text, from their title on."""
    assert looks_as_before("sv", walks.minutes)


def test_templates_at_the_cursor(looks_as_before: Look) -> None:
    """A filter, the list with those for a coach first, and the marked one in full beside it."""
    assert looks_as_before("sv", walks.template)


def test_showing_what_both_may_see(looks_as_before: Look) -> None:
    """One question with its notes and its agreement in a narrow column; no name in the title row."""
    assert looks_as_before("en", walks.presentation)


def test_goals_by_person(looks_as_before: Look) -> None:
    """Each person's goals under their name: how far in per cent, words and a bar; `!` where to look."""
    assert looks_as_before("en", walks.goals)


def test_a_goal_and_its_course(looks_as_before: Look) -> None:
    """The goal's words, its line above a dotted even pace, two check-ins with their signs below."""
    assert looks_as_before("en", walks.goal)


def test_a_search(looks_as_before: Look) -> None:
    """Hits by day, the newest first, with the word underlined in each; more of the second one below."""
    assert looks_as_before("en", walks.search)
