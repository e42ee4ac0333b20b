"""Levels beside each other, and in which order they are talked about: never an average (D-K)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ijtui.domain.assessment import Agreed, Series
from ijtui.domain.competence import LEVELS
from ijtui.domain.conversation import Party
from ijtui.domain.profile_json import profile_from_json, profile_to_json
from ijtui.errors import NotFound, RuleBroken, StorageFailed
from tests.assessing import a_profile, an_assessment

levels = st.tuples(*[st.sampled_from(LEVELS)] * 4)
BAD_REQUIREMENT = profile_to_json(a_profile()).replace('"required":3', '"required":7')
REASONS = {Party.EMPLOYEE: "Jag", Party.MANAGER: "Du"}


def test_the_largest_gap_comes_first_and_alike_ones_keep_the_sets_order() -> None:
    rows = an_assessment((2, 1, 3, 4), (3, 3, 2, 4), agreed={"design": Agreed(0)}).rows()
    assert [(row.competence.id, row.level, row.gap) for row in rows] == [
        ("design", 0, 3),
        ("tests", 1, 2),
        ("code", 2, 1),
        ("teamwork", 4, -1),
    ]


def test_what_nobody_known_has_rated_comes_last() -> None:
    assessment = an_assessment(ratings={Party.MANAGER: {"teamwork": 4}})
    assert [row.competence.id for row in assessment.rows()] == ["teamwork", "code", "tests", "design"]
    assert [row.gap for row in assessment.rows()] == [-1, None, None, None]


@given(levels, levels, st.dictionaries(st.sampled_from(["code", "tests"]), st.sampled_from([*LEVELS, None])))
def test_every_level_is_one_that_somebody_said(
    employee: tuple[int, ...], manager: tuple[int, ...], agreed: dict[str, int | None]
) -> None:
    said = {name: Agreed(level, REASONS if level is None else {}) for name, level in agreed.items()}
    assessment = an_assessment(employee, manager, agreed=said)
    for row in assessment.rows(assessment):
        known = {row.employee, row.manager} if row.agreed is None else {row.agreed}
        assert {row.level, row.before} <= known
        assert row.gap == row.required - (row.level or 0)
        assert row.differs == (agreed.get(row.competence.id, 0) is None)


def test_a_goal_strives_for_the_requirement_or_the_next_level_where_that_is_reached() -> None:
    rows = {row.competence.id: row.aim for row in an_assessment((0, 3, 4, 2), (4, 3, 4, 3)).rows()}
    assert rows == {"code": 3, "tests": 4, "design": 4, "teamwork": 3}


def test_last_time_is_found_by_the_id_of_a_competence() -> None:
    before = an_assessment((1, 1, 1), (2, 2, 0), profile=a_profile("tests", "code", "law"))
    now = an_assessment()
    assert {row.competence.id: row.before for row in now.rows(before)} == {
        "code": 1, "tests": 1, "design": None, "teamwork": None,
    }  # fmt: skip
    assert now.series(before)[Series.BEFORE] == (1, 1, None, None)


def test_a_line_without_any_value_is_not_drawn() -> None:
    assert set(an_assessment().series()) == {Series.REQUIRED, Series.EMPLOYEE, Series.MANAGER}
    unseen = an_assessment(ratings={Party.MANAGER: {"code": 1}}, submitted=frozenset())
    assert set(unseen.series()) == {Series.REQUIRED, Series.MANAGER}
    assert unseen.series()[Series.MANAGER] == (1, None, None, None)


@pytest.mark.parametrize("agreed", [Agreed(5), Agreed(-1), Agreed(None), Agreed(None, {Party.MANAGER: "x"})])
def test_only_a_level_or_two_reasons_can_be_stored(agreed: Agreed) -> None:
    with pytest.raises(RuleBroken):
        agreed.checked()


def test_a_set_comes_back_as_it_was_kept() -> None:
    profile = a_profile(title="Å <b>\n”", roles=("x",))
    assert profile_from_json(profile_to_json(profile)) == profile


@pytest.mark.parametrize("text", ["", "[]", "{}", "3", '{"id": "x"}', "[" * 100_000, BAD_REQUIREMENT])
def test_a_damaged_set_is_told_plainly(text: str) -> None:
    with pytest.raises(StorageFailed, match="doctor"):
        profile_from_json(text)


def test_a_competence_that_the_set_doesn_t_have_is_not_found() -> None:
    with pytest.raises(NotFound, match="magic"):
        an_assessment().row("magic")
