"""What an author can say in a file of feedback templates."""

from __future__ import annotations

import pytest

from ijtui.content.feedback import load_feedback
from ijtui.content.problems import Problems
from ijtui.domain.template import FeedbackTemplate, TemplatePart, next_place
from ijtui.words import explain


def load(text: str, source: str = "nurse.md") -> tuple[FeedbackTemplate, ...]:
    return load_feedback(text, source, "sv")


def told(text: str) -> list[str]:
    with pytest.raises(Problems) as caught:
        load(text)
    return [explain(found) for found in caught.value.found]


def test_a_heading_is_a_template_and_what_is_below_it_its_text() -> None:
    text = """\
---
role: nurse
language: en
---

Anything up here is for the author.

## Good · nurse {#calm part=positive}

You stayed calm when ‹situation›, and

- ‹first effect›
- ‹second effect›

{part=support #rest}
Support
-------
I will see to ‹what›.
"""
    calm, rest = load(text)
    assert calm == FeedbackTemplate(
        "calm",
        "Good · nurse",
        "nurse",
        TemplatePart.POSITIVE,
        "en",
        "You stayed calm when ‹situation›, and\n\n- ‹first effect›\n- ‹second effect›",
    )
    assert (rest.id, rest.part, rest.body) == ("rest", TemplatePart.SUPPORT, "I will see to ‹what›.")


def test_without_attributes_the_heading_says_the_part_and_the_file_the_role() -> None:
    titles = ["Bra insats", "Kan bli bättre", "Stöd", "Mål", "Överenskommelse", "Bra insats"]
    found = load("\n".join(f"# {title}\nText." for title in titles))
    assert [template.part for template in found] == [
        TemplatePart.POSITIVE,
        TemplatePart.IMPROVE,
        TemplatePart.SUPPORT,
        TemplatePart.GOAL,
        TemplatePart.AGREEMENT,
        TemplatePart.POSITIVE,
    ]
    assert {template.role for template in found} == {"nurse"}
    assert [template.id for template in found if template.part is TemplatePart.POSITIVE] == [
        "bra-insats",
        "bra-insats-2",
    ]


def test_what_is_wrong_is_told_with_its_line() -> None:
    text = """\
---
role: Nurse Practitioner
kind: annual
---
# Tack
Du ‹vad gjorde.
# Bra {part=nice who=me}
# Stöd
‹a ‹b› c›
"""
    assert told(text) == [
        "nurse.md:2: “Nurse Practitioner” can't be an id. Expected small letters a–z, digits and hyphens, "
        "at most 60.",
        "nurse.md:3: “kind” is not known here. Expected one of: role, language.",
        "nurse.md:5: It is not clear what “Tack” is for. Expected part= and one of: "
        "positive, improve, support, goal, agreement.",
        "nurse.md:6: A place to fill in has only one of its marks. Expected ‹what›, at most 60 letters.",
        "nurse.md:7: “nice” can't be the part. Expected one of: positive, improve, support, goal, agreement.",
        "nurse.md:7: “who” is not known here. Expected one of: id, part.",
        "nurse.md:7: There is nothing here. Expected at least one letter.",
        "nurse.md:9: A place to fill in has only one of its marks. Expected ‹what›, at most 60 letters.",
    ]


def test_a_file_without_headings_holds_no_template() -> None:
    assert told("Bara text.") == [
        "nurse.md:1: There is no template here. Expected headings with a text below each of them."
    ]


def test_too_many_templates_are_refused() -> None:
    (sentence,) = told("# Bra\nJa.\n" * 201)
    assert sentence == "nurse.md:401: There are 201 templates. Expected at most 200."


def test_the_next_place_to_fill_in_is_found_from_anywhere() -> None:
    text = "När ‹vad› ledde det till ‹följd›."
    assert next_place(text) == (4, 9)
    assert next_place(text, 5) == (25, 32)
    assert next_place(text, 26) is None
    assert next_place("2 < 3 › ‹‹", 0) is None
