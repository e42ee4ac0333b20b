"""A Docusaurus page: front matter whose values mean only themselves, and nothing that MDX would run."""

from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import given, settings
from markdown_it import MarkdownIt

from ijtui.clean import clean, clean_line
from ijtui.domain.agenda import Kind
from ijtui.domain.person import Person
from ijtui.minutes import Format, render
from tests.minutes.build import a_conversation, a_record, an_agenda, an_empty_record
from tests.minutes.hostile import nasty


def front_matter(page: str) -> dict[str, object]:
    opening, front, _ = page.split("---\n", 2)
    assert opening == ""
    pairs = (line.split(": ", 1) for line in front.splitlines())
    return {key: json.loads(value) for key, value in pairs}


def test_the_front_matter_names_the_page() -> None:
    agenda = an_agenda(language="en", kind=Kind.QUARTERLY)
    page = render(a_record(conversation=a_conversation(agenda=agenda)), Format.DOCUSAURUS)
    assert front_matter(page) == {
        "id": "minutes-12-2026-11-21-asa-berg",
        "title": "Utvecklingssamtal: Åsa Berg",
        "slug": "/minutes-12-2026-11-21-asa-berg",
        "sidebar_label": "Åsa Berg 2026-11-21",
        "tags": ["quarterly 1:1", "2026"],
    }


def test_a_conversation_without_a_day_has_no_year() -> None:
    front = front_matter(render(an_empty_record(), Format.DOCUSAURUS))
    assert (front["id"], front["sidebar_label"]) == ("minutes-12-asa-berg", "Åsa Berg")
    assert len(str(front["tags"]).split(",")) == 1


def test_what_follows_is_the_same_minutes() -> None:
    page = render(a_record(), Format.DOCUSAURUS)
    assert page.split("\n---\n\n", 1)[1] == render(a_record(), Format.MD)


@settings(max_examples=100, deadline=None)
@given(nasty)
def test_no_name_can_end_the_front_matter(name: str) -> None:
    conversation = a_conversation()
    hostile = replace(conversation, employee=Person(name, id=2))
    front = front_matter(render(a_record(conversation=hostile), Format.DOCUSAURUS))
    assert list(front) == ["id", "title", "slug", "sidebar_label", "tags"]
    assert front["title"] == clean_line(f"Utvecklingssamtal: {clean(name)}")


@settings(max_examples=150, deadline=None)
@given(nasty)
def test_braces_and_angle_brackets_stand_in_code_or_are_escaped(text: str) -> None:
    page = render(a_record(notes={"balans": text}), Format.DOCUSAURUS)
    apart = MarkdownIt("commonmark").enable("table").disable("text_join")  # escaped characters stay apart
    inner = (child for token in apart.parse(page) for child in token.children or ())
    plain = "".join(child.content for child in inner if child.type == "text")
    assert "{" not in plain
    assert "<" not in plain
