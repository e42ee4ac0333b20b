"""A form that comes back says what was written in it, whatever editors and mail have done to the file."""

from __future__ import annotations

import quopri
import random
import re
import textwrap
from collections.abc import Callable, Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ijtui.clean import clean
from ijtui.domain.agenda import Question, Section, Station
from ijtui.domain.conversation import Conversation, Party
from ijtui.domain.paper import Asked, Fate, Paper, Returned, changes
from ijtui.errors import BadInput
from ijtui.minutes.paper import Face, file_name, markdown
from ijtui.minutes.paper_read import code_of, read_paper
from ijtui.minutes.paper_text import text_of
from tests.builders import a_conversation, an_agenda
from tests.minutes.hostile import nasty

HINT = "Välj två eller tre saker och beskriv vad som hände, vem som var med, och vad det ledde till för er."
SPEECH = "åtgärd möte kursen blev bra, jag vill lära mig – “mer” 5 000 kr (snart) och så"
WORDS = st.lists(st.sampled_from(SPEECH.split()), min_size=1, max_size=40).map(" ".join)
PROSE = st.lists(WORDS, min_size=1, max_size=4).map("\n\n".join)
"""Some paragraphs of a person who writes in a mail."""


def talk(language: str = "sv") -> Conversation:
    """Return a conversation whose questions have hints of more than a line."""
    agenda = an_agenda(language=language)
    stations = tuple(
        Station(part.key, part.title, 15, "", (Section("", tuple(map(with_hint, part.questions))),))
        for part in agenda.stations
    )
    return a_conversation(agenda=an_agenda(language=language, stations=stations))


def with_hint(question: Question) -> Question:
    return Question(question.id, question.text, question.title, question.who, question.ask, HINT)


def a_paper(
    answers: Mapping[str, str] | None = None, language: str = "sv", *, on_paper: bool = True
) -> Paper:
    """Return the employee's form with these answers, each in its first version."""
    held, told = talk(language), answers or {}
    asked = tuple(
        Asked(question, number, station.title, told.get(question.id, ""), int(question.id in told))
        for number, (station, question) in enumerate(
            (
                (station, question)
                for station in held.agenda.stations
                for question in station.questions
                if question.is_for(Party.EMPLOYEE)
            ),
            1,
        )
    )
    return Paper(held, Party.EMPLOYEE, asked, on_paper)


IDS = [asked.question.id for asked in a_paper().asked]


def filled(paper: Paper, answers: Mapping[str, str]) -> str:
    """Write answers into the places for them, as a person does."""
    label = Face(paper).label
    parts = re.split(r"(?m)^(?=<!-- ijtui: )", markdown(paper))
    for at, part in enumerate(parts):
        question = part.split(" ")[2] if part.startswith("<!-- ijtui: ") else ""
        if question in answers:
            head, found, tail = part.partition(f"{label}\n\n")
            assert found
            parts[at] = f"{head}{found}{answers[question]}\n{tail}"
    return "".join(parts)


def read(data: bytes | str, paper: Paper) -> Returned:
    return read_paper(text_of(data.encode() if isinstance(data, str) else data, "form.md"), paper)


def said(returned: Returned) -> dict[str, str]:
    return {answer.question: answer.body for answer in returned.answers}


def loosely(answers: Mapping[str, str]) -> dict[str, list[str]]:
    """Return the words of the answers: breaks, spaces and kinds of quotation marks don't count."""
    plain = str.maketrans("“”’–", '""\'-')
    return {question: body.translate(plain).split() for question, body in answers.items() if body.strip()}


# What happens to a file


def crlf(text: str) -> bytes:
    return text.replace("\n", "\r\n").encode()


def latin(text: str) -> bytes:
    return text.encode("cp1252", "replace")


def hard_wrapped(text: str) -> bytes:
    lines = (
        textwrap.fill(line, 72, break_long_words=False, break_on_hyphens=False) for line in text.split("\n")
    )
    return "\n".join(lines).encode()


