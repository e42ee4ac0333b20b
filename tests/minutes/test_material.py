"""Minutes of conversations that look back: every line says where it comes from, and later changes nothing."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest

from ijtui.domain.action import Action, Outcome
from ijtui.domain.check_in import CheckIn, Course
from ijtui.domain.conversation import Conversation
from ijtui.domain.goal import Result
from ijtui.domain.material import Item, Material, Source
from ijtui.domain.record import Record
from ijtui.domain.text import TextKey, TextKind
from ijtui.minutes import Format, render
from ijtui.minutes.material_words import Teller
from ijtui.minutes.short import LONGEST
from ijtui.words import in_language
from tests.builders import a_goal, a_person, an_outcome
from tests.small_year import SmallYear, a_small_year, give


@pytest.fixture
def year(tmp_path: Path) -> SmallYear:
    return a_small_year(tmp_path, "en")


def record(year: SmallYear, conversation: int) -> Record:
    return year.room.desk.plans.record(year.room.me, conversation)


def note(year: SmallYear, conversation: int, question: str, text: str) -> None:
    year.room.write(year.room.me, TextKey(conversation, question, TextKind.SHARED), text)


def test_an_evaluation_builds_itself_from_the_year(year: SmallYear) -> None:
    note(year, year.evaluation.id, "assessment", "Ett starkt år.")
    text = render(record(year, year.evaluation.id), Format.MD)
    station = text[text.index("## The year behind") : text.index("## The long term")]
    headings = re.findall(r"^### (.*)", station, re.MULTILINE)
    assert headings[-1] == "The assessment of the year"
    assert headings[:5] == [
        "Goals and their course",
        "What the goals serve",
        "Agreements and what came of them",
        "Feedback given",
        "From the journal",
    ]
    assert len(headings) == 5 + 4
    for line in (
        "- D1 Leda ett delprojekt: 90 % (goal D1)",
        "  - 40 %, at risk. Två veckor sent, beställaren dröjer. (check-in 2026-06-15)",
        "- P1 Integrationen i drift: no check-in yet (goal P1)",
        "- E-tjänsten i drift före sommaren (goal D1)",
        "- Skriv om integrationen i handboken: carried out. Handboken används. (agreement 2026-10-07)",
        "- Erik: Första demon. Gick bättre än väntat. (journal 2026-05-12)",
        "Du höll ihop leveransen i maj. (feedback 2026-05-12)",
    ):
        assert line in station
    assert station.index("Första demon") < station.index("Ett starkt år.")
    assert "tröttsam" not in text
    assert "Säg till tidigare" not in text


def test_every_line_of_the_material_says_where_it_comes_from(year: SmallYear) -> None:
    text = render(record(year, year.evaluation.id), Format.MD)
    material = text[text.index("## The year behind") : text.index("### Goals and results")]
    lines = [line for line in material.splitlines() if line.lstrip().startswith("- ")]
    assert len(lines) == len(year.room.desk.material.of(year.room.me, year.evaluation).items)
    assert [line for line in lines if not re.search(r"\([^()]+ (D\d|P\d|\d{4}-\d\d-\d\d)\)$", line)] == []


def an_outcome_in(conversation: Conversation) -> Outcome:
    return an_outcome(on=date(2026, 12, 10), achieved="Kursen är gjord", conversation=conversation.id)


@pytest.mark.parametrize("form", Format)
def test_nothing_that_happens_later_changes_a_concluded_evaluation(year: SmallYear, form: Format) -> None:
    desk, room = year.room.desk, year.room
    begun = desk.conversations.begin(room.me, year.evaluation)
    agreed = desk.goals.add(room.me, begun, a_goal("Hålla i nästa projekt"))
    desk.actions.add(room.me, begun, Action(room.employee.id, begun.id, "Boka handledning"))
    desk.actions.evaluate(room.me, desk.actions.get(room.me, year.course.id), an_outcome_in(begun))
    held = desk.conversations.conclude(room.me, desk.conversations.get(room.me, begun.id))
    before = render(record(year, held.id), form)
    assert "Hålla i nästa projekt" in before
    room.clock.forward(days=40)
    today = room.clock.now.date()
    for number in (agreed.id, year.growing.id):
        told = CheckIn(number, today, 100, Course.OFF, "Senare")
        desk.goals.check_in(room.employee, desk.goals.get(room.employee, number), told)
        desk.goals.close(room.me, desk.goals.get(room.me, number), Result.DROPPED)
    back = CheckIn(year.delivering.id, date(2026, 3, 3), 5, Course.OFF, "I efterhand")
    desk.goals.check_in(room.employee, desk.goals.get(room.employee, year.delivering.id), back)
    entry = next(found for found in desk.journal.own(room.employee) if found.shared)
    desk.journal.remove(room.employee, entry.id)
    give(room, positive="Senare", opened=True)
    assert render(record(year, held.id), form) == before


def test_a_goal_agreed_now_gets_the_number_after_those_of_the_year(year: SmallYear) -> None:
    desk, room = year.room.desk, year.room
    begun = desk.conversations.begin(room.me, year.evaluation)
    desk.goals.add(room.me, begun, a_goal("Hålla i nästa projekt"))
    text = render(record(year, begun.id), Format.MD)
    assert "**D2 Hålla i nästa projekt**" in text
    assert text.count("Hålla i nästa projekt") == 1


def test_feedback_of_the_year_is_told_once(year: SmallYear) -> None:
    desk, room = year.room.desk, year.room
    begun = desk.conversations.begin(room.me, year.evaluation)
    give(room, positive="Du lyssnade i dag.", opened=True)
    text = render(record(year, begun.id), Format.MD)
    assert text.count("Du lyssnade i dag.") == 1


def test_both_sign_an_evaluation_and_nobody_a_quarter(year: SmallYear) -> None:
    assert "### Signatures" in render(record(year, year.evaluation.id), Format.MD)
    assert "### Signatures" not in render(record(year, year.quarter.id), Format.MD)


def test_a_quarter_opens_with_its_goals_and_follows_up_its_agreements(year: SmallYear) -> None:
    text = render(record(year, year.quarter.id), Format.MD)
    opening = text[text.index("## Evaluation") : text.index("### What was reached")]
    assert re.findall(r"^### (.*)", opening, re.MULTILINE)[-1] == "Follow-up of the previous plan"
    assert "D1 Leda ett delprojekt" in opening
    assert "Handboken används." in opening


def test_the_short_summary_of_a_quarter_goes_through_its_three_parts(year: SmallYear) -> None:
    desk, room = year.room.desk, year.room
    january = desk.conversations.begin(room.me, room.book(agenda=year.quarter.agenda, starts=room.clock.now))
    note(year, january.id, "worked", "Parprogrammering.")
    note(year, january.id, "feedback-to-manager", "Säg till tidigare.")
    note(year, january.id, "support-needed", "En dag i veckan.")
    desk.actions.add(room.me, january, Action(room.employee.id, january.id, "Boka handledning"))
    held = desk.conversations.conclude(room.me, desk.conversations.get(room.me, january.id))
    text = render(record(year, held.id), Format.SHORT)
    assert re.findall(r"^(\S.*):$", text, re.MULTILINE) == ["Evaluation", "Feedback", "Next steps"]
    told = text.split("\n\n")[1:]
    assert "- D1 Leda ett delprojekt: 90 %" in told[0]
    assert "What worked: Parprogrammering." in told[0]
    assert "Säg till tidigare." in told[1]
    assert told[2].startswith("Next steps:\n- Boka handledning")
    assert len(text) <= LONGEST


def test_json_carries_the_material_line_by_line(year: SmallYear) -> None:
    data = json.loads(render(record(year, year.evaluation.id), Format.JSON))
    entry = next(line for line in data["material"] if line["source"] == "entry")
    assert entry == {
        "source": "entry",
        "text": "Erik: Första demon. Gick bättre än väntat.",
        "day": "2026-05-12",
        "reference": "journal 2026-05-12",
    }
    annual = json.loads(render(record(year, year.room.conversation.id), Format.JSON))
    assert annual["material"] == []


def test_a_year_without_anything_says_so(year: SmallYear) -> None:
    desk, room = year.room.desk, year.room
    other = desk.people.add(room.me, a_person("Omar Haddad", manager=room.me.id))
    empty = room.book(agenda=year.evaluation.agenda, employee=other, starts=room.clock.now)
    assert "2026-01-01" in render(record(year, empty.id), Format.MD).split("### Goals and results")[0]


@pytest.mark.parametrize(("state", "said"), [("open", "agreement, due"), ("done", "agreement")])
def test_an_agreement_that_goes_on_says_when_it_is_due(year: SmallYear, state: str, said: str) -> None:
    teller = Teller(Material(date(2026, 1, 1), date(2026, 12, 10)), year.evaluation, in_language("en"))
    item = Item(Source.ACTION, "action:1", "Write it down", date(2027, 1, 31), value=state)
    assert teller.reference(item) == f"{said} 2027-01-31"


def test_a_reflection_is_told_by_what_it_says_and_not_by_the_form(year: SmallYear) -> None:
    teller = Teller(Material(date(2026, 1, 1), date(2026, 12, 10)), year.evaluation, in_language("en"))
    writer = year.evaluation.employee
    item = Item(
        Source.ENTRY, "entry:1", "Strengths", sort="reflection", said="I kept it together.", who=writer.id
    )
    assert teller.text(item) == f"{writer.first_name}, reflection: I kept it together."
