"""The steps in the roles: what ships is whole, and an own file's mistake is said with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from ijtui.content.advancement import read_steps, steps
from ijtui.domain.advancement import Criterion, Measure, Step
from ijtui.errors import BadInput

NOWHERE = Path("/nonexistent/advancement.toml")

OWN = """\
[lead]
title = "Lead"
roles = ["developer"]

[lead.time]
text = "Time"
measure = "months"
target = 4

[lead.plan]
text = "Has planned"
measure = "yes-no"
"""


def test_what_ships_is_the_same_in_both_languages_but_for_the_words() -> None:
    swedish, english = (steps(language, NOWHERE) for language in ("sv", "en"))
    assert [shape(step) for step in swedish] == [shape(step) for step in english]
    assert all(3 <= len(step.criteria) <= 5 for step in swedish)
    assert [step.title for step in swedish] != [step.title for step in english]


def shape(step: Step) -> object:
    return step.id, [(item.id, item.measure, item.target) for item in step.criteria]


@pytest.mark.parametrize(
    ("role", "step"),
    [
        ("Systemutvecklare", "sub-project-lead"),
        ("senior developer", "sub-project-lead"),
        ("Coach", "senior-coach"),
        ("ekonomiansvarig", "larger-applications"),
        ("Finance lead", "larger-applications"),
        ("vaktmästare", None),
        ("", None),
    ],
)
def test_a_step_fits_a_role_in_free_words_of_either_language(role: str, step: str | None) -> None:
    for language in ("sv", "en"):
        fitting = [found.id for found in steps(language, NOWHERE) if found.fits(role)]
        assert fitting == ([step] if step else [])


def test_a_coach_needs_about_six_months_and_twenty_sessions() -> None:
    [coach] = [step for step in steps("en", NOWHERE) if step.id == "senior-coach"]
    assert {item.target for item in coach.criteria if item.id in ("time", "sessions")} == {6, 20}


def test_an_own_file_is_read(tmp_path: Path) -> None:
    own = tmp_path / "advancement.toml"
    own.write_text(OWN)
    time = Criterion("time", "Time", Measure.MONTHS, 4)
    plan = Criterion("plan", "Has planned", Measure.YES_NO, 1)
    assert steps("sv", own) == (Step("lead", "Lead", ("developer",), (time, plan)),)


@pytest.mark.parametrize(
    ("right", "wrong", "line", "why"),
    [
        ('title = "Lead"', "", 1, "needs a title"),
        ('title = "Lead"', "title = 3", 2, "needs a title"),
        ('roles = ["developer"]', "roles = []", 3, "needs roles"),
        ('roles = ["developer"]', 'roles = "developer"', 3, "needs roles"),
        ('text = "Time"', 'text = " "', 6, "needs a text"),
        ('measure = "months"', 'measure = "weeks"', 7, "count, months or yes-no"),
        ("target = 4", "", 5, "whole number from 1"),
        ("target = 4", "target = 0", 8, "whole number from 1"),
        ("target = 4", "target = true", 8, "whole number from 1"),
        ("target = 4", "target = 4\nhurry = 1", 9, "“hurry” means nothing here"),
        ('title = "Lead"', 'title = "Lead', 2, "can't be read"),
        ("[lead]", 'loose = "x"\n[lead]', 1, "outside a step"),
    ],
)
def test_a_mistake_is_said_with_its_line(right: str, wrong: str, line: int, why: str) -> None:
    with pytest.raises(BadInput, match=why) as error:
        read_steps(OWN.replace(right, wrong, 1), "advancement.toml")
    assert (error.value.source, error.value.line) == ("advancement.toml", line)


def test_a_step_without_a_criterion_is_a_mistake() -> None:
    with pytest.raises(BadInput, match="has no criterion"):
        read_steps('[lead]\ntitle = "Lead"\nroles = ["x"]\n', "advancement.toml")


def test_a_file_that_is_no_text_is_refused_in_a_sentence(tmp_path: Path) -> None:
    own = tmp_path / "advancement.toml"
    own.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(BadInput, match="UTF-8"):
        steps("sv", own)
