"""What minutes say, and in which order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ijtui.domain.action import Action, Extent, Outcome
from ijtui.domain.agenda import Agenda
from ijtui.domain.conversation import Mark, Progress
from ijtui.domain.feedback import Feedback
from ijtui.domain.goal import Responsible
from ijtui.domain.plan import Plan
from ijtui.domain.record import Record
from ijtui.minutes import Format, render
from ijtui.words import in_language, speak
from tests.minutes.build import (
    ASA,
    MARIA,
    a_conversation,
    a_goal,
    a_plan,
    a_record,
    an_action,
    an_agenda,
    an_empty_record,
)
from tests.minutes.reading import expected_headings, read

WHOLE = """\
# Utvecklingssamtal: Åsa Berg

- **Version:** 1
- **Date:** 2026-11-21 (Sat w. 47)
- **Time and place:** 09:00, 60 min, Rum Eken
- **Employee:** Åsa Berg, utvecklare, Digitala tjänster
- **Manager:** Maria Lind, enhetschef, Digitala tjänster
- **Author:** Maria Lind
- **Last revised:** 2026-11-21 (Sat w. 47) 10:42 by Åsa Berg

## Året som gått

### Follow-up of the previous plan

| Action | Who | Due | Carried out | What it gave | Goal reached |
| --- | --- | --- | --- | --- | --- |
| Kurs i tillgänglighet | Åsa Berg | 2027-01-31 | partly | Halva kursen gjord · Reason: Inställd | no |
| Skriv handboken | Åsa Berg | 2027-01-31 | not followed up yet | – | – |

### Resultat och uppdrag

*Vad säger ni om Resultat och uppdrag?*

Integrationen kom i drift i mars.

## Arbetsmiljö och hälsa

### Vardagen

#### Balans och arbetsbelastning

*Vad säger ni om Balans och arbetsbelastning?*

**Assessment:** watch

#### Samarbete och återkoppling

*Vad säger ni om Samarbete och återkoppling?*

**Parked**

### Bisyssla

*Vad säger ni om Bisyssla?*

**Answer:** no

### Feedback

**From Maria Lind to Åsa Berg**

**Positive**

Du förklarade larmen för hela gruppen.

**Support**

Jag bokar tid varje vecka.

## Framtiden

### Kommande uppdrag

No notes.

## Utvecklingsplan

### Goals

- **D1 Leda ett delprojekt från start till mål** (development goal)
  - **How we will know:** Det är utvärderat
  - **Contributes to:** En enklare vardag för invånarna
  - **Due:** 2027-06-30
  - **Support:** Omar handleder
  - **Responsible:** Åsa Berg
  - **Period:** 2027
  - **Progress:** 10 %
- **P1 Integrationen i drift** (performance goal)
  - **How we will know:** Det är utvärderat
  - **Contributes to:** En enklare vardag för invånarna
  - **Support:** Omar handleder
  - **Period:** 2027
  - **Progress:** 10 %

### Agreed actions

| No. | What | Who | Due | Comes from |
| --- | --- | --- | --- | --- |
| 1 | Skugga Omar i två beställarmöten | Åsa Berg | 2027-01-31 | D1 |
| 2 | Boka handledning | Maria Lind | 2027-01-31 | Samarbete och återkoppling |
| 3 | Se över larmen | Driftgruppen | – | – |

### Hur följer vi upp planen?

No notes.

### Parked questions

- Samarbete och återkoppling

### Signatures