def flowed(text: str) -> bytes:
    wrapped = (
        " \n".join(textwrap.wrap(line, 71, break_long_words=False, break_on_hyphens=False))
        for line in text.split("\n")
    )
    return "\n".join(wrapped).encode()


def quoted(text: str) -> bytes:
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n")).encode()


def quoted_twice(text: str) -> bytes:
    return quoted(quoted(text).decode())


def printable(text: str) -> bytes:
    return quopri.encodestring(text.encode())


def printable_in_latin(text: str) -> bytes:
    return quopri.encodestring(latin(text))


def doubled(text: str) -> bytes:
    return text.encode().decode("latin-1").encode()


def hard_spaces(text: str) -> bytes:
    return text.replace(" ", "\u00a0").encode()


def smart(text: str) -> bytes:
    text = re.sub(r'"([^"\n]*)"', "“\\1”", text).replace("'", "’")
    return text.replace("<!--", "<!–").replace("-->", "–>").encode()


def no_empty_lines(text: str) -> bytes:
    return re.sub(r"\n{2,}", "\n", text).encode()


def no_comments(text: str) -> bytes:
    return re.sub(r"<!--.*?-->\n", "", text).encode()


def no_marks(text: str) -> bytes:
    return re.sub(r"(?m)^[#*]+ ?|[*]+$", "", no_comments(text).decode()).encode()


def signed(text: str) -> bytes:
    return f"{text}\n-- \nErik Ek\nUtvecklare\n".encode()


DAMAGES: list[Callable[[str], bytes]] = [
    str.encode,
    crlf,
    lambda text: text.encode("utf-8-sig"),
    lambda text: text.encode("utf-16"),
    lambda text: text.encode("utf-16-le"),
    lambda text: text.encode("utf-16-be"),
    lambda text: text.encode("utf-32"),
    latin,
    hard_wrapped,
    flowed,
    quoted,
    quoted_twice,
    lambda text: quoted(hard_wrapped(text).decode()),
    lambda text: hard_wrapped(quoted(text).decode()),
    lambda text: crlf(hard_wrapped(text).decode()),
    printable,
    printable_in_latin,
    doubled,
    hard_spaces,
    smart,
    no_empty_lines,
    no_comments,
    no_marks,
    lambda text: hard_wrapped(no_comments(text).decode()),
    lambda text: quoted(no_comments(text).decode()),
    signed,
]


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("language", ["sv", "en"])
@settings(max_examples=12, deadline=None)
@given(answers=st.dictionaries(st.sampled_from(IDS), PROSE, max_size=4))
def test_what_was_written_is_read_whatever_became_of_the_file(
    damage: Callable[[str], bytes], language: str, answers: dict[str, str]
) -> None:
    paper = a_paper(language=language)
    data = damage(filled(paper, answers))
    text = text_of(data, "form.md")
    assert code_of(text, "form.md")["code"] == paper.code
    returned = read_paper(text, paper)
    assert loosely(said(returned)) == loosely(answers)
    assert [rest.text for rest in returned.rest if not rest.is_signature] == []


@settings(max_examples=150, deadline=None)
@given(answers=st.dictionaries(st.sampled_from(IDS), nasty, max_size=5))
def test_hostile_text_that_is_stored_comes_back_as_it_is(answers: dict[str, str]) -> None:
    answers = {question: clean(body) for question, body in answers.items()}
    paper = a_paper(answers)
    for data in (markdown(paper).encode(), quoted(markdown(paper)), crlf(markdown(paper))):
        returned = read(data, paper)
        assert [change.fate for change in changes(paper, returned)] == [
            Fate.SAME for body in answers.values() if body.strip()
        ]
        assert returned.rest == ()


@settings(max_examples=150, deadline=None)
@given(answers=st.dictionaries(st.sampled_from(IDS), nasty, max_size=5))
def test_hostile_text_that_is_typed_is_read_as_text(answers: dict[str, str]) -> None:
    paper = a_paper()
    returned = read(filled(paper, answers).encode("utf-8", "replace"), paper)
    wanted = {question: clean(body.encode("utf-8", "replace").decode()) for question, body in answers.items()}
    assert loosely(said(returned)) == loosely(wanted)


