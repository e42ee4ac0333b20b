"""Builders: a conversation as full as one gets, and its parts for tests to exchange."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from ijtui.domain.action import Action, Extent, Outcome
from ijtui.domain.agenda import Agenda, Ask, Kind, Question, Section, Station, StationKey, Task
from ijtui.domain.conversation import Conversation, Mark, Party, Progress, State
from ijtui.domain.feedback import Feedback
from ijtui.domain.goal import Goal, GoalKind, Responsible
from ijtui.domain.order import a_turn
from ijtui.domain.person import Person
from ijtui.domain.plan import Plan
from ijtui.domain.record import Record
from ijtui.domain.signature import Answer, Method, Signature, Version
from ijtui.domain.signed_plan import SignedPlan, text_of

ASA = Person("Åsa Berg", role="utvecklare", unit="Digitala tjänster", login="asabe", id=2)
MARIA = Person("Maria Lind", role="enhetschef", unit="Digitala tjänster", id=1)


def a_question(id_: str, title: str = "", **more: Any) -> Question:
    return Question(id=id_, text=f"Vad säger ni om {title or id_}?", title=title or id_.capitalize(), **more)


def an_agenda(**changes: Any) -> Agenda:
    results, balance, together, job, coming, agreed = (
        a_question("resultat", "Resultat och uppdrag"),
        a_question("balans", "Balans och arbetsbelastning"),
        a_question("samarbete", "Samarbete och återkoppling"),
        a_question("bisyssla", "Bisyssla", ask=Ask.YES_NO),
        a_question("uppdrag", "Kommande uppdrag"),
        a_question("plan", "Hur följer vi upp planen?"),
    )
    agenda = Agenda(
        id="annual",
        title="Utvecklingssamtal",
        language="sv",
        kind=Kind.ANNUAL,
        minutes=60,
        stations=(
            Station(StationKey.YEAR_BEHIND, "Året som gått", 15, "Blicka bakåt.", (Section("", (results,)),)),
            Station(
                StationKey.WORK_ENVIRONMENT,
                "Arbetsmiljö och hälsa",
                15,
                "",
                (Section("Vardagen", (balance, together)), Section("", (job,))),
            ),
            Station(StationKey.FUTURE, "Framtiden", 15, "", (Section("", (coming,)),)),
            Station(StationKey.DEVELOPMENT_PLAN, "Utvecklingsplan", 15, "", (Section("", (agreed,)),)),
        ),
        checklist=(Task("boka", "Boka ett ostört rum"),),
    )
    return replace(agenda, **changes)


def a_conversation(**changes: Any) -> Conversation:
    conversation = Conversation(
        agenda=an_agenda(),
        employee=ASA,
        manager=MARIA,
        starts=datetime(2026, 11, 21, 9, 0),
        place="Rum Eken",
        state=State.HELD,
        edition=1,
        progress={
            "balans": Progress(done=True, mark=Mark.WATCH),
            "bisyssla": Progress(done=True, choice="no"),
            "samarbete": Progress(parked=True),
        },
        used={StationKey.YEAR_BEHIND: 900},
        checked=frozenset({"boka"}),
        opened=frozenset({Party.EMPLOYEE}),
        id=12,
        version=7,
    )
    return replace(conversation, **changes)


def a_goal(title: str = "Leda ett delprojekt från start till mål", **changes: Any) -> Goal:
    goal = Goal(
        person=ASA.id,
        title=title,
        measure="Det är utvärderat",
        serves="En enklare vardag för invånarna",
        due=date(2027, 6, 30),
        support="Omar handleder",
        period="2027",
        progress=10,
        id=31,
    )
    return replace(goal, **changes)


def an_action(what: str = "Skugga Omar i två beställarmöten", **changes: Any) -> Action:
    return replace(
        Action(employee=ASA.id, conversation=12, what=what, due=date(2027, 1, 31), id=41), **changes
    )


def a_plan(**changes: Any) -> Plan:
    plan = Plan(
        goals=(
            a_goal(),
            a_goal("Integrationen i drift", kind=GoalKind.PERFORMANCE, owner=None, due=None, id=32),
        ),
        actions=(
            an_action(goal=31),
            an_action("Boka handledning", responsible=Responsible.MANAGER, question="samarbete", id=42),
            an_action("Se över larmen", responsible=Responsible.OTHER, other="Driftgruppen", due=None, id=43),
        ),
        earlier=(
            an_action(
                "Kurs i tillgänglighet",
                conversation=3,
                outcome=Outcome(
                    Extent.PARTLY,
                    date(2026, 11, 21),
                    achieved="Halva kursen gjord",
                    goal_reached=Extent.NO,
                    reason="Inställd",
                    conversation=12,
                ),
                id=21,
            ),
            an_action("Skriv handboken", conversation=3, id=22),
        ),
        parked=(a_question("samarbete", "Samarbete och återkoppling"),),
    )
    return replace(plan, **changes)


def a_record(notes: dict[str, str] | None = None, **changes: Any) -> Record:
    record = Record(
        conversation=a_conversation(),
        notes={"resultat": "Integrationen kom i drift i mars."} if notes is None else notes,
        opened={Party.EMPLOYEE: {"balans": "Åsas förberedelse"}, Party.MANAGER: {}},
        plan=a_plan(),
        feedback=(
            Feedback(
                conversation=12,
                giver=MARIA.id,
                receiver=ASA.id,
                positive="Du förklarade larmen för hela gruppen.",
                support="Jag bokar tid varje vecka.",
                opened=True,
                given=datetime(2026, 11, 21, 9, 40),
                id=51,
            ),
        ),
        revised=datetime(2026, 11, 21, 10, 42, 3),
        revised_by=ASA,
    )
    return replace(record, **changes)


def a_version(*answers: Signature, **changes: Any) -> Version:
    """Return a signed plan: by both, Åsa with a reservation, unless other answers are given."""
    text = replace(text_of(a_conversation(), a_plan(), A_TURN), version=3, salt="5a" * 32)
    text = replace(text, **changes)
    at = datetime(2026, 11, 21, 10, 45)
    both = (
        Signature(7, ASA.id, Answer.SIGNED, Method.SESSION, at, "Jag hinner inte båda."),
        Signature(7, MARIA.id, Answer.SIGNED, Method.INITIALS, at, initials="ML"),
    )
    return Version(SignedPlan(text, text.hash(), MARIA.id, at, 7), answers or both)


A_TURN = {12: a_turn(12, MARIA.id, datetime(2026, 11, 21, 9, 0), datetime(2026, 11, 21, 9, 0), is_over=True)}


def an_empty_record() -> Record:
    return a_record(
        notes={},
        conversation=a_conversation(starts=None, place="", edition=0, progress={}, state=State.BOOKED),
        opened={},
        plan=Plan((), ()),
        feedback=(),
        revised=None,
        revised_by=None,
    )
