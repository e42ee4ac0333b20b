"""A direct message: never too long, cut at whole items."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from ijtui.domain.agenda import Section
from ijtui.domain.record import Record
from ijtui.minutes import Format, render
from ijtui.minutes.short import LONGEST
from tests.minutes.build import a_conversation, a_plan, a_question, a_record, an_action, an_agenda
from tests.minutes.hostile import nasty
from tests.minutes.reading import read
from tests.minutes.test_markdown import in_english
from tests.minutes.test_structure import hostile_records

WHOLE = """\
Utvecklingssamtal: Åsa Berg, 2026-11-21 (Sat w. 47)

Agreed actions:
- Skugga Omar i två beställarmöten (Åsa Berg, due 2027-01-31)
- Boka handledning (Maria Lind, due 2027-01-31)
- Se över larmen (Driftgruppen)

Goals:
- D1 Leda ett delprojekt från start till mål (due 2027-06-30)
- P1 Integrationen i drift

Follow-up of the previous plan:
- Kurs i tillgänglighet: partly
- Skriv handboken: not followed up yet

Feedback:
- From Maria Lind to Åsa Berg, positive: Du förklarade larmen för hela gruppen.
- From Maria Lind to Åsa Berg, support: Jag bokar tid varje vecka.

Shared notes:
- Resultat och uppdrag: Integrationen kom i drift i mars.

Parked questions:
- Samarbete och återkoppling
"""


def short(record: Record) -> str:
    return render(in_english(record), Format.SHORT)


def a_long_record(questions: int, actions: int) -> Record:
    agenda = an_agenda()
    asked = tuple(a_question(f"q{number}", f"Fråga {number}") for number in range(questions))
    stations = (replace(agenda.stations[0], sections=(Section("", asked),)), *agenda.stations[1:])
    return a_record(
        notes={question.id: f"Svar på {question.title}. " * 20 for question in asked},
        conversation=a_conversation(agenda=replace(agenda, stations=stations)),
        plan=a_plan(actions=tuple(an_action(f"Överenskommelse {number}") for number in range(actions))),
    )


def test_a_message_that_fits_is_whole() -> None:
    assert short(a_record()) == WHOLE


def test_what_has_no_room_is_counted() -> None:
    message = short(a_long_record(questions=20, actions=30))
    agreed, *_, notes, _ = message.split("\n\n")[1:]
    for part, there, all_of_them in ((agreed, "- Överenskommelse", 30), (notes, "- Fråga", 20)):
        items = part.splitlines()[1:]
        assert all(item.startswith(there) for item in items[:-1])
        assert items[-1] == f"- +{all_of_them - len(items) + 1} more"
    assert len(message) <= LONGEST


def test_a_long_list_doesnt_crowd_the_other_parts_out() -> None:
    message = short(a_long_record(questions=1, actions=400))
    assert "- D1 Leda ett delprojekt" in message
    assert "- Fråga 0: Svar på Fråga 0." in message


def test_a_long_item_is_cut_between_words() -> None:
    (note,) = (line for line in short(a_long_record(1, 0)).splitlines() if line.startswith("- Fråga 0"))
    assert note.endswith("…")
    assert note[:-1].split()[-1] in {"Svar", "på", "Fråga", "0"}
    assert 140 < len(note) <= 165


@settings(max_examples=60, deadline=None)
@given(record=hostile_records(), more=st.lists(nasty, max_size=5), length=st.sampled_from([1, 40, 2000]))
def test_a_message_never_outgrows_its_room(record: Record, more: list[str], length: int) -> None:
    actions = tuple(an_action((text + " x") * length) for text in more)
    message = render(replace(record, plan=replace(record.plan, actions=actions)), Format.SHORT)
    assert len(message) <= LONGEST
    told = read(message)
    assert told.headings() == []
    assert told.kinds.isdisjoint({"html_block", "html_inline", "fence", "code_block", "blockquote_open"})