def everything_of(paper: Paper) -> list[str]:
    """Return lines that are the form's own."""
    lines = [line for line in markdown(paper).split("\n") if line.strip()]
    return [*lines, f"\\{lines[0]}", f"\\\\{lines[0]}", f"> {lines[0]}", "Svar:", "Framtid"]


@settings(max_examples=100, deadline=None)
@given(data=st.data())
def test_an_answer_can_hold_the_lines_of_a_form(data: st.DataObject) -> None:
    lines = st.lists(st.sampled_from(everything_of(a_paper())), min_size=1, max_size=6).map("\n".join)
    answers = data.draw(st.dictionaries(st.sampled_from(IDS), lines, min_size=1, max_size=3))
    paper = a_paper(answers)
    for text in (markdown(paper), no_comments(markdown(paper)).decode()):
        returned = read(text, paper)
        if text == markdown(paper):
            assert {change.fate for change in changes(paper, returned)} == {Fate.SAME}
        else:
            kept = " ".join([*said(returned).values(), *(rest.text for rest in returned.rest)])
            assert kept


@settings(max_examples=40, deadline=None)
@given(answers=st.dictionaries(st.sampled_from(IDS), PROSE, max_size=7), seed=st.integers(0, 99))
def test_questions_may_be_put_in_another_order_and_some_removed(answers: dict[str, str], seed: int) -> None:
    paper = a_paper()
    head, *parts, end = re.split(r"(?m)^(?=<!-- ijtui: [^#])|^(?=<!-- ijtui: #end)", filled(paper, answers))
    chance = random.Random(seed)
    chance.shuffle(parts)
    kept = parts[: chance.randrange(len(parts) + 1)]
    left = {part.split(" ")[2] for part in kept}
    returned = read("".join([head, *kept, end]), paper)
    assert loosely(said(returned)) == loosely({key: body for key, body in answers.items() if key in left})


def test_a_hundred_thousand_characters_are_one_answer() -> None:
    paper, body = a_paper(), "ord " * 30_000
    assert said(read(filled(paper, {"results": body}), paper)) == {"results": body.rstrip()}


def test_headings_and_lists_in_an_answer_stay() -> None:
    body = "# Mitt år\n\n1. Resultat\n2. Mer\n\n## Framtiden, som jag ser den\n\n- [ ] kurs\n> citat"
    paper = a_paper()
    assert said(read(filled(paper, {"results": body}), paper)) == {"results": body}


def test_what_is_typed_above_the_place_for_it_is_an_answer_too() -> None:
    paper = a_paper()
    text = markdown(paper).replace(f"*{HINT}*", f"*{HINT}*\n\nOvanför.", 1)
    assert said(read(text, paper)) == {"results": "Ovanför."}


def test_an_answer_between_the_lines_of_a_reply_is_read() -> None:
    paper = a_paper()
    lines = quoted(markdown(paper)).decode().split("\n")
    at = next(number for number, line in enumerate(lines) if Face(paper).label in line)
    lines[at + 1 : at + 1] = ["", "Det gick bra.", "Och roligt.", ""]
    text = "\n".join(["Hej Maria, här kommer den!", "", "Den 21 november skrev Maria:", *lines])
    returned = read(text, paper)
    assert said(returned) == {"results": "Det gick bra.\nOch roligt."}
    assert [(rest.line, rest.text) for rest in returned.rest] == [
        (1, "Hej Maria, här kommer den!"),
        (3, "Den 21 november skrev Maria:"),
    ]


def test_of_the_form_that_was_answered_and_the_one_below_it_the_answer_counts() -> None:
    paper = a_paper({"proud": "Lanseringen"})
    text = filled(paper, {"results": "Ett svar"}) + quoted(markdown(paper)).decode()
    returned = read(text, paper)
    assert said(returned) == {"results": "Ett svar", "proud": "Lanseringen"}
    assert returned.doubled == frozenset()


