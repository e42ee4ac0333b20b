"""The page about competence sets says what is so: its example can be used, its errors are the real ones."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import pytest

from ijtui.content.competence_file import load_profile
from ijtui.content.problems import Problems
from ijtui.words import in_language

PAGE = (Path(__file__).parents[2] / "docs" / "competences.md").read_text("utf-8")


def indented(beginning: str) -> str:
    """The example on the page that begins so."""
    found = re.search(rf"^    {re.escape(beginning)}(?:.*\n(?:    .*\n|\n(?=    ))*)", PAGE, re.MULTILINE)
    assert found
    return textwrap.dedent(found[0])


def test_the_example_can_be_used_as_it_stands() -> None:
    profile = load_profile(indented("title = "), "nurse.sv.toml", "en")
    assert (profile.id, profile.language, profile.roles) == ("nurse", "sv", ("sjuksköterska", "ssk"))
    assert [item.id for item in profile.competences] == ["medication", "encounter", "handover"]


def test_the_errors_are_the_real_ones_on_their_lines() -> None:
    wrong = indented("title = ").replace("required", "requird", 1)
    wrong = re.sub(r"    \"Utvecklar .*\n", "", wrong)
    with pytest.raises(Problems) as problems:
        load_profile(wrong, "nurse.sv.toml", "sv")
    told = [in_language("en").explain(error) for error in problems.value.found]
    for line in indented("nurse.sv.toml:").splitlines():
        assert line in told
