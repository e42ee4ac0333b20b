"""One table: who may read which record in which state. What is not in it fails.

Each line is asked in three ways: of the rule (`domain.access`), of the service that a screen asks, and of
the file itself through the wall of a session, with a statement that forgets to say whose.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from ijtui.data.competence import Assessments
from ijtui.data.feedback import FeedbackRows
from ijtui.data.handover import Handovers
from ijtui.data.wall import DECLARED
from ijtui.data.wall.census import LOOKOUTS
from ijtui.domain import access
from ijtui.domain.account import Office
from ijtui.domain.conversation import Conversation, Party
from ijtui.domain.passing_on import may_read_signed_plan
from ijtui.domain.person import Person
from ijtui.domain.text import Text, TextKey, TextKind
from ijtui.domain.visibility import Visibility
from ijtui.errors import NotAllowed, NotFound
from ijtui.services.desk import Desk
from tests.builders import preparation, private, shared
from tests.services.organisation import TODAY, Organisation, Role, an_organisation

EMPLOYEE, MANAGER = frozenset({Role.EMPLOYEE}), frozenset({Role.MANAGER})
TWO = EMPLOYEE | MANAGER
LATER = TWO | {Role.SUCCESSOR}
HEAD = TWO | {Role.NEXT}
HANDED = TWO | {Role.EARLIER}
INSIDE = frozenset(Role) - {Role.ENDED}
WRITERS = frozenset({Role.HR})

Rule = Callable[[Organisation, Person], bool]
Asks = Callable[[Organisation, Desk, Person], object]


@dataclass(frozen=True)
class Record:
    """One kind of record in one state.

    Attributes:
        who: the roles that may read it.
        sees: the same in one word.
        sql: finds the row; what is not to be read is NULL or not there.
        rule: what `access` says, where there is a rule of its own.
        service: reads it; an error, or nothing, where it may not be read.
    """

    who: frozenset[Role]
    sees: Visibility
    sql: str
    rule: Rule | None = None
    service: Asks | None = None


def may_talk(made: Organisation, asker: Person) -> bool:
    return access.may_see_conversation(asker, made.sealed)


def may_see_what_is_left_behind(made: Organisation, asker: Person) -> bool:
    succession = Handovers(made.room.desk.store).succession(made.room.employee.id)
    conversation = made.room.desk.goals._conversations.get(4)
    return access.may_see_conversation(asker, conversation, succession)


def cares(made: Organisation, asker: Person) -> bool:
    desk = made.room.desk
    employee = desk.people.get(asker, made.room.employee.id)
    return access.may_see_care(asker, employee, desk.goals._conversations.turns(employee.id))


def a_text(key: TextKey, *, on_paper: bool = False) -> tuple[Rule, Asks]:
    def rule(made: Organisation, asker: Person) -> bool:
        conversation = made.room.desk.goals._conversations.get(key.conversation)
        return access.may_read(asker, conversation, Text(key, on_paper=on_paper))

    return rule, lambda made, desk, asker: desk.texts.read(asker, key).body


def said(key: TextKey) -> str:
    party = key.party.value if key.party else ""
    return (
        f"SELECT body FROM text WHERE conversation = {key.conversation} AND kind = '{key.kind}'"
        f" AND party = '{party}' AND question = '{key.question}'"
    )


def touches_goal(made: Organisation, asker: Person) -> bool:
    desk = made.room.desk
    goal = desk.goals.get(made.room.me, 1)
    employee = desk.people.get(asker, goal.person)
    return access.may_touch_goal(asker, goal, employee, desk.goals._conversations.turns(employee.id))


def touches_action(made: Organisation, asker: Person) -> bool:
    desk = made.room.desk
    action = desk.actions.get(made.room.me, 1)
    return access.may_touch_action(asker, action, desk.goals._conversations.turns(action.employee))


def reads_feedback(number: int) -> Rule:
    return lambda made, asker: access.may_read_feedback(asker, FeedbackRows(made.room.desk.store).get(number))


def reads_entry(number: int) -> Rule:
    def rule(made: Organisation, asker: Person) -> bool:
        entry = made.room.desk.journal.get(made.room.employee, number)
        return access.may_read_entry(asker, entry)

    return rule


def reads_ratings(number: int, party: Party) -> tuple[Rule, Asks]:
    def conversation(made: Organisation) -> Conversation:
        return made.room.desk.goals._conversations.get(number)

    def rule(made: Organisation, asker: Person) -> bool:
        assessment = Assessments(made.room.desk.store).of_conversation(number)
        assert assessment is not None
        return party in access.readable_ratings(asker, conversation(made), assessment)

    def service(made: Organisation, desk: Desk, asker: Person) -> object:
        found = desk.competences.of(asker, conversation(made))
        return found.ratings.get(party) if found else None

    return rule, service


def reads_plan(number: int) -> Rule:
    def rule(made: Organisation, asker: Person) -> bool:
        conversation = made.room.desk.goals._conversations.get(number)
        passing = made.room.desk.passing_on.of(made.room.me, conversation)
        return may_read_signed_plan(asker, conversation, passing)

    return rule


SEALED, SEALED_BY_MANAGER = preparation(Party.EMPLOYEE), preparation(Party.MANAGER)
OPENED = preparation(Party.EMPLOYEE, conversation=2)
PAPER = preparation(Party.EMPLOYEE, "proud", 3)
_CARE = "SELECT 1 FROM {} WHERE person = 2"

RECORDS = {
    # What is written in a conversation
    "text: preparation, sealed by the employee": Record(
        EMPLOYEE, Visibility.UNTIL_OPENED, said(SEALED), *a_text(SEALED)
    ),
    "text: preparation, sealed by the manager": Record(
        MANAGER, Visibility.UNTIL_OPENED, said(SEALED_BY_MANAGER), *a_text(SEALED_BY_MANAGER)
    ),
    "text: preparation, opened": Record(TWO, Visibility.TWO, said(OPENED), *a_text(OPENED)),
    "text: preparation, on paper": Record(TWO, Visibility.TWO, said(PAPER), *a_text(PAPER, on_paper=True)),
    "text: shared": Record(TWO, Visibility.TWO, said(shared()), *a_text(shared())),
    "text: private, the employee's": Record(
        EMPLOYEE, Visibility.ME, said(private(Party.EMPLOYEE)), *a_text(private(Party.EMPLOYEE))
    ),
    "text: private, the manager's": Record(
        MANAGER, Visibility.ME, said(private(Party.MANAGER)), *a_text(private(Party.MANAGER))
    ),
    "revision: of shared notes": Record(
        TWO, Visibility.TWO, "SELECT body FROM revision WHERE body LIKE 'gemensamt%' AND author = 1"
    ),
    "revision: crossed out by the employee before opening": Record(
        EMPLOYEE, Visibility.ME, "SELECT body FROM revision WHERE body LIKE 'först%' AND author = 2"
    ),
    "draft: the employee's": Record(
        EMPLOYEE,
        Visibility.ME,
        "SELECT fields FROM draft",
        service=lambda made, desk, asker: desk.drafts.all(asker),
    ),
    # The conversation
    "conversation": Record(
        TWO,
        Visibility.TWO,
        "SELECT agenda FROM conversation WHERE id = 1",
        may_talk,
        lambda made, desk, asker: desk.conversations.get(asker, 1),
    ),
    "template_copy: an agenda": Record(
        LATER | {Role.EARLIER},
        Visibility.TWO,
        "SELECT body FROM template_copy WHERE body LIKE '%\"stations\":%'",
    ),
    "template_copy: a competence set": Record(
        TWO, Visibility.TWO, "SELECT body FROM template_copy WHERE body LIKE '%\"competences\":%'"
    ),
    "template": Record(
        INSIDE,
        Visibility.EVERYBODY,
        "SELECT key FROM template",
        service=lambda made, desk, asker: desk.templates.all(asker),
    ),
    "template_version": Record(
        INSIDE,
        Visibility.EVERYBODY,
        "SELECT body FROM template_version",
        service=lambda made, desk, asker: desk.templates.text(asker, desk.templates.get(asker, 1)),
    ),
    "template_draft": Record(
        WRITERS,
        Visibility.HR,
        "SELECT body FROM template_draft",
        service=lambda made, desk, asker: desk.templates.draft(asker, 1),
    ),
    "template_revision": Record(
        WRITERS,
        Visibility.HR,
        "SELECT body FROM template_revision",
        service=lambda made, desk, asker: desk.templates.revisions(asker, 1),
    ),
    "progress": Record(TWO, Visibility.TWO, "SELECT done FROM progress", may_talk),
    "used": Record(TWO, Visibility.TWO, "SELECT seconds FROM used", may_talk),
    "checked": Record(TWO, Visibility.TWO, "SELECT task FROM checked", may_talk),
    "opened": Record(TWO, Visibility.TWO, "SELECT party FROM opened", may_talk),
    "material": Record(TWO, Visibility.TWO, "SELECT items FROM material", may_talk),
    "presence": Record(TWO, Visibility.TWO, "SELECT place FROM presence", may_talk),
    "history: of a conversation": Record(
        TWO, Visibility.TWO, "SELECT verb FROM history WHERE conversation = 1 AND verb = 'began'", may_talk
    ),
    "history: feedback that is sealed": Record(
        MANAGER, Visibility.UNTIL_OPENED, "SELECT subject FROM history WHERE verb = 'gave'"
    ),
    # What is agreed
    "goal": Record(
        LATER,
        Visibility.TWO,
        "SELECT title FROM goal",
        touches_goal,
        lambda made, desk, asker: desk.goals.get(asker, 1),
    ),
    "check_in": Record(
        LATER,
        Visibility.TWO,
        "SELECT comment FROM check_in",
        touches_goal,
        lambda made, desk, asker: desk.goals.check_ins(asker, made.room.desk.goals.get(made.room.me, 1)),
    ),
    "shortfall": Record(
        LATER,
        Visibility.TWO,
        "SELECT because FROM shortfall",
        touches_goal,
        lambda made, desk, asker: desk.goals.shortfalls(asker, made.room.desk.goals.get(made.room.me, 1)),
    ),
    "action": Record(
        LATER,
        Visibility.TWO,
        "SELECT what FROM action",
        touches_action,
        lambda made, desk, asker: desk.actions.get(asker, 1),
    ),
    "wording: of an action": Record(
        LATER,
        Visibility.TWO,
        "SELECT fields FROM wording WHERE thing = 'action'",
        touches_action,
        lambda made, desk, asker: desk.actions.wordings(asker, made.room.desk.actions.get(made.room.me, 1)),
    ),
    "wording: of a goal": Record(
        LATER,
        Visibility.TWO,
        "SELECT fields FROM wording WHERE thing = 'goal'",
        touches_goal,
        lambda made, desk, asker: desk.goals.wordings(asker, made.room.desk.goals.get(made.room.me, 1)),
    ),
    "milestone": Record(
        INSIDE,
        Visibility.EVERYBODY,
        "SELECT title FROM milestone",
        service=lambda made, desk, asker: desk.milestones.all(asker),
    ),
    # What is said of each other
    "feedback: opened": Record(
        TWO,
        Visibility.TWO,
        "SELECT positive FROM feedback WHERE opened",
        reads_feedback(1),
        lambda made, desk, asker: desk.feedback.get(asker, 1),
    ),
    "feedback: sealed": Record(
        MANAGER,
        Visibility.UNTIL_OPENED,
        "SELECT positive FROM feedback WHERE NOT opened",
        reads_feedback(2),
        lambda made, desk, asker: desk.feedback.get(asker, 2),
    ),
    "assessment": Record(TWO, Visibility.TWO, "SELECT profile FROM assessment", may_talk),
    "rating: the employee's, not submitted": Record(
        EMPLOYEE,
        Visibility.UNTIL_BOTH,
        "SELECT level FROM rating WHERE assessment = 1 AND party = 'employee'",
        *reads_ratings(1, Party.EMPLOYEE),
    ),
    "rating: the manager's, not submitted": Record(
        MANAGER,
        Visibility.UNTIL_BOTH,
        "SELECT level FROM rating WHERE assessment = 1 AND party = 'manager'",
        *reads_ratings(1, Party.MANAGER),
    ),
    "rating: the employee's, both submitted": Record(
        TWO,
        Visibility.TWO,
        "SELECT level FROM rating WHERE assessment = 2 AND party = 'employee'",
        *reads_ratings(2, Party.EMPLOYEE),
    ),
    "rating: the manager's, submitted alone": Record(
        MANAGER,
        Visibility.UNTIL_BOTH,
        "SELECT level FROM rating WHERE assessment = 3 AND party = 'manager'",
        *reads_ratings(3, Party.MANAGER),
    ),
    "rating: the employee's, on paper": Record(
        TWO,
        Visibility.TWO,
        "SELECT level FROM rating WHERE assessment = 3 AND party = 'employee'",
        *reads_ratings(3, Party.EMPLOYEE),
    ),
    "submitted": Record(TWO, Visibility.TWO, "SELECT party FROM submitted", may_talk),
    "agreed": Record(TWO, Visibility.TWO, "SELECT level FROM agreed", may_talk),
    # The journal
    "entry: the employee's own": Record(
        EMPLOYEE,
        Visibility.ME,
        "SELECT body || folded FROM entry WHERE NOT shared",
        reads_entry(1),
        lambda made, desk, asker: desk.journal.get(asker, 1),
    ),
    "entry: shared with the manager": Record(
        TWO,
        Visibility.TWO,
        "SELECT body FROM entry WHERE shared",
        reads_entry(2),
        lambda made, desk, asker: desk.journal.get(asker, 2),
    ),
    "entry_tag: of one's own": Record(
        EMPLOYEE, Visibility.ME, "SELECT tag FROM entry_tag WHERE tag = 'eget'", reads_entry(1)
    ),
    "entry_tag: of a shared one": Record(
        TWO, Visibility.TWO, "SELECT tag FROM entry_tag WHERE tag = 'delat'", reads_entry(2)
    ),
    "entry_revision": Record(EMPLOYEE, Visibility.ME, "SELECT body FROM entry_revision", reads_entry(1)),
    # The way forward
    "recognition": Record(
        TWO,
        Visibility.CARE,
        _CARE.format("recognition"),
        cares,
        lambda made, desk, asker: desk.care.recognition(asker, 1),
    ),
    "training": Record(
        TWO,
        Visibility.CARE,
        _CARE.format("training"),
        cares,
        lambda made, desk, asker: desk.care.training(asker, 1),
    ),
    "training_budget": Record(
        TWO,
        Visibility.CARE,
        _CARE.format("training_budget"),
        cares,
        lambda made, desk, asker: desk.care.purse(asker, made.room.employee, TODAY.year),
    ),
    "advancement": Record(
        TWO,
        Visibility.CARE,
        _CARE.format("advancement"),
        cares,
        lambda made, desk, asker: desk.care.advancement(asker, made.room.employee),
    ),
    # What is signed, and whom it is passed on to
    "signed_plan: for the two": Record(
        TWO, Visibility.TWO, "SELECT body FROM signed_plan WHERE conversation = 1", reads_plan(1)
    ),
    "signed_plan: passed on": Record(
        HEAD, Visibility.NEXT_MANAGER, "SELECT body FROM signed_plan WHERE conversation = 2", reads_plan(2)
    ),
    "signature: for the two": Record(
        TWO, Visibility.TWO, "SELECT said FROM signature WHERE plan = 1", reads_plan(1)
    ),
    "signature: passed on": Record(
        HEAD, Visibility.NEXT_MANAGER, "SELECT said FROM signature WHERE plan = 2", reads_plan(2)
    ),
    "passed_on": Record(
        HEAD, Visibility.NEXT_MANAGER, "SELECT person FROM passed_on WHERE conversation = 2", reads_plan(2)
    ),
    # What is handed over
    "conversation: left behind by who handed over": Record(
        EMPLOYEE,
        Visibility.TWO,
        "SELECT agenda FROM conversation WHERE id = 4",
        may_see_what_is_left_behind,
        lambda made, desk, asker: desk.conversations.get(asker, 4),
    ),
    "text: shared, left behind by who handed over": Record(
        EMPLOYEE, Visibility.TWO, "SELECT body FROM text WHERE conversation = 4"
    ),
    "handover": Record(HANDED, Visibility.HANDOVER, "SELECT receipt FROM handover"),
    "handover_choice": Record(HANDED, Visibility.HANDOVER, "SELECT matters FROM handover_choice"),
    "handed_over": Record(TWO, Visibility.TWO, "SELECT body FROM handed_over"),
    # Who comes in
    "person": Record(INSIDE, Visibility.EVERYBODY, "SELECT name FROM person WHERE id = 2"),
    "account: the employee's": Record(EMPLOYEE, Visibility.ME, "SELECT login FROM account WHERE person = 2"),
    "unit": Record(INSIDE, Visibility.EVERYBODY, "SELECT name FROM unit"),
    "post": Record(INSIDE, Visibility.EVERYBODY, "SELECT since FROM post WHERE person = 2"),
    "round": Record(INSIDE, Visibility.EVERYBODY, "SELECT name FROM round"),
    "round_unit": Record(INSIDE, Visibility.EVERYBODY, "SELECT unit FROM round_unit"),
    "round_member": Record(INSIDE, Visibility.EVERYBODY, "SELECT since FROM round_member WHERE person = 2"),
    "target": Record(
        INSIDE,
        Visibility.EVERYBODY,
        "SELECT percent FROM target",
        service=lambda made, desk, asker: desk.figure.targets(asker),
    ),
    "extract": Record(TWO, Visibility.TWO, "SELECT body FROM extract"),
    # What is kept how long
    "keeping": Record(INSIDE, Visibility.EVERYBODY, "SELECT body FROM keeping"),
    "weeding": Record(INSIDE, Visibility.EVERYBODY, "SELECT day FROM weeding"),
    "hold": Record(TWO, Visibility.TWO, "SELECT reason FROM hold"),
    "weeded": Record(EMPLOYEE, Visibility.ME, "SELECT number FROM weeded"),
    "meta": Record(INSIDE, Visibility.EVERYBODY, "SELECT value FROM meta"),
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Organisation]:
    """Everybody and everything; nobody changes anything here."""
    folder: Path = tmp_path_factory.mktemp("organisation")
    folder.chmod(0o700)
    made = an_organisation(folder)
    yield made
    made.room.desk.close()


@pytest.mark.parametrize("name", RECORDS)
def test_the_rule(made: Organisation, name: str) -> None:
    rule = RECORDS[name].rule
    if rule is not None:
        assert {role for role in Role if rule(made, made.people[role])} == RECORDS[name].who


@pytest.mark.parametrize("name", RECORDS)
def test_the_service(made: Organisation, name: str) -> None:
    service = RECORDS[name].service
    if service is not None:
        assert {role for role in Role if served(made, role, service)} == RECORDS[name].who


@pytest.mark.parametrize("name", RECORDS)
def test_the_wall(made: Organisation, name: str) -> None:
    assert made.room.desk.store.rows(RECORDS[name].sql), "there is such a row"
    assert {role for role in Role if found(made, role, RECORDS[name].sql)} == RECORDS[name].who


def served(made: Organisation, role: Role, service: Asks) -> bool:
    with made.session(role) as desk:
        try:
            return bool(service(made, desk, made.people[role]))
        except (NotFound, NotAllowed):
            return False


def found(made: Organisation, role: Role, sql: str) -> bool:
    with made.session(role) as desk:
        return any(value is not None for row in desk.store.rows(sql) for value in row.values())


def test_every_record_role_and_state_has_its_place_in_the_table() -> None:
    tables = {name.partition(":")[0] for name in RECORDS}
    assert tables == DECLARED - {lookout.name for lookout in LOOKOUTS}
    states = {name.partition(": ")[2].partition(",")[0] for name in RECORDS if name.startswith("text")}
    assert states == set(TextKind)
    assert {record.sees for record in RECORDS.values()} == set(Visibility)
    assert len(Office) == 2, "a new office is a new role"
    assert set().union(*(record.who for record in RECORDS.values())) == INSIDE


def test_whoever_counts_reads_no_row_with_text(made: Organisation) -> None:
    for name, record in RECORDS.items():
        if Role.HR in record.who:
            assert record.sees in (Visibility.EVERYBODY, Visibility.HR), name
    with made.session(Role.HR) as desk:
        assert desk.store.rows("SELECT * FROM prepared") == desk.store.rows("SELECT * FROM exchanged") == []


def test_what_each_may_know_of_the_other_says_nothing_of_it(made: Organisation) -> None:
    with made.session(Role.EMPLOYEE) as desk:
        assert [tuple(row) for row in desk.store.rows("SELECT * FROM prepared LIMIT 1")] == [
            ("conversation", "question", "party", "on_paper", "blank")
        ]
        assert [tuple(row) for row in desk.store.rows("SELECT * FROM exchanged LIMIT 1")] == [
            ("id", "conversation", "giver", "other", "opened")
        ]
        assert [tuple(row) for row in desk.store.rows("SELECT * FROM stirred LIMIT 1")] == [("id", "who")]
        assert [tuple(row) for row in desk.store.rows("SELECT * FROM standing LIMIT 1")] == [
            ("round", "person", "leader", "manager", "unit", "stage")
        ]


@pytest.mark.parametrize("role", Role)
def test_how_far_somebody_has_come_in_a_round_is_told_by_name_to_few_and_counted_by_the_line(
    made: Organisation, role: Role
) -> None:
    named = {Role.EMPLOYEE, Role.MANAGER}
    with made.session(role) as desk:
        found = [row["person"] for row in desk.store.rows("SELECT person FROM standing")]
    if role in named:
        assert found == [made.room.employee.id]
    else:
        assert found == ([None] if role in (Role.NEXT, Role.HR) else [])
