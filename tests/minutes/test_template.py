"""From which version of the organisation's template a conversation and its ratings were made."""

from __future__ import annotations

import json
from dataclasses import replace

from ijtui.domain.record import Record
from ijtui.minutes import Format, render
from ijtui.words import in_language
from tests.assessing import an_assessment
from tests.minutes.build import a_conversation, a_record

WORDS = in_language("sv")
MADE_FROM = f"- **{WORDS('Template')}:** "


def made_from(version: int) -> Record:
    conversation = a_conversation()
    assessment = an_assessment()
    return a_record(
        conversation=replace(conversation, agenda=replace(conversation.agenda, version=version)),
        assessment=replace(assessment, profile=replace(assessment.profile, version=version)),
    )


def test_the_minutes_say_which_version_in_a_small_line() -> None:
    said = render(made_from(3), Format.MD).split("\n")
    for title in ("Utvecklingssamtal", "Utvecklare"):
        assert MADE_FROM + WORDS("{title}, version {number}", title=title, number=3) in said


def test_of_a_template_that_is_not_the_organisations_nothing_is_said() -> None:
    assert MADE_FROM not in render(made_from(0), Format.MD)
    data = json.loads(render(made_from(0), Format.JSON))
    assert (data["template"], data["assessment"]["version"]) == (None, 0)


def test_the_json_gives_its_name_and_number() -> None:
    data = json.loads(render(made_from(3), Format.JSON))
    assert data["template"] == {"id": "annual", "version": 3}
    assert data["assessment"]["version"] == 3
