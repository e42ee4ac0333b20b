"""Whatever lies in a template's file, it is read or refused in sentences, and soon."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ijtui.clean import UNSAFE, UNSAFE_IN_A_LINE
from ijtui.content.agenda import check_agenda, examine, load_agenda
from ijtui.content.feedback import load_feedback
from ijtui.content.problems import Problems
from ijtui.content.source import MOST_BYTES, MOST_LINES, decoded, read_file
from ijtui.domain.agenda import is_complete
from ijtui.domain.agenda_json import agenda_from_json, agenda_to_json
from ijtui.domain.template import FeedbackTemplate
from ijtui.errors import BadInput
from ijtui.words import explain

PIECES = [
    "# ", "## Framtiden", "- ", "  - ", "1. ", "> ", "**", "*", "`", "```", "~~~", "---", "===", "|", "\n",
    "\n\n", "    ", "\t", "?", ":", "{#a}", "{who=employee}", "{station=future minutes=5}", "{", "}", "{%",
    '{a="', "#", "=", "[ ] ", "[", "](", ")", "<b>", "<!--", "-->", "</script>", "&#x1b;", "&#8238;", "\\",
    "\x1b[31m", "\x00", "\u202e", "\ud800", "\u2028", "\ufeff", "\r\n", "å", "Hur mår du", "kind: annual",
    "id: x", "minutes: 60", "‹", "›", "(15 min)", "•", "é", "e\u0301", "🙂",
]  # fmt: skip
TOPS = ["", "---\n", "---\nid: a\n", "---\nid: a\n---\n", "# Samtal\n"]
pieces = st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=60).map("".join)
templates = st.builds(str.__add__, st.sampled_from(TOPS), pieces)


def feedback_or_problems(text: str) -> tuple[FeedbackTemplate, ...] | tuple[BadInput, ...]:
    try:
        return load_feedback(text, "x.md", "en")
    except Problems as problems:
        return problems.found


@settings(max_examples=300, deadline=None)
@given(templates)
def test_any_text_becomes_an_agenda_or_sentences(text: str) -> None:
    examined = examine(text, "x.md", "sv")
    lines = text.count("\n") + text.count("\r") + 1
    for found in examined.problems:
        said = explain(found)
        assert not UNSAFE_IN_A_LINE.search(said)
        assert 1 <= found.line <= lines
    agenda = examined.agenda
    assert (agenda is None) == bool(examined.problems)
    if agenda:
        assert is_complete(agenda.kind, agenda.order)
        assert not UNSAFE.search(agenda_to_json(agenda))
        assert agenda_from_json(agenda_to_json(agenda)) == agenda
        ids = [question.id for question in agenda.questions()]
        assert ids
        assert len(set(ids)) == len(ids)
        assert not any(
            "\n" in question.text + question.title + question.hint for question in agenda.questions()
        )


@settings(max_examples=200, deadline=None)
@given(templates)
def test_any_text_becomes_feedback_templates_or_sentences(text: str) -> None:
    found = feedback_or_problems(text)
    assert found
    for one in found:
        if isinstance(one, BadInput):
            assert not UNSAFE_IN_A_LINE.search(explain(one))
        else:
            assert not UNSAFE.search(one.title + one.body)


@settings(max_examples=100, deadline=None)
@given(templates)
def test_the_same_text_always_gives_the_same_agenda(text: str) -> None:
    assert examine(text, "x.md", "sv").agenda == examine(text, "x.md", "sv").agenda


@pytest.mark.parametrize(
    "text",
    [
        "{%" * 120_000,
        "{a}\n" * (MOST_LINES - 1),
        "*a **b " * 30_000,
        ">" * 100_000,
        "- " * 100_000 + "x",
        "\n".join("  " * depth + "- a?" for depth in range(500)),
        "# a?\n" + "x\n\n" * 2_400,
        "1. a:\n   - b:\n     - c?\n" * 1_600,
        "---\n" + "a: b\n" * 4_000,
        "- " + "å" * 120_000,
        "&#x1b;" * 30_000,
        "\x00\x1b\u202e" * 50_000,
        "<a b='" * 30_000,
    ],
    ids=lambda text: repr(text[:12]),
)
def test_a_hundred_kilobytes_of_anything_are_bounded(text: str) -> None:
    examined = examine(text, "x.md", "sv")
    assert examined.agenda or examined.problems


def test_control_characters_in_a_question_are_gone() -> None:
    (question,) = load_agenda("- Hur \x1b[31mmår\u202e du\x00\ud800? &#8238;", "x.md", "sv").questions()
    assert question.text == "Hur [31mmår du?"


def test_markup_of_the_screen_is_text() -> None:
    (question,) = load_agenda("- Vad betyder [x] och [@click=app.quit]här[/]?", "x.md", "sv").questions()
    assert question.text == "Vad betyder [x] och [@click=app.quit]här[/]?"


def test_html_is_left_out() -> None:
    text = "<script>\nalert(1)\n</script>\n\n- Hur <img src=x onerror=y>mår du?\n\n<div>\n- Dold?\n</div>\n"
    agenda = load_agenda(text, "x.md", "sv")
    assert [question.text for question in agenda.questions()] == ["Hur mår du?"]


def test_too_many_questions_are_refused_at_the_first_too_many() -> None:
    (found,) = check_agenda("# T\n" + "- a?\n" * 300, "x.md")
    assert explain(found) == "x.md:202: There are 300 questions or tasks. Expected at most 200."


def test_too_long_a_text_is_refused_before_it_is_read() -> None:
    (found,) = check_agenda("x" * (MOST_BYTES + 1), "x.md")
    assert explain(found) == "x.md: The file is too large; a template has room for 256 kB."
    (found,) = check_agenda("\n" * 6_000, "x.md")
    assert explain(found) == "x.md:5001: The file has 6000 lines; a template has room for 5000."


@pytest.mark.parametrize(
    ("data", "line"),
    [("hej\nhallå".encode("latin-1"), 2), ("# Å".encode("utf-16"), 1), (b"\xff", 1)],
    ids=["latin-1", "utf-16", "no text"],
)
def test_another_encoding_is_told_with_its_line(data: bytes, line: int) -> None:
    with pytest.raises(BadInput, match="UTF-8") as caught:
        decoded(data, "x.md")
    assert caught.value.line == line


def test_a_byte_order_mark_is_no_text() -> None:
    assert decoded(b"\xef\xbb\xbf# A", "x.md") == "# A"


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.md", Path("/dev/zero"), tmp_path / ("x" * 300), Path("a\0b")):
        with pytest.raises(BadInput, match=r"There is no such file|can't be read"):
            read_file(path)


def test_a_large_file_is_not_read_whole(tmp_path: Path) -> None:
    large = tmp_path / "large.md"
    with large.open("wb") as stream:
        stream.truncate(10 * 1024**3)  # sparse: reading it all would take the machine's memory
    with pytest.raises(BadInput, match="too large"):
        read_file(large)


def test_what_was_typed_is_shortened_in_the_sentence() -> None:
    (found, *_others) = check_agenda(f"---\n{'k' * 5_000}: 1\n---\n- a?", "x.md")
    assert re.search("“k{40}” is not known here", explain(found))