def test_two_answers_to_one_question_are_both_taken_and_told() -> None:
    paper = a_paper()
    text = filled(paper, {"results": "Ett svar"}) + filled(paper, {"results": "Ett annat"})
    returned = read(text, paper)
    assert said(returned) == {"results": "Ett svar\n\nEtt annat"}
    assert returned.doubled == {"results"}


def test_a_form_for_a_question_that_is_not_asked_is_told_and_not_lost() -> None:
    paper = a_paper()
    text = filled(paper, {"results": "Ett svar"}).replace(
        "<!-- ijtui: proud -->", "<!-- ijtui: unknown -->\nOkänt svar\n\n<!-- ijtui: proud -->"
    )
    returned = read(text, paper)
    assert said(returned) == {"results": "Ett svar"}
    assert [rest.text for rest in returned.rest] == ["Okänt svar"]


def test_a_signature_is_told_apart_and_what_stands_below_the_form_is_kept() -> None:
    paper = a_paper()
    returned = read(markdown(paper) + "\nPS: vi ses!\n\n-- \nErik Ek\nUtvecklare\n", paper)
    assert [(rest.text, rest.is_signature) for rest in returned.rest] == [
        ("PS: vi ses!", False),
        ("-- \nErik Ek\nUtvecklare", True),
    ]


def test_lines_that_mail_broke_are_joined_and_those_of_the_writer_stay() -> None:
    paper = a_paper()
    long = "Ett långt stycke som mejlet kommer att bryta någonstans på vägen till dig. " * 3
    body = f"{long.rstrip()}\nEn rad.\nEn till."
    for damage in (hard_wrapped, flowed):
        assert said(read(damage(filled(paper, {"results": body})), paper)) == {"results": body}


def test_the_version_of_what_stood_there_comes_back() -> None:
    paper = a_paper({"results": "Förut"})
    for question, base in (("results", 1), ("proud", 0)):
        [answer] = [
            answer
            for answer in read(filled(paper, {question: "Nytt"}), paper).answers
            if answer.question == question
        ]
        assert answer.base == base
    lost = read(no_comments(filled(paper, {"results": "Nytt"})), paper)
    assert [answer.base for answer in lost.answers] == [None]


def test_the_line_of_an_answer_is_told() -> None:
    paper = a_paper()
    text = filled(paper, {"balance": "Lagom"})
    [answer] = read(text, paper).answers
    assert text.split("\n")[answer.line - 1] == "Lagom"


@pytest.mark.parametrize(
    ("data", "line"),
    [(b"", 1), (b"# Hej\n\nDet var inget.", 1), (b"\xff\xfea", 1), (b"\x00\x01\x02\x03" * 9, 1)],
)
def test_what_is_no_form_is_refused_with_its_line(data: bytes, line: int) -> None:
    with pytest.raises(BadInput) as refused:
        code_of(text_of(data, "form.md"), "form.md")
    assert (refused.value.source, refused.value.line) == ("form.md", line)


def test_two_forms_in_a_file_are_refused_with_the_line_of_the_second() -> None:
    one, other = a_paper(), a_paper()
    second = markdown(other).replace("-1-employee-", "-2-employee-")
    text = f"{markdown(one)}{second}"
    with pytest.raises(BadInput) as refused:
        code_of(text, "form.md")
    assert "-2-employee-" in text.split("\n")[refused.value.line - 1]


def test_the_form_says_who_sees_it_and_how_it_comes_back() -> None:
    other, own = markdown(a_paper(language="en")), markdown(a_paper(language="en", on_paper=False))
    assert "Maria Månsson reads it and enters it" in other
    assert "only you, Erik Ek, until you open it" in own
    assert "ijtui prep import" in own
    assert file_name(a_paper()) == "preparation-1-erik-ek.md"
