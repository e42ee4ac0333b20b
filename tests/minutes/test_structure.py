"""Whatever anybody typed, and wherever: the document keeps the structure that the agenda gives it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ijtui.clean import clean_line
from ijtui.domain.action import Extent, Outcome
from ijtui.domain.agenda import Agenda, Station
from ijtui.domain.feedback import Feedback
from ijtui.domain.goal import Responsible
from ijtui.domain.person import Person
from ijtui.domain.record import Record
from ijtui.minutes import Format, render
from tests.minutes.build import (
    ASA,
    MARIA,
    a_conversation,
    a_goal,
    a_plan,
    a_record,
    an_action,
    an_agenda,
)
from tests.minutes.hostile import nasty
from tests.minutes.reading import Part, Reading, body, expected_headings, read
from tests.minutes.test_typed import WITHOUT_LINKS

PAGES = (Format.MD, Format.DOCUSAURUS)
HARMLESS_LINK = ("http://", "https://", "mailto:")


def reading(record: Record, form: Format) -> Reading:
    text = render(record, form)
    return read(body(text) if form is Format.DOCUSAURUS else text)


@st.composite
def hostile_records(draw: st.DrawFn) -> Record:
    """A record where every text is hostile: names, titles, the template, notes, the plan, feedback."""

    def text() -> str:
        return draw(nasty)

    def name() -> str:
        return f"{WITHOUT_LINKS.sub('', text())} x"  # the domain refuses a name without anything in it

    conversation = a_conversation(
        agenda=_spoiled(an_agenda(title=name()), name),
        employee=Person(name(), role=text(), unit=text(), id=ASA.id),
        manager=Person(name(), role=text(), unit=text(), id=MARIA.id),
        place=text(),
    )
    goal = a_goal(
        name(), measure=text(), achievable=text(), serves=text(), support=text(), period=text(), id=31
    )
    outcome = (
        Outcome(Extent.PARTLY, conversation.starts.date(), achieved=text(), reason=text())
        if conversation.starts
        else None
    )
    return a_record(
        notes={question.id: text() for question in conversation.agenda.questions()},
        conversation=conversation,
        plan=a_plan(
            goals=(goal,),
            actions=(an_action(name(), responsible=Responsible.OTHER, other=text()), an_action(name())),
            earlier=(an_action(name(), outcome=outcome),),
            parked=tuple(conversation.agenda.questions())[:2],
        ),
        feedback=(Feedback(12, ASA.id, MARIA.id, text(), text(), text(), opened=True),),
        revised_by=Person(name(), id=1),
    )


def _spoiled(agenda: Agenda, name: Any) -> Agenda:
    def station(old: Station) -> Station:
        sections = tuple(
            replace(
                section,
                title=name() if section.title else "",
                questions=tuple(
                    replace(question, title=name(), text=name()) for question in section.questions
                ),
            )
            for section in old.sections
        )
        return replace(old, title=name(), intro=name(), sections=sections)

    return replace(agenda, stations=tuple(station(old) for old in agenda.stations))


@pytest.mark.parametrize("form", PAGES)
@settings(max_examples=60, deadline=None)
@given(record=hostile_records())
def test_headings_are_exactly_the_agendas_and_nothing_is_alive(form: Format, record: Record) -> None:
    told = reading(record, form)
    assert told.headings() == expected_headings(record)
    assert told.kinds.isdisjoint({"html_block", "html_inline", "image"})
    assert told.environment.get("references", {}) == {}
    assert all(link.lower().startswith(HARMLESS_LINK) for link in told.links)


@pytest.mark.parametrize("form", PAGES)
@settings(max_examples=40, deadline=None)
@given(record=hostile_records())
def test_tables_keep_their_rows_and_cells(form: Format, record: Record) -> None:
    told, plan = reading(record, form), record.plan
    follow_up = told.parts[2]
    agreed, signed = told.parts[-4], told.parts[-1]
    assert _size(follow_up) == (1 + len(plan.earlier), 6)
    assert _size(signed) == (3, 3)
    assert agreed.level == signed.level == 3
    found = next(part for part in told.parts if part.tables and len(part.tables[0][0]) == 5)
    assert _size(found) == (1 + len(plan.actions), 5)
    assert [row[1] for row in found.tables[0][1:]] == [clean_line(action.what) for action in plan.actions]


def _size(part: Part) -> tuple[int, int]:
    (table,) = part.tables
    assert len({len(row) for row in table}) == 1
    return len(table), len(table[0])


@pytest.mark.parametrize("form", PAGES)
@settings(max_examples=100, deadline=None)
@given(note=nasty, question=st.sampled_from(["resultat", "balans", "bisyssla", "uppdrag", "plan"]))
def test_a_note_changes_nothing_but_its_own_section(form: Format, note: str, question: str) -> None:
    calm = reading(a_record(notes={}), form)
    spoiled = reading(a_record(notes={question: note}), form)
    asked = a_conversation().agenda.question(question)
    assert asked
    assert spoiled.headings() == calm.headings()
    for before, after in zip(calm.parts, spoiled.parts, strict=True):
        assert before.title == asked.title or before.shape == after.shape


def test_a_hundred_kilobytes_stay_in_their_section() -> None:
    record = a_record(notes={"balans": ("# rubrik\n<div>\n```\n" * 6000)[:100_000]})
    assert read(render(record, Format.MD)).headings() == expected_headings(record)