| Name | Date | Signature |
| --- | --- | --- |
| Åsa Berg (employee) |  |  |
| Maria Lind (manager) |  |  |
"""


def in_english(record: Record) -> Record:
    conversation = record.conversation
    return replace(
        record,
        conversation=replace(conversation, agenda=replace(conversation.agenda, language="en")),
    )


def english(record: Record) -> str:
    return render(in_english(record), Format.MD)


def with_progress(question: str, progress: Progress) -> Record:
    return a_record(conversation=a_conversation(progress={question: progress}))


def with_actions(*actions: Action) -> Record:
    return a_record(plan=a_plan(actions=actions))


def test_the_whole_document() -> None:
    assert english(a_record()) == WHOLE


def test_minutes_speak_the_language_of_the_template_whoever_reads() -> None:
    speak("en")
    swedish, words = render(a_record(), Format.MD), in_language("sv")
    assert "2026-11-21 (lö v. 47)" in swedish
    assert f"### {words('Signatures')}" in swedish


@pytest.mark.parametrize("form", Format)
def test_the_same_conversation_gives_the_same_bytes(form: Format) -> None:
    assert render(a_record(), form) == render(a_record(), form)


@pytest.mark.parametrize("record", [a_record(), an_empty_record()], ids=["full", "empty"])
def test_the_headings_are_the_agendas(record: Record) -> None:
    assert read(render(record, Format.MD)).headings() == expected_headings(record)


def test_every_station_and_question_has_its_place_even_when_nothing_was_said() -> None:
    reading = read(english(an_empty_record()))
    assert reading.part("Kommande uppdrag").text().endswith("No notes.")
    assert reading.part("Goals").text().endswith("No goals agreed.")
    assert reading.part("Agreed actions").text().endswith("Nothing agreed.")
    assert reading.part("Follow-up of the previous plan").text().endswith("There was nothing to follow up.")
    assert reading.part("Parked questions").text().endswith("No parked questions.")


def test_a_conversation_that_was_never_concluded_is_a_draft() -> None:
    assert "- **Version:** draft\n" in english(an_empty_record())
    assert "- **Version:** 3\n" in english(a_record(conversation=a_conversation(edition=3)))


def test_a_conversation_without_a_time_says_so() -> None:
    assert "- **Date:** not booked yet\n- **Time and place:** 60 min\n" in english(an_empty_record())


def test_a_side_job_answered_no_is_an_answer() -> None:
    job = read(english(with_progress("bisyssla", Progress(choice="no")))).part("Bisyssla")
    assert job.text().endswith("**Answer:** no")


@pytest.mark.parametrize(("mark", "word"), [(Mark.FINE, "fine"), (Mark.WATCH, "watch"), (Mark.RISK, "risk")])
def test_a_mark_is_a_word(mark: Mark, word: str) -> None:
    assert f"**Assessment:** {word}\n" in english(with_progress("balans", Progress(mark=mark)))


def test_answer_mark_and_parking_share_a_line() -> None:
    progress = Progress(choice="yes", mark=Mark.RISK, parked=True)
    assert "**Answer:** yes · **Assessment:** risk · **Parked**\n" in english(
        with_progress("balans", progress)
    )


def test_private_preparations_and_opened_ones_stay_out_of_markdown() -> None:
    for form in (Format.MD, Format.DOCUSAURUS, Format.SHORT):
        assert "Åsas förberedelse" not in render(a_record(), form)


def test_a_question_that_is_its_own_title_is_not_said_twice() -> None:
    agenda = an_agenda()
    station = agenda.stations[0]
    question = replace(station.questions[0], text=station.questions[0].title)
    section = replace(station.sections[0], questions=(question,))
    stations = (replace(station, sections=(section,)), *agenda.stations[1:])
    told = read(english(a_record(conversation=a_conversation(agenda=replace(agenda, stations=stations)))))
    assert told.part("Resultat och uppdrag").text() == (
        "Resultat och uppdrag\nIntegrationen kom i drift i mars."
    )


def test_an_outcome_says_what_it_gave_and_why_not() -> None:
    outcome = Outcome(Extent.NO, date(2026, 11, 21), reason="Oklara krav")
    earlier = an_action("Skriv handboken", outcome=outcome)
    table = read(english(a_record(plan=a_plan(earlier=(earlier,))))).part("Follow-up of the previous plan")
    assert table.tables[0][1] == [
        "Skriv handboken",
        "Åsa Berg",
        "2027-01-31",
        "no",
        "Reason: Oklara krav",
        "–",
    ]


def test_an_action_names_who_does_it() -> None:
    told = english(
        with_actions(
            an_action("a"),
            an_action("b", responsible=Responsible.MANAGER),
            an_action("c", responsible=Responsible.OTHER, other="Omar"),
            an_action("d", responsible=Responsible.OTHER),
        )
    )
    assert [row[2] for row in read(told).part("Agreed actions").tables[0][1:]] == [
        "Åsa Berg",
        "Maria Lind",
        "Omar",
        "somebody else",
    ]


def test_an_action_names_its_goal_before_its_question() -> None:
    told = english(with_actions(an_action(goal=32, question="balans"), an_action(goal=99, question="balans")))
    assert [row[4] for row in read(told).part("Agreed actions").tables[0][1:]] == [
        "P1",
        "Balans och arbetsbelastning",
    ]


def test_a_goal_shows_only_what_was_filled_in() -> None:
    bare = a_goal("Bli trygg i driften", measure="", serves="", due=None, support="", period="", owner=None)
    told = english(a_record(plan=Plan((replace(bare, achievable="Ett pass i veckan"),), ())))
    assert (
        "- **D1 Bli trygg i driften** (development goal)\n"
        "  - **How it can be done:** Ett pass i veckan\n"
        "  - **Progress:** 10 %\n"
    ) in told


def test_feedback_names_who_gives_and_what_it_is_about() -> None:
    given = (
        Feedback(12, ASA.id, MARIA.id, improve="Säg till tidigare.", opened=True),
        Feedback(12, ASA.id, None, support="Kortare möten.", opened=True),
    )
    told = read(english(a_record(feedback=given))).part("Feedback").text()
    assert told.split("\n")[1:] == [
        "**From Åsa Berg to Maria Lind**",
        "**Could be better**",
        "Säg till tidigare.",
        "**From Åsa Berg about how we talk**",
        "**Support**",
        "Kortare möten.",
    ]


def test_an_agenda_with_empty_stations_still_has_them_all() -> None:
    empty = tuple(replace(station, sections=()) for station in an_agenda().stations)
    record = a_record(conversation=a_conversation(agenda=an_agenda(stations=empty)))
    headings = read(render(record, Format.MD)).headings()
    assert [title for level, title in headings if level == 2] == [station.title for station in empty]


def test_a_language_that_is_not_known_speaks_english() -> None:
    agenda: Agenda = an_agenda(language="fi")
    assert "### Signatures" in render(a_record(conversation=a_conversation(agenda=agenda)), Format.MD)
